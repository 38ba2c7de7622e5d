// A pull worker that is not always a good one: it vanishes with a run, comes back with it too late, completes it twice, or completes
// what another one holds. Keeps how each was answered.
import { QUEUE } from "./driver.ts";
import { change, type Outcome } from "./requests.ts";

export interface Act {
  readonly run: string;
  readonly attempt: number;
  readonly how: "well" | "twice" | "vanished" | "late" | "foreign";
  /** Of its last report: `ok` or the code that refused it. Null when nothing was reported or no answer came. */
  answer: string | null;
  /** Real time. */
  answeredAt: number;
}

const LEASE_MS = 5_000;
const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const CLAIM = "claims { attempt run { id scheduledFor task { name } } }";

export async function runWorker(
  url: string,
  ledger: string,
  random: () => number,
  phase: () => "driving" | "healing" | "over",
): Promise<Act[]> {
  const acts: Act[] = [];
  const workerId = `worker-${Math.floor(random() * 1e9)}`;
  const going = new Set<Promise<void>>();

  /** Until an answer came. */
  async function complete(run: string, attempt: number, as: string): Promise<string | null> {
    for (let tries = 0; tries < 60; tries++) {
      const input = { runId: run, attempt, workerId: as, result: "done" };
      const refusals = ["STALE_LEASE", "FORBIDDEN", "ILLEGAL_STATE"];
      const outcome: Outcome<unknown> = await change(url, "completeRun", "run { id }", input, refusals);
      if (outcome.kind === "ok") return "ok";
      const code = outcome.kind === "refused" ? outcome.codes.find((each) => refusals.includes(each)) : undefined;
      if (code) return code;
      await pass(250);
    }
    return null;
  }

  async function carryOut(run: string, attempt: number, task: string, scheduledFor: string): Promise<void> {
    const dice = phase() === "driving" ? random() : 1;
    const how =
      dice < 0.08 ? "vanished" : dice < 0.16 ? "late" : dice < 0.24 ? "foreign" : dice < 0.4 ? "twice" : "well";
    const begin = (how: Act["how"]): Act => {
      const act: Act = { run, attempt, how, answer: null, answeredAt: Number.POSITIVE_INFINITY };
      acts.push(act);
      return act;
    };
    const report = async (act: Act, as: string) => {
      act.answer = await complete(run, attempt, as);
      act.answeredAt = Date.now();
    };
    const act = begin(how);
    const headers = { "idempotency-key": run, "x-run-attempt": String(attempt), "x-scheduled-for": scheduledFor };
    await fetch(`${ledger}/${encodeURIComponent(task)}`, { method: "POST", headers }).then((answer) => answer.text());
    if (how === "vanished") return;
    if (how === "late") await pass(LEASE_MS + 2_500);
    await report(act, how === "foreign" ? "somebody-else" : workerId);
    if (how === "twice" || how === "foreign") await report(begin(how === "twice" ? "twice" : "well"), workerId);
  }

  while (phase() !== "over") {
    const outcome = await change(url, "claimRuns", CLAIM, {
      queue: QUEUE,
      workerId,
      limit: 5,
      lease: `PT${LEASE_MS / 1_000}S`,
    });
    for (const { attempt, run } of outcome.kind === "ok" ? outcome.payload.claims : []) {
      const work = carryOut(run.id, attempt, run.task.name, run.scheduledFor).catch((error) => {
        if (phase() !== "over") throw error;
      });
      going.add(work);
      void work.finally(() => going.delete(work)).catch(() => {});
    }
    await pass(300);
  }
  await Promise.all(going);
  return acts;
}
