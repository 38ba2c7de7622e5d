// What there is, together with the place of the event log at which it was so. Read while nothing is written.
import type { NumberedRun, RunSnapshotQuery, Snapshot, TaskQuery } from "../domain/ports.ts";
import type { Task } from "../domain/types.ts";
import { headCursor } from "./events.ts";
import { runColumns, toRun, toTask } from "./mapping.ts";
import { runConditions } from "./run-pages.ts";
import { empty, isOneOf, join, type Queryable, raw, rows, sql } from "./sql.ts";
import { RETURNED, taskConditions } from "./tasks.ts";

/** One more than asked for tells that there are more. */
export async function snapshotRuns(
  db: Queryable,
  query: RunSnapshotQuery,
  limit: number,
): Promise<Snapshot<NumberedRun>> {
  const conditions = runConditions({ ...query, state: undefined });
  if (query.runIds) conditions.push(isOneOf(raw("id"), query.runIds));
  if (query.owner !== undefined) conditions.push(sql`"instanceId" = ${query.owner}`);
  if (query.state) conditions.push(isOneOf(raw("state"), query.state));
  const found = await rows(
    db,
    sql`SELECT ${raw(runColumns())} FROM runs WHERE ${join(conditions, " AND ")} ORDER BY "scheduledFor" DESC, id DESC LIMIT ${limit + 1}`,
  );
  const items = found.map((row) => ({ run: toRun(row), sequence: row.eventSequence as number }));
  return { cursor: await headCursor(db), items };
}

export async function snapshotTasks(
  db: Queryable,
  query: TaskQuery,
  ids: readonly string[] | null,
  limit: number,
): Promise<Snapshot<Task>> {
  const among = ids === null ? empty : sql`AND ${isOneOf(raw("id"), ids)}`;
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE ${join(taskConditions(query), " AND ")} ${among} ORDER BY "nameKey", id LIMIT ${limit + 1}`,
  );
  return { cursor: await headCursor(db), items: found.map(toTask) };
}
