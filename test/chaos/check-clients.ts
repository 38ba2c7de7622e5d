// What clients were told: an acknowledged change is there and governs what follows it; a worker's report counts once, and only its own.
import { type Context, shown, time } from "./check-context.ts";
import { dueBetween, isDue } from "./oracle.ts";

const AFTER_ACK_MS = 2_000;
const WINDOW_MS = 10_000;

export function checkAcknowledged({
  tasks,
  taskIds,
  triggered,
  settled,
  cancelled,
  byId,
  rows,
  restless,
  say,
}: Context): void {
  for (const { name, id, outcome } of tasks)
    if (outcome === "ok" && !taskIds.has(id as string)) say("acknowledged", `${name} is gone`);
  const keys = new Map<string, string>();
  for (const { key, run } of triggered) {
    if (!byId.has(run)) say("acknowledged", `triggered run ${run} is gone`);
    if ((keys.get(key) ?? run) !== run) say("dupStart", `${key} has triggered run ${keys.get(key)} and run ${run}`);
    keys.set(key, run);
  }
  const known = new Set(keys.values());
  if (settled)
    for (const row of rows)
      if (row.trigger === "MANUAL" && !known.has(row.id)) say("dupStart", `run ${row.id} was triggered by nobody`);
  for (const { run, ackedAt } of cancelled) {
    const row = byId.get(run);
    if (ackedAt && row && !["CANCELLED", "SUCCEEDED"].includes(row.state))
      say("acknowledged", `run ${run} was cancelled and is ${row.state}`);
  }
  for (const { id, name, phases } of restless) {
    const deleted = phases.at(-1)?.state === "deleted";
    // Whether it was deleted by a change without an answer is not known.
    const certain = phases.at(-1)?.to === Number.POSITIVE_INFINITY;
    if (id && certain && taskIds.has(id) === deleted)
      say("acknowledged", `${name} is ${deleted ? "still there" : "gone"}`);
  }
}

/** No run for an instant at or after the answer to a pause, a deletion or an edit that does not name it; and every one that is named. */
export function checkRestless({ restless, rows, clock, readAt, touched, say }: Context): void {
  if (clock.wentBack()) return;
  for (const { id, name, phases } of restless) {
    const own = rows.filter((row) => row.task.id === id && row.trigger === "SCHEDULE");
    for (const { state, timing, from, to } of phases) {
      for (const row of own) {
        const at = time(row.scheduledFor);
        if (at < from || at >= to || row.startedAt === null) continue;
        if (state !== "active")
          say("afterAck", `${name} ran for ${row.scheduledFor}, but was ${state} at ${shown(from)}`);
        else if (!isDue(timing, at))
          say("afterAck", `${name} ran for ${row.scheduledFor} after an edit took that away at ${shown(from)}`);
      }
      if (state !== "active") continue;
      const end = Math.min(to - 1_000, readAt - WINDOW_MS);
      for (const at of dueBetween(timing, from + AFTER_ACK_MS, end)) {
        // Held up by a fault, it may have met the next change.
        if (to < Number.POSITIVE_INFINITY && touched(at - 1_000, to)) continue;
        if (!own.some((row) => time(row.scheduledFor) === at) && !own.some(({ why }) => why?.startsWith("Stands for ")))
          say("missed", `${name} at ${shown(at)} has no row`);
      }
    }
  }
}

export function checkWorkers({ acts, byId, say }: Context): void {
  const taken = new Set(acts.filter(({ how, answer }) => answer === "ok" && how !== "foreign").map((act) => `${act.run} ${act.attempt}`)); // biome-ignore format: one thought
  for (const { run, attempt, how, answer } of acts) {
    const outcome = byId.get(run)?.attempts.nodes.find(({ number }) => number === attempt)?.outcome;
    const what = `a worker's report (${how}) of run ${run} attempt ${attempt}`;
    if (how === "foreign" && answer === "ok") say("staleAccepted", `${what} was taken from another worker`);
    else if (answer === "ok" && outcome !== "SUCCEEDED")
      say("lostResult", `${what} was taken, and the attempt is ${outcome}`);
    else if (answer !== null && answer !== "ok" && outcome === "SUCCEEDED" && !taken.has(`${run} ${attempt}`))
      say("staleAccepted", `${what} was refused with ${answer} and is recorded`);
  }
}
