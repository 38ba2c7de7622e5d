// Held runs, resuming, backfills and calendars through the API, under a clock that stands still until the test moves it.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import type { ManualClock } from "../support/clock.ts";
import { createTask, done, mutate, RUN, readTask, startAtNoon } from "./support.ts";

const MINUTELY = { cron: { expression: "* * * * *" } };
const RUNS = `runs(first: 100, orderBy: { field: SCHEDULED_FOR, direction: ASC }) { nodes { ${RUN} heldUntil effectiveAt backfill { id } } }`;
interface Row {
  id: string;
  state: string;
  scheduledFor: string;
  why: string;
  trigger: string;
}
const rowsOf = async (url: string, id: string): Promise<Row[]> => (await readTask(url, id, RUNS)).runs.nodes;
const short = (rows: Row[]) => rows.map(({ scheduledFor, state }) => `${scheduledFor.slice(14, 16)} ${state}`);
/** Lets time go by in steps, each with time for the loops' and threads' real work, until something is seen. */
async function pass(clock: ManualClock, stepMs: number, seen: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < 1_000; step++) {
    clock.advance(stepMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (await seen()) return;
  }
  throw new Error("not seen within 1,000 steps");
}
const UNKNOWN = "01900000-0000-7000-8000-000000000000";

/** A task that was paused for five minutes. */
async function paused(changes: object = {}) {
  const { url, clock } = await startAtNoon();
  const { id } = await createTask(url, { schedule: MINUTELY, ...changes });
  await done(url, "pauseTask", { id });
  clock.jump(5 * 60_000 + 1_000);
  return { url, clock, id };
}

describe("resuming", () => {
  it("tells beforehand how many occurrences fell into the pause", async () => {
    const { url, id } = await paused();
    expect(await readTask(url, id, "occurrencesSincePause")).toEqual({ occurrencesSincePause: 5 });
  });

  it.each([
    [undefined, ["01 SKIPPED", "02 SKIPPED", "03 SKIPPED", "04 SKIPPED", "05 SKIPPED", "06 SCHEDULED"]],
    ["LAST", ["01 SKIPPED", "02 SKIPPED", "03 SKIPPED", "04 SKIPPED", "05 QUEUED", "06 SCHEDULED"]],
    ["ALL", ["01 QUEUED", "02 QUEUED", "03 QUEUED", "04 QUEUED", "05 QUEUED", "06 SCHEDULED"]],
    ["HOLD", ["01 HELD", "02 HELD", "03 HELD", "04 HELD", "05 HELD", "06 SCHEDULED"]],
  ])("with the choice %s decides about each of them", async (missed, expected) => {
    const { url, id } = await paused();
    await done(url, "resumeTask", missed === undefined ? { id } : { id, missed });
    expect(short(await rowsOf(url, id))).toEqual(expected);
  });

  it("holds them by itself when there are more than the task allows", async () => {
    const { url, id } = await paused({ hold: { whenMoreThan: 4, for: "PT10M" } });
    await done(url, "resumeTask", { id });
    const { heldRuns } = await readTask(url, id, "heldRuns { state heldUntil why }");
    expect(heldRuns).toHaveLength(5);
    expect(heldRuns[0]).toMatchObject({
      state: "HELD",
      heldUntil: "2026-06-01T12:15:01.000Z",
      why: expect.stringContaining("Held for a person"),
    });
  });
});

describe("held runs", () => {
  const resolve = (url: string, input: object) => mutate(url, "resolveHeldRuns", input, "runs { id state why dueAt }");
  async function held() {
    const { url, id, clock } = await paused();
    await done(url, "resumeTask", { id, missed: "HOLD" });
    const rows = (await rowsOf(url, id)).filter(({ state }) => state === "HELD");
    return { url, id, clock, rows };
  }

  it.each([
    ["NONE", [], 0],
    ["LAST", [4], 0],
    ["ALL", [0, 1, 2, 3, 4], 0],
    ["SELECTED", [1, 3], 2],
  ] as [string, number[], number][])(
    "run by the choice %s, the others are MISSED with its reason",
    async (choice, run, selected) => {
      const { url, id, rows } = await held();
      const runIds = selected > 0 ? run.map((index) => rows[index]?.id) : undefined;
      const answer = await resolve(url, { taskId: id, choice, runIds, reason: "as agreed" });
      expect(answer.runs.map(({ state }: Row) => state)).toEqual(
        rows.map((_, index) => (run.includes(index) ? "QUEUED" : "MISSED")),
      );
      for (const { why } of answer.runs) expect(why).toContain('("as agreed")');
      expect((await resolve(url, { taskId: id, choice: "NONE" })).userErrors).toMatchObject([
        { code: "ILLEGAL_STATE", field: ["taskId"] },
      ]);
    },
  );

  it("refuse a choice that makes no sense", async () => {
    const { url, id } = await held();
    expect((await resolve(url, { taskId: id, choice: "SELECTED" })).userErrors).toMatchObject([
      { code: "REQUIRED", field: ["runIds"] },
    ]);
    expect((await resolve(url, { taskId: id, choice: "ALL", runIds: [UNKNOWN] })).userErrors).toMatchObject([
      { code: "BAD_REQUEST", field: ["runIds"] },
    ]);
    expect((await resolve(url, { taskId: id, choice: "SELECTED", runIds: [UNKNOWN] })).userErrors).toMatchObject([
      { code: "NOT_FOUND", field: ["runIds"] },
    ]);
    expect((await resolve(url, { taskId: UNKNOWN, choice: "ALL" })).userErrors).toMatchObject([
      { code: "NOT_FOUND", field: ["taskId"] },
    ]);
    expect((await readTask(url, id, "heldRuns { id }")).heldRuns).toHaveLength(5);
  });
});

