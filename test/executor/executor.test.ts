// The executor under a clock that the test moves, with a runner of the test's own: what it promises about leases and stopping.
import { describe, expect, it, vi } from "vitest";
import { afterLoss } from "../../server/domain/after-attempt.ts";
import { LEASE_MS } from "../../server/domain/limits.ts";
import { createLog } from "../../server/log.ts";
import { monitorPoll } from "../../server/monitor/monitor.ts";
import { add } from "../store/conformance-writes.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";
import { clock, executor, faults, going, pass, release, stateOf, store } from "./executor-support.ts";

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

  it("gives the next free slot to a namespace that has none, however long others have waited for it", async () => {
    const times = { version: 1, createdAt: NOON, updatedAt: NOON, deletedAt: null };
    const quotas = { tasks: null, runningRuns: null, waitingRuns: null, secrets: null, webhooks: null };
    const team = { id: newId(), name: "calm", description: null, quotas, ...times };
    await store.write((tx) => tx.namespaces.insert(team));
    for (let index = 0; index < 5; index++) await add(store, aTask({ name: `busy ${index}` }), NOON);
    executor.start();
    await pass("the busy one has all slots", () => going.length === 3);
    const [id] = (await add(store, aTask({ namespaceId: team.id }), clock.now())) as [string];
    going[0]?.finish({ ok: true, result: undefined });
    await pass("the next has started", () => going.length === 4);
    expect(going[3]?.work.run.id).toBe(id);
    going[1]?.finish({ ok: true, result: undefined });
    await pass("one more has started", () => going.length === 5);
    expect(going[4]?.work.task.name).toMatch(/^busy/);
  });

  it("after a time without writes, writes down what has ended before it decides what that was in the way of", async () => {
    const [first, second] = (await add(store, aTask({ overlapPolicy: "SKIP" }), NOON, NOON + 400)) as [string, string];
    executor.start();
    await pass("the first is going", () => going.length === 1);
    faults.refusesWrites = true;
    going[0]?.finish({ ok: true, result: undefined });
    // Soon enough for the claim to come before the result's next try.
    await pass("the second is due in a moment", () => clock.now() > NOON + 200);
    faults.refusesWrites = false;
    await pass("the second is decided", async () => (await stateOf(second))?.state !== "SCHEDULED");
    expect((await stateOf(first))?.state).toBe("SUCCEEDED");
    expect((await stateOf(second))?.state).toBe("RUNNING");
  });

  it("decides nothing by a result whose write has failed, also when its own write would go through", async () => {
    const [first, second] = (await add(store, aTask({ overlapPolicy: "SKIP" }), NOON, NOON + 400)) as [string, string];
    executor.start();
    await pass("the first is going", () => going.length === 1);
    faults.refusesResults = true;
    going[0]?.finish({ ok: true, result: undefined });
    for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    // As after a blocked event loop: the result and the second's instant are there in the same moment.
    clock.advance(NOON + 400 - clock.now());
    for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    expect((await stateOf(second))?.state).toBe("SCHEDULED");
    faults.refusesResults = false;
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

  it("renews no lease that is young: most runs end before theirs needs it", async () => {
    const renewed: string[][] = [];
    const renewLeases = store.renewLeases.bind(store);
    store.renewLeases = (instanceId, until, held) => {
      renewed.push(held.map(({ runId }) => runId));
      return renewLeases(instanceId, until, held);
    };
    const [first] = (await add(store, aTask({ name: "long", timeoutMs: 3_600_000 }), NOON)) as [string];
    executor.start();
    await pass("it runs", () => going.length === 1);
    const began = clock.now();
    const short = LEASE_MS / 3 / 2;
    await pass("some time has passed", () => clock.now() > began + short + 50);
    const [second] = (await add(store, aTask({ name: "later" }), clock.now())) as [string];
    await pass("both run", () => going.length === 2);
    await pass("a third of the first one's lease is over", () => clock.now() > began + LEASE_MS / 3 + 50);
    expect(renewed).toEqual([[first]]);
    await pass("and of the second one's", () => clock.now() > began + LEASE_MS / 3 + short + 100);
    expect(renewed.length).toBeGreaterThan(1);
    expect(renewed[1]).toContain(second);
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

  it("counts a lease from its claim, not from the answer: it gives a run up before others may take it", async () => {
    faults.shared = true;
    faults.answersAfterMs = 3_000;
    await add(store, aTask(), NOON);
    executor.start();
    await pass("it has begun", () => going.length === 1);
    expect(clock.now()).toBeGreaterThanOrEqual(NOON + 3_000);
    faults.silence = [];
    await pass("it is given up", () => going[0]?.work.signal.aborted);
    expect(clock.now()).toBeLessThan(NOON + LEASE_MS);
    faults.answersAfterMs = 0;
    release();
  });

  it("watches its leases again after it has given some up, and idles while those end", async () => {
    faults.shared = true;
    faults.stubborn = true;
    await add(store, aTask(), NOON);
    executor.start();
    await pass("it has begun", () => going.length === 1);
    faults.silence = [];
    await pass("it is given up", () => going[0]?.work.signal.aborted);
    const waits = vi.spyOn(clock, "after");
    const from = clock.now();
    await pass("a second has passed", () => clock.now() >= from + 1_000);
    expect(waits.mock.calls.length).toBeLessThan(20);
    waits.mockRestore();
    release();
    const second = clock.now();
    await add(store, aTask({ name: "another" }), second);
    await pass("another one has begun", () => going.length === 2);
    faults.silence = [];
    const begun = clock.now();
    await pass("it is given up too", () => going[1]?.work.signal.aborted);
    expect(clock.now()).toBeLessThan(begun + LEASE_MS);
    faults.stubborn = false;
    for (const { finish } of going) finish({ ok: true, result: undefined });
    release();
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
