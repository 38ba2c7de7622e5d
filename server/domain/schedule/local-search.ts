// Finds and counts the wall-clock times a compiled spec names, as if every day had 24 hours. Times are whole local
// seconds (seconds since 1970-01-01T00:00:00 on the same wall clock). Knows no zone and no clock change.

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
import { type CronSpec, monthKind, nextYear } from "./cron-spec.ts";

/** Stands for "none is left". Greater than every local second. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** The local times that a schedule names, whichever kind it is of: what a search in a zone starts from. */
export interface LocalTimes {
  /** The first at or after `from` and before `until`, or NEVER. */
  next(from: number, until: number): number;
  /** How many are in [from, until). */
  count(from: number, until: number): number;
}

const NO_DAY = 2 ** 30;
const LAST_DAY = dayOf(LAST_YEAR, 12, 31);

/** The first matching second of the day at or after `second` (0 to 86,399), or -1. */
function nextTime(spec: CronSpec, second: number): number {
  const hours = spec.hours.next;
  const minutes = spec.minutes.next;
  const seconds = spec.seconds.next;
  const h = (second / 3600) | 0;
  const rest = second - h * 3600;
  const m = (rest / 60) | 0;
  let hour = hours[h] as number;
  if (hour === h) {
    let minute = minutes[m] as number;
    if (minute === m) {
      const s = seconds[rest - m * 60] as number;
      if (s < 60) return h * 3600 + m * 60 + s;
      minute = minutes[m + 1] as number;
    }
    if (minute < 60) return h * 3600 + minute * 60 + (seconds[0] as number);
    hour = hours[h + 1] as number;
  }
  return hour === 24 ? -1 : hour * 3600 + (minutes[0] as number) * 60 + (seconds[0] as number);
}

/**
 * The first matching day at or after `from` and not after `last`, or NO_DAY. Costs one step for each month of the spec's
 * years; nothing for the years between.
 */
function nextDay(spec: CronSpec, from: number, last: number): number {
  const date = packedDate(from);
  let year = yearOf(date);
  let month = monthOf(date);
  let start = dateOf(date);
  let first = from - start + 1;
  const { months, days } = spec;
  const someYears = spec.years !== null;
  while (first <= last) {
    if (someYears) {
      const named = nextYear(spec, year);
      if (named === null) return NO_DAY;
      if (named > year) {
        year = named;
        month = 1;
        start = 1;
        first = dayOf(year, 1, 1);
        continue;
      }
    }
    const length = monthLength(year, month);
    if (((months >>> month) & 1) === 1) {
      const left = (days[monthKind(weekday(first), length)] as number) & (-1 << start);
      if (left !== 0) {
        const day = first + 30 - Math.clz32(left & -left);
        return day <= last ? day : NO_DAY;
      }
    }
    first += length;
    start = 1;
    if (++month > 12) {
      month = 1;
      year++;
    }
  }
  return NO_DAY;
}

/** The first matching local second at or after `from` and before `until`, or NEVER. */
export function nextLocal(spec: CronSpec, from: number, until: number): number {
  if (from >= until) return NEVER;
  const today = Math.floor(from / DAY_SECONDS);
  const last = Math.min(Math.floor((until - 1) / DAY_SECONDS), LAST_DAY);
  let day = spec.everyDay ? today : nextDay(spec, today, last);
  if (day === today) {
    const time = nextTime(spec, from - today * DAY_SECONDS);
    if (time >= 0) {
      const found = today * DAY_SECONDS + time;
      return found < until ? found : NEVER;
    }
    day = spec.everyDay ? today + 1 : nextDay(spec, today + 1, last);
  }
  if (day > last) return NEVER;
  const found = day * DAY_SECONDS + nextTime(spec, 0);
  return found < until ? found : NEVER;
}

const countTimes = (spec: CronSpec): number => spec.hours.count * spec.minutes.count * spec.seconds.count;

/** How many matching seconds of a day are before `second`. */
function countTimesBefore(spec: CronSpec, second: number): number {
  const h = (second / 3600) | 0;
  const m = ((second % 3600) / 60) | 0;
  const inHour = spec.hours.next[h] === h ? 1 : 0;
  const inMinute = spec.minutes.next[m] === m ? inHour : 0;
  return (
    (spec.hours.below[h] as number) * spec.minutes.count * spec.seconds.count +
    inHour * (spec.minutes.below[m] as number) * spec.seconds.count +
    inMinute * (spec.seconds.below[second % 60] as number)
  );
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many days of [from, until) match. */
function countDays(spec: CronSpec, from: number, until: number): number {
  if (spec.everyDay) return Math.max(0, until - from);
  let count = 0;
  for (let day = from; day < until; ) {
    const date = packedDate(day);
    const start = dateOf(date);
    const first = day - start + 1;
    const length = monthLength(yearOf(date), monthOf(date));
    if (((spec.months >>> monthOf(date)) & 1) === 1 && nextYear(spec, yearOf(date)) === yearOf(date)) {
      const end = Math.min(length, until - first);
      const upToEnd = end === 31 ? -1 : (1 << (end + 1)) - 1;
      count += bitCount((spec.days[monthKind(weekday(first), length)] as number) & (-1 << start) & upToEnd);
    }
    day = first + length;
  }
  return count;
}

/** How many matching local seconds are in [from, until). Exact; costs one step for each month. */
export function countLocal(spec: CronSpec, from: number, until: number): number {
  if (until <= from) return 0;
  const firstDay = Math.floor(from / DAY_SECONDS);
  const lastDay = Math.floor(until / DAY_SECONDS);
  const before = countDays(spec, firstDay, firstDay + 1) * countTimesBefore(spec, from - firstDay * DAY_SECONDS);
  const tail = countDays(spec, lastDay, lastDay + 1) * countTimesBefore(spec, until - lastDay * DAY_SECONDS);
  return countDays(spec, firstDay, lastDay) * countTimes(spec) - before + tail;
}

export const cronTimes = (spec: CronSpec): LocalTimes => ({
  next: (from, until) => nextLocal(spec, from, until),
  count: (from, until) => countLocal(spec, from, until),
});
