// What holds for every expression of the dialect: W, LW, L-n, lists of `#` and `L`, wrap-around ranges, years.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeSchedule } from "../../../server/domain/schedule/index.ts";

import { cron, dialectExpressions, ODD_ZONES, SEED, zones } from "./arbitraries.ts";
import { dialectRuns, walkUtc } from "./dialect-oracle.ts";
import { localMinute, walk } from "./oracle.ts";
import { accepted, table } from "./timings.ts";

const DAY_MS = 86_400_000;
const taken = dialectExpressions.filter(accepted);
const days = fc.integer({ min: 0, max: 12 * 365 }).map((day) => Date.UTC(2022, 0, 1) + day * DAY_MS);

describe("against a walk through every minute, by rules coded apart", () => {
  test("the same runs in 70 days of UTC", () => {
    fc.assert(
      fc.property(days, fc.array(taken, { minLength: 6, maxLength: 6 }), (from, expressions) => {
        const path = walkUtc(from, 70 * 1440);
        const until = from + 70 * DAY_MS - 60_000;
        for (const expression of expressions) {
          const expected = dialectRuns(expression, path);
          const schedule = cron("UTC", expression);
          const found = table(schedule)
            .between(from + DAY_MS - 1, until, 100_000)
            .map(({ at }) => at);
          expect([expression, found.length, ...found.slice(0, 50)]).toEqual([
            expression,
            expected.length,
            ...expected.slice(0, 50),
          ]);
          expect(found).toEqual(expected);
          expect([expression, table(schedule).count(from + DAY_MS - 1, until).count]).toEqual([
            expression,
            expected.length,
          ]);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test.each(ODD_ZONES.filter((zone) => zone !== "UTC"))("%s: the same runs around a clock change", (zone) => {
    const shift = (at: number): number => localMinute(zone, at) - at / 60_000;
    fc.assert(
      fc.property(days, fc.array(taken, { minLength: 20, maxLength: 20 }), (first, expressions) => {
        let day = first;
        while (day < first + 250 * DAY_MS && shift(day) === shift(day + DAY_MS)) day += DAY_MS;
        const path = walk(zone, day - DAY_MS, 3 * 1440);
        for (const expression of expressions) {
          const found = table(cron(zone, expression)).between(day - 1, day + 2 * DAY_MS - 60_000, 10_000);
          expect([expression, ...found.map(({ at }) => at)]).toEqual([expression, ...dialectRuns(expression, path)]);
        }
      }),
      { seed: SEED, numRuns: 2 },
    );
  });
});

describe("every expression of the dialect", () => {
  test("next is later than t, repeated next is what lies between, the count is exact, words are whole", () => {
    fc.assert(
      fc.property(zones, taken, days, fc.integer({ min: 1, max: 900 }), (zone, expression, t, span) => {
        const schedule = cron(zone, expression);
        const all: number[] = [];
        let until = t + span * DAY_MS;
        for (let next = table(schedule).next(t); next !== null && next.at <= until; ) {
          expect(next.at).toBeGreaterThan(all.at(-1) ?? t);
          all.push(next.at);
          if (all.length === 200) until = next.at;
          next = table(schedule).next(next.at);
        }
        expect(
          table(schedule)
            .between(t, until, 1000)
            .map(({ at }) => at),
        ).toEqual(all);
        expect(table(schedule).count(t, until).count).toBe(all.length);
        const words = describeSchedule(schedule);
        expect(words).toMatch(/^(At|Every|Seconds|Minutes|On) /);
        expect(words).not.toMatch(/undefined|null|NaN|%s|\b[AP]M\b|[*?#]| {2}|, ,/);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("years bound the search", () => {
  const quick = (work: () => unknown): number => {
    const started = performance.now();
    work();
    return performance.now() - started;
  };

  test("after the last year there is nothing, known at once, in every kind of schedule", () => {
    for (const expression of ["* * * * * * 2026", "0 0 9 ? * MON 2020-2026", "0 */5 * L * ? 1970/8"]) {
      const schedule = cron("Europe/Berlin", expression);
      expect(table(schedule).next(Date.UTC(2195, 0, 1))).toBeNull();
      expect(quick(() => table(schedule).next(Date.UTC(2195, 0, 2)))).toBeLessThan(20);
      expect(table(schedule).count(Date.UTC(2195, 0, 1), Date.UTC(2300, 0, 1)).count).toBe(0);
    }
  });

  test("a year more than a century ahead is found, and counted", () => {
    const schedule = cron("Europe/Berlin", "0 0 0 1 7 ? 2199");
    expect(table(schedule).next(Date.UTC(2026, 0, 1))?.at).toBe(Date.parse("2199-06-30T22:00:00Z"));
    expect(table(schedule).next(Date.UTC(1000, 0, 1))?.at).toBe(Date.parse("2199-06-30T22:00:00Z"));
    expect(table(schedule).count(Date.UTC(2026, 0, 1), Date.UTC(2300, 0, 1)).count).toBe(1);
    expect(table(schedule).next(Date.parse("2199-06-30T22:00:00Z"))).toBeNull();
  });

  test("a year without the field is not bounded", () => {
    expect(table(cron("UTC", "0 0 1 1 *")).next(Date.UTC(2250, 5, 1))?.at).toBe(Date.UTC(2251, 0, 1));
  });

  test("seconds of named years are counted without being walked", () => {
    const schedule = cron("UTC", "* * * * * * 2027,2028");
    expect(table(schedule).count(0, Date.UTC(2199, 0, 1)).count).toBe((365 + 366) * 86_400);
  });
});
