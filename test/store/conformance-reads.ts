// What every store must answer: pages, filters, the event log, figures.
import { expect, it } from "vitest";
import type { Claimed, Page, PageRequest, Store } from "../../server/domain/ports.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete, succeeded } from "./conformance-writes.ts";

/** Every page from one end to the other. */
async function walk<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  direction: PageRequest["direction"],
  limit: number,
): Promise<T[]> {
  const found: T[] = [];
  let from: PageRequest["from"] = null;
  for (;;) {
    const page: Page<T> = await read({ limit, from, direction });
    const items = page.items.map(({ item }) => item);
    if (direction === "forward") found.push(...items);
    else found.unshift(...items);
    const edge = direction === "forward" ? page.items.at(-1) : page.items[0];
    if (!edge || !(direction === "forward" ? page.hasNext : page.hasPrevious)) return found;
    from = edge.position;
  }
}

export function reads(open: () => Store): void {
  it("walks every order of tasks both ways without losing or repeating one, with ties and missing values", async () => {
    const store = open();
    for (let index = 0; index < 12; index++) {
      const task = aTask({
        name: `task ${String.fromCharCode(97 + index)}`,
        createdAt: NOON + (index % 3),
        updatedAt: NOON,
      });
      await add(store, task, ...(index % 2 === 0 ? [NOON + 1_000 * (index % 4)] : []));
    }
    for (const field of ["NAME", "NEXT_RUN_AT", "CREATED_AT", "UPDATED_AT"] as const) {
      const up = await walk((page) => store.tasks({}, { field, direction: "ASC" }, page), "forward", 5);
      expect(new Set(up.map((task) => task.id)).size).toBe(12);
      for (const [direction, way, expected] of [
        ["ASC", "backward", up],
        ["DESC", "forward", up.toReversed()],
        ["DESC", "backward", up.toReversed()],
      ] as const) {
        const walked = await walk((page) => store.tasks({}, { field, direction }, page), way, 5);
        expect(
          walked.map((task) => task.name),
          `${field} ${direction} ${way}`,
        ).toEqual(expected.map((task) => task.name));
      }
    }
    const soonest = await walk(
      (page) => store.tasks({}, { field: "NEXT_RUN_AT", direction: "ASC" }, page),
      "forward",
      100,
    );
    expect(soonest.map((task) => task.nextRunAt === null)).toEqual([...Array(6).fill(false), ...Array(6).fill(true)]);
  });

  it("filters tasks, and reads wild cards as plain characters", async () => {
    const store = open();
    await add(store, aTask({ name: "100% done", description: "Über_All" }));
    await add(store, aTask({ name: "1000 done", state: "PAUSED" }));
    await add(store, aTask({ name: "hourly", schedule: { kind: "CRON", expression: "0 * * * *", timezone: "UTC" } }));
    const names = async (query: Parameters<Store["tasks"]>[0]) =>
      (await walk((page) => store.tasks(query, { field: "NAME", direction: "ASC" }, page), "forward", 10)).map(
        (task) => task.name,
      );
    expect(await names({ search: "100%" })).toEqual(["100% done"]);
    expect(await names({ search: "über_a" })).toEqual(["100% done"]);
    expect(await names({ search: "'; DROP TABLE tasks; --" })).toEqual([]);
    expect(await names({ state: ["PAUSED"] })).toEqual(["1000 done"]);
    expect(await names({ scheduleKind: ["CRON"], state: ["ACTIVE"] })).toEqual(["hourly"]);
    expect(await names({ targetKind: ["HTTP"] })).toEqual([]);
    expect(await names({ state: [] })).toEqual([]);
  });

  it("filters runs and counts them up to its limit", async () => {
    const store = open();
    const task = aTask();
    await add(store, task, NOON, NOON + 1_000, NOON + 2_000);
    await add(store, aTask(), NOON + 500);
    await store.write((tx) =>
      tx.insertRuns(NOON, [aRun(task, NOON - 5_000, { state: "MISSED", late: true, why: "down" })]),
    );
    const page = { limit: 10, from: null, direction: "forward" } as const;
    const order = { field: "SCHEDULED_FOR", direction: "ASC" } as const;
    const instants = async (query: Parameters<Store["runs"]>[0]) =>
      (await store.runs(query, order, page)).items.map(({ item }) => item.scheduledFor - NOON);
    expect(await instants({ taskId: [task.id] })).toEqual([-5_000, 0, 1_000, 2_000]);
    expect(await instants({ late: true })).toEqual([-5_000]);
    expect(await instants({ late: false, scheduledFrom: NOON + 1, scheduledBefore: NOON + 2_000 })).toEqual([
      500, 1_000,
    ]);
    expect(await instants({ trigger: ["MANUAL"] })).toEqual([]);
    expect((await store.runs({}, order, { ...page, limit: 2 })).total).toBe(5);
    expect((await store.lastRuns([task.id])).get(task.id)?.state).toBe("MISSED");
    expect(await store.nextDue(NOON + 1)).toBe(NOON + 500);
  });

  it("gives events in the order of their commits, each run's without a gap, and the same events again by any cursor", async () => {
    const store = open();
    const told: number[] = [];
    store.onCommit(({ events }) => told.push(...events.map((event) => event.cursor)));
    const tasks = Array.from({ length: 8 }, () => aTask({ overlapPolicy: "ALLOW" }));
    await Promise.all(tasks.map((task) => add(store, task, NOON, NOON + 1)));
    const held = await claim(store, NOON + 1, "one", { HTTP: 0, MODULE: 100, SHELL: 100 });
    await Promise.all(held.map((claimed) => complete(store, succeeded(claimed, NOON + 2))));
    const events = await store.eventsAfter(0, 1_000);
    expect(told).toEqual(events.map((event) => event.cursor));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(await store.headCursor()).toBe(told.at(-1));
    const sequences = new Map<string, number[]>();
    for (const event of events)
      if (event.kind === "RUN") sequences.set(event.runId, [...(sequences.get(event.runId) ?? []), event.sequence]);
    expect(sequences.size).toBe(16);
    for (const sequence of sequences.values()) expect(sequence).toEqual([1, 2, 3]);
    const middle = events[20]?.cursor as number;
    expect(await store.eventsAfter(middle, 1_000)).toEqual(events.slice(21));
  });

  it("counts what the overview shows", async () => {
    const store = open();
    await add(store, aTask(), NOON);
    await add(store, aTask({ state: "PAUSED" }));
    const [held] = (await claim(store, NOON + 7)) as [Claimed];
    expect(await store.overview(NOON - 1_000)).toMatchObject({
      activeTasks: 1,
      pausedTasks: 1,
      runningRuns: 1,
      waitingRuns: 0,
      latenessMs: [7],
    });
    await complete(store, succeeded(held, NOON + 9));
    expect((await store.overview(NOON - 1_000)).ended).toEqual({
      SUCCEEDED: 1,
      FAILED: 0,
      CANCELLED: 0,
      SKIPPED: 0,
      MISSED: 0,
    });
    expect((await store.overview(NOON + 10)).ended.SUCCEEDED).toBe(0);
  });

  it("keeps values exactly: large instants, big payloads, every kind of text", async () => {
    const store = open();
    const payload = {
      "": [0.1, -0, 1e21, 9_007_199_254_740_991],
      text: "a\u2028\n\t\u{1F600}\\\"'é",
      nested: { null: null, true: true },
    };
    const task = aTask({
      payload,
      name: "näme 'quoted\" 🎈",
      description: "line\nline",
      catchUpWindowMs: 31_622_400_000,
      plannedThrough: 8.64e15,
    });
    await add(store, task);
    const read = (await store.tasksById([task.id])).get(task.id);
    expect(read).toEqual({ ...task, payload: JSON.parse(JSON.stringify(payload)) });
  });
}
