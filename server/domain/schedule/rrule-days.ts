// Which days of a year the date parts of a recurrence rule name. Knows nothing of INTERVAL, COUNT, UNTIL, BYSETPOS and times.
// Where no part names a day, the rule's start does (RFC 5545 §3.3.10: "information missing from the rule").

import { dateOf, dayOf, isLeapYear, monthLength, monthOf, packedDate, weekday } from "./calendar.ts";
import type { RuleDay, RuleParts } from "./rrule-parts.ts";

/** Bit d of element m is set when day d of month m is named. */
export type YearMasks = Int32Array;

interface DateParts {
  readonly months: readonly number[] | null;
  readonly monthDays: readonly number[] | null;
  readonly yearDays: readonly number[] | null;
  readonly weeks: readonly number[] | null;
  readonly days: readonly RuleDay[] | null;
  /** The n of BYDAY counts in the month, else in the year. */
  readonly inMonth: boolean;
}

function dateParts({ freq, days, lists }: RuleParts, startDay: number): DateParts {
  const start = packedDate(startDay);
  const parts = {
    months: lists.BYMONTH ?? null,
    monthDays: lists.BYMONTHDAY ?? null,
    yearDays: lists.BYYEARDAY ?? null,
    weeks: lists.BYWEEKNO ?? null,
    days,
    inMonth: freq === "MONTHLY" || lists.BYMONTH !== undefined,
  };
  if (parts.monthDays !== null || parts.yearDays !== null || days !== null) return parts;
  if (freq === "WEEKLY" || parts.weeks !== null) return { ...parts, days: [{ nth: 0, weekday: weekday(startDay) }] };
  if (freq === "MONTHLY") return { ...parts, monthDays: [dateOf(start)] };
  if (freq === "YEARLY") return { ...parts, monthDays: [dateOf(start)], months: parts.months ?? [monthOf(start)] };
  return parts;
}

/** Whether a list has the place `index` of `length`, counted from 1 or, from the end, from -1. */
const has = (list: readonly number[], index: number, length: number): boolean =>
  list.includes(index + 1) || list.includes(index - length);

/** Where week 1 begins, counted in days from 1 January: the first week with four days or more in the year. */
function firstWeek(firstWeekday: number, weekStart: number): number {
  const into = (firstWeekday - weekStart + 7) % 7;
  return into <= 3 ? -into : 7 - into;
}

/** Whether BYWEEKNO names the week of a day; the weeks around New Year may be the neighbour year's. */
function weekNamed(weeks: readonly number[], year: number, yearDay: number, weekStart: number): boolean {
  const first = dayOf(year, 1, 1);
  for (const weekYear of [year - 1, year, year + 1]) {
    const begin = dayOf(weekYear, 1, 1) + firstWeek(weekday(dayOf(weekYear, 1, 1)), weekStart) - first;
    const end = dayOf(weekYear + 1, 1, 1) + firstWeek(weekday(dayOf(weekYear + 1, 1, 1)), weekStart) - first;
    if (yearDay >= begin && yearDay < end) return has(weeks, Math.floor((yearDay - begin) / 7), (end - begin) / 7);
  }
  return false;
}

export class RuleDays {
  private readonly parts: DateParts;
  private readonly weekStart: number;
  /** Years that begin on the same weekday and whose own and neighbours' lengths are the same have the same days. */
  private readonly kinds: YearMasks[] = [];
  private year = 0;
  private yearMasks: YearMasks = new Int32Array(13);

  constructor(parts: RuleParts, startDay: number) {
    this.parts = dateParts(parts, startDay);
    this.weekStart = parts.weekStart;
  }

  masks(year: number): YearMasks {
    if (year === this.year) return this.yearMasks;
    const lengths = (isLeapYear(year) ? 1 : 0) + (isLeapYear(year - 1) ? 2 : 0) + (isLeapYear(year + 1) ? 4 : 0);
    const kind = weekday(dayOf(year, 1, 1)) * 8 + lengths;
    const found = this.kinds[kind] ?? this.build(year);
    this.kinds[kind] = found;
    this.year = year;
    this.yearMasks = found;
    return found;
  }

  private build(year: number): YearMasks {
    const { months, monthDays, yearDays, weeks } = this.parts;
    const masks = new Int32Array(13);
    const first = dayOf(year, 1, 1);
    const yearLength = isLeapYear(year) ? 366 : 365;
    for (let month = 1, yearDay = 0; month <= 12; month++) {
      const length = monthLength(year, month);
      for (let date = 1; date <= length; date++, yearDay++) {
        const named =
          (months === null || months.includes(month)) &&
          (monthDays === null || has(monthDays, date - 1, length)) &&
          (yearDays === null || has(yearDays, yearDay, yearLength)) &&
          this.weekdayNamed(weekday(first + yearDay), date - 1, length, yearDay, yearLength) &&
          (weeks === null || weekNamed(weeks, year, yearDay, this.weekStart));
        if (named) masks[month] = (masks[month] as number) | (1 << date);
      }
    }
    return masks;
  }

  private weekdayNamed(of: number, date: number, monthDays: number, yearDay: number, yearDays: number): boolean {
    const { days, inMonth } = this.parts;
    if (days === null) return true;
    const index = inMonth ? date : yearDay;
    const left = (inMonth ? monthDays : yearDays) - 1 - index;
    const fromFront = Math.floor(index / 7) + 1;
    const fromBack = -Math.floor(left / 7) - 1;
    return days.some(({ nth, weekday }) => weekday === of && (nth === 0 || nth === fromFront || nth === fromBack));
  }
}
