// Keyset pages: one query for any list, order and direction. No OFFSET: a page costs the same at the end of the list as at its start.

import { MAX_COUNT } from "../domain/limits.ts";
import type { Page, PageRequest, Position } from "../domain/ports.ts";
import { empty, join, one, type Queryable, type Row, raw, rows, type Sql, sql } from "./sql.ts";

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
  readonly where: Sql;
  /** The same rows, where they are better counted by another condition. */
  readonly countWhere?: Sql;
  /**
   * Conditions of which exactly one holds for each row of the list, for example one for each state. Each is read in the list's
   * order by its own index and the few rows are merged; a plain IN would sort all rows that match.
   */
  readonly branches?: readonly Sql[];
  readonly keyset: Keyset;
  /** How far is counted; 10,000 when it does not say. */
  readonly countTo?: number;
  read(row: Row): T;
}

/**
 * Order by a column, ties by another. With `nulls`, rows without a value count as larger than all others. `within`: a column that is
 * NULL in all rows of the list and first in its index; PostgreSQL reads that index in order only when the order names it.
 */
export function keyset(column: string, tie: string, direction: "ASC" | "DESC", nulls = false, within?: string): Keyset {
  const value = raw(`"${column}"`);
  const id = raw(`"${tie}"`);
  const grows = (way: PageRequest["direction"]) => (direction === "ASC") === (way === "forward");
  return {
    order: (way) => {
      const up = raw(grows(way) ? "ASC" : "DESC");
      const largest = raw(nulls ? (grows(way) ? "NULLS LAST" : "NULLS FIRST") : "");
      const first = within === undefined ? empty : sql`${raw(`"${within}"`)} ${up}, `;
      return sql`${first}${value} ${up} ${largest}, ${id} ${up}`;
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
  const { keyset: keys, read } = plan;
  const found = await rows(db, pageQuery(plan, page));
  const more = found.length > page.limit;
  const shown = found.slice(0, page.limit);
  if (page.direction === "backward") shown.reverse();
  const where = plan.countWhere ?? plan.where;
  const all = plan.branches ? sql`${where} AND (${join([...plan.branches], " OR ")})` : where;
  const counted = await one(
    db,
    sql`SELECT COUNT(*) AS total FROM (SELECT 1 FROM ${plan.table} WHERE ${all} LIMIT ${plan.countTo ?? MAX_COUNT}) AS capped`,
  );
  return {
    items: shown.map((row) => ({ item: read(row), position: keys.position(row) })),
    hasNext: page.direction === "forward" ? more : page.from !== null,
    hasPrevious: page.direction === "backward" ? more : page.from !== null,
    total: counted?.total as number,
  };
}

/** One row more than the page, to know whether something follows. */
function pageQuery<T>({ table, columns, where, branches, keyset: keys }: PagePlan<T>, page: PageRequest): Sql {
  const beyond = page.from ? sql`AND ${keys.beyond(page.from, page.direction)}` : empty;
  const ordered = sql`ORDER BY ${keys.order(page.direction)} LIMIT ${page.limit + 1}`;
  if (!branches) return sql`SELECT ${columns} FROM ${table} WHERE ${where} ${beyond} ${ordered}`;
  const parts = branches.map(
    (branch) =>
      sql`SELECT * FROM (SELECT ${columns} FROM ${table} WHERE ${branch} AND ${where} ${beyond} ${ordered}) AS branch`,
  );
  return sql`SELECT * FROM (${join(parts, " UNION ALL ")}) AS merged ${ordered}`;
}
