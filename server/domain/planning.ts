// Turns schedules into rows: what is written ahead, and what becomes of occurrences whose time has passed. Pure; the
// scheduler and the mutations write what is decided here in their own transactions.

import { shownInstant, shownLength } from "./instant.ts";
import { END_OF_TIME, EXECUTION_WINDOW_MS, LOOK_AHEAD_MS, MAX_CATCH_UP_ROWS } from "./limits.ts";
import type { NewRun, RunChange } from "./ports.ts";
import { newestOccurrences, nextOccurrence, occurrencesBetween } from "./schedule/index.ts";
import type { Run, Task } from "./types.ts";

export type NewId = () => string;

export interface Plan {
  readonly runs: readonly NewRun[];
  readonly changes: readonly RunChange[];
  readonly plannedThrough: number;
}

/** More than one look-ahead holds of the shortest interval, so that planning keeps up. */
const MAX_AHEAD_ROWS = 200;

function newRun(task: Task, newId: NewId, at: number, decision: Pick<NewRun, "state" | "late" | "why">): NewRun {
  return {
    id: newId(),
    taskId: task.id,
    trigger: "SCHEDULE",
    lane: task.target.kind,
    scheduledFor: at,
    maxAttempts: task.retry.maxAttempts,
    ...decision,
  };
}

/** The occurrences after `task.plannedThrough` within the look-ahead, and at least the next one. */
export function planAhead(task: Task, now: number, newId: NewId): Plan {
  const within = occurrencesBetween(task.schedule, task.plannedThrough, now + LOOK_AHEAD_MS, MAX_AHEAD_ROWS);
  const next = within.length > 0 ? null : nextOccurrence(task.schedule, task.plannedThrough);
  const planned = next ? [next] : within;
  return {
    runs: planned.map(({ at, note }) => newRun(task, newId, at, { state: "SCHEDULED", late: false, why: note })),
    changes: [],
    plannedThrough: planned.at(-1)?.at ?? END_OF_TIME,
  };
}

interface Passed {
  readonly at: number;
  /** The row that was planned for it, when there is one. */
  readonly run: Run | undefined;
}

/**
 * Occurrences that nobody took within the execution window (all processes down, or the clock jumped) by the task's missed-run
 * policy, then planning ahead. `overdue`: the task's SCHEDULED runs from before the window, oldest first.
 */
export function catchUp(task: Task, overdue: readonly Run[], now: number, newId: NewId): Plan {
  const until = now - EXECUTION_WINDOW_MS;
  const unplanned =
    task.plannedThrough < until
      ? newestOccurrences(task.schedule, task.plannedThrough, until, MAX_CATCH_UP_ROWS)
      : { occurrences: [], total: 0 };
  const passed: Passed[] = [
    ...overdue.map((run) => ({ at: run.scheduledFor, run })),
    ...unplanned.occurrences.map(({ at }) => ({ at, run: undefined })),
  ];
  const chosen = toCatchUp(task, passed, now);
  const runs: NewRun[] = [];
  const changes: RunChange[] = [];
  const omitted = unplanned.total - unplanned.occurrences.length;
  if (omitted > 0) runs.push(summary(task, omitted, until, newId, "MISSED", "nobody could run them in time"));
  for (const { at, run } of passed) {
    const taken = chosen.has(at);
    const state = taken ? "QUEUED" : "MISSED";
    const why = taken ? caughtUp(task, at, now) : missed(task, at, now);
    if (!run) runs.push(newRun(task, newId, at, { state, late: true, why }));
    else
      changes.push({
        id: run.id,
        state,
        dueAt: taken ? at : null,
        finishedAt: taken ? null : now,
        why,
        late: true,
        event: state,
      });
  }
  const plannedThrough = Math.max(task.plannedThrough, until);
  const ahead = planAhead({ ...task, plannedThrough }, now, newId);
  return { runs: [...runs, ...ahead.runs], changes, plannedThrough: ahead.plannedThrough };
}

/** The instants that the missed-run policy has run after all. */
function toCatchUp(task: Task, passed: readonly Passed[], now: number): Set<number> {
  const eligible = passed.map(({ at }) => at).filter((at) => at >= now - task.catchUpWindowMs);
  switch (task.missedRunPolicy) {
    case "SKIP":
      return new Set();
    case "LAST":
      return new Set(eligible.slice(-1));
    case "ALL":
      return new Set(eligible.slice(-MAX_CATCH_UP_ROWS));
  }
}

const found = (at: number, now: number) =>
  `Nobody could run it at ${shownInstant(at)}; that was found ${shownLength(now - at)} later.`;

const caughtUp = (task: Task, at: number, now: number) =>
  `${found(at, now)} The missed-run policy ${task.missedRunPolicy} runs it now.`;

function missed(task: Task, at: number, now: number): string {
  if (task.missedRunPolicy === "SKIP") return `${found(at, now)} The missed-run policy is SKIP.`;
  if (at < now - task.catchUpWindowMs) {
    return `${found(at, now)} That is beyond the catch-up window of ${shownLength(task.catchUpWindowMs)}.`;
  }
  return task.missedRunPolicy === "LAST"
    ? `${found(at, now)} The missed-run policy LAST runs a later one only.`
    : `${found(at, now)} The missed-run policy ALL runs the newest ${MAX_CATCH_UP_ROWS} only.`;
}

/** The occurrences of a pause as SKIPPED rows: the newest with a row each, the others with one row together. */
export function skipPaused(task: Task, now: number, newId: NewId): NewRun[] {
  const from = task.pausedAt ?? task.plannedThrough;
  const { occurrences, total } = newestOccurrences(task.schedule, task.plannedThrough, now, MAX_CATCH_UP_ROWS);
  const why = `The task was paused from ${shownInstant(from)}${task.pauseReason ? ` ("${task.pauseReason}")` : ""}.`;
  const rest = total - occurrences.length;
  const rows = occurrences.map(({ at }) => newRun(task, newId, at, { state: "SKIPPED", late: false, why }));
  return rest > 0 ? [summary(task, rest, now, newId, "SKIPPED", "the task was paused"), ...rows] : rows;
}

/** One row for the `count` oldest occurrences after `task.plannedThrough`; it stands at the first of them. */
function summary(
  task: Task,
  count: number,
  until: number,
  newId: NewId,
  state: "MISSED" | "SKIPPED",
  because: string,
): NewRun {
  const first = nextOccurrence(task.schedule, task.plannedThrough)?.at ?? until;
  const why = `Stands for ${count} occurrences from ${shownInstant(first)} on: ${because}. The newest ${MAX_CATCH_UP_ROWS} have their own rows.`;
  return newRun(task, newId, first, { state, late: state === "MISSED", why });
}
