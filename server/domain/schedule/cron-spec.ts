// The compiled form of a cron expression: sets of times, a bit set of months, a set of years, and for each kind of
// month (its first weekday and its length) a bit set of days, in which L, W, n#k, nL and the rule that joins the two
// day fields are already worked out. It never changes and knows no zone.

import { YEAR } from "./cron-fields.ts";
import { allDays, type DayRule, dayBits } from "./day-rule.ts";
import { type ValueSet, valueSet } from "./value-set.ts";

export interface CronSpec {
  /** Follows the clock (DESIGN §3.10): the second, minute or hour field starts with `*`. Otherwise fixed-time. */
  readonly wildcard: boolean;
  readonly seconds: ValueSet;
  readonly minutes: ValueSet;
  readonly hours: ValueSet;
  /** Bit m: month m, 1 to 12. */
  readonly months: number;
  /** Bit d of element monthKind(first weekday, length): day d matches. */
  readonly days: Int32Array;
  /** Years less YEAR.min; null: every year, also those that the year field cannot name. */
  readonly years: ValueSet | null;
  /** No day of any year is left out: the calendar need not be asked. */
  readonly everyDay: boolean;
}

/** Index into `CronSpec.days`: 7 first weekdays by 4 lengths. */
export const monthKind = (firstWeekday: number, length: number): number => firstWeekday * 4 + length - 28;

const ALL_MONTHS = 0b1_1111_1111_1110;
const YEARS = YEAR.max - YEAR.min + 1;

export interface SpecParts {
  readonly wildcard: boolean;
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  readonly dayRule: DayRule;
  /** null: every year. */
  readonly years: readonly number[] | null;
}

export function cronSpec(parts: SpecParts): CronSpec {
  const days = new Int32Array(28);
  let full = true;
  for (let firstWeekday = 0; firstWeekday < 7; firstWeekday++) {
    for (let length = 28; length <= 31; length++) {
      const bits = dayBits(parts.dayRule, firstWeekday, length);
      if (bits !== allDays(length)) full = false;
      days[monthKind(firstWeekday, length)] = bits;
    }
  }
  const months = parts.months.reduce((bits, month) => bits | (1 << month), 0);
  const years = parts.years?.map((year) => year - YEAR.min);
  return {
    wildcard: parts.wildcard,
    seconds: valueSet(60, parts.seconds),
    minutes: valueSet(60, parts.minutes),
    hours: valueSet(24, parts.hours),
    months,
    days,
    years: years === undefined ? null : valueSet(YEARS, years),
    everyDay: full && months === ALL_MONTHS && years === undefined,
  };
}

/** The first year of the spec at or after `year`, or null. */
export function nextYear({ years }: CronSpec, year: number): number | null {
  if (years === null) return year;
  if (year > YEAR.max) return null;
  const next = years.next[Math.max(0, year - YEAR.min)] as number;
  return next === YEARS ? null : next + YEAR.min;
}
