// What bounds a task: its maximum of runs and its end, with what is held, missed in a downtime, or left out at a start.
import { describe, expect, it } from "vitest";
import { pauseTask, resumeTask } from "../../server/domain/commands/pause-task.ts";
import { resolveHeldRuns } from "../../server/domain/commands/resolve-held-runs.ts";
import { updateTask } from "../../server/domain/commands/update-task.ts";
import { explainOccurrence } from "../../server/domain/explain.ts";
import { timetableFor } from "../../server/domain/plan-context.ts";
import { HOUR, MINUTE, SECOND, scheduling } from "../support/scheduling.ts";
import { NOON } from "../support/tasks.ts";

const { now, create, states, taskNow, restarted, start, finish } = scheduling();

describe("a task with held occurrences", () => {
  it("held occurrences of a task with nothing left to come are decided in the end", async () => {
    const task = await create(
      { every: { interval: "PT1M" } },
      { hold: { whenMoreThan: 2, for: "PT5M" }, endAt: new Date(NOON + 5 * MINUTE).toISOString() },
    );
    await now().plan();
    now().clock.jump(10 * MINUTE);
    await now().plan();
    await now().plan();
    expect(await states(task)).toEqual(Array(5).fill("HELD"));
    now().clock.advance(6 * MINUTE);
    await now().plan();
    await now().plan();
    expect(await states(task)).toEqual(["MISSED", "MISSED", "MISSED", "MISSED", "QUEUED"]);
    await finish(await start());
    await now().plan();
    expect((await taskNow(task)).state).toBe("COMPLETED");
  });
});

describe("a maximum of runs and what is held", () => {
  for (const way of ["policy", "hand"] as const)
    it(`no more held occurrences run than the maximum of runs: ${way}`, async () => {
      const task = await create(
        { every: { interval: "PT1M" } },
        { hold: { whenMoreThan: 2, for: "PT5M" }, maxRuns: 3, missedRunPolicy: "ALL", overlapPolicy: "ALLOW" },
      );
      await now().plan();
      now().clock.jump(10 * MINUTE);
      await now().plan();
      if (way === "hand") await resolveHeldRuns(now().deps, { taskId: task.id, choice: "ALL" });
      else {
        now().clock.advance(6 * MINUTE);
        await now().plan();
      }
      await finish(await start());
      expect((await taskNow(task)).runCount).toBe(3);
    });
  it("nor after a pause", async () => {
    const task = await create({ every: { interval: "PT1M" } }, { maxRuns: 3, overlapPolicy: "ALLOW" });
    await pauseTask(now().deps, { id: task.id });
    now().clock.jump(10 * MINUTE + SECOND);
    await resumeTask(now().deps, { id: task.id, missed: "HOLD" });
    await resolveHeldRuns(now().deps, { taskId: task.id, choice: "ALL" });
    await finish(await start());
    for (let i = 0; i < 10; i++) {
      now().clock.advance(30 * SECOND);
      await now().plan();
      await finish(await start());
    }
    expect((await taskNow(task)).runCount).toBe(3);
  });
});

describe("a downtime", () => {
  for (const policy of ["SKIP", "LAST"])
    it(`a downtime over all that was planned does not complete the task: ${policy}`, async () => {
      const task = await create({ every: { interval: "PT10S" } }, { maxRuns: 3, missedRunPolicy: policy });
      await now().plan();
      now().clock.jump(HOUR);
      for (let i = 0; i < 100 && (await taskNow(task)).state === "ACTIVE"; i++) {
        await now().plan();
        await finish(await start());
        now().clock.advance(5 * SECOND);
      }
      expect(await taskNow(task)).toMatchObject({ state: "COMPLETED", runCount: 3 });
    });
});

describe("a maximum of runs that is lowered", () => {
  it("runs that wait do not exceed a lowered maximum", async () => {
    const task = await create({ every: { interval: "PT10S" } }, { maxRuns: 5, overlapPolicy: "BUFFER" });
    await now().plan();
    now().clock.advance(10 * SECOND);
    const going = await start();
    now().clock.advance(20 * SECOND);
    expect(await start()).toEqual([]);
    await updateTask(now().deps, { id: task.id, version: 1, maxRuns: 1 });
    for (let i = 0; i < 4; i++) {
      await now().plan();
      now().clock.advance(SECOND);
    }
    await finish(going);
    for (let i = 0; i < 4; i++) {
      await now().plan();
      await finish(await start());
      now().clock.advance(SECOND);
    }
    expect(await taskNow(task)).toMatchObject({ state: "COMPLETED", runCount: 1 });
  });
});

describe("an explanation", () => {
  it("an occurrence beyond the maximum of runs will not run", async () => {
    for (const interval of ["PT10S", "PT1H"]) {
      const task = await create({ every: { interval } }, { maxRuns: 3 });
      const ms = interval === "PT1H" ? HOUR : 10 * SECOND;
      const verdict = async (n: number) =>
        explainOccurrence(
          task,
          await timetableFor(now().store, task),
          await now().store.occurrenceRun(task.id, NOON + n * ms),
          NOON + n * ms,
          NOON,
        ).verdict;
      expect(await Promise.all([1, 3, 4, 10].map(verdict))).toEqual([
        "WILL_RUN",
        "WILL_RUN",
        "WILL_NOT_RUN",
        "WILL_NOT_RUN",
      ]);
    }
  });
});

describe("a start of the server", () => {
  it("a start's run survives an edit of the timing", async () => {
    const task = await create({ startup: { delay: "PT5M" } });
    await now().plan();
    now().clock.advance(MINUTE);
    await updateTask(now().deps, { id: task.id, version: 1, maxRuns: 100 });
    await now().plan();
    expect(await states(task)).toEqual(["SCHEDULED"]);
  });
  it("a start's run survives pause and resume, or has a row", async () => {
    const task = await create({ startup: { delay: "PT5M" } });
    await now().plan();
    now().clock.advance(MINUTE);
    await pauseTask(now().deps, { id: task.id });
    await resumeTask(now().deps, { id: task.id });
    await now().plan();
    expect(await states(task)).toHaveLength(1);
  });
  it("a paused task's start has a row", async () => {
    const task = await create({ startup: { delay: "PT5M" } }, { paused: true });
    await now().plan();
    expect(await states(task)).toEqual(["SKIPPED"]);
  });
  it("maxRuns bounds starts", async () => {
    const task = await create({ startup: { delay: "PT0S" } }, { maxRuns: 2 });
    for (let i = 0; i < 4; i++) {
      await restarted()();
      await finish(await start());
      now().clock.advance(HOUR);
    }
    await now().plan();
    expect((await states(task)).filter((s) => s === "SUCCEEDED")).toHaveLength(2);
    expect((await taskNow(task)).state).toBe("COMPLETED");
  });
  it("endAt and exclusions bound starts", async () => {
    const task = await create(
      { startup: { delay: "PT0S" } },
      { exclusions: [{ dates: { from: "2026-06-01", timezone: "UTC" } }] },
    );
    await now().plan();
    expect((await states(task)).filter((s) => s === "SCHEDULED")).toHaveLength(0);
  });
});
