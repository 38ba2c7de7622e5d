// Reads and writes tasks. Each write carries its event. `nextRunAt` is derived from the planned runs and recomputed with them.
import type { TaskQuery, TaskSort } from "../domain/ports.ts";
import type { Task, TaskEventType } from "../domain/types.ts";
import { appendEvents, type Changes } from "./events.ts";
import { fromTask, toTask } from "./mapping.ts";
import { keyset, type PagePlan } from "./pages.ts";
import {
  batch,
  type ColumnType,
  columnList,
  containsText,
  isOneOf,
  join,
  one,
  type Queryable,
  raw,
  rows,
  type Sql,
  sql,
} from "./sql.ts";

const COLUMNS: Record<keyof ReturnType<typeof fromTask>, ColumnType> = {
  id: "text",
  name: "text",
  nameKey: "text",
  searchText: "text",
  description: "text",
  state: "text",
  version: "int",
  scheduleKind: "text",
  schedule: "text",
  targetKind: "text",
  target: "text",
  payload: "text",
  retry: "text",
  timeoutMs: "int",
  exclusions: "text",
  startAt: "int",
  endAt: "int",
  maxRuns: "int",
  runCount: "int",
  jitterMs: "int",
  seed: "text",
  overlapPolicy: "text",
  overlapBuffer: "int",
  missedRunPolicy: "text",
  catchUpWindowMs: "int",
  catchUp: "text",
  startDeadlineMs: "int",
  onCrash: "text",
  pauseReason: "text",
  pausedAt: "int",
  plannedThrough: "int",
  createdAt: "int",
  updatedAt: "int",
  deletedAt: "int",
};

/** RETURNING takes no `tasks.*` on SQLite, and `*` gives the batch's columns too on PostgreSQL. */
const RETURNED = raw([...Object.keys(COLUMNS), "nextRunAt"].map((name) => `tasks."${name}"`).join(", "));

export async function findTask(db: Queryable, id: string): Promise<Task | null> {
  const row = await one(db, sql`SELECT * FROM tasks WHERE id = ${id}`);
  return row ? toTask(row) : null;
}

export async function tasksById(db: Queryable, ids: readonly string[]): Promise<Map<string, Task>> {
  const found = await rows(db, sql`SELECT * FROM tasks WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toTask(row)]));
}

async function nameTaken(tx: Queryable, task: Task): Promise<boolean> {
  if (task.deletedAt !== null) return false;
  const other = await one(
    tx,
    sql`SELECT id FROM tasks WHERE "nameKey" = ${task.name.toLowerCase()} AND id <> ${task.id}`,
  );
  return other !== undefined;
}

/** False when another living task has the name. */
export async function insertTask(tx: Queryable, changes: Changes, task: Task): Promise<boolean> {
  if (await nameTaken(tx, task)) return false;
  const names = columnList(COLUMNS);
  await tx.$executeRaw(
    sql`INSERT INTO tasks (${names}) SELECT ${names} FROM ${batch([fromTask(task)], COLUMNS)} AS added`,
  );
  await appendEvents(tx, changes, task.createdAt, [{ kind: "TASK", type: "CREATED", task }]);
  return true;
}

/** The event tells the task as the row now is, `nextRunAt` included: plan its runs before. */
export async function saveTask(
  tx: Queryable,
  changes: Changes,
  task: Task,
  type: TaskEventType,
): Promise<"saved" | "nameTaken"> {
  if (await nameTaken(tx, task)) return "nameTaken";
  const names = Object.keys(COLUMNS).filter((name) => name !== "id");
  const settings = join(names.map((name) => raw(`"${name}" = added."${name}"`)));
  const saved = await one(
    tx,
    sql`UPDATE tasks SET ${settings} FROM ${batch([fromTask(task)], COLUMNS)} AS added WHERE tasks.id = added.id RETURNING ${RETURNED}`,
  );
  if (!saved) throw new Error(`Task ${task.id} vanished while it was saved`);
  await appendEvents(tx, changes, task.updatedAt, [{ kind: "TASK", type, task: toTask(saved) }]);
  return "saved";
}

export async function tasksToPlan(db: Queryable, plannedThrough: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE state = 'ACTIVE' AND "plannedThrough" <= ${plannedThrough} AND "deletedAt" IS NULL
        ORDER BY "plannedThrough" LIMIT ${limit}`,
  );
  return found.map(toTask);
}

