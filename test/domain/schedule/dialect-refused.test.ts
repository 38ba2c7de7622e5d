// A catalogue of wrong expressions of the dialect: each message names the field and the 1-based column of what is wrong
// in the collapsed expression, says what was expected, and shows one valid example.

import { describe, expect, test } from "vitest";
import { refusePast } from "../../../server/domain/input/schedule.ts";
import { cron } from "./arbitraries.ts";
import { accepted, readCron } from "./timings.ts";

/** The field's name is empty where the whole expression is at fault. */
type Row = readonly [expression: string, field: string, position: number, expected: string];

const REFUSED: readonly Row[] = [
  ["", "", 1, "required"],
  ["* * * *", "", 8, "missing"],
  ["*", "", 2, "5 are expected"],
  ["* * *", "", 6, "or 6 with the second first, or 7 with the year last"],
  ["0 0 1 1 * * 2027 *", "", 18, "first too many"],
  ["* * * * * * * * *", "", 15, "has 9 fields"],
  ["0 0 1 1 * * 1969", "year", 13, "1970 to 2199"],
  ["0 0 1 1 * * 2200", "year", 13, "out of range"],
  ["0 0 1 1 * * 27", "year", 13, "1970 to 2199"],
  ["0 0 1 1 * * ?", "year", 13, "day fields only"],
  ["0 0 1 1 * * L", "year", 13, "no value"],
  ["0 0 1 1 * * 2030-2027", "year", 13, "runs backwards"],
  ["0 0 1 1 * * 2027,2030-2028", "year", 18, "do not come again"],
  ["0 0 1 1 * * */0", "year", 13, "1 to 230"],
  ["0 0 1 1 * * */231", "year", 13, "1 to 230"],
  ["0 0 1 1 * * 2027/x", "year", 13, "whole number"],
  ["0 0 1 1 * * 2027-", "year", 13, "no range"],
  ["0 0 1 1 * * JAN", "year", 13, "no value"],
  ["0 0 1 1 * * +2027", "year", 13, "no value"],
  ["0 0 1 1 * * 2027#1", "year", 13, "day of week field only"],
  ["0 0 1 1 * * 2027W", "year", 13, "no value"],
  ["0 0 1 1 * 2027", "day of week", 11, "last of seven fields"],
  ["30 2 ? FEB 1970", "day of week", 12, "last of seven fields"],
  ["0 12 * * ? *", "month", 10, "last of seven fields"],
  ["0 12 ? * MON-FRI *", "hour", 6, '"0 0 9 ? * MON 2027"'],
  ["cron(0 12 ? * MON-FRI *)", "", 1, "EventBridge"],
  ["CRON(0/15 * * * ? *)", "", 1, "bare fields are expected"],
  ["rate(5 minutes)", "", 1, "EventBridge"],
  ["at(2027-01-01T00:00:00)", "", 1, "EventBridge"],
  ["0 0 W * *", "day of month", 5, "W follows one day"],
  ["0 0 WL * *", "day of month", 5, '"LW" (last working day)'],
  ["0 0 1-5W * *", "day of month", 5, "W follows one day"],
  ["0 0 15W/2 * *", "day of month", 5, "takes no step"],
  ["0 0 0W * *", "day of month", 5, "1 to 31"],
  ["0 0 32W * *", "day of month", 5, "1 to 31"],
  ["0 0 1,32W * *", "day of month", 7, 'before "W"'],
  ["0 0 15WW * *", "day of month", 5, "no day"],
  ["0 0 W15 * *", "day of month", 5, "W follows one day"],
  ["0 0 *W * *", "day of month", 5, '"15W"'],
  ["0 0 15W-20 * *", "day of month", 5, "no day"],
  ["0 0 MONW * *", "day of month", 5, "no day"],
  ["0 0 -3L * *", "day of month", 5, '"L-3"'],
  ["0 0 3L * *", "day of month", 5, '"L-3"'],
  ["0 0 L3 * *", "day of month", 5, '"L-3"'],
  ["0 0 L+3 * *", "day of month", 5, '"L-3"'],
  ["0 0 L- * *", "day of month", 5, "no day"],
  ["0 0 L-31 * *", "day of month", 5, "0 to 30"],
  ["0 0 L-x * *", "day of month", 5, "no day"],
  ["0 0 L-3-5 * *", "day of month", 5, "no day"],
  ["0 0 L/2 * *", "day of month", 5, "takes no step"],
  ["0 0 LL * *", "day of month", 5, "no day"],
  ["0 0 LWW * *", "day of month", 5, "no day"],
  ["0 0 LW-1 * *", "day of month", 5, "no day"],
  ["0 0 1-L * *", "day of month", 5, "no day"],
  ["0 0 LAST * *", "day of month", 5, "no day"],
  ["0 0 1,L-40 * *", "day of month", 7, "0 to 30"],
  ["0 0 ?,15W * *", "day of month", 5, "must stand alone"],
  ["0 0 15W,? * *", "day of month", 9, "must stand alone"],
  ["0 0 ?? * *", "day of month", 5, "must stand alone"],
  ["0 0 1#2 * *", "day of month", 5, "day of week field only"],
  ["0 15W * * *", "hour", 3, "0 to 23"],
  ["LW 0 * * *", "minute", 1, "0 to 59"],
  ["0 0 * LW *", "month", 7, "JAN to DEC"],
  ["0 0 * L *", "month", 7, "1 to 12"],
  ["0 0 * * LW", "day of week", 9, "day of month field only"],
  ["0 0 * * 15W", "day of week", 9, "day of month field only"],
  ["0 0 * * W", "day of week", 9, "day of month field only"],
  ["0 0 * * MON,L", "day of week", 13, '"FRIL"'],
  ["0 0 * * LFRI", "day of week", 9, "SUN to SAT"],
  ["0 0 * * FRI-L", "day of week", 9, "SUN to SAT"],
  ["0 0 * * MON-FRIL", "day of week", 9, "SUN to SAT"],
  ["0 0 * * 8L", "day of week", 9, "0 to 7"],
  ["0 0 * * FRILL", "day of week", 9, "SUN to SAT"],
  ["0 0 * * L-1", "day of week", 9, "SUN to SAT"],
  ["0 0 * * FRIL/2", "day of week", 9, "SUN to SAT"],
  ["0 0 * * MON#", "day of week", 9, "1 to 5"],
  ["0 0 * * MON#6", "day of week", 9, "1 to 5"],
  ["0 0 * * MON#-1", "day of week", 9, '"FRIL"'],
  ["0 0 * * MON#L", "day of week", 9, '"FRIL"'],
  ["0 0 * * MON#1-3", "day of week", 9, "1 to 5"],
  ["0 0 * * MON#1#2", "day of week", 9, "1 to 5"],
  ["0 0 * * MON#2/2", "day of week", 9, "1 to 5"],
  ["0 0 * * MON-FRI#1", "day of week", 9, "SUN to SAT"],
  ["0 0 * * WED,8#1", "day of week", 13, "0 to 7"],
  ["0 0 * * WED,FOO#1", "day of week", 13, "SUN to SAT"],
  ["0 0 * * *L", "day of week", 9, "SUN to SAT"],
  ["0 0 * * ?,MON", "day of week", 9, "must stand alone"],
  ["0 0 * * MON#1,?", "day of week", 15, "must stand alone"],
  ["0 0 * * MONDAY", "day of week", 9, "SUN to SAT"],
  ["0 0 * * FRI-MON/8", "day of week", 9, "1 to 7"],
  ["0 0 * * FRI-MON/0", "day of week", 9, "1 to 7"],
  ["0 0 * * FRI--MON", "day of week", 9, "no range"],
  ["0 0 * * FRI-MON-WED", "day of week", 9, "no range"],
  ["0 22-24 * * *", "hour", 3, "0 to 23"],
  ["0 24-4 * * *", "hour", 3, "0 to 23"],
  ["0 22-4/25 * * *", "hour", 3, "1 to 24"],
  ["0 9,22-4/-1 * * *", "hour", 5, "whole number"],
  ["0 22- * * *", "hour", 3, "no range"],
  ["0 -4 * * *", "hour", 3, "no range"],
  ["0 22..4 * * *", "hour", 3, "0 to 23"],
  ["0 0 * NOV-FEV *", "month", 7, "JAN to DEC"],
  ["0 0 * NOV-13 *", "month", 7, "JAN to DEC"],
  ["0 0 * 0-FEB *", "month", 7, "JAN to DEC"],
  ["0 0 * NOV-FEB/13 *", "month", 7, "1 to 12"],
  ["0 0 28-32 * *", "day of month", 5, "1 to 31"],
  ["60-5 * * * *", "minute", 1, "0 to 59"],
  ["5/0 * * * *", "minute", 1, "1 to 60"],
  ["5/61 * * * *", "minute", 1, "1 to 60"],
  ["60/5 * * * *", "minute", 1, "0 to 59"],
  ["1,2,60/5 * * * *", "minute", 5, "0 to 59"],
  ["60 0 0 1 1 ? 2027", "second", 1, "0 to 59"],
  ["0 0 0 1 1 ? 2027,,", "year", 18, "empty list item"],
  ["0 0 31W 2 *", "day of month", 5, "never runs"],
  ["0 0 30W 2 *", "day of month", 5, "has no day"],
  ["0 0 L-29 2 *", "day of month", 5, "has no day"],
  ["0 0 L-30 4,6 *", "day of month", 5, "has no day"],
  ["0 0 0 29 2 ? 2027", "day of month", 7, 'in year "2027"'],
  ["0 0 0 29 2 ? 2025-2027", "day of month", 7, "never runs"],
  ["0 0 0 30 FEB ? *", "day of month", 7, "any year"],
  ["0 0 0 29 2 ? 2100", "day of month", 7, 'in year "2100"'],
  ["0 0 0 ? 2 MON#5 2027", "day of week", 11, 'has no day of week "MON#5"'],
  ["0 0 0 */31 * MON#2 2027", "day of month", 7, "is both"],
  ["@every", "", 7, "1h30m"],
  ["@every 90", "", 8, "units d, h, m and s"],
  ["@every 90m30", "", 8, "cannot be read"],
  ["@every 1h 30m", "", 8, "cannot be read"],
  ["@every -1h", "", 8, "cannot be read"],
  ["@every 90M", "", 8, "cannot be read"],
  ["@Every PT1H", "", 8, "cannot be read"],
  ["@every 0s", "", 8, "1s to 366d"],
  ["@every 999ms", "", 8, "PT1S to P366D"],
  ["@every 8785h", "", 8, '"8785h"'],
  ["@every 1.5.5h", "", 8, "cannot be read"],
  ["@every5m", "", 1, "is not known"],
  ["@startup 5m", "", 1, "@startup and @every 90m"],
  ["0 0 1 1 * * H", "year", 13, "no year"],
  ["0 0 1 1 * * 2027,H/2", "year", 18, "no year"],
  ["H(30-70) * * * *", "minute", 1, "0 to 59"],
  ["5,H(0-60) * * * *", "minute", 3, "0 to 59"],
  ["H() * * * *", "minute", 1, "no hashed value"],
  ["H(5) * * * *", "minute", 1, '"H(0-4)"'],
  ["H(5-) * * * *", "minute", 1, "no hashed value"],
  ["H(*) * * * *", "minute", 1, "no hashed value"],
  ["H(0-29 * * * *", "minute", 1, "no hashed value"],
  ["H(0-29/10) * * * *", "minute", 1, "no hashed value"],
  ["HH * * * *", "minute", 1, "no hashed value"],
  ["H-5 * * * *", "minute", 1, "no hashed value"],
  ["5-H * * * *", "minute", 1, "inside an item"],
  ["H/0 * * * *", "minute", 1, "1 to 60"],
  ["H/61 * * * *", "minute", 1, "1 to 60"],
  ["H/x * * * *", "minute", 1, "whole number"],
  ["H/5/5 * * * *", "minute", 1, "whole number"],
  ["*/H * * * *", "minute", 1, "whole number"],
  ["0 H(9-5) * * *", "hour", 3, "lower value comes first"],
  ["0 H(22-24) * * *", "hour", 3, "0 to 23"],
  ["0 0 H(0-5) * *", "day of month", 5, "1 to 31"],
  ["0 0 HW * *", "day of month", 5, "no hashed value"],
  ["0 0 H(1-5)W * *", "day of month", 5, "no hashed value"],
  ["0 0 LH * *", "day of month", 5, "no day"],
  ["0 0 L-H * *", "day of month", 5, "no day"],
  ["0 0 1,H/32 * *", "day of month", 7, "1 to 31"],
  ["0 0 * H(JAN-FEV) *", "month", 7, "JAN to DEC"],
  ["0 0 * * H#2", "day of week", 9, "no hashed value"],
  ["0 0 * * HL", "day of week", 9, "no hashed value"],
  ["0 0 * * H(FRI-MON)", "day of week", 9, "lower value comes first"],
  ["0 0 * * MON,H(1-8)", "day of week", 13, "0 to 7"],
  ["0 0 H(30-31) 2 *", "day of month", 5, 'no day "H(30-31)"'],
  ["@weekdays", "", 1, "@yearly, @annually, @monthly"],
];

