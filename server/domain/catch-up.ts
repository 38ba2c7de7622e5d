// Decides, within a transaction, about a task's occurrences that nobody took in time. The scheduler does it for all tasks; an edit,
// a pause or a deletion that comes before the scheduler does it for its own: what was missed keeps its rows.

import { shownInstant } from "./instant.ts";
import { EXECUTION_WINDOW_MS } from "./limits.ts";
import { catchUp } from "./missed.ts";
import { planContext } from "./plan-context.ts";
import type { NewId, Plan } from "./planning.ts";
import type { StoreTransaction } from "./ports.ts";
import type { Run, Task } from "./types.ts";

/** The task as it then is, and what was decided; undefined when nothing was overdue. */
export async function decideOverdue(
  tx: StoreTransaction,
  task: Task,
  now: number,
  newId: NewId,
): Promise<{ task: Task; plan: Plan } | undefined> {
  const until = now - EXECUTION_WINDOW_MS;
  const waiting = await tx.waitingRuns(task.id);
  const overdue = waiting.filter(
    (run) => run.state === "SCHEDULED" && run.trigger === "SCHEDULE" && run.effectiveAt <= until,
  );
  if (task.state !== "ACTIVE" || (overdue.length === 0 && task.plannedThrough > until)) return undefined;
  const plan = catchUp(task, overdue, await planContext(tx, task, now, newId));
  await tx.changeRuns(now, plan.changes);
  await tx.insertRuns(now, plan.runs);
  await tx.setPlanned([{ taskId: task.id, plannedThrough: plan.plannedThrough }]);
  return { task: { ...task, plannedThrough: plan.plannedThrough }, plan };
}

/** Holds a task's schedule from `now` on: nothing that is planned or due starts any more. Triggers by hand still run. */
export async function hold(tx: StoreTransaction, task: Task, now: number, pauseReason: string | null): Promise<Task> {
  const waiting = (await tx.waitingRuns(task.id)).filter((run) => run.trigger === "SCHEDULE");
  // The run of a server's start cannot be planned again when the task is resumed: it is skipped like one that is due.
  const passes = (run: Run): boolean => task.schedule.kind === "STARTUP" || run.scheduledFor <= now;
  const due = waiting.filter((run) => run.state === "QUEUED" || (run.state === "SCHEDULED" && passes(run)));
  const reason = pauseReason ? ` ("${pauseReason}")` : "";
  const why = `The task was paused at ${shownInstant(now)}, before it could start${reason}.`;
  await tx.changeRuns(
    now,
    due.map(({ id, late }) => ({ id, state: "SKIPPED", dueAt: null, finishedAt: now, why, late, event: "SKIPPED" })),
  );
  await tx.withdrawScheduled(now, task.id);
  const version = task.version + 1;
  return { ...task, state: "PAUSED", pauseReason, pausedAt: now, plannedThrough: now, version, updatedAt: now };
}
