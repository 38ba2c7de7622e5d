// Queues over the API: made, changed, paused and deleted; what tasks and runs say of theirs; what is refused, and how.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { createTask, done, mutate, readRun, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const QUEUE = `queue { name description concurrency concurrencyPerKey rate { limit period burst } paused pausedAt pauseReason
  runningRuns waitingRuns oldestDueAt tasks { name } version }`;
const TASK = "task { id queue queueKey priority queueTimeout startTimeout silenceTimeout version }";
let serial = 0;
const name = () => `queue-${++serial}`;
const send = (mutation: string, input: object) => change(mutation, input);

async function change(mutation: string, input: object) {
  const type = mutation[0]?.toUpperCase() + mutation.slice(1);
  const text = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { ${QUEUE} userErrors { code field message } } }`;
  return (await data(url(), text, { input }))[mutation];
}
const errors = ({ userErrors }: { userErrors: { code: string; field: string[] | null }[] }) =>
  userErrors.map(({ code, field }) => `${code} ${field?.join(".")}`);

describe("a queue", () => {
  it("is made, listed, changed, paused, resumed and deleted", async () => {
    const queue = name();
    const made = await send("createQueue", {
      name: queue,
      description: "Mail provider",
      concurrency: 5,
      concurrencyPerKey: 1,
      rate: { limit: 100, period: "PT1M" },
    });
    expect(made.queue).toEqual({
      name: queue,
      description: "Mail provider",
      concurrency: 5,
      concurrencyPerKey: 1,
      rate: { limit: 100, period: "PT1M", burst: 1 },
      paused: false,
      pausedAt: null,
      pauseReason: null,
      runningRuns: 0,
      waitingRuns: 0,
      oldestDueAt: null,
      tasks: [],
      version: 1,
    });
    const { queues } = await data(url(), "{ queues { name } }");
    expect(queues.map((each: { name: string }) => each.name)).toContain(queue);
    const changed = await send("updateQueue", { name: queue, version: 1, concurrency: null, rate: null });
    expect(changed.queue).toMatchObject({ concurrency: null, concurrencyPerKey: 1, rate: null, version: 2 });
    expect(errors(await send("updateQueue", { name: queue, version: 1, concurrency: 3 }))).toEqual([
      "CONFLICT version",
    ]);
    expect((await send("pauseQueue", { name: queue, reason: "outage" })).queue).toMatchObject({
      paused: true,
      pauseReason: "outage",
    });
    expect((await send("resumeQueue", { name: queue })).queue).toMatchObject({ paused: false, pauseReason: null });
    expect((await send("deleteQueue", { name: queue })).queue.name).toBe(queue);
    expect(
      (await data(url(), "query ($name: String!) { queue(name: $name) { name } }", { name: queue })).queue,
    ).toBeNull();
  });

  it("is refused with the field, the value and what was expected", async () => {
    const queue = name();
    await send("createQueue", { name: queue });
    expect(errors(await send("createQueue", { name: queue }))).toEqual(["ALREADY_EXISTS name"]);
    const wrong = {
      name: "two words",
      concurrency: 0,
      concurrencyPerKey: 1_000_000,
      rate: { limit: 0, period: "PT0.1S", burst: -1 },
    };
    expect(errors(await send("createQueue", wrong))).toEqual([
      "INVALID_CHARACTERS name",
      "OUT_OF_RANGE concurrency",
      "OUT_OF_RANGE concurrencyPerKey",
      "OUT_OF_RANGE rate.limit",
      "OUT_OF_RANGE rate.period",
      "OUT_OF_RANGE rate.burst",
    ]);
    for (const mutation of ["pauseQueue", "resumeQueue", "deleteQueue"])
      expect(errors(await send(mutation, { name: "nobody" }))).toEqual(["NOT_FOUND name"]);
  });

  it("is not deleted while a task names it; a worker's goes on without its bounds", async () => {
    const queue = name();
    await send("createQueue", { name: queue });
    const task = await createTask(url(), { queue });
    const worker = await createTask(url(), { target: { worker: { queue } } });
    const refused = await send("deleteQueue", { name: queue });
    expect(errors(refused)).toEqual(["ILLEGAL_STATE name"]);
    expect(refused.userErrors[0].message).toContain(JSON.stringify(task.name));
    await done(url(), "updateTask", { id: task.id, version: 1, queue: null }, TASK);
    expect(errors(await send("deleteQueue", { name: queue }))).toEqual([]);
    expect(await done(url(), "triggerTask", { id: worker.id }, "run { queue }")).toEqual({ queue });
  });
});

