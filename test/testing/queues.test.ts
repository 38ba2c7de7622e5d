// Queues, priorities and the bounds of waiting and silence, in simulated time.
import { expect, it } from "vitest";
import { clockTimes, module, startScheduler } from "./support.ts";

const QUEUE = `mutation ($input: CreateQueueInput!) { createQueue(input: $input) { queue { name } userErrors { message } } }`;
const PAUSE = `mutation ($name: String!, $reason: String) { pauseQueue(input: { name: $name, reason: $reason }) { userErrors { message } } }`;
const RESUME = `mutation ($name: String!) { resumeQueue(input: { name: $name }) { queue { paused } } }`;
const RUNS = `query { runs(orderBy: { field: SCHEDULED_FOR, direction: ASC }) { nodes { state why queue queueKey priority startedAt
  error { code message } task { name } } } }`;
type Scheduler = Awaited<ReturnType<typeof startScheduler>>;

async function queue(scheduler: Scheduler, input: object): Promise<void> {
  expect((await scheduler.query(QUEUE, { input })).createQueue.userErrors).toEqual([]);
}
const at = (time: string) => ({ once: { at: `2026-06-01T${time}Z` } });
const starts = (scheduler: Scheduler) => clockTimes(scheduler.calls.map((call) => call.at));

it("a queue's rate spaces the starts evenly, whatever falls due at once", async () => {
  const scheduler = await startScheduler();
  await queue(scheduler, { name: "mails", rate: { limit: 4, period: "PT1M" } });
  for (let index = 0; index < 5; index++)
    await scheduler.createTask({
      name: `mail ${index}`,
      schedule: at("12:01:00"),
      target: module("quick"),
      queue: "mails",
    });
  await scheduler.advance("PT5M");
  expect(starts(scheduler)).toEqual(["12:01:00", "12:01:15", "12:01:30", "12:01:45", "12:02:00"]);
});

it("a queue's runs go so many at a time, the higher priority first, and each key by itself", async () => {
  const scheduler = await startScheduler();
  await queue(scheduler, { name: "imports", concurrency: 2, concurrencyPerKey: 1 });
  const task = (name: string, customer: string, priority: number) =>
    scheduler.createTask({
      name,
      schedule: at("12:01:00"),
      target: module("sleeps"),
      payload: "PT1M",
      queue: "imports",
      queueKey: customer,
      priority,
    });
  await task("a1", "a", 0);
  await task("a2", "a", 1);
  await task("b", "b", -1);
  await task("c", "c", 5);
  await scheduler.advance("PT10M");
  const order = scheduler.calls.map((call) => `${call.run.taskName} ${clockTimes([call.at])[0]}`);
  expect(order).toEqual(["c 12:01:00", "a2 12:01:00", "a1 12:02:00", "b 12:02:00"]);
});

it("a paused queue holds its runs with the reason, and lets them go when it is resumed", async () => {
  const scheduler = await startScheduler();
  await queue(scheduler, { name: "mails" });
  await scheduler.query(PAUSE, { name: "mails", reason: "the provider is down" });
  await scheduler.createTask({ name: "mail", schedule: at("12:01:00"), target: module("quick"), queue: "mails" });
  await scheduler.advance("PT1H");
  const [held] = (await scheduler.query(RUNS)).runs.nodes;
  expect(held).toMatchObject({ state: "QUEUED", queue: "mails" });
  expect(held.why).toBe('Due, and waiting: the queue "mails" is paused ("the provider is down").');
  await scheduler.query(RESUME, { name: "mails" });
  await scheduler.advance("PT1S");
  expect(starts(scheduler)).toEqual(["13:00:00"]);
});

it("a run that waits for its turn longer than the queue timeout fails, and tells for what it waited", async () => {
  const scheduler = await startScheduler();
  await queue(scheduler, { name: "one", concurrency: 1 });
  await scheduler.createTask({
    name: "long",
    schedule: at("12:01:00"),
    target: module("sleeps"),
    payload: "PT3M",
    queue: "one",
  });
  await scheduler.createTask({
    name: "hasty",
    schedule: at("12:01:30"),
    target: module("quick"),
    queue: "one",
    queueTimeout: "PT1M",
  });
  await scheduler.advance("PT10M");
  const hasty = (await scheduler.query(RUNS)).runs.nodes.find(
    (run: { task: { name: string } }) => run.task.name === "hasty",
  );
  expect(hasty).toMatchObject({ state: "FAILED", startedAt: null, error: { code: "QUEUE_TIMEOUT" } });
  expect(hasty.error.message).toBe(
    'It could not start within 1 min of being due, the task\'s queue timeout. Before: Due, and waiting: the queue "one" runs at most 1 at a time.',
  );
  expect(scheduler.calls.map((call) => call.run.taskName)).toEqual(["long"]);
});

it("an attempt that says nothing for the silence timeout is stopped; one that speaks goes on", async () => {
  const scheduler = await startScheduler({
    modules: {
      mute: async (_, { sleep }) => sleep("PT10M"),
      talks: async (_, { sleep, log }) => {
        for (let minute = 0; minute < 5; minute++) {
          await sleep("PT1M");
          log(`minute ${minute}`);
        }
      },
    },
  });
  const retry = { maxAttempts: 1 };
  for (const name of ["mute", "talks"])
    await scheduler.createTask({
      name,
      schedule: at("12:01:00"),
      target: module(name),
      timeout: "PT1H",
      silenceTimeout: "PT90S",
      retry,
    });
  await scheduler.advance("PT1H");
  const runs = (await scheduler.query(RUNS)).runs.nodes;
  const of = (name: string) => runs.find((run: { task: { name: string } }) => run.task.name === name);
  expect(of("mute")).toMatchObject({ state: "FAILED", error: { code: "SILENCE_TIMEOUT" } });
  expect(of("mute").error.message).toBe("It said nothing for 90 s, the task's silence timeout, and was stopped.");
  expect(of("talks")).toMatchObject({ state: "SUCCEEDED" });
});

it("an attempt whose server does not answer within the start timeout is stopped, however long its answer may then take", async () => {
  const scheduler = await startScheduler({
    http: async (request, { sleep }) => {
      await sleep(request.url.endsWith("/slow") ? "PT2M" : "PT10S");
      return {};
    },
  });
  for (const name of ["slow", "quick"])
    await scheduler.createTask({
      name,
      schedule: at("12:01:00"),
      target: { http: { url: `https://api.example/${name}` } },
      startTimeout: "PT30S",
      retry: { maxAttempts: 1 },
    });
  await scheduler.advance("PT1H");
  const runs = (await scheduler.query(RUNS)).runs.nodes;
  const of = (name: string) => runs.find((run: { task: { name: string } }) => run.task.name === name);
  expect(of("slow")).toMatchObject({ state: "FAILED", error: { code: "START_TIMEOUT" } });
  expect(of("quick")).toMatchObject({ state: "SUCCEEDED" });
});
