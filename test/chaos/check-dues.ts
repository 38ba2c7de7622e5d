// Every due instant has one row, which ran in time or says why not; no row is there without one.
import { type Context, shown, time } from "./check-context.ts";
import { LAST_N, type Made } from "./driver.ts";
import type { Row } from "./observed.ts";
import { dueBetween, isDue } from "./oracle.ts";

const WINDOW_MS = 10_000;
/** After a fault, what it held up starts within this. */
const AFTER_FAULT_MS = 20_000;
/** What is due just then may have been before the task. */
const AFTER_ACK_MS = 2_000;
const OPEN = ["SCHEDULED", "QUEUED", "RUNNING", "RETRYING", "HELD"];
const SUMMARY = /^Stands for (more than )?(\d+) occurrences/;
const SKIPPED_MS = 1_000;
/** The catch-up window that tasks have when nothing else is said. */
const CATCH_UP_MS = 86_400_000;

export function checkDues(context: Context): void {
  for (const task of context.tasks.filter(({ outcome }) => outcome === "ok")) {
    const own = context.rows.filter((row) => row.task.id === task.id && row.trigger === "SCHEDULE");
    checkOccurrences(context, task, own);
    checkPolicy(context, task, own);
  }
}

function checkOccurrences(context: Context, task: Made, own: readonly Row[]): void {
  const { say, readAt } = context;
  const rows = new Map<number, Row[]>();
  for (const row of own) {
    const at = time(row.scheduledFor);
    rows.set(at, [...(rows.get(at) ?? []), row]);
    if (!isDue(task.timing, at)) say("ghost", `${task.name} has a row at ${row.scheduledFor}, when it is not due`);
    if (at <= task.sentAt - AFTER_ACK_MS)
      say("ghost", `${task.name} has a row at ${row.scheduledFor}, before it was made`);
  }
  const due = dueBetween(task.timing, task.ackedAt + AFTER_ACK_MS, readAt - WINDOW_MS);
  /** Since the last row, if that stands for many. */
  let standing: { row: Row; count: number } | undefined;
  const settle = () => {
    const [, about, count] = SUMMARY.exec(standing?.row.why ?? "") ?? [];
    if (standing && about === undefined && Number(count) !== standing.count)
      say("summary", `${task.name}: "${standing.row.why}", but there are ${standing.count}`);
    standing = undefined;
  };
  for (const at of due) {
    const here = rows.get(at) ?? [];
    const what = `${task.name} at ${shown(at)}`;
    const [row] = here;
    if (!row && standing) standing.count++;
    else if (!row) say("missed", `${what} has no row`);
    else {
      settle();
      if (here.length > 1) say("dupStart", `${what} has ${here.length} rows`);
      if (SUMMARY.test(row.why ?? "")) standing = { row, count: 1 };
      checkStart(context, task, row, at, what, own);
    }
  }
  settle();
}

function checkStart(context: Context, task: Made, row: Row, due: number, what: string, own: readonly Row[]): void {
  const { touched, say, readAt, clock } = context;
  if (row.startedAt !== null) {
    const late = time(row.startedAt) - due;
    if (late > WINDOW_MS && !touched(due - 1_000, due + AFTER_FAULT_MS))
      say("late", `${what} started after ${late} ms`);
  } else if (OPEN.includes(row.state)) {
    if (!touched(due - 1_000, readAt)) say("missed", `${what} is still ${row.state}`);
  } else if (!row.why) say("unexplained", `${what} is ${row.state} and says no why`);
  else if (row.state === "SKIPPED" && task.options.overlap === "SKIP") {
    const blocked =
      clock.wentBack() || own.some((other) => standsInTheWay(other, row, due) || unheardOf(context, other, row));
    if (row.blockedBy === null || !blocked)
      say(
        "unexplained",
        `${what} was skipped at ${row.finishedAt}, but nothing stood in its way: ${blocker(own, row)}`,
      );
  } else if (!touched(due - 1_000, due + WINDOW_MS)) say("missed", `${what} is ${row.state} without a fault near it`);
}

