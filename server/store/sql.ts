// The small part of SQL that differs between databases, and the way raw rows become plain values.
import { Prisma } from "./prisma/client.ts";

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** Runs raw SQL: a Prisma client or a transaction of one. */
export interface Queryable {
  $queryRaw<T = unknown>(query: Sql): Promise<T>;
  $executeRaw(query: Sql): Promise<number>;
}

export type Row = Record<string, unknown>;

/** The type words of a batch's columns; PostgreSQL will need them, SQLite takes the JSON value as it is. */
export type ColumnType = "text" | "int" | "float" | "bool";

/**
 * A batch of rows as one parameter that can stand in FROM: `(SELECT … FROM json_each(?))`. One statement for any number of
 * rows, so that a batch costs one round trip and one prepared statement.
 */
export function batch(rows: readonly Row[], columns: Record<string, ColumnType>): Sql {
  const list = Object.keys(columns).map((name) => raw(`json_extract(value, '$.${name}') AS "${name}"`));
  return sql`(SELECT ${join(list)} FROM json_each(${JSON.stringify(rows)}))`;
}

/** `"a", "b", …` for INSERT and SELECT. */
export function columnList(columns: Record<string, ColumnType>): Sql {
  return raw(
    Object.keys(columns)
      .map((name) => `"${name}"`)
      .join(", "),
  );
}

/** `"column" IN (the given texts)` with one parameter, whatever their number. */
export function isOneOf(column: Sql, values: readonly string[]): Sql {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

/**
 * A text column that no index is used for: for a condition beside a join with a batch, where the batch must lead and the rows be
 * found by their id. (SQLite guesses otherwise and reads the batch once for each row of the index.)
 */
export function unindexed(column: string): Sql {
  return raw(`(${column} || '')`);
}

/** Whether the text column contains the text, by characters: no wildcard has a meaning. */
export function containsText(column: Sql, text: string): Sql {
  return sql`instr(${column}, ${text}) > 0`;
}

/** Reads many rows; 64-bit integers become numbers (all of ours are below 2^53). */
export async function rows(db: Queryable, query: Sql): Promise<Row[]> {
  const found = await db.$queryRaw<Row[]>(query);
  for (const row of found) {
    for (const key in row) if (typeof row[key] === "bigint") row[key] = Number(row[key]);
  }
  return found;
}

export async function one(db: Queryable, query: Sql): Promise<Row | undefined> {
  return (await rows(db, query))[0];
}
