// `npm run migration:new NAME`: writes the migration from the last one's schema to prisma/sqlite/schema.prisma, in Prisma's
// layout. The schema each migration ends at is kept beside its SQL, so that the next difference needs no database.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { diffSchemas } from "../server/store/schema-engine.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error("usage: npm run migration:new NAME   (lower case, digits, underscores)");
  process.exit(2);
}
const folder = "prisma/sqlite/migrations";
const schema = readFileSync("prisma/sqlite/schema.prisma", "utf8");
const last = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .at(-1);
const from = last === undefined ? undefined : readFileSync(join(folder, last, "schema.prisma"), "utf8");
const sql = await diffSchemas(new PrismaBetterSqlite3({ url: ":memory:" }), from, schema);
if (!/^\s*(CREATE|ALTER|DROP|PRAGMA|INSERT)/m.test(sql)) {
  console.log("The schema has not changed since the last migration.");
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const target = join(folder, `${stamp}_${name}`);
mkdirSync(target, { recursive: true });
writeFileSync(join(target, "migration.sql"), sql);
writeFileSync(join(target, "schema.prisma"), schema);
if (!existsSync(join(folder, "migration_lock.toml"))) {
  writeFileSync(join(folder, "migration_lock.toml"), 'provider = "sqlite"\n');
}
console.log(`${target}/migration.sql`);