const blocker = (own: readonly Row[], { blockedBy }: Row): string => {
  const { state, scheduledFor, startedAt, finishedAt } = own.find(({ id }) => id === blockedBy?.id) ?? {};
  return JSON.stringify({ state, scheduledFor, startedAt, finishedAt });
};

/** It had ended, but its instance could not tell the database, and another one decided. */
function unheardOf({ shared, touched }: Context, other: Row, skipped: Row): boolean {
  if (!shared) return false;
  if (other.id !== skipped.blockedBy?.id || other.finishedAt === null || skipped.finishedAt === null) return false;
  // Somebody held its row locked: the next one went first.
  if (touched(time(skipped.scheduledFor), time(skipped.finishedAt), ["lock:row"])) return true;
  return touched(time(other.finishedAt), time(skipped.finishedAt), [
    "db:",
    "lock:",
    "partition",
    "drip:",
    "slow:",
    "stop:",
    "kill:",
    "rolling",
    "stall",
  ]);
}

function standsInTheWay(other: Row, skipped: Row, due: number): boolean {
  if (other.id !== skipped.blockedBy?.id || time(other.scheduledFor) > due) return false;
  return other.finishedAt === null || time(other.finishedAt) >= due - SKIPPED_MS;
}

/** How many of those that were missed at once the task's policy runs after all, the newest ones. */
const TAKEN = { SKIP: 0, LAST: 1, LAST_N, ALL: 100 } as const;

/** Rows that were found missed in the same moment were decided together. */
function checkPolicy({ say }: Context, task: Made, own: readonly Row[]): void {
  const missed = own.filter(({ state, finishedAt }) => state === "MISSED" && finishedAt !== null);
  for (const decidedAt of new Set(missed.map(({ finishedAt }) => time(finishedAt as string)))) {
    const until = decidedAt - WINDOW_MS;
    const overdue = dueBetween(task.timing, task.ackedAt, until).filter((at) => at >= decidedAt - CATCH_UP_MS);
    const taken = new Set(TAKEN[task.options.missed] === 0 ? [] : overdue.slice(-TAKEN[task.options.missed]));
    for (const row of missed.filter(({ finishedAt }) => time(finishedAt as string) === decidedAt)) {
      const at = time(row.scheduledFor);
      if (at > until) say("policy", `${task.name} at ${row.scheduledFor} was given up within its window`);
      else if (taken.has(at) && !SUMMARY.test(row.why ?? ""))
        say("policy", `${task.name} at ${row.scheduledFor} is MISSED, but ${task.options.missed} runs it`);
    }
    for (const row of own) {
      const at = time(row.scheduledFor);
      const began = row.startedAt !== null && time(row.startedAt) >= decidedAt;
      const oldest = Math.min(...missed.filter(({ finishedAt }) => time(finishedAt as string) === decidedAt).map((one) => time(one.scheduledFor))); // biome-ignore format: one thought
      // One that waits for a slot was taken in time and is nobody's to miss.
      const afterAll = began && /missed-run policy/.test(row.why ?? "");
      if (afterAll && at >= oldest && at <= until && !taken.has(at))
        say(
          "policy",
          `${task.name} at ${row.scheduledFor} was run after all, but its policy is ${task.options.missed}`,
        );
    }
  }
}

/** After everything has healed nothing waits beyond its time, and nothing runs that should have ended. */
export function checkRows({ rows, readAt, touched, say }: Context): void {
  if (touched(readAt - WINDOW_MS, readAt, ["stall"])) return;
  for (const row of rows) {
    const began = row.attempts.nodes.at(-1)?.startedAt;
    if (row.state === "RUNNING" && began && time(began) < readAt - WINDOW_MS)
      say("stuck", `run ${row.id} has been RUNNING since ${began}`);
    const waits = row.state === "SCHEDULED" || row.state === "QUEUED" || row.state === "RETRYING";
    if (waits && row.dueAt !== null && time(row.dueAt) < readAt - WINDOW_MS)
      say("stuck", `run ${row.id} has been ${row.state} since ${row.dueAt}`);
  }
}
