import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterAttempt, afterLoss } from "../../server/domain/after-attempt.ts";
import { PLAIN_RETRY } from "../../server/domain/input/retry.ts";
import { catchUp as decideMissed } from "../../server/domain/missed.ts";
import { pausedRows } from "../../server/domain/paused.ts";
import { planAhead as plan } from "../../server/domain/planning.ts";
import type { Run, Task } from "../../server/domain/types.ts";
import { aTask, contextOf, NOON, newId } from "../support/tasks.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;
const planAhead = (task: Task, now: number) => plan(task, contextOf(task, now));
const catchUp = (task: Task, overdue: readonly Run[], now: number) => decideMissed(task, overdue, contextOf(task, now));

describe("planning ahead", () => {
  it("writes all of the next minute, and at least the next occurrence", () => {
    const seconds = planAhead(aTask({ schedule: { kind: "EVERY", intervalMs: 10_000, anchor: NOON } }), NOON);
    expect(seconds.runs.map((run) => run.scheduledFor - NOON)).toEqual([10, 20, 30, 40, 50, 60].map((s) => s * 1_000));
    expect(seconds.plannedThrough).toBe(NOON + MINUTE);
    const daily = planAhead(aTask({ schedule: { kind: "CRON", expression: "0 3 * * *", timezone: "UTC" } }), NOON);
    expect(daily.runs.map((run) => run.scheduledFor)).toEqual([NOON + 15 * HOUR]);
  });

  it("comes to an end with a schedule that has one", () => {
    const task = aTask({ schedule: { kind: "ONCE", at: NOON + 5_000, timezone: null } });
    const plan = planAhead(task, NOON);
    expect(plan.runs).toHaveLength(1);
    expect(planAhead({ ...task, plannedThrough: plan.plannedThrough }, NOON)).toMatchObject({
      runs: [],
      plannedThrough: 8.64e15,
    });
  });

  it("plans every occurrence once, however time passes between the polls", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 30 }), (steps) => {
        let task = aTask({ schedule: { kind: "EVERY", intervalMs: 7_000, anchor: NOON } });
        let now = NOON;
        const planned: number[] = [];
        for (const step of steps) {
          const plan = planAhead(task, now);
          planned.push(...plan.runs.map((run) => run.scheduledFor));
          task = { ...task, plannedThrough: plan.plannedThrough };
          now += step;
        }
        expect(planned).toEqual(planned.map((_, index) => NOON + (index + 1) * 7_000));
        expect(planned.at(-1)).toBeGreaterThan(now - Math.max(...steps));
      }),
    );
  });
});

const row = (at: number) =>
  ({ id: newId(), scheduledFor: at, effectiveAt: at, state: "SCHEDULED", late: false }) as Run;

describe("catching up after a downtime", () => {
  const now = NOON + 3 * HOUR;
  const hourly = { schedule: { kind: "EVERY", intervalMs: HOUR, anchor: NOON } as const, plannedThrough: NOON + HOUR };
  const decide = (policy: "SKIP" | "LAST" | "ALL", changes = {}) =>
    catchUp(aTask({ ...hourly, missedRunPolicy: policy, ...changes }), [row(NOON + HOUR)], now + MINUTE);
  const decided = (plan: ReturnType<typeof catchUp>) => [
    ...plan.changes.map((change) => change.state),
    ...plan.runs.map((run) => run.state),
  ];

  it("SKIP records every occurrence as missed and goes on with the next", () => {
    const plan = decide("SKIP");
    expect(decided(plan)).toEqual(["MISSED", "MISSED", "MISSED", "SCHEDULED"]);
    expect(plan.runs[0]?.why).toBe(
      "Nobody could run it at 2026-06-01 14:00:00 UTC; that was found 1 h 1 min later. The missed-run policy is SKIP.",
    );
    expect(plan.runs.at(-1)?.scheduledFor).toBe(NOON + 4 * HOUR);
  });

  it("LAST runs the newest, late, and records the others as missed", () => {
    const plan = decide("LAST");
    expect(decided(plan)).toEqual(["MISSED", "MISSED", "QUEUED", "SCHEDULED"]);
    expect(plan.runs[1]).toMatchObject({
      scheduledFor: NOON + 3 * HOUR,
      late: true,
      why: expect.stringContaining("LAST runs it now"),
    });
  });

  it("ALL runs every one, oldest first", () => {
    const plan = decide("ALL");
    expect(decided(plan)).toEqual(["QUEUED", "QUEUED", "QUEUED", "SCHEDULED"]);
    expect(plan.changes[0]).toMatchObject({ dueAt: NOON + HOUR, finishedAt: null });
  });

  it("leaves what is older than the catch-up window as missed, and says so", () => {
    const plan = decide("ALL", { catchUpWindowMs: 90 * MINUTE });
    expect(decided(plan)).toEqual(["MISSED", "QUEUED", "QUEUED", "SCHEDULED"]);
    expect(plan.changes[0]?.why).toContain("beyond the catch-up window of 1 h 30 min");
  });

  it("does not touch what is due within the execution window: it is in time", () => {
    const plan = catchUp(aTask({ ...hourly }), [], NOON + 2 * HOUR + 5_000);
    expect(plan.runs.map((run) => [run.state, run.scheduledFor - NOON])).toEqual([["SCHEDULED", 2 * HOUR]]);
  });

  it("bounds the rows of a long downtime and counts the rest in one of them", () => {
    const task = aTask({ schedule: { kind: "EVERY", intervalMs: 1_000, anchor: NOON }, missedRunPolicy: "SKIP" });
    const plan = catchUp(task, [], NOON + 86_400_000);
    const missed = plan.runs.filter((run) => run.state === "MISSED");
    expect(missed).toHaveLength(101);
    expect(missed[0]).toMatchObject({
      scheduledFor: NOON + 1_000,
      why: expect.stringMatching(/^Stands for 86290 occurrences from 2026-06-01 12:00:01 UTC on/),
    });
    expect(plan.plannedThrough).toBe(NOON + 86_400_000 + MINUTE);
  });

  it("accounts for every occurrence exactly once, whatever the policy and the length of the downtime", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("SKIP", "LAST", "ALL" as const),
        fc.integer({ min: 11, max: 500 }),
        fc.integer({ min: 0, max: 20 }),
        (policy, minutes, ahead) => {
          const task = aTask({ missedRunPolicy: policy as "SKIP", plannedThrough: NOON + ahead * MINUTE });
          const rows = Array.from({ length: ahead }, (_, index) => row(NOON + (index + 1) * MINUTE));
          const at = NOON + minutes * MINUTE + 30_000;
          const plan = catchUp(
            task,
            rows.filter((run) => run.scheduledFor <= at - 10_000),
            at,
          );
          const instants = [...rows.map((run) => run.scheduledFor), ...plan.runs.map((run) => run.scheduledFor)];
          expect(new Set(instants).size).toBe(instants.length);
          const standsFor = plan.runs
            .map((run) => Number(/^Stands for (\d+)/.exec(run.why ?? "")?.[1] ?? 1))
            .reduce((a, b) => a + b, 0);
          const last = Math.max(...instants);
          expect(ahead + standsFor).toBe((last - NOON) / MINUTE);
        },
      ),
    );
  });
});

