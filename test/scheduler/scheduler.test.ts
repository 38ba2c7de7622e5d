// Scheduler, executor and monitor as loops' polls on a real store, under a clock that the test moves.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTask } from "../../server/domain/commands/create-task.ts";
import { deleteTask } from "../../server/domain/commands/delete-task.ts";
import type { Deps } from "../../server/domain/commands/deps.ts";
import { pauseTask, resumeTask } from "../../server/domain/commands/pause-task.ts";
import { updateTask } from "../../server/domain/commands/update-task.ts";
import type { Store } from "../../server/domain/ports.ts";
import type { Run, Task } from "../../server/domain/types.ts";
import { createLog } from "../../server/log.ts";
import { monitorPoll } from "../../server/monitor/monitor.ts";
import { schedulerPoll } from "../../server/scheduler/scheduler.ts";
import { openStore } from "../../server/store/index.ts";
import { claim, complete, succeeded } from "../store/conformance-writes.ts";
import { type ManualClock, manualClock } from "../support/clock.ts";
import { NOON, newId } from "../support/tasks.ts";

const MINUTE = 60_000;
const log = createLog("fatal");
let store: Store;
let clock: ManualClock;
let deps: Deps;
let plan: () => Promise<number>;
let watch: () => Promise<number>;

beforeEach(async () => {
  store = await openStore(":memory:");
  clock = manualClock(NOON);
  const modules = { has: async () => true, find: async () => null, list: async () => [] };
  deps = {
    store,
    clock,
    newId,
    modules,
    shellAllowed: false,
    urlRefusal: () => null,
    digest: (text) => text,
    seal: null,
  };
  plan = schedulerPoll({ store, clock, newId, log });
  watch = monitorPoll({ store, clock, log, instanceId: "me", random: Math.random, newId, holds: () => false });
});
afterEach(() => store.close());

