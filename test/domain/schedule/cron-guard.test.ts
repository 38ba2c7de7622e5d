// What is refused as a cron expression, and that the message helps; what is taken.

import { describe, expect, test } from "vitest";
import type { Result } from "../../../server/domain/errors.ts";
import type { Schedule } from "../../../server/domain/types.ts";
import { readCron } from "./timings.ts";

const parse = (expression: string, timezone = "UTC"): Result<Schedule> =>
  readCron(expression, timezone, ["schedule", "cron"]);

/** An expression and what its message must contain. */
const REFUSED: readonly (readonly [string, ...string[]])[] = [
  ["", "required", "empty", 'Example: "30 2 * * 1-5"'],
  ["   ", "empty"],
  ["\t\n", "empty"],
  ["*", "has 1 field;", "5 are expected"],
  [
    "* * * *",
    "has 4 fields",
    "5 are expected (minute, hour, day of month, month, day of week) or 6 with the second first",
  ],
  ["hello", "has 1 field"],
  ["60 * * * *", 'minute field "60"', "out of range", "0 to 59", 'Example: "*/15"'],
  ["-1 * * * *", 'minute field "-1"', "no range"],
  ["* 24 * * *", 'hour field "24"', "0 to 23", "position 3"],
  ["* * 0 * *", 'day of month field "0"', "1 to 31"],
  ["* * 32 * *", 'day of month field "32"', "1 to 31"],
  ["* * * 0 *", 'month field "0"', "1 to 12 or JAN to DEC"],
  ["* * * 13 *", 'month field "13"', "1 to 12"],
  ["* * * * 8", 'day of week field "8"', "0 to 7 or SUN to SAT"],
  ["61 * * * * *", 'second field "61"', "0 to 59"],
  ["*/100 * * * *", 'minute field "*/100"', 'step "100"', "1 to 60"],
  ["*/0 * * * *", 'step "0"', "1 to 60"],
  ["* */25 * * *", "hour field", 'step "25"', "1 to 24"],
  ["* * */32 * *", "day of month field", "1 to 31"],
  ["* * * */13 *", "month field", "1 to 12"],
  ["* * * * */8", "day of week field", "1 to 7"],
  ["*/-5 * * * *", 'step "-5"', "whole number"],
  ["*/1.5 * * * *", 'step "1.5"', "whole number"],
  ["*/ * * * *", 'step ""'],
  ["*/5/5 * * * *", 'more than one "/"'],
  ["/5 * * * *", "no value of this field"],
  ["5- * * * *", "no range"],
  ["1-2-3 * * * *", "no range"],
  ["1,,2 * * * *", "empty list item"],
  ["1, * * * *", "empty list item"],
  ["** * * * *", 'minute field "**"'],
  ["*5 * * * *", 'minute field "*5"'],
  ["1.5 * * * *", "no value of this field"],
  ["99999999999999999999 * * * *", "no value of this field"],
  ["? * * * *", 'minute field "?"', "day fields only"],
  ["0 0 1,? * *", "must stand alone"],
  ["0 0 ?/2 * *", "must stand alone"],
  ["0 0 * * MON-XYZ", 'has "XYZ"', "SUN to SAT", "position 9"],
  ["0 0 * FOO *", 'month field "FOO"', "JAN to DEC"],
  ["0 0 * JANUARY *", 'month field "JANUARY"'],
  ["MON * * * *", 'minute field "MON"'],
  ["0 L * * *", 'hour field "L"'],
  ["0 0 * * L", '"L" alone', "FRIL"],
  ["0 0 * * 1#6", 'has "6" after "#"', "1 to 5"],
  ["0 0 * * 1#0", "1 to 5"],
  ["0 0 * * 9#1", "0 to 7"],
  ["0 0 * * #1", "day of week field"],
  ["0 0 1#1 * *", '"#", which is allowed in the day of week field only'],
  ["0 0 * * *#2", "day of week field"],
  ["0 0 30 2 *", "never runs", 'month "2" has no day "30"'],
  ["0 0 31 4,6,9,11 *", "never runs", 'no day "31"'],
  ["0 0 31 FEB ?", "never runs"],
  ["0 0 30 2 */2", "never runs", "is both"],
  ["0 0 */31 * 1#5", "never runs", "is both"],
  ["@minutely", "is not known", "@yearly, @annually, @monthly"],
  ["@", "is not known"],
  ["＊ * * * *", "U+FF0A at position 1", 'was "*" meant?'],
  ["0 0 1–5 * *", "U+2013 at position 6", 'was "-" meant?'],
  ["0 ٣ * * *", "U+0663 at position 3"],
  ["0\u00a00 * * *", "U+00A0 at position 2"],
  ["0 0 * * \u0000", "U+0000"],
  ["0 0 * * MОN", "U+041E", "position 10"],
  ["0 0 * * \ud83d\ude00", "U+1F600"],
  ["0 0 * * \ud800", "U+D800"],
  [`${"1,".repeat(100)}1 * * * *`, "has 209 characters", "at most 200"],
];

