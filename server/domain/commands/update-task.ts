// Edits a task: compare-and-set on its version; everything that has not started follows the edit.
import { canonicalJson } from "../canonical-json.ts";
import { decideOverdue } from "../catch-up.ts";
import { fail, ok, type Result } from "../errors.ts";
import { checkFollowed } from "../input/follow-ups.ts";
import type { ModuleCatalog } from "../input/target.ts";
import { checkTaskPatch, type TaskPatch } from "../input/task.ts";
import { checkId } from "../input/text.ts";
import { planAnew } from "../replan.ts";
import type { Task } from "../types.ts";
import { type Deps, nameTaken, notFound } from "./deps.ts";

export interface UpdateTask extends TaskPatch {
  readonly id: string;
  readonly version: number;
}

export async function updateTask(deps: Deps, { id, version, ...patch }: UpdateTask): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const modules = await lookedUp(deps.modules, patch);
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const current = await tx.task(id);
    if (!current || current.deletedAt !== null) return fail(notFound("task", id));
    if (current.version !== version) return fail(stale(current, version));
    const spec = await checkTaskPatch(current, patch, now, { modules, shellAllowed: deps.shellAllowed, store: tx });
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

/** The tasks folder is looked at before the transaction: a slow disk must not hold up every other write. */
async function lookedUp(modules: ModuleCatalog, patch: TaskPatch): Promise<ModuleCatalog> {
  const name = patch.target?.module?.name;
  if (name === undefined) return modules;
  const [has, list] = [await modules.has(name), await modules.list()];
  return { has: async () => has, list: async () => list };
}

const stale = (current: Task, version: number) => ({
  code: "CONFLICT" as const,
  field: ["version"],
  message: `The task has changed: you read version ${version}, it is now version ${current.version}. Read it again and repeat the edit.`,
});

/** Equal for tasks with the same occurrences. */
const timing = ({ schedule, exclusions, startAt, endAt, jitterMs, seed, maxRuns }: Task): string =>
  canonicalJson({ schedule, exclusions, startAt, endAt, jitterMs, seed, maxRuns } as never);
