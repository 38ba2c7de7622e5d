// What every store must keep for queues: no bound is ever overstepped, nothing that waits is lost or hides what could go.
import fc from "fast-check";
import { expect, it } from "vitest";
import { queueLane } from "../../server/domain/lanes.ts";
import type { Claim, Claimed, Store } from "../../server/domain/ports.ts";
import type { Json, Queue, Task } from "../../server/domain/types.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { add, complete, succeeded } from "./conformance-writes.ts";

const SLOTS = { HTTP: 100, MODULE: 100, SHELL: 100 };
let serial = 0;

async function queueOf(store: Store, changes: Partial<Queue> = {}): Promise<Queue> {
  const queue: Queue = {
    namespaceId: "default",
    name: `queue-${++serial}`,
    description: null,
    concurrency: null,
    concurrencyPerKey: null,
    rate: null,
    tokens: changes.rate?.burst ?? 0,
    tokensAt: NOON,
    pausedAt: null,
    pauseReason: null,
    version: 1,
    createdAt: NOON,
    updatedAt: NOON,
    ...changes,
  };
  expect(await store.write((tx) => tx.insertQueue(queue))).toBe(true);
  return queue;
}

const allow = (changes: Partial<Task>): Task => aTask({ overlapPolicy: "ALLOW", ...changes });
const take = (store: Store, now: number, slots: Record<string, number> = SLOTS): Promise<Claim> =>
  store.write((tx) => tx.claim({ instanceId: "one", now, leaseUntil: now + 6_000, slots }));
const idsOf = (claimed: readonly Claimed[]) => claimed.map(({ run }) => run.id);
const whyOf = async (store: Store, id: string | undefined) => {
  const run = (await store.runsById([id as string])).get(id as string);
  return `${run?.state}: ${run?.why}`;
};
const end = async (store: Store, claimed: readonly Claimed[], at: number) => {
  for (const each of claimed) await complete(store, succeeded(each, at));
};

/** Claims until nothing more is to be had at this instant. */
async function takeAll(store: Store, now: number, slots?: Record<string, number>): Promise<Claimed[]> {
  const all: Claimed[] = [];
  for (let round = 0; round < 50; round++) {
    const { claimed, more } = await take(store, now, slots);
    all.push(...claimed);
    if (!more) return all;
  }
  throw new Error("A claim says for ever that there is more");
}

