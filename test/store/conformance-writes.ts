// What every store must do when it is written to: one suite, run on each database.
import { expect, it } from "vitest";
import type { Claimed, Completion, Store } from "../../server/domain/ports.ts";
import type { Event, RunEvent, Task } from "../../server/domain/types.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";

export const SLOTS = { HTTP: 10, MODULE: 10, SHELL: 10 };

export async function add(store: Store, task: Task, ...instants: number[]): Promise<string[]> {
  return store.write(async (tx) => {
    await tx.insertTask(task);
    const runs = await tx.insertRuns(
      NOON,
      instants.map((at) => aRun(task, at)),
    );
    return runs.map((run) => run.id);
  });
}

export const claim = (store: Store, now: number, instanceId = "one", slots = SLOTS): Promise<Claimed[]> =>
  store
    .write((tx) => tx.claim({ instanceId, now, leaseUntil: now + 6_000, slots }))
    .then(({ claimed }) => [...claimed]);

export const succeeded = ({ run }: Claimed, at: number): Completion => ({
  runId: run.id,
  attempt: run.attempt,
  at,
  outcome: "SUCCEEDED",
  error: null,
  state: "SUCCEEDED",
  dueAt: null,
  why: null,
  event: "SUCCEEDED",
  result: '{"ok":true}',
  resultTruncated: false,
});

export const complete = (store: Store, completion: Completion, instanceId = "one") =>
  store.write((tx) => tx.report({ instanceId, at: completion.at, lines: [], progress: [], completions: [completion] }));

const all = (store: Store): Promise<Event[]> => store.eventsAfter(0, 10_000);
const typesOf = async (store: Store, runId: string) =>
  (await all(store))
    .filter((event): event is RunEvent => event.kind === "RUN" && event.runId === runId)
    .map((event) => event.type);

