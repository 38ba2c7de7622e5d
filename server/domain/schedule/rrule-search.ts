// Finds and counts the wall-clock times of a recurrence rule, as if every day had 24 hours. Times are whole local seconds (seconds
// since 1970-01-01T00:00:00 on the same wall clock). Knows no zone and no clock change. No rule costs more than one step for each
// month, and for each day that its date parts name, up to the last one asked for: nothing is walked from the start, but for COUNT.

import {
  DAY_SECONDS,
  dateOf,
  dayOf,
  LAST_YEAR,
  monthLength,
  monthOf,
  packedDate,
  weekday,
  yearOf,
} from "./calendar.ts";
import { type LocalTimes, NEVER } from "./local-search.ts";
import { modulo, places, RuleClock } from "./rrule-clock.ts";
import { RuleDays } from "./rrule-days.ts";
import type { RuleParts } from "./rrule-parts.ts";

const LAST_DAY = dayOf(LAST_YEAR, 12, 31);
const NO_DAY = 2 ** 30;
const NO_TIMES = new Int32Array(0);
/** The days and months of the Gregorian calendar come again, on the same weekdays, after 400 years. */
const CYCLE_DAYS = 146_097;
const CYCLE_UNITS = {
  YEARLY: 400,
  MONTHLY: 4800,
  WEEKLY: CYCLE_DAYS / 7,
  DAILY: CYCLE_DAYS,
  HOURLY: CYCLE_DAYS * 24,
  MINUTELY: CYCLE_DAYS * 1440,
} as const;

