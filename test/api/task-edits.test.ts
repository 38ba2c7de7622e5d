import { describe, expect, it } from "vitest";
import { connect, data, subscribe } from "../support/client.ts";
import { until } from "../support/wait.ts";
import {
  createTask,
  done,
  ECHO,
  eventCursor,
  finished,
  IN_2099,
  mutate,
  RUN,
  readRun,
  readTask,
  startAtNoon,
  taskInput,
  useSharedApp,
} from "./support.ts";

const app = useSharedApp();
const url = () => app().url;

describe("an edit", () => {
  it.each([
    ["name", { name: "renamed" }, { name: "renamed" }],
    ["description", { description: "new" }, { description: "new" }],
    [
      "schedule",
      { schedule: { once: { at: "2098-01-01T00:00:00Z" } } },
      { schedule: { at: "2098-01-01T00:00:00.000Z" }, nextRunAt: "2098-01-01T00:00:00.000Z" },
    ],
    [
      "target",
      { target: { http: { url: "http://example.com/" } } },
      { target: { __typename: "HttpTarget", url: "http://example.com/" } },
    ],
    ["payload", { payload: [2] }, { payload: [2] }],
    [
      "retry policy",
      { retry: { maxAttempts: 7 } },
      { retry: { maxAttempts: 7, initialDelay: "PT5S", maxDelay: "PT10M", factor: 2, jitter: true } },
    ],
    ["timeout", { timeout: "PT1H" }, { timeout: "PT1H" }],
    ["overlap policy", { overlapPolicy: "ALLOW" }, { overlapPolicy: "ALLOW" }],
    ["missed-run policy", { missedRunPolicy: "SKIP" }, { missedRunPolicy: "SKIP" }],
    ["catch-up window", { catchUpWindow: "PT1M" }, { catchUpWindow: "PT1M" }],
    ["crash policy", { onCrash: "FAIL" }, { onCrash: "FAIL" }],
    ["nothing", {}, {}],
  ])("of the %s changes that alone and counts the version up", async (_, changes, expected) => {
    const task = await createTask(url(), { description: "old", payload: [1], retry: { maxAttempts: 2 } });
    const edited = await done(url(), "updateTask", { id: task.id, version: 1, ...changes });
    expect(edited).toMatchObject({ ...task, version: 2, updatedAt: edited.updatedAt, ...expected });
    expect(edited.updatedAt >= task.updatedAt).toBe(true);
    expect(await readTask(url(), task.id)).toEqual(edited);
    await done(url(), "deleteTask", { id: task.id });
  });

  it("to null removes a description and a payload, and leaves alone what cannot be nothing", async () => {
    const task = await createTask(url(), { description: "old", payload: [1] });
    const nothing = {
      description: null,
      payload: null,
      name: null,
      schedule: null,
      target: null,
      retry: null,
      timeout: null,
      onCrash: null,
    };
    const edited = await done(url(), "updateTask", { id: task.id, version: 1, ...nothing });
    expect(edited).toEqual({ ...task, description: null, payload: null, version: 2, updatedAt: edited.updatedAt });
  });

  it("of what has changed meanwhile is refused whole; of twenty at the same time one wins", async () => {
    const { id } = await createTask(url());
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => mutate(url(), "updateTask", { id, version: 1, description: `edit ${i}` })),
    );
    const won = answers.filter(({ task }) => task !== null);
    expect(won).toHaveLength(1);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map((error: { code: string }) => error.code));
    expect(codes).toEqual(Array(19).fill("CONFLICT"));
    expect(await readTask(url(), id)).toEqual(won[0].task);
  });

  it("of a completed task's words keeps it completed, also when its old schedule is sent along", async () => {
    const at = new Date(Date.now() + 300).toISOString();
    const { id } = await createTask(url(), { schedule: { once: { at } } });
    await until("it is completed", async () => (await readTask(url(), id, "state")).state === "COMPLETED");
    expect(await done(url(), "updateTask", { id, version: 1, description: "it was done" })).toMatchObject({
      state: "COMPLETED",
    });
    expect(
      await done(url(), "updateTask", { id, version: 2, description: "again", schedule: { once: { at } } }),
    ).toMatchObject({ state: "COMPLETED", description: "again" });
  });
});

