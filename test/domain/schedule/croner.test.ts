// croner as a second opinion on clock-change nights, with its rule that comes closest to ours. Every disagreement is
// of a kind listed here; where croner and DESIGN §3.10 differ, the design rules.

import { Cron } from "croner";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cron, dialectExpressions, expressions, SEED, zones } from "./arbitraries.ts";
import { localMinute } from "./oracle.ts";
import { accepted, table } from "./timings.ts";

const DAY_MS = 86_400_000;
const ours = (zone: string, expression: string, after: number, count: number): string[] =>
  table(cron(zone, expression))
    .between(after, after + 100 * 365 * DAY_MS, count)
    .map(({ at }) => new Date(at).toISOString());
const theirs = (zone: string, expression: string, after: number, count: number): string[] =>
  new Cron(expression, { timezone: zone, fixedTimeRule: "no-wildcard" })
    .nextRuns(count, new Date(after))
    .map((date) => date.toISOString());

function fields(expression: string): { times: string[]; dayOfMonth: string; dayOfWeek: string } {
  const words = expression.split(" ");
  return { times: words.slice(0, words.length - 3), dayOfMonth: words.at(-3) ?? "", dayOfWeek: words.at(-1) ?? "" };
}

/** croner: `0-50/10` makes a schedule follow the clock. Ours, as Vixie's: only a leading `*` does. */
const stepWithoutStar = (expression: string): boolean => {
  const { times } = fields(expression);
  return times.some((text) => text.includes("/")) && !times.some((text) => text.startsWith("*"));
};
/** croner: only a bare `*` day field makes the two day fields AND. Ours, as Vixie's: any leading `*` does. */
const steppedDayStar = (expression: string): boolean => {
  const { dayOfMonth, dayOfWeek } = fields(expression);
  return dayOfMonth !== "*" && dayOfWeek !== "*" && (dayOfMonth.startsWith("*") || dayOfWeek.startsWith("*"));
};

/**
 * croner 11.0.1: for `30 1 * * 0L,3L` in Antarctica/Troll it gave the gap's end (01:00 UTC, as here) in a fresh process and
 * 01:30 in one that had computed thousands of others before.
 */
const listOfLast = (expression: string): boolean => fields(expression).dayOfWeek.split("L").length > 2;

/** The day before a change of the zone's clock, found by walking days from a random one. */
function beforeChange(zone: string, from: number): number {
  const shift = (at: number): number => localMinute(zone, at) - Math.floor(at / 60_000);
  for (let day = from; day < from + 400 * DAY_MS; day += DAY_MS)
    if (shift(day) !== shift(day + DAY_MS)) return day - DAY_MS / 2;
  return from;
}

test("croner gives the same next runs around clock changes, but for three kinds", () => {
  const starts = fc
    .integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
    .map((minute) => minute * 60_000);
  fc.assert(
    fc.property(zones, expressions, starts, (zone, expression, from) => {
      fc.pre(accepted(expression) && !stepWithoutStar(expression) && !steppedDayStar(expression));
      fc.pre(!listOfLast(expression));
      const after = beforeChange(zone, from);
      expect([zone, expression, ...ours(zone, expression, after, 8)]).toEqual([
        zone,
        expression,
        ...theirs(zone, expression, after, 8),
      ]);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test("explained: a step without a star is fixed-time here and follows the clock in croner", () => {
  const after = Date.parse("2026-03-08T05:00Z");
  expect(ours("America/New_York", "0-50/10 2 * * *", after, 1)).toEqual(["2026-03-08T07:00:00.000Z"]);
  expect(theirs("America/New_York", "0-50/10 2 * * *", after, 1)).toEqual(["2026-03-09T06:00:00.000Z"]);
});

test("explained: */2 in a day field means AND here and OR in croner", () => {
  const after = Date.parse("2026-11-01T12:00Z");
  expect(ours("UTC", "0 0 */2 * 1", after, 3).map((text) => text.slice(5, 10))).toEqual(["11-09", "11-23", "12-07"]);
  expect(theirs("UTC", "0 0 */2 * 1", after, 3).map((text) => text.slice(5, 10))).toEqual(["11-02", "11-03", "11-05"]);
});

test("croner gives the same next runs for what it knows of the dialect, but for a stepped star and SUN-SUN", () => {
  const months = fc.integer({ min: 0, max: 400 }).map((month) => Date.UTC(2020, month, 20));
  let compared = 0;
  fc.assert(
    fc.property(dialectExpressions, months, (expression, after) => {
      const words = expression.split(" ");
      fc.pre(accepted(expression));
      // croner steps over years from 0; here and in Quartz from the field's first value, 1970.
      fc.pre(![words[3], words[5], words[6]].some((text) => text?.startsWith("*/")));
      // croner reads the second SUN of SUN-SUN as 7, so that every day is named; here it is one day.
      fc.pre(!expression.includes("SUN-SUN"));
      let expected: string[];
      try {
        expected = theirs("UTC", expression, after, 8);
      } catch {
        return;
      }
      compared++;
      expect([expression, ...ours("UTC", expression, after, 8)]).toEqual([expression, ...expected]);
    }),
    { seed: SEED, numRuns: 4000 },
  );
  expect(compared).toBeGreaterThan(100);
});
