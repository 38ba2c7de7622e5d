// What a person chooses, by resuming or by a trigger, stands against deadlines and the order of occurrences.
import { describe, expect, it } from "vitest";
import { deleteTask } from "../../server/domain/commands/delete-task.ts";
import { pauseTask, resumeTask } from "../../server/domain/commands/pause-task.ts";
import { triggerTask } from "../../server/domain/commands/trigger-task.ts";
import { MINUTE, scheduling } from "../support/scheduling.ts";

const { now, create, runsOf, states, start, finish } = scheduling();

describe("a start deadline", () => {
  it("does not stop what a person chose to run after a pause", async () => {
    const task = await create({ every: { interval: "PT10M" } }, { startDeadline: "PT1M" });
    await pauseTask(now().deps, { id: task.id });
    now().clock.jump(35 * MINUTE);
    await resumeTask(now().deps, { id: task.id, missed: "LAST" });
    await now().plan();
    expect((await states(task)).slice(0, 3)).toEqual(["SKIPPED", "SKIPPED", "QUEUED"]);
  });
});

describe("a trigger by hand just after an occurrence fell due", () => {
  it("does not take its place", async () => {
    const task = await create({ every: { interval: "PT10M" } });
    now().clock.advance(10 * MINUTE + 5);
    await triggerTask(now().deps, { id: task.id });
    await finish(await start());
    await finish(await start());
    const past = (await runsOf(task)).filter((run) => run.scheduledFor <= now().clock.now());
    expect(past.map(({ trigger, state }) => [trigger, state])).toEqual([
      ["SCHEDULE", "SUCCEEDED"],
      ["MANUAL", "SUCCEEDED"],
    ]);
  });
});

describe("a deletion", () => {
  it("between an occurrence's instant and its start leaves the occurrence its row, and takes back what is to come", async () => {
    const task = await create({ every: { interval: "PT10M" } }, { jitter: "PT5M" });
    await now().plan();
    now().clock.jump(10 * MINUTE + 1);
    expect((await runsOf(task)).map(({ state }) => state)).toContain("SCHEDULED");
    await now().plan();
    await deleteTask(now().deps, { id: task.id });
    expect((await runsOf(task)).map(({ state, why }) => [state, why])).toEqual([
      ["CANCELLED", "Its task was deleted."],
    ]);
  });
});