describe("a backfill", () => {
  const BACKFILL = "count sample { local } backfill { id state total created rate order scope overlapPolicy }";
  const RANGE = { from: "2026-06-01T11:00:00Z", until: "2026-06-01T11:04:00Z" };
  const backfill = (url: string, input: object) => mutate(url, "backfillTask", { ...RANGE, ...input }, BACKFILL);

  it("is counted first, and a dry run writes nothing", async () => {
    const { url } = await startAtNoon();
    const { id } = await createTask(url, { schedule: MINUTELY, exclusions: [{ cron: { expression: "2 11 * * *" } }] });
    const dry = await backfill(url, { id, dryRun: true });
    expect(dry).toMatchObject({ count: 4, backfill: null, userErrors: [] });
    expect(dry.sample.map(({ local }: { local: string }) => local.slice(11, 16))).toEqual([
      "11:00",
      "11:01",
      "11:03",
      "11:04",
    ]);
    expect(await readTask(url, id, "backfills { id }")).toEqual({ backfills: [] });
  });

  it("hands its runs out marked, at its rate and in its order, and ends when the last has", async () => {
    const { url, clock } = await startAtNoon();
    const { id } = await createTask(url, { schedule: MINUTELY, paused: true });
    const made = await backfill(url, { id, rate: 6, order: "NEWEST_FIRST", idempotencyKey: "once" });
    expect(made).toMatchObject({
      count: 5,
      backfill: {
        state: "RUNNING",
        total: 5,
        created: 0,
        rate: 6,
        order: "NEWEST_FIRST",
        scope: "NOT_RUN",
        overlapPolicy: null,
      },
    });
    expect((await backfill(url, { id, rate: 6, order: "NEWEST_FIRST", idempotencyKey: "once" })).backfill.id).toBe(
      made.backfill.id,
    );
    await pass(
      clock,
      1_000,
      async () => (await readTask(url, id, "backfills { state }")).backfills[0].state === "COMPLETED",
    );
    const rows = await rowsOf(url, id);
    expect(rows.map(({ trigger, state }) => `${trigger} ${state}`)).toEqual(
      Array.from({ length: 5 }, () => "BACKFILL SUCCEEDED"),
    );
    const marked = await data(
      url,
      `query ($id: ID!) { runs(filter: { backfillId: [$id] }, orderBy: { field: SCHEDULED_FOR, direction: DESC }) { nodes { effectiveAt backfill { id } } } }`,
      { id: made.backfill.id },
    );
    const [first, ...others] = marked.runs.nodes.map((run: { effectiveAt: string }) => Date.parse(run.effectiveAt));
    expect(others.map((at: number) => (at - first) / 1_000)).toEqual([10, 20, 30, 40]);
    const { backfills } = await readTask(url, id, "backfills { state finished succeeded finishedAt }");
    expect(backfills).toMatchObject([
      { state: "COMPLETED", finished: 5, succeeded: 5, finishedAt: expect.any(String) },
    ]);
    expect((await backfill(url, { id, dryRun: true })).count).toBe(0);
    expect((await backfill(url, { id, dryRun: true, scope: "ALL" })).count).toBe(5);
  });

  it("is cancelled with what of it still waits", async () => {
    const { url, clock } = await startAtNoon();
    const { id } = await createTask(url, { schedule: MINUTELY, paused: true });
    const { backfill: made } = await backfill(url, { id, rate: 1 });
    await pass(clock, 50, async () => (await rowsOf(url, id)).some(({ state }) => state === "SUCCEEDED"));
    const cancelled = await mutate(url, "cancelBackfill", { id: made.id }, "backfill { state finishedAt }");
    expect(cancelled).toMatchObject({ backfill: { state: "CANCELLED" }, userErrors: [] });
    const states = (await rowsOf(url, id)).map(({ state }) => state);
    expect(states.filter((state) => state === "CANCELLED").length).toBeGreaterThanOrEqual(4);
    expect((await mutate(url, "cancelBackfill", { id: made.id }, "backfill { state }")).userErrors).toMatchObject([
      { code: "ILLEGAL_STATE" },
    ]);
  });

  it("refuses what is no range of the past", async () => {
    const { url } = await startAtNoon();
    const { id } = await createTask(url, { schedule: { every: { interval: "PT1S", anchor: "2020-01-01T00:00:00Z" } } });
    const refused = async (input: object) => (await backfill(url, { id, ...input })).userErrors[0];
    expect(await refused({ until: "2026-06-02T00:00:00Z" })).toMatchObject({
      code: "OUT_OF_RANGE",
      field: ["until"],
      message: expect.stringContaining("future"),
    });
    expect(await refused({ until: "2026-05-01T00:00:00Z" })).toMatchObject({
      code: "OUT_OF_RANGE",
      message: expect.stringContaining("before from"),
    });
    expect(await refused({ from: "2026-05-01T00:00:00Z" })).toMatchObject({
      code: "OUT_OF_RANGE",
      message: expect.stringContaining("more than 10000"),
    });
    expect(await refused({ from: "yesterday" })).toMatchObject({ code: "INVALID_DATE", field: ["from"] });
    expect(await refused({ rate: 0 })).toMatchObject({ code: "OUT_OF_RANGE", field: ["rate"] });
    const rests = await createTask(url, { schedule: { every: { interval: "PT1H", from: "LAST_END" } } });
    expect((await backfill(url, { id: rests.id })).userErrors).toMatchObject([
      { code: "ILLEGAL_STATE", field: ["id"] },
    ]);
  });
});
