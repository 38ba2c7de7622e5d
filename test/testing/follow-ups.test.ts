// Chains of tasks in simulated time: each runs when the one before has ended, once, whatever dies in between.
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { line, module, startScheduler } from "./support.ts";

const folder = await temporaryFolder();
const NEVER = { manual: true };

describe("follow-ups", () => {
  it("carry a result along a chain of three tasks at the instants of their ends", async () => {
    const scheduler = await startScheduler();
    const report = await scheduler.createTask({ name: "report", schedule: NEVER, target: module("quick") });
    const load = await scheduler.createTask({
      name: "load",
      schedule: NEVER,
      target: module("minute"),
      followUps: [{ taskId: report.id, payload: "OWN" }],
    });
    await scheduler.createTask({
      name: "fetch",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("minute"),
      followUps: [{ taskId: load.id }],
    });
    await scheduler.advance("PT10M");
    expect(scheduler.events.filter(({ kind }) => kind === "RUN").map(line)).toEqual([
      "12:00:00 RUN CREATED fetch",
      "12:01:00 RUN STARTED fetch",
      "12:02:00 RUN SUCCEEDED fetch",
      "12:02:00 RUN CREATED load",
      "12:02:00 RUN STARTED load",
      "12:03:00 RUN SUCCEEDED load",
      "12:03:00 RUN CREATED report",
      "12:03:00 RUN STARTED report",
      "12:03:00 RUN SUCCEEDED report",
    ]);
    const [, given, own] = scheduler.calls.map(({ payload }) => payload);
    expect(given).toMatchObject({ run: { task: { name: "fetch" }, state: "SUCCEEDED", attempt: 1 }, error: null });
    expect(own).toBeUndefined();
    await scheduler.advance("P400D");
    const { tasks } = await scheduler.query("{ tasks { nodes { name state nextRunAt } } }");
    expect(tasks.nodes).toEqual([
      { name: "fetch", state: "COMPLETED", nextRunAt: null },
      { name: "load", state: "ACTIVE", nextRunAt: null },
      { name: "report", state: "ACTIVE", nextRunAt: null },
    ]);
  });

  it("come after the last attempt only, and by the kind of end", async () => {
    const scheduler = await startScheduler();
    const mend = await scheduler.createTask({ name: "mend", schedule: NEVER, target: module("quick") });
    const cheer = await scheduler.createTask({ name: "cheer", schedule: NEVER, target: module("quick") });
    await scheduler.createTask({
      name: "hard",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("fails"),
      retry: { maxAttempts: 2, initialDelay: "PT1M", jitter: false },
      followUps: [
        { on: "FAILURE", taskId: mend.id },
        { on: "SUCCESS", taskId: cheer.id },
      ],
    });
    await scheduler.advance("PT10M");
    const runs = await scheduler.runs({ trigger: "FOLLOW_UP" });
    expect(runs.map(({ task, state, scheduledFor }) => `${task} ${state} ${scheduledFor.toISOString()}`)).toEqual([
      "mend SUCCEEDED 2026-06-01T12:02:00.000Z",
    ]);
    const { payload } = scheduler.calls.find(({ run }) => run.trigger === "FOLLOW_UP") as { payload: unknown };
    expect(payload).toMatchObject({
      run: { state: "FAILED", attempt: 2 },
      result: null,
      error: { message: "no luck" },
    });
  });

  it.each([":memory:", `${folder}/chain.db`])(
    "are made exactly once over crashes at every stage (%s)",
    async (database) => {
      const scheduler = await startScheduler({ database });
      const last = await scheduler.createTask({ name: "last", schedule: NEVER, target: module("minute") });
      const first = { schedule: { once: { at: "2026-06-01T12:01:00Z" } }, target: module("minute") };
      await scheduler.createTask({ ...first, name: "again", followUps: [{ taskId: last.id }] });
      await scheduler.createTask({
        ...first,
        name: "never again",
        onCrash: "FAIL",
        followUps: [{ on: "FAILURE", taskId: last.id }],
      });
      for (const step of ["PT1M30S", "PT1M", "PT30S"]) {
        await scheduler.advance(step);
        await scheduler.crash();
        await scheduler.advance("PT5S");
        await scheduler.restart();
      }
      await scheduler.advance("PT30M");
      const followed = await scheduler.runs({ trigger: "FOLLOW_UP" });
      expect(followed.map(({ task, state }) => `${task} ${state}`)).toEqual(["last SUCCEEDED", "last SUCCEEDED"]);
      const ids = new Set(followed.map(({ id }) => id));
      const created = scheduler.events.filter(({ type, run }) => type === "CREATED" && run && ids.has(run.id));
      expect(created).toHaveLength(2);
    },
  );
});
