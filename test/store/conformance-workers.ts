// What every store must keep for workers: queues are lanes of their own, and a lease outlives the server.
import { expect, it } from "vitest";
import { queueLane, WORKERS } from "../../server/domain/lanes.ts";
import type { Claimed, Store } from "../../server/domain/ports.ts";
import type { Task } from "../../server/domain/types.ts";
import { aTask, NOON } from "../support/tasks.ts";
import { add } from "./conformance-writes.ts";

const ofQueue = (queue: string, changes: Partial<Task> = {}): Task =>
  aTask({ target: { kind: "WORKER", queue }, ...changes });

const take = async (store: Store, slots: Record<string, number>, leaseMs = 30_000): Promise<readonly Claimed[]> =>
  (await store.write((tx) => tx.claim({ instanceId: "worker:w1", now: NOON, leaseUntil: NOON + leaseMs, slots })))
    .claimed;

export function workers(open: () => Store): void {
  it("gives a worker the runs of its queue alone, and an executor without slots none of any queue", async () => {
    const store = open();
    const [mine] = (await add(store, ofQueue("a"), NOON)) as [string];
    const [other] = (await add(store, ofQueue("a.b"), NOON)) as [string];
    expect(await take(store, { HTTP: 9, [WORKERS]: 0 })).toEqual([]);
    expect(await store.runsById([mine, other])).toMatchObject(
      new Map([mine, other].map((id) => [id, expect.objectContaining({ state: "QUEUED" })])),
    );
    expect((await store.claimable(queueLane("a"), NOON, 10)).waiting).toEqual([{ runId: mine, attempt: 0 }]);
    expect((await take(store, { [queueLane("a")]: 10 })).map(({ run }) => run.id)).toEqual([mine]);
    expect((await store.claimable(queueLane("a"), NOON, 10)).waiting).toEqual([]);
  });

  it("tells when more falls due in a queue", async () => {
    const store = open();
    await add(store, ofQueue("a"), NOON + 5_000);
    await add(store, ofQueue("b"), NOON + 1_000);
    expect(await store.claimable(queueLane("a"), NOON, 10)).toEqual({ waiting: [], next: NOON + 5_000 });
  });

  it("ends a worker's lease with its attempt's time at the latest", async () => {
    const store = open();
    await add(store, ofQueue("a", { timeoutMs: 10_000 }), NOON);
    await take(store, { [queueLane("a")]: 1 });
    expect(await store.nextLeaseEnd()).toBe(NOON + 10_000);
    const [lost] = await store.write((tx) => tx.lostRuns(NOON + 10_000, 10));
    expect(lost?.attemptStartedAt).toBe(NOON);
  });

  it("leaves workers their runs at the start of a server, and gives those time whose lease ended meanwhile", async () => {
    const store = open();
    await add(store, ofQueue("a"), NOON);
    await take(store, { [queueLane("a")]: 1 });
    await store.write((tx) => tx.expireLeases(NOON + 1_000, "me"));
    expect(await store.nextLeaseEnd()).toBe(NOON + 30_000);
    await store.write((tx) => tx.expireLeases(NOON + 60_000, "me"));
    expect(await store.nextLeaseEnd()).toBe(NOON + 70_000);
  });

  it("notes what a lost attempt says once, however often it says it", async () => {
    const store = open();
    const [id] = (await add(store, ofQueue("a"), NOON)) as [string];
    for (let time = 0; time < 3; time++) await store.write((tx) => tx.noteLate(NOON, id));
    const types = (await store.eventsAfter(0, 99, { runIds: [id] })).map(({ type }) => type);
    expect(types).toEqual(["CREATED", "LATE_RESULT_IGNORED"]);
  });
}
