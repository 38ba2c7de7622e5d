// What becomes of occurrences whose time has passed: limits, order, rate, holds, deadlines, bounds. The three plain policies are in
// planning.test.ts.
import { describe, expect, it } from "vitest";
import { decideByHand, decideByPolicy } from "../../server/domain/held.ts";
import { catchUp } from "../../server/domain/missed.ts";
import { countPaused, defaultChoice, pausedRows } from "../../server/domain/paused.ts";
import { planAhead } from "../../server/domain/planning.ts";
import type { Run, Task } from "../../server/domain/types.ts";
import { aTask, contextOf, NOON } from "../support/tasks.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DOWN = NOON + 6 * HOUR + MINUTE;

const hourly = (changes: Partial<Task> = {}) =>
  aTask({ schedule: { kind: "EVERY", intervalMs: HOUR, anchor: NOON }, missedRunPolicy: "ALL", ...changes });
const catchUpOf = (changes: Partial<Task["catchUp"]>): Task["catchUp"] => ({
  limit: 10,
  order: "OLDEST_FIRST",
  ratePerMinute: null,
  hold: null,
  ...changes,
});
const short = (runs: readonly { scheduledFor: number; state: string }[]) =>
  runs.map((run) => `${(run.scheduledFor - NOON) / HOUR} ${run.state}`);
const afterDowntime = (task: Task, progress = {}) => catchUp(task, [], contextOf(task, DOWN, progress)).runs;
const held = (at: number): Run =>
  ({ id: `h${at}`, scheduledFor: NOON + at * HOUR, effectiveAt: NOON + at * HOUR, state: "HELD" }) as Run;

describe("after a downtime", () => {
  it("LAST_N runs the newest n and records the older ones as missed", () => {
    const runs = afterDowntime(hourly({ missedRunPolicy: "LAST_N", catchUp: catchUpOf({ limit: 2 }) }));
    expect(short(runs)).toEqual([
      "1 MISSED",
      "2 MISSED",
      "3 MISSED",
      "4 MISSED",
      "5 QUEUED",
      "6 QUEUED",
      "7 SCHEDULED",
    ]);
    expect(runs[0]?.why).toContain("LAST_N runs the newest 2 only");
  });

  it("starts them at the task's rate, oldest or newest first", () => {
    const due = (order: "OLDEST_FIRST" | "NEWEST_FIRST") =>
      afterDowntime(hourly({ catchUp: catchUpOf({ ratePerMinute: 4, order }) }))
        .filter((run) => run.state === "QUEUED")
        .map((run) => ((run.dueAt as number) - DOWN) / 1_000);
    expect(due("OLDEST_FIRST")).toEqual([0, 15, 30, 45, 60, 75]);
    expect(due("NEWEST_FIRST")).toEqual([75, 60, 45, 30, 15, 0]);
  });

  it("without a rate lets all start at once, in the order asked for", () => {
    for (const order of ["OLDEST_FIRST", "NEWEST_FIRST"] as const) {
      const queued = afterDowntime(hourly({ catchUp: catchUpOf({ order }) })).filter((run) => run.state === "QUEUED");
      const byDue = [...queued].sort((a, b) => (a.dueAt as number) - (b.dueAt as number));
      expect(byDue).toEqual(order === "OLDEST_FIRST" ? queued : queued.toReversed());
      expect(queued.every((run) => (run.dueAt as number) <= DOWN)).toBe(true);
    }
  });

  it("holds them when there are more than the task allows, and says until when", () => {
    const hold = { whenMoreThan: 3, forMs: HOUR };
    const runs = afterDowntime(hourly({ catchUp: catchUpOf({ hold }), catchUpWindowMs: 4 * HOUR + 2 * MINUTE }));
    expect(short(runs)).toEqual(["1 MISSED", "2 HELD", "3 HELD", "4 HELD", "5 HELD", "6 HELD", "7 SCHEDULED"]);
    expect(runs[1]).toMatchObject({
      heldUntil: DOWN + HOUR,
      dueAt: null,
      why: expect.stringContaining("5 such occurrences are held"),
    });
    const few = afterDowntime(hourly({ catchUp: catchUpOf({ hold: { ...hold, whenMoreThan: 6 } }) }));
    expect(short(few).filter((each) => each.endsWith("HELD"))).toEqual([]);
  });

  it("leaves out what is beyond the start deadline, and says so", () => {
    const runs = afterDowntime(hourly({ startDeadlineMs: 90 * MINUTE }));
    expect(short(runs).slice(-4)).toEqual(["4 MISSED", "5 QUEUED", "6 QUEUED", "7 SCHEDULED"]);
    expect(runs[3]?.why).toContain("beyond the start deadline of 1 h 30 min");
  });

  it("runs no more than the task's maximum of runs leaves, and plans nothing beyond it", () => {
    const runs = afterDowntime(hourly({ maxRuns: 5, runCount: 2 }));
    expect(short(runs)).toEqual(["1 QUEUED", "2 QUEUED", "3 QUEUED", "4 MISSED", "5 MISSED", "6 MISSED"]);
  });

  it("does not call an occurrence missed whose jitter has not passed", () => {
    const task = hourly({ jitterMs: HOUR / 2, seed: "late" });
    const context = contextOf(task, NOON + 6 * HOUR + MINUTE);
    const jitter = (context.table.next(NOON)?.effectiveAt as number) - NOON - HOUR;
    expect(jitter).toBeGreaterThan(2 * MINUTE);
    const runs = catchUp(task, [], context).runs;
    expect(short(runs).slice(-3)).toEqual(["5 QUEUED", "6 SCHEDULED", "7 SCHEDULED"]);
  });

  it("drops the startup run of an earlier start", () => {
    const task = aTask({ schedule: { kind: "STARTUP", delayMs: 60_000 } });
    const planned = { ...held(1), state: "SCHEDULED", late: false } as Run;
    const plan = catchUp(task, [planned], contextOf(task, DOWN));
    expect(plan).toMatchObject({
      runs: [],
      changes: [{ state: "MISSED", why: expect.stringContaining("earlier start of the server") }],
    });
  });
});

