// What every store must keep of a fallback target: the run waits in its lane, and its attempts say what they called.
import { expect, it } from "vitest";
import { afterLoss } from "../../server/domain/after-attempt.ts";
import type { Claimed, Completion, Store } from "../../server/domain/ports.ts";
import { aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete } from "./conformance-writes.ts";

const CALL = { attempts: 1, error: { code: "HTTP_STATUS", message: "500" } };
const calling = ({ run }: Claimed, at: number): Completion => ({
  runId: run.id,
  attempt: run.attempt,
  at,
  outcome: "FAILED",
  error: CALL.error,
  state: "RETRYING",
  dueAt: at,
  why: "The fallback target is called.",
  event: "RETRY_PLANNED",
  result: null,
  resultTruncated: false,
  fallback: CALL,
  lane: "HTTP",
});
const HTTP = {
  kind: "HTTP",
  url: "http://x.example",
  method: "GET",
  headers: [],
  body: null,
  expectedStatus: [],
} as const;

export function fallback(open: () => Store): void {
  it("hands a run that calls its fallback target to the lane of that, also after a loss", async () => {
    const store = open();
    const task = aTask({ fallbackTarget: HTTP });
    const [id] = (await add(store, task, NOON)) as [string];
    const [first] = (await claim(store, NOON)) as [Claimed];
    expect(first.run.fallback).toBeNull();
    await complete(store, calling(first, NOON + 10));
    const inLane = (lane: string, now: number) =>
      store.write((tx) => tx.claim({ instanceId: "one", now, leaseUntil: now + 6_000, slots: { [lane]: 5 } }));
    expect((await inLane("MODULE", NOON + 10)).claimed).toEqual([]);
    const [second] = (await inLane("HTTP", NOON + 10)).claimed;
    expect(second?.run).toMatchObject({ attempt: 2, fallback: CALL });
    expect(second?.task.fallbackTarget).toEqual(HTTP);
    await store.write(async (tx) => {
      const lost = await tx.lostRuns(NOON + 6_010, 10);
      const changes = lost.map(({ run }) => ({
        ...afterLoss(run, task, NOON),
        id: run.id,
        late: false,
        finishedAt: null,
      }));
      await tx.recoverLost(NOON + 6_010, changes);
    });
    expect((await inLane("HTTP", NOON + 6_010)).claimed[0]?.run).toMatchObject({ attempt: 3, fallback: CALL });
    const { items } = await store.attempts(id, { limit: 10, from: null, direction: "forward" });
    expect(items.map(({ item }) => item.fallback)).toEqual([false, true, true]);
  });

  it("moves a run that waits for its fallback target with the task's edit, and back to the target when it is taken away", async () => {
    const store = open();
    const task = aTask({ fallbackTarget: HTTP });
    const [id] = (await add(store, task, NOON)) as [string];
    const [first] = (await claim(store, NOON)) as [Claimed];
    await complete(store, calling(first, NOON + 10));
    const lane = async () => (await store.runsById([id])).get(id)?.lane;
    const edit = (changes: object) => store.write((tx) => tx.moveWaiting(NOON + 20, { ...task, ...changes }));
    await edit({ fallbackTarget: { kind: "WORKER", queue: "last" } });
    expect(await lane()).toBe("WORKER:last");
    await edit({ fallbackTarget: null });
    expect(await lane()).toBe("MODULE");
  });
}
