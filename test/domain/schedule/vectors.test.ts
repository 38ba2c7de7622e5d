// The clock-change vectors of FAULTS.md rule 12, each a night of 2011 to 2026 and the instants in UTC that must run.

import { describe, expect, test } from "vitest";
import type { CronSchedule } from "../../../server/domain/types.ts";
import { table } from "./timings.ts";

const cron = (timezone: string, expression: string): CronSchedule => ({ kind: "CRON", expression, timezone });

/** [from, until] in UTC, the expression and what runs in it, as `HH:mm` or, over several days, `DDTHH:mm`. */
type Vector = readonly [from: string, until: string, expression: string, expected: string];

/** Every so many minutes from the first to the last, as `HH:mm`. */
function every(minutes: number, from: string, until: string): string {
  const [at = 0, end = 0] = [from, until].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
  const times: string[] = [];
  for (let t = at; t <= end; t += minutes)
    times.push(`${String(Math.floor(t / 60)).padStart(2, "0")}:${String(t % 60).padStart(2, "0")}`);
  return times.join(" ");
}

const SPRING = ["2026-03-08T05:30Z", "2026-03-08T08:00Z"] as const;
const AUTUMN = ["2026-11-01T04:00Z", "2026-11-01T09:00Z"] as const;
const VECTORS: Record<string, readonly Vector[]> = {
  "America/New_York": [
    [...SPRING, "30 2 * * *", "07:00"],
    [...SPRING, "0,30 2 * * *", "07:00"],
    [...SPRING, "0 3 * * *", "07:00"],
    [...SPRING, "30 2,3 * * *", "07:00 07:30"],
    [...SPRING, "0 2,3 * * *", "07:00"],
    [...SPRING, "30 1-3 * * *", "06:30 07:00 07:30"],
    [...SPRING, "*/20 2 * * *", ""],
    [...SPRING, "*/30 * * * *", every(30, "05:30", "08:00")],
    [...SPRING, "0 * * * *", "06:00 07:00 08:00"],
    [...AUTUMN, "30 1 * * *", "05:30"],
    [...AUTUMN, "0,30 1 * * *", "05:00 05:30"],
    [...AUTUMN, "0 2 * * *", "07:00"],
    [...AUTUMN, "30 0-2 * * *", "04:30 05:30 07:30"],
    [...AUTUMN, "*/20 1 * * *", "05:00 05:20 05:40 06:00 06:20 06:40"],
    [...AUTUMN, "0 * * * *", "04:00 05:00 06:00 07:00 08:00 09:00"],
    // Six fields: the seconds decide like the others.
    [...SPRING, "0 30 2 * * *", "07:00"],
    [...SPRING, "*/30 30 2 * * *", ""],
    // A step behind a range starts with no star: fixed-time.
    [...SPRING, "0-50/10 2 * * *", "07:00"],
    [...AUTUMN, "0-40/20 1 * * *", "05:00 05:20 05:40"],
  ],
  "America/Sao_Paulo": [
    ["2018-11-04T00:00Z", "2018-11-04T20:00Z", "0 0 * * *", "03:00"],
    ["2018-11-04T00:00Z", "2018-11-04T20:00Z", "30 0 * * *", "03:00"],
    ["2018-02-18T00:00Z", "2018-02-18T20:00Z", "30 23 * * *", "01:30"],
    ["2018-02-18T00:00Z", "2018-02-18T20:00Z", "0 0 * * *", "03:00"],
  ],
  "Australia/Lord_Howe": [
    ["2026-04-04T14:00Z", "2026-04-04T23:00Z", "45 1 * * *", "14:45"],
    ["2026-04-04T14:00Z", "2026-04-04T23:00Z", "0 2 * * *", "15:30"],
    ["2026-04-04T13:00Z", "2026-04-04T17:00Z", "*/15 * * * *", every(15, "13:00", "17:00")],
    ["2026-10-03T14:00Z", "2026-10-03T23:00Z", "15 2 * * *", "15:30"],
    ["2026-10-03T13:00Z", "2026-10-03T17:00Z", "*/15 * * * *", every(15, "13:00", "17:00")],
  ],
  "Antarctica/Troll": [["2026-03-29T00:00Z", "2026-03-29T20:00Z", "30 2 * * *", "01:00"]],
  "Africa/Casablanca": [["2026-02-15T00:00Z", "2026-02-15T20:00Z", "30 2 * * *", "01:30"]],
  "Europe/Dublin": [["2026-10-25T00:00Z", "2026-10-25T20:00Z", "30 1 * * *", "00:30"]],
  "Asia/Kolkata": [["2026-03-29T00:00Z", "2026-03-29T23:00Z", "0 0 * * *", "18:30"]],
  "Pacific/Apia": [
    ["2011-12-29T12:00Z", "2012-01-01T00:00Z", "0 12 * * *", "29T22:00 30T22:00 31T22:00"],
    ["2011-12-01T00:00Z", "2012-02-01T00:00Z", "0 0 30 12 *", ""],
    ["2011-12-29T12:00Z", "2011-12-31T00:00Z", "0 */12 * * *", "29T22:00 30T10:00 30T22:00"],
  ],
};