describe("refused with INVALID_CRON and a message that helps", () => {
  test.each(REFUSED)("%j", (expression, ...fragments) => {
    const result = parse(expression);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.errors).toHaveLength(1);
    const [error] = result.errors;
    expect(error?.code).toBe("INVALID_CRON");
    expect(error?.field).toEqual(["schedule", "cron", "expression"]);
    for (const fragment of [...fragments, "Example: "]) expect(error?.message).toContain(fragment);
    expect(error?.message).toMatch(/^[\x20-\x7e\u00a0-\uffff]*$/);
    expect(error?.message.length).toBeLessThan(500);
  });

  test("200 kB are refused at once", () => {
    const started = performance.now();
    expect(parse(`${"1,".repeat(100_000)}1 * * * *`).ok).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test("a wrong expression and a wrong time zone are reported together", () => {
    const result = parse("* *", "Mars/Olympus");
    expect(result.ok ? [] : result.errors.map(({ code, field }) => [code, field?.at(-1)])).toEqual([
      ["INVALID_CRON", "expression"],
      ["INVALID_TIME_ZONE", "timezone"],
    ]);
    expect(result.ok ? "" : result.errors[1]?.message).toBe(
      'The time zone "Mars/Olympus" is no IANA time zone name. Example: "Europe/Berlin".',
    );
  });
});

describe("taken", () => {
  const TAKEN = [
    "* * * * *",
    "0 0 29 2 *",
    "0 0 29 2 1",
    "0 0 30 2 1",
    "0 0 31 * *",
    "0 0 L * *",
    "0 0 15,L * *",
    "* * * * * * *",
    "0 0 1 1 * * 2027",
    "22-2 * * * *",
    "0 0 * * FRI-SUN",
    "0 0 15W * *",
    "0 0 LW * *",
    "0 0 L-3 * *",
    "0 0 * * 1#1,3#2",
    "0 0 * * FRIL",
    "0 0 * * 5L,1L",
    "0 0 * * mon#2",
    "0 0 * * 7",
    "0 0 * * 0,7",
    "0 0 * * 5-7",
    "0 0 ? * MON",
    "5/15 * * * *",
    "*/60 */24 */31 */12 */7",
    "1-5,3,3 * * * *",
    "*,1 * * * *",
    "05 08 * JAN-mar Mon-FRI/2",
    "*/10 * * * * *",
    "@yearly",
    "@annually",
    "@monthly",
    "@weekly",
    "@daily",
    "@midnight",
    "@hourly",
    "@Daily",
  ];
  test.each(TAKEN)("%s", (expression) => {
    expect(parse(expression)).toEqual({ ok: true, value: { kind: "CRON", expression, timezone: "UTC" } });
  });

  test("white space is collapsed, the rest stays as written; the zone gets its own spelling", () => {
    expect(parse("  0\t2  * *\n mon ", "europe/BERLIN")).toEqual({
      ok: true,
      value: { kind: "CRON", expression: "0 2 * * mon", timezone: "Europe/Berlin" },
    });
  });
});
