// Brings a deleted task back, as it was: what it names must still be there, and its name free. Nothing of the time in between is run.
import { fail, ok, type Result } from "../errors.ts";
import { checkFollowed } from "../input/follow-ups.ts";
import { lookUp } from "../input/payload.ts";
import { checkTaskPatch } from "../input/task.ts";
import { checkId } from "../input/text.ts";
import { inputOf } from "../input-of.ts";
import { undecidedFrom } from "../planning.ts";
import { overQuota } from "../quota.ts";
import { planAnew } from "../replan.ts";
import type { Task } from "../types.ts";
import { type Deps, nameTaken, notFound, staleTask } from "./deps.ts";
import { modulesOf } from "./update-task.ts";

export async function restoreTask(
  deps: Deps,
  { id, version }: { id: string; version?: number },
): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const modules = await lookUp(deps.modules, modulesOf((await deps.store.tasksById([id])).get(id)));
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const task = await tx.task(id);
    if (!task) return fail(notFound("task", id));
    if (task.deletedAt === null)
      return fail({
        code: "ILLEGAL_STATE",
        field: ["id"],
        message: "Only a deleted task can be restored; this one is not.",
      });
    if (version !== undefined && version !== task.version) return fail(staleTask(task, version));
    const over = await overQuota(tx, task.namespaceId, "tasks");
    if (over) return over;
    // As an edit that says again all that it has: calendars, secrets, queues and modules may have gone meanwhile.
    const spec = await checkTaskPatch(task, inputOf(task), now, { ...deps, modules, store: tx });
    if (!spec.ok) return spec;
    const followed = await checkFollowed(tx, task, []);
    if (!followed.ok) return followed;
    const living: Task = { ...task, deletedAt: null, version: task.version + 1, updatedAt: now };
    const restored =
      task.state === "ACTIVE"
        ? await planAnew(tx, deps.newId, living, living, now)
        : { ...living, plannedThrough: undecidedFrom(living, now) };
    if ((await tx.saveTask(restored, "UPDATED")) === "nameTaken") return fail(nameTaken(task.name));
    return ok((await tx.task(id)) as Task);
  });
}
