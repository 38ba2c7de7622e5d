// The executor under a clock that the test moves, with a runner of the test's own: what it promises about leases and stopping.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { afterLoss } from "../../server/domain/after-attempt.ts";
import { StorageError } from "../../server/domain/errors.ts";
import type { Runner, Store, StoreTransaction, TargetResult, Work } from "../../server/domain/ports.ts";
import { createExecutor, type Executor } from "../../server/executor/executor.ts";
import { createLog } from "../../server/log.ts";
import { monitorPoll } from "../../server/monitor/monitor.ts";
import { openStore } from "../../server/store/index.ts";
import { add } from "../store/conformance-writes.ts";
import { type ManualClock, manualClock } from "../support/clock.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";

interface Going {
  readonly work: Work;
  finish(result: TargetResult): void;
}

let store: Store;
let clock: ManualClock;
let executor: Executor;
let going: Going[];
/** As while the disk is full. */
let refusesWrites: boolean;
/** As where there is room for a claim and none for a result. */
let refusesResults: boolean;

const full = () => new StorageError("STORAGE_FULL", "The disk is full.");
const withoutResults = (tx: StoreTransaction): StoreTransaction =>
  new Proxy(tx, {
    get(real, key) {
      if (key === "report") return () => Promise.reject(full());
      const value: unknown = Reflect.get(real, key, real);
      return typeof value === "function" ? value.bind(real) : value;
    },
  });

beforeEach(async () => {
  store = await openStore(":memory:");
  refusesWrites = false;
  refusesResults = false;
  clock = manualClock(NOON);
  going = [];
  const runner: Runner = {
    capacity: 3,
    run: (work) =>
      new Promise((resolve) => {
        going.push({ work, finish: resolve });
        work.signal.addEventListener("abort", () =>
          resolve({ ok: false, error: { code: "ABORTED", message: "let go" } }),
        );
      }),
    stop: async () => {},
  };
  const write: Store["write"] = (work) =>
    refusesWrites ? Promise.reject(full()) : store.write((tx) => work(refusesResults ? withoutResults(tx) : tx));
  executor = createExecutor({
    store: new Proxy(store, {
      get(real, key) {
        const value: unknown = key === "write" ? write : Reflect.get(real, key, real);
        return typeof value === "function" ? value.bind(real) : value;
      },
    }),
    clock,
    log: createLog("silent"),
    instanceId: "me",
    newId,
    runners: { HTTP: runner, MODULE: runner } as never,
    random: () => 0.5,
    secrets: async () => new Map(),
    modules: { find: async () => null },
  });
});
afterEach(async () => {
  let stopped = false;
  void executor.stop(0).then(() => {
    stopped = true;
  });
  await pass("it has stopped", () => stopped);
  expect(clock.timers).toBe(0);
  await store.close();
});

/** Lets time pass in small steps, with the work that each step sets off, until something has happened. */
async function pass(what: string, look: () => unknown, stepMs = 10): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`Time passed in vain until ${what}`);
    clock.advance(stepMs);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
const stateOf = async (id: string) => (await store.runsById([id])).get(id);

