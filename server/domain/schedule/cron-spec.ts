// The compiled form of a cron expression: sets of times, a bit set of months, and for each kind of month (its first
// weekday and its length) a bit set of days, in which L, n#k, nL and the rule that joins the two day fields are
// already worked out. It never changes and knows no zone.

import { weekday } from "./calendar.ts";
import { type ValueSet, valueSet } from "./value-set.ts";

/** What the two day fields say. */
export interface DayRule {
  /** Bit d: day d of the month, 1 to 31. */
  readonly daysOfMonth: number;
  readonly lastDayOfMonth: boolean;
  /** The field starts with `*` or is `?`. */
  readonly dayOfMonthStar: boolean;
  /** Bit w: weekday w, 0 (Sunday) to 6. */
  readonly weekdays: number;
  /** 1 to 5: only the nth such weekday of the month; 0: all. */
  readonly nth: number;
  /** Bit w: the last weekday w of the month. */
  readonly lastWeekdays: number;
  readonly dayOfWeekStar: boolean;
}

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
  /** No day of the year is left out: the calendar need not be asked. */
  readonly everyDay: boolean;
}

/** Index into `CronSpec.days`: 7 first weekdays by 4 lengths. */
export const monthKind = (firstWeekday: number, length: number): number => firstWeekday * 4 + length - 28;

const ALL_MONTHS = 0b1_1111_1111_1110;

/** Source of the rule that joins the day fields: Vixie cron, a field starting with `*` makes it AND, else OR. */
function matches(rule: DayRule, day: number, firstWeekday: number, length: number): boolean {
  const on = weekday(firstWeekday - 4 + day - 1);
  const byDate = ((rule.daysOfMonth >>> day) & 1) === 1 || (rule.lastDayOfMonth && day === length);
  const nthFits = rule.nth === 0 || Math.ceil(day / 7) === rule.nth;
  const byWeekday =
    (((rule.weekdays >>> on) & 1) === 1 && nthFits) || (((rule.lastWeekdays >>> on) & 1) === 1 && day > length - 7);
  return rule.dayOfMonthStar || rule.dayOfWeekStar ? byDate && byWeekday : byDate || byWeekday;
}

export interface SpecParts {
  readonly wildcard: boolean;
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  readonly dayRule: DayRule;
}

export function cronSpec(parts: SpecParts): CronSpec {
  const days = new Int32Array(28);
  let full = true;
  for (let firstWeekday = 0; firstWeekday < 7; firstWeekday++) {
    for (let length = 28; length <= 31; length++) {
      let bits = 0;
      for (let day = 1; day <= length; day++) {
        if (matches(parts.dayRule, day, firstWeekday, length)) bits |= 1 << day;
        else full = false;
      }
      days[monthKind(firstWeekday, length)] = bits;
    }
  }
  const months = parts.months.reduce((bits, month) => bits | (1 << month), 0);
  return {
    wildcard: parts.wildcard,
    seconds: valueSet(60, parts.seconds),
    minutes: valueSet(60, parts.minutes),
    hours: valueSet(24, parts.hours),
    months,
    days,
    everyDay: full && months === ALL_MONTHS,
  };
}
