// What holds of every recurrence rule, over random ones: the search agrees with a slow second opinion, and rrule-temporal with both
// where it follows the RFC. Seeds are fixed.

import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { expect, test } from "vitest";
import { NEVER } from "../../../server/domain/schedule/local-search.ts";
import { readParts } from "../../../server/domain/schedule/rrule-parts.ts";
import { RuleTimes } from "../../../server/domain/schedule/rrule-search.ts";
import { SEED } from "./arbitraries.ts";
import { Oracle } from "./rrule-oracle.ts";

const DAY = 86_400;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

const text = <T>(item: fc.Arbitrary<T>, most = 3): fc.Arbitrary<string> =>
  fc.uniqueArray(item, { minLength: 1, maxLength: most }).map((items) => items.join(","));
const signed = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 1, max: most }).chain((n) => fc.constantFrom(n, -n));
/** So many of a hundred rules have the part. */
const maybe = (name: string, value: fc.Arbitrary<string | number>, weight = 35): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 100 - weight, arbitrary: fc.constant("") },
    { weight, arbitrary: value.map((v) => `;${name}=${v}`) },
  );

function rules(freq: string): fc.Arbitrary<string> {
  const finer = freq === "HOURLY" || freq === "MINUTELY";
  const numbered = freq === "MONTHLY" || freq === "YEARLY";
  const weekday = fc.constantFrom(...WEEKDAYS);
  const day = numbered
    ? fc.tuple(fc.constantFrom("", "", "1", "-1", "2", "-2", "5", "-5"), weekday).map((d) => d.join(""))
    : weekday;
  const none = fc.constant("");
  return fc
    .tuple(
      maybe("INTERVAL", fc.integer({ min: 1, max: finer ? 50 : 5 }), 50),
      maybe("BYMONTH", text(fc.integer({ min: 1, max: 12 }))),
      freq === "WEEKLY" ? none : maybe("BYMONTHDAY", text(signed(31))),
      freq === "YEARLY" || finer ? maybe("BYYEARDAY", text(signed(366), 30), 15) : none,
      freq === "YEARLY" ? maybe("BYWEEKNO", text(signed(53)), 20) : none,
      maybe("BYDAY", text(day), 40),
      maybe("BYHOUR", text(fc.integer({ min: 0, max: 23 })), 30),
      maybe("BYMINUTE", text(fc.integer({ min: 0, max: 59 })), 30),
      maybe("BYSECOND", text(fc.integer({ min: 0, max: 59 })), 10),
      maybe("BYSETPOS", text(signed(4), 2), 25),
      maybe("COUNT", fc.integer({ min: 1, max: 40 }), 20),
      maybe("WKST", weekday, 30),
    )
    .map((parts) => `FREQ=${freq}${parts.join("")}`)
    .filter((rule) => typeof readParts(rule) !== "string");
}

const starts = fc
  .tuple(fc.integer({ min: 1975 * 12, max: 2035 * 12 }), fc.integer({ min: 0, max: 31 * DAY }))
  .map(([month, second]) => Date.UTC(Math.floor(month / 12), month % 12) / 1000 + second);

/** How far a rule is compared: the second opinion looks at every day, hour or minute. */
const SPAN: Record<string, number> = { HOURLY: 100 * DAY, MINUTELY: 12 * DAY };
const spanOf = (freq: string): number => SPAN[freq] ?? 5 * 366 * DAY;

function search(rule: string, start: number): RuleTimes {
  const parts = readParts(rule);
  if (typeof parts === "string") throw new Error(parts);
  return new RuleTimes(parts, start);
}

function found(times: RuleTimes, from: number, until: number): number[] {
  const all: number[] = [];
  for (let at = times.next(from, until); at !== NEVER; at = times.next(at + 1, until)) all.push(at);
  return all;
}