describe("the executor", () => {
  it("starts a run at its due millisecond, never before", async () => {
    const [id] = (await add(store, aTask(), NOON + 5_000)) as [string];
    executor.start();
    await pass("it has started", () => going.length === 1, 1);
    const run = await stateOf(id);
    expect(run?.startedAt).toBeGreaterThanOrEqual(NOON + 5_000);
    expect(run?.startedAt).toBeLessThanOrEqual(NOON + 5_050);
  });

  it("takes no more than its slots, and the next as soon as one is free", async () => {
    for (let index = 0; index < 5; index++) await add(store, aTask({ name: `t${index}` }), NOON);
    executor.start();
    await pass("three are going", () => going.length === 3);
    await pass("the others are told to wait", async () => (await store.overview(0)).waitingRuns === 2);
    going[0]?.finish({ ok: true, result: undefined });
    await pass("the fourth has started", () => going.length === 4);
    expect(executor.running()).toBe(3);
  });

  it("after a time without writes, writes down what has ended before it decides what that was in the way of", async () => {
    const [first, second] = (await add(store, aTask({ overlapPolicy: "SKIP" }), NOON, NOON + 400)) as [string, string];
    executor.start();
    await pass("the first is going", () => going.length === 1);
    refusesWrites = true;
    going[0]?.finish({ ok: true, result: undefined });
    // Soon enough for the claim to come before the result's next try.
    await pass("the second is due in a moment", () => clock.now() > NOON + 200);
    refusesWrites = false;
    await pass("the second is decided", async () => (await stateOf(second))?.state !== "SCHEDULED");
    expect((await stateOf(first))?.state).toBe("SUCCEEDED");
    expect((await stateOf(second))?.state).toBe("RUNNING");
  });

  it("decides nothing by a result whose write has failed, also when its own write would go through", async () => {
    const [first, second] = (await add(store, aTask({ overlapPolicy: "SKIP" }), NOON, NOON + 400)) as [string, string];
    executor.start();
    await pass("the first is going", () => going.length === 1);
    refusesResults = true;
    going[0]?.finish({ ok: true, result: undefined });
    for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    // As after a blocked event loop: the result and the second's instant are there in the same moment.
    clock.advance(NOON + 400 - clock.now());
    for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    expect((await stateOf(second))?.state).toBe("SCHEDULED");
    refusesResults = false;
    await pass("the second is decided", async () => (await stateOf(second))?.state !== "SCHEDULED");
    expect((await stateOf(first))?.state).toBe("SUCCEEDED");
    expect((await stateOf(second))?.state).toBe("RUNNING");
  });

  it("writes what has ended before it claims, however soon the claim comes", async () => {
    const [first, second] = (await add(store, aTask({ overlapPolicy: "SKIP" }), NOON, NOON + 400)) as [string, string];
    executor.start();
    await pass("the first is going", () => going.length === 1);
    await pass("the second is due at the next millisecond", () => clock.now() >= NOON + 399, 1);
    going[0]?.finish({ ok: true, result: undefined });
    await pass("the second is decided", async () => (await stateOf(second))?.state !== "SCHEDULED", 1);
    expect((await stateOf(first))?.state).toBe("SUCCEEDED");
    expect((await stateOf(second))?.state).toBe("RUNNING");
  });

  it("keeps its leases while it works, however long", async () => {
    const [id] = (await add(store, aTask({ timeoutMs: 3_600_000 }), NOON)) as [string];
    executor.start();
    await pass("it runs", () => going.length === 1);
    const later = clock.now() + 30_000;
    await pass(
      "half a minute has passed",
      async () => {
        expect(await store.write((tx) => tx.lostRuns(clock.now(), 9))).toEqual([]);
        return clock.now() > later;
      },
      500,
    );
    expect((await stateOf(id))?.state).toBe("RUNNING");
  });

  it("gives a run up whose lease it has lost, and records nothing of it", async () => {
    const [id] = (await add(store, aTask(), NOON)) as [string];
    executor.start();
    await pass("it runs", () => going.length === 1);
    await store.write(async (tx) => {
      await tx.expireLeases(clock.now(), "somebody else");
      const [lost] = await tx.lostRuns(clock.now(), 1);
      if (!lost) throw new Error("nothing was lost");
      await tx.recoverLost(clock.now(), [
        {
          ...afterLoss(lost.run, lost.task, clock.now()),
          id,
          late: false,
          finishedAt: null,
          dueAt: clock.now() + 60_000,
        },
      ]);
    });
    await pass("it is told to let go", () => going[0]?.work.signal.aborted);
    expect(going[0]?.work.signal.reason).toBe("LEASE_LOST");
    await pass("it has let go", () => executor.running() === 0);
    expect((await stateOf(id))?.state).toBe("RETRYING");
    const types = (await store.eventsAfter(0, 99)).map((event) => event.type);
    expect(types).toEqual(["CREATED", "CREATED", "STARTED", "LOST"]);
  });

  it("keeps its runs over a step of the clock: what goes on here is not lost", async () => {
    const [id] = (await add(store, aTask({ timeoutMs: 3_600_000 }), NOON)) as [string];
    const watch = monitorPoll({
      store,
      clock,
      log: createLog("silent"),
      instanceId: "me",
      random: Math.random,
      newId: () => "unused",
      holds: (run) => executor.holds(run),
    });
    executor.start();
    await pass("it runs", () => going.length === 1);
    clock.jump(60_000);
    await watch();
    const later = clock.now() + 10_000;
    await pass("ten seconds have passed", () => clock.now() > later, 200);
    await watch();
    expect(going).toHaveLength(1);
    expect(await stateOf(id)).toMatchObject({ state: "RUNNING", attempt: 1, crashes: 0 });
  });

  it("stops a run that somebody cancels, and says why it ended", async () => {
    const [id] = (await add(store, aTask(), NOON)) as [string];
    executor.start();
    await pass("it runs", () => going.length === 1);
    await store.write((tx) => tx.requestCancel(clock.now(), id, "not needed"));
    await pass("it is cancelled", async () => (await stateOf(id))?.state === "CANCELLED");
  });

  it("ends an attempt at its timeout and plans the next one", async () => {
    const [id] = (await add(store, aTask({ timeoutMs: 2_000 }), NOON)) as [string];
    executor.start();
    await pass("the next attempt is planned", async () => (await stateOf(id))?.state === "RETRYING");
    expect(await stateOf(id)).toMatchObject({
      error: { code: "TIMEOUT" },
      why: expect.stringContaining("Attempt 1 of 3 failed"),
    });
    await pass("it is tried again", () => going.length === 2);
    expect((await stateOf(id))?.attempt).toBe(2);
  });

  it("hands over at a stop what does not finish in the grace time", async () => {
    const [id] = (await add(store, aTask(), NOON)) as [string];
    executor.start();
    await pass("it runs", () => going.length === 1);
    const stopping = executor.stop(1_000);
    await pass("it is told to let go", () => going[0]?.work.signal.aborted);
    let stopped = false;
    void stopping.then(() => {
      stopped = true;
    });
    await pass("it has stopped", () => stopped);
    expect(await stateOf(id)).toMatchObject({ state: "RETRYING", interruptions: 1, attempt: 1 });
  });
});
