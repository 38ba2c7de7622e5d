// What every store must do for timing policies: overlaps decided with the start, holds, deadlines, bounds, backfills, calendars.
import { expect, it } from "vitest";
import { LIMIT_REACHED } from "../../server/domain/limits.ts";
import type { Store } from "../../server/domain/ports.ts";
import type { Backfill, OverlapPolicy, Run, RunEvent, Task } from "../../server/domain/types.ts";
import { aRun, aTask, NOON, newId } from "../support/tasks.ts";
import { add, claim, complete, SLOTS, succeeded } from "./conformance-writes.ts";

const run = async (store: Store, id: string): Promise<Run> => (await store.runsById([id])).get(id) as Run;
const states = async (store: Store, ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await run(store, id)).state));
const events = async (store: Store, id: string) =>
  (await store.eventsAfter(0, 10_000)).filter((event): event is RunEvent => event.kind === "RUN" && event.runId === id);

/** A task with occurrences a second apart; the first one has been started. */
async function going(store: Store, overlapPolicy: OverlapPolicy, changes: Partial<Task> = {}) {
  const task = aTask({ overlapPolicy, ...changes });
  const ids = await add(store, task, NOON, NOON + 1_000, NOON + 2_000, NOON + 3_000);
  const [first] = await claim(store, NOON);
  return { task, ids, first: first as NonNullable<typeof first> };
}

