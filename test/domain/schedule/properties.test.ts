// What holds for every schedule, zone and instant.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EverySchedule, Schedule } from "../../../server/domain/types.ts";
import { cron, expressions, instants, ODD_ZONES, plainExpressions, SEED, zones } from "./arbitraries.ts";
import { localMinute, runs, type Walk, walk } from "./oracle.ts";
import { accepted, table } from "./timings.ts";

const CENTURY_MS = 36_525 * 86_400_000;
const crons = fc
  .tuple(zones, expressions)
  .map(([zone, text]) => cron(zone, text))
  .filter(({ expression }) => accepted(expression));
const everys: fc.Arbitrary<EverySchedule> = fc.record({
  kind: fc.constant("EVERY" as const),
  intervalMs: fc.integer({ min: 1000, max: 40 * 86_400_000 }),
  anchor: instants,
});
const schedules: fc.Arbitrary<Schedule> = fc.oneof({ weight: 4, arbitrary: crons }, { weight: 1, arbitrary: everys });

describe("every schedule", () => {
  test("next is strictly later than t, a whole second for cron, and nothing lies between", () => {
    fc.assert(
      fc.property(schedules, instants, fc.double({ min: 0, max: 1, noNaN: true }), (schedule, t, part) => {
        const next = table(schedule).next(t);
        expect(next).not.toBeNull();
        if (next === null) return;
        expect(next.at).toBeGreaterThan(t);
        if (schedule.kind === "CRON") {
          expect(next.at % 1000).toBe(0);
          expect(next.at - t).toBeLessThanOrEqual(CENTURY_MS + 1000);
        }
        expect(table(schedule).next(Math.floor(t + (next.at - 1 - t) * part))).toEqual(next);
        expect(table(schedule).next(next.at - 1)).toEqual(next);
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test("next is monotone: a later t never gives an earlier occurrence", () => {
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 0, max: 40 * 86_400_000 }), (schedule, t, later) => {
        const first = table(schedule).next(t)?.at ?? Number.POSITIVE_INFINITY;
        const second = table(schedule).next(t + later)?.at ?? Number.POSITIVE_INFINITY;
        expect(second).toBeGreaterThanOrEqual(first);
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test("counts add up over any cut of a long time", () => {
    fc.assert(
      fc.property(schedules, fc.tuple(instants, instants, instants), (schedule, times) => {
        const [a = 0, b = 0, c = 0] = [...times].sort((x, y) => x - y);
        expect(table(schedule).count(a, b).count + table(schedule).count(b, c).count).toBe(
          table(schedule).count(a, c).count,
        );
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("against a walk through every minute", () => {
  /** Days of a year on which the zone's clock changes, found without the engine. */
  function changes(zone: string, year: number): number[] {
    const found: number[] = [];
    const shift = (at: number): number => localMinute(zone, at) - at / 60_000;
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      if (shift(day) !== shift(day + 86_400_000)) found.push(day);
    }
    return found;
  }

  /** Instants within 2 h of each change in the walk's later days, a few of them not on a minute. */
  function startsAround({ from, locals }: Walk): number[] {
    const found: number[] = [];
    for (let i = 1441; i < locals.length; i++) {
      if ((locals[i] as number) - (locals[i - 1] as number) === 1) continue;
      for (const minute of [-121, -60, -31, -30, -1, 0, 1, 14, 29, 30, 31, 59, 60, 61, 119, 120]) {
        const at = from + (i + minute) * 60_000;
        if (i + minute >= 1440 && i + minute < locals.length) found.push(at - 1, at, at + 29_500);
      }
    }
    return found;
  }

  test.each(ODD_ZONES)("%s: the same runs around its clock changes and on ordinary days", (zone) => {
    const windows = fc
      .tuple(
        fc.integer({ min: 1995, max: 2045 }),
        fc.nat(),
        fc.integer({ min: 0, max: 363 }),
        fc.integer({ min: 0, max: 720 }),
      )
      .map(([year, pick, day, minute]) => {
        const days = changes(zone, year);
        const at = days[pick % (days.length + 1)] ?? Date.UTC(year, 0, 1 + day);
        return at - 86_400_000 - minute * 60_000;
      });
    fc.assert(
      fc.property(windows, fc.array(plainExpressions, { minLength: 12, maxLength: 12 }), (from, texts) => {
        const minutes = 3 * 1440;
        const path = walk(zone, from, minutes);
        const until = from + (minutes - 1) * 60_000;
        const starts = startsAround(path);
        for (const text of texts.filter(accepted)) {
          const schedule = cron(zone, text);
          const expected = runs(text, path);
          const found = table(schedule).between(from + 86_400_000 - 1, until, 10_000);
          expect([text, ...found.map(({ at }) => at)]).toEqual([text, ...expected]);
          // From any instant near the change, also inside a second pass: nothing is run again, nothing lost.
          for (const after of starts) {
            const left = expected.filter((at) => at > after);
            expect([text, after, table(schedule).count(after, until).count]).toEqual([text, after, left.length]);
            if (left.length > 0) expect([text, after, table(schedule).next(after)?.at]).toEqual([text, after, left[0]]);
          }
        }
      }),
      { seed: SEED, numRuns: 6 },
    );
  });
});

describe("bounds", () => {
  test("a spec without a run within 100 years, and an instant beyond the calendar, give null at once", () => {
    expect(table(cron("UTC", "0 0 29 2 *")).next(Date.UTC(9999, 5, 1))).toBeNull();
    expect(table(cron("UTC", "* * * * *")).next(Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(table(cron("UTC", "* * * * *")).next(Number.MIN_SAFE_INTEGER)?.at).toBe(Date.parse("0001-01-01T00:00:00Z"));
  });

  test("the 29th of February skips 2100", () => {
    expect(table(cron("Europe/Berlin", "0 0 29 2 *")).next(Date.UTC(2096, 5, 1))?.at).toBe(Date.UTC(2104, 1, 28, 23));
  });

  test("the 29th of February joined with Mondays runs on both (OR), with */7 on Sundays only (AND)", () => {
    const days = (expression: string, year: number): number[] =>
      table(cron("UTC", expression))
        .between(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1), 100)
        .map(({ at }) => new Date(at).getUTCDate());
    expect(days("0 0 29 2 1", 2028)).toEqual([7, 14, 21, 28, 29]);
    expect(days("0 0 1-7 2 */7", 2028)).toEqual([6]);
    expect(days("0 0 */10 2 1", 2028)).toEqual([21]);
  });

  test("a century of seconds is counted without being walked", () => {
    const started = performance.now();
    expect(table(cron("Europe/Berlin", "* * * * * *")).count(Date.UTC(2026, 0, 1), Date.UTC(2126, 0, 1)).count).toBe(
      (Date.UTC(2126, 0, 1) - Date.UTC(2026, 0, 1)) / 1000,
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("every", () => {
  const every: EverySchedule = { kind: "EVERY", intervalMs: 90 * 60_000, anchor: 1_000_000 };
  test("the anchor is the first occurrence, nothing is before it, steps are elapsed time", () => {
    expect(table(every).next(0)).toEqual({ at: 1_000_000, effectiveAt: 1_000_000, notes: [] });
    expect(table(every).next(999_999)?.at).toBe(1_000_000);
    expect(table(every).next(1_000_000)?.at).toBe(1_000_000 + 5_400_000);
    expect(table(every).newest(0, 1_000_000 + 3 * 5_400_000, 2)).toEqual({
      occurrences: [
        { at: 1_000_000 + 2 * 5_400_000, effectiveAt: 1_000_000 + 2 * 5_400_000, notes: [] },
        { at: 1_000_000 + 3 * 5_400_000, effectiveAt: 1_000_000 + 3 * 5_400_000, notes: [] },
      ],
      total: { count: 4, exact: true },
    });
  });
});

describe("once", () => {
  test("has its instant and no other", () => {
    const once: Schedule = { kind: "ONCE", at: 5000, timezone: null };
    expect(table(once).next(4999)).toEqual({ at: 5000, effectiveAt: 5000, notes: [] });
    expect(table(once).next(5000)).toBeNull();
    expect(table(once).newest(0, 5000, 3)).toEqual({
      occurrences: [{ at: 5000, effectiveAt: 5000, notes: [] }],
      total: { count: 1, exact: true },
    });
    expect(table(once).newest(0, 4999, 3)).toEqual({ occurrences: [], total: { count: 0, exact: true } });
  });
});
