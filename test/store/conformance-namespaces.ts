// What every store must keep for namespaces: names of their own, a bound that no claim oversteps, and nothing of one in the lists of another.
import { expect, it } from "vitest";
import { laneOf, lanesOf, namespaceOf, partsOf, queueLane } from "../../server/domain/lanes.ts";
import type { Namespace, Quotas } from "../../server/domain/namespace.ts";
import type { Claimed, Store } from "../../server/domain/ports.ts";
import { scoped } from "../../server/domain/scoped/store.ts";
import type { Task } from "../../server/domain/types.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";
import { add, complete, succeeded } from "./conformance-writes.ts";

const SLOTS = { HTTP: 100, MODULE: 100, SHELL: 100 };
const NO_QUOTAS: Quotas = { tasks: null, runningRuns: null, waitingRuns: null, secrets: null, webhooks: null };
const HTTP = { kind: "HTTP", url: "http://x/", method: "GET", headers: [], body: null, expectedStatus: [] } as const;

async function aNamespace(store: Store, quotas: Partial<Quotas> = {}): Promise<Namespace> {
  const id = newId();
  const namespace: Namespace = {
    id,
    name: `team-${id.slice(-6)}`,
    description: null,
    quotas: { ...NO_QUOTAS, ...quotas },
    version: 1,
    createdAt: NOON,
    updatedAt: NOON,
    deletedAt: null,
  };
  expect(await store.write((tx) => tx.namespaces.insert(namespace))).toBe(true);
  return namespace;
}

const allow = (namespaceId: string, more: Partial<Task> = {}): Task =>
  aTask({ namespaceId, overlapPolicy: "ALLOW", ...more });
const take = async (
  store: Store,
  now: number,
  slots: Record<string, number> = SLOTS,
  going: readonly string[] = [],
): Promise<readonly Claimed[]> =>
  (await store.write((tx) => tx.claim({ instanceId: "one", now, leaseUntil: now + 60_000, slots, going }))).claimed;
const idsOf = (claimed: readonly Claimed[]) => claimed.map(({ run }) => run.id).sort();
const end = async (store: Store, claimed: readonly Claimed[], at: number) => {
  for (const each of claimed) await complete(store, succeeded(each, at));
};

