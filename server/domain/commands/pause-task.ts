// Holds and follows a task's schedule. A pause governs every occurrence that has not started when it is answered.
import { decideOverdue, hold } from "../catch-up.ts";
import { fail, ok, type Result, refuse } from "../errors.ts";
import { checkId, checkText } from "../input/text.ts";
import { REASON_LENGTH } from "../limits.ts";
import { countPaused, defaultChoice, pausedRows, type ResumeChoice } from "../paused.ts";
import { planContext, readableContext } from "../plan-context.ts";
import { planAhead } from "../planning.ts";
import type { Task } from "../types.ts";
import { type Deps, notFound, staleTask } from "./deps.ts";

export async function pauseTask(
  deps: Deps,
  { id, reason, version }: { id: string; reason?: string | null | undefined; version?: number },
): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const text = reason
    ? checkText(["reason"], reason, { most: REASON_LENGTH, lines: true, example: "Disk is being replaced" })
    : ok("");
  if (!text.ok) return text;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const task = await tx.task(id);
    if (!task || task.deletedAt !== null) return fail(notFound("task", id));
    if (version !== undefined && version !== task.version) return fail(staleTask(task, version));
    if (task.state !== "ACTIVE") {
      return fail({
        code: "ILLEGAL_STATE",
        field: ["id"],
        message: `Only an active task can be paused; this one is ${task.state}.`,
      });
    }
    await decideOverdue(tx, task, now, deps.newId);
    await tx.saveTask(await hold(tx, task, now, text.value || null), "PAUSED");
    return ok((await tx.task(id)) as Task);
  });
}

export async function resumeTask(
  deps: Deps,
  { id, missed, version }: { id: string; missed?: ResumeChoice | null | undefined; version?: number },
): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const task = await tx.task(id);
    if (!task || task.deletedAt !== null) return fail(notFound("task", id));
    if (version !== undefined && version !== task.version) return fail(staleTask(task, version));
    if (task.state !== "PAUSED") {
      return fail({
        code: "ILLEGAL_STATE",
        field: ["id"],
        message: `Only a paused task can be resumed; this one is ${task.state}.`,
      });
    }
    const context = await readableContext(tx, task, now, deps.newId);
    if (context === null) {
      const why =
        "The schedule cannot be read any more: its time zone is unknown to this server. Give the task another schedule.";
      return refuse("ILLEGAL_STATE", ["id"], why);
    }
    const choice = missed ?? defaultChoice(task, countPaused(task, context));
    await tx.insertRuns(now, pausedRows(task, choice, context));
    const resumed: Task = {
      ...task,
      state: "ACTIVE",
      pauseReason: null,
      pausedAt: null,
      consecutiveFailures: 0,
      version: task.version + 1,
      updatedAt: now,
      plannedThrough: now,
    };
    const plan = planAhead(resumed, await planContext(tx, resumed, now, deps.newId));
    await tx.insertRuns(now, plan.runs);
    await tx.saveTask({ ...resumed, plannedThrough: plan.plannedThrough }, "RESUMED");
    return ok((await tx.task(id)) as Task);
  });
}
