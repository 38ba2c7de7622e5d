// The rules that a schedule may choose for clock changes, each by hand and against a walk through every minute.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockRules } from "../../../server/domain/schedule/clock-rules.ts";
import { parseCron } from "../../../server/domain/schedule/cron-parse.ts";
import { nextInstant } from "../../../server/domain/schedule/instant-search.ts";
import { cronTimes } from "../../../server/domain/schedule/local-search.ts";
import { zoneOf } from "../../../server/domain/schedule/zone.ts";
import { GAP_RULES, REPEAT_RULES } from "../../../server/domain/timing.ts";
import type { GapRule, RepeatRule } from "../../../server/domain/types.ts";
import { plainExpressions, SEED } from "./arbitraries.ts";
import { localMinute, matcher, runsByRules, walk } from "./oracle.ts";
import { accepted, cronTable, shownInstants } from "./timings.ts";

const ZONES = [
  "Australia/Lord_Howe",
  "Asia/Gaza",
  "Africa/Casablanca",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Antarctica/Troll",
  "Europe/Dublin",
  "America/New_York",
];
const DAY_MS = 86_400_000;

describe("against a walk through every minute", () => {
  /** Days in whose course the zone's clock changes, found without the engine; Apia's skipped day is among them. */
  function changes(zone: string): number[] {
    const shift = (at: number): number => localMinute(zone, at) - at / 60_000;
    const found: number[] = [];
    for (let day = Date.UTC(2009, 0, 1); day < Date.UTC(2027, 0, 1); day += DAY_MS)
      if (shift(day) !== shift(day + DAY_MS)) found.push(day);
    return found;
  }

  test.each(ZONES)("%s: each pair of rules runs what it says, wildcard or not, and counts it", (zone) => {
    const days = changes(zone);
    expect(days.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: 0, max: 720 }),
        fc.array(plainExpressions, { minLength: 5, maxLength: 5 }),
        (day, minute, texts) => {
          const from = day - DAY_MS - minute * 60_000;
          const path = walk(zone, from, 4 * 1440);
          const [first, last] = [from + DAY_MS - 1, from + 3 * DAY_MS - 60_000];
          for (const text of texts.filter(accepted)) {
            for (const gap of GAP_RULES) {
              for (const repeat of REPEAT_RULES) {
                const timetable = cronTable(zone, text, { gap, repeat });
                const expected = runsByRules(matcher(text), { gap, repeat }, path);
                const found = timetable.between(first, last, 10_000);
                expect([text, gap, repeat, ...shownInstants(found)]).toEqual([
                  text,
                  gap,
                  repeat,
                  ...shownInstants(expected.filter((at) => at <= last).map((at) => ({ at }))),
                ]);
                expect(timetable.count(first, last)).toEqual({ count: found.length, exact: true });
              }
            }
          }
        },
      ),
      { seed: SEED, numRuns: 12 },
    );
  });
});

type Night = readonly [
  timezone: string,
  expression: string,
  gap: GapRule | undefined,
  repeat: RepeatRule | undefined,
  from: string,
  until: string,
  expected: string,
];
const GAP = ["2026-03-29T00:00Z", "2026-03-29T02:00Z"] as const;
const REPEAT = ["2026-10-24T23:00Z", "2026-10-25T02:00Z"] as const;