export function namespaces(open: () => Store): void {
  it("keeps the default namespace, and others by their names", async () => {
    const store = open();
    const made = await aNamespace(store, { tasks: 3 });
    const [first, ...others] = await store.namespaces.list();
    expect([first?.id, first?.quotas]).toEqual(["default", NO_QUOTAS]);
    expect(others).toContainEqual(made);
    expect(await store.write((tx) => tx.namespaces.insert({ ...made, id: newId() }))).toBe(false);
    expect(await store.write((tx) => tx.namespaces.named(made.name))).toEqual(made);
    const gone = { ...made, version: 2, deletedAt: NOON + 1 };
    await store.write((tx) => tx.namespaces.save(gone));
    expect(await store.namespaces.list()).not.toContainEqual(expect.objectContaining({ id: made.id }));
    expect((await store.namespaces.byId([made.id])).get(made.id)).toEqual(gone);
    // Its name is free, its id is not.
    expect(await store.write((tx) => tx.namespaces.insert({ ...made, id: newId() }))).toBe(true);
  });

  it("lets names repeat between namespaces, not within one", async () => {
    const store = open();
    const [one, two] = [await aNamespace(store), await aNamespace(store)];
    const name = `the same ${newId()}`;
    for (const { id } of [one, two]) {
      expect(await store.write((tx) => tx.insertTask(allow(id, { name })))).toBe(true);
      expect(await store.write((tx) => tx.insertTask(allow(id, { name: name.toUpperCase() })))).toBe(false);
      const secret = { id: newId(), namespaceId: id, name: "SAME_KEY", description: null, sealed: "x" };
      const times = { createdAt: NOON, updatedAt: NOON };
      expect(await store.write((tx) => tx.insertSecret({ ...secret, ...times }))).toBe(true);
      expect(await store.write((tx) => tx.insertSecret({ ...secret, ...times, id: newId() }))).toBe(false);
      const own = (await store.secretsByName(["SAME_KEY"], id)).get("SAME_KEY");
      expect(own?.id).toBe(secret.id);
    }
    expect((await store.secretsByName(["SAME_KEY"])).size).toBe(0);
  });

  it("gives each namespace lanes of its own, in its own stretch of their order", async () => {
    const [one, two] = [newId(), newId()];
    const lanes = ["default", one, two].map((id) => [id, queueLane("mail", id)] as const);
    for (const [id, lane] of lanes) {
      expect(namespaceOf({ lane })).toBe(id);
      expect(partsOf(lane)).toMatchObject({ kind: "WORKER", queue: "mail" });
      for (const [other] of lanes) {
        const [from, until] = lanesOf(other);
        expect([lane, other, lane >= from && (until === null || lane < until)]).toEqual([lane, other, id === other]);
      }
    }
  });

  it("starts no more of a namespace than its quota, whatever the lanes; the others are not held up, and nothing is lost", async () => {
    const store = open();
    const [bounded, free] = [await aNamespace(store, { runningRuns: 2 }), await aNamespace(store)];
    const ids: string[] = [];
    for (const target of [HTTP, undefined, HTTP, undefined, HTTP])
      ids.push(...(await add(store, allow(bounded.id, target ? { target } : {}), NOON - 1_000 + ids.length)));
    const others: string[] = [];
    for (const id of [free.id, "default"]) others.push(...(await add(store, allow(id), NOON)));
    const first = await take(store, NOON);
    const ofBounded = first.filter(({ task }) => task.namespaceId === bounded.id);
    expect(ofBounded).toHaveLength(2);
    expect(idsOf(first.filter(({ task }) => task.namespaceId !== bounded.id))).toEqual(others.sort());
    const why = `Due, and waiting: the namespace "${bounded.name}" runs at most 2 at a time (its quota runningRuns).`;
    const waiting = [...(await store.runsById(ids)).values()].filter(({ state }) => state === "QUEUED");
    expect(waiting.map((run) => run.why)).toEqual([why, why, why]);
    expect((await store.namespaces.usage([bounded.id])).get(bounded.id)).toMatchObject({
      tasks: 5,
      runningRuns: 2,
      waitingRuns: 3,
    });
    expect(await take(store, NOON + 1)).toEqual([]);
    const started = [...ofBounded];
    for (let round = 1; started.length < 5; round++) {
      await end(store, started.slice(-2).slice(0, 1), NOON + round);
      const next = await take(store, NOON + round);
      expect(next.length).toBeLessThanOrEqual(1);
      started.push(...next);
      const { runningRuns } = (await store.namespaces.usage([bounded.id])).get(bounded.id) as { runningRuns: number };
      expect(runningRuns).toBeLessThanOrEqual(2);
      if (round > 20) throw new Error("What waited was not started");
    }
    expect(idsOf(started)).toEqual(ids.sort());
  });

  it("gives each slot to the namespace that has the fewest, and within one to the highest rank", async () => {
    const store = open();
    const [busy, calm] = [await aNamespace(store), await aNamespace(store)];
    const many: string[] = [];
    for (let index = 0; index < 12; index++)
      many.push(...(await add(store, allow(busy.id, { target: HTTP, priority: 50 }), NOON - 5_000 + index)));
    const few: string[] = [];
    for (let index = 0; index < 4; index++)
      few.push(...(await add(store, allow(calm.id, { target: HTTP, priority: index }), NOON - 1_000)));
    const turns = async (slots: number, going: readonly string[] = []) =>
      new Set(idsOf(await take(store, NOON, { HTTP: slots, MODULE: 0, SHELL: 0 }, going)));
    expect(await turns(4)).toEqual(new Set([...many.slice(0, 2), few[3], few[2]]));
    // What is going counts, of the same kind of slot alone.
    const lane = laneOf(allow(busy.id, { target: HTTP }));
    expect(await turns(1, [lane, lane])).toEqual(new Set([few[1]]));
    expect(await turns(1, [laneOf(allow(calm.id))])).toEqual(new Set([many[2]]));
    // Nobody's slot stays empty: what the others do not want is the busy one's.
    expect(await turns(9, [lane])).toEqual(new Set([few[0], ...many.slice(3, 11)]));
  });

  it("holds workers to the quota in what is claimed and in what is announced", async () => {
    const store = open();
    const { id } = await aNamespace(store, { runningRuns: 1 });
    const lane = queueLane("mail", id);
    for (let index = 0; index < 3; index++)
      await add(store, allow(id, { target: { kind: "WORKER", queue: "mail" } }), NOON);
    expect((await store.claimable(lane, NOON, 10)).waiting).toHaveLength(1);
    const [claimed] = await take(store, NOON, { [lane]: 5 });
    expect(await take(store, NOON, { [lane]: 5 })).toEqual([]);
    expect((await store.claimable(lane, NOON, 10)).waiting).toEqual([]);
    await end(store, [claimed as Claimed], NOON + 1);
    expect(await take(store, NOON + 1, { [lane]: 5 })).toHaveLength(1);
  });

  it("counts the default namespace's runs apart from those of the others", async () => {
    const store = open();
    const { id } = await aNamespace(store);
    const before = (await store.namespaces.usage(["default"])).get("default");
    await add(store, allow(id), NOON);
    await add(store, allow("default"), NOON);
    await take(store, NOON);
    const after = await store.namespaces.usage(["default", id]);
    expect((after.get("default")?.runningRuns ?? 0) - (before?.runningRuns ?? 0)).toBe(1);
    expect(after.get(id)).toMatchObject({ tasks: 1, runningRuns: 1 });
  });

  it("scoped to a namespace has nothing of another one, in lists, by ids, in its log and in what it hears", async () => {
    const store = open();
    const [one, two] = [scoped(store, (await aNamespace(store)).id), scoped(store, (await aNamespace(store)).id)];
    const heard: unknown[] = [];
    const stop = two.onCommit(({ events }) => heard.push(...events));
    const from = await store.headCursor();
    const task = allow(one.namespaceId as string, { queue: "mail" });
    const [runId] = (await add(store, task, NOON)) as [string];
    stop();
    const page = { limit: 10, from: null, direction: "forward" } as const;
    const sees = async (of: Store) => [
      (await of.tasksById([task.id])).size,
      (await of.runsById([runId])).size,
      (await of.tasks({}, { field: "NAME", direction: "ASC" }, page)).total,
      (await of.runs({}, { field: "SCHEDULED_FOR", direction: "DESC" }, page)).total,
      (await of.runs({ state: ["SCHEDULED"] }, { field: "SCHEDULED_FOR", direction: "DESC" }, page)).total,
      Math.min(1, (await of.eventsAfter(from, 100)).length),
      (await of.runs({ queue: ["mail"] }, { field: "SCHEDULED_FOR", direction: "DESC" }, page)).total,
      (await of.lastRuns([task.id])).size + (await of.runContents([runId])).size,
      (await of.snapshotTasks({}, null, 10)).items.length,
      (await of.snapshotRuns({}, 10)).items.length,
      (await of.overview(0)).activeTasks,
      await of.write(async (tx) => Number((await tx.task(task.id)) !== null) + Number((await tx.run(runId)) !== null)),
    ];
    expect(await sees(one)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    expect(await sees(two)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(heard).toEqual([]);
    await expect(two.write((tx) => tx.insertTask(allow(one.namespaceId as string)))).rejects.toThrow(
      "another namespace",
    );
    await expect(
      two.write((tx) => tx.claim({ instanceId: "w", now: NOON, leaseUntil: NOON, slots: SLOTS })),
    ).rejects.toThrow("another namespace");
  });

  it("leaves nothing behind in a namespace that was deleted while a request was under way", async () => {
    const store = open();
    const namespace = await aNamespace(store);
    const own = scoped(store, namespace.id);
    await own.write((tx) => tx.insertTask(allow(namespace.id)));
    await store.write((tx) => tx.namespaces.save({ ...namespace, version: 2, deletedAt: NOON }));
    await expect(own.write((tx) => tx.insertTask(allow(namespace.id)))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const queue = { namespaceId: namespace.id, name: "late", description: null, concurrency: null, rate: null };
    const rest = { concurrencyPerKey: null, tokens: 0, tokensAt: NOON, pausedAt: null, pauseReason: null, version: 1 };
    const late = { ...queue, ...rest, createdAt: NOON, updatedAt: NOON };
    await expect(own.write((tx) => tx.insertQueue(late))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await store.queues(namespace.id)).toEqual([]);
  });

  it("lists and counts the runs of a namespace with many tasks as of one with few", async () => {
    const store = open();
    const [few, many] = [await aNamespace(store), await aNamespace(store)];
    const sort = { field: "SCHEDULED_FOR", direction: "DESC" } as const;
    const page = { limit: 5, from: null, direction: "forward" } as const;
    for (const [{ id }, count] of [
      [few, 3],
      [many, 103],
    ] as const) {
      const own = scoped(store, id);
      const ids: string[] = [];
      for (let index = 0; index < count; index++) ids.push(...(await add(store, allow(id), NOON + index)));
      const { items, total, hasNext } = await own.runs({}, sort, page);
      expect([total, hasNext, items.map(({ item }) => item.id)]).toEqual([count, count > 5, ids.reverse().slice(0, 5)]);
      expect((await own.runs({ state: ["SCHEDULED", "FAILED"] }, sort, page)).total).toBe(count);
      expect((await own.runs({ state: ["FAILED"] }, sort, page)).total).toBe(0);
    }
  });

  it("keeps members, and forgets them with their user", async () => {
    const store = open();
    const { id } = await aNamespace(store);
    const user = {
      id: newId(),
      name: `member ${newId()}`,
      role: "NONE" as const,
      passwordHash: null,
      identity: null,
      disabled: false,
      createdAt: NOON,
      updatedAt: NOON,
      lastSeenAt: null,
    };
    await store.write((tx) => tx.access.insertUser(user));
    const membership = { userId: user.id, namespaceId: id, role: "EDITOR" as const };
    await store.write((tx) => tx.namespaces.saveMembership({ ...membership, role: "VIEWER" }));
    await store.write((tx) => tx.namespaces.saveMembership(membership));
    expect((await store.namespaces.members([id])).get(id)).toEqual([membership]);
    expect((await store.namespaces.memberships([user.id])).get(user.id)).toEqual([membership]);
    await store.write((tx) => tx.access.deleteUser(user.id));
    expect((await store.namespaces.members([id])).size).toBe(0);
    expect(await store.write((tx) => tx.namespaces.membership(user.id, id))).toBeNull();
  });
}
