// The same done to many tasks. Each is a change of its own, in a transaction of its own with its entry in the audit, so that no run waits for
// all of them and one that is refused holds up no other; they share the change's id, by which all can be undone.
import { fail, ok, type Result, refuse, type UserError } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import type { TaskPatch } from "../input/task.ts";
import { checkId } from "../input/text.ts";
import { MAX_BULK, MAX_PAGE_SIZE } from "../limits.ts";
import type { Position, TaskQuery } from "../ports.ts";
import type { Task, TaskState } from "../types.ts";
import { deleteTask } from "./delete-task.ts";
import type { Deps } from "./deps.ts";
import { pauseTask, resumeTask } from "./pause-task.ts";
import { updateTask } from "./update-task.ts";

/** They share commits, and between two groups others write. */
const AT_ONCE = 16;

/** One of both. */
export interface WhichTasks {
  readonly ids?: readonly string[] | null | undefined;
  readonly query?: TaskQuery | undefined;
}

export interface TaskOutcome {
  readonly id: string;
  readonly task: Task | null;
  /** CHANGED_SINCE: somebody has changed it since the change that is to be undone. */
  readonly outcome: "DONE" | "REFUSED" | "CHANGED_SINCE";
  readonly error: UserError | null;
}

export const pauseTasks = (deps: Deps, which: WhichTasks, reason: string | null | undefined, dryRun: boolean) =>
  onEach(deps, which, ["ACTIVE"], dryRun, ({ id }) => pauseTask(deps, { id, reason }));

export const resumeTasks = (deps: Deps, which: WhichTasks, dryRun: boolean) =>
  onEach(deps, which, ["PAUSED"], dryRun, ({ id }) => resumeTask(deps, { id }));

export const deleteTasks = (deps: Deps, which: WhichTasks, dryRun: boolean) =>
  onEach(deps, which, null, dryRun, ({ id }) => deleteTask(deps, { id }));

export async function updateTasks(deps: Deps, which: WhichTasks, patch: TaskPatch, dryRun: boolean) {
  if (Object.values(patch).every((value) => value === undefined)) {
    const why = 'set names nothing to change. Example: { queue: "reports" }.';
    return refuse("REQUIRED", ["set"], why);
  }
  return onEach(deps, which, null, dryRun, ({ id, version }) => updateTask(deps, { id, version, ...patch }));
}

/** `states`: of what a filter finds, those that it could be done to; null: all. Tasks that are named are tried whatever they are. */
async function onEach(
  deps: Deps,
  which: WhichTasks,
  states: readonly TaskState[] | null,
  dryRun: boolean,
  change: (task: Task) => Promise<Result<Task>>,
): Promise<Result<TaskOutcome[]>> {
  const found = which.ids ? await named(deps, which.ids) : await matching(deps, which.query ?? {}, states);
  if (!found.ok) return found;
  return ok(
    await inGroups(found.value, async ({ id, task }) => {
      if (!task || task.deletedAt !== null)
        return refused(id, { code: "NOT_FOUND", field: ["ids"], message: `No task has the id "${id}".` });
      return dryRun ? done(task) : outcomeOf(id, await change(task));
    }),
  );
}

export async function inGroups<T>(
  items: readonly T[],
  change: (item: T) => Promise<TaskOutcome>,
): Promise<TaskOutcome[]> {
  const outcomes: TaskOutcome[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    outcomes.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(change))));
  return outcomes;
}

export const outcomeOf = (id: string, result: Result<Task>): TaskOutcome =>
  result.ok ? done(result.value) : refused(id, result.errors[0] as UserError);

const done = (task: Task): TaskOutcome => ({ id: task.id, task, outcome: "DONE", error: null });
export const refused = (id: string, error: UserError): TaskOutcome => ({ id, task: null, outcome: "REFUSED", error });

interface Found {
  readonly id: string;
  readonly task: Task | undefined;
}

const tooMany = (field: string, count: string): Result<never> =>
  refuse("OUT_OF_RANGE", [field], `${field} names ${count} tasks; at most ${MAX_BULK} are changed at a time.`);

async function named({ store }: Deps, given: readonly string[]): Promise<Result<Found[]>> {
  const ids = [...new Set(given)];
  if (ids.length > MAX_BULK) return tooMany("ids", String(ids.length));
  const collector = new Collector();
  for (const [index, id] of ids.entries()) collector.take(checkId(["ids", String(index)], id));
  if (collector.errors.length > 0) return fail(...collector.errors);
  const tasks = await store.tasksById(ids);
  return ok(ids.map((id) => ({ id, task: tasks.get(id) })));
}

async function matching(
  { store }: Deps,
  query: TaskQuery,
  states: readonly TaskState[] | null,
): Promise<Result<Found[]>> {
  const state = states === null ? query.state : states.filter((each) => query.state?.includes(each) ?? true);
  const found: Found[] = [];
  let from: Position | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof store.tasks>> = await store.tasks(
      { ...query, state },
      { field: "CREATED_AT", direction: "ASC" },
      { limit: MAX_PAGE_SIZE, from, direction: "forward" },
    );
    found.push(...page.items.map(({ item }) => ({ id: item.id, task: item })));
    if (found.length > MAX_BULK)
      return tooMany("filter", page.total >= 10_000 ? "more than 10,000" : String(page.total));
    if (!page.hasNext) return ok(found);
    from = page.items.at(-1)?.position ?? null;
  }
}