describe("refused, with the position and what was expected", () => {
  test.each(REFUSED)("%j", (expression, field, position, expected) => {
    const result = readCron(expression, "UTC", ["cron"]);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const [error] = result.errors;
    expect(error).toMatchObject({ code: "INVALID_CRON", field: ["cron", "expression"] });
    expect(error?.message).toMatch(new RegExp(`\\bposition ${position}\\b`));
    expect(error?.message).toContain(expected);
    expect(error?.message).toMatch(/ Example: ".+"/);
    if (field !== "") expect(error?.message).toContain(`${field} field`);
    expect(error?.message.length).toBeLessThan(500);
  });

  test("the example of each message is itself accepted, in its place", () => {
    for (const [expression] of REFUSED) {
      const result = readCron(expression);
      const message = result.ok ? "" : (result.errors[0]?.message ?? "");
      const example = / Example: "([^"]+)"/.exec(message)?.[1] ?? "";
      const word = /^The (second|minute|hour|day of month|month|day of week|year) field/.exec(message)?.[1];
      const at = ["second", "minute", "hour", "day of month", "month", "day of week", "year"].indexOf(word ?? "");
      const whole = ["0", "0", "0", "*", "*", "*", "*"].map((text, i) => (i === at ? example : text)).join(" ");
      expect([expression, accepted(at < 0 ? example : whole)]).toEqual([expression, true]);
    }
  });
});

describe("years that are over", () => {
  const now = Date.UTC(2026, 10, 23);
  test.each(["0 0 0 1 1 ? 2020", "0 0 0 * * ? 1970-2025", "0 0 0 1 NOV ? 2026", "30 2 0 ? FEB * 1970"])(
    "%s",
    (text) => {
      const result = refusePast(["schedule"], cron("UTC", text), now);
      expect(result).toMatchObject({
        ok: false,
        errors: [{ code: "INVALID_CRON", field: ["schedule", "cron", "expression"] }],
      });
      const message = result.ok ? "" : result.errors[0]?.message;
      expect(message).toContain(`position ${text.lastIndexOf(" ") + 2} of`);
      expect(message).toContain(
        "leaves no occurrence after 2026-11-23; a later year up to 2199 is expected. Example: ",
      );
    },
  );

  test.each(["0 0 0 1 DEC ? 2026", "0 0 0 1 1 ? 2020,2199", "0 0 29 2 *"])("%s is not over", (text) => {
    expect(refusePast(["schedule"], cron("UTC", text), now)).toMatchObject({ ok: true });
  });
});
