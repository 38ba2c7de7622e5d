// The event log in parts of a million cursors each, so that old events go by dropping a table: no row is looked at, nothing is left to
// vacuum. Parts are made ahead; `events_rest` takes what comes before its part is there.

import { one, type Queryable, type Row, raw, rows, sql } from "../sql.ts";
import { BOUNDS } from "./access.ts";

export const PART = 1_000_000;
/** A part that took longer to fill is not waited for: its old events are deleted one by one. */
const LONG_MS = 86_400_000;
/** Reads of the log wait behind this lock. */
const LOCK_MS = 200;

/** For this statement alone: other writes share the transaction. */
async function soon(tx: Queryable, statement: string): Promise<void> {
  await tx.$executeRaw(raw(`SET LOCAL lock_timeout = ${LOCK_MS}`));
  await tx.$executeRaw(raw(statement));
  await tx.$executeRaw(raw(`SET LOCAL lock_timeout = ${BOUNDS.lock_timeout}`));
}

/** The key of a fact: no event is numbered below or at it. */
export const FLOOR = "events.floor";

/** The next event is numbered one more. Whoever puts a backup or a copy in place sets the floor: no number is given out twice. */
export async function logHead(db: Queryable): Promise<number> {
  const row = await one(
    db,
    sql`SELECT GREATEST((SELECT MAX(cursor) FROM events), (SELECT value::bigint FROM facts WHERE key = ${FLOOR}), 0) AS head`,
  );
  return row?.head as number;
}

interface Part {
  readonly name: string;
  readonly number: number;
}

/** Oldest first. */
async function parts(db: Queryable): Promise<Part[]> {
  const found = await rows(
    db,
    sql`SELECT child.relname AS name FROM pg_inherits JOIN pg_class AS child ON child.oid = inhrelid
        WHERE inhparent = 'events'::regclass`,
  );
  return found
    .flatMap(({ name }) => {
      const number = /^events_(\d+)$/.exec(name as string)?.[1];
      return number === undefined ? [] : [{ name: name as string, number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number);
}

/** Whether the part of the next events and the one after it are to be made. */
export async function partsMissing(db: Queryable, head: number): Promise<boolean> {
  const numbers = new Set((await parts(db)).map(({ number }) => number));
  return wanted(head).some((number) => !numbers.has(number));
}

const wanted = (head: number): number[] => {
  const current = Math.floor((head + 1) / PART);
  return head % PART > PART / 2 ? [current, current + 1] : [current];
};

/** Fails when somebody reads the log for long. */
export async function makeParts(tx: Queryable, head: number): Promise<void> {
  const numbers = new Set((await parts(tx)).map(({ number }) => number));
  for (const number of wanted(head)) {
    if (numbers.has(number)) continue;
    const name = `events_${number}`;
    // Attached and not made in place: that would lock all of the log against reading.
    await tx.$executeRaw(raw(`CREATE TABLE "${name}" (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`));
    // What came before its part was there.
    await tx.$executeRaw(
      sql`WITH early AS (DELETE FROM events_rest WHERE cursor >= ${number * PART} AND cursor < ${(number + 1) * PART} RETURNING *)
          INSERT INTO ${raw(name)} SELECT * FROM early`,
    );
    await soon(
      tx,
      `ALTER TABLE events ATTACH PARTITION "${name}" FOR VALUES FROM (${number * PART}) TO (${(number + 1) * PART})`,
    );
  }
}

export interface Dropped {
  readonly events: number;
  /** The last cursor that is gone. */
  readonly through: number;
}

/**
 * Drops the oldest part if all of its events are older. "WAIT": it will be dropped as a whole before long; "ROWS": it is not worth
 * waiting for, or new events come into it.
 */
export async function dropPart(tx: Queryable, before: number, head: number): Promise<Dropped | "WAIT" | "ROWS"> {
  for (const part of await parts(tx)) {
    const ends = await one(
      tx,
      sql`SELECT MIN(cursor) AS first, MAX(cursor) AS last,
            (SELECT at FROM ${raw(part.name)} ORDER BY cursor LIMIT 1) AS oldest,
            (SELECT at FROM ${raw(part.name)} ORDER BY cursor DESC LIMIT 1) AS newest FROM ${raw(part.name)}`,
    );
    if (part.number >= Math.floor(head / PART)) return "ROWS";
    const { first, last, oldest, newest } = ends as Row as Record<string, number | null>;
    if (first === null || first === undefined) {
      await soon(tx, `DROP TABLE "${part.name}"`);
      continue;
    }
    if ((newest as number) >= before) return (newest as number) - (oldest as number) > LONG_MS ? "ROWS" : "WAIT";
    // A part of this name has nothing beyond its bounds; what `events_rest` has of before is older still.
    await tx.$executeRaw(sql`DELETE FROM events_rest WHERE cursor <= ${last}`);
    await soon(tx, `DROP TABLE "${part.name}"`);
    return { events: (last as number) - first + 1, through: last as number };
  }
  return "ROWS";
}