for (const [timezone, vectors] of Object.entries(VECTORS)) {
  describe(timezone, () => {
    test.each(vectors)("%s to %s: %s runs at %s", (from, until, expression, expected) => {
      const found = table(cron(timezone, expression)).between(Date.parse(from) - 1, Date.parse(until), 100);
      const total = expected === "" ? 0 : expected.split(" ").length;
      expect(table(cron(timezone, expression)).newest(Date.parse(from) - 1, Date.parse(until), 2)).toEqual({
        occurrences: found.slice(-2),
        total: { count: total, exact: true },
      });
      const start = expected.includes("T") ? 8 : 11;
      expect(found.map(({ at }) => new Date(at).toISOString().slice(start, 16)).join(" ")).toBe(expected);
    });
  });
}

test("asked in the second pass of a repeated hour, a fixed-time run of the first pass is over", () => {
  for (const after of [
    "2026-11-01T06:00:00Z",
    "2026-11-01T06:10:00Z",
    "2026-11-01T06:29:59.999Z",
    "2026-11-01T06:59:59Z",
  ]) {
    expect(table(cron("America/New_York", "30 1 * * *")).next(Date.parse(after))?.at).toBe(
      Date.parse("2026-11-02T06:30Z"),
    );
  }
});

test("asked just before and at the end of a gap, the make-up run is given once", () => {
  const next = (after: string): number | undefined =>
    table(cron("America/New_York", "30 2 * * *")).next(Date.parse(after))?.at;
  expect(next("2026-03-08T06:59:59.999Z")).toBe(Date.parse("2026-03-08T07:00Z"));
  expect(next("2026-03-08T07:00:00Z")).toBe(Date.parse("2026-03-09T06:30Z"));
});

describe("notes say what a clock change did", () => {
  const noteAfter = (timezone: string, expression: string, after: string): string | undefined =>
    table(cron(timezone, expression)).next(Date.parse(after))?.notes[0]?.message;

  test("a time in a gap", () => {
    expect(noteAfter("Europe/Berlin", "30 2 * * *", "2026-03-28T12:00Z")).toBe(
      "02:30 does not exist on 2026-03-29 in Europe/Berlin (clocks go forward); runs at 03:00 instead",
    );
  });
  test("several times in a gap", () => {
    expect(noteAfter("Europe/Berlin", "0,30 2 * * *", "2026-03-28T12:00Z")).toBe(
      "02:00 and 02:30 do not exist on 2026-03-29 in Europe/Berlin (clocks go forward); runs once, at 03:00, instead",
    );
    expect(noteAfter("Europe/Berlin", "0-59 2 * * *", "2026-03-28T12:00Z")).toContain(
      "02:00 and 59 later times do not exist",
    );
  });
  test("a time in a gap that meets a run at the gap's end", () => {
    expect(noteAfter("Europe/Berlin", "0 2,3 * * *", "2026-03-28T12:00Z")).toContain("joins the run at 03:00");
  });
  test("a time that happens twice", () => {
    expect(noteAfter("Europe/Berlin", "30 2 * * *", "2026-10-24T12:00Z")).toBe(
      "02:30 happens twice on 2026-10-25 in Europe/Berlin (clocks go back); runs the first time only",
    );
  });
  test("the second pass of a repeated hour, and of a repeated half hour", () => {
    expect(noteAfter("Europe/Berlin", "*/30 * * * *", "2026-10-25T00:30Z")).toContain(
      "second pass of the repeated hour",
    );
    expect(noteAfter("Australia/Lord_Howe", "*/15 * * * *", "2026-04-04T14:45Z")).toContain(
      "second pass of the repeated 30 minutes",
    );
  });
  test("nothing on other days, in the first pass of a wildcard, and at the edges of a change", () => {
    expect(noteAfter("Europe/Berlin", "30 2 * * *", "2026-03-29T12:00Z")).toBeUndefined();
    expect(noteAfter("Europe/Berlin", "*/30 * * * *", "2026-10-25T00:00Z")).toBeUndefined();
    expect(noteAfter("Europe/Berlin", "0 3 * * *", "2026-03-28T12:00Z")).toBeUndefined();
    expect(noteAfter("Europe/Berlin", "0 3 * * *", "2026-10-24T12:00Z")).toBeUndefined();
    expect(noteAfter("Europe/Berlin", "59 1 * * *", "2026-10-24T12:00Z")).toBeUndefined();
  });
});
