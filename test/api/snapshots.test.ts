// What subscriptions tell beside changes: what there is at their beginning, where the log stands, and that it no longer reaches back.
import { describe, expect, it, onTestFinished } from "vitest";
import { connect, data, subscribe } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { BEGINNING, createTask, done, mutate, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const RUN_EVENTS = `subscription ($filter: RunEventFilter, $after: Cursor, $snapshot: Boolean!) {
  runEvents(filter: $filter, after: $after, snapshot: $snapshot) { cursor type sequence run { id state } } }`;
let serial = 0;

function watch(query: string, variables: Record<string, unknown>) {
  const client = connect(url());
  onTestFinished(() => void client.dispose());
  return subscribe(client, query, variables);
}
/** A run that waits for a worker, in a queue of its own. */
async function waiting() {
  const queue = `snapshots-${++serial}`;
  const task = await createTask(url(), {
    schedule: { manual: true },
    target: { worker: { queue } },
    overlapPolicy: "ALLOW",
  });
  const run = await done(url(), "triggerTask", { id: task.id });
  return { queue, task, id: run.id as string };
}
const claim = async (queue: string) =>
  (await mutate(url(), "claimRuns", { queue, workerId: "w", limit: 1 }, "claims { attempt run { id } }")).claims[0];

describe("a subscription with a snapshot", () => {
  it("begins with the runs that have not ended, and goes on with what happens to them", async () => {
    const { task, queue, id } = await waiting();
    const second = await done(url(), "triggerTask", { id: task.id });
    const watched = watch(RUN_EVENTS, { filter: { taskId: [task.id] }, snapshot: true });
    await until("the snapshot ended", () => watched.events.some(({ type }) => type === "SNAPSHOT_END"));
    const snapshot = watched.events.filter(({ type }) => type === "SNAPSHOT");
    expect(new Map(snapshot.map(({ run }) => [run.id, run.state]))).toEqual(
      new Map([id, second.id].map((each) => [each, "QUEUED"])),
    );
    expect(snapshot).toHaveLength(2);
    expect(new Set(watched.events.map(({ cursor }) => cursor)).size).toBe(1);
    expect(watched.events.at(-1)).toMatchObject({ type: "SNAPSHOT_END", run: null, sequence: null });
    const { run } = await claim(queue);
    await until("the change came", () => watched.events.some(({ type }) => type === "STARTED"));
    const started = watched.events.at(-1);
    expect(started.run).toEqual({ id: run.id, state: "RUNNING" });
    expect(started.sequence).toBe(snapshot.find((each) => each.run.id === run.id).sequence + 1);
  });

  it("folds to what the queries say while things change all the time", async () => {
    const { task, queue } = await waiting();
    let going = true;
    const churn = (async () => {
      while (going) {
        await done(url(), "triggerTask", { id: task.id }, "run { id }");
        const claimed = await claim(queue);
        const fence = { runId: claimed.run.id, attempt: claimed.attempt, workerId: "w" };
        await mutate(url(), "completeRun", fence, "run { id }");
      }
    })();
    const states = [];
    for (let round = 0; round < 10; round++) {
      const watched = watch(RUN_EVENTS, { filter: { taskId: [task.id] }, snapshot: true });
      await until("some changes came", () => watched.events.length > 20);
      states.push(watched.events);
    }
    going = false;
    await churn;
    for (const events of states) {
      const numbers = new Map<string, number>();
      for (const { run, sequence } of events) {
        if (!run) continue;
        const before = numbers.get(run.id);
        // Each run's numbers go on from its snapshot, or from its beginning, without a gap.
        if (before !== undefined) expect(sequence).toBe(before + 1);
        else expect(events.find((each: { run?: { id: string } }) => each.run?.id === run.id).sequence).toBe(sequence);
        numbers.set(run.id, sequence);
      }
    }
  });

  it("is refused together with a cursor", async () => {
    const both = watch(RUN_EVENTS, { after: BEGINNING, snapshot: true });
    await both.ended.catch(() => {});
    expect(both.errors[0]).toMatchObject({ extensions: { code: "BAD_REQUEST" } });
  });

  it("shows tasks, by their filter", async () => {
    const name = `shown ${++serial}`;
    const task = await createTask(url(), { name });
    const query = `subscription ($filter: TaskEventFilter) { taskEvents(filter: $filter, snapshot: true) { type task { id state } } }`;
    const watched = watch(query, { filter: { task: { search: name } } });
    await until("the snapshot ended", () => watched.events.length === 2);
    await done(url(), "pauseTask", { id: task.id }, "task { id }");
    await createTask(url());
    await until("the change came", () => watched.events.length === 3);
    expect(watched.events).toEqual([
      { type: "SNAPSHOT", task: { id: task.id, state: "ACTIVE" } },
      { type: "SNAPSHOT_END", task: null },
      { type: "PAUSED", task: { id: task.id, state: "PAUSED" } },
    ]);
  });
});

describe("a worker's own subscription", () => {
  it("tells what it holds, and that it is to stop", async () => {
    const { queue, id } = await waiting();
    await claim(queue);
    const query = `subscription { myRuns(workerId: "w", snapshot: true) { type run { id } } }`;
    const watched = watch(query, {});
    await until("the snapshot ended", () => watched.events.some(({ type }) => type === "SNAPSHOT_END"));
    expect(watched.events.filter(({ run }) => run?.id === id).map(({ type }) => type)).toEqual(["SNAPSHOT"]);
    await done(url(), "cancelRun", { id });
    await until("it is told", () =>
      watched.events.some(({ type, run }) => type === "CANCEL_REQUESTED" && run.id === id),
    );
  });
});

describe("states", () => {
  it("the overview comes at once, and anew when it has changed", async () => {
    const watched = watch("subscription { overview { activeTasks } }", {});
    await until("it came", () => watched.events.length > 0);
    const before = watched.events[0].activeTasks;
    await createTask(url());
    await until("it came anew", () => watched.events.length > 1);
    expect(watched.events.at(-1).activeTasks).toBe(before + 1);
  });

  it("what is upcoming comes at once, and anew when it has changed", async () => {
    const task = await createTask(url(), { schedule: { every: { interval: "PT1H" } } });
    const watched = watch("subscription ($ids: [ID!]) { upcoming(first: 2, taskId: $ids) { nodes { task { id } } } }", {
      ids: [task.id],
    });
    await until("it came", () => watched.events.length > 0);
    expect(watched.events[0].nodes).toHaveLength(2);
    await done(url(), "pauseTask", { id: task.id }, "task { id }");
    await until("it came anew", () => watched.events.at(-1).nodes.length === 0);
  });
});

it("a cursor that the log no longer reaches is refused, and the oldest usable one told", async () => {
  await createTask(url());
  await createTask(url());
  const gone = await app().store.write((tx) => tx.pruneEvents(Number.MAX_SAFE_INTEGER, 3));
  expect(gone).toBe(3);
  const watched = watch(RUN_EVENTS, { after: BEGINNING, snapshot: false });
  await watched.ended.catch(() => {});
  const [error] = watched.errors as [{ extensions: { code: string; oldestCursor: string } }];
  expect(error.extensions.code).toBe("CURSOR_EXPIRED");
  const task = await createTask(url());
  const again = watch("subscription ($after: Cursor) { taskEvents(after: $after) { task { id } } }", {
    after: error.extensions.oldestCursor,
  });
  await until("it goes on from there", () => again.events.some((event) => event.task.id === task.id));
  const { eventCursor } = await data(url(), "{ eventCursor }");
  expect(typeof eventCursor).toBe("string");
});
