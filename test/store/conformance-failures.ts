// What every store counts: failed runs in a row, by what is accepted.
import { expect, it } from "vitest";
import type { Claimed, Completion, Store } from "../../server/domain/ports.ts";
import { aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete, succeeded } from "./conformance-writes.ts";

const failed = (held: Claimed, changes: Partial<Completion> = {}): Completion => ({
  ...succeeded(held, NOON + 1),
  state: "FAILED",
  outcome: "FAILED",
  event: "FAILED",
  error: { code: "X", message: "broken" },
  outputTail: "last words",
  ...changes,
});

export function failures(open: () => Store): void {
  async function three(pauseAfterFailures: number | null) {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW", pauseAfterFailures });
    await add(store, task, NOON, NOON + 1, NOON + 2);
    const held = (await claim(store, NOON + 2)) as [Claimed, Claimed, Claimed];
    const count = async () => (await store.tasksById([task.id])).get(task.id)?.consecutiveFailures;
    return { store, task, held, count };
  }

  it("counts a task's failed runs in a row, in the order of their ends, and asks for its pause", async () => {
    const { store, held, count } = await three(2);
    const [first, second, third] = held;
    expect(await complete(store, failed(first))).toEqual([]);
    expect(await count()).toBe(1);
    const completions = [succeeded(second, NOON + 1), failed(third)];
    const report = { instanceId: "one", at: NOON + 1, lines: [], progress: [], completions };
    expect(await store.write((tx) => tx.report(report))).toEqual([]);
    expect(await count()).toBe(1);
    expect(await complete(store, failed(first))).toEqual([]);
    expect(await count()).toBe(1);
    const both = await three(2);
    await complete(both.store, failed(both.held[0]));
    expect(await complete(both.store, failed(both.held[1]))).toEqual([
      { taskId: both.task.id, why: expect.stringContaining(both.held[1].run.id) },
    ]);
  });

  it("does not count interruptions, and passes a rule's pause on", async () => {
    const { store, task, held, count } = await three(null);
    await complete(store, failed(held[0], { outcome: "INTERRUPTED" }));
    expect(await count()).toBe(0);
    expect(await complete(store, failed(held[1], { pause: "a rule" }))).toEqual([{ taskId: task.id, why: "a rule" }]);
    expect(await count()).toBe(1);
  });

  it("keeps an attempt's last words", async () => {
    const { store, held } = await three(null);
    await complete(store, failed(held[0]));
    const page = await store.attempts(held[0].run.id, { limit: 9, from: null, direction: "forward" });
    expect(page.items.map(({ item }) => item.outputTail)).toEqual(["last words"]);
  });
}
