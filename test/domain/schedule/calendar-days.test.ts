// Which days an expression names: L, nL, n#k, Sunday's two numbers and the rule that joins the day fields.

import { expect, test } from "vitest";
import { parseCron } from "../../../server/domain/schedule/cron-parse.ts";
import { cron } from "./arbitraries.ts";
import { table } from "./timings.ts";

/** Days of 2028-02 and 2028-03 (Tuesday 1 February, leap year) as `MM-DD`. */
const days = (dayFields: string): string =>
  table(cron("UTC", `0 12 ${dayFields}`))
    .between(Date.UTC(2028, 1, 1), Date.UTC(2028, 3, 1), 100)
    .map(({ at }) => new Date(at).toISOString().slice(5, 10))
    .join(" ");

test.each([
  ["L * *", "02-29 03-31"],
  ["1,L * *", "02-01 02-29 03-01 03-31"],
  ["* * 5L", "02-25 03-31"],
  ["* * FRIL", "02-25 03-31"],
  ["* * 1L,5L", "02-25 02-28 03-27 03-31"],
  ["* * 7L", "02-27 03-26"],
  ["* * 1#1", "02-07 03-06"],
  ["* * TUE#5", "02-29"],
  ["* * 7#4", "02-27 03-26"],
  ["31 * *", "03-31"],
  ["29 2 *", "02-29"],
  ["* 3 0", "03-05 03-12 03-19 03-26"],
  ["* 3 7", "03-05 03-12 03-19 03-26"],
  ["* 3 6-7", "03-04 03-05 03-11 03-12 03-18 03-19 03-25 03-26"],
  ["* 3 SUN#1", "03-05"],
  // OR: both day fields start without a star.
  ["13 * 5", "02-04 02-11 02-13 02-18 02-25 03-03 03-10 03-13 03-17 03-24 03-31"],
  ["L * 1#1", "02-07 02-29 03-06 03-31"],
  // AND: one starts with a star.
  ["*/10 * 1", "02-21"],
  ["1-7 * */7", "02-06 03-05"],
  ["1-7 * ?", "02-01 02-02 02-03 02-04 02-05 02-06 02-07 03-01 03-02 03-03 03-04 03-05 03-06 03-07"],
  ["? 3 WED#2", "03-08"],
])("%s: %s", (dayFields, expected) => {
  expect(days(dayFields)).toBe(expected);
});

test.each([
  ["* * * * *", true],
  ["*/5 9-17 ? * ?", true],
  ["0 0 1-31 JAN-DEC *", true],
  ["0 0 * * 0-6", true],
  ["0 0 2-31 * *", false],
  ["0 0 * * 1-6", false],
  ["0 0 * 1-11 *", false],
  ["0 0 0 * * ? 2027", false],
])("%s: that no day is left out is known (%s), and the calendar not asked", (expression, everyDay) => {
  const parsed = parseCron(expression);
  expect(parsed.ok && parsed.spec.everyDay).toBe(everyDay);
});
