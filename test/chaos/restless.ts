// Clients that pause, resume, edit and delete a task, often in the very moment in which it is due, and keep when each was answered.
import type { RigClock } from "./clock.ts";
import { POLICIES, scheduleOf, targetOf } from "./driver.ts";
import type { Timing } from "./oracle.ts";
import { change } from "./requests.ts";

/** From `from` on the task was certainly in this state, and until `to` nobody has asked for another: by the program's clock. */
export interface Phase {
  readonly state: "active" | "paused" | "deleted";
  readonly timing: Timing;
  readonly from: number;
  to: number;
}

export interface Restless {
  readonly name: string;
  id: string | null;
  readonly phases: Phase[];
  changes: number;
}

const FAST: Timing = { kind: "every", seconds: 1 };
const SLOW: Timing = { kind: "every", seconds: 3 };
const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function makeRestless(
  name: string,
  { url, ledger, clock, random }: { url: string; ledger: string; clock: RigClock; random: () => number },
  driving: () => boolean,
): Promise<Restless> {
  const task: Restless = { name, id: null, phases: [], changes: 0 };
  const target = targetOf(ledger, name, { target: "HTTP", ms: 0, missed: "ALL", overlap: "ALLOW" });
  const policies = { ...POLICIES, missedRunPolicy: "ALL", overlapPolicy: "ALLOW" };
  let timing = FAST;
  let version = 0;
  const input = { name, schedule: scheduleOf(FAST, random), ...target, ...policies };
  const made = await change(url, "createTask", "task { id version }", input);
  if (made.kind !== "ok") return task;
  task.id = made.payload.task.id;
  version = made.payload.task.version;
  const begin = (state: Phase["state"]) => task.phases.push({ state, timing, from: clock.now(), to: Number.POSITIVE_INFINITY }); // biome-ignore format: one thought
  begin("active");

  while (driving()) {
    await pass(400 + random() * 1_500);
    // Half of them race the tick.
    if (random() < 0.5) await pass(1_000 - (clock.now() % 1_000) + (random() - 0.7) * 30);
    if (!driving()) break;
    const { state } = task.phases.at(-1) as Phase;
    const id = task.id as string;
    const sentAt = clock.now();
    const ask = (what: string, more: object = {}) =>
      change(url, what, "task { id version }", { id, ...more }, ["CONFLICT"]);
    const kind = random();
    let outcome: Awaited<ReturnType<typeof ask>>;
    let next: Phase["state"] = state;
    let wanted = timing;
    if (state === "paused") {
      outcome = await ask("resumeTask");
      next = "active";
    } else if (kind < 0.45) {
      outcome = await ask("pauseTask", { reason: "the rig" });
      next = "paused";
    } else if (kind < 0.93) {
      wanted = timing === FAST ? SLOW : FAST;
      outcome = await ask("updateTask", { version, schedule: scheduleOf(wanted, random) });
    } else {
      outcome = await ask("deleteTask");
      next = "deleted";
    }
    if (outcome.kind === "unsent" || outcome.kind === "refused") continue;
    (task.phases.at(-1) as Phase).to = sentAt;
    // Nobody knows its state any more: what can be said of it ends here.
    if (outcome.kind === "unknown") break;
    task.changes++;
    timing = wanted;
    version = outcome.payload.task?.version ?? version;
    begin(next);
    if (next === "deleted") break;
  }
  return task;
}