export function timing(open: () => Store): void {
  it.each([
    ["SKIP", ["RUNNING", "SKIPPED", "SKIPPED", "SKIPPED"]],
    ["ALLOW", ["RUNNING", "RUNNING", "RUNNING", "RUNNING"]],
    ["BUFFER_ONE", ["RUNNING", "QUEUED", "SKIPPED", "SKIPPED"]],
    ["BUFFER", ["RUNNING", "QUEUED", "QUEUED", "SKIPPED"]],
    ["CANCEL_RUNNING", ["RUNNING", "CANCELLED", "CANCELLED", "QUEUED"]],
    ["TERMINATE_RUNNING", ["CANCELLED", "CANCELLED", "CANCELLED", "RUNNING"]],
  ] as [OverlapPolicy, string[]][])(
    "%s decides about what falls due while a run goes on, each with its reason",
    async (policy, expected) => {
      const store = open();
      const { ids } = await going(store, policy, { overlapBuffer: 2 });
      for (const second of [1, 2, 3]) await claim(store, NOON + second * 1_000);
      expect(await states(store, ids)).toEqual(expected);
      for (const [index, id] of ids.entries()) {
        const { state, why, blockedByRunId } = await run(store, id);
        if (state === "RUNNING" && policy !== "CANCEL_RUNNING") expect(why).toBeNull();
        else if (index > 0) expect(why).toContain(policy);
        if (state === "SKIPPED" || state === "QUEUED") expect(ids.slice(0, index)).toContain(blockedByRunId);
      }
    },
  );

  it.each(["SKIP", "BUFFER_ONE", "BUFFER", "CANCEL_RUNNING", "TERMINATE_RUNNING"] as const)(
    "%s never lets two runs of a task go at once, however many fall due in one claim",
    async (policy) => {
      const store = open();
      const task = aTask({ overlapPolicy: policy, overlapBuffer: 10 });
      const ids = await add(store, task, ...Array.from({ length: 6 }, (_, index) => NOON + index));
      for (let step = 0; step < 20; step++) {
        const claimed = await claim(store, NOON + 100 + step);
        const live = (await states(store, ids)).filter((state) => state === "RUNNING").length;
        expect(live).toBeLessThanOrEqual(1);
        for (const each of claimed) await complete(store, succeeded(each, NOON + 100 + step));
      }
      const last = await states(store, ids);
      expect(last.every((state) => ["SUCCEEDED", "SKIPPED", "CANCELLED"].includes(state))).toBe(true);
      expect(last.filter((state) => state === "SUCCEEDED").length).toBe(
        { SKIP: 1, BUFFER_ONE: 2, BUFFER: 6, CANCEL_RUNNING: 1, TERMINATE_RUNNING: 1 }[policy],
      );
    },
  );

  it("CANCEL_RUNNING asks once, and starts the newest when the other has let go", async () => {
    const store = open();
    const { ids, first } = await going(store, "CANCEL_RUNNING");
    for (const second of [1, 2, 3]) await claim(store, NOON + second * 1_000);
    expect(first.run.id).toBe(ids[0]);
    const asked = (await events(store, first.run.id)).filter(({ type }) => type === "CANCEL_REQUESTED");
    expect(asked).toHaveLength(1);
    await complete(store, {
      ...succeeded(first, NOON + 4_000),
      outcome: "CANCELLED",
      state: "CANCELLED",
      event: "CANCELLED",
      why: "Cancelled.",
    });
    expect((await claim(store, NOON + 5_000)).map((each) => each.run.id)).toEqual([ids[3]]);
  });

  it("TERMINATE_RUNNING ends the attempt with the run, and refuses what it still reports", async () => {
    const store = open();
    const { ids, first } = await going(store, "TERMINATE_RUNNING");
    await claim(store, NOON + 1_000);
    const attempts = await store.attempts(first.run.id, { limit: 10, from: null, direction: "forward" });
    expect(attempts.items[0]?.item).toMatchObject({
      outcome: "CANCELLED",
      finishedAt: NOON + 1_000,
      error: { code: "TERMINATED" },
    });
    await complete(store, succeeded(first, NOON + 2_000));
    expect((await states(store, ids)).slice(0, 2)).toEqual(["CANCELLED", "RUNNING"]);
    expect((await events(store, first.run.id)).at(-1)?.type).toBe("LATE_RESULT_IGNORED");
  });

  it("lets a full lane decide about overlaps too", async () => {
    const store = open();
    const full = { HTTP: 0, MODULE: 0, SHELL: 0 };
    const { ids } = await going(store, "BUFFER_ONE");
    await claim(store, NOON + 2_000, "one", full);
    expect((await states(store, ids)).slice(0, 3)).toEqual(["RUNNING", "QUEUED", "SKIPPED"]);
  });

  it("tells what falls due in a full lane that it waits, however many runs there wait for their next attempt", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    await add(store, task, ...Array.from({ length: 600 }, (_, index) => NOON - 10_000 + index));
    const many = { HTTP: 0, MODULE: 600, SHELL: 600 };
    for (const each of await claim(store, NOON - 9_000, "one", many)) {
      await complete(store, {
        ...succeeded(each, NOON - 8_000),
        outcome: "FAILED",
        state: "RETRYING",
        dueAt: NOON - 7_000,
        event: "RETRY_PLANNED",
      });
    }
    const [late] = await store.write((tx) => tx.insertRuns(NOON, [aRun(task, NOON)]));
    const full = await store.write((tx) =>
      tx.claim({ instanceId: "one", now: NOON, leaseUntil: NOON + 6_000, slots: { HTTP: 0, MODULE: 0, SHELL: 0 } }),
    );
    expect(full).toEqual({ claimed: [], more: false, opensAt: null });
    expect((await run(store, late?.id as string)).state).toBe("QUEUED");
  });

  it("gives a run's own policy precedence over its task's, and lets a backfill's waiting runs give way", async () => {
    const store = open();
    const { task, first } = await going(store, "SKIP");
    const extra = (changes: Partial<Parameters<typeof aRun>[2]>) =>
      store.write((tx) =>
        tx.insertRuns(NOON, [
          aRun(task, NOON - 5_000, { trigger: "BACKFILL", backfillId: "b", dueAt: NOON, ...changes }),
        ]),
      );
    const [beside] = await extra({ overlapPolicy: "ALLOW" });
    const [waits] = await extra({ state: "QUEUED", dueAt: NOON + 1_000 });
    const [own] = await claim(store, NOON + 500);
    expect(own?.run.id).toBe(beside?.id);
    for (const each of [first, own]) await complete(store, succeeded(each as NonNullable<typeof own>, NOON + 900));
    expect((await claim(store, NOON + 1_000)).map((each) => each.run.scheduledFor)).toEqual([NOON + 1_000]);
    expect((await run(store, waits?.id as string)).state).toBe("QUEUED");
  });

  it("starts nothing beyond its start deadline, and records it as missed", async () => {
    const store = open();
    const { ids } = await going(store, "BUFFER", { startDeadlineMs: 30_000 });
    await claim(store, NOON + 3_000);
    expect(await store.write((tx) => tx.missDeadlines(NOON + 31_000, 10))).toBe(0);
    expect(await store.write((tx) => tx.missDeadlines(NOON + 32_500, 10))).toBe(2);
    expect(await states(store, ids)).toEqual(["RUNNING", "MISSED", "MISSED", "QUEUED"]);
    expect((await run(store, ids[1] as string)).why).toContain("within 30 s of its time");
  });

  it("keeps what a person released from being held, whatever the deadline", async () => {
    const store = open();
    const task = aTask({ startDeadlineMs: 10_000 });
    await add(store, task);
    const [held] = await store.write((tx) =>
      tx.insertRuns(NOON, [aRun(task, NOON - 60_000, { state: "HELD", heldUntil: NOON + 60_000 })]),
    );
    const id = held?.id as string;
    expect((await store.heldRuns([task.id])).get(task.id)?.map((each) => each.id)).toEqual([id]);
    expect(await store.write((tx) => tx.tasksHeldUntil(NOON + 59_999, 10))).toEqual([]);
    expect(await store.write((tx) => tx.tasksHeldUntil(NOON + 60_000, 10))).toHaveLength(1);
    expect(await claim(store, NOON + 1)).toEqual([]);
    await store.write((tx) =>
      tx.changeRuns(NOON + 2, [
        { id, state: "QUEUED", dueAt: NOON, finishedAt: null, why: "chosen", late: true, event: "QUEUED" },
      ]),
    );
    expect(await claim(store, NOON + 3)).toHaveLength(1);
  });

  it("counts the occurrences that start while the task is bounded, and completes it when all are used", async () => {
    const store = open();
    const task = aTask({ maxRuns: 2, overlapPolicy: "ALLOW", plannedThrough: LIMIT_REACHED });
    await add(store, task, NOON, NOON + 1_000);
    const progress = async () => (await store.taskProgress([task.id])).get(task.id);
    expect(await progress()).toEqual({ pending: 2, going: 0, lastEnd: null });
    const [first] = await claim(store, NOON);
    await complete(store, succeeded(first as NonNullable<typeof first>, NOON + 10));
    expect(await progress()).toEqual({ pending: 1, going: 0, lastEnd: NOON + 10 });
    expect(await store.write((tx) => tx.completeExhausted(NOON + 20, 10))).toBe(0);
    await claim(store, NOON + 1_000);
    expect((await store.tasksById([task.id])).get(task.id)?.runCount).toBe(2);
    expect(await store.write((tx) => tx.completeExhausted(NOON + 2_000, 10))).toBe(1);
  });

  it("goes on planning a bounded task whose occurrences were skipped", async () => {
    const store = open();
    const task = aTask({ maxRuns: 2, plannedThrough: LIMIT_REACHED });
    const ids = await add(store, task, NOON, NOON + 1_000);
    await claim(store, NOON + 1_000);
    expect(await states(store, ids)).toEqual(["RUNNING", "SKIPPED"]);
    expect(await store.write((tx) => tx.reopenBounded(10))).toBe(1);
    expect((await store.tasksById([task.id])).get(task.id)?.plannedThrough).toBe(NOON + 1_000);
  });

  it("plans a task that rests between runs only when nothing of it is open", async () => {
    const store = open();
    const task = aTask({
      schedule: { kind: "EVERY", intervalMs: 60_000, anchor: NOON, after: "END" },
      plannedThrough: NOON,
    });
    const toPlan = () => store.write((tx) => tx.tasksToPlan(NOON + 60_000, 10));
    await add(store, task, NOON);
    expect(await toPlan()).toEqual([]);
    const [first] = await claim(store, NOON);
    expect(await toPlan()).toEqual([]);
    await complete(store, succeeded(first as NonNullable<typeof first>, NOON + 5));
    expect(await toPlan()).toHaveLength(1);
  });

  it("keeps calendars, their names unique, and finds the tasks that use one", async () => {
    const store = open();
    const calendar = {
      id: newId(),
      namespaceId: "default",
      name: "Holidays",
      description: null,
      timezone: "Europe/Berlin",
      entries: [{ from: "2026-12-25T00:00:00", until: "2026-12-26T00:00:00", label: "Christmas" }],
      version: 1,
      createdAt: NOON,
      updatedAt: NOON,
    };
    expect(await store.write((tx) => tx.insertCalendar(calendar))).toBe(true);
    expect(await store.write((tx) => tx.insertCalendar({ ...calendar, id: newId(), name: "HOLIDAYS" }))).toBe(false);
    const task = aTask({ exclusions: [{ kind: "CALENDAR", calendarId: calendar.id }] });
    await add(store, task);
    await add(store, aTask());
    expect((await store.tasksUsing(calendar.id)).map(({ id }) => id)).toEqual([task.id]);
    expect(await store.write((tx) => tx.saveCalendar({ ...calendar, version: 2, entries: [] }))).toBe(true);
    expect((await store.calendars()).map(({ version, entries }) => [version, entries])).toEqual([[2, []]]);
    await store.write((tx) => tx.deleteCalendar(calendar.id));
    expect(await store.calendarsById([calendar.id])).toEqual(new Map());
  });

  it("keeps backfills and counts their runs, and tells what became of each occurrence", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    const backfill: Backfill = {
      id: newId(),
      taskId: task.id,
      from: NOON,
      until: NOON + 9_000,
      scope: "ALL",
      ratePerMinute: null,
      order: "OLDEST_FIRST",
      overlapPolicy: null,
      state: "RUNNING",
      total: 2,
      created: 0,
      cursor: NOON - 1,
      nextDueAt: NOON,
      createdAt: NOON,
      finishedAt: null,
    };
    await add(store, task, NOON);
    const rows = [1_000, 2_000].map((ms) =>
      aRun(task, NOON + ms, { trigger: "BACKFILL", backfillId: backfill.id, dueAt: NOON }),
    );
    await store.write(async (tx) => {
      await tx.saveBackfill(backfill);
      await tx.saveBackfill({ ...backfill, created: 2 });
      await tx.insertRuns(NOON, rows);
    });
    expect((await store.backfillsOf([task.id])).get(task.id)).toEqual([{ ...backfill, created: 2 }]);
    const claimed = await claim(store, NOON, "one", SLOTS);
    await complete(store, succeeded(claimed.at(-1) as NonNullable<(typeof claimed)[0]>, NOON + 10));
    expect((await store.backfillCounts([backfill.id])).get(backfill.id)).toEqual({
      open: 1,
      waiting: 0,
      finished: 1,
      succeeded: 1,
    });
    const known = await store.write((tx) => tx.occurrenceStates(task.id, NOON, NOON + 9_000));
    expect([...known].sort(([a], [b]) => a - b).map(([at, state]) => [at - NOON, state])).toEqual([
      [0, "RUNNING"],
      [1_000, "RUNNING"],
      [2_000, "SUCCEEDED"],
    ]);
  });
}
