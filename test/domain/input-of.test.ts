// What `inputOf` says of a task is what an edit could be given to make it so: said back, nothing changes.
import { describe, expect, it } from "vitest";
import { checkTaskPatch } from "../../server/domain/input/task.ts";
import { inputOf } from "../../server/domain/input-of.ts";
import type { Schedule, Target, Task } from "../../server/domain/types.ts";
import { aTask, NOON } from "../support/tasks.ts";

const CALENDAR = "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90";
const known = {
  modules: { has: async () => true, find: async () => null, list: async () => [] },
  shellAllowed: true,
  urlRefusal: () => null,
  store: {
    calendarsById: async () => new Map([[CALENDAR, { id: CALENDAR, timezone: null, entries: [] } as never]]),
    secretsByName: async (names: readonly string[]) => new Map(names.map((name) => [name, {} as never])),
    queuesByName: async (names: readonly string[]) => new Map(names.map((name) => [name, {} as never])),
  },
};

const cron: Schedule = {
  kind: "CRON",
  expression: "30 2 * * *",
  timezone: "Europe/Berlin",
  gap: "SKIP",
  repeat: "BOTH",
};
const every: Schedule = { kind: "EVERY", intervalMs: 90_500, anchor: NOON + 250 };
const rrule: Schedule = {
  kind: "RRULE",
  rule: "FREQ=MONTHLY;BYDAY=-1FR",
  start: "2026-01-30T02:30:00",
  timezone: "Europe/Berlin",
};
const SCHEDULES: Schedule[] = [
  cron,
  { kind: "CRON", expression: "H 3 * * *", timezone: "UTC", seed: "a task" },
  { kind: "ONCE", at: NOON + 86_400_000, timezone: "Europe/Berlin" },
  { kind: "ONCE", at: NOON + 86_400_123, timezone: null, graceMs: 60_000 },
  every,
  { ...every, after: "END" },
  rrule,
  { kind: "STARTUP", delayMs: 1_500 },
  { kind: "MANUAL" },
  { kind: "UNION", of: [cron, every as never, rrule] },
];
const TARGETS: Target[] = [
  { kind: "MODULE", name: "folder/echo" },
  { kind: "WORKER", queue: "gpu" },
  {
    kind: "HTTP",
    url: "https://example.com/{{run.id}}",
    method: "POST",
    headers: [{ name: "X-A", value: "{{ secrets.A }}" }],
    body: '{"a":1}',
    expectedStatus: [200, 404],
    signingSecret: "{{ secrets.KEY }}",
  },
  { kind: "HTTP", url: "https://example.com/", method: "GET", headers: [], body: null, expectedStatus: [] },
  {
    kind: "SHELL",
    command: ["ls", "-l"],
    script: null,
    cwd: "/tmp",
    env: [{ name: "A", value: "b" }],
    successExitCodes: [0, 3],
    stopGraceMs: 2_500,
  },
  { kind: "SHELL", command: null, script: "ls\nls", cwd: null, env: [], successExitCodes: [0], stopGraceMs: 0 },
];
/** A task in which as much as possible is not the default. */
const whole: Partial<Task> = {
  description: "x\ny",
  exclusions: [
    { kind: "CRON", expression: "* 12-13 * * *", timezone: null },
    { kind: "DATES", from: "2026-12-24", until: "2026-12-26", timezone: "Europe/Berlin" },
    { kind: "CALENDAR", calendarId: CALENDAR },
  ],
  startAt: NOON,
  endAt: NOON + 400 * 86_400_000,
  maxRuns: 7,
  jitterMs: 1_250,
  payload: { a: [1, null, { b: "ä" }] },
  retry: {
    maxAttempts: 5, initialDelayMs: 1_000, maxDelayMs: 2_500, factor: 1.5, jitter: true, backoff: "LIST", delaysMs: [1_000, 61_000], maxAgeMs: 3_600_000, honorRetryAfter: false,
    rules: [{ httpStatus: "500-599", errorCode: null, exitCode: null, action: "FAIL" }],
  }, // biome-ignore format: one policy
  queueKey: "{{ payload.a }}",
  priority: -3,
  queueTimeoutMs: 120_000,
  startTimeoutMs: 2_000,
  silenceTimeoutMs: 3_000,
  overlapPolicy: "BUFFER",
  overlapBuffer: 3,
  missedRunPolicy: "LAST_N",
  catchUp: { limit: 4, order: "NEWEST_FIRST", ratePerMinute: 60, hold: { whenMoreThan: 2, forMs: 3_600_000 } },
  startDeadlineMs: 60_000,
  onCrash: "FAIL",
  pauseAfterFailures: 3,
  retention: {
    succeeded: { maxAgeMs: 86_400_000, maxCount: 5 },
    failed: null,
    other: { maxAgeMs: null, maxCount: null },
  },
  followUps: [{ on: "SUCCESS", taskId: CALENDAR, payload: "RESULT" }],
};

async function saidBack(task: Task): Promise<unknown> {
  const result = await checkTaskPatch(task, inputOf(task), NOON, known as never);
  expect(result.ok ? [] : result.errors).toEqual([]);
  return result.ok && result.value;
}

/** What an edit answers of a task that it does not change. */
const specOf = async (task: Task) => {
  const result = await checkTaskPatch(task, {}, NOON, known as never);
  return result.ok && result.value;
};

describe("a task in the words of the API", () => {
  it.each(SCHEDULES.map((schedule) => [schedule.kind, schedule] as const))(
    "says its schedule: %s",
    async (_, schedule) => {
      const task = aTask({ schedule });
      expect(await saidBack(task)).toEqual(await specOf(task));
    },
  );

  it.each(TARGETS.map((target) => [target.kind, target] as const))("says its target: %s", async (_, target) => {
    const task = aTask({ target, fallbackTarget: target.kind === "WORKER" ? null : target });
    expect(await saidBack(task)).toEqual(await specOf(task));
  });

  it("says all the rest, whether it is there or not", async () => {
    const full = aTask({ ...whole, target: TARGETS[2] as Target, queue: "mail" });
    expect(await saidBack(full)).toEqual(await specOf(full));
    const bare = aTask();
    expect(await saidBack(bare)).toEqual(await specOf(bare));
    // Said to another task, it makes that one the same.
    const made = await checkTaskPatch(bare, inputOf(full), NOON, known as never);
    expect(made.ok && { ...made.value, name: "", seed: "" }).toEqual({
      ...((await specOf(full)) as object),
      name: "",
      seed: "",
    });
    const emptied = await checkTaskPatch(full, inputOf(bare), NOON, known as never);
    expect(emptied.ok && { ...emptied.value, name: "", seed: "" }).toEqual({
      ...((await specOf(bare)) as object),
      name: "",
      seed: "",
    });
  });
});
