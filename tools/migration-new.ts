// `npm run migration:new NAME`: writes the migrations from the last ones' schemas to prisma/sqlite/schema.prisma and to the one for
// PostgreSQL that is made of it, in Prisma's layout. The schema each migration ends at is kept beside its SQL, so that the next difference needs no database.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { diffSchemas } from "../server/store/schema-engine.ts";
import { startServer } from "../test/support/postgres-server.ts";
import { postgresqlSchema, postgresqlSql } from "./postgresql-schema.mjs";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: npm run migration:new NAME   (lower case, digits, underscores)");
  process.exit(2);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const sqlite = readFileSync("prisma/sqlite/schema.prisma", "utf8");
await migration("sqlite", sqlite, new PrismaBetterSqlite3({ url: ":memory:" }), (sql) => sql);
const postgres = await startServer();
try {
  await migration("postgresql", postgresqlSchema(sqlite), new PrismaPg(postgres.url), postgresqlSql);
} finally {
  await postgres.stop();
}

async function migration(
  provider: string,
  schema: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
  finished: (sql: string) => string,
): Promise<void> {
  const folder = join("prisma", provider, "migrations");
  mkdirSync(folder, { recursive: true });
  const last = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1);
  const from = last === undefined ? undefined : readFileSync(join(folder, last, "schema.prisma"), "utf8");
  const sql = await diffSchemas(factory, from, schema);
  if (!/^\s*(CREATE|ALTER|DROP|PRAGMA|INSERT)/m.test(sql)) {
    console.log(`${provider}: the schema has not changed since the last migration.`);
    return;
  }
  const target = join(folder, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), finished(sql));
  writeFileSync(join(target, "schema.prisma"), schema);
  const lock = join(folder, "migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, `provider = "${provider}"\n`);
  console.log(`${target}/migration.sql`);
}
