// Moves a SQLite file into an empty PostgreSQL: every row, with its ids, and the numbers of events, so that whoever holds a cursor goes on
// with it. The file is only read. All of it is there in the end, compared row by row, or nothing.
import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import type pg from "pg";
import { StartupError } from "../../domain/errors.ts";
import { explained, verify } from "../backup.ts";
import { folderOf, knownMigrations, refuseNewer } from "../migrate.ts";
import { own } from "../sqlite-file.ts";
import { shownUrl } from "./access.ts";
import { accessTo, type PostgresPlace } from "./backup.ts";
import { FLOOR } from "./partitions.ts";
import { makeSchema } from "./schema.ts";
import { compare, continueSequences, Loader, MIGRATIONS, quote, type Table, tableNames, tablesOf } from "./tables.ts";
import { inEmpty } from "./target.ts";

export interface Promoted {
  readonly from: string;
  readonly to: string;
  readonly rows: Readonly<Record<string, number>>;
  /** Texts with a character that PostgreSQL cannot keep (NUL), which became U+FFFD. */
  readonly changedTexts: number;
  /** The next event has the number after it. */
  readonly lastCursor: number;
}

/** How far it is, for a person who waits. */
export type Progress = (table: string, done: number, of: number) => void;

const TELL_EVERY = 10_000;

/** @throws StartupError when a process works on one of them, when their schemas differ or the target is not empty; nothing is changed */
export async function promote(file: string, place: PostgresPlace, progress: Progress): Promise<Promoted> {
  const to = shownUrl(place.url);
  if (!existsSync(file)) throw new StartupError(`There is no file ${file}.`);
  const ownership = own(file);
  try {
    verify(file);
    const db = new Sqlite(file, { readonly: true });
    try {
      await refuseOtherSchema(db, file);
      const names = tableNames(await knownMigrations(folderOf("postgresql")));
      return await inEmpty(accessTo(place), { replace: false, names }, async (client) => {
        await makeSchema(client);
        return { from: file, to, ...(await move(db, client, await tablesOf(client, names), progress)) };
      });
    } finally {
      db.close();
    }
  } catch (error) {
    throw explained(error, `${file} could not be moved to ${to}`);
  } finally {
    ownership.release();
  }
}

async function refuseOtherSchema(db: Sqlite.Database, file: string): Promise<void> {
  const known = await knownMigrations(folderOf("sqlite"));
  const applied = db
    .prepare(`SELECT migration_name FROM ${MIGRATIONS} WHERE finished_at IS NOT NULL ORDER BY 1`)
    .pluck()
    .all() as string[];
  refuseNewer(applied, known, file);
  const missing = known.find(({ name }) => !applied.includes(name));
  if (missing)
    throw new StartupError(
      `${file} was written by an older Cronograph (it lacks ${missing.name}). Start this version on it once, stop it, and try again.`,
    );
}

async function move(db: Sqlite.Database, client: pg.Client, tables: readonly Table[], progress: Progress) {
  const count = (table: string) =>
    db
      .prepare(`SELECT COUNT(*) FROM ${quote(table)}`)
      .pluck()
      .get() as number;
  const given = (table: string) =>
    (db.prepare("SELECT seq FROM sqlite_sequence WHERE name = ?").pluck().get(table) as number | undefined) ?? 0;
  refuseOtherTables(db, tables);
  const texts = { changed: 0 };
  const rows: Record<string, number> = {};
  for (const table of tables) {
    // PostgreSQL's own, written with its schema.
    if (table.name === MIGRATIONS) continue;
    const total = count(table.name);
    const loader = new Loader(client, table);
    let done = 0;
    for (const row of ordered(db, table)) {
      await loader.add(row.map((value, index) => textOf(value, table.columns[index]?.type as string, texts)));
      if (++done % TELL_EVERY === 0) progress(table.name, done, total);
    }
    await loader.flush();
    progress(table.name, done, total);
    await compare(client, table, loader.loaded);
    await continueSequences(client, table, given(table.name));
    rows[table.name] = done;
  }
  const lastCursor = given("events");
  await client.query("INSERT INTO facts (key, value) VALUES ($1, $2)", [FLOOR, String(lastCursor)]);
  return { rows, changedTexts: texts.changed, lastCursor };
}

/** None is left behind, and no column. */
function refuseOtherTables(db: Sqlite.Database, tables: readonly Table[]): void {
  const found = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[];
  const columns = (name: string) =>
    (db.pragma(`table_info(${quote(name)})`) as { name: string }[]).map((each) => each.name);
  const here = found.filter((name) => name !== MIGRATIONS).map((name) => `${name}(${columns(name).sort().join()})`);
  const there = tables
    .filter(({ name }) => name !== MIGRATIONS)
    .map(
      ({ name, columns: all }) =>
        `${name}(${all
          .map((each) => each.name)
          .sort()
          .join()})`,
    );
  const odd = [...here.filter((each) => !there.includes(each)), ...there.filter((each) => !here.includes(each))];
  if (odd.length > 0) throw new StartupError(`The schemas differ: ${odd.join("; ")}.`);
}

function ordered(db: Sqlite.Database, { name, columns, key }: Table): IterableIterator<unknown[]> {
  const all = columns.map((column) => quote(column.name)).join(", ");
  return db
    .prepare(`SELECT ${all} FROM ${quote(name)} ORDER BY ${key.map(quote).join(", ")}`)
    .raw()
    .iterate() as IterableIterator<unknown[]>;
}

/** As PostgreSQL writes it. */
function textOf(value: unknown, type: string, texts: { changed: number }): string | null {
  if (value === null) return null;
  if (type === "boolean") return value === 1 ? "t" : "f";
  if (typeof value !== "string") return shortest(value as number);
  const kept = value.replaceAll("\0", "\uFFFD").toWellFormed();
  if (kept !== value) texts.changed++;
  return kept;
}

/** PostgreSQL writes 1e-7 as 1e-07. */
const shortest = (value: number): string => String(value).replace(/e([+-])(\d)$/, "e$10$2");
