// What a timetable says is left out, and what clock changes do to it, by hand.

import { describe, expect, test } from "vitest";
import type { Timetable } from "../../../server/domain/schedule/index.ts";
import { cron } from "./arbitraries.ts";
import { cronTable, shownInstants, table } from "./timings.ts";

describe("what clock changes leave out", () => {
  const YEAR_2026 = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)] as const;
  const left = (timetable: Timetable) =>
    timetable
      .omissions(...YEAR_2026, 10)
      .map(({ at: instant, local, note }) => [
        instant === null ? null : shownInstants([{ at: instant }])[0],
        local,
        note.message,
      ]);

  test("a gap is told once, by its first time; nothing where the time is made up for", () => {
    expect(left(cronTable("Europe/Berlin", "* * * * *"))).toEqual([
      [
        null,
        "2026-03-29T02:00:00",
        "02:00 and 59 later times do not exist on 2026-03-29 in Europe/Berlin (clocks go forward); left out",
      ],
    ]);
    expect(left(cronTable("Europe/Berlin", "30 2 * * *", { gap: "SKIP", repeat: "BOTH" }))).toEqual([
      [
        null,
        "2026-03-29T02:30:00",
        "02:30 does not exist on 2026-03-29 in Europe/Berlin (clocks go forward); left out",
      ],
    ]);
    expect(left(cronTable("Europe/Berlin", "30 2 * * *", { repeat: "BOTH" }))).toEqual([]);
  });

  test("the pass that does not run is told with its instant", () => {
    const pass = (which: string) =>
      `02:30 happens twice on 2026-10-25 in Europe/Berlin (clocks go back); the ${which} pass is left out`;
    expect(left(cronTable("Europe/Berlin", "30 2 * * *"))).toEqual([
      ["2026-10-25T01:30", "2026-10-25T02:30:00", pass("second")],
    ]);
    expect(left(cronTable("Europe/Berlin", "30 2 * * *", { repeat: "SECOND" }))).toEqual([
      ["2026-10-25T00:30", "2026-10-25T02:30:00", pass("first")],
    ]);
    expect(left(cronTable("Europe/Berlin", "30 2 * * *", { repeat: "BOTH" }))).toEqual([]);
  });

  test("a day that a zone skipped", () => {
    const daily = cronTable("Pacific/Apia", "0 12 * * *");
    expect(daily.omissions(Date.UTC(2011, 11, 1), Date.UTC(2012, 0, 31), 5)).toMatchObject([
      { at: null, local: "2011-12-30T12:00:00", note: { kind: "DROPPED" } },
    ]);
  });

  test("oldest first, excluded occurrences among them, at most so many", () => {
    const timetable = table(cron("Europe/Berlin", "30 2 * * SUN"), {
      exclusions: [{ kind: "DATES", from: "2026-11-01", until: "2026-11-30", timezone: null }],
    });
    const kinds = timetable.omissions(...YEAR_2026, 100).map(({ local, note }) => `${local.slice(5, 10)} ${note.kind}`);
    expect(kinds).toEqual(
      ["10-25 DROPPED", "11-01", "11-08", "11-15", "11-22", "11-29"].map((text) =>
        text.length > 5 ? text : `${text} EXCLUDED`,
      ),
    );
    expect(timetable.omissions(...YEAR_2026, 2)).toHaveLength(2);
  });

  test("a change that falls into what is excluded or out of bounds is not told", () => {
    const sundays = { kind: "CRON", expression: "* * * * SUN", timezone: null } as const;
    const timetable = table(cron("Europe/Berlin", "30 2 * * *"), { exclusions: [sundays] });
    expect(timetable.impacts(...YEAR_2026, 10)).toEqual([]);
    const later = table(cron("Europe/Berlin", "30 2 * * *"), { startAt: Date.UTC(2026, 5, 1) });
    expect(later.impacts(...YEAR_2026, 10).map(({ kind }) => kind)).toEqual(["FIRST_PASS"]);
  });
});

describe("impacts", () => {
  test("each change of the zone that the schedule feels", () => {
    const impacts = table({
      kind: "UNION",
      of: [cron("Europe/Berlin", "30 2 * * *"), cron("America/New_York", "*/30 1 * * *")],
    });
    expect(impacts.impacts(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1), 10)).toEqual([
      {
        timezone: "Europe/Berlin",
        changeAt: Date.parse("2026-03-29T01:00Z"),
        offsetBefore: "+01:00",
        offsetAfter: "+02:00",
        kind: "MOVED",
        at: Date.parse("2026-03-29T01:00Z"),
        local: "2026-03-29T02:30:00",
        message: "02:30 does not exist on 2026-03-29 in Europe/Berlin (clocks go forward); runs at 03:00 instead",
      },
      {
        timezone: "Europe/Berlin",
        changeAt: Date.parse("2026-10-25T01:00Z"),
        offsetBefore: "+02:00",
        offsetAfter: "+01:00",
        kind: "FIRST_PASS",
        at: Date.parse("2026-10-25T00:30Z"),
        local: "2026-10-25T02:30:00",
        message: "02:30 happens twice on 2026-10-25 in Europe/Berlin (clocks go back); runs the first time only",
      },
      {
        timezone: "America/New_York",
        changeAt: Date.parse("2026-11-01T06:00Z"),
        offsetBefore: "-04:00",
        offsetAfter: "-05:00",
        kind: "REPEATED",
        at: Date.parse("2026-11-01T06:00Z"),
        local: "2026-11-01T01:00:00",
        message: "01:00 and 01:30 happen twice on 2026-11-01 in America/New_York (clocks go back); run both times",
      },
    ]);
  });
});
