// A crash and a restart in simulated time: what was going, what was due meanwhile, and that a dead program changes nothing.
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { connect, subscribe } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { clockTimes, line, module, startScheduler } from "./support.ts";

const folder = await temporaryFolder();

describe("a crash", () => {
  it.each([":memory:", `${folder}/crash.db`])(
    "leaves a run that was going to the next start, which attempts it again (%s)",
    async (database) => {
      const scheduler = await startScheduler({ database });
      const at = { once: { at: "2026-06-01T12:01:00Z" } };
      await scheduler.createTask({ name: "again", schedule: at, target: module("minute") });
      await scheduler.createTask({ name: "never again", schedule: at, target: module("minute"), onCrash: "FAIL" });
      await scheduler.advance("PT1M30S");
      await scheduler.crash();
      const told = scheduler.events.length;
      await scheduler.advance("PT30S");
      expect(scheduler.events).toHaveLength(told);
      expect((await scheduler.runs()).map((run) => run.state)).toEqual(["RUNNING", "RUNNING"]);
      await expect(scheduler.query("{ eventCursor }")).rejects.toThrow("has crashed; restart it first");
      const { url } = scheduler;
      await scheduler.restart();
      expect(scheduler.url).toBe(url);
      await scheduler.advance("PT5M");
      expect(scheduler.events.slice(told).map(line)).toEqual([
        "12:02:00 RUN LOST again",
        "12:02:00 RUN FAILED never again",
        "12:02:00 RUN STARTED again",
        "12:03:00 RUN SUCCEEDED again",
      ]);
      expect(await scheduler.runs({ task: "again" })).toMatchObject([{ state: "SUCCEEDED", attempt: 2 }]);
      await expect(scheduler.restart()).rejects.toThrow("The program is running.");
    },
  );

  it.each([
    ["SKIP", ["02 MISSED", "03 MISSED", "04 MISSED", "05 MISSED"]],
    ["LAST", ["02 MISSED", "03 MISSED", "04 MISSED", "05 SUCCEEDED"]],
    ["ALL", ["02 SUCCEEDED", "03 SUCCEEDED", "04 SUCCEEDED", "05 SUCCEEDED"]],
  ])("leaves what was due meanwhile to the missed-run policy %s", async (missedRunPolicy, expected) => {
    const scheduler = await startScheduler();
    const minutely = { every: { interval: "PT1M" } };
    await scheduler.createTask({ name: "m", schedule: minutely, target: module("quick"), missedRunPolicy });
    await scheduler.advance("PT1M");
    await scheduler.crash();
    await scheduler.advance("PT4M30S");
    await scheduler.restart();
    await scheduler.advance("PT30S");
    const runs = (await scheduler.runs()).filter((run) => run.state !== "SCHEDULED");
    const states = runs.map((run) => `${run.scheduledFor.toISOString().slice(14, 16)} ${run.state}`);
    expect(states).toEqual(["01 SUCCEEDED", ...expected, "06 SUCCEEDED"]);
  });

  it("runs what is to run at each start of the server", async () => {
    const scheduler = await startScheduler();
    const schedule = { startup: { delay: "PT10S" } };
    await scheduler.createTask({ name: "warm up", schedule, target: module("quick") });
    await scheduler.advance("PT1M");
    for (let start = 0; start < 2; start++) {
      await scheduler.crash();
      await scheduler.restart();
      await scheduler.advance("PT1M");
    }
    expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual(["12:01:10", "12:02:10"]);
  });

  it("takes nothing back: dozens of crashes lose no occurrence and run none twice", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "m",
      schedule: { every: { interval: "PT10S" } },
      target: module("quick"),
      missedRunPolicy: "ALL",
    });
    for (let crash = 0; crash < 60; crash++) {
      await scheduler.advance(7_000 + crash);
      await scheduler.crash();
      if (crash % 3 === 0) await scheduler.advance(4_000);
      await scheduler.restart();
    }
    await scheduler.advance("PT10S");
    const over = (await scheduler.runs()).filter((run) => run.scheduledFor <= scheduler.now);
    expect(over.length).toBeGreaterThan(45);
    expect(new Set(over.map((run) => run.state))).toEqual(new Set(["SUCCEEDED"]));
    over.forEach((run, index) => {
      expect(run.scheduledFor.getTime()).toBe(Date.parse("2026-06-01T12:00:10Z") + index * 10_000);
    });
    expect(scheduler.calls).toHaveLength(over.length);
  });
});

describe("a stop", () => {
  it("in good order hands over what sleeps, and costs it no attempt", async () => {
    const database = `${folder}/stop.db`;
    const first = await startScheduler({ database });
    await first.createTask({
      name: "long",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("sleeps"),
      payload: "PT1H",
      timeout: "PT2H",
    });
    await first.advance("PT10M");
    await first.stop();
    await first.stop();
    expect(first.events.map(line).at(-1)).toBe("12:10:00 RUN INTERRUPTED long");
    const second = await startScheduler({ database, startAt: "2026-06-01T13:00:00Z" });
    await second.advance("PT2H");
    expect(await second.runs()).toMatchObject([{ state: "SUCCEEDED", attempt: 2, error: null }]);
  });
});

describe("a subscription", () => {
  it("over the real WebSocket tells what happens in simulated time, and goes on after a crash from its cursor", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({ name: "m", schedule: { every: { interval: "PT1H" } }, target: module("quick") });
    const document = `subscription ($after: Cursor) { runEvents(filter: { type: [STARTED, SUCCEEDED] }, after: $after) {
      cursor at type run { scheduledFor task { name } } } }`;
    const first = connect(scheduler.url);
    const before = subscribe(first, document);
    await until("the subscription stands", async () => {
      // Nothing tells a client that it is heard; the first event it gets does.
      await scheduler.advance("PT1H");
      return before.events.length > 0;
    });
    const heard = before.events.length;
    await scheduler.advance("P2D");
    await until("all events came", () => before.events.length === heard + 96);
    expect(before.events.slice(-2)).toMatchObject([
      { type: "STARTED", at: scheduler.now.toISOString(), run: { scheduledFor: scheduler.now.toISOString() } },
      { type: "SUCCEEDED", run: { task: { name: "m" } } },
    ]);
    await scheduler.crash();
    await before.ended;
    await scheduler.restart();
    await scheduler.advance("PT2H");
    const second = connect(scheduler.url);
    const after = subscribe(second, document, { after: before.events.at(-1).cursor });
    await until("the events since came", () => after.events.length === 4);
    expect(after.events.map((event) => event.type)).toEqual(["STARTED", "SUCCEEDED", "STARTED", "SUCCEEDED"]);
    after.stop();
    await Promise.all([first.dispose(), second.dispose()]);
  });
});
