// The examples of RFC 5545 §3.8.5.3, each with the dates that the RFC gives for it, in America/New_York.

import { describe, expect, test } from "vitest";
import { NEVER } from "../../../server/domain/schedule/local-search.ts";
import { parseRrule, rruleTimes } from "../../../server/domain/schedule/rrule.ts";

const local = (second: number): string => new Date(second * 1000).toISOString().slice(0, 16);

/** `1997-09 2,4 1997-10 2` are three days at 09:00; a token with `T` is a local time as it is. */
function times(text: string): string[] {
  let month = "";
  return text.split(" ").flatMap((token) => {
    if (token.includes("T")) return [token];
    if (/^\d{4}-\d\d$/.test(token)) month = token;
    else return token.split(",").map((day) => `${month}-${day.padStart(2, "0")}T09:00`);
    return [];
  });
}

/** A row that names fewer times than its rule has ends with `…`. */
type Example = readonly [title: string, rule: string, start: string, expected: string];

const TUESDAY = "1997-09-02";
const EXAMPLES: readonly Example[] = [
  ["daily for 10 occurrences", "FREQ=DAILY;COUNT=10", TUESDAY, "1997-09 2,3,4,5,6,7,8,9,10,11"],
  [
    "every other day",
    "FREQ=DAILY;INTERVAL=2",
    TUESDAY,
    "1997-09 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 1997-10 2,4,6 …",
  ],
  ["every 10 days, 5 occurrences", "FREQ=DAILY;INTERVAL=10;COUNT=5", TUESDAY, "1997-09 2,12,22 1997-10 2,12"],
  ["weekly for 10 occurrences", "FREQ=WEEKLY;COUNT=10", TUESDAY, "1997-09 2,9,16,23,30 1997-10 7,14,21,28 1997-11 4"],
  [
    "weekly until 24 December",
    "FREQ=WEEKLY;UNTIL=19971224T000000Z",
    TUESDAY,
    "1997-09 2,9,16,23,30 1997-10 7,14,21,28 1997-11 4,11,18,25 1997-12 2,9,16,23",
  ],
  [
    "every other week",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    TUESDAY,
    "1997-09 2,16,30 1997-10 14,28 1997-11 11,25 1997-12 9,23 1998-01 6,20 1998-02 3,17 …",
  ],
  [
    "Tuesday and Thursday for five weeks",
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    TUESDAY,
    "1997-09 2,4,9,11,16,18,23,25,30 1997-10 2",
  ],
  [
    "the same by COUNT",
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    TUESDAY,
    "1997-09 2,4,9,11,16,18,23,25,30 1997-10 2",
  ],
  [
    "every other week on Monday, Wednesday and Friday until 24 December",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "1997-09-01",
    "1997-09 1,3,5,15,17,19,29 1997-10 1,3,13,15,17,27,29,31 1997-11 10,12,14,24,26,28 1997-12 8,10,12,22",
  ],
  [
    "every other week on Tuesday and Thursday, 8 occurrences",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    TUESDAY,
    "1997-09 2,4,16,18,30 1997-10 2,14,16",
  ],
  [
    "monthly on the first Friday, 10 occurrences",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997-09-05",
    "1997-09 5 1997-10 3 1997-11 7 1997-12 5 1998-01 2 1998-02 6 1998-03 6 1998-04 3 1998-05 1 1998-06 5",
  ],
  [
    "monthly on the first Friday until 24 December",
    "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    "1997-09-05",
    "1997-09 5 1997-10 3 1997-11 7 1997-12 5",
  ],
  [
    "every other month on the first and last Sunday, 10 occurrences",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997-09-07",
    "1997-09 7,28 1997-11 2,30 1998-01 4,25 1998-03 1,29 1998-05 3,31",
  ],
  [
    "monthly on the second-to-last Monday for 6 months",
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    "1997-09-22",
    "1997-09 22 1997-10 20 1997-11 17 1997-12 22 1998-01 19 1998-02 16",
  ],
  [
    "monthly on the third-to-last day",
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    "1997-09-28",
    "1997-09 28 1997-10 29 1997-11 28 1997-12 29 1998-01 29 1998-02 26 …",
  ],
  [
    "monthly on the 2nd and 15th, 10 occurrences",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    TUESDAY,
    "1997-09 2,15 1997-10 2,15 1997-11 2,15 1997-12 2,15 1998-01 2,15",
  ],
  [
    "monthly on the first and last day, 10 occurrences",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "1997-09-30",
    "1997-09 30 1997-10 1,31 1997-11 1,30 1997-12 1,31 1998-01 1,31 1998-02 1",
  ],
  [
    "every 18 months on the 10th to 15th, 10 occurrences",
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    "1997-09-10",
    "1997-09 10,11,12,13,14,15 1999-03 10,11,12,13",
  ],
  [
    "every Tuesday of every other month",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    TUESDAY,
    "1997-09 2,9,16,23,30 1997-11 4,11,18,25 1998-01 6,13,20,27 1998-03 3,10,17,24,31 …",
  ],
  [
    "yearly in June and July, 10 occurrences",
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997-06-10",
    "1997-06 10 1997-07 10 1998-06 10 1998-07 10 1999-06 10 1999-07 10 2000-06 10 2000-07 10 2001-06 10 2001-07 10",
  ],
  [
    "every other year in January, February and March, 10 occurrences",
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997-03-10",
    "1997-03 10 1999-01 10 1999-02 10 1999-03 10 2001-01 10 2001-02 10 2001-03 10 2003-01 10 2003-02 10 2003-03 10",
  ],
  [
    "every third year on the 1st, 100th and 200th day, 10 occurrences",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997-01-01",
    "1997-01 1 1997-04 10 1997-07 19 2000-01 1 2000-04 9 2000-07 18 2003-01 1 2003-04 10 2003-07 19 2006-01 1",
  ],
  ["every 20th Monday of the year", "FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05 19 1998-05 18 1999-05 17 …"],
  ["Monday of week 20", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1997-05 12 1998-05 11 1999-05 17 …"],
  [
    "every Thursday in March",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997-03-13",
    "1997-03 13,20,27 1998-03 5,12,19,26 1999-03 4,11,18,25 …",
  ],
  [
    "every Thursday in June, July and August",
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997-06-05",
    "1997-06 5,12,19,26 1997-07 3,10,17,24,31 1997-08 7,14,21,28 1998-06 4,11,18,25 1998-07 2,9,16,23,30 …",
  ],
  [
    "every Friday the 13th; the start is none",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    TUESDAY,
    "1998-02 13 1998-03 13 1998-11 13 1999-08 13 2000-10 13 …",
  ],
  [
    "the first Saturday after the first Sunday of the month",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997-09-13",
    "1997-09 13 1997-10 11 1997-11 8 1997-12 13 1998-01 10 1998-02 7 1998-03 7 1998-04 11 1998-05 9 1998-06 13 …",
  ],
  [
    "U.S. presidential election day",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996-11-05",
    "1996-11 5 2000-11 7 2004-11 2 …",
  ],
  [
    "the third Tuesday, Wednesday or Thursday of the month, 3 times",
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    "1997-09-04",
    "1997-09 4 1997-10 7 1997-11 6",
  ],
  [
    "the second-to-last weekday of the month",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997-09-29",
    "1997-09 29 1997-10 30 1997-11 27 1997-12 30 1998-01 29 1998-02 26 1998-03 30 …",
  ],
  [
    // The RFC gives UNTIL=19970902T170000Z, which is 13:00 in New York; verified erratum: 21:00 UTC is meant.
    "every 3 hours from 9 to 17 o'clock",
    "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z",
    TUESDAY,
    "1997-09-02T09:00 1997-09-02T12:00 1997-09-02T15:00",
  ],
  [
    "every 15 minutes, 6 occurrences",
    "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
    TUESDAY,
    "1997-09-02T09:00 1997-09-02T09:15 1997-09-02T09:30 1997-09-02T09:45 1997-09-02T10:00 1997-09-02T10:15",
  ],
  [
    "every hour and a half, 4 occurrences",
    "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
    TUESDAY,
    "1997-09-02T09:00 1997-09-02T10:30 1997-09-02T12:00 1997-09-02T13:30",
  ],
  [
    "weeks that start on Monday",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    "1997-08-05",
    "1997-08 5,10,19,24",
  ],
  [
    "weeks that start on Sunday",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    "1997-08-05",
    "1997-08 5,17,19,31",
  ],
  [
    "30 February is left out",
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    "2007-01-15",
    "2007-01 15,30 2007-02 15 2007-03 15,30",
  ],
];

function named(
  rule: string,
  start: string,
): { next(from: number): number; count(from: number, until: number): number } {
  const parsed = parseRrule([], rule, `${start}T09:00:00`, "America/New_York");
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  const found = rruleTimes(parsed.value);
  return { next: (from) => found.next(from, NEVER), count: (from, until) => found.count(from, until) };
}

function first(rule: string, start: string, most: number): string[] {
  const { next } = named(rule, start);
  const found: string[] = [];
  for (let at = next(0); at !== NEVER && found.length < most; at = next(at + 1)) found.push(local(at));
  return found;
}

describe("the examples of RFC 5545 §3.8.5.3", () => {
  for (const [title, rule, start, expected] of EXAMPLES) {
    test(`${title}: ${rule}`, () => {
      const open = expected.endsWith(" …");
      const all = times(expected.replace(" …", ""));
      expect(first(rule, start, open ? all.length : all.length + 1)).toEqual(all);
      const end = Date.parse(`${all.at(-1)}Z`) / 1000;
      expect(named(rule, start).count(0, end + 1)).toBe(all.length);
    });
  }

  test("daily until 24 December: 113 days, the last on the 23rd", () => {
    const all = first("FREQ=DAILY;UNTIL=19971224T000000Z", TUESDAY, 1000);
    expect([all.length, all[0], all.at(-1)]).toEqual([113, "1997-09-02T09:00", "1997-12-23T09:00"]);
  });

  test("every day in January for 3 years, said in two ways; UNTIL is included", () => {
    const yearly = "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA";
    const all = first(yearly, "1998-01-01", 1000);
    expect([all.length, all.at(-1)]).toEqual([93, "2000-01-31T09:00"]);
    expect(first("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "1998-01-01", 1000)).toEqual(all);
  });

  test("every 20 minutes from 9:00 to 16:40, said in two ways", () => {
    const daily = first("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40", TUESDAY, 100);
    expect([daily[0], daily[23], daily[24]]).toEqual(["1997-09-02T09:00", "1997-09-02T16:40", "1997-09-03T09:00"]);
    expect(first("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16", TUESDAY, 100)).toEqual(daily);
  });
});
