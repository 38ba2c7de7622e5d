import type { Client } from "graphql-ws";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { connect as connectTo, data, type Subscription, subscribe } from "../support/client.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import {
  BEGINNING,
  burst,
  createTask,
  done,
  eventCursor,
  finished,
  RUN,
  readRun,
  readTask,
  startAtNoon,
  TASK,
  useSharedApp,
} from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const RUN_EVENTS = `subscription ($filter: RunEventFilter, $after: Cursor) { runEvents(filter: $filter, after: $after) { cursor sequence at type run { ${RUN} } } }`;
const BRIEF =
  "subscription ($filter: RunEventFilter, $after: Cursor) { runEvents(filter: $filter, after: $after) { cursor sequence type run { id } } }";
const TASK_EVENTS = `subscription ($filter: TaskEventFilter, $after: Cursor) { taskEvents(filter: $filter, after: $after) { cursor at type task { ${TASK} } } }`;
const receiver = await startReceiver();
afterAll(() => receiver.stop());
const QUICK = { target: { http: { url: receiver.url } }, retry: { maxAttempts: 1 } };

function connected(to = url()): Client {
  const client = connectTo(to);
  onTestFinished(() => void client.dispose());
  return client;
}

const enough = (subscription: Subscription, count: number) =>
  until(`${count} events came`, () => subscription.events.length >= count, 30_000);
const types = (subscription: Subscription) => subscription.events.map((event) => event.type);
// biome-ignore lint/suspicious/noExplicitAny: events are read freely
const ofRun = (events: any[], id: string) => events.filter((event) => event.run.id === id);
const compare = (a: string, b: string) => (a < b ? -1 : 1);
const position = (cursor: string): number => JSON.parse(Buffer.from(cursor, "base64url").toString())[1];

describe("events of a task", () => {
  it("tell each change with the whole task as the change left it", async () => {
    const after = await eventCursor(url());
    const made = await createTask(url(), { schedule: { every: { interval: "PT1H" } }, payload: { a: 1 } });
    const watched = subscribe(connected(), TASK_EVENTS, { after, filter: { taskId: [made.id] } });
    const answers = [
      made,
      await done(url(), "updateTask", { id: made.id, version: 1, description: "new", payload: null }),
      await done(url(), "pauseTask", { id: made.id, reason: "because" }),
      await done(url(), "resumeTask", { id: made.id }),
      await done(url(), "deleteTask", { id: made.id }),
    ];
    await enough(watched, 5);
    expect(types(watched)).toEqual(["CREATED", "UPDATED", "PAUSED", "RESUMED", "DELETED"]);
    expect(watched.events.map((event) => event.task)).toEqual(answers);
    expect(watched.events.map((event) => event.at)).toEqual(answers.map((task) => task.updatedAt));
    watched.stop();
  });

  it("are those of the wanted tasks and types only; an empty list wants none", async () => {
    const after = await eventCursor(url());
    const [one, two] = [await createTask(url()), await createTask(url())];
    for (const { id } of [one, two]) await done(url(), "pauseTask", { id });
    const client = connected();
    const last = await createTask(url());
    const wanted = subscribe(client, TASK_EVENTS, { after, filter: { taskId: [one.id, last.id] } });
    const pauses = subscribe(client, TASK_EVENTS, { after, filter: { type: ["PAUSED"] } });
    const both = subscribe(client, TASK_EVENTS, { after, filter: { type: ["PAUSED"], taskId: [two.id] } });
    const none = subscribe(client, TASK_EVENTS, { after, filter: { type: [] } });
    await Promise.all([enough(wanted, 3), enough(pauses, 2), enough(both, 1)]);
    expect(wanted.events.map((event) => [event.task.id, event.type])).toEqual([
      [one.id, "CREATED"],
      [one.id, "PAUSED"],
      [last.id, "CREATED"],
    ]);
    expect(pauses.events.map((event) => event.task.id)).toEqual([one.id, two.id]);
    expect(both.events.map((event) => event.task.id)).toEqual([two.id]);
    expect(none.events).toEqual([]);
  });
});

