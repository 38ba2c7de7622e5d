// Backups of PostgreSQL without a tool of its own: all tables as of one snapshot in one file, proven before it is kept, and put back in
// one transaction with the schema it was taken from.
import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type pg from "pg";
import { StartupError } from "../../domain/errors.ts";
import { VERSION } from "../../package.ts";
import { digest, explained, keep, type Verified } from "../backup.ts";
import { LOST_EVENTS } from "../events.ts";
import { folderOf, knownMigrations, refuseNewer } from "../migrate.ts";
import type { Migration } from "../schema-engine.ts";
import { type Access, accessOf, shownUrl } from "./access.ts";
import { DumpWriter, FORMAT, readDump } from "./dump-file.ts";
import { migratePostgres } from "./migrate.ts";
import { FLOOR } from "./partitions.ts";
import { makeTables } from "./schema.ts";
import {
  compare,
  connectForCopy,
  continueSequences,
  Loader,
  MIGRATIONS,
  quote,
  read,
  type Table,
  tableNames,
  tablesOf,
} from "./tables.ts";
import { inEmpty } from "./target.ts";
import { SERVER } from "./timeline.ts";

export interface PostgresPlace {
  readonly url: string;
  /** Past a pooler in transaction mode; null: there is none. */
  readonly listenUrl: string | null;
}

export const accessTo = ({ url, listenUrl }: PostgresPlace): Access => accessOf(url, listenUrl);

/** The server's instances work on and wait for nothing. @throws StartupError; then no file is left */
export async function backupPostgres(place: PostgresPlace, to: string, now: Date): Promise<Verified> {
  const shown = shownUrl(place.url);
  if (existsSync(to)) throw new StartupError(`${to} is there already. A backup never overwrites: choose another name.`);
  mkdirSync(dirname(to), { recursive: true });
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  let client: pg.Client | undefined;
  try {
    client = await connectForCopy(accessTo(place).listening);
    const file = new DumpWriter(partial);
    try {
      await writeDump(client, file, shown, now);
    } catch (error) {
      await file.abandon();
      throw error;
    }
    await verifyDump(partial);
    keep(partial, to);
    return await verifyDump(to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explained(error, `${shown} could not be backed up to ${to}`);
  } finally {
    await client?.end().catch(() => {});
  }
}

async function writeDump(client: pg.Client, file: DumpWriter, shown: string, now: Date): Promise<void> {
  const known = await knownMigrations(folderOf("postgresql"));
  const names = tableNames(known);
  const there = await tablesOf(client, names);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  // Before the snapshot, which comes with the first question: retention must not drop a part of the log that the snapshot is to have.
  for (const { name } of there) await client.query(`LOCK TABLE ${quote(name)} IN ACCESS SHARE MODE`);
  const tables = await tablesOf(client, names);
  if (!tables.some(({ name }) => name === MIGRATIONS))
    throw new StartupError(`${shown} is a database, but none of Cronograph's.`);
  const { rows: applied } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${MIGRATIONS} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  const migrations = applied.map(({ name }) => name);
  // Of tables that a newer version made this one does not know.
  refuseNewer(migrations, known, shown);
  await file.head({ format: FORMAT, version: VERSION, takenAt: now.toISOString(), migrations, tables });
  for (const table of tables) {
    await file.table(table.name);
    for await (const rows of read(client, table)) await file.rows(rows);
  }
  await client.query("COMMIT");
  await file.end();
}

/** Reads all of it. @throws StartupError when it is not sound */
export async function verifyDump(file: string): Promise<Verified> {
  try {
    const { head, rows } = await readDump(file, { head() {}, row() {} });
    const { [MIGRATIONS]: _, ...counts } = rows;
    const migration = head.migrations.at(-1) ?? "none";
    return { file, bytes: statSync(file).size, sha256: digest(file), takenAt: head.takenAt, rows: counts, migration };
  } catch (error) {
    throw explained(error, `${file} is no sound backup`);
  }
}

/**
 * Puts a backup in place: all of it or nothing, in one transaction.
 * @throws StartupError when instances work there, when there are tables and `replace` is not said, or when the backup is not sound
 */
export async function restorePostgres(from: string, place: PostgresPlace, replace: boolean): Promise<Verified> {
  const sound = await verifyDump(from);
  const shown = shownUrl(place.url);
  try {
    const known = await knownMigrations(folderOf("postgresql"));
    await inEmpty(accessTo(place), { replace, names: tableNames(known) }, async (client, head) => {
      await load(client, from, known, head);
    });
    await migratePostgres(accessTo(place));
    return sound;
  } catch (error) {
    throw explained(error, `${from} could not be restored to ${shown}`);
  }
}

async function load(client: pg.Client, from: string, known: readonly Migration[], oldHead: number): Promise<void> {
  let current: { table: Table; loader: Loader } | undefined;
  const done: { table: Table; loader: Loader }[] = [];
  await readDump(from, {
    async head({ migrations, tables }) {
      refuseNewer(migrations, known, from);
      // As it was when the backup was taken; what came since is applied to it as in an upgrade.
      await makeTables(client, migrations);
      const made = await tablesOf(client, tableNames(known));
      if (JSON.stringify(shape(made)) !== JSON.stringify(shape(tables)))
        throw new StartupError(`${from} has other tables or columns than its migrations make.`);
    },
    async row(table, row) {
      if (current?.table !== table) {
        await current?.loader.flush();
        current = { table, loader: new Loader(client, table) };
        done.push(current);
      }
      await current.loader.add(row);
    },
  });
  await current?.loader.flush();
  for (const { table, loader } of done) {
    await compare(client, table, loader.loaded);
    await continueSequences(client, table);
  }
  // What happened after the backup had cursors that somebody may still hold.
  await client.query(
    `INSERT INTO facts (key, value) SELECT $1, (GREATEST((SELECT MAX(cursor) FROM events), $2::bigint,
       (SELECT value::bigint FROM facts WHERE key = $1)) + $3::bigint)::text ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [FLOOR, oldHead, LOST_EVENTS],
  );
  await client.query("DELETE FROM facts WHERE key = $1", [SERVER]);
}

/** The order of columns may differ: between a database made at once and one that was upgraded. */
const shape = (tables: readonly Table[]): string[] =>
  tables
    .map(
      ({ name, columns }) =>
        `${name}: ${columns
          .map((column) => `${column.name} ${column.type}`)
          .sort()
          .join()}`,
    )
    .sort();

/** By its first bytes; whatever cannot be read is none. */
export function isDump(file: string): boolean {
  try {
    const handle = openSync(file, "r");
    const bytes = Buffer.alloc(2);
    readSync(handle, bytes);
    closeSync(handle);
    return bytes[0] === 0x1f && bytes[1] === 0x8b;
  } catch {
    return false;
  }
}
