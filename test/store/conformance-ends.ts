// What every store must do when a run ends: follow-ups are made in the transaction of the end, whichever way it came about; what
// failed for good stays a dead letter until somebody does it again or dismisses it.
import { expect, it } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import type { FollowUp, Run, RunEvent, Task } from "../../server/domain/types.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { add, claim, complete, succeeded } from "./conformance-writes.ts";

const LEASE_END = NOON + 6_000;
const run = async (store: Store, id: string): Promise<Run> => (await store.runsById([id])).get(id) as Run;
const children = async (store: Store, id: string): Promise<Run[]> => (await store.childRuns([id])).get(id) ?? [];
const events = async (store: Store, id: string) =>
  (await store.eventsAfter(0, 10_000))
    .filter((event): event is RunEvent => event.kind === "RUN" && event.runId === id)
    .map(({ type, sequence }) => `${sequence} ${type}`);

const ON = ["SUCCESS", "FAILURE", "ANY"] as const;

/** A task that others follow on each kind of end, with a run that has started. */
async function followed(store: Store, changes: Partial<Task> = {}) {
  const tasks = new Map<string, FollowUp["on"]>();
  for (const on of ON) {
    const task = aTask({ name: `on ${on}` });
    await add(store, task);
    tasks.set(task.id, on);
  }
  const followUps = [...tasks].map(([taskId, on]): FollowUp => ({ on, taskId, payload: "RESULT" }));
  const task = aTask({ name: "first", followUps, ...changes });
  const [id, next] = await add(store, task, NOON, NOON + 1_000);
  const [started] = await claim(store, NOON);
  const made = async () => {
    const ends = (await children(store, id as string)).map((each) => tasks.get(each.taskId) as string);
    return ends.toSorted((a, b) => a.localeCompare(b));
  };
  return { task, id: id as string, next: next as string, started: started as NonNullable<typeof started>, made };
}

type Started = Awaited<ReturnType<typeof followed>>;
const ERROR = { code: "BROKEN", message: "It broke." };
const failing = { state: "FAILED", outcome: "FAILED", event: "FAILED", error: ERROR, result: null } as const;
const cancelling = { state: "CANCELLED", outcome: "CANCELLED", event: "CANCELLED", error: ERROR } as const;

const lose = (store: Store, { id }: Started, state: "FAILED" | "CANCELLED") =>
  store.write((tx) =>
    tx.recoverLost(LEASE_END, [
      { id, state, dueAt: null, finishedAt: LEASE_END, why: "lost", late: false, event: state, error: ERROR },
    ]),
  );

/** Every way in which a run that has started can end. */
const ENDS: [string, Partial<Task>, string[], (store: Store, given: Started) => Promise<unknown>][] = [
  ["a success", {}, ["ANY", "SUCCESS"], (store, { started }) => complete(store, succeeded(started, NOON))],
  [
    "a failure",
    {},
    ["ANY", "FAILURE"],
    (store, { started }) => complete(store, { ...succeeded(started, NOON), ...failing }),
  ],
  [
    "a cancellation",
    {},
    ["ANY"],
    (store, { started }) => complete(store, { ...succeeded(started, NOON), ...cancelling }),
  ],
  [
    "a failure to be retried, cancelled meanwhile",
    {},
    ["ANY"],
    async (store, { started, id }) => {
      await store.write((tx) => tx.requestCancel(NOON, id, "enough"));
      const again = {
        state: "RETRYING",
        outcome: "FAILED",
        event: "RETRY_PLANNED",
        dueAt: NOON + 9,
        error: ERROR,
      } as const;
      await complete(store, { ...succeeded(started, NOON), ...again });
    },
  ],
  [
    "a cancellation between attempts",
    {},
    ["ANY"],
    async (store, { started, id }) => {
      const again = {
        state: "RETRYING",
        outcome: "FAILED",
        event: "RETRY_PLANNED",
        dueAt: NOON + 9,
        error: ERROR,
      } as const;
      await complete(store, { ...succeeded(started, NOON), ...again });
      const end = { state: "CANCELLED", dueAt: null, finishedAt: NOON, why: "enough", late: false } as const;
      await store.write((tx) => tx.changeRuns(NOON, [{ id, ...end, event: "CANCELLED" }]));
    },
  ],
  ["a loss that is not retried", {}, ["ANY", "FAILURE"], (store, given) => lose(store, given, "FAILED")],
  ["a loss while it was being cancelled", {}, ["ANY"], (store, given) => lose(store, given, "CANCELLED")],
  [
    "a later occurrence that ends it",
    { overlapPolicy: "TERMINATE_RUNNING" },
    ["ANY"],
    (store) =>
      claim(store, NOON + 1_000, "one", { HTTP: 0, MODULE: 0, SHELL: 0 }).then(() => claim(store, NOON + 1_000)),
  ],
];

