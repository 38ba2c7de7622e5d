// Edits a task: compare-and-set on its version; everything that has not started follows the edit.
import { canonicalJson } from "../canonical-json.ts";
import { decideOverdue } from "../catch-up.ts";
import { fail, ok, type Result } from "../errors.ts";
import { checkFollowed } from "../input/follow-ups.ts";
import { lookUp } from "../input/payload.ts";
import { checkTaskPatch, type TaskPatch } from "../input/task.ts";
import { checkId } from "../input/text.ts";
import { planAnew } from "../replan.ts";
import type { Task } from "../types.ts";
import { type Deps, nameTaken, notFound, staleTask } from "./deps.ts";

export interface UpdateTask extends TaskPatch {
  readonly id: string;
  readonly version: number;
}

export async function updateTask(deps: Deps, { id, version, ...patch }: UpdateTask): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const before = (await deps.store.tasksById([id])).get(id);
  const modules = await lookUp(deps.modules, [
    patch.target?.module?.name,
    patch.fallbackTarget?.module?.name,
    ...modulesOf(before),
  ]);
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const current = await tx.task(id);
    if (!current || current.deletedAt !== null) return fail(notFound("task", id));
    if (current.version !== version) return fail(staleTask(current, version));
    const spec = await checkTaskPatch(current, patch, now, { ...deps, modules, store: tx });
    if (!spec.ok) return spec;
    const named = { id, name: spec.value.name, followUps: spec.value.followUps };
    const followed = patch.followUps ? await checkFollowed(tx, named, current.followUps) : ok(true);
    if (!followed.ok) return followed;
    await decideOverdue(tx, current, now, deps.newId);
    const decided = (await tx.task(id)) as Task;
    const runCount = current.maxRuns === null ? 0 : decided.runCount;
    const edited: Task = { ...decided, ...spec.value, runCount, version: version + 1, updatedAt: now };
    const replan = timing(edited) !== timing(current);
    const task = replan ? await planAnew(tx, deps.newId, decided, edited, now) : edited;
    if ((await tx.saveTask(task, "UPDATED")) === "nameTaken") return fail(nameTaken(task.name));
    await tx.moveWaiting(now, task);
    return { ok: true, value: (await tx.task(id)) as Task };
  });
}

export const modulesOf = (task: Task | undefined): string[] =>
  [task?.target, task?.fallbackTarget].flatMap((target) => (target?.kind === "MODULE" ? [target.name] : []));

/** Equal for tasks with the same occurrences. */
const timing = ({ schedule, exclusions, startAt, endAt, jitterMs, seed, maxRuns }: Task): string =>
  canonicalJson({ schedule, exclusions, startAt, endAt, jitterMs, seed, maxRuns } as never);
