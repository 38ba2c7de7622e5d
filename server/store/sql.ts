// The small part of SQL that differs between databases, and the way raw rows become plain values.
import { Prisma } from "./prisma/client.ts";

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

/** Runs raw SQL: a Prisma client or a transaction of one. */
export interface Queryable {
  $queryRaw<T = unknown>(query: Sql): Promise<T>;
  $executeRaw(query: Sql): Promise<number>;
  /** Carries the statement out for each set of values, prepared once; answers what each has done, in their order. */
  $each(statement: string, sets: readonly (readonly unknown[])[]): Promise<Done[]>;
}

export interface Done {
  /** Rows that it inserted, changed or deleted. */
  readonly changes: number;
  /** The number that an inserted row was given, where the table gives one. */
  readonly number: number;
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

/**
 * Inserts rows one by one: a third of the cost of reading them out of a JSON text. `after` is what follows the values: ON CONFLICT. A
 * RETURNING would cost more than all the rest: rows that are wanted are better read afterwards, all together.
 */
export function insertRows(
  db: Queryable,
  into: string,
  columns: Record<string, ColumnType>,
  added: readonly Row[],
  after = "",
): Promise<Done[]> {
  const names = Object.keys(columns);
  const places = names.map(() => "?").join(", ");
  return db.$each(
    `INSERT INTO ${into} (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${places}) ${after}`,
    added.map((row) => names.map((name) => row[name] ?? null)),
  );
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

/** Reads many rows; 64-bit integers are numbers. */
export function rows(db: Queryable, query: Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(query);
}

export async function one(db: Queryable, query: Sql): Promise<Row | undefined> {
  return (await rows(db, query))[0];
}
