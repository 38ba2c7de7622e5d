// Plans a task anew, within a transaction, after its timing changed: by an edit, a calendar, or the time zone rules. What had not
// started goes, the new timing's occurrences come.

import { decideOverdue } from "./catch-up.ts";
import { pausedRows } from "./paused.ts";
import { planContext } from "./plan-context.ts";
import { type NewId, planAhead } from "./planning.ts";
import type { StoreTransaction } from "./ports.ts";
import type { Task } from "./types.ts";

/** Answers the task as it is to be saved. What passed during a pause is recorded by the timing that held then. */
export async function planAnew(
  tx: StoreTransaction,
  newId: NewId,
  current: Task,
  edited: Task,
  now: number,
): Promise<Task> {
  const withdrawn = await tx.withdrawScheduled(now, current.id);
  if (current.state === "PAUSED") {
    await tx.insertRuns(now, pausedRows(current, "SKIP", await planContext(tx, current, now, newId)));
    return { ...edited, plannedThrough: now };
  }
  // Jitter may hold an occurrence of a moment ago back: it is planned again when the new timing still names it.
  const from = Math.min(now, ...withdrawn.map((run) => run.scheduledFor - 1));
  const active: Task = { ...edited, state: "ACTIVE", plannedThrough: from };
  const plan = planAhead(active, await planContext(tx, active, now, newId));
  await tx.insertRuns(
    now,
    plan.runs.filter((run) => run.effectiveAt > now),
  );
  return { ...active, plannedThrough: plan.plannedThrough };
}

/** After a calendar or the time zone rules changed: an active task is planned anew, with its event; answers whether it was. */
export async function replanTask(tx: StoreTransaction, newId: NewId, task: Task, now: number): Promise<boolean> {
  if (task.state !== "ACTIVE") return false;
  await decideOverdue(tx, task, now, newId);
  const current = (await tx.task(task.id)) as Task;
  await tx.saveTask({ ...(await planAnew(tx, newId, current, current, now)), updatedAt: now }, "REPLANNED");
  return true;
}
