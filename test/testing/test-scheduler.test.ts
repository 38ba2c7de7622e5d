// What a test of a user's may rely on: time, order, targets, and what the test scheduler tells.
import { describe, expect, it } from "vitest";
import { FIXTURE_MODULES, temporaryFolder } from "../support/app.ts";
import { clockTimes, line, MODULES, module, START, startScheduler } from "./support.ts";

const folder = await temporaryFolder();

describe("time", () => {
  it("stands still until the test moves it, and every run starts at its millisecond", async () => {
    const scheduler = await startScheduler();
    const task = await scheduler.createTask({
      name: "report",
      schedule: { cron: { expression: "*/20 * * * * *" } },
      target: module("quick"),
      payload: { to: "me" },
    });
    expect(task).toMatchObject({ name: "report", state: "ACTIVE", nextRunAt: new Date("2026-06-01T12:00:20Z") });
    expect(scheduler.now).toEqual(new Date(START));
    await scheduler.advance(19_999);
    expect(scheduler.calls).toEqual([]);
    await scheduler.advance(1);
    await scheduler.advance("PT40S");
    expect(scheduler.now).toEqual(new Date("2026-06-01T12:01:00Z"));
    const done = await scheduler.runs({ task: "report", state: "SUCCEEDED" });
    expect(clockTimes(done.map((run) => run.scheduledFor))).toEqual(["12:00:20", "12:00:40", "12:01:00"]);
    for (const run of done) {
      expect(run).toMatchObject({ attempt: 1, late: false, result: "done", trigger: "SCHEDULE", error: null });
      expect([run.startedAt, run.finishedAt]).toEqual([run.scheduledFor, run.scheduledFor]);
    }
    expect(scheduler.calls.map(({ at, payload, module: name, request }) => [at, payload, name, request])).toEqual(
      done.map((run) => [run.startedAt, { to: "me" }, "quick", null]),
    );
    expect(scheduler.calls.map(({ run }) => run.id)).toEqual(done.map(({ id }) => id));
  });

  it("ends an instant with everything that it sets off: what a finished run makes possible has happened too", async () => {
    const scheduler = await startScheduler();
    const { id } = await scheduler.createTask({
      name: "once",
      schedule: { once: { at: "2026-06-01T12:00:30Z" } },
      target: module("quick"),
    });
    await scheduler.advanceTo("2026-06-01T12:00:30Z");
    expect(scheduler.events.map(line)).toEqual([
      "12:00:00 TASK CREATED once",
      "12:00:00 RUN CREATED once",
      "12:00:30 RUN STARTED once",
      "12:00:30 RUN SUCCEEDED once",
      "12:00:30 TASK COMPLETED once",
    ]);
    const { task } = await scheduler.query("query ($id: ID!) { task(id: $id) { state } }", { id });
    expect(task.state).toBe("COMPLETED");
  });

  it("is the same each time: two simulations agree on every event, id and instant, however their time is cut up", async () => {
    const tell = async (steps: readonly number[]) => {
      const scheduler = await startScheduler({
        modules: {
          ...MODULES,
          // Real work of different lengths: the faster one must not overtake.
          slow: () => new Promise((resolve) => setTimeout(resolve, 20)),
          flaky: (_, { run }) => {
            if (run.attempt < 3) throw new Error("again");
          },
        },
      });
      const every = (name: string, interval: string, target: string, more = {}) =>
        scheduler.createTask({ name, schedule: { every: { interval } }, target: module(target), ...more });
      await every("slow", "PT10S", "slow");
      await every("quick", "PT10S", "quick");
      await every("flaky", "PT30S", "flaky", { retry: { jitter: true } });
      await every("long", "PT20S", "sleeps", { payload: "PT25S" });
      for (const step of steps) await scheduler.advance(step);
      return scheduler.events;
    };
    const whole = await tell([120_000]);
    expect(whole.length).toBeGreaterThan(100);
    expect(await tell([120_000])).toEqual(whole);
    expect(await tell([1, 9_998, 1, 0, 30_000, 80_000])).toEqual(whole);
  });

  it("goes on over hours and days in moments, and nothing is late", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "daily",
      schedule: { cron: { expression: "30 2 * * *" } },
      target: module("quick"),
    });
    await scheduler.advance("P40D");
    const runs = await scheduler.runs({ state: "SUCCEEDED" });
    expect(runs).toHaveLength(40);
    expect(runs.some((run) => run.late)).toBe(false);
    const { instances } = await scheduler.query("{ instances { lastSeenAt stoppedAt } }");
    expect(instances).toHaveLength(1);
  });

  it("refuses what is no time, and what is over", async () => {
    const scheduler = await startScheduler();
    expect(() => scheduler.advance("1 hour")).toThrow(/by "1 hour" is not an ISO 8601 duration/);
    expect(() => scheduler.advance(-1)).toThrow(/by -1 is no number of milliseconds/);
    expect(() => scheduler.advanceTo("2026-06-01")).toThrow(/not an RFC 3339 instant/);
    await expect(scheduler.advanceTo("2026-06-01T11:00:00Z")).rejects.toThrow(/is over: it is 2026-06-01T12:00:00/);
    await expect(startScheduler({ startAt: "yesterday" })).rejects.toThrow(/startAt "yesterday"/);
    await expect(startScheduler({ settings: { WORKER_THREADS: "none" } })).rejects.toThrow(/WORKER_THREADS="none"/);
  });
});

