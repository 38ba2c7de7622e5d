import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { createTask, done, finished, mutate, readRun, readTask, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const now = () => new Date().toISOString();

describe("a new task", () => {
  it("has the defaults that the schema promises, and nothing that was not said", async () => {
    const before = now();
    const task = await createTask(url(), { name: "  plain  " });
    expect(task).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      name: "plain",
      description: null,
      state: "ACTIVE",
      version: 1,
      schedule: {
        __typename: "OnceSchedule",
        description: expect.any(String),
        at: "2099-01-01T00:00:00.000Z",
        onceZone: null,
      },
      target: { __typename: "ModuleTarget", summary: "module echo", name: "echo" },
      payload: null,
      retry: {
        maxAttempts: 3,
        initialDelay: "PT5S",
        maxDelay: "PT10M",
        factor: 2,
        jitter: true,
        backoff: "EXPONENTIAL",
        delays: [],
        maxAge: null,
        honorRetryAfter: true,
        rules: [],
      },
      timeout: "PT5M",
      overlapPolicy: "SKIP",
      missedRunPolicy: "LAST",
      catchUpWindow: "P1D",
      onCrash: "RETRY",
      pauseReason: null,
      pausedAt: null,
      nextRunAt: "2099-01-01T00:00:00.000Z",
      createdAt: task.updatedAt,
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      deletedAt: null,
    });
    expect(task.createdAt >= before && task.createdAt <= now()).toBe(true);
    expect(await readTask(url(), task.id)).toEqual(task);
  });

  it("keeps all that is said about it", async () => {
    const said = {
      name: "everything",
      description: "Line one\nLine two",
      payload: { list: [1, null, "ü"], nested: { deep: true } },
      retry: { maxAttempts: 1, initialDelay: "PT0S", maxDelay: "P7D", factor: 1.5, jitter: false },
      timeout: "P1D",
      overlapPolicy: "ALLOW",
      missedRunPolicy: "ALL",
      catchUpWindow: "P366D",
      onCrash: "FAIL",
    };
    expect(await createTask(url(), said)).toMatchObject(said);
  });

  it("may follow a cron expression in a zone", async () => {
    const task = await createTask(url(), {
      schedule: { cron: { expression: " 30  2 * * MON-FRI ", timezone: "europe/berlin" } },
    });
    expect(task.schedule).toEqual({
      __typename: "CronSchedule",
      description: expect.stringMatching(/02:30/),
      expression: "30 2 * * MON-FRI",
      timezone: "Europe/Berlin",
    });
    const berlin = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", timeStyle: "short" });
    expect(berlin.format(new Date(task.nextRunAt))).toBe("02:30");
    expect((await createTask(url(), { schedule: { cron: { expression: "@daily" } } })).schedule).toMatchObject({
      expression: "@daily",
      timezone: "UTC",
    });
  });

  it("may run once, given with an offset or on the clock of a zone", async () => {
    const byOffset = await createTask(url(), {
      schedule: { once: { at: "2098-07-01T12:00:00.1239+02:00", timezone: "Asia/Tokyo" } },
    });
    expect(byOffset).toMatchObject({
      schedule: { at: "2098-07-01T10:00:00.123Z", onceZone: "Asia/Tokyo" },
      nextRunAt: "2098-07-01T10:00:00.123Z",
    });
    const byClock = await createTask(url(), {
      schedule: { once: { local: "2028-07-01T12:00", timezone: "Europe/Berlin" } },
    });
    expect(byClock.schedule).toMatchObject({ at: "2028-07-01T10:00:00.000Z", onceZone: "Europe/Berlin" });
  });

  it("may run a length of time apart, from an anchor or from now", async () => {
    const anchored = await createTask(url(), {
      schedule: { every: { interval: "P1DT12H", anchor: "2020-01-01T00:00:00+01:00" } },
    });
    expect(anchored.schedule).toEqual({
      __typename: "EverySchedule",
      description: expect.any(String),
      interval: "P1DT12H",
      anchor: "2019-12-31T23:00:00.000Z",
    });
    expect((Date.parse(anchored.nextRunAt) - Date.parse("2019-12-31T23:00:00Z")) % (36 * 3_600_000)).toBe(0);
    const free = await createTask(url(), { schedule: { every: { interval: "PT90M" } } });
    expect(free.schedule).toMatchObject({ interval: "PT1H30M", anchor: expect.stringMatching(/\.000Z$/) });
    expect(Date.parse(free.nextRunAt) - Date.parse(free.schedule.anchor)).toBe(5_400_000);
  });

  it("may send an HTTP request", async () => {
    const http = {
      url: "https://example.com/hook?a=1#b",
      method: "POST",
      headers: [
        { name: "X-Two", value: "2" },
        { name: "X-One", value: "" },
      ],
      body: "hello",
      expectedStatus: [204, 200, 204],
    };
    expect((await createTask(url(), { target: { http } })).target).toEqual({
      __typename: "HttpTarget",
      summary: "POST https://example.com/hook?a=1#b",
      ...http,
      expectedStatus: [204, 200],
      signingSecret: null,
    });
    expect((await createTask(url(), { target: { http: { url: "http://localhost:1" } } })).target).toMatchObject({
      method: "GET",
      headers: [],
      body: null,
      expectedStatus: [],
      signingSecret: null,
    });
  });

  it("may wait for its resumption", async () => {
    const task = await createTask(url(), { paused: true, schedule: { every: { interval: "PT1H" } } });
    expect(task).toMatchObject({ state: "PAUSED", pausedAt: task.createdAt, nextRunAt: null });
    expect(await readTask(url(), task.id, "upcoming { at } runs { totalCount }")).toEqual({
      upcoming: [],
      runs: { totalCount: 0 },
    });
    expect((await done(url(), "resumeTask", { id: task.id })).nextRunAt).not.toBeNull();
  });

  it("tells its next occurrences on the clock of its zone", async () => {
    const { id, nextRunAt } = await createTask(url(), {
      schedule: { cron: { expression: "0 12 * * *", timezone: "Asia/Kolkata" } },
    });
    const { upcoming, five } = await readTask(
      url(),
      id,
      "upcoming(first: 2) { at local offset note } five: upcoming { at }",
    );
    expect(upcoming[0]).toEqual({
      at: nextRunAt,
      local: expect.stringMatching(/T12:00:00$/),
      offset: "+05:30",
      note: null,
    });
    expect(Date.parse(upcoming[1].at) - Date.parse(upcoming[0].at)).toBe(86_400_000);
    expect(five).toHaveLength(5);
  });
});

