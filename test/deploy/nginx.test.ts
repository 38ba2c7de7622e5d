// deploy/nginx with a real nginx, three instances and one PostgreSQL under load: one is killed, two are restarted, nginx is reloaded.
// Clients go on: no event is lost or told twice, and what fails is bounded.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { type Nginx, startNginx } from "../support/nginx.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { freePort, type Program, startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { type Follower, follow, type Load, startLoad } from "./load.ts";

const WORKERS = 6;
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { field message } } }`;
const ENDED = `query ($task: ID!) { all: runs(filter: { taskId: [$task], trigger: [MANUAL] }) { totalCount }
  ended: runs(filter: { taskId: [$task], trigger: [MANUAL], state: [SUCCEEDED] }) { totalCount } }`;

let postgres: TestPostgres;
let receiver: Receiver;
let nginx: Nginx;
const ports: number[] = [];
const programs: Program[] = [];
let taskId: string;

const start = (index: number) =>
  startProgram({ DATABASE_URL: postgres.url, WORKER_THREADS: "2", PORT: String(ports[index]) });

beforeAll(async () => {
  postgres = await startPostgres();
  receiver = await startReceiver();
  for (let index = 0; index < 3; index++) ports.push(await freePort());
  programs.push(...(await Promise.all([0, 1, 2].map(start))));
  nginx = await startNginx(ports);
});
afterAll(async () => {
  await nginx?.stop();
  await Promise.all(programs.map((program) => program.kill()));
  await receiver?.stop();
  await postgres?.stop();
});
beforeEach(async () => {
  const { createTask } = await data(nginx.url, CREATE, {
    input: {
      name: `under load ${performance.now()}`,
      schedule: { every: { interval: "PT8760H" } },
      overlapPolicy: "ALLOW",
      target: { http: { url: receiver.url } },
    },
  });
  expect(createTask.userErrors).toEqual([]);
  taskId = createTask.task.id;
});

/** Load and followers through the balancer, and one who was there from the beginning, past it, to compare with. */
async function under(
  work: (load: Load, followers: Follower[]) => Promise<void>,
): Promise<{ load: Load; followers: Follower[] }> {
  // Of the instance that is not stopped in that test: the kit would go on anyway, but not at another address.
  const witness = follow((programs[1] as Program).url, taskId);
  const followers = [0, 1, 2].map(() => follow(nginx.url, taskId));
  await until("all follow", () => [witness, ...followers].every((each) => each.ready()));
  const load = startLoad(nginx.url, taskId, WORKERS);
  await answered(load, 100);
  await work(load, followers);
  await answered(load, 100);
  await load.stop();
  await until(
    "all runs have ended",
    async () => (await data(nginx.url, ENDED, { task: taskId })).ended.totalCount >= load.runs.size,
    20_000,
  );
  const { all } = await data(nginx.url, ENDED, { task: taskId });
  // A mutation that had no answer and was sent again was carried out once.
  expect(all.totalCount).toBe(load.runs.size);
  for (const runs of load.runs.values()) expect(runs.size).toBe(1);
  const ended = (each: Follower) => each.told.filter((line) => line.includes("SUCCEEDED")).length;
  await until(
    "all are told all",
    () => [witness, ...followers].every((each) => ended(each) === load.runs.size),
    20_000,
  );
  expect(new Set(witness.told).size).toBe(witness.told.length);
  for (const each of followers) expect(each.told).toEqual(witness.told);
  for (const each of [witness, ...followers]) await each.stop();
  return { load, followers };
}

async function answered(load: Load, more: number): Promise<void> {
  const goal = load.answered() + more;
  await until(`${more} more are answered`, () => load.answered() >= goal, 30_000);
}

const lost = (followers: Follower[]) => followers.reduce((sum, each) => sum + each.losses(), 0);

describe("behind nginx", () => {
  it("one instance is killed: at most the requests that were in it fail, and followers go on elsewhere", async () => {
    const { load, followers } = await under(async (_, all) => {
      expect(lost(all)).toBe(0);
      await programs[0]?.kill();
    });
    expect(load.failures.length, JSON.stringify(load.failures)).toBeLessThanOrEqual(WORKERS);
    for (const { what } of load.failures) expect(what).toBe("502");
    // least_conn has given each instance one follower.
    expect(lost(followers)).toBeGreaterThanOrEqual(1);
    console.info(`killed: ${load.answered()} answered, ${load.failures.length} failed and were asked again`);
    programs[0] = await start(0);
  });

  it("two of the three are restarted one after the other: hardly a request fails, and each is done once", async () => {
    const { load, followers } = await under(async (running) => {
      for (const index of [0, 1, 2]) {
        if (index === 1) continue; // The witness watches it.
        expect(await programs[index]?.terminate()).toBe(0);
        programs[index] = await start(index);
        await answered(running, 50);
      }
    });
    // A connection that waits to be accepted in the very moment in which its listener closes is reset by the system.
    expect(load.failures.length, JSON.stringify(load.failures)).toBeLessThanOrEqual(load.answered() / 100);
    for (const { what } of load.failures) expect(what).toBe("502");
    expect(lost(followers)).toBeGreaterThanOrEqual(1);
    console.info(`restarted: ${load.answered()} answered, ${load.failures.length} failed and were asked again`);
  });

  it("nginx is reloaded: no request fails, and followers stay", async () => {
    const { load, followers } = await under(async (running) => {
      nginx.reload();
      await answered(running, 100);
    });
    expect(load.failures).toEqual([]);
    expect(lost(followers)).toBe(0);
  });

  it("sends server-sent events as they come, and answers /readyz while one instance is ready", async () => {
    const stop = new AbortController();
    const response = await fetch(`${nginx.url}/events`, {
      headers: { accept: "text/event-stream" },
      signal: stop.signal,
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const trigger = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }`;
    const { triggerTask } = await data(nginx.url, trigger, { id: taskId });
    let text = "";
    while (!text.includes(triggerTask.run.id)) text += new TextDecoder().decode((await reader.read()).value);
    stop.abort();
    await programs[2]?.terminate();
    for (let time = 0; time < 10; time++) expect((await fetch(`${nginx.url}/readyz`)).status).toBe(200);
    programs[2] = await start(2);
  });
});
