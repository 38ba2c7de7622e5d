import { describe, expect, it } from "vitest";
import { data, query } from "../support/client.ts";
import { BAD_SCHEDULES, BAD_TARGETS, BAD_TEXTS } from "./bad-tasks.ts";
import { BAD_TIMING } from "./bad-timing.ts";
import { createTask, ERRORS, eventCursor, mutate, readTask, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } ${ERRORS} } }`;
const COUNTS = "{ eventCursor tasks { totalCount } runs { totalCount } }";
const LITERAL = 'name: "x", schedule: { every: { interval: "PT1H" } }, target: { module: { name: "echo" } },';
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely
async function expectRefused(payload: any, code: string, field: string, message: RegExp): Promise<void> {
  expect("task" in payload ? payload.task : payload.run).toBeNull();
  expect(payload.userErrors).toEqual([{ code, field: field.split("."), message: expect.stringMatching(message) }]);
  expect(payload.userErrors[0].message.length).toBeLessThan(600);
}

/** Everything in this block is refused whole: no task, no run, no event. */
async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = await data(url(), COUNTS);
  await work();
  expect(await data(url(), COUNTS)).toEqual(before);
}

describe("createTask refuses, and nothing is written:", () => {
  it.each([...BAD_SCHEDULES, ...BAD_TIMING, ...BAD_TARGETS, ...BAD_TEXTS])(
    "%s",
    async (_, changes, code, field, message) => {
      await unchanged(async () =>
        expectRefused(await mutate(url(), "createTask", taskInput(changes)), code, field, message),
      );
    },
  );

  it("a key that programs fall over, sent as raw text or as a literal", async () => {
    const sent = JSON.stringify({
      query: CREATE,
      variables: { input: taskInput({ payload: { a: { "@@": { polluted: true } } } }) },
    });
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url()}/graphql`, {
      method: "POST",
      headers,
      body: sent.replace("@@", "__proto__"),
    });
    const byVariable = (await response.json()) as { data: { createTask: object } };
    await expectRefused(byVariable.data.createTask, "INVALID_PAYLOAD_KEY", "payload", /__proto__/);
    const literal = `${LITERAL} payload: { __proto__: { polluted: true } }`;
    const byLiteral = await data(url(), `mutation { createTask(input: { ${literal} }) { task { id } ${ERRORS} } }`);
    await expectRefused(byLiteral.createTask, "INVALID_PAYLOAD_KEY", "payload", /__proto__/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("a payload that no program could walk through", async () => {
    const body = JSON.stringify({ query: CREATE, variables: { input: taskInput({ payload: "@@" }) } });
    const deep = body.replace('"@@"', "[".repeat(100_000) + "]".repeat(100_000));
    const response = await fetch(`${url()}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: deep,
    });
    const { data: answer } = (await response.json()) as { data: { createTask: object } };
    await expectRefused(answer.createTask, "TOO_DEEP", "payload", /32 levels/);
  });

  it("a number that JSON does not have", async () => {
    const literal = `${LITERAL} payload: { n: 1e999 }`;
    const answer = await data(url(), `mutation { createTask(input: { ${literal} }) { task { id } ${ERRORS} } }`);
    await expectRefused(answer.createTask, "INVALID_PAYLOAD", "payload", /Infinity/);
  });

  it("everything that is wrong at once, each at its field", async () => {
    const { userErrors } = await mutate(url(), "createTask", {
      name: "",
      description: "x".repeat(2_001),
      schedule: { cron: { expression: "x", timezone: "x" } },
      target: { http: { url: "x", headers: [{ name: "", value: "" }], body: "x", expectedStatus: [1] } },
      payload: "\u0000",
      retry: { maxAttempts: 0, initialDelay: "x", maxDelay: "x", factor: 0 },
      timeout: "x",
      catchUpWindow: "x",
      idempotencyKey: " ",
    });
    expect(userErrors.map((error: { field: string[] }) => error.field.join("."))).toEqual([
      "name", "description", "schedule.cron.expression", "schedule.cron.timezone", "target.http.url", "target.http.headers.0.name",
      "target.http.body", "target.http.expectedStatus", "payload", "retry.maxAttempts", "retry.initialDelay", "retry.maxDelay",
      "retry.factor", "timeout", "catchUpWindow", "idempotencyKey",
    ]); // biome-ignore format: one paragraph
  });

  it.each([
    [
      "two schedules",
      { schedule: { once: { at: "2099-01-01T00:00:00Z" }, every: { interval: "PT1H" } } },
      /Exactly one key.*ScheduleInput/,
    ],
    ["no schedule", { schedule: {} }, /Exactly one key.*ScheduleInput/],
    ["a schedule of null", { schedule: { cron: null } }, /cron/],
    [
      "two targets",
      { target: { module: { name: "echo" }, http: { url: "http://example.com/" } } },
      /Exactly one key.*TargetInput/,
    ],
    ["no target", { target: undefined }, /target/],
    ["an unknown field", { prority: 5 }, /prority/],
    ["an unknown policy", { overlapPolicy: "QUEUE" }, /QUEUE/],
    ["null for what has a default", { timeout: null }, /timeout/],
    ["a name that is a number", { name: 7 }, /name/],
    ["a fraction of an attempt", { retry: { maxAttempts: 1.5 } }, /1\.5/],
    ["a number of attempts beyond 32 bits", { retry: { maxAttempts: 2 ** 31 } }, /2147483648/],
    ["a text as factor", { retry: { factor: "NaN" } }, /NaN/],
    ["a duration as a number", { timeout: 5_000 }, /Duration.*Example/],
    ["an instant as a number", { schedule: { once: { at: 1_700_000_000 } } }, /DateTime.*Example/],
    [
      "an endless zone",
      { schedule: { cron: { expression: "* * * * *", timezone: "x".repeat(100_000) } } },
      /^.{1,1000}$/s,
    ],
  ])("with a top-level BAD_REQUEST: %s", async (_, changes, message) => {
    await unchanged(async () => {
      const answer = await query(url(), CREATE, { input: taskInput(changes) });
      expect(answer.status).toBe(400);
      expect(answer.data).toBeUndefined();
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringMatching(message),
        extensions: { code: "BAD_REQUEST" },
      });
    });
  });
});

describe("a request for an object refuses", () => {
  it.each(["updateTask", "deleteTask", "pauseTask", "resumeTask", "triggerTask", "cancelRun"])(
    "an unknown and a malformed id: %s",
    async (name) => {
      const rest = name === "updateTask" ? { version: 1 } : {};
      await unchanged(async () => {
        await expectRefused(
          await mutate(url(), name, { id: UNKNOWN, ...rest }),
          "NOT_FOUND",
          "id",
          new RegExp(`No (task|run).*${UNKNOWN}`),
        );
        for (const id of ["", "7", "../x", "x".repeat(100_000), "\u0000", `${UNKNOWN} `, "__proto__", "' OR 1=1 --"]) {
          await expectRefused(await mutate(url(), name, { id, ...rest }), "INVALID_ID", "id", /is not an id.*Example/);
        }
      });
    },
  );

  it("a stale or impossible version, and nothing is changed", async () => {
    const task = await createTask(url());
    await unchanged(async () => {
      for (const version of [0, -1, 2, 2_147_483_647]) {
        const payload = await mutate(url(), "updateTask", { id: task.id, version, name: "other" });
        await expectRefused(
          payload,
          "CONFLICT",
          "version",
          new RegExp(`version ${version}, it is now version 1.*again`),
        );
        await expectRefused(
          await mutate(url(), "deleteTask", { id: task.id, version }),
          "CONFLICT",
          "version",
          /it is now version 1/,
        );
      }
    });
    expect(await readTask(url(), task.id)).toEqual(task);
  });

  it("a reason that is too long or broken", async () => {
    const { id } = await createTask(url());
    await unchanged(async () => {
      await expectRefused(
        await mutate(url(), "pauseTask", { id, reason: "x".repeat(501) }),
        "TOO_LONG",
        "reason",
        /501.*500/,
      );
      await expectRefused(
        await mutate(url(), "pauseTask", { id, reason: "\u0007" }),
        "INVALID_CHARACTERS",
        "reason",
        /u0007/,
      );
      await expectRefused(
        await mutate(url(), "triggerTask", { id, payload: "\ud800" }),
        "INVALID_CHARACTERS",
        "payload",
        /ud800/,
      );
      await expectRefused(
        await mutate(url(), "triggerTask", { id, idempotencyKey: "" }),
        "REQUIRED",
        "idempotencyKey",
        /empty/,
      );
    });
  });

  it("an edit to something wrong by the same rules as a creation, and nothing is changed", async () => {
    const task = await createTask(url());
    await unchanged(async () => {
      for (const [, changes, code, field, message] of [...BAD_SCHEDULES, ...BAD_TIMING, ...BAD_TARGETS, ...BAD_TEXTS]) {
        if ("idempotencyKey" in changes) continue;
        await expectRefused(
          await mutate(url(), "updateTask", { id: task.id, version: 1, ...changes }),
          code,
          field,
          message,
        );
      }
    });
    expect(await readTask(url(), task.id)).toEqual(task);
  });

  it("no object at all is null, whatever the id looks like", async () => {
    for (const id of [UNKNOWN, "", "x", "__proto__", "\u0000", "\ud800", "x".repeat(500_000)]) {
      expect(await data(url(), "query ($id: ID!) { task(id: $id) { id } run(id: $id) { id } }", { id })).toEqual({
        task: null,
        run: null,
      });
    }
  });
});

describe("a list refuses", () => {
  const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  it.each([
    ["no items", "first: 0", "INVALID_PAGE", /first 0.*1 to 100/],
    ["a negative number", "first: -1", "INVALID_PAGE", /first -1/],
    ["too many", "first: 101", "INVALID_PAGE", /first 101.*1 to 100/],
    ["too many from the end", "last: 101", "INVALID_PAGE", /last 101/],
    ["both ends", "first: 1, last: 1", "INVALID_PAGE", /first and last/],
    ["last with after", `last: 1, after: "${cursorOf(["NAME ASC", "a", "b"])}"`, "INVALID_PAGE", /before/],
    ["first with before", `first: 1, before: "${cursorOf(["NAME ASC", "a", "b"])}"`, "INVALID_PAGE", /after/],
    ["a garbage cursor", 'after: "garbage"', "INVALID_CURSOR", /after "garbage"/],
    ["an empty cursor", 'after: ""', "INVALID_CURSOR", /after ""/],
    ["a cursor of another order", `after: "${cursorOf(["CREATED_AT ASC", 1, "b"])}"`, "INVALID_CURSOR", /after/],
    ["a cursor of events", `after: "${cursorOf(["e", 1])}"`, "INVALID_CURSOR", /after/],
    ["a long search", `filter: { search: "${"x".repeat(201)}" }`, "TOO_LONG", /201.*200/],
    ["a wrong instant", 'filter: { nextRunFrom: "noon" }', "INVALID_DATE", /nextRunFrom "noon".*Example/],
    ["an empty instant", 'filter: { nextRunBefore: "" }', "INVALID_DATE", /nextRunBefore/],
  ])("%s", async (_, given, code, message) => {
    const answer = await query(url(), `{ tasks(${given}) { totalCount } }`);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      path: ["tasks"],
      extensions: { code },
    });
    expect(JSON.stringify(answer).length).toBeLessThan(1_000);
  });

  it("more than 100 ids, and more than 100 of what has no pages", async () => {
    const many = await query(url(), "query ($ids: [ID!]) { runs(filter: { taskId: $ids }) { totalCount } }", {
      ids: Array(101).fill("x"),
    });
    expect(many.errors?.[0]?.extensions.code).toBe("OUT_OF_RANGE");
    const { id } = await createTask(url());
    for (const first of [0, 101, -1]) {
      const upcoming = await query(
        url(),
        "query ($id: ID!, $first: Int) { task(id: $id) { upcoming(first: $first) { at } } }",
        { id, first },
      );
      expect(upcoming.errors?.[0]).toMatchObject({ path: ["task", "upcoming"], extensions: { code: "OUT_OF_RANGE" } });
      const next = await query(url(), "query ($first: Int) { overview { next(first: $first) { id } } }", { first });
      expect(next.errors?.[0]).toMatchObject({ path: ["overview", "next"], extensions: { code: "OUT_OF_RANGE" } });
    }
    const preview = await data(
      url(),
      'query { previewSchedule(input: { schedule: { every: { interval: "PT1H" } }, first: 101 }) { occurrences { at } userErrors { code field } } }',
    );
    expect(preview.previewSchedule).toEqual({
      occurrences: [],
      userErrors: [{ code: "OUT_OF_RANGE", field: ["first"] }],
    });
  });

  it("nothing when a size of null is asked for: it is as good as left out", async () => {
    const { id } = await createTask(url());
    const text =
      "query ($id: ID!, $none: Int) { task(id: $id) { upcoming(first: $none) { at } } overview { next(first: $none) { id } } tasks(first: $none) { totalCount } }";
    expect((await query(url(), text, { id, none: null })).errors).toBeUndefined();
  });
});

describe("after all of that", () => {
  it("the server still answers and writes", async () => {
    const before = await eventCursor(url());
    expect(await createTask(url())).toMatchObject({ state: "ACTIVE", version: 1 });
    expect(await eventCursor(url())).not.toBe(before);
  });
});