export function ends(open: () => Store): void {
  it.each(ENDS)("makes the follow-ups of %s, once", async (_, changes, expected, end) => {
    const store = open();
    const given = await followed(store, changes);
    expect(await given.made()).toEqual([]);
    await end(store, given);
    expect(await given.made()).toEqual(expected);
    // A result that comes too late makes nothing.
    await complete(store, succeeded(given.started, NOON + 2_000));
    expect(await given.made()).toEqual(expected);
    expect(await events(store, given.id)).toContainEqual(expect.stringMatching(/LATE_RESULT_IGNORED$/));
  });

  it("makes no follow-up of a run that never started, nor of an attempt that is repeated", async () => {
    const store = open();
    const { id, next, started } = await followed(store);
    const move = { dueAt: null, finishedAt: NOON, why: "said", late: false } as const;
    const again = {
      state: "RETRYING",
      outcome: "FAILED",
      event: "RETRY_PLANNED",
      dueAt: NOON + 9,
      error: ERROR,
    } as const;
    await complete(store, { ...succeeded(started, NOON), ...again });
    await store.write((tx) => tx.changeRuns(NOON, [{ id: next, state: "CANCELLED", ...move, event: "CANCELLED" }]));
    expect([...(await store.childRuns([id, next]))]).toEqual([]);
  });

  it("writes a follow-up with the end or not at all, and gives it what the run came to", async () => {
    const store = open();
    const { id, task, started } = await followed(store);
    const report = { instanceId: "one", at: NOON, lines: [], progress: [], completions: [succeeded(started, NOON)] };
    const broken = store.write(async (tx) => {
      await tx.report(report);
      throw new Error("in the middle");
    });
    await expect(broken).rejects.toThrow("in the middle");
    expect(await children(store, id)).toEqual([]);
    await store.write((tx) => tx.report(report));
    const [child] = await children(store, id);
    expect(child).toMatchObject({ trigger: "FOLLOW_UP", state: "QUEUED", parentRunId: id, dueAt: NOON });
    const payload = (await store.runContents([child?.id as string])).get(child?.id as string)?.payload;
    expect(payload).toEqual({
      run: {
        id,
        task: { id: task.id, name: "first" },
        state: "SUCCEEDED",
        scheduledFor: new Date(NOON).toISOString(),
        attempt: 1,
      },
      result: { ok: true },
      resultTruncated: false,
      error: null,
    });
  });

  it.each([
    ["paused", { state: "PAUSED" as const }],
    ["deleted", { deletedAt: NOON }],
  ])("records a follow-up whose task is %s as skipped, with the reason", async (word, changes) => {
    const store = open();
    const after = aTask({ name: "after" });
    await add(store, after);
    await store.write((tx) => tx.saveTask({ ...after, ...changes }, "UPDATED"));
    const followUps: FollowUp[] = [{ on: "ANY", taskId: after.id, payload: "OWN" }];
    const [id] = await add(store, aTask({ name: "first", followUps }), NOON);
    for (const each of await claim(store, NOON)) await complete(store, succeeded(each, NOON));
    expect(await children(store, id as string)).toMatchObject([
      { state: "SKIPPED", hasPayload: false, why: expect.stringMatching(new RegExp(`"first".*${word}`)) },
    ]);
  });

  it("lists as dead letters what failed for good, until it is done again or dismissed", async () => {
    const store = open();
    const task = aTask({ overlapPolicy: "ALLOW" });
    const ids = await add(store, task, NOON, NOON + 1, NOON + 2, NOON + 3);
    for (const each of await claim(store, NOON + 3)) {
      const good = each.run.id === ids[3];
      await complete(store, good ? succeeded(each, NOON + 4) : { ...succeeded(each, NOON + 4), ...failing });
    }
    const order = { field: "SCHEDULED_FOR", direction: "ASC" } as const;
    const page = { limit: 10, from: null, direction: "forward" } as const;
    const listed = async (deadLetter: boolean) =>
      (await store.runs({ deadLetter }, order, page)).items.map(({ item }) => item.id);
    expect(await listed(true)).toEqual(ids.slice(0, 3));
    expect(await listed(false)).toEqual([ids[3]]);
    expect((await store.overview(NOON)).deadLetters).toBe(3);
    const all = { ids: null, living: true };
    const first = await store.write((tx) => tx.deadLetters({}, all, 1));
    expect([first.total, first.runs.map(({ id }) => id)]).toEqual([3, [ids[0]]]);
    const again = aRun(task, NOON, { trigger: "REDRIVE", state: "QUEUED", redriveOfRunId: ids[0] as string });
    await store.write(async (tx) => {
      await tx.insertRuns(NOON + 5, [again]);
      await tx.linkRedriven(NOON + 5, [{ from: ids[0] as string, to: again.id, copy: false }]);
      await tx.dismissRuns(NOON + 5, [ids[1] as string, ids[3] as string], "by hand");
    });
    expect(await listed(true)).toEqual([ids[2]]);
    expect((await store.overview(NOON)).deadLetters).toBe(1);
    expect(await run(store, ids[0] as string)).toMatchObject({ state: "FAILED", redrivenByRunId: again.id });
    expect(await run(store, ids[1] as string)).toMatchObject({ dismissedAt: NOON + 5, dismissReason: "by hand" });
    expect(await run(store, ids[3] as string)).toMatchObject({ dismissedAt: null });
    expect((await events(store, ids[0] as string)).at(-1)).toBe("4 REDRIVEN");
    expect((await events(store, ids[1] as string)).at(-1)).toBe("4 DISMISSED");
    await store.write((tx) => tx.saveTask({ ...task, deletedAt: NOON }, "DELETED"));
    expect((await store.write((tx) => tx.deadLetters({}, all, 10))).total).toBe(0);
    expect((await store.write((tx) => tx.deadLetters({}, { ...all, living: false }, 10))).total).toBe(1);
  });
}