describe("an edit governs what has not started", () => {
  const TYPES =
    "subscription ($after: Cursor) { runEvents(after: $after) { type sequence run { id scheduledFor state maxAttempts } } }";

  it("a new schedule takes the planned occurrences back, with an event for each, and plans its own", async () => {
    const { url } = await startAtNoon();
    const task = await createTask(url, { schedule: { every: { interval: "PT20S" } } });
    const planned = (await readTask(url, task.id, `runs { nodes { id scheduledFor } }`)).runs.nodes;
    expect(planned).toHaveLength(3);
    const after = await eventCursor(url);
    const edited = await done(url, "updateTask", {
      id: task.id,
      version: 1,
      schedule: { every: { interval: "PT7S", anchor: "2026-06-01T12:00:00Z" } },
    });
    expect(edited.nextRunAt).toBe("2026-06-01T12:00:07.000Z");
    const watched = subscribe(connect(url), TYPES, { after });
    await until("all events came", () => watched.events.length === 11);
    const withdrawn = watched.events.filter((event) => event.type === "WITHDRAWN");
    expect(new Set(withdrawn.map((event) => event.run.id))).toEqual(
      new Set(planned.map((run: { id: string }) => run.id)),
    );
    expect(withdrawn.map((event) => event.sequence)).toEqual([2, 2, 2]);
    for (const { id } of planned) expect(await readRun(url, id, "id")).toBeNull();
    const { runs } = await readTask(
      url,
      task.id,
      "runs(orderBy: { field: SCHEDULED_FOR, direction: ASC }) { nodes { scheduledFor } }",
    );
    expect(runs.nodes.map((run: { scheduledFor: string }) => run.scheduledFor.slice(17, 19))).toEqual([
      "07",
      "14",
      "21",
      "28",
      "35",
      "42",
      "49",
      "56",
    ]);
    watched.stop();
  });

  it("the same schedule sent again, or other words, leave the plan alone", async () => {
    const { url } = await startAtNoon();
    const schedule = { every: { interval: "PT20S", anchor: "2026-06-01T12:00:00Z" } };
    const { id } = await createTask(url, { schedule });
    const plan = await readTask(url, id, "runs { nodes { id } }");
    await done(url, "updateTask", { id, version: 1, schedule, name: "renamed", timeout: "PT1M" });
    expect(await readTask(url, id, "runs { nodes { id } }")).toEqual(plan);
  });

  it("a new target and payload are what a planned run uses", async () => {
    const at = new Date(Date.now() + 1_000).toISOString();
    const { id } = await createTask(url(), {
      schedule: { once: { at } },
      target: { module: { name: "throws" } },
      payload: "old",
      retry: { maxAttempts: 1 },
    });
    await done(url(), "updateTask", { id, version: 1, target: ECHO, payload: "new" });
    const { runs } = await readTask(url(), id, "runs { nodes { id } }");
    expect(await finished(url(), runs.nodes[0].id)).toMatchObject({ state: "SUCCEEDED", result: { payload: "new" } });
  });

  it("a changed number of attempts of a planned run is told by an event, as every change is", async () => {
    const { url } = await startAtNoon();
    const { id } = await createTask(url);
    await done(url, "updateTask", { id, version: 1, retry: { maxAttempts: 9 } });
    const { runs } = await readTask(url, id, "runs { nodes { id maxAttempts } }");
    expect(runs.nodes).toMatchObject([{ maxAttempts: 9 }]);
    const watched = subscribe(connect(url), TYPES, { after: Buffer.from('["e",0]').toString("base64url") });
    const newest = await until("the events came", () => watched.events.length > 0 && watched.events.at(-1));
    expect(newest.run).toMatchObject(runs.nodes[0]);
    watched.stop();
  });

  it("a pause or a deletion takes back what is planned and not yet due", async () => {
    const { url } = await startAtNoon();
    for (const name of ["pauseTask", "deleteTask"]) {
      const { id } = await createTask(url, { schedule: { every: { interval: "PT20S" } } });
      await done(url, name, { id });
      const { runs } = await data(url, "query ($id: [ID!]) { runs(filter: { taskId: $id }) { totalCount } }", {
        id: [id],
      });
      expect(runs.totalCount).toBe(0);
    }
  });

  it("a schedule edited during a pause records what the old one had until then", async () => {
    const { url, clock } = await startAtNoon();
    const { id } = await createTask(url, { schedule: { every: { interval: "PT1M" } } });
    await done(url, "pauseTask", { id });
    clock.jump(120_000);
    expect(
      await done(url, "updateTask", {
        id,
        version: 2,
        schedule: { every: { interval: "PT1H", anchor: "2026-06-01T12:30:00Z" } },
      }),
    ).toMatchObject({ state: "PAUSED", nextRunAt: null });
    clock.jump(3_600_000);
    await done(url, "resumeTask", { id });
    const { runs } = await readTask(
      url,
      id,
      `runs(orderBy: { field: SCHEDULED_FOR, direction: ASC }) { nodes { ${RUN} } }`,
    );
    expect(runs.nodes.map((run: { scheduledFor: string; state: string }) => `${run.scheduledFor.slice(11, 16)} ${run.state}`)).toEqual([
      "12:01 SKIPPED", "12:02 SKIPPED", "12:30 SKIPPED", "13:30 SCHEDULED",
    ]); // biome-ignore format: one row
  });
});

