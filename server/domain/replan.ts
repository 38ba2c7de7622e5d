// Plans a task anew, within a transaction, after its timing changed: by an edit, a calendar, or the time zone rules. What had not
// started goes, the new timing's occurrences come.

import { decideOverdue } from "./catch-up.ts";
import { pausedRows } from "./paused.ts";
import { planContext, readableContext } from "./plan-context.ts";
import { lateOnce, type NewId, occurrenceRow, planAhead, undecidedFrom } from "./planning.ts";
import type { NewRun, StoreTransaction } from "./ports.ts";
import type { Timetable } from "./schedule/index.ts";
import type { Run, Task } from "./types.ts";

/** Answers the task as it is to be saved. What passed during a pause is recorded by the timing that held then. */
export async function planAnew(
  tx: StoreTransaction,
  newId: NewId,
  current: Task,
  edited: Task,
  now: number,
): Promise<Task> {
  // The run of this server's start is nobody's to plan again: it stays.
  if (current.schedule.kind === "STARTUP" && edited.schedule.kind === "STARTUP")
    return edited.state === "PAUSED" ? edited : { ...edited, state: "ACTIVE" };
  const withdrawn = await tx.withdrawScheduled(now, current.id);
  if (current.state === "PAUSED") {
    const context = await readableContext(tx, current, now, newId);
    if (context !== null) await tx.insertRuns(now, pausedRows(current, "SKIP", context));
    return { ...edited, plannedThrough: undecidedFrom(edited, now) };
  }
  const active: Task = { ...edited, state: "ACTIVE", plannedThrough: now };
  if (active.maxRuns !== current.maxRuns) await skipBeyondMaximum(tx, active, now);
  const { table } = await planContext(tx, active, now, newId);
  await tx.insertRuns(now, [...keptBack(active, withdrawn, table, now, newId), ...lateOnce(active, now, newId)]);
  const plan = planAhead(active, await planContext(tx, active, now, newId));
  await tx.insertRuns(now, plan.runs);
  return { ...active, plannedThrough: plan.plannedThrough };
}

/** Jitter may have held an occurrence of a moment ago back: it runs by the new timing when that still names it, at once if need be. */
function keptBack(task: Task, withdrawn: readonly Run[], table: Timetable, now: number, newId: NewId): NewRun[] {
  return withdrawn.flatMap((run) => {
    const occurrence = run.scheduledFor <= now ? table.explain(run.scheduledFor).occurrence : null;
    if (occurrence === null) return [];
    const effectiveAt = Math.max(occurrence.effectiveAt, now);
    return [occurrenceRow(task, newId, { ...occurrence, effectiveAt }, { state: "SCHEDULED", late: false, why: null })];
  });
}

/** An edit may lower the maximum of runs below what waits already. */
async function skipBeyondMaximum(tx: StoreTransaction, task: Task, now: number): Promise<void> {
  if (task.maxRuns === null) return;
  const waiting = (await tx.waitingRuns(task.id)).filter(
    ({ trigger, state }) => trigger === "SCHEDULE" && state !== "RETRYING",
  );
  const why = `The task's maximum of runs was set to ${task.maxRuns}, and the runs before it use that up.`;
  await tx.changeRuns(
    now,
    waiting.slice(Math.max(0, task.maxRuns - task.runCount)).map(({ id, late }) => {
      return { id, state: "SKIPPED", dueAt: null, finishedAt: now, why, late, event: "SKIPPED" };
    }),
  );
}

/** After a calendar or the time zone rules changed: an active task is planned anew, with its event; answers whether it was. */
export async function replanTask(tx: StoreTransaction, newId: NewId, task: Task, now: number): Promise<boolean> {
  if (task.state !== "ACTIVE") return false;
  await decideOverdue(tx, task, now, newId);
  const current = (await tx.task(task.id)) as Task;
  await tx.saveTask({ ...(await planAnew(tx, newId, current, current, now)), updatedAt: now }, "REPLANNED");
  return true;
}