describe("held occurrences", () => {
  const list = [held(1), held(2), held(3)];
  const progress = { pending: 3, going: 0, lastEnd: null };
  const outcome = (changes: ReturnType<typeof decideByPolicy>) => changes.map(({ state }) => state);

  it("that nobody decides about are decided by the policy", () => {
    const decide = (changes: Partial<Task>) => outcome(decideByPolicy(hourly(changes), list, DOWN, progress));
    expect(decide({ missedRunPolicy: "SKIP" })).toEqual(["MISSED", "MISSED", "MISSED"]);
    expect(decide({ missedRunPolicy: "LAST" })).toEqual(["MISSED", "MISSED", "QUEUED"]);
    expect(decide({ missedRunPolicy: "ALL" })).toEqual(["QUEUED", "QUEUED", "QUEUED"]);
    expect(decide({ missedRunPolicy: "LAST_N", catchUp: catchUpOf({ limit: 2 }) })).toEqual([
      "MISSED",
      "QUEUED",
      "QUEUED",
    ]);
  });

  it("run by a person's choice, with the person's words, at the task's rate", () => {
    const task = hourly({ catchUp: catchUpOf({ ratePerMinute: 1, order: "NEWEST_FIRST" }) });
    const changes = decideByHand(task, list, new Set(["h1", "h3"]), DOWN, progress, "only these");
    expect(outcome(changes)).toEqual(["QUEUED", "MISSED", "QUEUED"]);
    expect(changes.map(({ dueAt }) => dueAt)).toEqual([DOWN + MINUTE, null, DOWN]);
    expect(changes[1]).toMatchObject({
      finishedAt: DOWN,
      why: 'It was held, and somebody decided that it does not run ("only these").',
    });
  });
});

describe("the occurrences of a pause", () => {
  const paused = (changes: Partial<Task> = {}) => hourly({ state: "PAUSED", pausedAt: NOON, ...changes });
  const resumed = (choice: Parameters<typeof pausedRows>[1], changes: Partial<Task> = {}) =>
    pausedRows(paused(changes), choice, contextOf(paused(changes), NOON + 3 * HOUR));

  it("are counted, skipped, run or held as whoever resumes chooses", () => {
    expect(countPaused(paused(), contextOf(paused(), NOON + 3 * HOUR))).toBe(3);
    expect(short(resumed("SKIP"))).toEqual(["1 SKIPPED", "2 SKIPPED", "3 SKIPPED"]);
    expect(short(resumed("LAST"))).toEqual(["1 SKIPPED", "2 SKIPPED", "3 QUEUED"]);
    expect(short(resumed("ALL"))).toEqual(["1 QUEUED", "2 QUEUED", "3 QUEUED"]);
    expect(short(resumed("HOLD"))).toEqual(["1 HELD", "2 HELD", "3 HELD"]);
    expect(short(resumed("ALL", { maxRuns: 2 }))).toEqual(["1 QUEUED", "2 QUEUED", "3 SKIPPED"]);
  });

  it("are held without a choice when there are more than the hold policy allows", () => {
    const task = paused({ catchUp: catchUpOf({ hold: { whenMoreThan: 2, forMs: HOUR } }) });
    expect([2, 3].map((count) => defaultChoice(task, count))).toEqual(["SKIP", "HOLD"]);
    expect(defaultChoice(paused(), 1_000)).toBe("SKIP");
  });
});

describe("planning ahead", () => {
  it("stops at the maximum of runs, what has started and what waits counted", () => {
    const task = hourly({ maxRuns: 3, runCount: 1, schedule: { kind: "EVERY", intervalMs: 10_000, anchor: NOON } });
    expect(planAhead(task, contextOf(task, NOON, { pending: 1 })).runs).toHaveLength(1);
    expect(planAhead(task, contextOf(task, NOON, { pending: 2 })).runs).toEqual([]);
  });

  it("rests for the interval after the end of the last run", () => {
    const task = hourly({ schedule: { kind: "EVERY", intervalMs: HOUR, anchor: NOON, after: "END" } });
    expect(planAhead(task, contextOf(task, NOON)).runs.map((run) => run.scheduledFor)).toEqual([NOON + HOUR]);
    const next = planAhead(
      { ...task, plannedThrough: NOON + HOUR },
      contextOf(task, NOON + 2 * HOUR, { lastEnd: NOON + 100 * MINUTE }),
    );
    expect(next.runs.map((run) => run.scheduledFor)).toEqual([NOON + 160 * MINUTE]);
  });

  it("gives a row its nominal and its effective instant", () => {
    const task = hourly({ jitterMs: HOUR / 2, seed: "spread" });
    const [run] = planAhead(task, contextOf(task, NOON)).runs;
    expect(run?.scheduledFor).toBe(NOON + HOUR);
    expect(run?.effectiveAt).toBeGreaterThan(NOON + HOUR);
    expect(run?.dueAt).toBe(run?.effectiveAt);
  });
});
