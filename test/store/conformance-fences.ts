// What every store must refuse: reports of attempts that no longer hold their run.
import { expect, it } from "vitest";
import { afterLoss } from "../../server/domain/after-attempt.ts";
import type { Claimed, NewLogLine, Store } from "../../server/domain/ports.ts";
import type { RunEvent } from "../../server/domain/types.ts";
import { aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete, succeeded } from "./conformance-writes.ts";

const recover = (store: Store, now: number) =>
  store.write(async (tx) => {
    const lost = await tx.lostRuns(now, 10);
    await tx.recoverLost(
      now,
      lost.map(({ run, task }) => ({ ...afterLoss(run, task, now), id: run.id, late: run.late, finishedAt: null })),
    );
    return lost.length;
  });

const line = ({ run }: Claimed, text: string): NewLogLine => ({
  runId: run.id,
  attempt: run.attempt,
  at: NOON,
  level: "INFO",
  text,
});

const append = (store: Store, lines: NewLogLine[], instanceId = "one") =>
  store.write((tx) => tx.report({ instanceId, at: NOON, lines, progress: [], completions: [] }));

export function fences(open: () => Store): void {
  it("takes a result once; a second one changes nothing and is noted", async () => {
    const store = open();
    await add(store, aTask(), NOON);
    const [held] = await claim(store, NOON);
    await complete(store, succeeded(held as Claimed, NOON + 50));
    await complete(store, { ...succeeded(held as Claimed, NOON + 99), result: '"second"' });
    const id = (held as Claimed).run.id;
    expect((await store.runContents([id])).get(id)?.result).toEqual({ ok: true });
    expect((await store.runsById([id])).get(id)?.finishedAt).toBe(NOON + 50);
    const events = (await store.eventsAfter(0, 100)).filter((event): event is RunEvent => event.kind === "RUN");
    expect(events.map((event) => [event.sequence, event.type])).toEqual([
      [1, "CREATED"],
      [2, "STARTED"],
      [3, "SUCCEEDED"],
      [4, "LATE_RESULT_IGNORED"],
    ]);
  });

  it("keeps a lease only while it lasts, and hands the run over once when it has ended", async () => {
    const store = open();
    await add(store, aTask(), NOON);
    const [held] = await claim(store, NOON);
    const mine = [{ runId: (held as Claimed).run.id, attempt: 1 }];
    const renew = (now: number) => store.renewLeases("one", now + 6_000, mine);
    expect((await renew(NOON + 5_000)).held.size).toBe(1);
    expect(await recover(store, NOON + 10_999)).toBe(0);
    expect(await recover(store, NOON + 11_000)).toBe(1);
    expect(await recover(store, NOON + 11_000)).toBe(0);
    const late = await renew(NOON + 11_001);
    expect([late.held.size, late.busy.size]).toEqual([0, 0]);
  });

  it("refuses lines and results of an attempt that was lost, also from the instance that took over", async () => {
    const store = open();
    const [id] = (await add(store, aTask(), NOON)) as [string];
    const [first] = (await claim(store, NOON)) as [Claimed];
    await append(store, [line(first, "before")]);
    await recover(store, NOON + 6_000);
    const [second] = (await claim(store, NOON + 6_000, "two")) as [Claimed];
    expect(second.run).toMatchObject({ id, attempt: 2, crashes: 1 });
    await append(store, [line(first, "late")]);
    await append(store, [line(first, "late")], "two");
    await complete(store, succeeded(first, NOON + 6_100));
    expect((await store.runsById([id])).get(id)).toMatchObject({ state: "RUNNING", attempt: 2 });
    await append(store, [line(second, "after")], "two");
    await complete(store, succeeded(second, NOON + 6_200), "two");
    expect((await store.logsAfter(id, 0, 10)).map(({ number, attempt, text }) => [number, attempt, text])).toEqual([
      [1, 1, "before"],
      [2, 2, "after"],
    ]);
    const attempts = await store.attempts(id, { limit: 10, from: null, direction: "forward" });
    expect(attempts.items.map(({ item }) => [item.number, item.outcome])).toEqual([
      [1, "LOST"],
      [2, "SUCCEEDED"],
    ]);
  });

  it("ends the leases of all other instances where no other process can have the database", async () => {
    const store = open();
    await add(store, aTask({ name: "mine" }), NOON);
    await claim(store, NOON, "me");
    await add(store, aTask({ name: "theirs" }), NOON);
    await claim(store, NOON, "them");
    await store.write((tx) => tx.expireLeases(NOON + 1, "me"));
    const lost = await store.write((tx) => tx.lostRuns(NOON + 1, 10));
    expect(lost.map(({ task }) => task.name)).toEqual(["theirs"]);
  });

  it("tells the holder of a run that somebody wants it cancelled", async () => {
    const store = open();
    const [id] = (await add(store, aTask(), NOON)) as [string];
    await claim(store, NOON);
    expect(await store.write((tx) => tx.requestCancel(NOON + 1, id, "no longer needed"))).toMatchObject({
      cancelRequestedAt: NOON + 1,
    });
    const mine = [{ runId: id, attempt: 1 }];
    const told = await store.renewLeases("one", NOON + 9_000, mine);
    expect([[...told.held], [...told.cancelRequested]]).toEqual([[id], [id]]);
    const within = await store.write((tx) => tx.renewLeases("one", NOON + 9_500, mine));
    expect([...within.cancelRequested]).toEqual([id]);
  });

  it("renews nothing for another instance or attempt than the one that holds the run", async () => {
    const store = open();
    const [id] = (await add(store, aTask(), NOON)) as [string];
    await claim(store, NOON);
    for (const [instance, attempt] of [
      ["two", 1],
      ["one", 2],
    ] as const) {
      const answer = await store.renewLeases(instance, NOON + 60_000, [{ runId: id, attempt }]);
      expect([answer.held.size, answer.busy.size, answer.cancelRequested.size]).toEqual([0, 0, 0]);
    }
    expect(await recover(store, NOON + 6_000)).toBe(1);
  });

  it("lets an acknowledged cancellation win over the retry of an attempt that failed by itself", async () => {
    const store = open();
    const [id] = (await add(store, aTask(), NOON)) as [string];
    const [held] = (await claim(store, NOON)) as [Claimed];
    await store.write((tx) => tx.requestCancel(NOON + 1, id, "Cancelled: enough"));
    const error = { code: "X", message: "broken" };
    await complete(store, {
      ...succeeded(held, NOON + 2),
      outcome: "FAILED",
      error,
      state: "RETRYING",
      dueAt: NOON + 2,
      event: "RETRY_PLANNED",
    });
    expect((await store.runsById([id])).get(id)).toMatchObject({
      state: "CANCELLED",
      dueAt: null,
      finishedAt: NOON + 2,
      why: "Cancelled: enough",
    });
    expect((await store.eventsAfter(0, 99)).at(-1)).toMatchObject({ type: "CANCELLED", run: { state: "CANCELLED" } });
    expect(await claim(store, NOON + 9_000)).toEqual([]);
  });

  it("takes of two results in one report the one of the attempt that holds the run", async () => {
    const store = open();
    const [id] = (await add(store, aTask(), NOON)) as [string];
    const [first] = (await claim(store, NOON)) as [Claimed];
    await recover(store, NOON + 6_000);
    const [second] = (await claim(store, NOON + 6_000)) as [Claimed];
    const late = { ...succeeded(first, NOON + 7_000), state: "FAILED", outcome: "FAILED", event: "FAILED" } as const;
    const completions = [late, succeeded(second, NOON + 7_000)];
    await store.write((tx) => tx.report({ instanceId: "one", at: NOON + 7_000, lines: [], progress: [], completions }));
    const events = (await store.eventsAfter(0, 99)).filter(
      (event): event is RunEvent => event.kind === "RUN" && event.runId === id,
    );
    expect(events.slice(-2).map((event) => [event.sequence, event.type])).toEqual([
      [5, "SUCCEEDED"],
      [6, "LATE_RESULT_IGNORED"],
    ]);
    const attempts = await store.attempts(id, { limit: 9, from: null, direction: "forward" });
    expect(attempts.items.map(({ item }) => item.outcome)).toEqual(["LOST", "SUCCEEDED"]);
  });

  it("refuses a way that the table of states does not have", async () => {
    const store = open();
    const [id] = (await add(store, aTask(), NOON)) as [string];
    const [held] = (await claim(store, NOON)) as [Claimed];
    await complete(store, succeeded(held, NOON + 1));
    const move = {
      id,
      state: "QUEUED",
      dueAt: NOON,
      finishedAt: null,
      why: null,
      late: false,
      event: "QUEUED",
    } as const;
    await expect(store.write((tx) => tx.changeRuns(NOON, [move]))).rejects.toThrow(
      "cannot go from SUCCEEDED to QUEUED",
    );
  });
}
