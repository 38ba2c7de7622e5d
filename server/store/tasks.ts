// Reads and writes tasks. Each write carries its event. `nextRunAt` is derived from the planned runs and recomputed with them.
import type { TaskQuery, TaskSort } from "../domain/ports.ts";
import type { Task, TaskEventType } from "../domain/types.ts";
import { appendEvents, type Changes } from "./events.ts";
import { fromTask, toTask } from "./mapping.ts";
import { keyset, type PagePlan } from "./pages.ts";
import {
  batch,
  type ColumnType,
  containsText,
  insertRows,
  isOneOf,
  join,
  jsonText,
  one,
  type Queryable,
  type Row,
  raw,
  rows,
  type Sql,
  sql,
} from "./sql.ts";

const COLUMNS: Record<keyof ReturnType<typeof fromTask>, ColumnType> = {
  id: "text",
  namespaceId: "text",
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
  fallbackTarget: "text",
  payload: "text",
  retry: "text",
  queue: "text",
  queueKey: "text",
  priority: "int",
  timeoutMs: "int",
  queueTimeoutMs: "int",
  startTimeoutMs: "int",
  silenceTimeoutMs: "int",
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
  pauseAfterFailures: "int",
  consecutiveFailures: "int",
  retention: "text",
  followUps: "text",
  pauseReason: "text",
  pausedAt: "int",
  plannedThrough: "int",
  createdAt: "int",
  updatedAt: "int",
  deletedAt: "int",
};

/**
 * All columns. RETURNING takes no `tasks.*` on SQLite, and `*` gives the batch's columns too on PostgreSQL, where it would also be
 * another row once a newer program has added a column: a statement that is prepared fails then.
 */
export const RETURNED = raw(
  [...Object.keys(COLUMNS), "nextRunAt", "prunedFrom", "prunedThrough"].map((name) => `tasks."${name}"`).join(", "),
);

export async function findTask(db: Queryable, id: string): Promise<Task | null> {
  const row = await one(db, sql`SELECT ${RETURNED} FROM tasks WHERE id = ${id}`);
  return row ? toTask(row) : null;
}

export async function tasksById(db: Queryable, ids: readonly string[]): Promise<Map<string, Task>> {
  const found = await rows(db, sql`SELECT ${RETURNED} FROM tasks WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toTask(row)]));
}

async function nameTaken(tx: Queryable, task: Task): Promise<boolean> {
  if (task.deletedAt !== null) return false;
  const other = await one(
    tx,
    sql`SELECT id FROM tasks WHERE "namespaceId" = ${task.namespaceId} AND "nameKey" = ${task.name.toLowerCase()} AND id <> ${task.id}`,
  );
  return other !== undefined;
}

/** False when another living task has the name. */
export async function insertTask(tx: Queryable, changes: Changes, task: Task): Promise<boolean> {
  if (await nameTaken(tx, task)) return false;
  await insertRows(tx, "tasks", COLUMNS, [fromTask(task)]);
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

/** Counts first starts of occurrences for the tasks that have a bound. */
export async function countRuns(tx: Queryable, started: readonly Row[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const row of started) {
    if (row.trigger !== "SCHEDULE" || row.attempt !== 1) continue;
    counts.set(row.taskId as string, (counts.get(row.taskId as string) ?? 0) + 1);
  }
  if (counts.size === 0) return;
  const added = batch(
    [...counts].map(([id, count]) => ({ id, count })),
    { id: "text", count: "int" },
  );
  await tx.$executeRaw(
    sql`UPDATE tasks SET "runCount" = "runCount" + added.count FROM ${added} AS added
        WHERE tasks.id = added.id AND "maxRuns" IS NOT NULL`,
  );
}

/** To be called by every write that adds, takes or removes SCHEDULED runs of these tasks' schedules; other runs do not count. */
export async function refreshNextRun(tx: Queryable, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  await tx.$executeRaw(
    sql`UPDATE tasks SET "nextRunAt" = (SELECT MIN("effectiveAt") FROM runs WHERE "taskId" = tasks.id AND state = 'SCHEDULED' AND trigger = 'SCHEDULE')
        WHERE ${isOneOf(raw("id"), taskIds)}`,
  );
}

/** The tasks of these runs, or of their rows, whose schedule they come from. */
export const scheduledTasks = (runs: readonly { trigger?: unknown; taskId?: unknown }[]): string[] => [
  ...new Set(runs.filter(({ trigger }) => trigger === "SCHEDULE").map(({ taskId }) => taskId as string)),
];

const SORT_COLUMNS = {
  NAME: { column: "nameKey", nulls: false },
  NEXT_RUN_AT: { column: "nextRunAt", nulls: true },
  CREATED_AT: { column: "createdAt", nulls: false },
  UPDATED_AT: { column: "updatedAt", nulls: false },
} as const;

export function taskConditions(query: TaskQuery): Sql[] {
  const conditions: Sql[] = [sql`"deletedAt" IS NULL`];
  if (query.namespaceId !== undefined) conditions.push(sql`"namespaceId" = ${query.namespaceId}`);
  if (query.search) conditions.push(containsText(raw(`"searchText"`), query.search.toLowerCase()));
  if (query.state) conditions.push(isOneOf(raw("state"), query.state));
  if (query.scheduleKind) conditions.push(isOneOf(raw(`"scheduleKind"`), query.scheduleKind));
  if (query.targetKind) conditions.push(isOneOf(raw(`"targetKind"`), query.targetKind));
  if (query.queue)
    conditions.push(
      isOneOf(
        sql`COALESCE(queue, CASE "targetKind" WHEN 'WORKER' THEN ${jsonText("target", "queue")} END)`,
        query.queue,
      ),
    );
  if (query.nextRunFrom !== undefined) conditions.push(sql`"nextRunAt" >= ${query.nextRunFrom}`);
  if (query.nextRunBefore !== undefined) conditions.push(sql`"nextRunAt" < ${query.nextRunBefore}`);
  return conditions;
}

export function taskPage(query: TaskQuery, sort: TaskSort): PagePlan<Task> {
  const { column, nulls } = SORT_COLUMNS[sort.field];
  return {
    table: raw("tasks"),
    columns: RETURNED,
    where: join(taskConditions(query), " AND "),
    keyset: keyset(column, "id", sort.direction, nulls, "deletedAt"),
    read: toTask,
  };
}
