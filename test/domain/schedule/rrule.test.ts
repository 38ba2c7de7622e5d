// Which recurrence rules are taken and what is said of the others; what UNTIL, COUNT and DTSTART mean here.

import { describe, expect, test } from "vitest";
import { NEVER } from "../../../server/domain/schedule/local-search.ts";
import { parseRrule, rruleTimes } from "../../../server/domain/schedule/rrule.ts";

const START = "2026-01-05T09:00:00";

function accepted(rule: string, start = START, timezone = "Europe/Berlin") {
  const parsed = parseRrule(["rrule"], rule, start, timezone);
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  return parsed.value;
}

function times(rule: string, most: number, start = START, timezone = "Europe/Berlin"): string[] {
  const found: string[] = [];
  const all = rruleTimes(accepted(rule, start, timezone));
  for (let at = all.next(0, NEVER); at !== NEVER && found.length < most; at = all.next(at + 1, NEVER))
    found.push(new Date(at * 1000).toISOString().slice(0, 19));
  return found;
}

function refused(rule: string, start = START): string {
  const parsed = parseRrule(["schedule", "rrule"], rule, start, "Europe/Berlin");
  if (parsed.ok) throw new Error(`${rule} was taken`);
  expect(parsed.errors).toMatchObject([{ code: "INVALID_RRULE", field: ["schedule", "rrule", "rule"] }]);
  const message = parsed.errors[0]?.message ?? "";
  expect(message).toContain("Example:");
  return message;
}

describe("what is taken", () => {
  test("the name in front, letter case, white space, folded lines and a last semicolon do not matter", () => {
    const plain = accepted("FREQ=MONTHLY;BYDAY=-1FR");
    expect(plain).toEqual({ kind: "RRULE", rule: "FREQ=MONTHLY;BYDAY=-1FR", start: START, timezone: "Europe/Berlin" });
    expect(accepted("  rrule:freq=monthly;\r\n byday=-1fr; ", "2026-01-05T09:00", "europe/berlin")).toEqual(plain);
  });

  test("numbers may have a plus sign, come in any order and more than once", () => {
    expect(times("FREQ=MONTHLY;BYMONTHDAY=15,+1,15;BYDAY=+1MO,SU", 2)).toEqual([
      "2026-02-01T09:00:00",
      "2026-02-15T09:00:00",
    ]);
  });

  test("a stored rule is read as it was accepted", () => {
    const schedule = { ...accepted("FREQ=DAILY;BYHOUR=7") };
    expect(rruleTimes(schedule).next(0, NEVER)).toBe(Date.UTC(2026, 0, 6, 7) / 1000);
    expect(rruleTimes(schedule)).toBe(rruleTimes(schedule));
  });
});

describe("the start", () => {
  test("is an occurrence when the rule names it", () => {
    expect(times("FREQ=WEEKLY;BYDAY=MO", 1)).toEqual([START]);
  });

  test("is none when the rule does not name it, and COUNT does not count it", () => {
    expect(times("FREQ=WEEKLY;BYDAY=TU;COUNT=2", 5)).toEqual(["2026-01-06T09:00:00", "2026-01-13T09:00:00"]);
  });

  test("gives the seconds, minutes, hours and days that the rule does not", () => {
    expect(times("FREQ=YEARLY;COUNT=2", 3, "2024-02-29T23:59:58")).toEqual([
      "2024-02-29T23:59:58",
      "2028-02-29T23:59:58",
    ]);
    expect(times("FREQ=HOURLY;BYHOUR=0,23", 2, "2026-01-05T23:15:30")).toEqual([
      "2026-01-05T23:15:30",
      "2026-01-06T00:15:30",
    ]);
  });

  test("and the zone are refused together with the rule", () => {
    const parsed = parseRrule(["rrule"], "FREQ=DAILY;BYHOUR=24", "2026-02-30T09:00:00", "Mars/Olympus");
    expect(parsed.ok ? [] : parsed.errors.map(({ code, field }) => [code, field?.at(-1)])).toEqual([
      ["INVALID_TIME_ZONE", "timezone"],
      ["INVALID_DATE", "start"],
      ["INVALID_RRULE", "rule"],
    ]);
  });

  test("has no milliseconds", () => {
    const parsed = parseRrule(["rrule"], "FREQ=DAILY", "2026-02-03T09:00:00.5", "UTC");
    expect(parsed).toMatchObject({ ok: false, errors: [{ code: "INVALID_DATE", field: ["rrule", "start"] }] });
  });
});

