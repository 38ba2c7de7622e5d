// Turns timetables into rows ahead of time. Pure; the scheduler and the mutations write what is decided here in their own
// transactions. What becomes of occurrences whose time has passed is `missed.ts`.

import { END_OF_TIME, LIMIT_REACHED, LOOK_AHEAD_MS } from "./limits.ts";
import type { NewRun, RunChange, TaskProgress } from "./ports.ts";
import type { Occurrence, Timetable } from "./schedule/index.ts";
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
    id: newId(),
    taskId: task.id,
    trigger: "SCHEDULE",
    lane: task.target.kind,
    scheduledFor: at,
    effectiveAt,
    dueAt: waits ? effectiveAt : null,
    maxAttempts: task.retry.maxAttempts,
    ...decision,
  };
}

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
  let at = Math.max(progress.lastEnd, task.plannedThrough) + schedule.intervalMs;
  for (let tries = 0; tries < MAX_RESTS; tries++, at += schedule.intervalMs) {
    const refused = table.explain(at).checks.filter(({ kind, passed }) => kind !== "SCHEDULE" && passed === false);
    if (refused.length === 0) return [{ at, effectiveAt: at, notes: [] }];
    if (refused.some((check) => check.kind === "BOUNDS" && check.endAt !== null && at > check.endAt)) break;
  }
  return [];
}