async function create(schedule: Parameters<typeof createTask>[1]["schedule"], changes: object = {}): Promise<Task> {
  const made = await createTask(deps, {
    name: `task ${newId()}`,
    schedule,
    target: { module: { name: "m" } },
    timeout: "PT5M",
    overlapPolicy: "SKIP",
    missedRunPolicy: "LAST",
    catchUpWindow: "P1D",
    onCrash: "RETRY",
    paused: false,
    ...changes,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return made.value;
}

async function runsOf(task: Task): Promise<Run[]> {
  const page = await store.runs(
    { taskId: [task.id] },
    { field: "SCHEDULED_FOR", direction: "ASC" },
    { limit: 1_000, from: null, direction: "forward" },
  );
  return page.items.map(({ item }) => item);
}
const states = async (task: Task) =>
  (await runsOf(task)).map((run) => `${(run.scheduledFor - NOON) / MINUTE} ${run.state}`);

async function runDue(): Promise<number> {
  const held = await claim(store, clock.now(), "me", { HTTP: 100, MODULE: 100, SHELL: 100 });
  for (const claimed of held) await complete(store, succeeded(claimed, clock.now()), "me");
  return held.length;
}

describe("the scheduler", () => {
  it("lets other writers have their turn after a while, however many tasks nobody has planned for long", async () => {
    const tasks: Task[] = [];
    for (let index = 0; index < 30; index++) tasks.push(await create({ every: { interval: "P1D" } }));
    clock.advance(3 * 24 * 60 * MINUTE);
    // Work takes its time.
    let passed = 0;
    const busy = { ...clock, now: () => clock.now() + 10 * ++passed };
    const slow = schedulerPoll({ store, clock: busy, newId, log });
    const decided = async () => {
      const found = await Promise.all(tasks.map(runsOf));
      return found.filter((runs) => runs.some(({ state }) => state === "MISSED")).length;
    };
    let before = 0;
    for (let polls = 0; before < tasks.length; polls++) {
      expect(await slow()).toBe(0);
      const after = await decided();
      expect(after - before).toBeGreaterThan(0);
      expect(after - before).toBeLessThan(15);
      before = after;
      if (polls > tasks.length) throw new Error("It did not come to an end");
    }
  });

  it("has every occurrence written before it is due, for hours on end, and each runs once", async () => {
    const task = await create({ every: { interval: "PT20S" } });
    let ran = 0;
    for (let step = 0; step < 360; step++) {
      await plan();
      ran += await runDue();
      clock.advance(10_000);
    }
    await runDue();
    const runs = (await runsOf(task)).filter((run) => run.scheduledFor <= clock.now());
    expect(runs.length).toBe(180);
    expect(new Set(runs.map((run) => run.state))).toEqual(new Set(["SUCCEEDED"]));
    expect(ran).toBeGreaterThanOrEqual(179);
  });

  it("completes a task whose last occurrence has been taken", async () => {
    const task = await create({ once: { at: "2026-06-01T12:00:30Z" } });
    await plan();
    expect((await store.tasksById([task.id])).get(task.id)?.state).toBe("ACTIVE");
    clock.advance(30_000);
    expect(await runDue()).toBe(1);
    await plan();
    expect((await store.tasksById([task.id])).get(task.id)).toMatchObject({ state: "COMPLETED", nextRunAt: null });
    const last = (await store.eventsAfter(0, 100)).at(-1);
    expect(last).toMatchObject({ kind: "TASK", type: "COMPLETED" });
  });

  it.each([
    ["SKIP", ["1 MISSED", "2 MISSED", "3 MISSED", "4 MISSED", "5 SCHEDULED", "6 SCHEDULED"]],
    ["LAST", ["1 MISSED", "2 MISSED", "3 MISSED", "4 SUCCEEDED", "5 SCHEDULED", "6 SCHEDULED"]],
    ["ALL", ["1 SUCCEEDED", "2 SUCCEEDED", "3 SUCCEEDED", "4 SUCCEEDED", "5 SCHEDULED", "6 SCHEDULED"]],
  ] as const)(
    "after a downtime decides by %s, with a row and a reason for each occurrence",
    async (missedRunPolicy, expected) => {
      const task = await create({ every: { interval: "PT1M" } }, { missedRunPolicy });
      clock.jump(4 * MINUTE + 30_000);
      await plan();
      while (await runDue());
      expect(await states(task)).toEqual(expected);
      for (const run of await runsOf(task)) {
        if (run.state === "MISSED")
          expect(run.why).toMatch(/^Nobody could run it at 2026-06-01 12:0\d:00 UTC; that was found/);
        if (run.state !== "SCHEDULED") expect(run.late).toBe(true);
      }
    },
  );

  it("runs the caught-up occurrences of a task one after the other when they may not overlap", async () => {
    await create({ every: { interval: "PT1M" } }, { missedRunPolicy: "ALL" });
    clock.jump(3 * MINUTE + 30_000);
    await plan();
    const order: number[] = [];
    for (;;) {
      const held = await claim(store, clock.now(), "me", { HTTP: 9, MODULE: 9, SHELL: 9 });
      if (held.length === 0) break;
      expect(held).toHaveLength(1);
      order.push(...held.map(({ run }) => (run.scheduledFor - NOON) / MINUTE));
      for (const each of held) await complete(store, succeeded(each, clock.now()), "me");
    }
    expect(order).toEqual([1, 2, 3]);
  });

  it("pauses a task whose schedule cannot be read, tells why, and goes on with all others", async () => {
    const broken = await create({ every: { interval: "PT1M" } });
    const sound = await create({ every: { interval: "PT1M" } });
    const schedule = { kind: "CRON", expression: "0 * * * *", timezone: "Mars/Olympus_Mons" } as const;
    await store.write((tx) => tx.saveTask({ ...broken, schedule }, "UPDATED"));
    clock.advance(30_000);
    await plan();
    expect((await store.tasksById([broken.id])).get(broken.id)).toMatchObject({
      state: "PAUSED",
      pauseReason: expect.stringMatching(/^Paused by Cronograph: the schedule cannot be read .*Mars/),
    });
    expect(await states(broken)).toEqual([]);
    expect(await states(sound)).toEqual(["1 SCHEDULED", "2 SCHEDULED"]);
  });

  it("fires nothing again when the clock is set back", async () => {
    const task = await create({ every: { interval: "PT1M" } });
    clock.advance(MINUTE);
    expect(await runDue()).toBe(1);
    clock.jump(-2 * MINUTE);
    for (let step = 0; step < 12; step++) {
      await plan();
      await runDue();
      clock.advance(10_000);
    }
    expect((await states(task)).filter((state) => state === "1 SUCCEEDED")).toHaveLength(1);
    expect(new Set(await states(task)).size).toBe((await states(task)).length);
  });
});

describe("edits", () => {
  it("govern everything that has not started: a new schedule takes the planned occurrences back", async () => {
    const task = await create({ every: { interval: "PT1M" } });
    await plan();
    const edited = await updateTask(deps, { id: task.id, version: 1, schedule: { every: { interval: "PT5M" } } });
    expect(edited).toMatchObject({ ok: true, value: { version: 2, nextRunAt: NOON + 5 * MINUTE } });
    expect(await states(task)).toEqual(["5 SCHEDULED"]);
    const types = (await store.eventsAfter(0, 100)).map((event) => `${event.kind} ${event.type}`);
    expect(types.slice(-4)).toEqual(["RUN WITHDRAWN", "RUN WITHDRAWN", "RUN CREATED", "TASK UPDATED"]);
  });

  it("hold from the moment a pause is answered, and the pause leaves its rows when it ends", async () => {
    const task = await create({ every: { interval: "PT1M" } });
    await pauseTask(deps, { id: task.id, reason: "moving house" });
    expect(await states(task)).toEqual([]);
    clock.advance(3 * MINUTE + 1_000);
    await plan();
    expect(await runDue()).toBe(0);
    await resumeTask(deps, { id: task.id });
    expect(await states(task)).toEqual(["1 SKIPPED", "2 SKIPPED", "3 SKIPPED", "4 SCHEDULED"]);
    expect((await runsOf(task))[0]?.why).toContain("moving house");
  });

  it.each([
    ["a pause", (task: Task) => pauseTask(deps, { id: task.id })],
    [
      "an edit",
      (task: Task) => updateTask(deps, { id: task.id, version: 1, schedule: { every: { interval: "PT7M" } } }),
    ],
    ["a deletion", (task: Task) => deleteTask(deps, { id: task.id })],
  ])(
    "lose nothing that was missed before: %s right after a downtime leaves every occurrence its row",
    async (_, edit) => {
      const task = await create({ every: { interval: "PT1M" } }, { missedRunPolicy: "ALL" });
      clock.jump(60 * MINUTE + 30_000);
      expect(await edit(task)).toMatchObject({ ok: true });
      const instants = (await runsOf(task))
        .map((run) => (run.scheduledFor - NOON) / MINUTE)
        .filter((minute) => minute <= 60);
      expect(instants).toEqual(Array.from({ length: 60 }, (_unused, index) => index + 1));
    },
  );

  it("skip a due occurrence that a pause overtakes before it could start", async () => {
    const task = await create({ every: { interval: "PT1M" } });
    clock.advance(MINUTE + 5);
    await pauseTask(deps, { id: task.id });
    expect(await runDue()).toBe(0);
    expect(await states(task)).toEqual(["1 SKIPPED"]);
  });
});

describe("an idempotency key", () => {
  it("is good for 24 hours, and free again after them to the millisecond", async () => {
    const schedule = { every: { interval: "PT1H" } };
    const first = await create(schedule, { name: "keyed", idempotencyKey: "k" });
    clock.jump(86_400_000 - 1);
    expect((await create(schedule, { name: "keyed", idempotencyKey: "k" })).id).toBe(first.id);
    clock.jump(1);
    expect((await create(schedule, { name: "another", idempotencyKey: "k" })).id).not.toBe(first.id);
  });
});

describe("the monitor", () => {
  it("has a lost run attempted again within the execution window, and gives it up after three deaths", async () => {
    const task = await create({ every: { interval: "PT1H" } });
    clock.advance(60 * MINUTE);
    await watch();
    for (let death = 1; death <= 3; death++) {
      expect(await claim(store, clock.now(), `dead ${death}`)).toHaveLength(1);
      clock.advance(5_999);
      await watch();
      expect((await runsOf(task))[0]?.state).toBe("RUNNING");
      clock.advance(1);
      await watch();
    }
    expect((await runsOf(task))[0]).toMatchObject({ state: "FAILED", attempt: 3, error: { code: "CRASH_LOOP" } });
  });

  it("finds at its start what an earlier owner of the database held, without waiting for the lease", async () => {
    const task = await create({ every: { interval: "PT1M" } });
    clock.advance(MINUTE);
    await claim(store, clock.now(), "before the kill");
    await watch();
    expect((await runsOf(task))[0]).toMatchObject({
      state: "RETRYING",
      why: expect.stringContaining("attempted again"),
    });
    expect(await runDue()).toBe(1);
  });

  it("never starts a run again whose task says so", async () => {
    const task = await create({ every: { interval: "PT1M" } }, { onCrash: "FAIL" });
    clock.advance(MINUTE);
    await claim(store, clock.now(), "dead");
    await watch();
    expect((await runsOf(task))[0]).toMatchObject({
      state: "FAILED",
      error: { code: "INSTANCE_LOST" },
      why: expect.stringContaining("never risks"),
    });
  });
});