describe("a name", () => {
  it("is unique whatever its case, and free again when its task is deleted", async () => {
    const first = await createTask(url(), { name: "Überprüfung" });
    const taken = { code: "ALREADY_EXISTS", field: ["name"], message: expect.stringContaining("ÜBERPRÜFUNG") };
    expect((await mutate(url(), "createTask", taskInput({ name: "ÜBERPRÜFUNG" }))).userErrors).toEqual([taken]);
    const other = await createTask(url());
    expect((await mutate(url(), "updateTask", { id: other.id, version: 1, name: "ÜBERPRÜFUNG" })).userErrors).toEqual([
      taken,
    ]);
    expect(await readTask(url(), other.id)).toEqual(other);
    expect(await done(url(), "updateTask", { id: first.id, version: 1, name: "überprüfung" })).toMatchObject({
      name: "überprüfung",
    });
    await done(url(), "deleteTask", { id: first.id });
    expect(await createTask(url(), { name: "ÜBERPRÜFUNG" })).toMatchObject({ version: 1 });
  });

  it("goes to one only when many ask for it at the same time", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        mutate(url(), "createTask", taskInput({ name: i % 2 ? "contested" : "CONTESTED" })),
      ),
    );
    expect(answers.filter(({ task }) => task !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map((error: { code: string }) => error.code))).toEqual(
      Array(19).fill("ALREADY_EXISTS"),
    );
  });
});

describe("a deleted task", () => {
  it("is still read by its id, listed nowhere, and its history is kept", async () => {
    const { id, name } = await createTask(url(), { name: "to be deleted" });
    const run = await done(url(), "triggerTask", { id });
    await finished(url(), run.id);
    const deleted = await done(url(), "deleteTask", { id, version: 1 });
    expect(deleted).toMatchObject({ id, name, version: 2, nextRunAt: null, deletedAt: expect.any(String) });
    expect(await readTask(url(), id)).toEqual(deleted);
    const read = await readTask(
      url(),
      id,
      "upcoming { at } lastRun { id } runs { nodes { id task { name deletedAt } } }",
    );
    expect(read).toEqual({
      upcoming: [],
      lastRun: { id: run.id },
      runs: { nodes: [{ id: run.id, task: { name, deletedAt: deleted.deletedAt } }] },
    });
    const lists = await data(
      url(),
      `{ tasks(filter: { search: "to be deleted" }) { totalCount } runs(filter: { taskId: ["${id}"] }) { totalCount } }`,
    );
    expect(lists).toEqual({ tasks: { totalCount: 0 }, runs: { totalCount: 1 } });
  });

  it("cannot be changed, triggered or deleted again", async () => {
    const { id } = await createTask(url());
    await done(url(), "deleteTask", { id });
    for (const [name, input] of [
      ["updateTask", { id, version: 2, name: "x" }],
      ["pauseTask", { id }],
      ["resumeTask", { id }],
      ["triggerTask", { id }],
      ["deleteTask", { id }],
    ] as const) {
      expect((await mutate(url(), name, input)).userErrors).toMatchObject([{ code: "NOT_FOUND", field: ["id"] }]);
    }
  });

  it("takes its waiting runs with it and lets the running one go on", async () => {
    const { id } = await createTask(url(), { target: { module: { name: "waits" } }, payload: { ms: 300 } });
    const running = await done(url(), "triggerTask", { id });
    await until("it runs", async () => (await readRun(url(), running.id)).state === "RUNNING");
    const waiting = await done(url(), "triggerTask", { id });
    await done(url(), "deleteTask", { id });
    expect(await readRun(url(), waiting.id)).toMatchObject({ state: "CANCELLED", why: "Its task was deleted." });
    expect(await finished(url(), running.id)).toMatchObject({ state: "SUCCEEDED", result: "waited" });
  });
});
