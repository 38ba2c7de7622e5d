// Gathers what planning and asking need beside a task: the calendars it leaves out, and where its runs stand.

import { DEFAULT_NAMESPACE } from "./namespace.ts";
import { type NewId, needsProgress, type PlanContext } from "./planning.ts";
import type { StoreTransaction, TaskProgress } from "./ports.ts";
import { type Timetable, timetableOf } from "./schedule/index.ts";
import type { Calendar, Exclusion, Task, Timing } from "./types.ts";

type CalendarReader = Pick<StoreTransaction, "calendarsById">;

/** Stands for a calendar that was deleted, where a deleted task or an old event still names it. */
export const GONE: Calendar = {
  id: "",
  namespaceId: DEFAULT_NAMESPACE,
  name: "(deleted calendar)",
  description: null,
  timezone: null,
  entries: [],
  version: 0,
  createdAt: 0,
  updatedAt: 0,
};
const NO_PROGRESS: TaskProgress = { pending: 0, going: 0, lastEnd: null };

export const calendarIds = (exclusions: readonly Exclusion[]): string[] => [
  ...new Set(exclusions.flatMap((each) => (each.kind === "CALENDAR" ? [each.calendarId] : []))),
];

/** @throws Error when the schedule cannot be read any more, for example because its zone is gone */
export async function timetableFor(reader: CalendarReader, timing: Timing): Promise<Timetable> {
  const ids = calendarIds(timing.exclusions);
  if (ids.length === 0) return timetableOf(timing, new Map());
  const found = await reader.calendarsById(ids);
  // A calendar that living tasks use cannot be deleted, but a deleted task may still be asked about.
  return timetableOf(timing, new Map(ids.map((id) => [id, found.get(id) ?? { ...GONE, id }])));
}

export async function planContext(
  tx: Pick<StoreTransaction, "calendarsById" | "taskProgress">,
  task: Task,
  now: number,
  newId: NewId,
): Promise<PlanContext> {
  return { now, newId, table: await timetableFor(tx, task), progress: await progressOf(tx, task) };
}

/** Of a task that nothing of the kind bounds, nothing is counted. */
export async function progressOf(tx: Pick<StoreTransaction, "taskProgress">, task: Task): Promise<TaskProgress> {
  const progress = needsProgress(task) ? (await tx.taskProgress([task.id])).get(task.id) : undefined;
  return progress ?? NO_PROGRESS;
}

/** Null when the schedule cannot be read any more: its task can be edited and deleted all the same. */
export async function readableContext(...args: Parameters<typeof planContext>): Promise<PlanContext | null> {
  try {
    return await planContext(...args);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