describe("a step of the clock", () => {
  it("forward is a downtime to the scheduler; backward fires nothing again", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "m",
      schedule: { every: { interval: "PT1M" } },
      target: module("quick"),
      missedRunPolicy: "LAST",
    });
    await scheduler.advance("PT1M");
    await scheduler.jump("PT3M30S");
    expect(scheduler.now).toEqual(new Date("2026-06-01T12:04:30Z"));
    const states = async () =>
      (await scheduler.runs())
        .filter((run) => run.state !== "SCHEDULED")
        .map((run) => `${run.scheduledFor.toISOString().slice(14, 16)} ${run.state}${run.late ? " late" : ""}`);
    const before = ["01 SUCCEEDED", "02 MISSED late", "03 MISSED late", "04 SUCCEEDED late"];
    expect(await states()).toEqual(before);
    await scheduler.jump("-PT3M");
    await scheduler.advance("PT2M");
    expect(scheduler.now).toEqual(new Date("2026-06-01T12:03:30Z"));
    expect(await states()).toEqual(before);
    await scheduler.advance("PT2M");
    expect(await states()).toEqual([...before, "05 SUCCEEDED"]);
  });
});

describe("the API", () => {
  it("is the real one: any client may use its address, and what it sets off is done when it answers", async () => {
    const scheduler = await startScheduler();
    const { id } = await scheduler.createTask({
      name: "by hand",
      schedule: { once: { at: "2099-01-01T00:00:00Z" } },
      target: module("quick"),
    });
    const trigger = "mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id state } userErrors { code } } }";
    const { triggerTask } = await scheduler.query(trigger, { id });
    expect(triggerTask.userErrors).toEqual([]);
    expect(await scheduler.runs({ trigger: "MANUAL" })).toMatchObject([{ id: triggerTask.run.id, state: "SUCCEEDED" }]);
    const response = await fetch(`${scheduler.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close" },
      body: JSON.stringify({ query: "{ overview { activeTasks } }" }),
    });
    expect(await response.json()).toEqual({ data: { overview: { activeTasks: 1 } } });
  });

  it("may be used by the targets themselves, while time is being moved", async () => {
    const scheduler = await startScheduler({
      modules: {
        first: async () => {
          const { tasks } = await scheduler.query(`{ tasks(filter: { search: "second" }) { nodes { id } } }`);
          await scheduler.query("mutation ($id: ID!) { triggerTask(input: { id: $id }) { userErrors { message } } }", {
            id: tasks.nodes[0].id,
          });
        },
        second: () => "set off by the first",
      },
    });
    const never = { once: { at: "2099-01-01T00:00:00Z" } };
    await scheduler.createTask({ name: "second", schedule: never, target: module("second") });
    await scheduler.createTask({ name: "first", schedule: { every: { interval: "PT1H" } }, target: module("first") });
    await scheduler.advance("PT1H");
    expect(await scheduler.runs({ task: "second", trigger: "MANUAL" })).toMatchObject([
      { state: "SUCCEEDED", result: "set off by the first", startedAt: scheduler.now },
    ]);
  });

  it("throws what is wrong, every reason of it", async () => {
    const scheduler = await startScheduler();
    await expect(scheduler.query("{ nothing }")).rejects.toThrow(/Cannot query field "nothing"/);
    await expect(
      scheduler.createTask({
        name: "",
        schedule: { cron: { expression: "61 * * * *" } },
        target: module("quick"),
      }),
    ).rejects.toThrow(/createTask was refused:\n.*name: [\s\S]*INVALID_CRON schedule.cron.expression: /);
    await expect(
      scheduler.createTask({ name: "x", schedule: { every: { interval: "PT1M" } }, target: module("unknown") }),
    ).rejects.toThrow(/MODULE_NOT_ALLOWED .* no module "unknown"\. It has: quick, fails/);
  });
});

describe("what the test does not give", () => {
  it("is the real thing: a module of the tasks folder runs in its thread, and time waits for it", async () => {
    const scheduler = await startScheduler({ tasksDir: FIXTURE_MODULES });
    await scheduler.createTask({
      name: "thread",
      schedule: { every: { interval: "PT1M" } },
      target: module("echo"),
      payload: { n: 1 },
    });
    await scheduler.advance("PT2M");
    const runs = await scheduler.runs({ state: "SUCCEEDED" });
    expect(clockTimes(runs.map((run) => run.finishedAt))).toEqual(["12:01:00", "12:02:00"]);
    expect(scheduler.calls.map((call) => call.module)).toEqual(["echo", "echo"]);
  });

  it("is waited for up to a limit of real time, then the test is told who works", async () => {
    const scheduler = await startScheduler({
      modules: { stuck: () => new Promise(() => {}) },
      realTimeLimitMs: 200,
    });
    await scheduler.createTask({ name: "never", schedule: { every: { interval: "PT1M" } }, target: module("stuck") });
    await expect(scheduler.advance("PT1H")).rejects.toThrow(
      /^The work of 2026-06-01T12:01:00.000Z was not done within 0.2 s of real time: attempt 1 of "never" is working\. .*context\.sleep\(\)/,
    );
    expect(scheduler.now).toEqual(new Date("2026-06-01T12:01:00Z"));
  });

  it("keeps its tasks in a file when the test names one", async () => {
    const database = `${folder}/kept.db`;
    const first = await startScheduler({ database });
    await first.createTask({ name: "kept", schedule: { every: { interval: "PT1M" } }, target: module("quick") });
    await first.advance("PT1M");
    await first.stop();
    await expect(first.query("{ eventCursor }")).rejects.toThrow("stopped");
    const second = await startScheduler({ database, startAt: "2026-06-01T12:01:30Z" });
    await second.advance("PT1M");
    const runs = await second.runs({ task: "kept", state: "SUCCEEDED" });
    expect(clockTimes(runs.map((run) => run.startedAt))).toEqual(["12:01:00", "12:02:00"]);
    expect(second.events.map(line)).toContain("12:02:00 RUN SUCCEEDED kept");
  });
});
