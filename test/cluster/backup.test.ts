// Backups by the command line of the real program: taken under load, proven, put back, and every row compared.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { cronograph } from "../support/cli.ts";
import { connect, data, subscribe } from "../support/client.ts";
import { startProgram } from "../support/program.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const folder = await temporaryFolder();
const file = join(folder, "live.db");
const receiver = await startReceiver();
afterAll(() => receiver.stop());
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { message } } }`;

/** Everything, so that it can be compared. */
function contents(path: string): Record<string, unknown[]> {
  const db = new Sqlite(path, { readonly: true });
  try {
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name")
      .pluck()
      .all() as string[];
    return Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()]));
  } finally {
    db.close();
  }
}

/** Of one instant: the newest event of each run tells its state, and a run's events have no gap. */
function expectOneInstant(path: string): void {
  const db = new Sqlite(path, { readonly: true });
  try {
    const wrong = db
      .prepare(
        `SELECT runs.id FROM runs WHERE "eventSequence" <>
           (SELECT COUNT(*) FROM events WHERE "runId" = runs.id)
         OR state <> (SELECT json_extract(data, '$.state') FROM events WHERE "runId" = runs.id ORDER BY cursor DESC LIMIT 1)`,
      )
      .all();
    expect(wrong).toEqual([]);
  } finally {
    db.close();
  }
}

describe("a backup", () => {
  const copy = join(folder, "backups", "first.db");

  it("is taken while the program works, of one instant, and is sound", async () => {
    const program = await startProgram({ DATABASE_URL: `file:${file}`, LOG_LEVEL: "error" });
    try {
      const input = {
        name: "every second",
        schedule: { cron: { expression: "* * * * * *" } },
        target: { http: { url: receiver.url } },
        overlapPolicy: "ALLOW",
      };
      const { createTask } = await data(program.url, CREATE, { input });
      expect(createTask.userErrors).toEqual([]);
      let going = true;
      let triggered = 0;
      const load = (async () => {
        while (going) {
          await data(program.url, TRIGGER, { id: createTask.task.id });
          triggered++;
        }
      })();
      await until("there is something", () => triggered > 20);
      const before = triggered;
      const said = await cronograph(`file:${file}`, "backup", copy);
      const during = triggered - before;
      going = false;
      await load;
      expect([said.code, said.err]).toEqual([0, ""]);
      expect(said.out).toMatchObject({
        file: copy,
        rows: { tasks: 1 },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(said.out.rows.runs).toBeGreaterThanOrEqual(before);
      expect(during).toBeGreaterThan(10);
      expectOneInstant(copy);
      expect(readdirSync(dirname(copy))).toEqual(["first.db"]);
      expect((await cronograph(`file:${file}`, "backup", copy)).err).toMatch(/first\.db is there already/);
      const refused = await cronograph(`file:${file}`, "restore", copy, "--replace");
      expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/in use by another Cronograph process/)]);
    } finally {
      await program.terminate();
    }
  }, 90_000);

  it("is put back with every row, and the program goes on from it", async () => {
    const place = join(folder, "elsewhere", "restored.db");
    const said = await cronograph(`file:${place}`, "restore", copy);
    expect([said.code, said.err, said.out?.before]).toEqual([0, "", null]);
    expect(contents(place)).toEqual(contents(copy));
    const program = await startProgram({ DATABASE_URL: `file:${place}`, LOG_LEVEL: "error" });
    try {
      const RUNS = "{ runs(filter: { state: [SUCCEEDED] }) { totalCount } }";
      const { runs } = await data(program.url, RUNS);
      await until("it runs on", async () => (await data(program.url, RUNS)).runs.totalCount > runs.totalCount);
      // A cursor from the time that is gone stands before all that is new.
      const kept = contents(copy).events?.length as number;
      const lost = Buffer.from(JSON.stringify(["e", kept + 500])).toString("base64url");
      const client = connect(program.url);
      const late = subscribe(client, "subscription ($after: Cursor) { runEvents(after: $after) { cursor } }", {
        after: lost,
      });
      await until("it has the new ones", () => late.events.length > 3);
      const db = new Sqlite(place, { readonly: true });
      const first = db.prepare("SELECT MIN(cursor) FROM events WHERE cursor > ? AND kind = 'RUN'").pluck().get(kept);
      db.close();
      const told = JSON.parse(Buffer.from(late.events[0].cursor, "base64url").toString());
      expect(told).toEqual(["e", first]);
      void client.dispose();
    } finally {
      await program.terminate();
    }
  }, 60_000);

  it("replaces a database only when told to, and keeps that one beside it", async () => {
    const kept = contents(file);
    const refused = await cronograph(`file:${file}`, "restore", copy);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/live\.db is there already. Say --replace/)]);
    expect(contents(file)).toEqual(kept);
    const said = await cronograph(`file:${file}`, "restore", copy, "--replace");
    expect([said.code, said.err]).toEqual([0, ""]);
    expect(contents(file)).toEqual(contents(copy));
    expect(contents(said.out.before)).toEqual(kept);
  }, 30_000);

  it("that is damaged or no backup is told from a sound one, and nothing is changed by it", async () => {
    const sound = await cronograph(`file:${file}`, "verify", copy);
    expect([sound.code, sound.out.rows.tasks]).toEqual([0, 1]);
    const bytes = readFileSync(copy);
    bytes.fill(0xa5, 8_192, 12_288);
    const damaged = join(folder, "damaged.db");
    writeFileSync(damaged, bytes);
    const text = join(folder, "text.db");
    writeFileSync(text, "no database");
    const other = join(folder, "other.db");
    new Sqlite(other).exec("CREATE TABLE a (b)").close();
    const before = contents(file);
    for (const [path, finding] of [
      [damaged, /damaged|no sound database|malformed/],
      [text, /not a database/],
      [other, /none of Cronograph's/],
      [join(folder, "nothing.db"), /There is no file/],
    ] as const) {
      for (const command of ["verify", "restore"]) {
        const said = await cronograph(`file:${file}`, command, path, ...(command === "restore" ? ["--replace"] : []));
        expect([path, said.code, said.err]).toEqual([path, 1, expect.stringMatching(finding)]);
      }
    }
    expect(contents(file)).toEqual(before);
    expect((await cronograph(":memory:", "backup", join(folder, "x.db"))).err).toMatch(/in memory/);
    expect(readdirSync(folder).filter((name) => name.includes("partial"))).toEqual([]);
  }, 60_000);
});
