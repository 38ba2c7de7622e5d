// Backups of PostgreSQL by the command line of the real program: taken under load, proven, put back, and every row compared.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { restorePostgres, verifyDump } from "../../server/store/postgres/backup.ts";
import { temporaryFolder } from "../support/app.ts";
import { cronograph } from "../support/cli.ts";
import { connect, data, subscribe } from "../support/client.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type Program, startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { message } } }`;

const folder = await temporaryFolder();
const copy = join(folder, "backups", "first.dump");
let postgres: TestPostgres;
let receiver: Receiver;
let live: string;

beforeAll(async () => {
  [postgres, receiver] = await Promise.all([startPostgres(), startReceiver()]);
  live = await postgres.database();
});
afterAll(() => Promise.all([postgres.stop(), receiver.stop()]));

/** Every row of every table, whatever tables there are. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const db = await postgres.client(url);
  const { rows: tables } = await db.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await db.query<{ row: string }>(
      `SELECT t::text AS row FROM "${name}" AS t ORDER BY t::text COLLATE "C"`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  await db.end();
  return found;
}

async function query<T extends object>(url: string, text: string): Promise<T[]> {
  const db = await postgres.client(url);
  const { rows } = await db.query<T>(text);
  await db.end();
  return rows;
}

/** Of the facts, these two tell where the database is and not what is in it. */
const withoutPlace = ({ facts = [], ...rest }: Record<string, string[]>) => ({
  ...rest,
  facts: facts.filter((row) => !/^\((events\.floor|database\.server),/.test(row)),
});

async function startLoad(program: Program) {
  const input = {
    name: "every second",
    schedule: { cron: { expression: "* * * * * *" } },
    target: { http: { url: receiver.url } },
    overlapPolicy: "ALLOW",
  };
  const { createTask } = await data(program.url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  /** Ids of runs, in the order in which they were acknowledged. */
  const acknowledged: string[] = [];
  let going = true;
  const load = (async () => {
    while (going) acknowledged.push((await data(program.url, TRIGGER, { id: createTask.task.id })).triggerTask.run.id);
  })();
  return {
    acknowledged,
    async stop() {
      going = false;
      await load;
    },
  };
}

describe("a backup of PostgreSQL", () => {
  it("is taken while instances work, of one instant, and holds a prefix of what was acknowledged", async () => {
    const program = await startProgram({ DATABASE_URL: live, LOG_LEVEL: "error" });
    try {
      const { acknowledged, stop } = await startLoad(program);
      await until("there is something", () => acknowledged.length > 20);
      const before = acknowledged.length;
      const said = await cronograph(live, "backup", copy);
      expect([said.code, said.err]).toEqual([0, ""]);
      const refused = await cronograph(live, "restore", copy, "--replace");
      expect([refused.code, refused.err]).toEqual([
        1,
        expect.stringMatching(/Instances work on .*Stop them all first/),
      ]);
      await stop();
      expect(said.out).toMatchObject({
        file: copy,
        rows: { tasks: 1 },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(readdirSync(join(folder, "backups"))).toEqual(["first.dump"]);
      expect((await cronograph(live, "backup", copy)).err).toMatch(/first\.dump is there already/);

      const elsewhere = await postgres.database();
      const restored = await cronograph(elsewhere, "restore", copy);
      expect([restored.code, restored.err]).toEqual([0, ""]);
      const kept = new Set((await query<{ id: string }>(elsewhere, "SELECT id FROM runs")).map(({ id }) => id));
      const count = acknowledged.findIndex((id) => !kept.has(id));
      expect(count).toBeGreaterThanOrEqual(before);
      expect(acknowledged.slice(count).filter((id) => kept.has(id))).toEqual([]);
      // Of one instant: the newest event of each run tells its state, and a run's events have no gap.
      const torn = await query(
        elsewhere,
        `SELECT id FROM runs WHERE "eventSequence" <> (SELECT COUNT(*) FROM events WHERE "runId" = runs.id)
           OR state <> (SELECT data::json->>'state' FROM events WHERE "runId" = runs.id ORDER BY cursor DESC LIMIT 1)`,
      );
      expect(torn).toEqual([]);
    } finally {
      await program.terminate();
    }
  }, 60_000);

  it("is put back with every row of every table, and instances go on from it with numbers that nobody has", async () => {
    const still = join(folder, "still.dump");
    expect((await cronograph(live, "backup", still)).err).toBe("");
    const place = await postgres.database();
    expect((await cronograph(place, "restore", still)).err).toBe("");
    const kept = await contents(live);
    expect(Object.keys(kept).length).toBeGreaterThan(12);
    expect(withoutPlace(await contents(place))).toEqual(withoutPlace(kept));
    const [last] = await query<{ last: string }>(live, "SELECT MAX(cursor) AS last FROM events");
    const program = await startProgram({ DATABASE_URL: place, LOG_LEVEL: "error" });
    try {
      const client = connect(program.url);
      const late = subscribe(client, "subscription ($after: Cursor) { runEvents(after: $after) { cursor } }", {
        after: Buffer.from(JSON.stringify(["e", Number(last?.last) + 500])).toString("base64url"),
      });
      await until("it has the new ones", () => late.events.length > 3);
      const [first] = await query<{ first: string }>(
        place,
        `SELECT MIN(cursor) AS first FROM events WHERE cursor > ${last?.last} AND kind = 'RUN'`,
      );
      expect(Number(first?.first)).toBeGreaterThan(10_000_000);
      expect(JSON.parse(Buffer.from(late.events[0].cursor, "base64url").toString())).toEqual([
        "e",
        Number(first?.first),
      ]);
      void client.dispose();
    } finally {
      await program.terminate();
    }
    // Only when told to, and whole.
    const refused = await cronograph(place, "restore", copy);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/has tables of Cronograph already/)]);
    const again = await cronograph(place, "restore", still, "--replace");
    expect([again.code, again.err]).toEqual([0, ""]);
    expect(withoutPlace(await contents(place))).toEqual(withoutPlace(kept));
    // Beyond those of the replaced database too.
    const [floor] = await query<{ value: string }>(place, "SELECT value FROM facts WHERE key = 'events.floor'");
    expect(Number(floor?.value)).toBeGreaterThan(20_000_000);
  }, 60_000);

  it("that is damaged, cut or of a newer version is refused, and nothing is changed by it", async () => {
    const bytes = readFileSync(copy);
    const text = gunzipSync(bytes).toString();
    const lines = text.split("\n");
    const head = JSON.parse(lines[0] as string);
    const samples: [string, Buffer, RegExp][] = [
      ["bit", Buffer.from(bytes).fill(0xa5, bytes.length >> 1, (bytes.length >> 1) + 64), /damaged/],
      ["cut", bytes.subarray(0, bytes.length - 100), /damaged/],
      ["without its end", gzipSync(lines.slice(0, -2).join("\n")), /damaged.*no end/],
      [
        "one row less",
        gzipSync(
          lines
            .toSpliced(
              lines.findLastIndex((line) => line.startsWith("[")),
              1,
            )
            .join("\n"),
        ),
        /SHA-256/,
      ],
      ["changed", gzipSync(text.replace("every second", "every minute")), /SHA-256/],
      ["of another kind", gzipSync("{}\n"), /damaged or no backup/],
    ];
    const before = await contents(live);
    for (const [name, content, finding] of samples) {
      const path = join(folder, name);
      writeFileSync(path, content);
      await expect(verifyDump(path), name).rejects.toThrow(finding);
      await expect(restorePostgres(path, { url: live, listenUrl: null }, true), name).rejects.toThrow(finding);
    }
    const said = await cronograph(live, "restore", join(folder, "cut"), "--replace");
    expect([said.code, said.err]).toEqual([1, expect.stringMatching(/cut is damaged/)]);
    expect((await cronograph(live, "verify", copy)).out.rows).toMatchObject({ tasks: 1 });
    expect(await contents(live)).toEqual(before);
    expect(head.format).toBe("cronograph-dump-1");
    expect((await cronograph("file:/nowhere/x.db", "restore", copy)).err).toMatch(/is a backup of PostgreSQL/);
    expect((await cronograph(await postgres.database(), "backup", join(folder, "none"))).err).toMatch(
      /none of Cronograph's/,
    );
  }, 90_000);

  it("that is killed in the middle leaves nothing under its name, and the next one succeeds", async () => {
    const big = await postgres.database(new URL(live).pathname.slice(1));
    await query(
      big,
      "INSERT INTO facts SELECT 'x' || n, repeat(md5(n::text), 300) FROM generate_series(1, 30000) AS n",
    );
    const to = join(folder, "killed", "big.dump");
    const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts", "backup", to], {
      cwd: PACKAGE_ROOT,
      env: { PATH: process.env.PATH, DATABASE_URL: big },
      stdio: "ignore",
    });
    await until("it writes", () => existsSync(`${to}.partial`) && readFileSync(`${to}.partial`).length > 100_000);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readdirSync(join(folder, "killed"))).toEqual(["big.dump.partial"]);
    const said = await cronograph(big, "backup", to);
    expect([said.code, said.err, said.out?.rows.facts > 30_000]).toEqual([0, "", true]);
    expect(readdirSync(join(folder, "killed"))).toEqual(["big.dump"]);
  }, 60_000);
});