describe("UNTIL and COUNT", () => {
  test("UNTIL in UTC is an instant, read on the zone's clock", () => {
    expect(times("FREQ=DAILY;UNTIL=20260107T080000Z", 9)).toHaveLength(3);
    expect(times("FREQ=DAILY;UNTIL=20260107T075959Z", 9)).toHaveLength(2);
    expect(times("FREQ=DAILY;UNTIL=20260107T080000Z", 9, START, "America/New_York")).toHaveLength(2);
  });

  test("UNTIL without a Z is local time; as a date it includes the whole day", () => {
    expect(times("FREQ=DAILY;UNTIL=20260107T090000", 9)).toHaveLength(3);
    expect(times("FREQ=DAILY;UNTIL=20260107T085959", 9)).toHaveLength(2);
    expect(times("FREQ=DAILY;UNTIL=20260107", 9)).toHaveLength(3);
  });

  test("COUNT ends within a day and within a month of BYSETPOS", () => {
    expect(times("FREQ=DAILY;BYHOUR=8,9,10;COUNT=3", 9)).toEqual([START, "2026-01-05T10:00:00", "2026-01-06T08:00:00"]);
    expect(times("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1,-1;COUNT=2", 9)).toEqual([START, "2026-01-27T09:00:00"]);
  });

  test("the largest COUNT is found at once", () => {
    const all = rruleTimes(accepted("FREQ=MINUTELY;INTERVAL=7;COUNT=100000"));
    expect(all.count(0, NEVER)).toBe(100_000);
    expect(all.next(Date.parse(`${START}Z`) / 1000 + 99_999 * 420, NEVER)).toBe(
      Date.parse(`${START}Z`) / 1000 + 99_999 * 420,
    );
    expect(all.next(Date.parse(`${START}Z`) / 1000 + 99_999 * 420 + 1, NEVER)).toBe(NEVER);
  });
});

