// Schedules in words, and that the words are true where cronstrue's own are not.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeSchedule } from "../../../server/domain/schedule/index.ts";
import { cron, expressions, SEED } from "./arbitraries.ts";
import { accepted } from "./timings.ts";

describe("cron", () => {
  test.each([
    ["30 2 * * 1-5", "At 02:30, Monday through Friday"],
    ["30 14 * * *", "Every day at 14:30"],
    ["*/5 * * * *", "Every 5 minutes"],
    ["* * * * *", "Every minute"],
    ["*/10 * * * * *", "Every 10 seconds"],
    ["0 30 2 * * *", "Every day at 02:30"],
    ["@hourly", "Every hour"],
    ["@daily", "Every day at 00:00"],
    ["@midnight", "Every day at 00:00"],
    ["@Weekly", "At 00:00, only on Sunday"],
    ["@monthly", "At 00:00, on day 1 of the month"],
    ["@yearly", "At 00:00, on day 1 of the month, only in January"],
    ["@annually", "At 00:00, on day 1 of the month, only in January"],
    ["0 0 L * *", "At 00:00, on the last day of the month"],
    ["0 0 * * 5L", "At 00:00, on the last Friday of the month"],
    ["0 0 * * MON#2", "At 00:00, on the second Monday of the month"],
    ["*/5 9-17 * * MON-FRI", "Every 5 minutes, between 09:00 and 17:59, Monday through Friday"],
    // OR of the day fields.
    ["0 0 13 * 5", "At 00:00, on day 13 of the month or on Friday"],
    ["0 0 29 2 1", "At 00:00, on day 29 of the month or on Monday, only in February"],
    ["0 0 1 * 1-5", "At 00:00, on day 1 of the month or on Monday through Friday"],
    ["0 0 L * 1#2", "At 00:00, on the last day of the month or on the second Monday of the month"],
    // AND of the day fields.
    ["0 0 */2 * 1", "At 00:00, every 2 days in a month, only on Monday"],
    // Steps that do not divide.
    ["*/40 * * * *", "At 0 and 40 minutes past the hour"],
    ["*/60 * * * *", "Every hour"],
    ["0 */5 * * *", "Every day at 00:00, 05:00, 10:00, 15:00 and 20:00"],
    ["0 0 * * */2", "At 00:00, only on Sunday, Tuesday, Thursday, and Saturday"],
    ["0 0 * * 1/2", "At 00:00, only on Sunday, Monday, Wednesday, and Friday"],
    ["0 0 1 */12 *", "At 00:00, on day 1 of the month, only in January"],
    // The day fields are joined as the text was given, not as it is rewritten.
    ["0 0 */31 * MON", "At 00:00, on day 1 of the month, only on Monday"],
    ["0 0 15 * */2", "At 00:00, on day 15 of the month, only on Sunday, Tuesday, Thursday, and Saturday"],
    ["0 0 5,* * MON", "At 00:00, every day"],
    [
      "0 0 1W */12 */2",
      "At 00:00, on the weekday (Monday through Friday) nearest day 1 of the month, only on Sunday, Tuesday, Thursday, and Saturday, only in January",
    ],
    // W, LW, L-n.
    ["0 0 15W * *", "At 00:00, on the weekday (Monday through Friday) nearest day 15 of the month"],
    ["0 0 LW * ?", "At 00:00, on the last weekday (Monday through Friday) of the month"],
    ["0 0 L-3 * *", "At 00:00, on the day 3 days before the last day of the month"],
    ["0 0 L-1 * *", "At 00:00, on the day 1 day before the last day of the month"],
    ["0 0 L-0,L-0W * *", "At 00:00, on the last day and the last weekday (Monday through Friday) of the month"],
    [
      "0 0 L-2W * *",
      "At 00:00, on the weekday (Monday through Friday) nearest the day 2 days before the last day of the month",
    ],
    ["0 0 1,20-25,L * *", "At 00:00, on day 1, 20 through 25 and the last day of the month"],
    ["0 0 15W * MON", "At 00:00, on the weekday (Monday through Friday) nearest day 15 of the month or on Monday"],
    // Lists with # and L.
    ["0 0 * * MON#1,MON#3", "At 00:00, on the first Monday of the month and the third Monday of the month"],
    ["0 0 * * WED,FRIL", "At 00:00, on Wednesday and the last Friday of the month"],
    [
      "0 0 1 * 5L,1L",
      "At 00:00, on day 1 of the month or on the last Friday of the month and the last Monday of the month",
    ],
    // Wrap-around ranges.
    ["0 22-4 * * *", "Every hour, between 22:00 and 04:00"],
    ["*/5 22-4 * * *", "Every 5 minutes, between 22:00 and 04:59"],
    ["0 22-4/2 * * *", "Every day at 00:00, 02:00, 04:00 and 22:00"],
    ["0 0 * NOV-FEB FRI-MON", "At 00:00, Friday through Monday, November through February"],
    ["0 0 * NOV-FEB/2 FRI-MON/2", "At 00:00, only on Sunday and Friday, only in January and November"],
    ["0 0 28-5 * *", "At 00:00, on day 1 through 5 and 28 through 31 of the month"],
    ["50-10 * * * *", "At 0 through 10 and 50 through 59 minutes past the hour"],
    // Several hours with more than one minute; cronstrue names only their first minutes.
    ["*/5 9,17 * * *", "Every 5 minutes, between 09:00 and 09:59 and between 17:00 and 17:59"],
    ["*/5 0,22,23 * * *", "Every 5 minutes, between 22:00 and 00:59"],
    [
      "*/15 */6 * * *",
      "Every 15 minutes, between 00:00 and 00:59 and between 06:00 and 06:59 and between 12:00 and 12:59 and between 18:00 and 18:59",
    ],
    ["*/15 */4 * * *", "Every 15 minutes, during the hours 00, 04, 08, 12, 16, 20"],
    ["0,30 9 * * *", "At 0 and 30 minutes past the hour, between 09:00 and 09:59"],
    ["0-59 9-8 1-31 * ?", "Every minute"],
    ["20/40 * * * *", "At 20 minutes past the hour"],
    ["5/15 * * * *", "Every 15 minutes, starting at 5 minutes past the hour"],
    // Years.
    ["0 0 12 ? * MON 2027", "At 12:00, only on Monday, only in 2027"],
    ["0 0 0 * * ? 2027-2030", "Every day at 00:00, only in 2027 through 2030"],
    ["* * * * * * 2027,2029", "Every second, only in 2027 and 2029"],
    [
      "0 0 12 1 1 ? 2026/4",
      "At 12:00, on day 1 of the month, only in January, only every 4 years from 2026 through 2198",
    ],
    ["0 0 12 29 2 ? *", "At 12:00, on day 29 of the month, only in February"],
    // Ranges of one value.
    ["0-0/2 3-3 1 JAN-JAN *", "At 03:00, on day 1 of the month, only in January"],
    // Values named twice.
    ["0 0 * * 0,7", "At 00:00, only on Sunday"],
    ["*,5 * * * *", "Every minute"],
  ])("%s: %s", (expression, expected) => {
    expect(describeSchedule(cron("Europe/Berlin", expression))).toBe(expected);
  });

  test("every accepted expression has words, none of them undefined", () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        fc.pre(accepted(expression));
        const words = describeSchedule(cron("UTC", expression));
        expect(words).toMatch(/^(At|Every|Seconds|Minutes|Between|On) ?/i);
        expect(words).not.toMatch(/undefined|null|NaN|%s|AM|PM|\*/);
      }),
      { seed: SEED, numRuns: 600 },
    );
  });
});

