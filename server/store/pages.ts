// Keyset pages: one query for any list, order and direction. No OFFSET: a page costs the same at the end of the list as at its start.
import type { Page, PageRequest, Position } from "../domain/ports.ts";
import { MAX_COUNT } from "../domain/limits.ts";
import { one, type Queryable, type Row, raw, rows, type Sql, sql } from "./sql.ts";

export interface Keyset {
  /** ORDER BY for reading forward or backward. */
  order(direction: PageRequest["direction"]): Sql;
  /** Items strictly beyond the position when reading that way. */
  beyond(from: Position, direction: PageRequest["direction"]): Sql;
  position(row: Row): Position;
}

export interface PagePlan<T> {
  readonly table: Sql;
  readonly columns: Sql;
  readonly joins: Sql;
  readonly where: Sql;
  readonly keyset: Keyset;
  read(row: Row): T;
}

/** Order by a column, ties by another. With `nulls`, rows without a value count as larger than all others. */
export function keyset(column: string, tie: string, direction: "ASC" | "DESC", nulls = false): Keyset {
  const value = raw(`"${column}"`);
  const id = raw(`"${tie}"`);
  const grows = (way: PageRequest["direction"]) => (direction === "ASC") === (way === "forward");
  return {
    order: (way) => {
      const up = raw(grows(way) ? "ASC" : "DESC");
      const largest = raw(nulls ? (grows(way) ? "NULLS LAST" : "NULLS FIRST") : "");
      return sql`${value} ${up} ${largest}, ${id} ${up}`;
    },
    beyond: (from, way) => {
      const sign = raw(grows(way) ? ">" : "<");
      if (from.value === null) {
        const sameGroup = sql`(${value} IS NULL AND ${id} ${sign} ${from.id})`;
        return grows(way) ? sameGroup : sql`(${value} IS NOT NULL OR ${sameGroup})`;
      }
      const afterwards = sql`((${value}, ${id}) ${sign} (${from.value}, ${from.id}))`;
      return nulls && grows(way) ? sql`(${value} IS NULL OR ${afterwards})` : afterwards;
    },
    position: (row) => ({ value: row[column] as Position["value"], id: String(row[tie]) }),
  };
}

export async function readPage<T>(db: Queryable, plan: PagePlan<T>, page: PageRequest): Promise<Page<T>> {
  const { table, columns, joins, where, keyset: keys, read } = plan;
  const beyond = page.from ? sql`AND ${keys.beyond(page.from, page.direction)}` : raw("");
  const found = await rows(
    db,
    sql`SELECT ${columns} FROM ${table} ${joins} WHERE ${where} ${beyond}
        ORDER BY ${keys.order(page.direction)} LIMIT ${page.limit + 1}`,
  );
  const more = found.length > page.limit;
  const shown = found.slice(0, page.limit);
  if (page.direction === "backward") shown.reverse();
  const counted = await one(
    db,
    sql`SELECT COUNT(*) AS total FROM (SELECT 1 FROM ${table} ${joins} WHERE ${where} LIMIT ${MAX_COUNT}) AS capped`,
  );
  return {
    items: shown.map((row) => ({ item: read(row), position: keys.position(row) })),
    hasNext: page.direction === "forward" ? more : page.from !== null,
    hasPrevious: page.direction === "backward" ? more : page.from !== null,
    total: counted?.total as number,
  };
}
