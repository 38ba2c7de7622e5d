// Turns timetables into rows ahead of time. Pure; the scheduler and the mutations write what is decided here in their own
// transactions. What becomes of occurrences whose time has passed is `missed.ts`.

import { shownLength } from "./instant.ts";
import { fromTask } from "./lanes.ts";
import { END_OF_TIME, LIMIT_REACHED, LOOK_AHEAD_MS } from "./limits.ts";
import type { NewRun, RunChange, TaskProgress } from "./ports.ts";
import type { Occurrence, SpecCheck, Timetable } from "./schedule/index.ts";
import { sentence } from "./sentence.ts";
import type { Task } from "./types.ts";

export type NewId = () => string;

/** What planning a task needs to know beside the task itself. */
export interface PlanContext {
  readonly now: number;
  readonly newId: NewId;
  readonly table: Timetable;
  readonly progress: TaskProgress;
}

export interface Plan {
  readonly runs: readonly NewRun[];
  readonly changes: readonly RunChange[];
  readonly plannedThrough: number;
}

/** More than one look-ahead holds of the shortest interval, so that planning keeps up. */
const MAX_AHEAD_ROWS = 200;
/** A rest after a run may fall into an exclusion; so many further rests are tried. */
const MAX_RESTS = 10_000;

/** Whether the interval is counted from the end of the run before, which no timetable knows. */
export const restsBetweenRuns = ({ schedule }: Pick<Task, "schedule">): boolean =>
  schedule.kind === "EVERY" && schedule.after === "END";

/** Whether `maxRuns` or the end of the run before has a say: then planning needs the task's progress. */
export const needsProgress = (task: Task): boolean => task.maxRuns !== null || restsBetweenRuns(task);

type Decision = Pick<NewRun, "state" | "late" | "why"> & Partial<Pick<NewRun, "dueAt" | "heldUntil">>;

export function occurrenceRow(task: Task, newId: NewId, occurrence: Occurrence, decision: Decision): NewRun {
  const { at, effectiveAt } = occurrence;
  const waits = decision.state === "SCHEDULED" || decision.state === "QUEUED";
  return {
    ...fromTask(task),
    id: newId(),
    trigger: "SCHEDULE",
    scheduledFor: at,
    effectiveAt,
    dueAt: waits ? effectiveAt : null,
    ...decision,
  };
}

/** A one-time task that is given within its grace after its instant runs at once. */
export function lateOnce(task: Task, now: number, newId: NewId): NewRun[] {
  const { schedule } = task;
  if (schedule.kind !== "ONCE" || schedule.at > now || schedule.at <= now - (schedule.graceMs ?? 0)) return [];
  const why = `The task was given ${shownLength(now - schedule.at)} after this instant, within its grace.`;
  const occurrence = { at: schedule.at, effectiveAt: schedule.at, notes: [] };
  return [occurrenceRow(task, newId, occurrence, { state: "QUEUED", late: true, why })];
}

/** Up to where nothing of a task that is paused has its row: now, or just before a one-time instant within its grace. */
export function undecidedFrom({ schedule }: Task, now: number): number {
  if (schedule.kind !== "ONCE" || schedule.at <= now - (schedule.graceMs ?? 0)) return now;
  return Math.min(now, schedule.at - 1);
}

/** The occurrence of a server's start; null when bounds, exclusions or the maximum of runs leave it out. */
export function startRow(task: Task, { now, newId, table, progress }: PlanContext): NewRun | null {
  const { schedule } = task;
  if (schedule.kind !== "STARTUP" || runsLeft(task, progress) === 0) return null;
  const at = now + schedule.delayMs;
  if (leftOut(table, at).length > 0) return null;
  const occurrence = { at, effectiveAt: at, notes: [] };
  if (task.state !== "PAUSED") {
    const why = "Its schedule runs it whenever a server starts.";
    return occurrenceRow(task, newId, occurrence, { state: "SCHEDULED", late: false, why });
  }
  const reason = task.pauseReason ? ` ("${task.pauseReason}")` : "";
  const why = `A server started while the task was paused${reason}.`;
  return occurrenceRow(task, newId, occurrence, { state: "SKIPPED", late: false, why });
}

/** What takes an instant away, whether the schedule names it or not: bounds and exclusions. */
const leftOut = (table: Timetable, at: number): SpecCheck[] =>
  table.explain(at).checks.filter(({ kind, passed }) => kind !== "SCHEDULE" && passed === false);

/** How many more occurrences may be started. */
export const runsLeft = (task: Task, { pending }: TaskProgress): number =>
  task.maxRuns === null ? Number.POSITIVE_INFINITY : Math.max(0, task.maxRuns - task.runCount - pending);

/** What jitter did is shown with the run's two instants; the row's reason tells what clocks did. */
export const noteText = ({ notes }: Occurrence): string | null => {
  const told = notes.filter(({ kind }) => kind !== "JITTERED" && kind !== "ASSUMED");
  return told.length === 0 ? null : told.map(({ message }) => sentence(message)).join(" ");
};

/** The occurrences after `task.plannedThrough` within the look-ahead, and at least the next one. */
export function planAhead(task: Task, context: PlanContext): Plan {
  const { pending, going } = context.progress;
  // The rest begins with an end that is yet to come.
  if (restsBetweenRuns(task) && pending + going > 0)
    return { runs: [], changes: [], plannedThrough: task.plannedThrough };
  const left = runsLeft(task, context.progress);
  const planned = left === 0 ? [] : nextOccurrences(task, context).slice(0, left);
  const runs = planned.map((occurrence) =>
    occurrenceRow(task, context.newId, occurrence, { state: "SCHEDULED", late: false, why: noteText(occurrence) }),
  );
  const plannedThrough = planned.length >= left ? LIMIT_REACHED : (planned.at(-1)?.at ?? END_OF_TIME);
  return { runs, changes: [], plannedThrough };
}

function nextOccurrences(task: Task, context: PlanContext): Occurrence[] {
  if (restsBetweenRuns(task)) return afterRest(task, context);
  const { table, now } = context;
  const within = table.between(task.plannedThrough, now + LOOK_AHEAD_MS, MAX_AHEAD_ROWS);
  if (within.length > 0) return within;
  const next = table.next(task.plannedThrough);
  return next === null ? [] : [next];
}

/** One interval after the end of the last run; at the anchor's next step when there was none. */
function afterRest(task: Task, { table, progress }: PlanContext): Occurrence[] {
  const { schedule } = task;
  if (schedule.kind !== "EVERY") return [];
  if (progress.lastEnd === null) {
    const first = table.next(task.plannedThrough);
    return first === null ? [] : [{ ...first, notes: [] }];
  }
  // What was planned before and taken back by hand is not planned again; an edit does not begin the rest anew.
  const rested = progress.lastEnd + schedule.intervalMs;
  let at = rested > task.plannedThrough ? rested : task.plannedThrough + schedule.intervalMs;
  for (let tries = 0; tries < MAX_RESTS; tries++, at += schedule.intervalMs) {
    const refused = leftOut(table, at);
    if (refused.length === 0) return [{ at, effectiveAt: at, notes: [] }];
    if (refused.some((check) => check.kind === "BOUNDS" && check.endAt !== null && at > check.endAt)) break;
  }
  return [];
}
