// Explanations: every step true, the verdict the search's own, and the words of the usual cases.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SpecCheck } from "../../../server/domain/schedule/index.ts";
import type { Exclusion, UnitedSchedule } from "../../../server/domain/types.ts";
import { cron, instants, SEED } from "./arbitraries.ts";
import { crons, rrules, schedules } from "./random-schedules.ts";
import { calendar, cronTable, table } from "./timings.ts";

describe("an instant is an occurrence when and only when no check is against it", () => {
  const agree = (timetable: ReturnType<typeof table>, at: number): void => {
    const { occurrence, checks } = timetable.explain(at);
    expect([at, checks.filter(({ passed }) => passed === false).length === 0, checks]).toEqual([
      at,
      occurrence !== null,
      checks,
    ]);
    const next = timetable.next(at - 1);
    expect(occurrence).toEqual(next?.at === at ? next : null);
  };

  test("around occurrences, with bounds, exclusions and jitter", () => {
    const left: Exclusion[] = [
      { kind: "CRON", expression: "0 * * * *", timezone: null },
      { kind: "DATES", from: "2020-01-01", until: "2020-12-31", timezone: null },
    ];
    fc.assert(
      fc.property(schedules, instants, fc.boolean(), fc.boolean(), (schedule, t, some, bounded) => {
        const timetable = table(schedule, {
          exclusions: some ? left : [],
          startAt: bounded ? t + 3_600_000 : null,
          endAt: bounded ? t + 86_400_000 : null,
          jitterMs: some ? 60_000 : 0,
        });
        const plain = table(schedule).next(t)?.at ?? t;
        for (const at of [t, plain, plain + 500, plain - 1000, plain + 1000, plain + 3_600_000]) agree(timetable, at);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("every second minute of the nights on which clocks change, whatever the rules", () => {
    const nights: [string, number][] = [
      ["Europe/Berlin", Date.UTC(2026, 2, 29, 1)],
      ["Europe/Berlin", Date.UTC(2026, 9, 25, 1)],
      ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15)],
      ["Australia/Lord_Howe", Date.UTC(2026, 9, 3, 15, 30)],
      ["Pacific/Apia", Date.UTC(2011, 11, 30, 10)],
      ["Antarctica/Troll", Date.UTC(2026, 9, 25, 1)],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...nights),
        fc.oneof({ weight: 3, arbitrary: crons }, rrules),
        ([zone, change], schedule) => {
          const timetable = table({ ...schedule, timezone: zone });
          for (let minute = -130; minute <= 130; minute += 2) agree(timetable, change + minute * 60_000);
          for (const second of [-1, 0, 1]) agree(timetable, change + second * 1000);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe("in words", () => {
  const told = (checks: readonly SpecCheck[], passed?: boolean | null): string[] =>
    checks.filter((check) => passed === undefined || check.passed === passed).map(({ message }) => message);
  const at = (text: string): number => Date.parse(text);

  test("a field by field account of a cron expression", () => {
    const { occurrence, checks } = cronTable("Europe/Berlin", "*/15 3,4 * * MON-FRI").explain(at("2026-11-22T01:20Z"));
    expect(occurrence).toBeNull();
    expect(told(checks)).toEqual([
      "minute: 20 is not one of 0, 15, 30, 45",
      "hour: 02 is not one of 3, 4",
      "day of month: 22, any will do",
      "month: November, any will do",
      "day of week: Sunday is not one of Monday through Friday",
    ]);
    expect(checks[1]).toEqual({
      kind: "FIELD",
      passed: false,
      message: "hour: 02 is not one of 3, 4",
      field: "hour",
      expected: "3, 4",
      actual: "02",
    });
  });

  test("day fields joined by OR: one is enough", () => {
    const account = (text: string) => told(cronTable("UTC", "0 0 13 * 5").explain(at(text)).checks).slice(2);
    expect(account("2026-11-20T00:00Z")).toEqual([
      "day of month: 20 is not 13, but one of the two day fields is enough",
      "month: November, any will do",
      "day of week: Friday is Friday",
    ]);
    expect(account("2026-11-21T00:00Z")).toEqual([
      "day of month: 21 is not 13",
      "month: November, any will do",
      "day of week: Saturday is not Friday",
    ]);
  });

  test.each([
    [
      "0 0 LW,15W * *",
      "day of month: 22 is not one of the last weekday (Monday through Friday) and the weekday (Monday through Friday) nearest day 15 of the month",
    ],
    ["0 0 * * FRI#2,MONL", "day of week: Sunday is not one of the second Friday of the month and the last Monday"],
    ["*/7 * * * * *", "second: 30 is not one of 0, 7, 14, 21, 28, 35, 42, 49, 56"],
    ["0 0 0 1 1 ? 2027-2030", "year: 2026 is not one of 2027 through 2030"],
    ["H * * * *", "minute: 20 is not "],
    ["1-59/2 * * * *", "minute: 20 is not one of 1-59/2"],
  ])("%s: %s", (expression, words) => {
    const checks = cronTable("UTC", expression, { seed: "report" }).explain(at("2026-11-22T01:20:30Z")).checks;
    expect(told(checks).join("\n")).toContain(words);
  });

  test("a value by the hash shows both", () => {
    const checks = cronTable("UTC", "H 2 * * *", { seed: "report" }).explain(at("2026-11-22T02:49Z")).checks;
    expect(told(checks)[0]).toBe("minute: 49 is 49 (H)");
  });

  test("a run moved by a gap: the fields of the time left out, and the clock change that carries it", () => {
    const { occurrence, checks } = cronTable("Europe/Berlin", "30 2 * * *").explain(at("2026-03-29T01:00Z"));
    expect(occurrence?.notes).toMatchObject([{ kind: "MOVED" }]);
    expect(told(checks)).toEqual([
      "minute: 30 is 30 (of 02:30, which clocks leave out)",
      "hour: 02 is 2 (of 02:30, which clocks leave out)",
      "day of month: 29, any will do (of 02:30, which clocks leave out)",
      "month: March, any will do (of 02:30, which clocks leave out)",
      "day of week: Sunday, any will do (of 02:30, which clocks leave out)",
      "02:30 does not exist on 2026-03-29 in Europe/Berlin (clocks go forward); runs at 03:00 instead",
    ]);
    expect(checks.at(-1)).toMatchObject({
      kind: "CLOCK_CHANGE",
      passed: true,
      changeAt: at("2026-03-29T01:00Z"),
      offsetBefore: "+01:00",
      offsetAfter: "+02:00",
    });
  });

  test("the pass that does not run: only the clock change is against it", () => {
    const { occurrence, checks } = cronTable("Europe/Berlin", "30 2 * * *").explain(at("2026-10-25T01:30Z"));
    expect(occurrence).toBeNull();
    expect(told(checks, false)).toEqual([
      "02:30 happens twice on 2026-10-25 in Europe/Berlin (clocks go back); runs the first time only",
    ]);
  });

  test("a clock change that touches nothing says so", () => {
    const { checks } = cronTable("Europe/Berlin", "0 12 * * *").explain(at("2026-03-29T10:00Z"));
    expect(told(checks, null)).toEqual([
      "clocks go forward from 02:00 to 03:00 on 2026-03-29 in Europe/Berlin; no time of this schedule is left out",
    ]);
  });

  test("bounds, exclusions, a calendar and jitter", () => {
    const timetable = table(
      cron("UTC", "0 12 * * *"),
      {
        startAt: at("2026-11-01T00:00Z"),
        endAt: at("2026-12-31T12:00Z"),
        exclusions: [
          { kind: "DATES", from: "2026-11-03", until: "2026-11-04", timezone: null },
          { kind: "CRON", expression: "* * * * SUN", timezone: null },
          { kind: "CALENDAR", calendarId: "holidays" },
        ],
        jitterMs: 600_000,
      },
      calendar([{ from: "2026-12-25T00:00:00", until: "2026-12-26T00:00:00", label: "Christmas" }]),
    );
    const account = (text: string): string[] => told(timetable.explain(at(text)).checks).slice(5);
    expect(account("2026-12-25T12:00Z")).toEqual([
      "within what is allowed: from 2026-11-01 00:00:00 UTC until 2026-12-31 12:00:00 UTC",
      "not in the excluded 2026-11-03 through 2026-11-04",
      "not in the exclusion * * * * SUN",
      "left out by the calendar Holidays (Christmas, 2026-12-25 00:00 to 2026-12-26 00:00)",
    ]);
    expect(account("2026-11-03T12:00Z")[1]).toBe("left out by the excluded 2026-11-03 through 2026-11-04 (UTC)");
    expect(account("2026-10-31T12:00Z")[0]).toBe("before the first instant allowed, 2026-11-01 00:00:00 UTC");
    expect(account("2027-01-01T12:00Z")[0]).toBe("after the last instant allowed, 2026-12-31 12:00:00 UTC");
    expect(account("2026-12-24T12:00Z")[4]).toMatch(/^starts .+ later: this task's place within 10 minutes$/);
  });

  test("other kinds, and several united", () => {
    const every: UnitedSchedule = { kind: "EVERY", intervalMs: 5_400_000, anchor: at("2026-11-23T00:00Z") };
    const once: UnitedSchedule = { kind: "ONCE", at: at("2026-11-23T03:00Z"), timezone: null };
    expect(told(table(every).explain(at("2026-11-23T03:00Z")).checks)).toEqual([
      "2 times 90 minutes after 2026-11-23 00:00:00 UTC",
    ]);
    expect(told(table(every).explain(at("2026-11-23T03:10Z")).checks)).toEqual([
      "10 min more than 2 times 90 minutes after 2026-11-23 00:00:00 UTC",
    ]);
    expect(told(table(every).explain(at("2026-11-22T03:10Z")).checks)).toEqual([
      "before the first instant, 2026-11-23 00:00:00 UTC",
    ]);
    expect(told(table(once).explain(0).checks)).toEqual(["is not the one instant, 2026-11-23 03:00:00 UTC"]);
    expect(told(table({ kind: "STARTUP", delayMs: 0 }).explain(0).checks, false)).toHaveLength(1);
    const both = table({ kind: "UNION", of: [every, cron("UTC", "0 4 * * *"), once] });
    expect(both.explain(at("2026-11-23T03:00Z")).checks.map(({ passed, message }) => [passed, message])).toEqual([
      [true, "names it"],
      [null, "does not name it: hour: 03 is not 4"],
      [true, "names it"],
      [true, "named by 2 of the 3 schedules"],
    ]);
  });
});
