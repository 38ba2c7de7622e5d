// Backups of a SQLite file: taken while the program runs, proven before they are kept, put back only where nobody works.
import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { StartupError } from "../domain/errors.ts";
import { LOST_EVENTS } from "./events.ts";
import { own } from "./sqlite-file.ts";

export interface Verified {
  readonly file: string;
  readonly bytes: number;
  /** Of the file, in hexadecimal: two equal copies have the same. */
  readonly sha256: string;
  /** ISO 8601; a SQLite file does not say. */
  readonly takenAt?: string;
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** The newest migration: a program that does not know it will not open the file. */
  readonly migration: string;
}

const CHUNK = 1 << 20;
const BUSY_MS = 5_000;

/**
 * Copies the database as it is at one instant to a new file, with the program running or not. Its writers wait for nothing.
 * @throws StartupError when there is none, when the new file is there already, or when the copy is not sound; then no file is left
 */
export function backup(file: string, to: string): Verified {
  refuseMissing(file);
  if (existsSync(to)) throw new StartupError(`${to} is there already. A backup never overwrites: choose another name.`);
  mkdirSync(dirname(to), { recursive: true });
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  try {
    const db = new Sqlite(file, { readonly: true, timeout: BUSY_MS });
    try {
      // One read transaction, and a file without gaps or a log beside it.
      db.prepare("VACUUM INTO ?").run(partial);
    } finally {
      db.close();
    }
    verify(partial);
    keep(partial, to);
    return verify(to);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explained(error, `${file} could not be backed up to ${to}`);
  }
}

/** Reads all of it. @throws StartupError when it is no sound database of Cronograph */
export function verify(file: string): Verified {
  refuseMissing(file);
  try {
    const db = new Sqlite(file, { readonly: true, timeout: BUSY_MS });
    try {
      const finding = String(db.pragma("integrity_check(1)", { simple: true }));
      if (finding !== "ok") throw new StartupError(`${file} is damaged: ${finding}.`);
      const broken = db.pragma("foreign_key_check") as { table: string }[];
      if (broken.length > 0)
        throw new StartupError(
          `${file} is damaged: ${broken.length} rows name others that are not there (${broken[0]?.table}).`,
        );
      return {
        file,
        bytes: statSync(file).size,
        sha256: digest(file),
        rows: rowsOf(db),
        migration: migrationOf(db, file),
      };
    } finally {
      db.close();
    }
  } catch (error) {
    throw explained(error, `${file} is no sound database`);
  }
}

/**
 * Puts a backup in the database's place. What was there is kept beside it; answers where.
 * @throws StartupError when a process works on the database, when there is one and `replace` is not said, or when the backup is not sound
 */
export function restore(
  from: string,
  file: string,
  replace: boolean,
  now: Date,
): { restored: Verified; before: string | null } {
  const sound = verify(from);
  const ownership = own(file);
  const partial = `${file}.partial`;
  try {
    const there = existsSync(file);
    if (there && !replace)
      throw new StartupError(
        `${file} is there already. Say --replace to put the backup in its place; it is kept beside it.`,
      );
    rmSync(partial, { force: true });
    const db = new Sqlite(from, { readonly: true, timeout: BUSY_MS });
    try {
      db.prepare("VACUUM INTO ?").run(partial);
    } finally {
      db.close();
    }
    const copied = verify(partial);
    if (JSON.stringify(copied.rows) !== JSON.stringify(sound.rows))
      throw new StartupError(`${from} changed while it was read. Restore from a file that nobody writes to.`);
    leaveCursors(partial);
    const before = there ? `${file}.before-${now.toISOString().replace(/[-:]|\.\d+/g, "")}` : null;
    if (before !== null) {
      for (const end of ["", "-wal", "-shm"]) if (existsSync(file + end)) renameSync(file + end, before + end);
    }
    for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
    keep(partial, file);
    return { restored: verify(file), before };
  } catch (error) {
    rmSync(partial, { force: true });
    throw explained(error, `${from} could not be restored to ${file}`);
  } finally {
    ownership.release();
  }
}

/**
 * What happened after the backup had cursors that somebody may still hold. The restored log must not give them to other events, or whoever
 * goes on after one of them would miss those below it.
 */
function leaveCursors(file: string): void {
  const db = new Sqlite(file);
  try {
    db.prepare("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'events'").run(LOST_EVENTS);
  } finally {
    db.close();
  }
}

function refuseMissing(file: string): void {
  if (!existsSync(file)) throw new StartupError(`There is no file ${file}.`);
}

export const explained = (error: unknown, what: string): StartupError =>
  error instanceof StartupError ? error : new StartupError(`${what}: ${(error as Error).message}.`);

/** On the disk before its name is. */
export function keep(partial: string, as: string): void {
  for (const path of [partial, dirname(as)]) {
    const handle = openSync(path, "r");
    try {
      fsyncSync(handle);
      if (path === partial) renameSync(partial, as);
    } finally {
      closeSync(handle);
    }
  }
}

function rowsOf(db: Sqlite.Database): Record<string, number> {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((name) => [name, db.prepare(`SELECT COUNT(*) FROM "${name}"`).pluck().get() as number]),
  );
}

function migrationOf(db: Sqlite.Database, file: string): string {
  const known = db.prepare("SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'").get();
  const newest =
    known &&
    db.prepare("SELECT MAX(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL").pluck().get();
  if (typeof newest !== "string") throw new StartupError(`${file} is a database, but none of Cronograph's.`);
  return newest;
}

export function digest(file: string): string {
  const hash = createHash("sha256");
  const handle = openSync(file, "r");
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