/** Active tasks with occurrences that were due before this and that nobody took. */
export async function tasksOverdue(db: Queryable, dueBefore: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE id IN
        (SELECT DISTINCT runs."taskId" FROM runs JOIN tasks AS owner ON owner.id = runs."taskId"
         WHERE runs.state = 'SCHEDULED' AND runs."scheduledFor" <= ${dueBefore}
           AND owner.state = 'ACTIVE' AND owner."deletedAt" IS NULL LIMIT ${limit})`,
  );
  return found.map(toTask);
}

/** Active tasks with no occurrence left become COMPLETED. Answers how many did. */
export async function completeExhausted(
  tx: Queryable,
  changes: Changes,
  at: number,
  endOfTime: number,
  limit: number,
): Promise<number> {
  const completed = await rows(
    tx,
    sql`UPDATE tasks SET state = 'COMPLETED', "updatedAt" = ${at} WHERE id IN
        (SELECT id FROM tasks WHERE state = 'ACTIVE' AND "plannedThrough" >= ${endOfTime} AND "nextRunAt" IS NULL
         AND "deletedAt" IS NULL LIMIT ${limit}) RETURNING ${RETURNED}`,
  );
  const events = completed.map((row) => ({ kind: "TASK", type: "COMPLETED", task: toTask(row) }) as const);
  await appendEvents(tx, changes, at, events);
  return completed.length;
}

export async function setPlanned(
  tx: Queryable,
  plans: readonly { taskId: string; plannedThrough: number }[],
): Promise<void> {
  if (plans.length === 0) return;
  const added = batch([...plans], { taskId: "text", plannedThrough: "int" });
  await tx.$executeRaw(
    sql`UPDATE tasks SET "plannedThrough" = added."plannedThrough" FROM ${added} AS added WHERE tasks.id = added."taskId"`,
  );
  await refreshNextRun(
    tx,
    plans.map((plan) => plan.taskId),
  );
}

/** To be called by every write that adds, takes or removes SCHEDULED runs. */
export async function refreshNextRun(tx: Queryable, taskIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE tasks SET "nextRunAt" = (SELECT MIN("scheduledFor") FROM runs WHERE "taskId" = tasks.id AND state = 'SCHEDULED')
        WHERE ${isOneOf(raw("id"), taskIds)}`,
  );
}

const SORT_COLUMNS = {
  NAME: { column: "nameKey", nulls: false },
  NEXT_RUN_AT: { column: "nextRunAt", nulls: true },
  CREATED_AT: { column: "createdAt", nulls: false },
  UPDATED_AT: { column: "updatedAt", nulls: false },
} as const;

export function taskPage(query: TaskQuery, sort: TaskSort): PagePlan<Task> {
  const conditions: Sql[] = [sql`"deletedAt" IS NULL`];
  if (query.search) conditions.push(containsText(raw(`"searchText"`), query.search.toLowerCase()));
  if (query.state) conditions.push(isOneOf(raw("state"), query.state));
  if (query.scheduleKind) conditions.push(isOneOf(raw(`"scheduleKind"`), query.scheduleKind));
  if (query.targetKind) conditions.push(isOneOf(raw(`"targetKind"`), query.targetKind));
  if (query.nextRunFrom !== undefined) conditions.push(sql`"nextRunAt" >= ${query.nextRunFrom}`);
  if (query.nextRunBefore !== undefined) conditions.push(sql`"nextRunAt" < ${query.nextRunBefore}`);
  const { column, nulls } = SORT_COLUMNS[sort.field];
  return {
    table: raw("tasks"),
    columns: raw("tasks.*"),
    where: join(conditions, " AND "),
    keyset: keyset(column, "id", sort.direction, nulls),
    read: toTask,
  };
}
