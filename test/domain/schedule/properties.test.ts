// What holds for every schedule, zone and instant.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countOccurrences,
  newestOccurrences,
  nextOccurrence,
  occurrencesBetween,
} from "../../../server/domain/schedule/index.ts";
import type { EverySchedule, Schedule } from "../../../server/domain/types.ts";
import { cron, expressions, instants, ODD_ZONES, plainExpressions, SEED, zones } from "./arbitraries.ts";
import { localMinute, runs, type Walk, walk } from "./oracle.ts";
import { accepted } from "./timings.ts";

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
        const next = nextOccurrence(schedule, t);
        expect(next).not.toBeNull();
        if (next === null) return;
        expect(next.at).toBeGreaterThan(t);
        if (schedule.kind === "CRON") {
          expect(next.at % 1000).toBe(0);
          expect(next.at - t).toBeLessThanOrEqual(CENTURY_MS + 1000);
        }
        expect(nextOccurrence(schedule, Math.floor(t + (next.at - 1 - t) * part))).toEqual(next);
        expect(nextOccurrence(schedule, next.at - 1)).toEqual(next);
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test("next is monotone: a later t never gives an earlier occurrence", () => {
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 0, max: 40 * 86_400_000 }), (schedule, t, later) => {
        const first = nextOccurrence(schedule, t)?.at ?? Number.POSITIVE_INFINITY;
        const second = nextOccurrence(schedule, t + later)?.at ?? Number.POSITIVE_INFINITY;
        expect(second).toBeGreaterThanOrEqual(first);
      }),
      { seed: SEED, numRuns: 700 },
    );
  });

  test("between equals repeated next; newest is its tail and counts all", () => {
    fc.assert(
      fc.property(
        schedules,
        instants,
        fc.integer({ min: 0, max: 400 * 86_400_000 }),
        fc.integer({ min: 1, max: 9 }),
        (schedule, t, span, limit) => {
          const all: { at: number; note: string | null }[] = [];
          let until = t + span;
          for (
            let next = nextOccurrence(schedule, t);
            next !== null && next.at <= until;
            next = nextOccurrence(schedule, next.at)
          ) {
            all.push(next);
            if (all.length === 300) until = next.at;
          }
          expect(occurrencesBetween(schedule, t, until, 1000)).toEqual(all);
          expect(occurrencesBetween(schedule, t, until, limit)).toEqual(all.slice(0, limit));
          expect(newestOccurrences(schedule, t, until, limit)).toEqual({
            occurrences: all.slice(-limit),
            total: all.length,
          });
        },
      ),
      { seed: SEED, numRuns: 400 },
    );
  });

  test("counts add up over any cut of a long time", () => {
    fc.assert(
      fc.property(schedules, fc.tuple(instants, instants, instants), (schedule, times) => {
        const [a = 0, b = 0, c = 0] = [...times].sort((x, y) => x - y);
        expect(countOccurrences(schedule, a, b) + countOccurrences(schedule, b, c)).toBe(
          countOccurrences(schedule, a, c),
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
          const found = occurrencesBetween(schedule, from + 86_400_000 - 1, until, 10_000);
          expect([text, ...found.map(({ at }) => at)]).toEqual([text, ...expected]);
          // From any instant near the change, also inside a second pass: nothing is run again, nothing lost.
          for (const after of starts) {
            const left = expected.filter((at) => at > after);
            expect([text, after, countOccurrences(schedule, after, until)]).toEqual([text, after, left.length]);
            if (left.length > 0)
              expect([text, after, nextOccurrence(schedule, after)?.at]).toEqual([text, after, left[0]]);
          }
        }
      }),
      { seed: SEED, numRuns: 6 },
    );
  });
});

describe("bounds", () => {
  test("a spec without a run within 100 years, and an instant beyond the calendar, give null at once", () => {
    expect(nextOccurrence(cron("UTC", "0 0 29 2 *"), Date.UTC(9999, 5, 1))).toBeNull();
    expect(nextOccurrence(cron("UTC", "* * * * *"), Number.MAX_SAFE_INTEGER)).toBeNull();
    expect(nextOccurrence(cron("UTC", "* * * * *"), Number.MIN_SAFE_INTEGER)?.at).toBe(
      Date.parse("0001-01-01T00:00:00Z"),
    );
  });

  test("the 29th of February skips 2100", () => {
    expect(nextOccurrence(cron("Europe/Berlin", "0 0 29 2 *"), Date.UTC(2096, 5, 1))?.at).toBe(
      Date.UTC(2104, 1, 28, 23),
    );
  });

  test("the 29th of February joined with Mondays runs on both (OR), with */7 on Sundays only (AND)", () => {
    const days = (expression: string, year: number): number[] =>
      occurrencesBetween(cron("UTC", expression), Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1), 100).map(({ at }) =>
        new Date(at).getUTCDate(),
      );
    expect(days("0 0 29 2 1", 2028)).toEqual([7, 14, 21, 28, 29]);
    expect(days("0 0 1-7 2 */7", 2028)).toEqual([6]);
    expect(days("0 0 */10 2 1", 2028)).toEqual([21]);
  });

  test("a century of seconds is counted without being walked", () => {
    const started = performance.now();
    expect(countOccurrences(cron("Europe/Berlin", "* * * * * *"), Date.UTC(2026, 0, 1), Date.UTC(2126, 0, 1))).toBe(
      (Date.UTC(2126, 0, 1) - Date.UTC(2026, 0, 1)) / 1000,
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("every", () => {
  const every: EverySchedule = { kind: "EVERY", intervalMs: 90 * 60_000, anchor: 1_000_000 };
  test("the anchor is the first occurrence, nothing is before it, steps are elapsed time", () => {
    expect(nextOccurrence(every, 0)).toEqual({ at: 1_000_000, note: null });
    expect(nextOccurrence(every, 999_999)?.at).toBe(1_000_000);
    expect(nextOccurrence(every, 1_000_000)?.at).toBe(1_000_000 + 5_400_000);
    expect(newestOccurrences(every, 0, 1_000_000 + 3 * 5_400_000, 2)).toEqual({
      occurrences: [
        { at: 1_000_000 + 2 * 5_400_000, note: null },
        { at: 1_000_000 + 3 * 5_400_000, note: null },
      ],
      total: 4,
    });
  });
});

describe("once", () => {
  test("has its instant and no other", () => {
    const once: Schedule = { kind: "ONCE", at: 5000, timezone: null };
    expect(nextOccurrence(once, 4999)).toEqual({ at: 5000, note: null });
    expect(nextOccurrence(once, 5000)).toBeNull();
    expect(newestOccurrences(once, 0, 5000, 3)).toEqual({ occurrences: [{ at: 5000, note: null }], total: 1 });
    expect(newestOccurrences(once, 0, 4999, 3)).toEqual({ occurrences: [], total: 0 });
  });
});
