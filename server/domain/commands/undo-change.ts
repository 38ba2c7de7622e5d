// Takes back what one call did to tasks: each task that nobody has changed since becomes what it was before.
import type { AuditEntry } from "../audit/entry.ts";
import { definitionOf } from "../audit/subjects.ts";
import { fail, ok, type Result, refuse } from "../errors.ts";
import { MAX_BULK } from "../limits.ts";
import type { Task } from "../types.ts";
import { inGroups, outcomeOf, refused, type TaskOutcome } from "./bulk-tasks.ts";
import { deleteTask } from "./delete-task.ts";
import type { Deps } from "./deps.ts";
import { pauseTask, resumeTask } from "./pause-task.ts";
import { restoreTask } from "./restore-task.ts";
import { patchTo } from "./revert-task.ts";
import { updateTask } from "./update-task.ts";

/** `mayEdit`: whoever may only pause and resume may only take that back. */
export async function undoChange(deps: Deps, changeId: string, mayEdit: boolean): Promise<Result<TaskOutcome[]>> {
  const entries = (await deps.store.audit.ofChange(changeId, 2 * MAX_BULK)).filter(
    ({ subject, outcome }) => subject?.kind === "TASK" && outcome === "DONE",
  );
  if (entries.length === 0) {
    const why = `The audit has no change of tasks with the id ${JSON.stringify(changeId.slice(0, 100))}.`;
    return refuse("NOT_FOUND", ["changeId"], why);
  }
  if (!mayEdit && entries.some((entry) => !isPause(entry)))
    return refuse("FORBIDDEN", ["changeId"], "To take back anything but a pause or its end needs the right EDIT.");
  const outcomes = await inGroups(entries, async (entry) => {
    const id = entry.subject?.id as string;
    const task = (await deps.store.tasksById([id])).get(id);
    if (!task) return refused(id, { code: "NOT_FOUND", field: ["changeId"], message: `No task has the id "${id}".` });
    if (task.version !== entry.version) return changedSince(entry, task);
    const result = await takeBack(deps, entry, task);
    return !result.ok && result.errors[0]?.code === "CONFLICT" ? changedSince(entry, task) : outcomeOf(id, result);
  });
  return ok(outcomes);
}

const changedSince = ({ subject, version }: AuditEntry, task: Task): TaskOutcome => ({
  id: task.id,
  task,
  outcome: "CHANGED_SINCE",
  error: {
    code: "CONFLICT",
    field: ["changeId"],
    message: `${JSON.stringify(subject?.name)} was at version ${version} after the change, and is at version ${task.version} now: it was changed since.`,
  },
});

/** Whether it changed nothing but that a task rests. */
const isPause = ({ before, after }: AuditEntry): boolean =>
  before !== null && after !== null && Object.keys(definitionOf(before)).length === 0;

async function takeBack(deps: Deps, entry: AuditEntry, task: Task): Promise<Result<Task>> {
  const { id, version } = task;
  const { before, after } = entry;
  if (before === null) return deleteTask(deps, { id, version });
  if (after === null) return restoreTask(deps, { id, version });
  if (isPause(entry)) {
    if (before.state === "ACTIVE") return resumeTask(deps, { id, version });
    if (before.state === "PAUSED") return pauseTask(deps, { id, version, reason: before.pauseReason as string | null });
    return fail({ code: "ILLEGAL_STATE", field: ["changeId"], message: "Nothing of the task was changed." });
  }
  const patch = patchTo(definitionOf(before), task);
  return patch.ok ? updateTask(deps, { id, version, ...patch.value }) : patch;
}