describe("a task", () => {
  it("names its queue, key, priority and time limits, and its runs take them over", async () => {
    const queue = name();
    await send("createQueue", { name: queue });
    const lane = { queue, queueKey: "{{ payload.customer }}", priority: 7 };
    const limits = { queueTimeout: "PT1H", startTimeout: "PT10S", silenceTimeout: "PT5M" };
    const task = await done(
      url(),
      "createTask",
      taskInput({ ...lane, ...limits, payload: { customer: "acme" } }),
      TASK,
    );
    expect(task).toMatchObject({ ...lane, ...limits });
    const SEEN = "run { id queue queueKey priority }";
    expect(await done(url(), "triggerTask", { id: task.id }, SEEN)).toMatchObject({
      queue,
      queueKey: "acme",
      priority: 7,
    });
    const own = { id: task.id, payload: { customer: 12 }, priority: -1 };
    expect(await done(url(), "triggerTask", own, SEEN)).toMatchObject({ queueKey: "12", priority: -1 });
    expect(await done(url(), "triggerTask", { id: task.id, payload: {} }, SEEN)).toMatchObject({ queueKey: null });
    const { runs } = await data(url(), "query ($queue: [String!]) { runs(filter: { queue: $queue }) { totalCount } }", {
      queue: [queue],
    });
    expect(runs.totalCount).toBe(4);
  });

  it("is refused an unknown queue, a key with unknown places, a priority out of range, and a second queue for a worker", async () => {
    const input = taskInput({ queue: "nobody", queueKey: "{{ secrets.KEY }}", priority: 101, silenceTimeout: "PT0S" });
    expect(errors(await mutate(url(), "createTask", input))).toEqual([
      "NOT_FOUND queue",
      "INVALID_PAYLOAD queueKey",
      "OUT_OF_RANGE priority",
      "OUT_OF_RANGE silenceTimeout",
    ]);
    const queue = name();
    await send("createQueue", { name: queue });
    const worker = taskInput({ target: { worker: { queue: "mine" } }, queue });
    expect(errors(await mutate(url(), "createTask", worker))).toEqual(["BAD_REQUEST queue"]);
  });

  it("has its waiting run started as soon as its queue has room or is resumed", async () => {
    const queue = name();
    await send("createQueue", { name: queue, concurrency: 1 });
    await send("pauseQueue", { name: queue });
    const task = await createTask(url(), { queue });
    const run = await done(url(), "triggerTask", { id: task.id });
    await until("it is counted as waiting", async () => {
      const found = await data(url(), "query ($name: String!) { queue(name: $name) { waitingRuns oldestDueAt } }", {
        name: queue,
      });
      return found.queue.waitingRuns === 1 && found.queue.oldestDueAt !== null;
    });
    expect((await readRun(url(), run.id)).state).toBe("QUEUED");
    await send("resumeQueue", { name: queue });
    await until("it has run", async () => (await readRun(url(), run.id)).state === "SUCCEEDED");
  });
});

it("a follow-up and a redriven run of a worker's task wait in its queue", async () => {
  const queue = name();
  const worker = await createTask(url(), { target: { worker: { queue } } });
  const first = await createTask(url(), { followUps: [{ taskId: worker.id, on: "ANY", payload: "OWN" }] });
  await done(url(), "triggerTask", { id: first.id });
  const claim = (limit: number) =>
    mutate(url(), "claimRuns", { queue, workerId: "w", limit }, "claims { attempt run { id trigger } }");
  const claims = await until("the follow-up can be claimed", async () => {
    const found = (await claim(1)).claims;
    return found.length > 0 && found;
  });
  expect(claims[0].run.trigger).toBe("FOLLOW_UP");
  const fence = { runId: claims[0].run.id, attempt: 1, workerId: "w" };
  await mutate(url(), "failRun", { ...fence, code: "NO", message: "no", retryable: false }, "run { id }");
  await done(url(), "retryRun", { id: claims[0].run.id });
  expect((await claim(1)).claims[0].run.trigger).toBe("REDRIVE");
});
