// Brings a database to this program's schema at start: Prisma's own migrations, applied by its engine. Refuses a database that
// a newer program has written, or whose last migration broke off.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { StartupError } from "../domain/errors.ts";
import { PACKAGE_ROOT, VERSION } from "../package.ts";
import { fact } from "./cluster.ts";
import { applyMigrations, type Migration } from "./schema-engine.ts";
import type { Queryable } from "./sql.ts";

export const folderOf = (provider: Provider) => join(PACKAGE_ROOT, "prisma", provider, "migrations");

type Provider = "sqlite" | "postgresql";

const HAS_TABLES: Readonly<Record<Provider, string>> = {
  sqlite: `SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'`,
  postgresql: `SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`,
};

export async function knownMigrations(folder = folderOf("sqlite")): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

/** Applies what is missing and answers the names. `database` is how messages call the database. */
export async function migrate(factory: SqlMigrationAwareDriverAdapterFactory, database: string): Promise<string[]> {
  const provider = factory.provider === "postgres" ? "postgresql" : "sqlite";
  const folder = folderOf(provider);
  const known = await knownMigrations(folder);
  const { applied, oldest } = await appliedMigrations(factory, provider);
  const names = applied.map((migration) => migration.name);
  if (provider === "sqlite") refuseNewer(names, known, database);
  else refuseNewer(oldest === null ? [] : [oldest], known, database);
  const broken = applied.find((migration) => !migration.finished);
  if (broken) {
    throw new StartupError(
      `${database}: the migration ${broken.name} broke off. Restore the database from a backup and start again.`,
    );
  }
  if (known.every(({ name }) => names.includes(name))) return [];
  const lockfile = await readFile(join(folder, "migration_lock.toml"), "utf8");
  return applyMigrations(factory, folder, lockfile, known);
}

/** The engine takes the database for itself, so this connection is closed before it starts. */
async function appliedMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  provider: Provider,
): Promise<{ applied: { name: string; finished: boolean }[]; oldest: string | null }> {
  const connection = await factory.connect();
  const select = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  try {
    const tables = await select(HAS_TABLES[provider]);
    if (tables.length === 0) return { applied: [], oldest: null };
    const found = await select(
      `SELECT migration_name, CASE WHEN finished_at IS NOT NULL OR rolled_back_at IS NOT NULL THEN 1 ELSE 0 END FROM "_prisma_migrations"`,
    );
    const oldest =
      provider === "sqlite" || found.length === 0
        ? []
        : await select(`SELECT value FROM facts WHERE key = '${OLDEST}'`);
    return {
      applied: found.map(([name, finished]) => ({ name: String(name), finished: Number(finished) === 1 })),
      oldest: oldest[0] === undefined ? null : (JSON.parse(String(oldest[0][0])) as string),
    };
  } finally {
    await connection.dispose();
  }
}

/**
 * A program that does not know this migration must not use a database that many share: the migration took away what such a program
 * needs. Newer migrations than the program knows, but for that one, only add to the schema: old and new instances run side by side.
 */
export const OLDEST = "schema.oldest";

/** Asked of a database that others may have upgraded while this program used it. */
export async function outdated(db: Queryable): Promise<string | null> {
  const oldest = await fact(db, OLDEST);
  const known = await knownMigrations(folderOf(db.dialect));
  const name = oldest === null ? null : (JSON.parse(oldest) as string);
  if (name === null || known.some((migration) => migration.name === name)) return null;
  return tooNew("The database", [name]);
}

export function refuseNewer(applied: readonly string[], known: readonly Migration[], database: string): void {
  const names = new Set(known.map((migration) => migration.name));
  const unknown = applied.filter((name) => !names.has(name));
  if (unknown.length > 0) throw new StartupError(tooNew(database, unknown));
}

const tooNew = (database: string, unknown: readonly string[]): string =>
  `${database} was written by a newer Cronograph: this version (${VERSION}) does not know ${unknown.join(", ")}. ` +
  "Start the newer version, or restore a backup made before the upgrade.";
