import { describe, expect, it } from "vitest";
import { until } from "../support/wait.ts";
import {
  createTask,
  done,
  ECHO,
  finished,
  IN_2099,
  mutate,
  RUN,
  readTask,
  startAtNoon,
  TASK,
  useSharedApp,
} from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const RUNS = `runs(first: 100, orderBy: { field: SCHEDULED_FOR, direction: ASC }) { totalCount nodes { ${RUN} } }`;

describe("a pause", () => {
  it("has a reason, takes planned occurrences back, and its occurrences are recorded as SKIPPED with it", async () => {
    const { url, clock } = await startAtNoon();
    const { id } = await createTask(url, { schedule: { every: { interval: "PT1M" } } });
    clock.jump(5_000);
    const paused = await done(url, "pauseTask", { id, reason: " Disk is being replaced " });
    expect(paused).toMatchObject({
      state: "PAUSED",
      version: 2,
      pauseReason: "Disk is being replaced",
      pausedAt: "2026-06-01T12:00:05.000Z",
      nextRunAt: null,
    });
    expect(await readTask(url, id, "upcoming { at } runs { totalCount }")).toEqual({
      upcoming: [],
      runs: { totalCount: 0 },
    });
    expect((await mutate(url, "pauseTask", { id })).userErrors).toMatchObject([
      { code: "ILLEGAL_STATE", message: expect.stringContaining("PAUSED") },
    ]);
    clock.jump(180_000);
    const resumed = await done(url, "resumeTask", { id });
    expect(resumed).toMatchObject({
      state: "ACTIVE",
      version: 3,
      pauseReason: null,
      pausedAt: null,
      nextRunAt: "2026-06-01T12:04:00.000Z",
    });
    const { runs } = await readTask(url, id, RUNS);
    expect(runs.nodes.map((run: { scheduledFor: string; state: string }) => [run.scheduledFor.slice(11, 16), run.state])).toEqual([
      ["12:01", "SKIPPED"], ["12:02", "SKIPPED"], ["12:03", "SKIPPED"], ["12:04", "SCHEDULED"],
    ]); // biome-ignore format: one row
    for (const { why, late, startedAt } of runs.nodes.slice(0, 3)) {
      expect([why, late, startedAt]).toEqual([
        'The task was paused from 2026-06-01 12:00:05 UTC ("Disk is being replaced").',
        false,
        null,
      ]);
    }
    expect((await mutate(url, "resumeTask", { id })).userErrors).toMatchObject([
      { code: "ILLEGAL_STATE", message: expect.stringContaining("ACTIVE") },
    ]);
  });

  it("of a year is recorded in at most 101 rows, and no occurrence is forgotten", async () => {
    const { url, clock } = await startAtNoon();
    const { id } = await createTask(url, { schedule: { every: { interval: "PT1S" } }, paused: true });
    clock.jump(31_536_000_000);
    await done(url, "resumeTask", { id });
    const { skipped } = await readTask(
      url,
      id,
      "skipped: runs(filter: { state: [SKIPPED] }, last: 1) { totalCount nodes { why } }",
    );
    expect(skipped).toEqual({
      totalCount: 101,
      nodes: [{ why: expect.stringMatching(/^Stands for 31535900 occurrences from 2026-06-01 12:00:01 UTC on/) }],
    });
  });

  it("does not hold triggers by hand", async () => {
    const { id } = await createTask(url(), { paused: true });
    expect(await finished(url(), (await done(url(), "triggerTask", { id })).id)).toMatchObject({ state: "SUCCEEDED" });
    expect(await readTask(url(), id, "state")).toEqual({ state: "PAUSED" });
  });
});

describe("a task that runs once", () => {
  it("is COMPLETED after it ran in time, and becomes active by a new instant", async () => {
    const at = new Date(Date.now() + 400).toISOString();
    const { id } = await createTask(url(), { schedule: { once: { at } }, payload: { answer: 42 } });
    const task = await until("it is completed", async () => {
      const read = await readTask(url(), id, `${TASK} lastRun { ${RUN} }`);
      return read.state === "COMPLETED" && read.lastRun.state === "SUCCEEDED" && read;
    });
    expect(task).toMatchObject({
      nextRunAt: null,
      version: 1,
      lastRun: {
        trigger: "SCHEDULE",
        scheduledFor: at,
        state: "SUCCEEDED",
        late: false,
        attempt: 1,
        result: { payload: { answer: 42 } },
      },
    });
    expect(task.lastRun.latenessMs).toBeGreaterThanOrEqual(0);
    expect((await mutate(url(), "pauseTask", { id })).userErrors[0]).toMatchObject({
      code: "ILLEGAL_STATE",
      message: expect.stringContaining("COMPLETED"),
    });
    expect(await done(url(), "updateTask", { id, version: 1, schedule: IN_2099 })).toMatchObject({
      state: "ACTIVE",
      nextRunAt: "2099-01-01T00:00:00.000Z",
    });
  });
});

describe("a trigger", () => {
  it.each([
    ["the task's payload when none is given", {}, { from: "task" }, null],
    ["another payload", { payload: [1] }, [1], [1]],
    ["a payload of false", { payload: false }, false, false],
    ["no payload when null is given", { payload: null }, null, null],
  ])("runs at once with %s", async (_, given, received, kept) => {
    const { id } = await createTask(url(), { payload: { from: "task" }, target: ECHO });
    const run = await done(url(), "triggerTask", { id, ...given });
    expect(run).toMatchObject({ trigger: "MANUAL", task: { id }, attempt: 0, maxAttempts: 3, payload: kept });
    const over = await finished(url(), run.id);
    expect(over).toMatchObject({ state: "SUCCEEDED", payload: kept, dueAt: null, why: null, error: null });
    expect(over.result.payload).toEqual(received);
    expect(await readTask(url(), id, "nextRunAt lastRun { id }")).toEqual({
      nextRunAt: "2099-01-01T00:00:00.000Z",
      lastRun: { id: run.id },
    });
  });
});