for (const freq of ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]) {
  test(`FREQ=${freq}: the search finds and counts what the second opinion names`, () => {
    let named = 0;
    fc.assert(
      fc.property(rules(freq), starts, fc.integer({ min: 0, max: 3 }), (rule, start, part) => {
        const end = start + spanOf(freq);
        const from = start + Math.floor((spanOf(freq) * part) / 4);
        const expected = new Oracle(rule, start).until(end).filter((at) => at >= from);
        const times = search(rule, start);
        expect([rule, start, ...found(times, from, end)]).toEqual([rule, start, ...expected]);
        expect(times.count(from, end)).toBe(expected.length);
        named += expected.length;
      }),
      { seed: SEED, numRuns: 80 },
    );
    expect(named).toBeGreaterThan(500);
  });
}

test("an answer is at or after the question, in bounds, and the same when asked in any order", () => {
  const any = fc.constantFrom("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY").chain(rules);
  const moments = fc.array(fc.integer({ min: 0, max: 4e9 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(any, starts, moments, (rule, start, asked) => {
      const times = search(rule, start);
      const answers = asked.map((from) => times.next(from, NEVER));
      asked.forEach((from, i) => {
        const at = answers[i] as number;
        expect(at).toBeGreaterThanOrEqual(Math.max(from, start));
        expect(search(rule, start).next(from, NEVER)).toBe(at);
        if (at === NEVER) return;
        expect(times.next(from, at)).toBe(NEVER);
        expect(times.next(at, at + 1)).toBe(at);
        expect(times.count(from, at + 1)).toBe(1);
      });
      const sorted = [...asked].sort((a, b) => a - b);
      const rising = sorted.map((from) => times.next(from, NEVER));
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test("counts add up over any cut", () => {
  const any = fc.constantFrom("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY").chain(rules);
  fc.assert(
    fc.property(
      any,
      starts,
      fc.array(fc.integer({ min: 0, max: 300 * DAY }), { minLength: 3, maxLength: 3 }),
      (rule, start, cuts) => {
        const [a = 0, b = 0, c = 0] = cuts.sort((x, y) => x - y).map((cut) => start - 50 * DAY + cut);
        const times = search(rule, start);
        expect(times.count(a, b) + times.count(b, c)).toBe(times.count(a, c));
      },
    ),
    { seed: SEED, numRuns: 300 },
  );
});

/**
 * rrule-temporal 2.2.8 departs from RFC 5545 in yearly rules: it drops the plain weekdays of `BYDAY=FR,-3TH`, joins BYYEARDAY,
 * BYMONTHDAY, BYWEEKNO and BYDAY by "or" where the RFC has "and", and takes another weekday than DTSTART's for a bare BYWEEKNO when
 * asked from a later day on.
 */
const knownToDepart = (rule: string): boolean => {
  const parts = ["BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY"].filter((part) => rule.includes(part));
  const mixed = /BYDAY=[^;]*\d/.test(rule) && /BYDAY=(?:[^;]*,)?[A-Z]/.test(rule);
  return (
    rule.startsWith("FREQ=YEARLY") &&
    (parts.length > 1 || mixed || (rule.includes("BYWEEKNO") && !rule.includes("BYDAY")))
  );
};

test("rrule-temporal names the same times, but for some yearly rules", () => {
  const any = fc.constantFrom("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY").chain(rules);
  let compared = 0;
  fc.assert(
    fc.property(any, starts, (rule, start) => {
      fc.pre(!knownToDepart(rule));
      const freq = /FREQ=(\w+)/.exec(rule)?.[1] ?? "";
      const end = start + spanOf(freq) / 2;
      const began = new Date(start * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "");
      const theirs = new RRuleTemporal({
        rruleString: `DTSTART;TZID=UTC:${began}\nRRULE:${rule}`,
        maxIterations: 1e7,
        maxCandidateEvaluations: 1e8,
      }).between(new Date(start * 1000), new Date(end * 1000 - 1), true);
      compared += theirs.length;
      expect([rule, start, ...found(search(rule, start), start, end)]).toEqual([
        rule,
        start,
        ...theirs.map(({ epochMilliseconds }) => epochMilliseconds / 1000),
      ]);
    }),
    { seed: SEED, numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(1_000);
});
