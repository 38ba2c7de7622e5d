// Calls against rows: none too early, none twice, none unknown, none forgotten; each attempt that did not succeed has its reason.
import { attemptKey, BETWEEN_INSTANCES, type Context, DEADLY, time } from "./check-context.ts";
import type { Made } from "./driver.ts";
import type { Attempt, Row } from "./observed.ts";

const EARLY_MS = 50;
/** Beside faults in which the process dies: without descriptors nobody can be called. */
const HINDERING = [...DEADLY, "no-descriptors"];
const hindering = ({ shared }: Context) => (shared ? [...HINDERING, ...BETWEEN_INSTANCES] : HINDERING);
/** Of the target's `Retry-After`. */
const RETRY_AFTER_MS = 2_000;
const CANCEL_MS = 1_000;
/** After a stop, connections that have died in it are still found. */
const STALE_MS = 30_000;
/** A result is written within this, also while a program that has just started is busy. */
const WRITTEN_MS = 3_000;

export function checkCalls(context: Context): void {
  const { calls, byId, callsOf, cancelled, clock, say } = context;
  for (const [key, own] of callsOf) {
    const times = own.filter(({ what }) => what === "arrived").length;
    if (times > 1) say("dupStart", `${key} was called ${times} times`);
  }
  for (const call of calls) {
    const row = byId.get(call.run);
    const what = `${attemptKey(call.run, call.attempt)} of ${call.task}`;
    if (!row) say("ghost", `${what} was called and has no row`);
    else if (call.what === "arrived") {
      // The clock may have been set between the start and the call.
      const early = time(row.scheduledFor) - clock.during(call.at - 1_000, call.at).to;
      if (row.trigger === "SCHEDULE" && early > EARLY_MS && (call.attempt === 1 || !clock.wentBack()))
        say("early", `${what} came ${early} ms early`);
      const cancel = cancelled.find(({ run }) => run === call.run);
      if (cancel?.ackedAt && call.at > cancel.ackedAt + CANCEL_MS)
        say("afterAck", `${what} came after the run was cancelled`);
    } else if (call.what === "answered") checkAnswered(context, row, call.attempt, call.at, what);
  }
}

/** As docs/guarantees.md has it: after so many deaths of its instance a run ends FAILED. */
const MOST_DEATHS = 3;

/** An answer that the program has had is the end of the run, unless a fault came between. */
function checkAnswered(context: Context, row: Row, number: number, real: number, what: string): void {
  const { tasks, cancelled, clock, touched, say, readAt } = context;
  const made = tasks.find(({ id }) => id === row.task.id);
  if (made?.options.target === "WORKER" || cancelled.some(({ run }) => run === row.id)) return;
  const attempt = row.attempts.nodes.find((one) => one.number === number);
  const { from, to } = clock.at(real);
  if (attempt?.outcome === "SUCCEEDED") return;
  const explained = touched(from - 1_000, to + WRITTEN_MS, [...hindering(context), "disk-full"]) || (number > 1 && excused(context, made, row, attempt)); // biome-ignore format: one thought
  // Whose instances died again and again is not attempted any more, also when it was the answer that got lost with the last of them.
  const deaths = row.attempts.nodes.filter(({ outcome }) => outcome === "LOST").length;
  if (explained && attempt?.outcome === "LOST" && deaths >= MOST_DEATHS) return;
  if (row.attempt <= number && ["FAILED", "CANCELLED", "MISSED", "SKIPPED"].includes(row.state))
    say("lostResult", `${what} was answered and the run is ${row.state}`);
  else if (!explained && !(attempt?.outcome === null && to > readAt - WRITTEN_MS))
    say(
      "lostResult",
      `${what} was answered, and the attempt is ${attempt ? (attempt.outcome ?? "going") : "not there"}`,
    );
}

