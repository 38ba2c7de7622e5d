// A SQLite file with a history that the program made, moved to PostgreSQL by the command line: every row, and every cursor.
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { cronograph } from "../support/cli.ts";
import { connect, data, subscribe } from "../support/client.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const EVENTS = "subscription ($after: Cursor) { runEvents(after: $after) { cursor sequence type run { id } } }";
const folder = await temporaryFolder();
const file = join(folder, "live.db");
const key = randomBytes(32).toString("base64");
let postgres: TestPostgres;
let receiver: Receiver;

beforeAll(async () => {
  [postgres, receiver] = await Promise.all([startPostgres(), startReceiver()]);
});
afterAll(() => Promise.all([postgres.stop(), receiver.stop()]));

type Rows = Record<string, Record<string, unknown>[]>;

function ofSqlite(path: string): Rows {
  const db = new Sqlite(path, { readonly: true });
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
  const found = Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
  db.close();
  return found as Rows;
}

async function ofPostgres(url: string): Promise<Rows> {
  const db = await postgres.client(url);
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND relname NOT LIKE '\\_%'`,
  );
  const found: Rows = {};
  for (const { name } of tables) found[name] = (await db.query(`SELECT * FROM "${name}"`)).rows;
  await db.end();
  return found;
}

/** Each row as one text, the columns in order: numbers as numbers, what is true as 1. */
function comparable(rows: Rows): Record<string, string[]> {
  const value = (each: unknown) => (typeof each === "boolean" ? Number(each) : each);
  const number = (each: unknown) => (typeof each === "string" && /^-?\d{1,15}$/.test(each) ? Number(each) : each);
  return Object.fromEntries(
    Object.entries(rows).map(([name, all]) => [
      name,
      all
        .filter((row) => name !== "facts" || row.key !== "events.floor")
        .map((row) =>
          JSON.stringify(
            Object.keys(row)
              .sort()
              .map((column) => [column, number(value(row[column]))]),
          ),
        )
        .sort(),
    ]),
  );
}

describe("promote", () => {
  it("moves a file with all its history: every row is the same, and a subscriber goes on from its cursor", async () => {
    const program = await startProgram({ DATABASE_URL: `file:${file}`, LOG_LEVEL: "error", SECRETS_KEY: key });
    const make = async (name: string, input: object) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
      const did = await data(
        program.url,
        `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${
          name === "createTask" ? "task { id }" : ""
        } userErrors { field message } } }`,
        { input },
      );
      expect([name, did[name].userErrors]).toEqual([name, []]);
      return did[name].task?.id as string;
    };
    let cursor: string;
    try {
      await make("createQueue", { name: "mail", concurrency: 3, rate: { limit: 60, period: "PT1M", burst: 7 } });
      await make("createCalendar", { name: "closed", entries: [{ from: "2027-01-01", label: "New Year ☃ \u2028" }] });
      await make("createSecret", { name: "TOKEN", value: "hidden" });
      await make("createWebhook", { name: "all", url: receiver.url, filter: { runEvents: ["SUCCEEDED", "FAILED"] } });
      const id = await make("createTask", {
        name: "every second",
        schedule: { cron: { expression: "* * * * * *" } },
        target: { module: { name: "echo" } },
        queue: "mail",
        overlapPolicy: "ALLOW",
      });
      const hour = await make("createTask", {
        name: "every hour",
        schedule: { cron: { expression: "0 * * * *" } },
        target: { http: { url: receiver.url, headers: [{ name: "Authorization", value: "{{ secrets.TOKEN }}" }] } },
      });
      await make("triggerTask", { id: hour, payload: { deep: [1, "two", null] }, idempotencyKey: "once" });
      await make("backfillTask", { id: hour, from: "2026-01-01T00:00:00Z", until: "2026-01-01T05:00:00Z" });
      const client = connect(program.url);
      const live = subscribe(client, EVENTS);
      for (let index = 0; index < 20; index++) await make("triggerTask", { id });
      await until("there is a history", () => {
        const rows = ofSqlite(file);
        return (
          ["runs", "attempts", "log_lines", "webhook_deliveries", "idempotency_keys", "backfills"].every(
            (name) => (rows[name]?.length ?? 0) > 0,
          ) && live.events.length > 60
        );
      });
      cursor = live.events[20].cursor;
      const refused = await cronograph(await postgres.database(), "promote", file);
      expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/in use by another Cronograph process/)]);
      await client.dispose();
    } finally {
      await program.terminate();
    }
    const db = new Sqlite(file);
    // As a file has it whose disk was full once.
    db.prepare("INSERT INTO facts (key, value) VALUES ('storage.probe', '\"\"')").run();
    // What only an old hand can have put there.
    db.exec(
      "UPDATE tasks SET description = 'a' || char(0) || 'b' WHERE name = 'every hour'; UPDATE queues SET tokens = 1e-7",
    );
    db.pragma("wal_checkpoint(TRUNCATE)");
    db.close();
    const before = createHash("sha256").update(readFileSync(file)).digest("hex");
    const source = ofSqlite(file);
    const [last] = (source.events as { cursor: number }[]).map((row) => row.cursor).sort((a, b) => b - a);

    const to = await postgres.database();
    const said = await cronograph(to, "promote", file);
    expect([said.code, said.out?.changedTexts, said.out?.lastCursor]).toEqual([0, 1, last]);
    expect(said.err).toMatch(/runs: \d+ of \d+/);
    const hour = source.tasks?.find((task) => task.name === "every hour") as { description: string };
    hour.description = "a\uFFFDb";
    expect(comparable(await ofPostgres(to))).toEqual(comparable(source));
    expect(createHash("sha256").update(readFileSync(file)).digest("hex")).toBe(before);
    const again = await cronograph(to, "promote", file);
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/has tables of Cronograph already.*must be empty/),
    ]);

    const moved = await startProgram({ DATABASE_URL: to, LOG_LEVEL: "error", SECRETS_KEY: key });
    try {
      const client = connect(moved.url);
      const going = subscribe(client, EVENTS, { after: cursor });
      const runs = (source.events as { cursor: number; kind: string }[]).filter((row) => row.kind === "RUN");
      const after = JSON.parse(Buffer.from(cursor, "base64url").toString())[1] as number;
      const rest = runs
        .map((row) => row.cursor)
        .filter((each) => each > after)
        .sort((a, b) => a - b);
      await until("it goes on", () => going.events.length > rest.length + 5);
      const told = going.events.map((event) => JSON.parse(Buffer.from(event.cursor, "base64url").toString())[1]);
      expect(told.slice(0, rest.length)).toEqual(rest);
      // Without a hole: what came next has the next numbers.
      const now = (await ofPostgres(to)).events?.map((row) => Number(row.cursor)).sort((a, b) => a - b) as number[];
      expect(now.slice(now.indexOf(last as number)).slice(0, 6)).toEqual(
        [0, 1, 2, 3, 4, 5].map((n) => (last as number) + n),
      );
      expect(going.errors).toEqual([]);
      await client.dispose();
    } finally {
      await moved.terminate();
    }
  }, 120_000);

  it("refuses a file of another schema, and one that is none", async () => {
    const to = await postgres.database();
    const changed = (name: string, statement: string) => {
      const path = join(folder, name);
      copyFileSync(file, path);
      new Sqlite(path).exec(statement).close();
      return path;
    };
    const newest = "(SELECT MAX(migration_name) FROM _prisma_migrations)";
    for (const [path, finding] of [
      [
        changed("older.db", `DELETE FROM _prisma_migrations WHERE migration_name = ${newest}`),
        /older Cronograph.*Start this version/,
      ],
      [
        changed(
          "newer.db",
          `UPDATE _prisma_migrations SET migration_name = '9999_later' WHERE migration_name = ${newest}`,
        ),
        /written by a newer Cronograph/,
      ],
      [changed("more.db", "ALTER TABLE tasks ADD COLUMN colour TEXT"), /The schemas differ: tasks\(/],
      [join(folder, "nothing.db"), /There is no file/],
    ] as const) {
      const said = await cronograph(to, "promote", path);
      expect([path, said.code, said.err]).toEqual([path, 1, expect.stringMatching(finding)]);
    }
    expect((await cronograph(`file:${file}`, "promote", file)).err).toMatch(/must name the PostgreSQL/);
    expect(await ofPostgres(to)).toEqual({});
  }, 60_000);
});