describe("every", () => {
  test.each([
    [1000, "Every second"],
    [1500, "Every 1.5 seconds"],
    [60_000, "Every minute"],
    [5_400_000, "Every 90 minutes"],
    [3_600_000, "Every hour"],
    [36 * 3_600_000, "Every 36 hours"],
    [86_400_000, "Every 24 hours"],
    [7 * 86_400_000, "Every 7 days"],
    [90_061_000, "Every 1 day 1 hour 1 minute 1 second"],
  ])("%i ms: %s", (intervalMs, expected) => {
    expect(describeSchedule({ kind: "EVERY", intervalMs, anchor: 0 })).toBe(expected);
  });
});

describe("once", () => {
  test.each([
    ["2026-11-23T01:30:00Z", "Europe/Berlin", "Once at 2026-11-23 02:30 (Europe/Berlin)"],
    ["2026-11-23T01:30:05Z", "Europe/Berlin", "Once at 2026-11-23 02:30:05 (Europe/Berlin)"],
    ["2026-11-23T01:30:00Z", null, "Once at 2026-11-23 01:30 (UTC)"],
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "Once at 2026-10-25 02:30 (Europe/Berlin, +02:00)"],
  ])("%s in %s: %s", (at, timezone, expected) => {
    expect(describeSchedule({ kind: "ONCE", at: Date.parse(at), timezone })).toBe(expected);
  });
});

describe("rules for clock changes", () => {
  const daily = { ...cron("Europe/Berlin", "30 2 * * *") };
  test.each([
    [{}, "Every day at 02:30"],
    [{ gap: "SKIP" }, "Every day at 02:30; a time left out by a clock change is skipped"],
    [
      { gap: "PREVIOUS_VALID" },
      "Every day at 02:30; a time left out by a clock change runs in the last second before it",
    ],
    [
      { gap: "NEXT_VALID", repeat: "BOTH" },
      "Every day at 02:30; a time left out by a clock change runs right after it; a time that comes twice runs both times",
    ],
    [{ repeat: "SECOND" }, "Every day at 02:30; a time that comes twice runs the second time"],
  ] as const)("%j: %s", (rules, expected) => {
    expect(describeSchedule({ ...daily, ...rules })).toBe(expected);
  });
});

test("united schedules are one sentence", () => {
  expect(
    describeSchedule({
      kind: "UNION",
      of: [
        { ...cron("Europe/Berlin", "30 2 * * *"), gap: "SKIP" },
        { kind: "EVERY", intervalMs: 5_400_000, anchor: 0 },
        { kind: "ONCE", at: 0, timezone: null },
      ],
    }),
  ).toBe(
    "Every day at 02:30, a time left out by a clock change is skipped; and every 90 minutes; and once at 1970-01-01 00:00 (UTC)",
  );
});
