// The schema made within a transaction that is open, by the migrations themselves, and noted as Prisma's engine notes it.
import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { folderOf, knownMigrations } from "../migrate.ts";
import { MIGRATIONS, quote, tableNames } from "./tables.ts";

/** Prisma's engine makes it before the first migration. */
const TABLE = `CREATE TABLE ${MIGRATIONS} (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Those that `wanted` names, empty, and no note of them: a copy brings it. */
export async function makeTables(client: pg.Client, wanted: readonly string[]): Promise<void> {
  const migrations = (await knownMigrations(folderOf("postgresql"))).filter(({ name }) => wanted.includes(name));
  for (const { sql } of migrations) await client.query(sql);
  await client.query(TABLE);
  // What migrations write, such as the default namespace, comes with the rows.
  for (const table of tableNames(migrations)) await client.query(`DELETE FROM ${quote(table)}`);
}

export async function makeSchema(client: pg.Client): Promise<void> {
  const known = await knownMigrations(folderOf("postgresql"));
  await makeTables(
    client,
    known.map(({ name }) => name),
  );
  for (const { name, sql } of known) {
    const checksum = createHash("sha256").update(sql).digest("hex");
    await client.query(
      `INSERT INTO ${MIGRATIONS} (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
  }
}
