// Forgets the oldest events. How far is kept in the same transaction: whoever comes with an older cursor is told, never given a gap.
import { fact, saveFact } from "./cluster.ts";
import { headCursor } from "./events.ts";
import { dropPart } from "./postgres/partitions.ts";
import { one, type Queryable, sql } from "./sql.ts";

const KEY = "events.prunedThrough";

export async function prunedThrough(db: Queryable): Promise<number> {
  return Number((await fact(db, KEY)) ?? 0);
}

/** Only from the beginning on: a clock that was set back must not leave a hole. The newest stays: it tells how far the log has come. */
export async function pruneEvents(tx: Queryable, before: number, limit: number): Promise<number> {
  if (tx.dialect === "postgresql") {
    const dropped = await dropPart(tx, before, await headCursor(tx));
    if (dropped === "WAIT") return 0;
    if (dropped !== "ROWS") {
      await saveFact(tx, KEY, String(dropped.through));
      return dropped.events;
    }
  }
  const last = await one(
    tx,
    sql`SELECT MAX(cursor) AS through FROM (SELECT cursor, at FROM events ORDER BY cursor LIMIT ${limit}) AS oldest
        WHERE cursor < COALESCE((SELECT MIN(cursor) FROM (SELECT cursor, at FROM events ORDER BY cursor LIMIT ${limit}) AS kept
          WHERE at >= ${before}), (SELECT MAX(cursor) FROM events))`,
  );
  const through = last?.through as number | null | undefined;
  if (through === null || through === undefined) return 0;
  const gone = await tx.$executeRaw(sql`DELETE FROM events WHERE cursor <= ${through}`);
  await saveFact(tx, KEY, String(through));
  return gone;
}
