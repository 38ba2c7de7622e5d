import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ServerTask } from "../../examples/lib/api.ts";
import { differences } from "../../examples/lib/difference.ts";
import { formatLength, parseDuration } from "../../examples/lib/duration.ts";
import { formatTable } from "../../examples/lib/table.ts";
import type { TaskInput } from "../../examples/lib/task-input.ts";

const input: TaskInput = {
  name: "Heartbeat",
  schedule: { every: { interval: "PT90M" } },
  target: { http: { url: "http://127.0.0.1:4010" } },
};

/** The task as the server shows it after `createTask` with `input`. */
const task: ServerTask = {
  id: "1",
  name: "Heartbeat",
  description: null,
  state: "ACTIVE",
  version: 1,
  nextRunAt: "2026-11-23T02:30:00.000Z",
  schedule: { __typename: "EverySchedule", interval: "PT1H30M", anchor: "2026-11-23T01:00:00.000Z" },
  target: {
    __typename: "HttpTarget",
    url: "http://127.0.0.1:4010/",
    method: "GET",
    headers: [],
    body: null,
    expectedStatus: [],
    signingSecret: null,
  },
  payload: null,
  retry: {
    ...{ maxAttempts: 3, initialDelay: "PT5S", maxDelay: "PT10M", factor: 2, jitter: true },
    ...{ backoff: "EXPONENTIAL", delays: [], maxAge: null, honorRetryAfter: true, rules: [] },
  },
  queue: null,
  queueKey: null,
  priority: 0,
  queueTimeout: null,
  startTimeout: null,
  silenceTimeout: null,
  timeout: "PT300S",
  overlapPolicy: "SKIP",
  missedRunPolicy: "LAST",
  catchUpWindow: "PT24H",
  onCrash: "RETRY",
};

const once = (
  schedule: Partial<Extract<ServerTask["schedule"], { __typename: "OnceSchedule" }>>,
  state: ServerTask["state"] = "ACTIVE",
): ServerTask => ({
  ...task,
  state,
  schedule: { __typename: "OnceSchedule", at: "2026-11-23T01:30:00.000Z", onceTimezone: null, ...schedule },
});

describe("differences", () => {
  test("none when only the spelling differs or the default is left out", () => {
    expect(differences(input, task)).toEqual([]);
    expect(differences({ ...input, paused: true, retry: { maxAttempts: 3, maxDelay: "PT600S" } }, task)).toEqual([]);
  });

  test.each<[string, Partial<TaskInput>]>([
    ["name", { name: "HEARTBEAT" }],
    ["description", { description: "New" }],
    ["schedule", { schedule: { every: { interval: "PT90S" } } }],
    ["schedule", { schedule: { every: { interval: "PT90M", anchor: "2026-11-23T01:00:01Z" } } }],
    ["schedule", { schedule: { cron: { expression: "* * * * *" } } }],
    ["target", { target: { http: { url: "http://127.0.0.1:4010/other" } } }],
    ["target", { target: { http: { url: "http://127.0.0.1:4010", headers: [{ name: "a", value: "b" }] } } }],
    ["target", { target: { module: { name: "x" } } }],
    ["payload", { payload: { a: [1] } }],
    ["retry", { retry: { jitter: false } }],
    ["timeout", { timeout: "PT5S" }],
    ["retry", { retry: { rules: [{ httpStatus: "4xx", action: "FAIL" }] } }],
    ["retry", { retry: { maxAge: "PT1H" } }],
    ["queue", { queue: "mails" }],
    ["queueKey", { queueKey: "{{ payload.customer }}" }],
    ["priority", { priority: 5 }],
    ["queueTimeout", { queueTimeout: "PT1H" }],
    ["startTimeout", { startTimeout: "PT10S" }],
    ["silenceTimeout", { silenceTimeout: "PT1M" }],
    ["overlapPolicy", { overlapPolicy: "ALLOW" }],
    ["missedRunPolicy", { missedRunPolicy: "ALL" }],
    ["catchUpWindow", { catchUpWindow: "P2D" }],
    ["onCrash", { onCrash: "FAIL" }],
  ])("%s is named when it differs", (field, change) => {
    expect(differences({ ...input, ...change }, task)).toEqual([field]);
  });

  test("a cron expression is compared without regard to white space, its zone is UTC when left out", () => {
    const cron: ServerTask = {
      ...task,
      schedule: { __typename: "CronSchedule", expression: "0 8 * * MON", timezone: "UTC" },
    };
    expect(differences({ ...input, schedule: { cron: { expression: " 0  8 * * MON" } } }, cron)).toEqual([]);
    expect(
      differences({ ...input, schedule: { cron: { expression: "0 8 * * MON", timezone: "Asia/Tokyo" } } }, cron),
    ).toEqual(["schedule"]);
  });

  test("one instant is the same however it is written", () => {
    expect(differences({ ...input, schedule: { once: { at: "2026-11-23T02:30:00+01:00" } } }, once({}))).toEqual([]);
    const berlin = once({ onceTimezone: "Europe/Berlin" });
    expect(
      differences(
        { ...input, schedule: { once: { local: "2026-11-23T02:30:00", timezone: "Europe/Berlin" } } },
        berlin,
      ),
    ).toEqual([]);
    expect(
      differences(
        { ...input, schedule: { once: { local: "2026-11-23T02:31:00", timezone: "Europe/Berlin" } } },
        berlin,
      ),
    ).toEqual(["schedule"]);
  });

  test("a relative instant is planned again only when the old one is over", () => {
    const soon: TaskInput = { ...input, schedule: { once: { in: "PT1M" } } };
    expect(differences(soon, once({}))).toEqual([]);
    expect(differences(soon, once({}, "COMPLETED"))).toEqual(["schedule"]);
  });
});

describe("durations", () => {
  test.each([
    ["PT90M", 5_400_000],
    ["P1W2DT3H4M5.5S", 788_645_500],
    ["P1D", 86_400_000],
    ["PT0.001S", 1],
  ])("%s is %d ms", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(["", "P", "PT", "P1DT", "P1M", "P1Y", "1h", "PT-1S", "pt1s"])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test("any number of seconds is read back as it was", () => {
    fc.assert(
      fc.property(fc.nat(1e9), (seconds) => {
        expect(parseDuration(`PT${seconds}S`)).toBe(seconds * 1_000);
      }),
    );
  });

  test.each([
    [0, "0 s"],
    [61_000, "1 min 1 s"],
    [12_000_000, "3 h 20 min"],
    [86_400_000, "1 d"],
    [86_460_000, "1 d"],
  ])("%d ms are shown as %s", (ms, text) => {
    expect(formatLength(ms)).toBe(text);
  });
});

test("the table shows what happened, when it runs next on its own clock, and why something was refused", () => {
  const base = { timezone: "UTC", nextRunAt: null, notes: [] };
  const table = formatTable(
    [
      {
        ...base,
        name: "Nightly backup",
        outcome: "created",
        nextRunAt: "2026-11-23T01:30:00.000Z",
        timezone: "Europe/Berlin",
      },
      { ...base, name: "Überraschung", outcome: "refused", notes: ["tasks.yaml:7: INVALID_CRON: No."] },
    ],
    Date.parse("2026-11-23T01:00:00.000Z"),
  );
  expect(table.split("\n")).toEqual([
    "Task            Result   Next run",
    "──────────────  ───────  ────────",
    "Nightly backup  created  2026-11-23 02:30:00 Europe/Berlin (in 30 min)",
    "Überraschung    refused  –",
    "    tasks.yaml:7: INVALID_CRON: No.",
    "",
    "1 created, 1 refused.",
  ]);
});
