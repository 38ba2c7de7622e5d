// What users simulate: retries, overlaps, timeouts, clock changes, cancellations — the product's own rules in simulated time.
import { describe, expect, it } from "vitest";
import { clockTimes, line, module, startScheduler } from "./support.ts";

const MINUTELY = { every: { interval: "PT1M" } };

describe("attempts", () => {
  it("that fail are repeated after their backoff, to the millisecond", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "unlucky",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("fails"),
      retry: { maxAttempts: 4, initialDelay: "PT10S", maxDelay: "PT30S", factor: 2, jitter: false },
    });
    await scheduler.advance("PT1H");
    expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual([
      "12:01:00",
      "12:01:10",
      "12:01:30",
      "12:02:00",
    ]);
    expect(scheduler.calls.map((call) => call.run.attempt)).toEqual([1, 2, 3, 4]);
    expect(await scheduler.runs()).toMatchObject([
      { state: "FAILED", attempt: 4, error: { code: "THROWN", message: "no luck" } },
    ]);
  });

  it("with jitter wait as chance says, and the test says what chance says", async () => {
    const scheduler = await startScheduler({ random: () => 0.25 });
    await scheduler.createTask({
      name: "unlucky",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("fails"),
      retry: { maxAttempts: 2, initialDelay: "PT20S", maxDelay: "PT20S", factor: 2, jitter: true },
    });
    await scheduler.advance("PT2M");
    expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual(["12:01:00", "12:01:05"]);
  });

  it("that take too long are stopped at their timeout, and their sleep is over then", async () => {
    const reasons: unknown[] = [];
    const scheduler = await startScheduler({
      modules: {
        sleeper: async (_, { sleep, signal, now }) => {
          await sleep("PT1H").catch((error: Error) => reasons.push([error.message, signal.aborted, now()]));
          throw new Error("woken");
        },
      },
    });
    await scheduler.createTask({
      name: "slow",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("sleeper"),
      timeout: "PT5M",
      retry: { maxAttempts: 1 },
    });
    await scheduler.advance("PT2H");
    expect(reasons).toEqual([["TIMEOUT", true, new Date("2026-06-01T12:06:00Z")]]);
    const [run] = await scheduler.runs();
    expect(run).toMatchObject({ state: "FAILED", error: { code: "TIMEOUT" } });
    expect(clockTimes([run?.startedAt ?? null, run?.finishedAt ?? null])).toEqual(["12:01:00", "12:06:00"]);
  });

  it("sleep at the same time, several times in one, and as long as nobody ends them", async () => {
    const scheduler = await startScheduler({
      modules: {
        many: async (_, { sleep, signal }) => {
          await Promise.all([sleep("PT10S"), sleep("PT30S"), sleep(20_000)]);
          await Promise.race([sleep("PT5S"), sleep("PT1H")]);
          await sleep(Number.POSITIVE_INFINITY).catch(() => {});
          return String(signal.reason);
        },
      },
    });
    const { id } = await scheduler.createTask({
      name: "many",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: module("many"),
      timeout: "P1D",
    });
    await scheduler.advance("PT10H");
    const { task } = await scheduler.query("query ($id: ID!) { task(id: $id) { runs { nodes { id state } } } }", {
      id,
    });
    expect(task.runs.nodes).toMatchObject([{ state: "RUNNING" }]);
    await scheduler.query("mutation ($id: ID!) { cancelRun(input: { id: $id }) { userErrors { code } } }", {
      id: task.runs.nodes[0].id,
    });
    expect(await scheduler.runs()).toMatchObject([{ state: "SUCCEEDED", result: "Error: CANCEL" }]);
  });

  it("wait for a slot when all are taken", async () => {
    const scheduler = await startScheduler({ settings: { WORKER_THREADS: "1" } });
    for (const name of ["a", "b", "c"])
      await scheduler.createTask({
        name,
        schedule: { once: { at: "2026-06-01T12:01:00Z" } },
        target: module("minute"),
      });
    await scheduler.advance("PT10M");
    expect(scheduler.calls.map(({ run }) => run.taskName)).toEqual(["a", "b", "c"]);
    expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual(["12:01:00", "12:02:00", "12:03:00"]);
    expect((await scheduler.runs()).map((run) => run.late)).toEqual([false, true, true]);
  });
});