export function writes(open: () => Store): void {
  it("writes a change and its event together, or neither", async () => {
    const store = open();
    const task = aTask({ name: "atomic" });
    const broken = store.write(async (tx) => {
      await tx.insertTask(task);
      await tx.insertRuns(NOON, [aRun(task, NOON + 1_000)]);
      throw new Error("in the middle");
    });
    await expect(broken).rejects.toThrow("in the middle");
    expect(await store.tasksById([task.id])).toEqual(new Map());
    expect(await all(store)).toEqual([]);
    await add(store, task, NOON + 1_000);
    expect((await all(store)).map((event) => `${event.kind} ${event.type}`)).toEqual(["TASK CREATED", "RUN CREATED"]);
  });

  it("tells a commit with its events, and only after it can be read", async () => {
    const store = open();
    const heard: Promise<boolean>[] = [];
    const stop = store.onCommit(({ events }) => {
      heard.push(
        store
          .eventsAfter(0, 100)
          .then((read) => events.every((event) => read.some((row) => row.cursor === event.cursor))),
      );
    });
    await add(store, aTask(), NOON + 1_000);
    await store.write((tx) => tx.tasksToPlan(NOON, 10));
    stop();
    await add(store, aTask());
    expect(await Promise.all(heard)).toEqual([true]);
  });

  it("keeps one run for an occurrence, whoever plans it and however often", async () => {
    const store = open();
    const task = aTask();
    await add(store, task, NOON + 1_000);
    const again = await Promise.all(
      Array.from({ length: 5 }, () =>
        store.write((tx) => tx.insertRuns(NOON, [aRun(task, NOON + 1_000), aRun(task, NOON + 2_000)])),
      ),
    );
    expect(again.flat()).toHaveLength(1);
    expect((await store.tasksById([task.id])).get(task.id)?.nextRunAt).toBe(NOON + 1_000);
  });

  it("refuses a name that a living task has, ignoring case, and frees it with the task", async () => {
    const store = open();
    const first = aTask({ name: "Backup Ä" });
    await add(store, first);
    const second = aTask({ name: "backup ä" });
    expect(await store.write((tx) => tx.insertTask(second))).toBe(false);
    await store.write((tx) => tx.saveTask({ ...first, deletedAt: NOON }, "DELETED"));
    expect(await store.write((tx) => tx.insertTask(second))).toBe(true);
    const third = aTask({ name: "other" });
    await add(store, third);
    expect(await store.write((tx) => tx.saveTask({ ...third, name: "BACKUP Ä" }, "UPDATED"))).toBe("nameTaken");
  });

  it("gives each due run to one claimer, oldest first, and nothing before its time", async () => {
    const store = open();
    const tasks = Array.from({ length: 30 }, (_, index) => aTask({ name: `t${index}` }));
    for (const [index, task] of tasks.entries()) await add(store, task, NOON + index);
    expect(await claim(store, NOON - 1)).toEqual([]);
    const claims = await Promise.all(["a", "b", "c", "d", "e"].map((id) => claim(store, NOON + 24, id)));
    const ids = claims.flat().map(({ run }) => run.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(25);
    expect(claims[0]?.map(({ run }) => run.scheduledFor)).toEqual(
      Array.from({ length: 10 }, (_, index) => NOON + index),
    );
  });

  it("takes no more than the free slots of a lane, and says of the rest that it waits", async () => {
    const store = open();
    for (let index = 0; index < 5; index++) await add(store, aTask({ name: `m${index}` }), NOON);
    const http = aTask({
      name: "h",
      target: { kind: "HTTP", url: "http://localhost/", method: "GET", headers: [], body: null, expectedStatus: [] },
    });
    await add(store, http, NOON);
    const first = await claim(store, NOON, "one", { HTTP: 5, MODULE: 2, SHELL: 2 });
    expect(first.map(({ task }) => task.target.kind).sort()).toEqual(["HTTP", "MODULE", "MODULE"]);
    expect(await claim(store, NOON + 5, "one", { HTTP: 0, MODULE: 0, SHELL: 0 })).toEqual([]);
    const waiting = await store.runs(
      { state: ["QUEUED"] },
      { field: "SCHEDULED_FOR", direction: "ASC" },
      { limit: 10, from: null, direction: "forward" },
    );
    expect(waiting.items.map(({ item }) => item.why)).toEqual(Array(3).fill("Due, and waiting for a free slot."));
    expect(await claim(store, NOON + 60_000, "one", { HTTP: 5, MODULE: 5, SHELL: 5 })).toHaveLength(3);
  });

  it("leaves occurrences that are long overdue to the scheduler", async () => {
    const store = open();
    await add(store, aTask(), NOON);
    expect(await claim(store, NOON + 10_000)).toEqual([]);
    expect((await store.write((tx) => tx.tasksOverdue(NOON, 10))).length).toBe(1);
  });

  it("records an overlap as SKIPPED with the run in the way, also within one batch", async () => {
    const store = open();
    const task = aTask();
    const [first, second, third] = await add(store, task, NOON, NOON + 1, NOON + 1_000);
    expect((await claim(store, NOON + 1)).map(({ run }) => run.id)).toEqual([first]);
    await claim(store, NOON + 1_000);
    const runs = await store.runsById([second as string, third as string]);
    for (const run of runs.values()) {
      expect(run).toMatchObject({ state: "SKIPPED", blockedByRunId: first, finishedAt: expect.any(Number) });
      expect(run.why).toContain("overlap policy is SKIP");
    }
    expect(await typesOf(store, second as string)).toEqual(["CREATED", "SKIPPED"]);
  });

  it("lets overlapping runs go where the task allows it, and a queued run wait where it does not", async () => {
    const store = open();
    const free = aTask({ overlapPolicy: "ALLOW" });
    await add(store, free, NOON, NOON + 1);
    expect(await claim(store, NOON + 1)).toHaveLength(2);
    const guarded = aTask();
    await add(store, guarded, NOON + 2);
    const [going] = await claim(store, NOON + 2);
    await store.write((tx) =>
      tx.insertRuns(NOON + 3, [aRun(guarded, NOON + 3, { trigger: "MANUAL", state: "QUEUED" })]),
    );
    expect(await claim(store, NOON + 4)).toEqual([]);
    await complete(store, succeeded(going as Claimed, NOON + 5));
    expect(await claim(store, NOON + 6)).toHaveLength(1);
  });

  it("commits the start, its attempt and its event before the claim is answered", async () => {
    const store = open();
    const [id] = await add(store, aTask(), NOON);
    await claim(store, NOON + 3);
    const run = (await store.runsById([id as string])).get(id as string);
    expect(run).toMatchObject({
      state: "RUNNING",
      attempt: 1,
      startedAt: NOON + 3,
      dueAt: null,
      instanceId: "one",
      late: false,
    });
    const attempts = await store.attempts(id as string, { limit: 10, from: null, direction: "forward" });
    expect(attempts.items.map(({ item }) => item)).toEqual([
      {
        runId: id,
        number: 1,
        startedAt: NOON + 3,
        finishedAt: null,
        outcome: null,
        fallback: false,
        outputTail: null,
        error: null,
        instanceId: "one",
      },
    ]);
  });

  it("starts and ends hundreds at once: each with its attempt, its events in the order of their cursors, none left out", async () => {
    const store = open();
    const many = 450;
    const task = aTask({ overlapPolicy: "ALLOW" });
    await add(store, task, ...Array.from({ length: many }, (_, index) => NOON - many + index));
    const told: number[] = [];
    const stop = store.onCommit(({ events }) => void told.push(...events.map(({ cursor }) => cursor)));
    const claimed = await claim(store, NOON, "one", { HTTP: 0, MODULE: many, SHELL: 0 });
    expect(claimed.map(({ run }) => run.scheduledFor)).toEqual(
      Array.from({ length: many }, (_, index) => NOON - many + index),
    );
    const completions = claimed.map((each) => succeeded(each, NOON + 1));
    // Of two somebody else says how they ended.
    for (const index of [3, 333]) completions[index] = { ...(completions[index] as Completion), attempt: 7 };
    await store.write((tx) => tx.report({ instanceId: "one", at: NOON + 1, lines: [], progress: [], completions }));
    stop();
    const events = await all(store);
    const first = (events[0] as Event).cursor;
    expect(events.map(({ cursor }) => cursor - first)).toEqual(events.map((_, index) => index));
    expect(told).toEqual(events.slice(-told.length).map(({ cursor }) => cursor));
    const of = (type: Event["type"]) => events.filter((event) => event.type === type);
    expect(of("STARTED").map((event) => event.kind === "RUN" && event.runId)).toEqual(claimed.map(({ run }) => run.id));
    expect(of("SUCCEEDED")).toHaveLength(many - 2);
    expect(of("LATE_RESULT_IGNORED")).toHaveLength(2);
    expect(events).toHaveLength(1 + many + 2 * many);
    const ended = await store.runsById(claimed.map(({ run }) => run.id));
    for (const [index, { run }] of claimed.entries()) {
      expect(ended.get(run.id)?.state).toBe(index === 3 || index === 333 ? "RUNNING" : "SUCCEEDED");
      if (index % 50 === 0) expect(await typesOf(store, run.id)).toEqual(["CREATED", "STARTED", "SUCCEEDED"]);
    }
  });
}
