// The real program is killed in the middle of its work and started again: nothing acknowledged is lost, every occurrence is
// accounted for.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { data } from "../support/client.ts";
import { type Program, startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id createdAt } userErrors { message } } }`;
const RUNS = `query ($task: ID!, $after: Cursor) { runs(filter: { taskId: [$task] }, orderBy: { field: SCHEDULED_FOR, direction: ASC }, first: 100, after: $after) {
  nodes { id state scheduledFor attempt why startedAt attempts { nodes { number outcome } } } pageInfo { hasNextPage endCursor } } }`;

const folder = await temporaryFolder();
const settings = { DATABASE_URL: `file:${join(folder, "killed.db")}`, WORKER_THREADS: "2" };
let receiver: Receiver;
let program: Program;

beforeAll(async () => {
  receiver = await startReceiver();
  program = await startProgram(settings);
});
afterAll(async () => {
  await program.kill();
  await receiver.stop();
});

interface Row {
  id: string;
  state: string;
  scheduledFor: string;
  attempt: number;
  why: string | null;
  startedAt: string | null;
  attempts: { nodes: { number: number; outcome: string | null }[] };
}

async function allRuns(task: string): Promise<Row[]> {
  const found: Row[] = [];
  for (let after: string | null = null; ; ) {
    const { runs } = await data(program.url, RUNS, { task, after });
    found.push(...runs.nodes);
    if (!runs.pageInfo.hasNextPage) return found;
    after = runs.pageInfo.endCursor;
  }
}

async function create(input: object): Promise<{ id: string; createdAt: string }> {
  const { createTask } = await data(program.url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  return createTask.task;
}

describe("kill -9 in the middle of work", () => {
  it("loses no run: what was going is attempted again, what was due meanwhile has its row, what was acknowledged is there", async () => {
    const every = await create({
      name: "every second",
      schedule: { every: { interval: "PT1S" } },
      target: { http: { url: `${receiver.url}/tick` } },
      missedRunPolicy: "ALL",
    });
    const long = await create({
      name: "long",
      schedule: { once: { at: new Date(Date.now() + 1_500).toISOString() } },
      target: { module: { name: "waits" } },
      payload: { ms: 4_000 },
    });
    const held: { end(): void }[] = [];
    receiver.answer = (_, response) => void held.push(response);
    const slow = await create({
      name: "slow request",
      schedule: { once: { at: new Date(Date.now() + 1_500).toISOString() } },
      target: { http: { url: `${receiver.url}/slow`, method: "POST", body: "work" } },
    });
    await until("all three are in the middle", async () => {
      const states = await Promise.all([long, slow].map(async ({ id }) => (await allRuns(id))[0]?.state));
      return states.every((state) => state === "RUNNING");
    });
    // Acknowledged in the last moment before the kill.
    const last = await create({
      name: "acknowledged",
      schedule: { every: { interval: "PT1H" } },
      target: { module: { name: "echo" } },
    });
    await program.kill();
    receiver.answer = (_, response) => void response.end("ok");
    for (const response of held) response.end();
    await new Promise((resolve) => setTimeout(resolve, 12_000)); // the downtime itself, longer than the execution window
    program = await startProgram(settings);

    expect((await allRuns(last.id)).map((run) => run.state)).toEqual(["SCHEDULED"]);
    for (const { id } of [long, slow]) {
      const run = await until(
        "the interrupted run has ended",
        async () => (await allRuns(id)).find((each) => each.state === "SUCCEEDED"),
        20_000,
      );
      expect(run.attempts.nodes.map((attempt) => attempt.outcome)).toEqual(["LOST", "SUCCEEDED"]);
    }
    const calls = receiver.received.filter((request) => request.path === "/slow");
    expect(calls.map((call) => call.headers["x-run-attempt"])).toEqual(["1", "2"]);
    expect(new Set(calls.map((call) => call.headers["idempotency-key"])).size).toBe(1);

    const deadline = Date.now();
    const runs = await until(
      "every second of the past has ended",
      async () => {
        const past = (await allRuns(every.id)).filter((run) => Date.parse(run.scheduledFor) <= deadline);
        return past.every((run) => ["SUCCEEDED", "SKIPPED", "MISSED"].includes(run.state)) && past;
      },
      40_000,
    );
    // Every second from the first to the last has one row: none is missing, none is there twice.
    const first = Date.parse(runs[0]?.scheduledFor as string);
    expect(runs.map((run) => (Date.parse(run.scheduledFor) - first) / 1_000)).toEqual(runs.map((_, index) => index));
    expect(first - Date.parse(every.createdAt)).toBeLessThanOrEqual(1_000);
    for (const run of runs)
      if (run.state !== "SUCCEEDED") expect(run.why, `${run.scheduledFor} ${run.state}`).toBeTruthy();
    // At least once and fenced: each (run, attempt) has called at most once.
    const ticks = receiver.received
      .filter((request) => request.path === "/tick")
      .map((call) => `${String(call.headers["idempotency-key"])} ${String(call.headers["x-run-attempt"])}`);
    expect(new Set(ticks).size).toBe(ticks.length);
  }, 120_000);

  it("stops in good order on SIGTERM: what runs finishes, the exit code is 0, nothing is left running", async () => {
    const task = await create({
      name: "finishes",
      schedule: { once: { at: new Date(Date.now() + 500).toISOString() } },
      target: { module: { name: "waits" } },
      payload: { ms: 1_500 },
    });
    await until("it runs", async () => (await allRuns(task.id))[0]?.state === "RUNNING");
    expect(await program.terminate()).toBe(0);
    program = await startProgram(settings);
    expect((await allRuns(task.id))[0]).toMatchObject({ state: "SUCCEEDED", attempt: 1 });
    const { instances } = await data(program.url, `{ instances { id stoppedAt } }`);
    expect(instances.filter((instance: { stoppedAt: string | null }) => instance.stoppedAt === null)).toHaveLength(1);
  }, 60_000);

  it("hands over what does not finish in the grace time, without costing an attempt", async () => {
    await program.terminate();
    program = await startProgram({ ...settings, SHUTDOWN_GRACE_MS: "200" });
    const task = await create({
      name: "handed over",
      schedule: { once: { at: new Date(Date.now() + 300).toISOString() } },
      target: { module: { name: "waits" } },
      payload: { ms: 3_000 },
      retry: { maxAttempts: 1 },
    });
    await until("it runs", async () => (await allRuns(task.id))[0]?.state === "RUNNING");
    expect(await program.terminate()).toBe(0);
    program = await startProgram(settings);
    const run = await until("it has ended", async () =>
      (await allRuns(task.id)).find((each) => each.state === "SUCCEEDED"),
    );
    expect(run.attempts.nodes.map((attempt) => attempt.outcome)).toEqual(["INTERRUPTED", "SUCCEEDED"]);
  }, 60_000);
});
