// Which history the database has. A replica that was promoted, a recovery to a point in time and a copy on another server may lack the
// newest events that were told: then the log goes on far behind them, so that no number is given to another event.
import type pg from "pg";
import { fact, saveFact } from "../cluster.ts";
import { LOST_EVENTS } from "../events.ts";
import type { Queryable } from "../sql.ts";
import { FLOOR, logHead } from "./partitions.ts";

/** The key of a fact: the server's own number and its timeline, when the log was last written. */
export const SERVER = "database.server";

/** "7612…/1"; null where the database does not say, as a replica, which is not written to. */
export async function serverOf(client: Pick<pg.Client, "query">): Promise<string | null> {
  try {
    const { rows } = await client.query<{ server: string | null }>(
      `SELECT system_identifier || '/' || CASE WHEN pg_is_in_recovery() THEN NULL
         ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int END AS server FROM pg_control_system()`,
    );
    return rows[0]?.server ?? null;
  } catch (error) {
    // Forbidden, or a service that has no such thing.
    if ((error as { severity?: string }).severity === "ERROR") return null;
    throw error;
  }
}

/** Within a transaction that writes, before its first event. */
export async function noteServer(tx: Queryable, server: string): Promise<void> {
  const before = await fact(tx, SERVER);
  const value = JSON.stringify(server);
  if (before === value) return;
  if (before !== null) await saveFact(tx, FLOOR, String((await logHead(tx)) + LOST_EVENTS));
  await saveFact(tx, SERVER, value);
}
