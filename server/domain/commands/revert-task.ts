// Sets a task back to what it was at an earlier version: an edit like any other, made of what the audit has kept.
import type { Fields } from "../audit/entry.ts";
import { redact, restored } from "../audit/redact.ts";
import { canonicalJson } from "../canonical-json.ts";
import { fail, type Result, refuse } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import type { TaskPatch } from "../input/task.ts";
import { checkId } from "../input/text.ts";
import { inputOf } from "../input-of.ts";
import type { Json, Task } from "../types.ts";
import { type Deps, notFound } from "./deps.ts";
import { updateTask } from "./update-task.ts";

export interface RevertTask {
  readonly id: string;
  /** The one that was read. */
  readonly version: number;
  readonly toVersion: number;
}

export async function revertTask(deps: Deps, { id, version, toVersion }: RevertTask): Promise<Result<Task>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  const current = (await deps.store.tasksById([id])).get(id);
  if (!current || current.deletedAt !== null) return fail(notFound("task", id));
  const most = current.version - 1;
  if (!Number.isInteger(toVersion) || toVersion < 1 || toVersion > most) {
    const which = most < 1 ? "it has no earlier one" : `an earlier one, from 1 to ${most}, is expected`;
    const why = `toVersion ${toVersion} is no earlier version of the task, which is at version ${current.version}: ${which}.`;
    return refuse("OUT_OF_RANGE", ["toVersion"], why);
  }
  const definition = await deps.store.audit.definition(id, toVersion);
  if (definition === null) {
    const why = `Nobody knows what the task was like at version ${toVersion}: the audit does not go back so far, or nothing but its state was changed since.`;
    return refuse("NOT_FOUND", ["toVersion"], why);
  }
  const patch = patchTo(definition, current);
  if (!patch.ok) return patch;
  if (Object.keys(patch.value).length === 0)
    return refuse("ILLEGAL_STATE", ["toVersion"], `The task is what it was at version ${toVersion} already.`);
  return updateTask(deps, { id, version, ...patch.value });
}

/** The edit that makes these fields what they were. Credentials, which are not kept, stay what they are. */
export function patchTo(fields: Fields, current: Task): Result<TaskPatch> {
  const present = inputOf(current) as unknown as Fields;
  const collector = new Collector();
  const patch: Record<string, Json> = {};
  for (const [field, kept] of Object.entries(fields)) {
    const now = present[field];
    // A field of another version of this program.
    if (now === undefined || canonicalJson(redact(now)) === canonicalJson(kept)) continue;
    const value = restored(kept, now);
    if (value !== undefined) patch[field] = value;
    else {
      const why = `${field} held a credential then. The audit keeps none, and the task has none at this place now. Set ${field} with updateTask, best with the name of a secret.`;
      collector.take(refuse("ILLEGAL_STATE", [field], why));
    }
  }
  return collector.finish(() => patch as TaskPatch);
}
