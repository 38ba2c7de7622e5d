// Three processes on one PostgreSQL: whoever is asked, the answer is the same; whoever dies, the others go on.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, data, type Subscription, subscribe } from "../support/client.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type Program, startProgram } from "../support/program.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { field message } } }`;
const EVENTS = `subscription ($after: Cursor) { runEvents(after: $after) { cursor sequence type run { id state } } }`;
const INSTANCES = `{ instances { id pid roles stoppedAt lastSeenAt } }`;

let postgres: TestPostgres;
let receiver: Receiver;
let settings: Record<string, string>;
const programs: Program[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  receiver = await startReceiver();
  settings = { DATABASE_URL: postgres.url, WORKER_THREADS: "2" };
  // At once: one makes the tables, the others wait for it.
  programs.push(...(await Promise.all([0, 1, 2].map(() => startProgram(settings)))));
  for (const program of programs) expect(program.child.exitCode, program.output()).toBeNull();
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await receiver.stop();
  await postgres.stop();
});

async function create(program: Program, input: object): Promise<string> {
  const { createTask } = await data(program.url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  return createTask.task.id;
}

/** What a subscriber was told: cursors grow, and each run's numbers have no gap. */
function expectWhole({ events, errors }: Pick<Subscription, "events" | "errors">): void {
  expect(errors).toEqual([]);
  const cursors = events.map(({ cursor }) => cursor);
  expect(new Set(cursors).size).toBe(cursors.length);
  const last = new Map<string, number>();
  for (const { sequence, run } of events) {
    expect(sequence).toBe((last.get(run.id) ?? 0) + 1);
    last.set(run.id, sequence);
  }
}

describe("three instances on one database", () => {
  it("see one another, and each answers for all", async () => {
    for (const { url } of programs) {
      const { instances } = await data(url, INSTANCES);
      expect(instances.filter((each: { stoppedAt: null }) => each.stoppedAt === null)).toHaveLength(3);
    }
    const id = await create(programs[0] as Program, {
      name: "made on the first",
      schedule: { every: { interval: "PT1H" } },
      target: { http: { url: `${receiver.url}/none` } },
    });
    for (const { url } of programs)
      expect((await data(url, `query ($id: ID!) { task(id: $id) { name } }`, { id })).task.name).toBe(
        "made on the first",
      );
  });

  it("start each occurrence once, in time, and tell a subscriber of any gateway all events in order", async () => {
    const clients = programs.map(({ url }) => connect(url));
    // From a place of the log, for nobody says when a subscription has begun.
    const after = (await data((programs[0] as Program).url, "{ eventCursor }")).eventCursor;
    const subscriptions = clients.map((client) => subscribe(client, EVENTS, { after }));
    const at = Date.now() + 4_000;
    const ids = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        create(programs[index % 3] as Program, {
          name: `once ${index}`,
          schedule: { once: { at: new Date(at).toISOString() } },
          target: { http: { url: `${receiver.url}/once/${index}` } },
        }),
      ),
    );
    await until(
      "all have succeeded",
      async () => {
        const { runs } = await data(
          (programs[1] as Program).url,
          `query ($tasks: [ID!]) { runs(filter: { taskId: $tasks, state: [SUCCEEDED] }, first: 100) { totalCount } }`,
          { tasks: ids },
        );
        return runs.totalCount === 60;
      },
      20_000,
    );
    const calls = receiver.received.filter(({ path }) => path.startsWith("/once/"));
    expect(new Set(calls.map(({ path }) => path)).size).toBe(60);
    expect(calls).toHaveLength(60);
    expect(Math.min(...calls.map((call) => call.at))).toBeGreaterThanOrEqual(at);
    expect(Math.max(...calls.map((call) => call.at))).toBeLessThan(at + 10_000);
    await until("all subscribers have all", () =>
      subscriptions.every(({ events }) => events.filter(({ type }) => type === "SUCCEEDED").length >= 60),
    );
    const told = subscriptions.map(({ events }) => events.map(({ cursor, type }) => `${cursor} ${type}`));
    for (const subscription of subscriptions) expectWhole(subscription);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    for (const client of clients) await client.dispose();
  });

  it("take over within seconds what an instance that was killed had going, and a subscriber goes on elsewhere", async () => {
    // Whoever has the call answers only when it is asked a second time.
    const asked = new Map<string, number>();
    receiver.answer = ({ path }, response) => {
      asked.set(path, (asked.get(path) ?? 0) + 1);
      if (!path.startsWith("/hang/") || (asked.get(path) ?? 0) > 1) response.end("{}");
    };
    const [a, b, c] = programs as [Program, Program, Program];
    const watching = connect(b.url);
    const from = (await data(a.url, "{ eventCursor }")).eventCursor;
    const before = subscribe(watching, EVENTS, { after: from });
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        create(a, {
          name: `hang ${index}`,
          schedule: { once: { at: new Date(Date.now() + 2_000).toISOString() } },
          target: { http: { url: `${receiver.url}/hang/${index}` } },
        }),
      ),
    );
    await until("all are called", () => [...asked.keys()].filter((path) => path.startsWith("/hang/")).length === 30);
    const owners = await data(
      c.url,
      `query ($tasks: [ID!]) { runs(filter: { taskId: $tasks }, first: 100) { nodes { id instance { pid } } } }`,
      { tasks: ids },
    );
    const owned = owners.runs.nodes.filter((run: { instance: { pid: number } }) => run.instance.pid === b.child.pid);
    await watching.dispose();
    await b.kill();
    const killedAt = Date.now();
    programs.splice(1, 1);
    const after = before.events.at(-1)?.cursor;
    const going = connect(c.url);
    const rest = subscribe(going, EVENTS, { after });
    await until(
      "what the killed one had was taken over",
      () => rest.events.filter(({ type }) => type === "SUCCEEDED").length >= owned.length,
      15_000,
    );
    for (const { id } of owned) {
      const { run } = await data(
        a.url,
        `query ($id: ID!) { run(id: $id) { attempts(first: 10) { nodes { number outcome startedAt } } } }`,
        { id },
      );
      expect(run.attempts.nodes.map((attempt: { outcome: string }) => attempt.outcome)).toEqual(["LOST", "SUCCEEDED"]);
      expect(Date.parse(run.attempts.nodes[1].startedAt) - killedAt).toBeLessThan(10_000);
    }
    expectWhole({ events: [...before.events, ...rest.events], errors: [...before.errors, ...rest.errors] });
    await going.dispose();
    const { instances } = await data(a.url, INSTANCES);
    await until("the killed one is seen as stopped", async () => {
      const { instances: now } = await data(a.url, INSTANCES);
      return now.find(({ pid }: { pid: number }) => pid === b.child.pid)?.stoppedAt !== null;
    });
    expect(instances).toHaveLength(3);
  });
});
