// Makes tasks, triggers and pauses through the API as a client would, and keeps what became of each: done, refused, or unknown when
// no answer came.
import { type Answer, query } from "../support/client.ts";

export interface Made {
  readonly name: string;
  /** Due at every multiple of this since 1970, or once at `at`. */
  readonly everySeconds: number | null;
  readonly at: number | null;
  readonly outcome: "ok" | "fail" | "unknown";
  readonly id: string | null;
  /** When the answer was there. */
  readonly ackedAt: number;
}

export interface Driver {
  readonly tasks: Made[];
  /** Ids of the runs that were acknowledged as triggered. */
  readonly triggered: string[];
  readonly unknown: () => number;
  every(seconds: number, ms: number): Promise<void>;
  once(at: number, ms: number): Promise<void>;
  trigger(): Promise<void>;
}

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { code message } } }`;

/** What a server in trouble refuses with; any other refusal is a fault of the rig. */
const IN_TROUBLE = ["STORAGE_FULL", "UNAVAILABLE"];

/** @throws Error when the rig has asked for something that is never granted */
function checkAsked(answer: Answer, mutation: string, allowed: readonly string[] = []): void {
  const errors = [
    ...(answer.errors ?? []).map(({ message, extensions: { code } }) => ({ message, code })),
    ...(answer.data?.[mutation]?.userErrors ?? []),
  ].filter(({ code }) => ![...IN_TROUBLE, ...allowed].includes(code));
  if (errors.length > 0) throw new Error(`The rig's own input was refused: ${JSON.stringify(errors)}`);
}

export function createDriver(url: string, ledger: string): Driver {
  const tasks: Made[] = [];
  const triggered: string[] = [];
  let unknownTriggers = 0;

  async function create(everySeconds: number | null, at: number | null, ms: number): Promise<void> {
    const name = `task ${tasks.length}`;
    const schedule =
      everySeconds === null
        ? { once: { at: new Date(at as number).toISOString() } }
        : { every: { interval: `PT${everySeconds}S`, anchor: "1970-01-01T00:00:00Z" } };
    const target = { http: { url: `${ledger}/${encodeURIComponent(name)}?ms=${ms}`, method: "POST" } };
    const input = { name, schedule, target, missedRunPolicy: "ALL", overlapPolicy: "ALLOW" };
    const answer = await query(url, CREATE, { input }).catch(() => undefined);
    const id: string | null = answer?.data?.createTask?.task?.id ?? null;
    const outcome = answer === undefined ? "unknown" : id === null ? "fail" : "ok";
    // A request that a stopped process left lying may come after its instant.
    if (answer) checkAsked(answer, "createTask", at !== null && at <= Date.now() ? ["DATE_IN_PAST"] : []);
    tasks.push({ name, everySeconds, at, outcome, id, ackedAt: Date.now() });
  }

  return {
    tasks,
    triggered,
    unknown: () => unknownTriggers + tasks.filter(({ outcome }) => outcome === "unknown").length,
    every: (seconds, ms) => create(seconds, null, ms),
    once: (at, ms) => create(null, at, ms),
    async trigger() {
      const { id } = tasks.find(({ outcome }) => outcome === "ok") ?? {};
      if (!id) return;
      const answer = await query(url, TRIGGER, { id }).catch(() => undefined);
      if (answer) checkAsked(answer, "triggerTask");
      const run: string | undefined = answer?.data?.triggerTask?.run?.id;
      if (run) triggered.push(run);
      else unknownTriggers++;
    },
  };
}
