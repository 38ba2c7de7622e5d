// A database that a copy goes into: nobody else works on it, and it has nothing of ours but what may be replaced.
import type pg from "pg";
import { StartupError } from "../../domain/errors.ts";
import { type Access, shownUrl } from "./access.ts";
import { MIGRATION_LOCK } from "./migrate.ts";
import { FLOOR } from "./partitions.ts";
import { connectForCopy, quote, tablesOf } from "./tables.ts";

export interface Target {
  readonly replace: boolean;
  /** Of the tables that are ours. */
  readonly names: readonly string[];
}

/** `fill` is told the number of the newest event that the replaced database has given out; 0 without one. */
export async function inEmpty<T>(
  access: Access,
  { replace, names }: Target,
  fill: (client: pg.Client, head: number) => Promise<T>,
): Promise<T> {
  const client = await connectForCopy(access.listening);
  const shown = shownUrl(access.url);
  try {
    // Instances that start meanwhile wait, as for a migration.
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const { rows: others } = await client.query<{ client: string }>(
      `SELECT DISTINCT COALESCE(host(client_addr), 'this machine') AS client FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'cronograph'`,
    );
    if (others.length > 0)
      throw new StartupError(
        `Instances work on ${shown} (from ${others.map((each) => each.client).join(", ")}). Stop them all first.`,
      );
    await client.query("BEGIN");
    const there = await tablesOf(client, names);
    if (there.length > 0 && !replace)
      throw new StartupError(
        `${shown} has tables of Cronograph already (${there
          .map(({ name }) => name)
          .slice(0, 3)
          .join(", ")}, …). It must be empty.`,
      );
    let head = 0;
    if (there.some(({ name }) => name === "events") && there.some(({ name }) => name === "facts")) {
      const { rows } = await client.query<{ head: string }>(
        "SELECT GREATEST((SELECT MAX(cursor) FROM events), (SELECT value::bigint FROM facts WHERE key = $1), 0) AS head",
        [FLOOR],
      );
      head = Number(rows[0]?.head);
    }
    if (there.length > 0) await client.query(`DROP TABLE ${there.map(({ name }) => quote(name)).join(", ")}`);
    const result = await fill(client, head);
    await client.query("COMMIT");
    return result;
  } finally {
    // What is open on it is taken back.
    await client.end().catch(() => {});
  }
}
