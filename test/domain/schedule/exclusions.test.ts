// What exclusions leave out, against asking the wall clock of every occurrence, and by hand.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timetableOf } from "../../../server/domain/schedule/index.ts";
import type { Calendar, CalendarEntry, Exclusion, Schedule } from "../../../server/domain/types.ts";
import { cron, instants, plainExpressions, SEED, zones } from "./arbitraries.ts";
import { localMinute, matcher } from "./oracle.ts";
import { accepted, calendar, cronTable, shownInstants, table, timing } from "./timings.ts";

const DAY_MS = 86_400_000;
const from = Date.UTC(2026, 0, 1) - 1;
const HOLIDAYS = { kind: "CALENDAR", calendarId: "holidays" } as const;
const localOf = (zone: string, at: number): string =>
  new Date(localMinute(zone, at) * 60_000).toISOString().slice(0, 19);

describe("against the wall clock of every occurrence", () => {
  const dates = fc.tuple(instants, fc.integer({ min: 0, max: 40 })).map(([at, days]): Exclusion => {
    const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
    return { kind: "DATES", from: text(at), until: text(at + days * DAY_MS), timezone: null };
  });
  const crons = plainExpressions
    .filter(accepted)
    .map((expression): Exclusion => ({ kind: "CRON", expression, timezone: null }));
  const entry = (start: number): fc.Arbitrary<CalendarEntry> =>
    fc.tuple(fc.integer({ min: 0, max: 20 * 1440 }), fc.integer({ min: 1, max: 3 * 1440 })).map(([minute, length]) => {
      const text = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
      const begin = start + minute * 60_000;
      return { from: text(begin), until: text(begin + length * 60_000), label: null };
    });
  const calendars = fc
    .tuple(instants, fc.array(fc.integer({ min: 0, max: 400 * DAY_MS }), { maxLength: 8 }))
    .chain(([at]) => fc.array(entry(Math.floor(at / DAY_MS) * DAY_MS), { maxLength: 12 }))
    .map((entries): Calendar => calendar([...entries].sort((a, b) => (a.from < b.from ? -1 : 1))));

  const excluded = (exclusion: Exclusion, holidays: Calendar, zone: string, at: number): boolean => {
    const local = localOf(zone, at);
    switch (exclusion.kind) {
      case "DATES":
        return exclusion.from <= local.slice(0, 10) && local.slice(0, 10) <= exclusion.until;
      case "CRON":
        return matcher(exclusion.expression)(localMinute(zone, at));
      case "CALENDAR":
        return holidays.entries.some((stretch) => stretch.from <= local && local < stretch.until);
    }
  };

  test("no excluded occurrence is given, and every other one is", () => {
    fc.assert(
      fc.property(
        zones,
        plainExpressions.filter(accepted),
        fc.array(fc.oneof(dates, crons), { maxLength: 2 }),
        calendars,
        instants,
        (zone, expression, some, holidays, start) => {
          const first = holidays.entries[0]?.from;
          const t = first === undefined ? start : Date.parse(`${first}Z`) - 2 * DAY_MS;
          const exclusions: Exclusion[] = [...some, HOLIDAYS];
          const plain = cronTable(zone, expression).between(t, t + 400 * DAY_MS, 60);
          const until = plain.at(-1)?.at ?? t;
          const kept = plain.filter(({ at }) => !exclusions.some((each) => excluded(each, holidays, zone, at)));
          const timetable = table(cron(zone, expression), { exclusions }, holidays);
          expect(timetable.between(t, until, 1000)).toEqual(kept);
          expect(timetable.count(t, until)).toEqual({ count: kept.length, exact: true });
          expect(timetable.newest(t, until, 7).occurrences).toEqual(kept.slice(-7));
          const omitted = timetable.omissions(t, until, 1000).filter(({ note }) => note.kind === "EXCLUDED");
          const left = plain.filter(({ at }) => !kept.some((one) => one.at === at));
          expect(omitted.map(({ at }) => at)).toEqual(left.map(({ at }) => at));
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe("by hand", () => {
  const days = (schedule: Schedule, exclusions: Exclusion[], count: number, ...holidays: Calendar[]): string[] =>
    shownInstants(table(schedule, { exclusions }, ...holidays).between(from, from + 400 * DAY_MS, count)).map((text) =>
      text.slice(5),
    );

  test("five fields cover whole minutes, six a second", () => {
    const everySecond = cron("UTC", "*/20 * * * * *");
    const left = (expression: string): Exclusion => ({ kind: "CRON", expression, timezone: null });
    expect(days(everySecond, [left("0 0 * * *")], 2)).toEqual(["01-01T00:01", "01-01T00:01:20"]);
    expect(days(everySecond, [left("20 0 0 * * *")], 2)).toEqual(["01-01T00:00", "01-01T00:00:40"]);
    expect(days(everySecond, [left("@daily")], 1)).toEqual(["01-01T00:01"]);
  });

  test("days are whole days of the exclusion's zone, else of the schedule's, both ends included", () => {
    const hourly = cron("Europe/Berlin", "0 0 * * *");
    const dates = { kind: "DATES", from: "2026-01-01", until: "2026-01-03" } as const;
    expect(days(hourly, [{ ...dates, timezone: null }], 1)).toEqual(["01-03T23:00"]);
    expect(days(hourly, [{ ...dates, timezone: "America/New_York" }], 1)).toEqual(["01-04T23:00"]);
    const every: Schedule = { kind: "EVERY", intervalMs: DAY_MS / 2, anchor: Date.UTC(2026, 0, 1) };
    expect(days(every, [{ ...dates, timezone: null }], 1)).toEqual(["01-04T00:00"]);
  });

  test("a calendar with a zone of its own is read there", () => {
    const newYear: CalendarEntry = { from: "2026-01-01T00:00:00", until: "2026-01-02T00:00:00", label: "New Year" };
    const daily = cron("UTC", "0 12 * * *");
    expect(days(daily, [HOLIDAYS], 1, calendar([newYear]))).toEqual(["01-02T12:00"]);
    expect(days(daily, [HOLIDAYS], 1, calendar([newYear], "Pacific/Kiritimati"))).toEqual(["01-01T12:00"]);
  });

  test("entries that overlap or lie within each other leave out all they cover, and are told by name", () => {
    const holidays = calendar([
      { from: "2026-01-01T00:00:00", until: "2026-01-10T00:00:00", label: "closed" },
      { from: "2026-01-02T00:00:00", until: "2026-01-03T00:00:00", label: "repairs" },
      { from: "2026-01-09T00:00:00", until: "2026-01-12T00:00:00", label: null },
    ]);
    const daily = cron("UTC", "30 4 * * *");
    expect(days(daily, [HOLIDAYS], 1, holidays)).toEqual(["01-12T04:30"]);
    const omissions = table(daily, { exclusions: [HOLIDAYS] }, holidays).omissions(from, from + 30 * DAY_MS, 3);
    expect(omissions).toEqual([
      {
        at: Date.UTC(2026, 0, 1, 4, 30),
        local: "2026-01-01T04:30:00",
        timezone: "UTC",
        note: {
          kind: "EXCLUDED",
          message: "left out by the calendar Holidays (closed, 2026-01-01 00:00 to 2026-01-10 00:00)",
        },
      },
      expect.objectContaining({ note: expect.objectContaining({ message: expect.stringContaining("(repairs, ") }) }),
      expect.objectContaining({ note: expect.objectContaining({ message: expect.stringContaining("(closed, ") }) }),
    ]);
  });

  test("a moved run is left out by the wall clock it runs at", () => {
    const after = Date.UTC(2026, 2, 28, 12);
    const left = (expression: string) =>
      table(cron("Europe/Berlin", "30 2 * * *"), { exclusions: [{ kind: "CRON", expression, timezone: null }] });
    expect(shownInstants([left("0 3 * * *").next(after) ?? { at: 0 }])).toEqual(["2026-03-30T00:30"]);
    expect(shownInstants([left("30 2 * * *").next(after) ?? { at: 0 }])).toEqual(["2026-03-29T01:00"]);
  });

  test("a stretch ends where the clock shows its end, also when clocks change within it", () => {
    const left: Exclusion = { kind: "CRON", expression: "* 1-2 * * *", timezone: null };
    const around = (expression: string, day: number): string[] =>
      shownInstants(table(cron("Europe/Berlin", expression), { exclusions: [left] }).between(day, day + DAY_MS / 2, 9));
    expect(around("30 1,3 * * *", Date.UTC(2026, 2, 28, 20))).toEqual(["2026-03-29T01:30"]);
    expect(around("30 0-3 * * *", Date.UTC(2026, 9, 24, 20))).toEqual(["2026-10-24T22:30", "2026-10-25T02:30"]);
  });

  test("a calendar that changed is read anew for the same timing; one that is not given is an error", () => {
    const daily = timing(cron("UTC", "0 0 * * *"), { exclusions: [HOLIDAYS] });
    const entry = { from: "2026-01-01T00:00:00", until: "2026-01-02T00:00:00", label: null };
    const first = (entries: CalendarEntry[]): string[] =>
      shownInstants(timetableOf(daily, new Map([["holidays", calendar(entries)]])).between(from, from + DAY_MS * 9, 1));
    expect(first([entry])).toEqual(["2026-01-02T00:00"]);
    expect(first([])).toEqual(["2026-01-01T00:00"]);
    expect(() => timetableOf(daily, new Map())).toThrow("the calendar holidays is not given");
  });
});

describe("bounded", () => {
  const fast = (work: () => void, ms: number): void => {
    const started = performance.now();
    work();
    expect(performance.now() - started).toBeLessThan(ms);
  };

  test.each([
    ["every minute left out by every minute", "* * * * *", { kind: "CRON", expression: "* * * * *", timezone: null }],
    [
      "every second minute left out by itself",
      "*/2 * * * *",
      { kind: "CRON", expression: "*/2 * * * *", timezone: null },
    ],
    ["a leap day left out by February", "0 0 29 2 *", { kind: "CRON", expression: "* * * 2 *", timezone: null }],
    [
      "all days of four digits",
      "0 0 * * *",
      { kind: "DATES", from: "1970-01-01", until: "9999-12-31", timezone: null },
    ],
  ] as const)("%s: nothing, soon", (_, expression, exclusion) => {
    const timetable = table(cron("Europe/Berlin", expression), { exclusions: [exclusion], jitterMs: 60_000 });
    fast(() => {
      expect(timetable.next(from)).toBeNull();
      expect(timetable.count(from, from + 1000 * DAY_MS).count).toBe(0);
      expect(timetable.explain(Date.UTC(2026, 1, 1)).occurrence).toBeNull();
    }, 3000);
  });

  test("nothing earlier either: what is excluded for ever has no previous occurrence", () => {
    const left: Exclusion = { kind: "CRON", expression: "0 5 * * *", timezone: null };
    fast(() => expect(table(cron("UTC", "0 5 * * *"), { exclusions: [left] }).previous(from)).toBeNull(), 5000);
  });

  test("5,000 entries over years of every minute are skipped stretch by stretch", () => {
    const entries = Array.from({ length: 5000 }, (_, i): CalendarEntry => {
      const text = (day: number): string => new Date(from + 1 + day * DAY_MS).toISOString().slice(0, 19);
      return { from: text(2 * i), until: text(2 * i + 1), label: `${i}` };
    });
    const timetable = table(cron("Europe/Berlin", "* * * * *"), { exclusions: [HOLIDAYS] }, calendar(entries));
    fast(() => expect(timetable.between(from, from + 100 * 365 * DAY_MS, 50_000)).toHaveLength(50_000), 1000);
    fast(
      () => expect(timetable.count(from, from + 100 * 365 * DAY_MS)).toEqual({ count: 100_000, exact: false }),
      1000,
    );
    fast(() => expect(timetable.newest(from, from + 8000 * DAY_MS, 100).occurrences).toHaveLength(100), 1000);
  });
});