export function queues(open: () => Store): void {
  it("claims by priority, and by age what has waited a minute longer for each point", async () => {
    const store = open();
    const [low] = await add(store, allow({ priority: 0 }), NOON - 1_000);
    const [high] = await add(store, allow({ priority: 5 }), NOON);
    const [bulk] = await add(store, allow({ priority: -5 }), NOON - 2_000);
    expect(idsOf((await take(store, NOON, { MODULE: 1 })).claimed)).toEqual([high]);
    const [aged] = await add(store, allow({ priority: 0, overlapPolicy: "ALLOW" }), NOON + 300_000);
    // Everything else waits, told so.
    await take(store, NOON, { MODULE: 0 });
    expect(idsOf((await take(store, NOON + 300_000, { MODULE: 1 })).claimed)).toEqual([low]);
    // Five minutes after it the newcomer with five points more is not preferred any longer.
    expect(idsOf((await take(store, NOON + 300_000, { MODULE: 1 })).claimed)).toEqual([bulk]);
    expect(idsOf((await take(store, NOON + 300_000, { MODULE: 1 })).claimed)).toEqual([aged]);
  });

  it("lets a queue's runs of all kinds go so many at a time, and those that wait say why", async () => {
    const store = open();
    const queue = await queueOf(store, { concurrency: 2 });
    const ids: string[] = [];
    for (const kind of ["MODULE", "HTTP", "MODULE"] as const) {
      const target =
        kind === "HTTP"
          ? ({ kind, url: "http://x/", method: "GET", headers: [], body: null, expectedStatus: [] } as const)
          : ({ kind, name: "echo" } as const);
      ids.push(...(await add(store, allow({ target, queue: queue.name }), NOON - ids.length)));
    }
    const [free] = await add(store, allow({}), NOON);
    const claimed = await takeAll(store, NOON);
    expect(new Set(idsOf(claimed))).toEqual(new Set([ids[2], ids[1], free]));
    const why = `QUEUED: Due, and waiting: the queue "${queue.name}" runs at most 2 at a time.`;
    expect(await whyOf(store, ids[0])).toBe(why);
    expect((await store.queueCounts([queue.name], NOON)).get(queue.name)).toEqual({
      running: 2,
      waiting: 1,
      oldestDueAt: NOON,
    });
    await end(store, claimed, NOON + 1);
    expect(idsOf((await take(store, NOON + 1)).claimed)).toEqual([ids[0]]);
  });

  it("lets so many go for a key, and a key's backlog hides no other key", async () => {
    const store = open();
    const queue = await queueOf(store, { concurrency: 5, concurrencyPerKey: 1 });
    const task = allow({ queue: queue.name, queueKey: "{{ payload.customer }}" });
    await add(store, task);
    const made = async (customer: Json, count: number, at: number) => {
      const runs = Array.from({ length: count }, () =>
        aRun(task, at, { trigger: "MANUAL", state: "QUEUED", queueKey: customer as string | null, dueAt: at }),
      );
      await store.write((tx) => tx.insertRuns(NOON, runs));
      return runs.map(({ id }) => id);
    };
    const [first] = await made("acme", 600, NOON - 10_000);
    const [other] = await made("brick", 1, NOON);
    const none = await made(null, 2, NOON);
    const claimed = await takeAll(store, NOON);
    expect(new Set(idsOf(claimed))).toEqual(new Set([first, other, ...none]));
    expect((await take(store, NOON)).claimed).toEqual([]);
    await end(store, claimed.slice(0, 1), NOON + 1);
    expect((await takeAll(store, NOON + 1)).map(({ run }) => run.queueKey)).toEqual(["acme"]);
  });

  it("names the key for which a newly due run waits", async () => {
    const store = open();
    const queue = await queueOf(store, { concurrencyPerKey: 1 });
    const task = { queue: queue.name, queueKey: "one" };
    await add(store, allow(task), NOON);
    const [second] = await add(store, allow(task), NOON + 1);
    await takeAll(store, NOON + 1);
    const why = `QUEUED: Due, and waiting: the queue "${queue.name}" runs at most 1 at a time for the key "one".`;
    expect(await whyOf(store, second)).toBe(why);
  });

  it("starts no faster than the rate, up to the burst at once, and says when the next may", async () => {
    const store = open();
    const queue = await queueOf(store, { rate: { limit: 6, periodMs: 60_000, burst: 2 } });
    for (let index = 0; index < 5; index++) await add(store, allow({ queue: queue.name }), NOON);
    const first = await take(store, NOON);
    expect(first.claimed).toHaveLength(2);
    expect((await take(store, NOON)).opensAt).toBe(NOON + 10_000);
    expect((await take(store, NOON + 9_999)).claimed).toEqual([]);
    const next = await take(store, NOON + 10_000);
    expect(next.claimed).toHaveLength(1);
    // A quiet time fills the bucket up to the burst and no further.
    expect((await takeAll(store, NOON + 600_000)).length).toBe(2);
    expect((await store.queuesByName([queue.name])).get(queue.name)).toMatchObject({ tokens: 0 });
  });

  it("starts nothing of a queue that is paused", async () => {
    const store = open();
    const queue = await queueOf(store, { pausedAt: NOON, pauseReason: "outage" });
    const [id] = await add(store, allow({ queue: queue.name }), NOON);
    expect(await takeAll(store, NOON)).toEqual([]);
    expect(await whyOf(store, id)).toBe(`QUEUED: Due, and waiting: the queue "${queue.name}" is paused ("outage").`);
    await store.write((tx) => tx.saveQueue({ ...queue, pausedAt: null }));
    expect(idsOf(await takeAll(store, NOON + 3_600_000))).toEqual([id]);
  });

  it("holds workers to the bounds of the queue of their name, in what is claimed and in what is announced", async () => {
    const store = open();
    const queue = await queueOf(store, { concurrency: 3, rate: { limit: 1, periodMs: 1_000, burst: 2 } });
    const lane = queueLane(queue.name);
    for (let index = 0; index < 4; index++)
      await add(store, allow({ target: { kind: "WORKER", queue: queue.name } }), NOON);
    const announced = await store.claimable(lane, NOON, 100);
    expect(announced.waiting).toHaveLength(2);
    expect(announced.next).toBe(NOON + 1_000);
    expect((await takeAll(store, NOON, { [lane]: 100 })).length).toBe(2);
    expect((await store.claimable(lane, NOON, 100)).waiting).toEqual([]);
    expect((await takeAll(store, NOON + 5_000, { [lane]: 100 })).length).toBe(1);
  });

  it("moves what waits with its edited task: queue, key and priority, but for a priority given by hand", async () => {
    const store = open();
    const queue = await queueOf(store);
    const task = allow({});
    const [planned] = (await add(store, task, NOON + 60_000)) as [string];
    const byHand = aRun(task, NOON, {
      trigger: "MANUAL",
      state: "QUEUED",
      priority: 9,
      hasPayload: true,
      payload: { customer: "acme" },
    });
    await store.write((tx) => tx.insertRuns(NOON, [byHand]));
    const edited = {
      ...task,
      queue: queue.name,
      queueKey: "k-{{ payload.customer }}",
      priority: 3,
      payload: { customer: 7 },
    };
    await store.write((tx) => tx.moveWaiting(NOON, edited));
    const runs = await store.runsById([planned, byHand.id]);
    expect(runs.get(planned)).toMatchObject({ lane: `MODULE:${queue.name}`, queueKey: "k-7", priority: 3 });
    expect(runs.get(byHand.id)).toMatchObject({ lane: `MODULE:${queue.name}`, queueKey: "k-acme", priority: 9 });
    const page = { limit: 10, from: null, direction: "forward" } as const;
    const order = { field: "SCHEDULED_FOR", direction: "ASC" } as const;
    expect((await store.runs({ queue: [queue.name] }, order, page)).items).toHaveLength(2);
    expect((await store.tasks({ queue: [queue.name] }, { field: "NAME", direction: "ASC" }, page)).items).toEqual([]);
  });

  it("fails what has been due for longer than its task's queue timeout, and nothing else", async () => {
    const store = open();
    const [patient] = await add(store, allow({}), NOON);
    const [hasty] = await add(store, allow({ queueTimeoutMs: 5_000 }), NOON);
    const [later] = await add(store, allow({ queueTimeoutMs: 5_000 }), NOON + 1_000);
    await take(store, NOON + 1_000, { MODULE: 0 });
    expect(await store.nextAttention()).toBeLessThanOrEqual(NOON + 5_001);
    expect(await store.write((tx) => tx.endQueueTimeouts(NOON + 5_000, 10))).toBe(0);
    expect(await store.write((tx) => tx.endQueueTimeouts(NOON + 5_001, 10))).toBe(1);
    expect(await whyOf(store, hasty)).toBe(
      "FAILED: It could not start within 5 s of being due, the task's queue timeout.",
    );
    const failed = (await store.runsById([hasty as string])).get(hasty as string);
    expect(failed?.error).toMatchObject({ code: "QUEUE_TIMEOUT" });
    expect((await whyOf(store, patient)).slice(0, 6)).toBe("QUEUED");
    expect((await whyOf(store, later)).slice(0, 6)).toBe("QUEUED");
  });

  it("never oversteps a bound and starts all in the end, whatever falls due and ends in whatever order", async () => {
    const store = open();
    const step = fc.record({
      key: fc.constantFrom(null, "a", "b"),
      priority: fc.integer({ min: -3, max: 3 }),
      kind: fc.constantFrom("MODULE", "WORKER" as const),
      ends: fc.nat({ max: 3 }),
      passes: fc.nat({ max: 3_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const rate = { limit: 3, periodMs: 1_000, burst: 2 };
        const queue = await queueOf(store, { concurrency: 3, concurrencyPerKey: 2, rate, tokens: 2 });
        const lane = queueLane(queue.name);
        const going: Claimed[] = [];
        const starts: number[] = [];
        let now = NOON;
        const round = async () => {
          const taken = [...(await takeAll(store, now)), ...(await takeAll(store, now, { [lane]: 10 }))];
          starts.push(...taken.map(() => now));
          going.push(...taken);
          expect(going.length).toBeLessThanOrEqual(3);
          for (const key of ["a", "b"])
            expect(going.filter(({ run }) => run.queueKey === key).length).toBeLessThanOrEqual(2);
          expect(starts.filter((at) => at > now - 1_000).length).toBeLessThanOrEqual(5);
        };
        for (const { key, priority, kind, ends, passes } of steps) {
          const target = kind === "WORKER" ? ({ kind, queue: queue.name } as const) : ({ kind, name: "echo" } as const);
          const task = allow({ target, priority, queueKey: key, queue: kind === "WORKER" ? null : queue.name });
          await add(store, task, now);
          await round();
          await end(store, going.splice(0, ends), now);
          now += passes;
          await round();
        }
        for (let left = 0; left < 100 && starts.length < steps.length; left++) {
          await end(store, going.splice(0), now);
          now += 1_000;
          await round();
        }
        expect(starts).toHaveLength(steps.length);
        await end(store, going, now);
      }),
      { numRuns: 15 },
    );
  });
}
