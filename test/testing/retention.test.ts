// How long runs are kept, over simulated weeks of the whole product.
import { describe, expect, it } from "vitest";
import { prunable } from "../../server/domain/retention.ts";
import { module, startScheduler } from "./support.ts";

const HOURLY = { every: { interval: "PT1H", anchor: "2026-06-01T00:00:00Z" } };
const TASK = `query ($id: ID!) { task(id: $id) { prunedFrom prunedThrough nextRunAt runs(first: 100) { totalCount } } }`;

describe("retention", () => {
  it("keeps of each outcome what the task says, while its runs go on as planned", async () => {
    const scheduler = await startScheduler();
    const task = await scheduler.createTask({
      name: "hourly",
      schedule: HOURLY,
      target: module("quick"),
      retention: { succeeded: { maxCount: 24 } },
    });
    await scheduler.advance("P10DT30M");
    const ended = (await scheduler.runs()).filter(({ state }) => state === "SUCCEEDED");
    // A pass a simulated day: between two of them a day's runs come on top.
    expect(ended.length).toBeGreaterThanOrEqual(24);
    expect(ended.length).toBeLessThanOrEqual(48);
    expect(scheduler.calls).toHaveLength(240);
    const data = await scheduler.query(TASK, { id: task.id });
    expect(data.task).toMatchObject({ prunedFrom: "2026-06-01T13:00:00.000Z", nextRunAt: "2026-06-11T13:00:00.000Z" });
  });

  it("of an interval counted from the last end loses no beat when every run but the newest is removed", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "rests",
      schedule: { every: { interval: "P2D", from: "LAST_END" } },
      target: module("minute"),
      retention: { succeeded: { maxAge: "PT1H", maxCount: 1 } },
    });
    await scheduler.advance("P21D");
    const starts = scheduler.calls.map(({ at }) => at.getTime());
    for (let index = 1; index < starts.length; index++)
      expect((starts[index] as number) - (starts[index - 1] as number)).toBe(2 * 86_400_000 + 60_000);
    expect(starts.length).toBe(10);
    expect((await scheduler.runs()).filter(({ state }) => state === "SUCCEEDED").length).toBeLessThanOrEqual(2);
  });

  it("has no say about a second start: a backfill of what did not run leaves out what was removed", async () => {
    const scheduler = await startScheduler();
    const task = await scheduler.createTask({
      name: "hourly",
      schedule: HOURLY,
      target: module("quick"),
      retention: { succeeded: { maxAge: "P1D" } },
    });
    await scheduler.advance("P5DT30M");
    const backfill = `mutation ($input: BackfillTaskInput!) { backfillTask(input: $input) { count userErrors { message } } }`;
    const count = async (from: string, scope: string) => {
      const input = { id: task.id, from, until: "2026-06-06T12:00:00Z", scope, dryRun: true };
      const data = await scheduler.query(backfill, { input });
      return data.backfillTask;
    };
    expect(await count("2026-06-01T12:30:00Z", "NOT_RUN")).toEqual({ count: 0, userErrors: [] });
    expect(await count("2026-06-01T12:30:00Z", "NOT_SUCCEEDED")).toEqual({ count: 0, userErrors: [] });
    expect((await count("2026-06-01T12:30:00Z", "ALL")).count).toBe(120);
    // What lies before the task was made has never run.
    expect((await count("2026-06-01T00:00:00Z", "NOT_RUN")).count).toBe(13);
    const explain = `query ($id: ID!) { explainOccurrence(taskId: $id, at: "2026-06-02T13:00:00Z") { verdict summary } }`;
    const data = await scheduler.query(explain, { id: task.id });
    expect(data.explainOccurrence).toEqual({
      verdict: "UNKNOWN",
      summary:
        "An occurrence by the present schedule, without a record. It has no row any more: the task's retention removes old runs.",
    });
  });

  it("of the server holds for what a task does not rule", async () => {
    const scheduler = await startScheduler({ settings: { RUN_RETENTION: "P2D" } });
    const target = module("quick");
    await scheduler.createTask({ name: "as usual", schedule: HOURLY, target });
    await scheduler.createTask({ name: "for ever", schedule: HOURLY, target, retention: { succeeded: {} } });
    await scheduler.advance("P6DT30M");
    const kept = async (name: string) =>
      (await scheduler.runs({ task: name })).filter(({ state }) => state === "SUCCEEDED").length;
    expect(await kept("for ever")).toBe(144);
    expect(await kept("as usual")).toBeLessThanOrEqual(72);
    expect(await kept("as usual")).toBeGreaterThanOrEqual(48);
  });
});

describe("what may go", () => {
  it("is ruled by the task where it says something, else by the server, for each outcome", () => {
    const usual = { maxAgeMs: 1_000, maxCount: null };
    const retention = {
      succeeded: { maxAgeMs: null, maxCount: 3 },
      failed: { maxAgeMs: null, maxCount: null },
      other: null,
    };
    expect(prunable(retention, usual, 5_000)).toEqual([
      { state: "SUCCEEDED", endedBefore: null, keepNewest: 3 },
      { state: "CANCELLED", endedBefore: 4_000, keepNewest: null },
      { state: "SKIPPED", endedBefore: 4_000, keepNewest: null },
      { state: "MISSED", endedBefore: 4_000, keepNewest: null },
    ]);
    expect(prunable(null, { maxAgeMs: null, maxCount: null }, 5_000)).toEqual([]);
  });
});
