// Where instants come from: one source for each kind of schedule, wrapped by what takes some away (bounds, exclusions). The
// timetable is built of these; nothing else uses them. Instants are milliseconds since 1970 UTC.

import type { ChangeEffect } from "./clock-changes.ts";
import type { Count, Note, SpecCheck } from "./occurrences.ts";

export interface Moment {
  readonly at: number;
  readonly notes: readonly Note[];
}

export const NO_NOTES: readonly Note[] = [];

export interface Source {
  /** Strictly later than `after`; null when none is left. */
  next(after: number): Moment | null;
  /** In (after, until]. */
  count(after: number, until: number): Count;
  /** The clock changes in (after, until] that it feels, oldest first, at most `limit`. */
  effects(after: number, until: number, limit: number): ChangeEffect[];
  /** Why an instant is named or not: no check is false when and only when it is. */
  checks(at: number): SpecCheck[];
}

/** 100 Gregorian years: how far on an occurrence is looked for. */
export const SEARCH_MS = 36_525 * 86_400_000;
/** Nothing is before the year 1. */
const FIRST_INSTANT = -62_135_596_800_000;
const HOUR_MS = 3_600_000;

/** A count that has come to this is not taken further: `Count.exact` is then false. */
export const MOST_COUNTED = 100_000;

/** For sources that cannot count by arithmetic. */
export function countOneByOne(source: Pick<Source, "next">, after: number, until: number): Count {
  let count = 0;
  for (let found = source.next(after); found !== null && found.at <= until; found = source.next(found.at)) {
    if (count === MOST_COUNTED) return { count, exact: false };
    count++;
  }
  return { count, exact: true };
}

/**
 * The last moment strictly earlier than `before`, or null. Goes back twice as far each time until there is one, then halves,
 * so it agrees with `next` whatever the source is and costs some 40 searches.
 */
export function previousOf(source: Source, before: number): Moment | null {
  let found: Moment | null = null;
  let low = before;
  for (let span = HOUR_MS; found === null; span *= 2) {
    if (low < FIRST_INSTANT) return null;
    low = before - span;
    const first = source.next(low);
    if (first !== null && first.at < before) found = first;
  }
  for (let high = before - 1; found.at < high; ) {
    const middle = Math.floor((found.at + high) / 2);
    const later = source.next(middle);
    if (later === null || later.at >= before) high = middle;
    else found = later;
  }
  return found;
}

/** The newest `limit` moments in (after, until], oldest first. Walks stretches backwards, each as long as the limit asks for. */
export function newestOf(source: Source, after: number, until: number, limit: number): Moment[] {
  const parts: Moment[][] = [];
  const first = Math.max(after, FIRST_INSTANT);
  const most = 4 * limit;
  let missing = limit;
  let span = HOUR_MS;
  for (let high = until; high > first && missing > 0; ) {
    const low = Math.max(first, high - span);
    const part: Moment[] = [];
    for (let next = source.next(low); next !== null && next.at <= high; next = source.next(next.at)) {
      if (part.push(next) > most) break;
    }
    if (part.length > most && span > 1) {
      span = Math.ceil(span / 8);
      continue;
    }
    parts.push(part.slice(-missing));
    missing -= Math.min(part.length, missing);
    high = low;
    if (part.length < limit) span *= 4;
  }
  return parts.reverse().flat();
}
