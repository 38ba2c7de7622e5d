// Deletes a task: what has not started goes, what is going goes on, the history stays.
import { decideOverdue } from "../catch-up.ts";
import { fail, ok, type Result } from "../errors.ts";
import { checkId } from "../input/text.ts";
import { pausedRows } from "../paused.ts";
import { readableContext } from "../plan-context.ts";
import type { Task } from "../types.ts";
import { type Deps, notFound } from "./deps.ts";

export async function deleteTask(
  deps: Deps,
  { id, version }: { id: string; version?: number | null | undefined },
): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const task = await tx.task(id);
    if (!task || task.deletedAt !== null) return fail(notFound("task", id));
    if (version !== undefined && version !== null && version !== task.version) {
      return fail({
        code: "CONFLICT",
        field: ["version"],
        message: `The task has changed: you read version ${version}, it is now version ${task.version}. Read it again before you delete it.`,
      });
    }
    await decideOverdue(tx, task, now, deps.newId);
    const paused = task.state === "PAUSED" ? await readableContext(tx, task, now, deps.newId) : null;
    if (paused !== null) await tx.insertRuns(now, pausedRows(task, "SKIP", paused));
    // What jitter holds back is past its instant: it keeps its row. Only what is to come is taken back.
    const waiting = (await tx.waitingRuns(id)).filter((run) => run.state !== "SCHEDULED" || run.scheduledFor <= now);
    await tx.changeRuns(
      now,
      waiting.map((run) => ({
        id: run.id,
        state: "CANCELLED",
        dueAt: null,
        finishedAt: now,
        why: "Its task was deleted.",
        late: run.late,
        event: "CANCELLED",
      })),
    );
    await tx.withdrawScheduled(now, id);
    for (const backfill of await tx.runningBackfillsOf(id))
      await tx.saveBackfill({ ...backfill, state: "CANCELLED", finishedAt: now });
    await tx.saveTask({ ...task, version: task.version + 1, updatedAt: now, deletedAt: now }, "DELETED");
    return ok((await tx.task(id)) as Task);
  });
}