describe("an idempotency key", () => {
  it("gives the same task for the same input, in any order of fields, and refuses another input", async () => {
    const input = taskInput({ idempotencyKey: "create 1", payload: { a: 1, b: [2] } });
    const first = await done(url(), "createTask", input);
    const turned = {
      ...Object.fromEntries(Object.entries(input).reverse()),
      payload: { b: [2], a: 1 },
      timeout: "PT5M",
    };
    expect(await done(url(), "createTask", turned)).toEqual(first);
    const other = await mutate(url(), "createTask", { ...input, payload: { a: 2 } });
    expect(other).toMatchObject({
      task: null,
      userErrors: [
        { code: "IDEMPOTENCY_CONFLICT", field: ["idempotencyKey"], message: expect.stringContaining("create 1") },
      ],
    });
    expect(await mutate(url(), "triggerTask", { id: first.id, idempotencyKey: "create 1" })).toMatchObject({
      run: null,
      userErrors: [{ code: "IDEMPOTENCY_CONFLICT" }],
    });
  });

  it("makes one task of twenty calls at the same time", async () => {
    const input = taskInput({ idempotencyKey: "create 2", schedule: { every: { interval: "PT1H" } } });
    const tasks = await Promise.all(Array.from({ length: 20 }, () => done(url(), "createTask", input)));
    expect(new Set(tasks.map((task) => task.id)).size).toBe(1);
  });

  it("is not used up by a refused call", async () => {
    const input = taskInput({ idempotencyKey: "create 3" });
    expect((await mutate(url(), "createTask", { ...input, name: "" })).userErrors).toHaveLength(1);
    expect(await done(url(), "createTask", input)).toMatchObject({ version: 1 });
  });

  it("gives the same run for the same trigger, and refuses another payload", async () => {
    const { id } = await createTask(url());
    const runs = await Promise.all(
      Array.from({ length: 10 }, () => done(url(), "triggerTask", { id, payload: null, idempotencyKey: "trigger 1" })),
    );
    expect(new Set(runs.map((run) => run.id)).size).toBe(1);
    for (const payload of [undefined, 0]) {
      expect(
        (await mutate(url(), "triggerTask", { id, payload, idempotencyKey: "trigger 1" })).userErrors,
      ).toMatchObject([{ code: "IDEMPOTENCY_CONFLICT" }]);
    }
    expect(await readTask(url(), id, "runs(filter: { trigger: [MANUAL] }) { totalCount }")).toEqual({
      runs: { totalCount: 1 },
    });
  });

  it("is free again after 24 hours, and answers for a past instant until then", async () => {
    const { url, clock } = await startAtNoon();
    const input = taskInput({ idempotencyKey: "one day", schedule: { once: { at: "2026-06-01T12:00:10Z" } } });
    const first = await done(url, "createTask", input);
    clock.jump(86_399_000);
    expect((await done(url, "createTask", input)).id).toBe(first.id);
    clock.jump(2_000);
    expect((await mutate(url, "createTask", input)).userErrors).toMatchObject([{ code: "DATE_IN_PAST" }]);
    expect((await done(url, "createTask", { ...input, name: "another", schedule: IN_2099 })).id).not.toBe(first.id);
  });
});
