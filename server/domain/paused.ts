// Decides about the occurrences that fell into a pause: skipped, run after all, or held for a person. Pure.

import { shownInstant } from "./instant.ts";
import { MAX_CATCH_UP_ROWS } from "./limits.ts";
import { dueTimes, summary } from "./missed.ts";
import { occurrenceRow, type PlanContext, restsBetweenRuns, runsLeft } from "./planning.ts";
import type { NewRun } from "./ports.ts";
import type { Task } from "./types.ts";

export type ResumeChoice = "SKIP" | "LAST" | "ALL" | "HOLD";

/** How many occurrences have fallen into the pause. */
export function countPaused(task: Task, { table, now }: PlanContext): number {
  if (task.state !== "PAUSED" || restsBetweenRuns(task)) return 0;
  return table.count(task.plannedThrough, now).count;
}

/** What is chosen when nobody says: held when there are more than the task's hold policy allows, else skipped. */
export const defaultChoice = (task: Task, count: number): ResumeChoice =>
  task.catchUp.hold !== null && count > task.catchUp.hold.whenMoreThan ? "HOLD" : "SKIP";

/** Without a hold policy those held wait so long. */
const HOLD_MS = 24 * 3_600_000;

/** The newest with a row each, the others with one row together. */
export function pausedRows(task: Task, choice: ResumeChoice, context: PlanContext): NewRun[] {
  if (restsBetweenRuns(task)) return [];
  const { now, newId, table, progress } = context;
  const { occurrences, total } = table.newest(task.plannedThrough, now, MAX_CATCH_UP_ROWS);
  const from = task.pausedAt ?? task.plannedThrough;
  const paused = `The task was paused from ${shownInstant(from)}${task.pauseReason ? ` ("${task.pauseReason}")` : ""}.`;
  const newest = choice === "LAST" ? occurrences.slice(-1) : choice === "ALL" ? occurrences : [];
  const ordered = task.catchUp.order === "OLDEST_FIRST" ? newest : newest.toReversed();
  const due = new Map(dueTimes(task, ordered.slice(0, runsLeft(task, progress)), now));
  const heldUntil = now + (task.catchUp.hold?.forMs ?? HOLD_MS);
  const rows = occurrences.map((occurrence) => {
    const dueAt = due.get(occurrence.at);
    if (choice === "HOLD") {
      const why = `${paused} Held for a person to decide; at ${shownInstant(heldUntil)} the missed-run policy ${task.missedRunPolicy} does.`;
      return occurrenceRow(task, newId, occurrence, { state: "HELD", late: true, why, heldUntil });
    }
    if (dueAt === undefined)
      return occurrenceRow(task, newId, occurrence, { state: "SKIPPED", late: false, why: paused });
    const why = `${paused} Whoever resumed it chose to run it after all.`;
    // As with a held run that a person releases, no start deadline stands against the choice.
    return occurrenceRow(task, newId, occurrence, { state: "QUEUED", late: true, why, dueAt, heldUntil: now });
  });
  const rest = total.count - occurrences.length;
  return rest > 0
    ? [summary(task, { ...total, count: rest }, now, context, "SKIPPED", "the task was paused"), ...rows]
    : rows;
}