describe("what is refused", () => {
  const ROWS: readonly (readonly [rule: string, says: string])[] = [
    ["", "is empty"],
    ["RRULE:", "is empty"],
    ["BYDAY=MO", "has no FREQ; YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY is expected"],
    ["FREQ=FORTNIGHTLY", "has FREQ=FORTNIGHTLY"],
    ["FREQ=SECONDLY", "names 86,400 times a day"],
    ["FREQ=SECONDLY;INTERVAL=3600", "not offered"],
    ["FREQ", "the unknown part"],
    ["FREQ=", "no value for FREQ"],
    ["FREQ=DAILY;BYHOUR=", "no value for BYHOUR"],
    ["FREQ=DAILY;;BYHOUR=1", "an empty part"],
    ["FREQ=DAILY;FOO=1", 'the unknown part "FOO=1"'],
    ["FREQ=DAILY;X-NAME=1", "the unknown part"],
    ["FREQ=MONTHLY;RSCALE=CHINESE", "the unknown part"],
    ["FREQ=DAILY;FREQ=WEEKLY", "FREQ more than once"],
    ["FREQ=DAILY;COUNT=2;UNTIL=20300101", "both COUNT and UNTIL"],
    ["FREQ=DAILY;INTERVAL=0", "INTERVAL=0; a whole number from 1 to 1000000"],
    ["FREQ=DAILY;INTERVAL=-1", "INTERVAL=-1"],
    ["FREQ=DAILY;INTERVAL=1.5", "INTERVAL=1.5"],
    ["FREQ=DAILY;INTERVAL=1E3", "INTERVAL=1E3"],
    ["FREQ=DAILY;COUNT=0", "COUNT=0"],
    ["FREQ=DAILY;COUNT=100001", "1 to 100000"],
    ["FREQ=DAILY;UNTIL=TOMORROW", "UNTIL=TOMORROW"],
    ["FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230"],
    ["FREQ=DAILY;UNTIL=20260228T240000Z", "UNTIL=20260228T240000Z"],
    ["FREQ=DAILY;UNTIL=20260228Z", "UNTIL=20260228Z"],
    ["FREQ=DAILY;WKST=XX", "WKST=XX"],
    ["FREQ=DAILY;BYHOUR=24", '"24" in BYHOUR; whole numbers from 0 to 23'],
    ["FREQ=DAILY;BYHOUR=-1", '"-1" in BYHOUR'],
    ["FREQ=DAILY;BYMINUTE=60", "0 to 59"],
    ["FREQ=DAILY;BYSECOND=60", "0 to 59"],
    ["FREQ=DAILY;BYHOUR=1,,2", '"" in BYHOUR'],
    ["FREQ=DAILY;BYHOUR=0X1", '"0X1" in BYHOUR'],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "1 to 31 or -31 to -1"],
    ["FREQ=MONTHLY;BYMONTHDAY=32", '"32" in BYMONTHDAY'],
    ["FREQ=YEARLY;BYMONTH=13", "1 to 12"],
    ["FREQ=YEARLY;BYMONTH=5L", '"5L" in BYMONTH'],
    ["FREQ=YEARLY;BYYEARDAY=367", "1 to 366"],
    ["FREQ=YEARLY;BYWEEKNO=54", "1 to 53"],
    ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "1 to 366"],
    ["FREQ=MONTHLY;BYDAY=XX", '"XX" in BYDAY'],
    ["FREQ=MONTHLY;BYDAY=MONDAY", '"MONDAY" in BYDAY'],
    ["FREQ=MONTHLY;BYDAY=6MO", "1 to 5"],
    ["FREQ=YEARLY;BYDAY=54MO", "1 to 53"],
    ["FREQ=YEARLY;BYDAY=0MO", "1 to 53"],
    ["FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY or FREQ=YEARLY is expected"],
    ["FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", "BYWEEKNO and a number in BYDAY"],
    ["FREQ=MONTHLY;BYWEEKNO=3", "BYWEEKNO with FREQ=MONTHLY"],
    ["FREQ=DAILY;BYYEARDAY=3", "BYYEARDAY with FREQ=DAILY"],
    ["FREQ=WEEKLY;BYMONTHDAY=3", "BYMONTHDAY with FREQ=WEEKLY"],
    ["FREQ=DAILY;BYSETPOS=1", "BYSETPOS alone"],
    ["FREQ=DAILY;UNTIL=20251231", "ends (UNTIL, 2025-12-31 23:59:59) before it starts (2026-01-05 09:00)"],
    ["FREQ=WEEKLY;BYDAY=SU;UNTIL=20260108", "never matches from its start, 2026-01-05 09:00, to its UNTIL, 2026-01-08"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "never matches from its start, 2026-01-05 09:00, to 9999"],
    ["FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "INTERVAL=4 counts from the start"],
    ["FREQ=DAILY;INTERVAL=7;BYDAY=TU", "never matches"],
    ["FREQ=HOURLY;INTERVAL=24;BYHOUR=10", "never matches"],
    ["FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1", "never matches"],
    ["FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=3", "never matches"],
    ["FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=2MO", "never matches"],
    ["DTSTART:20260105T090000\nRRULE:FREQ=DAILY", "DTSTART is the schedule's start"],
    ["FREQ=DAILY\nEXDATE:20260106T090000", "EXDATE and EXRULE are exclusions"],
    ["RRULE:FREQ=DAILY\nRDATE:20260106T090000", "RDATE is a second schedule"],
    ["RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY", "several RRULE lines"],
    [`FREQ=DAILY;BYHOUR=${"1,".repeat(1000)}1`, "has 2019 characters; 2000 are allowed"],
  ];
  for (const [rule, says] of ROWS) {
    test(`${JSON.stringify(rule.slice(0, 60))}: ${says}`, () => {
      expect(refused(rule)).toContain(says);
    });
  }
});

test("a rule that comes every 400 years or on few days is found, and its end too", () => {
  expect(times("FREQ=YEARLY;INTERVAL=400", 3)).toEqual([START, "2426-01-05T09:00:00", "2826-01-05T09:00:00"]);
  expect(times("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", 2)).toEqual([
    "2044-02-29T09:00:00",
    "2072-02-29T09:00:00",
  ]);
  const rare = rruleTimes(accepted("FREQ=MINUTELY;INTERVAL=999983;BYHOUR=9;BYMINUTE=0"));
  expect(rare.next(Date.UTC(9999, 11, 31) / 1000, NEVER)).toBe(NEVER);
});

test("a rule by the minute that began decades ago is not walked from its start", () => {
  const all = rruleTimes(accepted("FREQ=MINUTELY;INTERVAL=7", "1970-01-01T00:00:00"));
  const from = Date.UTC(2026, 0, 1) / 1000;
  const began = performance.now();
  let at = from;
  for (let i = 0; i < 20_000; i++) at = all.next(at + 1, NEVER);
  expect((at - from) / 420).toBeCloseTo(20_000, -1);
  expect(all.count(from + 1, at + 1)).toBe(20_000);
  expect(performance.now() - began).toBeLessThan(2_000);
});