describe("Europe/Berlin, by hand", () => {
  test.each<Night>([
    ["Europe/Berlin", "30 2 * * *", undefined, undefined, ...GAP, "01:00"],
    ["Europe/Berlin", "30 2 * * *", "NEXT_VALID", undefined, ...GAP, "01:00"],
    ["Europe/Berlin", "30 2 * * *", "PREVIOUS_VALID", undefined, ...GAP, "00:59:59"],
    ["Europe/Berlin", "30 2 * * *", "SKIP", undefined, ...GAP, ""],
    ["Europe/Berlin", "*/30 2,3 * * *", undefined, undefined, ...GAP, "01:00 01:30"],
    ["Europe/Berlin", "*/30 2 * * *", "NEXT_VALID", undefined, ...GAP, "01:00"],
    ["Europe/Berlin", "*/30 2 * * *", "PREVIOUS_VALID", undefined, ...GAP, "00:59:59"],
    ["Europe/Berlin", "59 59 1,2 * * *", "PREVIOUS_VALID", undefined, ...GAP, "00:59:59"],
    ["Europe/Berlin", "0 2,3 * * *", "NEXT_VALID", undefined, ...GAP, "01:00"],
    ["Europe/Berlin", "30 2 * * *", undefined, undefined, ...REPEAT, "00:30"],
    ["Europe/Berlin", "30 2 * * *", undefined, "SECOND", ...REPEAT, "01:30"],
    ["Europe/Berlin", "30 2 * * *", undefined, "BOTH", ...REPEAT, "00:30 01:30"],
    ["Europe/Berlin", "*/30 2 * * *", undefined, undefined, ...REPEAT, "00:00 00:30 01:00 01:30"],
    ["Europe/Berlin", "*/30 2 * * *", undefined, "FIRST", ...REPEAT, "00:00 00:30"],
    ["Europe/Berlin", "*/30 2 * * *", undefined, "SECOND", ...REPEAT, "01:00 01:30"],
    ["Pacific/Apia", "0 12 * * *", "NEXT_VALID", undefined, "2011-12-30T09:00Z", "2011-12-30T23:00Z", "10:00 22:00"],
    [
      "Pacific/Apia",
      "0 12 * * *",
      "PREVIOUS_VALID",
      undefined,
      "2011-12-30T09:00Z",
      "2011-12-30T23:00Z",
      "09:59:59 22:00",
    ],
    ["Pacific/Apia", "0 12 * * *", "SKIP", undefined, "2011-12-30T09:00Z", "2011-12-30T23:00Z", "22:00"],
  ])("%s: %s with gap %s, repeat %s, %s to %s: %s", (timezone, expression, gap, repeat, from, until, expected) => {
    const rules = { ...(gap && { gap }), ...(repeat && { repeat }) };
    const found = cronTable(timezone, expression, rules).between(Date.parse(from) - 1, Date.parse(until), 100);
    expect(
      shownInstants(found)
        .map((text) => text.slice(11))
        .join(" "),
    ).toBe(expected);
  });

  test.each([
    ["30 2 * * *", "PREVIOUS_VALID", "2026-03-28T12:00Z", "MOVED", "runs at 01:59:59 instead"],
    ["0,30 2 * * *", "PREVIOUS_VALID", "2026-03-28T12:00Z", "MOVED", "runs once, at 01:59:59, instead"],
    ["59 59 1,2 * * *", "PREVIOUS_VALID", "2026-03-28T12:00Z", "MERGED", "joins the run at 01:59:59"],
    ["*/30 2,3 * * *", "NEXT_VALID", "2026-03-28T12:00Z", "MERGED", "joins the run at 03:00"],
  ] as const)("%s with gap %s: the run after %s is %s: %s", (expression, gap, after, kind, words) => {
    const notes = cronTable("Europe/Berlin", expression, { gap }).next(Date.parse(after))?.notes;
    expect(notes).toMatchObject([{ kind, message: expect.stringContaining(words) }]);
  });

  test.each(GAP_RULES)("gap %s: next and count agree on every second around the change", (gap) => {
    const timetable = cronTable("Europe/Berlin", "59 59 1,2 * * *", { gap });
    const minutes = cronTable("Europe/Berlin", "30 1,2,3 * * *", { gap });
    const change = Date.parse("2026-03-29T01:00Z");
    const [from, until] = [change - 7_200_000, change + 7_200_000];
    for (const each of [timetable, minutes]) {
      for (let at = change - 3000; at <= change + 3000; at += 500) {
        expect(each.count(from, at).count + each.count(at, until).count).toBe(each.count(from, until).count);
        expect(each.count(from, at).count).toBe(each.between(from, at, 100).length);
      }
    }
  });

  test("a search that ends with the change still finds the run in the second before it", () => {
    const parsed = parseCron("30 2 * * *");
    if (!parsed.ok) throw new Error(parsed.message);
    const change = Date.parse("2026-03-29T01:00Z") / 1000;
    const rules = clockRules({ gap: "PREVIOUS_VALID" }, false);
    const find = (until: number) =>
      nextInstant(cronTimes(parsed.spec), rules, zoneOf("Europe/Berlin"), change - 7200, until)?.at;
    expect([find(change - 1), find(change), find(change + 1)]).toEqual([undefined, change - 1, change - 1]);
  });

  test("a run of the second pass says so", () => {
    const notes = cronTable("Europe/Berlin", "30 2 * * *", { repeat: "SECOND" }).next(Date.UTC(2026, 9, 24, 12))?.notes;
    expect(notes).toEqual([
      {
        kind: "SECOND_PASS",
        message: "02:30 happens twice on 2026-10-25 in Europe/Berlin (clocks go back); runs the second time only",
      },
    ]);
  });
});
