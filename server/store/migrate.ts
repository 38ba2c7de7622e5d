// Brings a database to this program's schema at start: Prisma's own migrations, applied by its engine. Refuses a database that
// a newer program has written, or whose last migration broke off.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { StartupError } from "../domain/errors.ts";
import { PACKAGE_ROOT, VERSION } from "../package.ts";
import { applyMigrations, type Migration } from "./schema-engine.ts";

const FOLDER = join(PACKAGE_ROOT, "prisma", "sqlite", "migrations");

export async function knownMigrations(folder = FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

/** Applies what is missing and answers the names. `database` is how messages call the database. */
export async function migrate(factory: SqlMigrationAwareDriverAdapterFactory, database: string): Promise<string[]> {
  const known = await knownMigrations();
  const applied = await appliedMigrations(factory);
  refuseNewer(
    applied.map((migration) => migration.name),
    known,
    database,
  );
  const broken = applied.find((migration) => !migration.finished);
  if (broken) {
    throw new StartupError(
      `${database}: the migration ${broken.name} broke off. Restore the database from a backup and start again.`,
    );
  }
  if (applied.length === known.length) return [];
  const lockfile = await readFile(join(FOLDER, "migration_lock.toml"), "utf8");
  return applyMigrations(factory, FOLDER, lockfile, known);
}

/** The engine takes the database for itself, so this connection is closed before it starts. */
async function appliedMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<{ name: string; finished: boolean }[]> {
  const connection = await factory.connect();
  const select = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    const tables = await select(`SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'`);
    if (tables.length === 0) return [];
    const found = await select(
      `SELECT migration_name, finished_at IS NOT NULL OR rolled_back_at IS NOT NULL FROM "_prisma_migrations"`,
    );
    return found.map(([name, finished]) => ({ name: String(name), finished: Number(finished) === 1 }));
  } finally {
    await connection.dispose();
  }
}

function refuseNewer(applied: string[], known: readonly Migration[], database: string): void {
  const names = new Set(known.map((migration) => migration.name));
  const unknown = applied.filter((name) => !names.has(name));
  if (unknown.length === 0) return;
  throw new StartupError(
    `${database} was written by a newer Cronograph: this version (${VERSION}) does not know ${unknown.join(", ")}. ` +
      "Start the newer version, or restore a backup made before the upgrade.",
  );
}
