// What every store must do for retention: what may go goes with all that belongs to it, and nothing else does.
import { expect, it } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { prunable } from "../../server/domain/retention.ts";
import type { Retention, RunState, Task } from "../../server/domain/types.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete, succeeded } from "./conformance-writes.ts";

const FOR_EVER = { maxAgeMs: null, maxCount: null };
const NONE: Retention = { succeeded: FOR_EVER, failed: FOR_EVER, other: FOR_EVER };
const ASC = { field: "SCHEDULED_FOR", direction: "ASC" } as const;

/** Runs of the task that ended one second apart, the first at noon, each with two lines of log. */
async function ended(store: Store, task: Task, outcomes: readonly ("SUCCEEDED" | "FAILED")[]): Promise<string[]> {
  const ids = await add(store, task, ...outcomes.map((_, index) => NOON + index * 1_000));
  for (const [index, state] of outcomes.entries()) {
    const at = NOON + index * 1_000;
    const [claimed] = await claim(store, at);
    if (!claimed) throw new Error("nothing was claimed");
    const line = { runId: claimed.run.id, attempt: claimed.run.attempt, at, level: "INFO" as const };
    const lines = [
      { ...line, text: "one" },
      { ...line, text: "two" },
    ];
    await store.write((tx) => tx.report({ instanceId: "one", at, lines, progress: [], completions: [] }));
    const outcome = state === "FAILED" ? { outcome: "FAILED" as const, event: "FAILED" as const } : {};
    await complete(store, { ...succeeded(claimed, at), state, ...outcome });
  }
  return ids;
}

async function prune(store: Store, task: Task, retention: Retention | null, now: number, limit = 100, lines = 1_000) {
  const what = prunable(retention, FOR_EVER, now);
  const ids = await store.prunableRuns(task.id, what, limit, lines);
  return store.write((tx) => tx.pruneRuns(task.id, ids));
}

const left = async (store: Store, task: Task): Promise<number[]> => {
  const page = await store.runs({ taskId: [task.id] }, ASC, { limit: 100, from: null, direction: "forward" });
  return page.items.map(({ item }) => (item.scheduledFor - NOON) / 1_000);
};
const all = { limit: 100, from: null, direction: "forward" } as const;

export function retention(open: () => Store): void {
  it("keeps so many of the newest runs of an outcome, whatever the other outcomes' number", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    await ended(store, task, ["FAILED", "SUCCEEDED", "FAILED", "SUCCEEDED", "SUCCEEDED", "FAILED", "SUCCEEDED"]);
    await prune(store, task, { ...NONE, succeeded: { maxAgeMs: null, maxCount: 2 } }, NOON);
    expect(await left(store, task)).toEqual([0, 2, 4, 5, 6]);
    await prune(store, task, { ...NONE, failed: { maxAgeMs: null, maxCount: 1 } }, NOON);
    expect(await left(store, task)).toEqual([4, 5, 6]);
  });

  it("removes by age what ended before it, to the millisecond, and by either bound when there are two", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    await ended(store, task, Array(6).fill("SUCCEEDED"));
    await prune(store, task, { ...NONE, succeeded: { maxAgeMs: 60_000, maxCount: null } }, NOON + 62_000);
    expect(await left(store, task)).toEqual([2, 3, 4, 5]);
    await prune(store, task, { ...NONE, succeeded: { maxAgeMs: 60_000, maxCount: 3 } }, NOON + 62_000);
    expect(await left(store, task)).toEqual([3, 4, 5]);
  });

  it("never removes the schedule's newest run, nor anything that has not ended", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    await ended(store, task, ["SUCCEEDED", "SUCCEEDED"]);
    const waiting: RunState[] = ["SCHEDULED", "QUEUED", "HELD"];
    const rows = waiting.map((state, index) =>
      aRun(task, NOON + 100_000 + index, { state: state as "QUEUED", ...(state === "HELD" ? { dueAt: null } : {}) }),
    );
    await store.write((tx) => tx.insertRuns(NOON, rows));
    const soon = { maxAgeMs: 1, maxCount: 1 };
    await prune(store, task, { succeeded: soon, failed: soon, other: soon }, NOON + 1_000_000_000);
    expect(await left(store, task)).toEqual([1, 100, 100.001, 100.002]);
    const named = rows.map(({ id }) => id);
    expect(await store.write((tx) => tx.pruneRuns(task.id, named))).toBe(0);
  });

  it("takes attempts and log lines with a run, leaves the events, and remembers which instants are concerned", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    const other = aTask({ name: "another", overlapPolicy: "ALLOW" });
    const [gone, kept] = (await ended(store, task, ["SUCCEEDED", "SUCCEEDED"])) as [string, string];
    const before = (await store.eventsAfter(0, 1_000)).length;
    await store.write((tx) => tx.insertTask(other));
    expect(await prune(store, task, { ...NONE, succeeded: { maxAgeMs: null, maxCount: 1 } }, NOON)).toBe(1);
    expect((await store.attempts(gone, all)).total + (await store.logs(gone, all)).total).toBe(0);
    expect([(await store.attempts(kept, all)).total, (await store.logs(kept, all)).total]).toEqual([1, 2]);
    expect((await store.eventsAfter(0, 1_000)).length).toBe(before + 1);
    const now = await store.tasksById([task.id, other.id]);
    expect(now.get(task.id)).toMatchObject({ prunedFrom: NOON, prunedThrough: NOON });
    expect(now.get(other.id)).toMatchObject({ prunedFrom: null, prunedThrough: null });
  });

  it("takes few runs at a time, and fewer when they have much to tell", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    await ended(store, task, Array(8).fill("SUCCEEDED"));
    const one = { ...NONE, succeeded: { maxAgeMs: null, maxCount: 1 } };
    expect(await prune(store, task, one, NOON, 3)).toBe(3);
    expect(await prune(store, task, one, NOON, 3, 4)).toBe(2);
    expect(await prune(store, task, one, NOON, 3, 1)).toBe(1);
    expect(await prune(store, task, one, NOON, 3)).toBe(1);
    expect(await prune(store, task, one, NOON, 3)).toBe(0);
  });
}
