// What every store must keep for subscriptions: what there is at one place of the log, filters that say in SQL what they say of a run or
// task at hand, and a log that forgets from its beginning only and says how far.
import fc from "fast-check";
import { expect, it } from "vitest";
import { matchesRun, matchesTask } from "../../server/domain/filters.ts";
import type { RunQuery, Store, TaskQuery } from "../../server/domain/ports.ts";
import { RUN_STATES, type Run, type Task } from "../../server/domain/types.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete, succeeded } from "./conformance-writes.ts";

const PAGE = { limit: 1_000, from: null, direction: "forward" } as const;
const some = <T>(...values: T[]) => fc.option(fc.subarray(values), { nil: undefined });

/** Tasks and runs of many kinds. */
async function variety(store: Store): Promise<{ tasks: Task[]; runs: Run[] }> {
  await add(store, aTask({ name: "Alpha", queue: "q1" }), NOON, NOON + 5_000);
  await add(store, aTask({ name: "beta", state: "PAUSED", overlapPolicy: "ALLOW" }), NOON - 1_000, NOON - 2_000);
  await add(store, aTask({ name: "Gamma", description: "alphabet", target: { kind: "WORKER", queue: "q1" } }), NOON);
  const [first, second] = await claim(store, NOON);
  if (!first || !second) throw new Error("nothing was claimed");
  await complete(store, succeeded(first, NOON + 1));
  const error = { code: "NO", message: "no" };
  await complete(store, {
    ...succeeded(second, NOON + 1),
    outcome: "FAILED",
    state: "FAILED",
    event: "FAILED",
    error,
    result: null,
  });
  const skipped = aTask({ name: "delta" });
  await add(store, skipped);
  await store.write((tx) =>
    tx.insertRuns(NOON, [
      aRun(skipped, NOON + 1, { state: "SKIPPED", why: "so" }),
      aRun(skipped, NOON + 2, { trigger: "BACKFILL", backfillId: "b", late: true }),
    ]),
  );
  const tasks = (await store.tasks({}, { field: "NAME", direction: "ASC" }, PAGE)).items.map(({ item }) => item);
  const runs = (await store.runs({}, { field: "CREATED_AT", direction: "ASC" }, PAGE)).items.map(({ item }) => item);
  return { tasks, runs };
}
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

export function snapshots(open: () => Store): void {
  it("filters runs in SQL as it does at hand", async () => {
    const store = open();
    const { tasks, runs } = await variety(store);
    const instants = fc.option(fc.constantFrom(NOON - 1_000, NOON, NOON + 1, NOON + 5_000), { nil: undefined });
    const query: fc.Arbitrary<RunQuery> = fc.record({
      taskId: some(...ids(tasks)),
      state: some(...RUN_STATES),
      trigger: some("SCHEDULE" as const, "BACKFILL" as const, "MANUAL" as const),
      late: fc.option(fc.boolean(), { nil: undefined }),
      backfillId: some("b", "c"),
      queue: some("q1", "q2"),
      deadLetter: fc.option(fc.boolean(), { nil: undefined }),
      scheduledFrom: instants,
      scheduledBefore: instants,
    });
    await fc.assert(
      fc.asyncProperty(query, async (wanted) => {
        const expected = ids(runs.filter((run) => matchesRun(wanted, run)));
        const listed = await store.runs(wanted, { field: "SCHEDULED_FOR", direction: "ASC" }, PAGE);
        expect(ids(listed.items.map(({ item }) => item))).toEqual(expected);
        const { items } = await store.snapshotRuns(wanted, 1_000);
        expect(ids(items.map(({ run }) => run))).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it("filters tasks in SQL as it does at hand", async () => {
    const store = open();
    const { tasks } = await variety(store);
    const query: fc.Arbitrary<TaskQuery> = fc.record({
      search: fc.constantFrom(undefined, "ALPHA", "a", "bet", "nothing"),
      state: some("ACTIVE" as const, "PAUSED" as const),
      scheduleKind: some("EVERY" as const, "CRON" as const),
      targetKind: some("MODULE" as const, "WORKER" as const),
      queue: some("q1", "q2"),
      nextRunFrom: fc.constantFrom(undefined, NOON, NOON + 6_000),
      nextRunBefore: fc.constantFrom(undefined, NOON, NOON + 6_000),
    });
    await fc.assert(
      fc.asyncProperty(query, async (wanted) => {
        const expected = ids(tasks.filter((task) => matchesTask(wanted, task)));
        const listed = await store.tasks(wanted, { field: "NAME", direction: "ASC" }, PAGE);
        expect(ids(listed.items.map(({ item }) => item))).toEqual(expected);
        expect(ids((await store.snapshotTasks(wanted, null, 1_000)).items)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it("shows what there is at one place of the log, while others write", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    await add(store, task);
    let going = true;
    const writing = (async () => {
      while (going) await store.write((tx) => tx.insertRuns(NOON, [aRun(task, NOON, { trigger: "MANUAL" })]));
    })();
    for (let round = 0; round < 20; round++) {
      const { cursor, items } = await store.snapshotRuns({ taskId: [task.id] }, 100_000);
      const created = (await store.eventsAfter(0, 100_000)).filter(
        (event) => event.kind === "RUN" && event.cursor <= cursor,
      );
      expect(items).toHaveLength(created.length);
    }
    going = false;
    await writing;
  });

  it("gives one more than the limit of a snapshot, to tell that there are more", async () => {
    const store = open();
    await add(store, aTask(), NOON, NOON + 1, NOON + 2);
    expect((await store.snapshotRuns({}, 2)).items).toHaveLength(3);
    expect((await store.snapshotRuns({}, 1)).items).toHaveLength(2);
  });

  it("forgets events from the beginning only, never the newest, and says how far", async () => {
    const store = open();
    expect(await store.eventsPrunedThrough()).toBe(0);
    const at = [NOON, NOON + 1_000, NOON - 5_000, NOON + 3_000];
    for (const instant of at)
      await store.write((tx) => tx.insertTask(aTask({ createdAt: instant, updatedAt: instant })));
    // The third was written with a clock set back: it stays, behind the second.
    expect(await store.write((tx) => tx.pruneEvents(NOON + 500, 10))).toBe(1);
    expect(await store.eventsPrunedThrough()).toBe(1);
    expect(await store.write((tx) => tx.pruneEvents(NOON + 500, 10))).toBe(0);
    expect(await store.write((tx) => tx.pruneEvents(NOON + 9_000, 1))).toBe(1);
    expect(await store.write((tx) => tx.pruneEvents(NOON + 9_000, 10))).toBe(1);
    expect((await store.eventsAfter(0, 10)).map(({ cursor }) => cursor)).toEqual([4]);
    expect([await store.eventsPrunedThrough(), await store.headCursor()]).toEqual([3, 4]);
  });
}