describe("a pause", () => {
  it("leaves one row for each occurrence that fell into it, with its reason", () => {
    const task = aTask({ state: "PAUSED", pausedAt: NOON, plannedThrough: NOON, pauseReason: "new disk" });
    const rows = pausedRows(task, "SKIP", contextOf(task, NOON + 150_000));
    expect(rows.map((run) => [run.state, run.scheduledFor - NOON])).toEqual([
      ["SKIPPED", 60_000],
      ["SKIPPED", 120_000],
    ]);
    expect(rows[0]?.why).toBe('The task was paused from 2026-06-01 12:00:00 UTC ("new disk").');
  });
});

describe("the end of an attempt", () => {
  const retry = {
    retry: { ...PLAIN_RETRY, maxAttempts: 2, initialDelayMs: 1_000, maxDelayMs: 9_000, factor: 2, jitter: false },
    onCrash: "RETRY" as const,
  };
  const failure = { runId: "r", error: { code: "X", message: "broken" }, facts: {}, since: NOON };

  it("leads to another attempt until the policy's number is reached", () => {
    expect(afterAttempt("FAILED", failure, retry, 1, NOON, 0)).toMatchObject({
      state: "RETRYING",
      dueAt: NOON + 1_000,
      event: "RETRY_PLANNED",
    });
    expect(afterAttempt("TIMED_OUT", failure, retry, 2, NOON, 0)).toMatchObject({
      state: "FAILED",
      dueAt: null,
      why: "All 2 attempts failed.",
    });
    expect(afterAttempt("SUCCEEDED", { ...failure, error: null }, retry, 1, NOON, 0)).toMatchObject({
      state: "SUCCEEDED",
      why: null,
    });
    expect(afterAttempt("INTERRUPTED", failure, retry, 2, NOON, 0)).toMatchObject({ state: "RETRYING", dueAt: NOON });
    expect(afterAttempt("INTERRUPTED", failure, { ...retry, onCrash: "FAIL" }, 1, NOON, 0).state).toBe("FAILED");
  });

  const run = { id: "r", attempt: 4, crashes: 1, instanceId: "i", cancelRequestedAt: null } as Run;
  it("by its instance's death leads to another one, but not for ever and not against the task's policy", () => {
    expect(afterLoss(run, { onCrash: "RETRY" }, NOON)).toMatchObject({ state: "RETRYING", dueAt: NOON, event: "LOST" });
    expect(afterLoss({ ...run, crashes: 2 }, { onCrash: "RETRY" }, NOON)).toMatchObject({
      state: "FAILED",
      error: { code: "CRASH_LOOP" },
    });
    expect(afterLoss(run, { onCrash: "FAIL" }, NOON)).toMatchObject({
      state: "FAILED",
      error: { code: "INSTANCE_LOST" },
    });
    expect(afterLoss({ ...run, cancelRequestedAt: NOON }, { onCrash: "RETRY" }, NOON)).toMatchObject({
      state: "CANCELLED",
    });
  });
});
