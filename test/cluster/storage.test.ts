// The real program while its database takes no writes. The disk is full for it alone by a limit of its files' size, which needs no
// root; the lock is another program's.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { data, query } from "../support/client.ts";
import { type Program, startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const RUNS = `query ($task: ID!) { runs(filter: { taskId: [$task] }, orderBy: { field: SCHEDULED_FOR, direction: ASC }, first: 100) {
  nodes { state scheduledFor attempt why } } }`;

const folder = await temporaryFolder();
const file = join(folder, "full.db");
let receiver: Receiver;
let program: Program;

beforeAll(async () => {
  receiver = await startReceiver();
  program = await startProgram({ DATABASE_URL: `file:${file}`, WORKER_THREADS: "2" });
});
afterAll(async () => {
  await program.kill();
  await receiver.stop();
});

async function create(input: object): Promise<string> {
  const { createTask } = await data(program.url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  return createTask.task.id;
}

const hourly = (name: string) => ({
  name,
  schedule: { every: { interval: "PT1H" } },
  target: { module: { name: "echo" } },
});
const ready = async () => {
  const response = await fetch(`${program.url}/readyz`, { headers: { connection: "close" } });
  const said = (await response.json()) as { code?: string; reason?: string };
  return { ...said, status: response.status };
};
/** No page fits any more into any file of the program. */
const limitFiles = (bytes: number | "unlimited") =>
  execFileSync("prlimit", ["--pid", String(program.child.pid), `--fsize=${bytes}:unlimited`]);
const saidTimes = (text: string) => program.output().split(text).length - 1;

interface Row {
  state: string;
  scheduledFor: string;
  attempt: number;
  why: string | null;
}
const runsOf = async (task: string): Promise<Row[]> => (await data(program.url, RUNS, { task })).runs.nodes;

/** From the first second to the last before `end`: one row each, and an explained one where it did not run. */
async function seeEverySecond(task: string, end: number): Promise<void> {
  const rows = await until("every second has ended", async () => {
    const past = (await runsOf(task)).filter((run) => Date.parse(run.scheduledFor) <= end);
    return past.every((run) => ["SUCCEEDED", "SKIPPED", "MISSED"].includes(run.state)) && past;
  });
  const first = Date.parse(rows[0]?.scheduledFor as string);
  expect(rows.map((run) => (Date.parse(run.scheduledFor) - first) / 1_000)).toEqual(rows.map((_, index) => index));
  expect(Date.parse(rows.at(-1)?.scheduledFor as string)).toBeGreaterThan(end - 1_000);
  for (const run of rows) if (run.state !== "SUCCEEDED") expect(run.why).toBeTruthy();
}

describe("a database that takes no writes", () => {
  it("disk full: says so, starts nothing, keeps answering, and goes on by itself with every result and every acknowledged change", async () => {
    const every = await create({
      name: "every second",
      schedule: { every: { interval: "PT1S" } },
      target: { http: { url: `${receiver.url}/tick` } },
      missedRunPolicy: "ALL",
    });
    const slow = await create({
      name: "ends while the disk is full",
      schedule: { once: { at: new Date(Date.now() + 1_500).toISOString() } },
      target: { module: { name: "waits" } },
      payload: { ms: 2_000 },
    });
    await until("both go", async () => {
      const going = (await runsOf(slow))[0]?.state === "RUNNING";
      return going && (await runsOf(every)).some((run) => run.state === "SUCCEEDED");
    });
    const kept = await create(hourly("acknowledged in the last moment"));

    limitFiles(4_096);
    const refused = await until("it is not ready", async () => {
      const answer = await ready();
      return answer.status === 503 && answer;
    });
    expect(refused).toMatchObject({
      code: "STORAGE_FULL",
      reason: expect.stringMatching(/disk is full.*Free some space/),
    });
    const calls = receiver.received.length;
    const { errors } = await query(program.url, CREATE, { input: hourly("refused") });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/disk is full/),
      extensions: { code: "STORAGE_FULL" },
    });
    expect((await data(program.url, "{ server { trouble { code lasting } } }")).server.trouble).toEqual({
      code: "STORAGE_FULL",
      lasting: false,
    });
    // Long enough for the slow run to end and for several seconds to become due.
    const end = Date.now() + 4_000;
    await until("some seconds have passed", () => Date.now() > end);
    expect(receiver.received.length).toBe(calls);
    expect((await ready()).status).toBe(503);

    const freed = Date.now();
    limitFiles("unlimited");
    await until("it is ready again", async () => (await ready()).status === 200);
    expect(Date.now() - freed).toBeLessThan(10_000);
    await until("the slow run's result is there", async () => (await runsOf(slow))[0]?.state === "SUCCEEDED");
    expect((await runsOf(slow))[0]?.attempt).toBe(1);
    expect((await data(program.url, `{ task(id: "${kept}") { name } server { trouble { code } } }`)).task).toBeTruthy();
    const { tasks } = await data(program.url, `{ tasks(first: 50) { nodes { name } } }`);
    expect(tasks.nodes.map((task: { name: string }) => task.name)).not.toContain("refused");
    await seeEverySecond(every, Date.now());
    expect(saidTimes("The disk is full")).toBe(1);
    expect(saidTimes("takes writes again")).toBe(1);
    const started = receiver.received.map(
      ({ headers }) => `${String(headers["idempotency-key"])} ${String(headers["x-run-attempt"])}`,
    );
    expect(new Set(started).size).toBe(started.length);
  }, 90_000);

  it("locked by another program: answers queries meanwhile, refuses changes with UNAVAILABLE, and goes on when the lock is gone", async () => {
    const other = new Sqlite(file);
    other.exec("BEGIN IMMEDIATE");
    try {
      await until("it is not ready", async () => (await ready()).code === "UNAVAILABLE");
      expect((await query(program.url, CREATE, { input: hourly("refused") })).errors?.[0]).toMatchObject({
        message: expect.stringMatching(/Another program holds the database locked/),
        extensions: { code: "UNAVAILABLE" },
      });
      expect((await data(program.url, "{ overview { activeTasks } }")).overview.activeTasks).toBeGreaterThan(0);
    } finally {
      other.exec("ROLLBACK");
      other.close();
    }
    await until("it is ready again", async () => (await ready()).status === 200);
    await create(hourly("taken"));
    expect(saidTimes("Another program holds")).toBe(1);
  }, 60_000);
});
