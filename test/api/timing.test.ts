// Timing through the API: what tasks say about their timing, previews, explanations, edits before they are saved, the future of all.
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { createTask, done, readTask, startAtNoon, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const BERLIN = "Europe/Berlin";
const cron = (expression: string, changes: object = {}) => ({ cron: { expression, timezone: BERLIN, ...changes } });
const PREVIEW = `query ($input: PreviewScheduleInput!) { previewSchedule(input: $input) { description timezone remarks
  occurrences { at effectiveAt local offset note notes { kind } } omitted { at local timezone note { kind message } } userErrors { code field message } } }`;
const preview = async (input: object) => (await data(url(), PREVIEW, { input })).previewSchedule;
const locals = (list: { local: string }[]) => list.map(({ local }) => local.slice(5, 16));

describe("a task", () => {
  it("tells all of its timing as it was given, and a rename moves no run", async () => {
    const task = await createTask(url(), {
      name: "Timed",
      schedule: {
        union: {
          of: [
            cron("H 3 * * *", { gap: "SKIP", repeat: "BOTH" }),
            { rrule: { rule: "freq=monthly;byday=-1fr", start: "2026-01-01T09:00:00", timezone: BERLIN } },
          ],
        },
      },
      exclusions: [
        { dates: { from: "2026-12-24", until: "2026-12-26" } },
        { cron: { expression: "* * 1 1 *", timezone: "UTC" } },
      ],
      startAt: "2026-12-01T00:00:00Z",
      endAt: "2030-01-01T00:00:00+01:00",
      maxRuns: 500,
      jitter: "PT5M",
      overlapPolicy: "BUFFER",
      overlapBuffer: 3,
      missedRunPolicy: "LAST_N",
      catchUpLimit: 7,
      catchUpOrder: "NEWEST_FIRST",
      catchUpRate: 60,
      startDeadline: "PT2H",
      hold: { whenMoreThan: 5 },
    });
    const fields = `name hashSeed startAt endAt maxRuns runCount jitter overlapBuffer catchUpLimit catchUpOrder catchUpRate startDeadline
      hold { whenMoreThan for } exclusions { __typename description ... on DateExclusion { from until timezone } ... on CronExclusion { expression timezone } }
      schedule { __typename ... on UnionSchedule { of { __typename description ... on CronSchedule { expression gap repeat } ... on RruleSchedule { rule start } } } }
      upcoming(first: 2) { at effectiveAt }`;
    const told = await readTask(url(), task.id, fields);
    expect(told).toMatchObject({
      hashSeed: "Timed",
      startAt: "2026-12-01T00:00:00.000Z",
      endAt: "2029-12-31T23:00:00.000Z",
      maxRuns: 500,
      runCount: 0,
      jitter: "PT5M",
      overlapBuffer: 3,
      catchUpLimit: 7,
      catchUpOrder: "NEWEST_FIRST",
      catchUpRate: 60,
      startDeadline: "PT2H",
      hold: { whenMoreThan: 5, for: "PT1H" },
      exclusions: [
        { __typename: "DateExclusion", from: "2026-12-24", until: "2026-12-26", timezone: null },
        { __typename: "CronExclusion", expression: "* * 1 1 *", timezone: "UTC" },
      ],
      schedule: {
        of: [
          { expression: "H 3 * * *", gap: "SKIP", repeat: "BOTH" },
          { rule: "FREQ=MONTHLY;BYDAY=-1FR", start: "2026-01-01T09:00:00" },
        ],
      },
    });
    const renamed = await done(url(), "updateTask", {
      id: task.id,
      version: 1,
      name: "Other",
      maxRuns: null,
      startDeadline: null,
      hold: null,
      catchUpRate: null,
    });
    const after = await readTask(
      url(),
      renamed.id,
      `hashSeed maxRuns runCount startDeadline catchUpRate hold { for } upcoming(first: 2) { at effectiveAt }`,
    );
    expect(after).toEqual({
      hashSeed: "Timed",
      maxRuns: null,
      runCount: null,
      startDeadline: null,
      catchUpRate: null,
      hold: null,
      upcoming: told.upcoming,
    });
  });

  it("that says nothing about its timing has the defaults that the schema names", async () => {
    const { id } = await createTask(url(), {});
    expect(await readTask(url(), id, "exclusions { description } startAt endAt maxRuns jitter overlapBuffer catchUpLimit catchUpOrder catchUpRate startDeadline hold { for }")).toEqual({
      exclusions: [], startAt: null, endAt: null, maxRuns: null, jitter: "PT0S", overlapBuffer: 10, catchUpLimit: 10,
      catchUpOrder: "OLDEST_FIRST", catchUpRate: null, startDeadline: null, hold: null,
    }); // biome-ignore format: one value
  });
});

describe("a preview", () => {
  it("shows each occurrence with its local time, and what clock changes and exclusions do", async () => {
    const nightly = { after: "2026-03-27T12:00:00Z", first: 3 };
    const moved = await preview({ schedule: cron("30 2 * * *"), ...nightly });
    expect(moved.occurrences.map((each: { local: string; offset: string }) => `${each.local} ${each.offset}`)).toEqual([
      "2026-03-28T02:30:00 +01:00", "2026-03-29T03:00:00 +02:00", "2026-03-30T02:30:00 +02:00",
    ]); // biome-ignore format: one row
    expect(moved.occurrences[1]).toMatchObject({
      notes: [{ kind: "MOVED" }],
      note: expect.stringContaining("02:30 does not exist on 2026-03-29"),
    });
    const skipped = await preview({ schedule: cron("30 2 * * *", { gap: "SKIP" }), ...nightly });
    expect(locals(skipped.occurrences)).toEqual(["03-28T02:30", "03-30T02:30", "03-31T02:30"]);
    expect(skipped.omitted).toMatchObject([
      { at: null, local: "2026-03-29T02:30:00", timezone: BERLIN, note: { kind: "DROPPED" } },
    ]);
    const twice = await preview({
      schedule: cron("30 2 * * *", { repeat: "BOTH" }),
      after: "2026-10-24T12:00:00Z",
      first: 2,
    });
    expect(twice.occurrences.map(({ at }: { at: string }) => at)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
    const excluded = await preview({
      schedule: cron("0 9 * * *"),
      exclusions: [{ dates: { from: "2026-03-28" } }],
      ...nightly,
    });
    expect(excluded.omitted).toMatchObject([{ local: "2026-03-28T09:00:00", note: { kind: "EXCLUDED" } }]);
  });

  it("spreads by the seed that the task will have, within the window", async () => {
    const of = async (hashSeed: string) =>
      (await preview({ schedule: cron("0 3 * * *"), jitter: "PT30M", hashSeed, first: 2 })).occurrences;
    const [first, second] = await of("nightly");
    const offset = Date.parse(first.effectiveAt) - Date.parse(first.at);
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(30 * 60_000);
    expect(Date.parse(second.effectiveAt) - Date.parse(second.at)).toBe(offset);
    expect((await of("another"))[0].effectiveAt).not.toBe(first.effectiveAt);
    const { id } = await createTask(url(), { name: "nightly", schedule: cron("0 3 * * *"), jitter: "PT30M" });
    expect((await readTask(url(), id, "nextRunAt")).nextRunAt).toBe(first.effectiveAt);
  });

  it("of an instant that has passed within its grace says that it runs at once", async () => {
    const at = new Date(Date.now() - 60_000).toISOString();
    const { occurrences } = await preview({ schedule: { once: { at, grace: "PT5M" } } });
    expect(occurrences).toMatchObject([
      { at, notes: [{ kind: "ASSUMED" }], note: expect.stringContaining("as soon as it is created") },
    ]);
  });

  it("remarks on what is often misread, and knows when nothing is left", async () => {
    expect((await preview({ schedule: cron("0 0 13 * FRI") })).remarks).toEqual([
      expect.stringContaining("either one runs"),
    ]);
    expect((await preview({ schedule: cron("0 0 13 * *"), maxRuns: 2, first: 10 })).occurrences).toHaveLength(2);
    const ended = await preview({
      schedule: cron("0 0 * * *"),
      endAt: "2026-03-29T00:00:00Z",
      after: "2026-03-27T12:00:00Z",
    });
    expect(ended.occurrences).toHaveLength(2);
  });
});

const EXPLAIN = `query ($id: ID!, $at: DateTime!) { explainOccurrence(taskId: $id, at: $at) { verdict summary local run { id state } previous { at } next { at }
  checks { __typename passed message ... on FieldCheck { field expected actual } ... on RunCheck { blockedBy { id } } ... on TaskStateCheck { state } ... on ExclusionCheck { calendar { name } } } } }`;

describe("an explanation", () => {
  it("goes through the checks for an instant of the future and of the past", async () => {
    const { url, clock } = await startAtNoon();
    const explain = async (id: string, at: string) => (await data(url, EXPLAIN, { id, at })).explainOccurrence;
    const { id } = await createTask(url, {
      schedule: { cron: { expression: "*/5 * * * *" } },
      exclusions: [{ dates: { from: "2026-06-03" } }],
    });
    expect(await explain(id, "2026-06-01T12:05:00Z")).toMatchObject({
      verdict: "WILL_RUN",
      run: { state: "SCHEDULED" },
      next: { at: "2026-06-01T12:10:00.000Z" },
    });
    const odd = await explain(id, "2026-06-01T12:07:00Z");
    expect(odd).toMatchObject({ verdict: "NOT_DUE", previous: { at: "2026-06-01T12:05:00.000Z" } });
    expect(odd.checks.find(({ passed }: { passed: boolean }) => passed === false)).toMatchObject({
      __typename: "FieldCheck",
      field: "minute",
      actual: "07",
    });
    const left = await explain(id, "2026-06-03T12:00:00Z");
    expect(left.checks.at(-1)).toMatchObject({ __typename: "ExclusionCheck", passed: false, calendar: null });
    await done(url, "pauseTask", { id, reason: "new disk" });
    expect(await explain(id, "2026-06-02T12:00:00Z")).toMatchObject({
      verdict: "WILL_NOT_RUN",
      summary: expect.stringContaining("new disk"),
    });
    clock.jump(600_000);
    await done(url, "resumeTask", { id });
    expect(await explain(id, "2026-06-01T12:05:00Z")).toMatchObject({
      verdict: "DID_NOT_RUN",
      run: { state: "SKIPPED" },
      summary: expect.stringContaining("The task was paused"),
    });
    expect(await explain(id, "2026-05-01T12:05:00Z")).toMatchObject({ verdict: "UNKNOWN", run: null });
    expect(
      (await data(url, EXPLAIN, { id: "01900000-0000-7000-8000-000000000000", at: "2026-06-01T12:05:00Z" }))
        .explainOccurrence,
    ).toBeNull();
  });
});

describe("an edit that is not saved", () => {
  const CHANGE = `query ($input: PreviewTaskChangeInput!) { previewTaskChange(input: $input) { from until truncated unchanged added { local } removed { local }
    moved { from { local } to { local } } overlaps { sampleSize before after } userErrors { code field message } } }`;
  const change = async (input: object) => (await data(url(), CHANGE, { input })).previewTaskChange;
  const WINDOW = { from: "2026-12-07T00:00:00Z", until: "2026-12-10T00:00:00Z" };

  it("shows what it adds, takes away, moves and leaves, and changes nothing", async () => {
    const { id } = await createTask(url(), { schedule: cron("0 9 * * *") });
    const hour = await change({ id, schedule: cron("30 10 * * *"), ...WINDOW });
    expect(hour).toMatchObject({ added: [], removed: [], unchanged: 0, truncated: false, overlaps: null });
    expect(
      hour.moved.map(
        (each: { from: { local: string }; to: { local: string } }) => `${each.from.local} ${each.to.local}`,
      ),
    ).toEqual(["07", "08", "09"].map((day) => `2026-12-${day}T09:00:00 2026-12-${day}T10:30:00`));
    const more = await change({ id, schedule: cron("0 9,15 * * *"), ...WINDOW });
    expect([locals(more.added), more.removed, more.unchanged]).toEqual([
      ["12-07T15:00", "12-08T15:00", "12-09T15:00"],
      [],
      3,
    ]);
    const fewer = await change({ id, exclusions: [{ dates: { from: "2026-12-08" } }], ...WINDOW });
    expect([locals(fewer.removed), fewer.unchanged]).toEqual([["12-08T09:00"], 2]);
    expect((await readTask(url(), id, "version")).version).toBe(1);
  });

  it("cuts a long window and says so, and refuses what cannot be", async () => {
    const { id } = await createTask(url(), { schedule: cron("0 9 * * *") });
    const long = await change({
      id,
      schedule: { every: { interval: "PT1S", anchor: "2026-12-07T00:00:00Z" } },
      ...WINDOW,
    });
    expect(long).toMatchObject({ truncated: true, until: "2026-12-07T00:16:39.000Z" });
    expect((await change({ id, schedule: cron("61 * * * *") })).userErrors).toMatchObject([
      { code: "INVALID_CRON", field: ["schedule", "cron", "expression"] },
    ]);
    expect((await change({ id, from: WINDOW.until, until: WINDOW.from })).userErrors).toMatchObject([
      { code: "OUT_OF_RANGE", field: ["until"] },
    ]);
    expect((await change({ id: "01900000-0000-7000-8000-000000000000" })).userErrors).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
  });
});