/** The index of the first time at or after `from`. */
function lowerBound(times: Int32Array, from: number): number {
  if (from <= (times[0] as number)) return 0;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

export class RuleTimes implements LocalTimes {
  private readonly days: RuleDays;
  private readonly startDay: number;
  /** INTERVAL in years, months and weeks; 1 where it counts days or less. */
  private readonly years: number = 1;
  private readonly months: number = 1;
  private readonly weeks: number = 1;
  private readonly startMonth: number;
  private readonly startWeek: number;

  private readonly clock: RuleClock;
  /** After so many days all comes again: what has not come by then never comes. */
  private readonly cycleSeconds: number;
  /** BYSETPOS over weeks, months and years. */
  private readonly positions: readonly number[] | null = null;
  /** A period with fewer times has none of them. */
  private readonly least: number;

  /** The times from which `next` and `count` take: seconds from the day `base` on, complete up to the day `end`. */
  private base = 0;
  private end = 0;
  private times: Int32Array = NO_TIMES;
  private lastSecond: number | null = null;

  /**
   * @param start DTSTART as a local second: nothing is before it, and it counts itself when the rule names it
   * @param until the last local second that counts
   */
  constructor(
    private readonly parts: RuleParts,
    private readonly start: number,
    private readonly until: number = (LAST_DAY + 1) * DAY_SECONDS - 1,
  ) {
    const { freq, interval, lists, weekStart } = parts;
    this.startDay = Math.floor(start / DAY_SECONDS);
    const date = packedDate(this.startDay);
    this.startMonth = yearOf(date) * 12 + monthOf(date) - 1;
    this.startWeek = this.startDay - modulo(weekday(this.startDay) - weekStart, 7);
    this.days = new RuleDays(parts, this.startDay);
    if (freq === "YEARLY") this.years = interval;
    if (freq === "MONTHLY") this.months = interval;
    if (freq === "WEEKLY") this.weeks = interval;

    const cycles = interval / greatestCommonDivisor(interval, CYCLE_UNITS[freq]);
    this.cycleSeconds = (CYCLE_DAYS + 366) * cycles * DAY_SECONDS;

    this.clock = new RuleClock(parts, start);
    if (freq === "YEARLY" || freq === "MONTHLY" || freq === "WEEKLY") this.positions = lists.BYSETPOS ?? null;
    this.least = Math.min(...(this.positions ?? []).map(Math.abs));
  }

  next(from: number, until: number): number {
    const begin = Math.max(from, this.start);
    const end = Math.min(until, this.last + 1, begin + this.cycleSeconds);
    for (let second = begin; second < end; ) {
      if (!this.load(Math.floor(second / DAY_SECONDS), Math.floor((end - 1) / DAY_SECONDS))) return NEVER;
      const found = this.times[lowerBound(this.times, second - this.base * DAY_SECONDS)];
      if (found !== undefined) {
        const at = this.base * DAY_SECONDS + found;
        return at < end ? at : NEVER;
      }
      second = this.end * DAY_SECONDS;
    }
    return NEVER;
  }

  count(from: number, until: number): number {
    const end = Math.min(until, this.last + 1);
    let count = 0;
    for (let second = Math.max(from, this.start); second < end; second = this.end * DAY_SECONDS) {
      if (!this.load(Math.floor(second / DAY_SECONDS), Math.floor((end - 1) / DAY_SECONDS))) break;
      const base = this.base * DAY_SECONDS;
      count += lowerBound(this.times, end - base) - lowerBound(this.times, second - base);
    }
    return count;
  }

  /** The last second that counts by UNTIL or COUNT. */
  private get last(): number {
    this.lastSecond ??= this.parts.count === null ? this.until : this.lastOf(this.parts.count);
    return this.lastSecond;
  }

  private lastOf(count: number): number {
    let left = count;
    const lastDay = Math.floor(this.until / DAY_SECONDS);
    for (let day = this.startDay; this.load(day, lastDay); day = this.end) {
      const base = this.base * DAY_SECONDS;
      const before = lowerBound(this.times, this.start - base);
      const found = this.times[before + left - 1];
      if (found !== undefined) return Math.min(base + found, this.until);
      left -= this.times.length - before;
    }
    return this.until;
  }

  /** Makes `times` those of the first day, or with BYSETPOS the first period, at or after `from` that the rule names. */
  private load(from: number, last: number): boolean {
    if (this.positions !== null) return this.loadPeriod(this.positions, from, last);
    const day = this.nextDay(from, last);
    if (day === NO_DAY) return false;
    this.base = day;
    this.end = day + 1;
    this.times = this.clock.timesOn(day);
    return true;
  }

  private loadPeriod(positions: readonly number[], from: number, last: number): boolean {
    if (from >= this.base && from < this.end) return true;
    const named = this.nextDay(from, last);
    if (named === NO_DAY) return false;
    const date = packedDate(named);
    const { freq } = this.parts;
    if (freq === "WEEKLY") {
      this.base = named - modulo(named - this.startWeek, 7);
      this.end = this.base + 7;
    } else if (freq === "MONTHLY") {
      this.base = named - dateOf(date) + 1;
      this.end = this.base + monthLength(yearOf(date), monthOf(date));
    } else {
      this.base = dayOf(yearOf(date), 1, 1);
      this.end = dayOf(yearOf(date) + 1, 1, 1);
    }
    const days: number[] = [];
    for (let day = this.nextDay(this.base, this.end - 1); day !== NO_DAY; day = this.nextDay(day + 1, this.end - 1)) {
      days.push(day - this.base);
    }
    const ofDay = this.clock.timesOn(named);
    if (days.length * ofDay.length < this.least) {
      this.times = NO_TIMES;
      return true;
    }
    this.times = Int32Array.from(places(positions, days.length * ofDay.length), (place) => {
      const day = days[Math.floor(place / ofDay.length)] as number;
      return day * DAY_SECONDS + (ofDay[place % ofDay.length] as number);
    });
    return true;
  }

  /** The first day at or after `from` and not after `last` that the rule names and that is in step with INTERVAL. */
  private nextDay(from: number, last: number): number {
    const end = Math.min(last, LAST_DAY);
    for (let day = from; day <= end; ) {
      const date = packedDate(day);
      const year = yearOf(date);
      const month = monthOf(date);
      if (this.years > 1 || this.months > 1) {
        const inStep = this.monthInStep(year * 12 + month - 1);
        if (inStep > year * 12 + month - 1) {
          day = dayOf(Math.floor(inStep / 12), (inStep % 12) + 1, 1);
          continue;
        }
      }
      const beforeMonth = day - dateOf(date);
      day = beforeMonth + monthLength(year, month) + 1;
      let left = (this.days.masks(year)[month] as number) & (-1 << dateOf(date));
      while (left !== 0) {
        const named = beforeMonth + 31 - Math.clz32(left & -left);
        if (named > end) return NO_DAY;
        const jump = this.outOfStep(named);
        if (jump === 0) return named;
        if (named + jump >= day) {
          day = named + jump;
          break;
        }
        left &= -1 << (named + jump - beforeMonth);
      }
    }
    return NO_DAY;
  }

  /** The first month at or after one that is in step with INTERVAL in years or months; both are counted in months from year 0. */
  private monthInStep(month: number): number {
    const late = modulo(Math.floor(month / 12) - Math.floor(this.startMonth / 12), this.years);
    if (late > 0) return (Math.floor(month / 12) + this.years - late) * 12;
    const lateMonths = modulo(month - this.startMonth, this.months);
    return lateMonths === 0 ? month : month + this.months - lateMonths;
  }

  /** 0 for a day in step with INTERVAL in weeks, days, hours or minutes that has a time; else after how many days one may come. */
  private outOfStep(day: number): number {
    if (this.weeks > 1) {
      const weeks = modulo(Math.floor((day - this.startWeek) / 7), this.weeks);
      if (weeks > 0) return (this.weeks - weeks) * 7 - modulo(day - this.startWeek, 7);
    }
    return this.clock.daysToWait(day);
  }
}