export function checkAttempts(context: Context): void {
  const { rows, tasks, callsOf, cancelled, clock, touched, say } = context;
  const byTask = new Map(tasks.flatMap((task) => (task.id ? [[task.id, task] as const] : [])));
  for (const row of rows) {
    const made = byTask.get(row.task.id);
    const attempts = row.attempts.nodes;
    for (const [index, attempt] of attempts.entries()) {
      const what = `${attemptKey(row.id, attempt.number)} of ${made?.name ?? row.task.id}`;
      const next = attempts[index + 1];
      if (attempt.number !== index + 1) say("extraAttempt", `${what} comes after attempt ${index}`);
      if (row.trigger === "SCHEDULE" && startedEarly(context, attempt, time(row.scheduledFor)))
        say("early", `${what} started before its time, at ${attempt.startedAt}`);
      if (attempt.outcome === "SUCCEEDED" && next)
        say("staleAccepted", `${what} SUCCEEDED, and there is a next attempt`);
      if (attempt.outcome === null && next) say("staleAccepted", `${what} has not ended, and there is a next attempt`);
      const cancel = attempt.outcome === "CANCELLED" && cancelled.some(({ run }) => run === row.id);
      if (
        attempt.outcome !== "SUCCEEDED" &&
        attempt.outcome !== null &&
        !cancel &&
        !excused(context, made, row, attempt)
      )
        say("extraAttempt", `${what} was ${attempt.outcome} without a fault: ${attempt.error?.message}`);
      const asked = made?.options.mode === "429" && callsOf.get(attemptKey(row.id, attempt.number))?.some((call) => call.what === "refused"); // biome-ignore format: one thought
      const rest = next && attempt.finishedAt ? time(next.startedAt) - time(attempt.finishedAt) : undefined;
      if (asked && attempt.outcome === "FAILED" && rest !== undefined && rest < RETRY_AFTER_MS - EARLY_MS)
        if (!touched(time(attempt.startedAt), time(next?.startedAt ?? ""), ["clock"]))
          say("retryEarly", `${what} was followed after ${rest} ms`);
    }
  }
  if (!clock.wentBack()) checkOverlaps(context);
}

/** By the program's own clock, unless that was set back meanwhile. */
function startedEarly({ touched }: Context, { startedAt }: Attempt, scheduledFor: number): boolean {
  const began = time(startedAt);
  return began < scheduledFor && !touched(began - 1_000, scheduledFor + 1_000, ["clock:-2h", "clock:drift"]);
}

/** Whether the target's own trouble or a fault says why an attempt did not succeed. */
function excused(context: Context, made: Made | undefined, row: Row, attempt: Attempt | undefined): boolean {
  const { callsOf, touched, acts, readAt } = context;
  if (!attempt) return false;
  const calls = callsOf.get(attemptKey(row.id, attempt.number)) ?? [];
  if (calls.some(({ what }) => what === "refused")) return true;
  const from = time(attempt.startedAt) - 1_000;
  const to = attempt.finishedAt === null ? readAt : time(attempt.finishedAt);
  if (touched(from, to, hindering(context))) return true;
  // The target has closed a kept connection while nobody was there to notice: it was not called.
  const uncalled = calls.length === 0 && attempt.outcome === "FAILED";
  if (uncalled && touched(from - STALE_MS, to, ["stop", ...DEADLY])) return true;
  // What a stop lets pass is the attempt's time as well, and so is the wait for a connection when hundreds are caught up at once.
  if (made?.options.mode === "hang" && attempt.outcome === "TIMED_OUT")
    return touched(from, to, ["stop", "clock", "stall"]);
  if (made?.options.target !== "WORKER") return false;
  const bad = acts.some((act) => act.run === row.id && act.attempt === attempt.number && act.how !== "well" && act.how !== "twice"); // biome-ignore format: one thought
  return bad || touched(from, to);
}

/** Tasks whose policy is SKIP never have two attempts going. */
function checkOverlaps({ rows, tasks, readAt, say }: Context): void {
  for (const task of tasks.filter(({ options, id }) => id && options.overlap === "SKIP")) {
    const spans = rows
      .filter((row) => row.task.id === task.id)
      .flatMap((row) => row.attempts.nodes.map((attempt) => ({ ...attempt, run: row.id, trigger: row.trigger })))
      .map(({ startedAt, finishedAt, ...rest }) => ({
        shown: JSON.stringify({ startedAt, finishedAt, ...rest }),
        from: time(startedAt),
        to: finishedAt === null ? readAt : time(finishedAt),
      }))
      .sort((a, b) => a.from - b.from);
    for (const [index, span] of spans.entries()) {
      const next = spans[index + 1];
      if (next && next.from < span.to)
        say(
          "overlap",
          `${task.name} had two attempts at ${new Date(next.from).toISOString()}: ${span.shown} ${next.shown}`,
        );
    }
  }
}
