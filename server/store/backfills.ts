// Reads and writes backfills; their runs are the runs' affair.
import type { BackfillCounts } from "../domain/ports.ts";
import type { Backfill } from "../domain/types.ts";
import { columnList, isOneOf, one, type Queryable, type Row, raw, rows, saveRow, sql } from "./sql.ts";

const COLUMNS = {
  id: "text",
  taskId: "text",
  from: "int",
  until: "int",
  scope: "text",
  ratePerMinute: "int",
  order: "text",
  overlapPolicy: "text",
  state: "text",
  total: "int",
  created: "int",
  cursor: "int",
  nextDueAt: "int",
  createdAt: "int",
  finishedAt: "int",
} as const;
const ALL = columnList(COLUMNS);

/** A row has the domain's names and values. */
const toBackfill = (row: Row): Backfill => row as unknown as Backfill;

export async function findBackfill(db: Queryable, id: string): Promise<Backfill | null> {
  const row = await one(db, sql`SELECT ${ALL} FROM backfills WHERE id = ${id}`);
  return row ? toBackfill(row) : null;
}

export async function backfillsById(db: Queryable, ids: readonly string[]): Promise<Map<string, Backfill>> {
  const found = await rows(db, sql`SELECT ${ALL} FROM backfills WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toBackfill(row)]));
}

/** Newest first, at most 20 of each task. */
export async function backfillsOf(db: Queryable, taskIds: readonly string[]): Promise<Map<string, Backfill[]>> {
  const found = await rows(
    db,
    sql`SELECT ${ALL} FROM backfills WHERE ${isOneOf(raw(`"taskId"`), taskIds)} ORDER BY "createdAt" DESC, id DESC`,
  );
  const byTask = new Map<string, Backfill[]>();
  for (const row of found) {
    const list = byTask.get(row.taskId as string) ?? [];
    if (list.length < 20) byTask.set(row.taskId as string, [...list, toBackfill(row)]);
  }
  return byTask;
}

export async function runningBackfills(db: Queryable, limit: number): Promise<Backfill[]> {
  return (await rows(db, sql`SELECT ${ALL} FROM backfills WHERE state = 'RUNNING' ORDER BY id LIMIT ${limit}`)).map(
    toBackfill,
  );
}

export async function runningBackfillsOf(db: Queryable, taskId: string): Promise<Backfill[]> {
  const found = await rows(db, sql`SELECT ${ALL} FROM backfills WHERE "taskId" = ${taskId} AND state = 'RUNNING'`);
  return found.map(toBackfill);
}

/** Writes it whole, whether it is there or not. */
export async function saveBackfill(tx: Queryable, backfill: Backfill): Promise<void> {
  await saveRow(tx, "backfills", COLUMNS, "id", { ...backfill });
}

export async function backfillCounts(db: Queryable, ids: readonly string[]): Promise<Map<string, BackfillCounts>> {
  if (ids.length === 0) return new Map();
  const found = await rows(
    db,
    sql`SELECT "backfillId" AS id,
          SUM(CASE WHEN state IN ('SCHEDULED', 'QUEUED', 'RUNNING', 'RETRYING') THEN 1 ELSE 0 END) AS open,
          SUM(CASE WHEN state IN ('SCHEDULED', 'QUEUED') THEN 1 ELSE 0 END) AS waiting,
          SUM(CASE WHEN state IN ('SCHEDULED', 'QUEUED', 'RUNNING', 'RETRYING') THEN 0 ELSE 1 END) AS finished,
          SUM(CASE WHEN state = 'SUCCEEDED' THEN 1 ELSE 0 END) AS succeeded
        FROM runs WHERE ${isOneOf(raw(`"backfillId"`), ids)} GROUP BY "backfillId"`,
  );
  const none: BackfillCounts = { open: 0, waiting: 0, finished: 0, succeeded: 0 };
  const counts = new Map(ids.map((id) => [id, none]));
  for (const { id, ...row } of found) counts.set(id as string, row as unknown as BackfillCounts);
  return counts;
}