describe("events of a run", () => {
  it("tell its whole life with the whole run, numbered from 1 without a gap", async () => {
    const after = await eventCursor(url());
    const { id } = await createTask(url(), {
      target: { module: { name: "throws" } },
      retry: { maxAttempts: 2, initialDelay: "PT0S", maxDelay: "PT0S" },
    });
    const run = await done(url(), "triggerTask", { id });
    const watched = subscribe(connected(), RUN_EVENTS, { after, filter: { runId: [run.id] } });
    await enough(watched, 5);
    expect(types(watched)).toEqual(["CREATED", "STARTED", "RETRY_PLANNED", "STARTED", "FAILED"]);
    expect(watched.events.map((event) => event.sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(watched.events.map((event) => [event.run.state, event.run.attempt])).toEqual([
      ["QUEUED", 0],
      ["RUNNING", 1],
      ["RETRYING", 1],
      ["RUNNING", 2],
      ["FAILED", 2],
    ]);
    expect(watched.events[0].run).toEqual(run);
    expect(watched.events.at(-1).run).toEqual(await readRun(url(), run.id));
    watched.stop();
  });

  it("come the same live and again", async () => {
    const client = connected();
    const { id } = await createTask(url(), QUICK);
    const live = subscribe(client, RUN_EVENTS, { filter: { taskId: [id] } });
    await until("the subscription is live", async () => {
      await done(url(), "triggerTask", { id });
      return live.events.length > 0;
    });
    await until(
      "nothing is going any more",
      async () =>
        (await readTask(url(), id, "runs(filter: { state: [QUEUED, RUNNING] }) { totalCount }")).runs.totalCount === 0,
    );
    const all = subscribe(client, RUN_EVENTS, { after: BEGINNING, filter: { taskId: [id] } });
    const last = await until(
      "the newest came",
      () => live.events.at(-1)?.cursor === all.events.at(-1)?.cursor && all.events.at(-1),
    );
    expect(last.run.state).toBe("SUCCEEDED");
    const replayed = all.events.filter((event) => position(event.cursor) >= position(live.events[0].cursor));
    // Results and the rest of what is large are read as they are now, in both ways of coming.
    const snapshot = (event: { run: object }) => ({ ...event, run: { ...event.run, result: undefined } });
    expect(live.events.map(snapshot)).toEqual(replayed.map(snapshot));
  });

  it("come without gap or double over reconnects in the middle of a burst of 200 runs", async () => {
    const { id } = await createTask(url(), { ...QUICK, overlapPolicy: "ALLOW" });
    // biome-ignore lint/suspicious/noExplicitAny: events are read freely
    const got: any[] = [];
    let after = await eventCursor(url());
    const started = burst(url(), id, 200);
    for (const size of [1, 40, 150, 260]) {
      const watched = subscribe(connected(), BRIEF, { after, filter: { taskId: [id] } });
      await enough(watched, size);
      watched.stop();
      // What was under way when the client hung up is lost with the socket; the cursor of the last one read brings it back.
      got.push(...watched.events.slice(0, size));
      after = got.at(-1).cursor;
    }
    const ids = await started;
    const rest = subscribe(connected(), BRIEF, { after, filter: { taskId: [id] } });
    await until(
      "all have succeeded",
      () => [...got, ...rest.events].filter((event) => event.type === "SUCCEEDED").length === 200,
      30_000,
    );
    got.push(...rest.events);
    rest.stop();
    const positions = got.map((event) => position(event.cursor));
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
    for (const run of ids) {
      const events = ofRun(got, run);
      expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
      expect([events[0].type, events[1].type, events.at(-1).type]).toEqual(["CREATED", "STARTED", "SUCCEEDED"]);
    }
    expect(new Set(got.map((event) => event.run.id))).toEqual(new Set(ids));
  });

  it("reach a hundred subscribers of a socket alike", async () => {
    const { id } = await createTask(url(), QUICK);
    const client = connected();
    const after = await eventCursor(url());
    const all = Array.from({ length: 100 }, () => subscribe(client, RUN_EVENTS, { after, filter: { taskId: [id] } }));
    const run = await done(url(), "triggerTask", { id });
    await Promise.all(all.map((each) => until("the end came", () => types(each).includes("SUCCEEDED"))));
    for (const { events } of all) expect(events).toEqual(all[0]?.events);
    expect(ofRun(all[0]?.events ?? [], run.id)[0].sequence).toBe(1);
  });

  it("hold back nobody when one subscriber asks for a cursor of long ago and another for now", async () => {
    const client = connected();
    const old = subscribe(client, RUN_EVENTS, { after: BEGINNING });
    const { id } = await createTask(url(), QUICK);
    const fresh = subscribe(client, RUN_EVENTS, { filter: { taskId: [id] } });
    await until("both have it", async () => {
      const run = await done(url(), "triggerTask", { id });
      await finished(url(), run.id);
      return ofRun(fresh.events, run.id).length > 0 && ofRun(old.events, run.id).length > 0;
    });
    expect(old.events[0].sequence).toBe(1);
  });
});

describe("all events from the beginning", () => {
  it("fold to what the queries say", async () => {
    const { url, clock } = await startAtNoon();
    const make = (changes: object) => createTask(url, { schedule: { every: { interval: "PT20S" } }, ...changes });
    const tasks = [
      await make({}),
      await make({ paused: true }),
      await make({ schedule: { cron: { expression: "*/10 * * * * *" } } }),
      await make({}),
      await make({}),
    ];
    const [edited, resumed, paused, deleted] = tasks.map((task) => task.id);
    clock.jump(25_000);
    await done(url, "updateTask", {
      id: edited,
      version: 1,
      schedule: { every: { interval: "PT15S" } },
      description: "edited",
    });
    await done(url, "resumeTask", { id: resumed });
    await done(url, "pauseTask", { id: paused, reason: "enough" });
    const cancelled = await done(url, "triggerTask", { id: paused, payload: 1 });
    await done(url, "cancelRun", { id: cancelled.id, reason: "not this one" });
    await done(url, "triggerTask", { id: deleted });
    await done(url, "deleteTask", { id: deleted });

    const client = connected(url);
    const [runEvents, taskEvents] = [
      subscribe(client, RUN_EVENTS, { after: BEGINNING }),
      subscribe(client, TASK_EVENTS, { after: BEGINNING }),
    ];
    const { runs } = await data(url, `{ runs(first: 100) { totalCount nodes { ${RUN} } } }`);
    const fold = () => {
      const state = new Map(
        runEvents.events.map((event) => [event.run.id, event.type === "WITHDRAWN" ? undefined : event.run]),
      );
      return [...state.values()].filter((run) => run !== undefined).sort((a, b) => compare(a.id, b.id));
    };
    const expected = [...runs.nodes].sort((a, b) => compare(a.id, b.id));
    await until("all runs came", () => fold().length === runs.totalCount && types(taskEvents).includes("DELETED"));
    expect(fold()).toEqual(expected);
    const folded = new Map(taskEvents.events.map((event) => [event.task.id, event.task]));
    for (const { id } of tasks) {
      const planned = expected
        .filter((run) => run.task.id === id && run.state === "SCHEDULED")
        .map((run) => run.scheduledFor);
      const now = await readTask(url, id);
      expect(folded.get(id)).toEqual(now);
      expect(now.nextRunAt).toBe(planned.sort(compare)[0] ?? null);
    }
    for (const id of new Set(runEvents.events.map((event) => event.run.id))) {
      const sequence = ofRun(runEvents.events, id).map((event) => event.sequence);
      expect(sequence).toEqual(sequence.map((_, index) => index + 1));
    }
  });
});
