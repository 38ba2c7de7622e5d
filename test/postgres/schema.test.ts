// The two databases have one schema, each with migrations of its own that make it; and programs of two versions may share a database.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { openStore } from "../../server/store/index.ts";
import { postgresqlSchema } from "../../tools/postgresql-schema.mjs";
import { data } from "../support/client.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";

const text = (...path: string[]) => readFileSync(join(PACKAGE_ROOT, "prisma", ...path), "utf8");
const migrations = (provider: string) =>
  readdirSync(join(PACKAGE_ROOT, "prisma", provider, "migrations"))
    .filter((name) => /^\d{14}_/.test(name))
    .sort();

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const TYPES: Readonly<Record<string, string>> = {
  String: "text",
  Int: "integer",
  BigInt: "bigint",
  Boolean: "boolean",
  Float: "double precision",
};

/** Tables with their columns and what is indexed, as written in the schema; relations have no column. */
const models = () =>
  [...text("postgresql", "schema.prisma").matchAll(/^model \w+ \{\n(.*?)^\}/gms)].map(([, body = ""]) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(String|Int|BigInt|Boolean|Float)(\??)/gm)];
    const listed = (sign: RegExp) =>
      [...body.matchAll(sign)].map(([, list = "", where = ""]) => `${list} ${where.replaceAll("\\", "")}`);
    return {
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "",
      columns: fields.map(([, name, type, optional]) => `${name} ${TYPES[type as string]}${optional}`).sort(),
      indexes: [
        ...listed(/@@(?:index|unique|id)\(\[([^\]]+)\](?:, where: raw\("(.+?)"\))?\)/g),
        ...listed(/^ {2}(\w+)\s.*@(?:unique|id)\b/gm),
      ].sort(),
    };
  });

describe("the schema for PostgreSQL", () => {
  it("is made of the one for SQLite, and both end their migrations", () => {
    const sqlite = text("sqlite", "schema.prisma");
    const postgresql = text("postgresql", "schema.prisma");
    expect(postgresql, "run `npm run generate`").toBe(postgresqlSchema(sqlite));
    for (const [provider, schema] of [
      ["sqlite", sqlite],
      ["postgresql", postgresql],
    ] as const)
      expect(text(provider, "migrations", migrations(provider).at(-1) as string, "schema.prisma")).toBe(schema);
    // What was added since PostgreSQL came is added to both.
    const since = migrations("postgresql").slice(1);
    expect(migrations("sqlite").slice(-since.length)).toEqual(since);
  });

  it("is what its migrations make: tables, columns with their types, indexes, texts compared by their bytes", async () => {
    const url = await postgres.database();
    await (await openStore(url)).close();
    const db = await postgres.client(url);
    const made = await Promise.all(
      models().map(async ({ table }) => {
        const columns = await db.query(
          `SELECT column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS shown, data_type, collation_name
           FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1`,
          [table],
        );
        for (const { shown, data_type, collation_name } of columns.rows)
          expect(collation_name, `${table}.${shown}`).toBe(data_type === "text" ? "C" : null);
        const indexes = await db.query(
          `SELECT string_agg(attname, ', ' ORDER BY place) AS list,
             translate(replace(coalesce(pg_get_expr(indpred, indrelid), ''), '::text', ''), '()', '') AS where
           FROM pg_index
             CROSS JOIN LATERAL unnest(indkey::int[]) WITH ORDINALITY AS key(number, place)
             JOIN pg_attribute ON attrelid = indrelid AND attnum = key.number
           WHERE indrelid = $1::regclass GROUP BY indexrelid, indpred, indrelid`,
          [table],
        );
        return {
          table,
          columns: columns.rows.map(({ shown }) => shown as string).sort(),
          indexes: indexes.rows.map(({ list, where }) => `${list} ${where}`).sort(),
        };
      }),
    );
    expect(models().length).toBeGreaterThan(10);
    expect(made).toEqual(models());
  });
});

/** As a program of the next version leaves the database behind. */
async function upgrade(url: string, oldest: boolean): Promise<void> {
  const db = await postgres.client(url);
  await db.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ('next', '', '29991231235959_next', now(), now(), 1)`,
  );
  await db.query(`ALTER TABLE tasks ADD COLUMN "ofTheNextVersion" TEXT`);
  if (oldest) await db.query(`INSERT INTO facts (key, value) VALUES ('schema.oldest', '"29991231235959_next"')`);
}

describe("two versions on one database", () => {
  it("go side by side while the newer one only adds: the older goes on, and also starts", async () => {
    const url = await postgres.database();
    const old = await startProgram({ DATABASE_URL: url });
    const create = `mutation ($name: String!) { createTask(input: { name: $name, schedule: { every: { interval: "PT1H" } }, target: { module: { name: "echo" } } }) { task { id } userErrors { message } } }`;
    const list = `{ tasks(first: 10) { totalCount } }`;
    // Both have their statements prepared before the table changes.
    for (const name of ["one", "two"]) await data(old.url, create, { name });
    await data(old.url, list);
    await upgrade(url, false);
    for (const name of ["three", "four"])
      expect((await data(old.url, create, { name })).createTask.userErrors).toEqual([]);
    expect((await data(old.url, list)).tasks.totalCount).toBe(4);
    const again = await startProgram({ DATABASE_URL: url });
    expect((await data(again.url, list)).tasks.totalCount).toBe(4);
    expect(await old.terminate()).toBe(0);
    expect(await again.terminate()).toBe(0);
  }, 90_000);

  it("end the older one by itself once the newer takes away what it needs; it does not start again either", async () => {
    const url = await postgres.database();
    const old = await startProgram({ DATABASE_URL: url });
    await upgrade(url, true);
    await until("the older one has stopped", () => old.child.exitCode !== null, 30_000);
    expect(old.child.exitCode).toBe(1);
    expect(old.output()).toMatch(/written by a newer Cronograph.*does not know 29991231235959_next/);
    await expect(openStore(url)).rejects.toMatchObject({ message: expect.stringMatching(/newer Cronograph/) });
  }, 90_000);
});
