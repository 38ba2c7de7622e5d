// Why a local time is or is not one that a cron expression names, field by field. Only explains: the search decides, and a
// test holds the two together.

import { dateOf, monthLength, monthOf, packedDate, weekday, yearOf } from "./calendar.ts";
import { FIELDS, YEAR } from "./cron-fields.ts";
import type { CronSpec } from "./cron-spec.ts";
import { type DayRule, dayBits } from "./day-rule.ts";
import { dateWords, runsOf, WEEKDAYS, weekdayWords } from "./describe-days.ts";
import type { SpecCheck } from "./occurrences.ts";
import type { ValueSet } from "./value-set.ts";

const DAY_SECONDS = 86_400;
const MONTHS = [
  "",
  ..."January February March April May June July August September October November December".split(" "),
];
/** Values and rows of values named; of more, the field as it was written. */
const MOST_NAMED = 12;

/** What an explanation needs of a compiled expression; `written` are the seven fields with their `H`. */
export interface ExplainedCron {
  readonly spec: CronSpec;
  readonly dayRule: DayRule;
  readonly fields: readonly string[];
  readonly written: readonly string[];
  readonly withSeconds: boolean;
}

interface FieldCheck {
  readonly index: number;
  readonly passed: boolean;
  readonly actual: string;
  /** Null: any value. */
  readonly expected: string | null;
  /** More to say where the day fields are joined by OR. */
  readonly more?: string;
}

const named = (values: readonly number[], name: (value: number) => string): string[] =>
  runsOf(values).flatMap(([first, last]) => {
    if (last - first < 2) return [...new Set([first, last])].map(name);
    return [`${name(first)} through ${name(last)}`];
  });

const members = (set: ValueSet, size: number): number[] =>
  Array.from({ length: size }, (_, value) => value).filter((value) => set.next[value] === value);

function ofSet(index: number, set: ValueSet, size: number, value: number, first = 0): FieldCheck {
  const expected =
    set.count === size
      ? null
      : named(
          members(set, size).map((member) => member + first),
          String,
        );
  return {
    index,
    passed: set.next[value - first] === value - first,
    actual: first === 0 ? String(value).padStart(2, "0") : String(value),
    expected: expected && (expected.length > MOST_NAMED ? "" : expected.join(", ")),
  };
}

/** The two day fields, each by itself and then as they are joined. */
function ofDays({ dayRule, fields }: ExplainedCron, day: number): [FieldCheck, FieldCheck] {
  const [, , , dayOfMonth = "", , dayOfWeek = ""] = fields;
  const date = packedDate(day);
  const length = monthLength(yearOf(date), monthOf(date));
  const firstWeekday = weekday(day - dateOf(date) + 1);
  const has = (rule: Partial<DayRule>): boolean =>
    ((dayBits({ ...dayRule, ...rule }, firstWeekday, length) >>> dateOf(date)) & 1) === 1;
  const onDate = has({ weekdays: 0b111_1111, dayOfMonthStar: true, dayOfWeekStar: true });
  const onWeekday = has({ daysOfMonth: -1, anchors: [], dayOfMonthStar: true, dayOfWeekStar: true });
  const either = !dayRule.dayOfMonthStar && !dayRule.dayOfWeekStar;
  const enough = either && onDate !== onWeekday ? ", but one of the two day fields is enough" : "";
  const dates = /[LW]/.test(dayOfMonth)
    ? dateWords(dayOfMonth).replace(/^on /, "")
    : named(bits(dayRule.daysOfMonth), String).join(", ");
  const weekdays =
    dayRule.nthWeekdays.length > 0
      ? weekdayWords(dayOfWeek).replace(/^on /, "")
      : named(bits(dayRule.weekdays), (value) => WEEKDAYS[value] as string).join(", ");
  return [
    {
      index: 3,
      passed: onDate || enough !== "",
      actual: String(dateOf(date)),
      expected: /^[*?]$/.test(dayOfMonth) ? null : dates,
      ...(!onDate && { more: enough }),
    },
    {
      index: 5,
      passed: onWeekday || enough !== "",
      actual: WEEKDAYS[weekday(day)] as string,
      expected: /^[*?]$/.test(dayOfWeek) ? null : weekdays,
      ...(!onWeekday && { more: enough }),
    },
  ];
}

const bits = (set: number): number[] => Array.from({ length: 32 }, (_, i) => i).filter((i) => (set >>> i) & 1);

function asCheck(
  { index, passed, actual, expected, more = "" }: FieldCheck,
  cron: ExplainedCron,
  suffix: string,
): SpecCheck {
  const field = FIELDS[index]?.word ?? "";
  const written = cron.written[index] ?? "";
  const hash = /(?:^|,)H/.test(written) ? ` (${written})` : "";
  const words = expected === "" ? written : `${expected ?? "any"}${hash}`;
  const several = expected === "" || / (?:and|through) |,/.test(expected ?? "") ? "one of " : "";
  const is = passed && more === "" ? "is" : "is not";
  const message = expected === null ? `${actual}, any will do` : `${actual} ${is} ${several}${words}${more}`;
  return { kind: "FIELD", passed, message: `${field}: ${message}${suffix}`, field, expected: words, actual };
}

/**
 * The checks of a local second; `ms` are the milliseconds beyond it (a cron time has none). The second and the year are
 * told where the expression has them, or where they are what is wrong.
 */
export function explainCron(cron: ExplainedCron, local: number, ms: number, suffix: string): SpecCheck[] {
  const { spec } = cron;
  const day = Math.floor(local / DAY_SECONDS);
  const time = local - day * DAY_SECONDS;
  const date = packedDate(day);
  const month = monthOf(date);
  const second = ofSet(0, spec.seconds, 60, time % 60);
  const exact: FieldCheck =
    ms === 0
      ? second
      : {
          ...second,
          passed: false,
          actual: `${second.actual}.${String(ms).padStart(3, "0")}`,
          expected: second.expected ?? "whole",
        };
  const monthCheck: FieldCheck = {
    index: 4,
    passed: ((spec.months >>> month) & 1) === 1,
    actual: MONTHS[month] as string,
    expected: /^[*?]$/.test(cron.fields[4] ?? "")
      ? null
      : named(bits(spec.months), (value) => MONTHS[value] as string).join(", "),
  };
  const [dateCheck, weekdayCheck] = ofDays(cron, day);
  const checks = [
    ...(cron.withSeconds || !exact.passed ? [exact] : []),
    ofSet(1, spec.minutes, 60, Math.floor(time / 60) % 60),
    ofSet(2, spec.hours, 24, Math.floor(time / 3600)),
    dateCheck,
    monthCheck,
    weekdayCheck,
    ...(spec.years === null ? [] : [yearCheck(spec.years, yearOf(date))]),
  ];
  return checks.map((check) => asCheck(check, cron, suffix));
}

function yearCheck(years: ValueSet, year: number): FieldCheck {
  const inRange = year >= YEAR.min && year <= YEAR.max;
  const check = ofSet(6, years, YEAR.max - YEAR.min + 1, inRange ? year : YEAR.min, YEAR.min);
  return inRange ? check : { ...check, passed: false, actual: String(year) };
}