describe("occurrences", () => {
  it.each([
    ["SKIP", ["01 SUCCEEDED", "02 SKIPPED", "03 SUCCEEDED", "04 SKIPPED", "05 SUCCEEDED"]],
    ["ALLOW", ["01 SUCCEEDED", "02 SUCCEEDED", "03 SUCCEEDED", "04 SUCCEEDED", "05 SUCCEEDED"]],
    ["BUFFER", ["01 SUCCEEDED", "02 SUCCEEDED", "03 SUCCEEDED", "04 SUCCEEDED", "05 SUCCEEDED"]],
    ["CANCEL_RUNNING", ["01 CANCELLED", "02 CANCELLED", "03 CANCELLED", "04 CANCELLED", "05 SUCCEEDED"]],
    ["TERMINATE_RUNNING", ["01 CANCELLED", "02 CANCELLED", "03 CANCELLED", "04 CANCELLED", "05 SUCCEEDED"]],
  ])("that fall due while one is going are treated by the overlap policy %s", async (overlapPolicy, expected) => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "overlapping",
      schedule: { every: { interval: "PT1M" } },
      endAt: "2026-06-01T12:05:00Z",
      target: module("sleeps"),
      payload: "PT90S",
      overlapPolicy,
    });
    await scheduler.advance("PT20M");
    const states = (await scheduler.runs()).map(
      (run) => `${run.scheduledFor.toISOString().slice(14, 16)} ${run.state}`,
    );
    expect(states).toEqual(expected);
  });

  it("follow each other at the interval after the end when the schedule says so", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "resting",
      schedule: { every: { interval: "PT10M", from: "LAST_END" } },
      target: module("sleeps"),
      payload: "PT3M",
    });
    await scheduler.advance("PT1H");
    expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual([
      "12:10:00",
      "12:23:00",
      "12:36:00",
      "12:49:00",
    ]);
  });

  it("of the past run in a backfill, one after the other, at its rate", async () => {
    const scheduler = await startScheduler();
    const { id } = await scheduler.createTask({
      name: "late",
      schedule: { cron: { expression: "0 * * * *" } },
      target: module("quick"),
    });
    const input = { id, from: "2026-06-01T00:00:00Z", until: "2026-06-01T05:00:00Z", rate: 2 };
    const backfill = `mutation ($input: BackfillTaskInput!) { backfillTask(input: $input) { count userErrors { message } } }`;
    expect((await scheduler.query(backfill, { input })).backfillTask).toEqual({ count: 6, userErrors: [] });
    await scheduler.advance("PT10M");
    const runs = await scheduler.runs({ trigger: "BACKFILL" });
    expect(clockTimes(runs.map((run) => run.scheduledFor))).toEqual([0, 1, 2, 3, 4, 5].map((hour) => `0${hour}:00:00`));
    expect(clockTimes(runs.map((run) => run.startedAt))).toEqual(
      ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30"].map((time) => `12:${time}`),
    );
    const { task } = await scheduler.query("query ($id: ID!) { task(id: $id) { backfills { state finishedAt } } }", {
      id,
    });
    expect(task.backfills).toEqual([{ state: "COMPLETED", finishedAt: "2026-06-01T12:02:30.000Z" }]);
  });

  it("that were missed wait for a person while the task says so, then the policy decides", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "held",
      schedule: { every: { interval: "PT1H" } },
      target: module("quick"),
      hold: { whenMoreThan: 1, for: "PT2H" },
      missedRunPolicy: "LAST",
    });
    await scheduler.crash();
    await scheduler.advance("PT3H30M");
    await scheduler.restart();
    expect(await scheduler.runs({ state: "HELD" })).toHaveLength(3);
    await scheduler.advance("PT1H59M59S");
    expect(await scheduler.runs({ state: "HELD" })).toHaveLength(3);
    await scheduler.advance("PT1S");
    const decided = (await scheduler.runs()).filter((run) => run.late);
    expect(decided.map((run) => run.state)).toEqual(["MISSED", "MISSED", "SUCCEEDED"]);
    expect(clockTimes(decided.map((run) => run.finishedAt))).toEqual(["17:30:00", "17:30:00", "17:30:00"]);
  });

  it("do not start any more beyond their start deadline", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({
      name: "prompt",
      schedule: { every: { interval: "PT10M" } },
      endAt: "2026-06-01T12:20:00Z",
      target: module("sleeps"),
      payload: "PT30M",
      timeout: "PT1H",
      overlapPolicy: "BUFFER",
      startDeadline: "PT15M",
    });
    await scheduler.advance("PT2H");
    const [first, second] = await scheduler.runs();
    expect(first?.state).toBe("SUCCEEDED");
    expect(second).toMatchObject({ state: "MISSED", finishedAt: new Date("2026-06-01T12:35:00.001Z") });
  });

  it("stop when the maximum of runs has started", async () => {
    const scheduler = await startScheduler();
    await scheduler.createTask({ name: "thrice", schedule: MINUTELY, target: module("quick"), maxRuns: 3 });
    await scheduler.advance("PT1H");
    expect(scheduler.calls).toHaveLength(3);
    expect(scheduler.events.map(line).at(-1)).toBe("12:03:00 TASK COMPLETED thrice");
  });

  it("on the night of a clock change run when the wall clock says so", async () => {
    const scheduler = await startScheduler({ startAt: "2026-03-28T12:00:00+01:00" });
    const create = (name: string, expression: string) =>
      scheduler.createTask({
        name,
        schedule: { cron: { expression, timezone: "Europe/Berlin" } },
        target: module("quick"),
      });
    await create("in the gap", "30 2 * * *");
    await create("hourly", "15 * * * *");
    await scheduler.advanceTo("2026-03-29T06:00:00+02:00");
    const [inGap, ...more] = await scheduler.runs({ task: "in the gap", state: "SUCCEEDED" });
    expect(more).toEqual([]);
    // 02:30 does not exist: it runs at the first instant after the gap, 03:00 summer time.
    expect(inGap?.startedAt).toEqual(new Date("2026-03-29T03:00:00+02:00"));
    const hours = (await scheduler.runs({ task: "hourly", state: "SUCCEEDED" }))
      .map((run) => run.scheduledFor)
      .filter((at) => at >= new Date("2026-03-29T00:00:00+01:00"));
    expect(clockTimes(hours)).toEqual(["23:15:00", "00:15:00", "01:15:00", "02:15:00", "03:15:00"]);
  });
});
