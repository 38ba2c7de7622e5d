// Edits, pauses and deletions of tasks whose runs are going, waiting or held back.
import { describe, expect, it } from "vitest";
import { deleteTask } from "../../server/domain/commands/delete-task.ts";
import { pauseTask, resumeTask } from "../../server/domain/commands/pause-task.ts";
import { updateTask } from "../../server/domain/commands/update-task.ts";
import { HOUR, MINUTE, SECOND, scheduling } from "../support/scheduling.ts";
import { NOON } from "../support/tasks.ts";

const { now, create, runsOf, states, instants, taskNow, start, finish } = scheduling();

describe("an edit while jitter holds an occurrence back", () => {
  const between = async () => {
    const task = await create({ every: { interval: "PT10M" } }, { jitter: "PT5M" });
    const [run] = await runsOf(task);
    const effectiveAt = run?.effectiveAt as number;
    now().clock.jump(effectiveAt - NOON - 2 * SECOND);
    return task;
  };
  it("an occurrence that jitter holds back starts at once when an edit takes the jitter away", async () => {
    const task = await between();
    const edited = await updateTask(now().deps, { id: task.id, version: 1, jitter: "PT0S" });
    expect(edited.ok).toBe(true);
    expect((await runsOf(task)).map((run) => run.scheduledFor - NOON)[0]).toBe(10 * MINUTE);
    expect((await start()).map(({ run }) => run.scheduledFor - NOON)).toEqual([10 * MINUTE]);
  });
  it("a new schedule does not reach back before the edit", async () => {
    const task = await between();
    const instant = now().clock.now();
    const edited = await updateTask(now().deps, {
      id: task.id,
      version: 1,
      schedule: { every: { interval: "PT1S", anchor: new Date(NOON).toISOString() } },
      jitter: "PT0S",
    });
    expect(edited.ok).toBe(true);
    await now().plan();
    const before = (await runsOf(task)).filter((run) => run.scheduledFor <= instant).map((run) => [run.state, run.why]);
    expect(before.length).toBeLessThanOrEqual(1);
  });
  it("a new schedule does not reach back before the edit, with maximum", async () => {
    const task = await create({ every: { interval: "PT10M" } }, { jitter: "PT5M", maxRuns: 2 });
    const [run] = await runsOf(task);
    now().clock.jump((run?.effectiveAt as number) - NOON - 2 * SECOND);
    const instant = now().clock.now();
    const edited = await updateTask(now().deps, {
      id: task.id,
      version: 1,
      schedule: { every: { interval: "PT7S", anchor: new Date(NOON).toISOString() } },
      jitter: "PT0S",
    });
    expect(edited.ok).toBe(true);
    await now().plan();
    await now().plan();
    const before = (await runsOf(task)).filter((run) => run.scheduledFor <= instant).map((run) => [run.state, run.why]);
    expect(before.length).toBeLessThanOrEqual(1);
  });
});

describe("a rest between runs", () => {
  const rest = { every: { interval: "PT1M", from: "LAST_END" as const } };
  for (const way of ["edit", "resume"] as const)
    it(`is kept over ${way} while a run is going`, async () => {
      const task = await create(rest, { overlapPolicy: "ALLOW" });
      await now().plan();
      now().clock.advance(MINUTE);
      const going = await start();
      expect(going).toHaveLength(1);
      now().clock.advance(20 * SECOND);
      if (way === "edit")
        await updateTask(now().deps, { id: task.id, version: 1, exclusions: [{ dates: { from: "2030-01-01" } }] });
      else {
        await pauseTask(now().deps, { id: task.id });
        await resumeTask(now().deps, { id: task.id });
      }
      await now().plan();
      expect(await states(task)).toEqual(["RUNNING"]);
      now().clock.advance(10 * MINUTE);
      await now().plan();
      expect(await start()).toEqual([]);
      await finish(going);
      await now().plan();
      expect(await instants(task)).toEqual([MINUTE, 12 * MINUTE + 20 * SECOND]);
    });
  it("follows the run that is caught up after downtime", async () => {
    const task = await create(rest, { overlapPolicy: "ALLOW" });
    await now().plan();
    now().clock.jump(HOUR);
    await now().plan();
    expect(await states(task)).toEqual(["QUEUED"]);
    const going = await start();
    now().clock.advance(5 * MINUTE);
    await now().plan();
    await finish(going);
    await now().plan();
    expect(await instants(task)).toEqual([MINUTE, HOUR + 6 * MINUTE]);
  });
  it("is not begun anew by an edit", async () => {
    const task = await create(rest);
    await now().plan();
    now().clock.advance(MINUTE);
    await finish(await start());
    await now().plan();
    now().clock.advance(30 * SECOND);
    await updateTask(now().deps, { id: task.id, version: 1, exclusions: [{ dates: { from: "2030-01-01" } }] });
    await now().plan();
    expect(await instants(task)).toEqual([MINUTE, 2 * MINUTE]);
  });
});

describe("a schedule that cannot be read any more", () => {
  for (const way of ["delete", "update", "resume"] as const)
    it(`a task whose zone is gone can be repaired or deleted: ${way}`, async () => {
      const task = await create({ cron: { expression: "0 * * * *", timezone: "Europe/Berlin" } });
      await now().store.write((tx) =>
        tx.saveTask(
          { ...task, schedule: { kind: "CRON", expression: "0 * * * *", timezone: "Mars/Phobos" } },
          "UPDATED",
        ),
      );
      now().clock.jump(3 * HOUR);
      await now().plan();
      const paused = await taskNow(task);
      expect(paused.state).toBe("PAUSED");
      now().clock.jump(3 * HOUR);
      if (way === "delete") expect((await deleteTask(now().deps, { id: task.id })).ok).toBe(true);
      else if (way === "update")
        expect(
          (
            await updateTask(now().deps, {
              id: task.id,
              version: paused.version,
              schedule: { every: { interval: "PT1H" } },
            })
          ).ok,
        ).toBe(true);
      else expect((await resumeTask(now().deps, { id: task.id })).ok).toBe(false);
    });
});

describe("a one-time task within its grace", () => {
  const past = { once: { at: new Date(NOON - MINUTE).toISOString(), grace: "PT10M" } };
  it("runs at once when an edit gives it", async () => {
    const task = await create({ every: { interval: "PT1H" } });
    const edited = await updateTask(now().deps, { id: task.id, version: 1, schedule: past });
    expect(edited.ok).toBe(true);
    expect((await runsOf(task)).map(({ state, scheduledFor }) => [state, scheduledFor])).toEqual([
      ["QUEUED", NOON - MINUTE],
    ]);
  });
  it("has its row when it was created paused", async () => {
    const task = await create(past, { paused: true });
    await resumeTask(now().deps, { id: task.id });
    await now().plan();
    expect(await states(task)).toHaveLength(1);
  });
});
