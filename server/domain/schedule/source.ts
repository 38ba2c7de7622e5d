// Where instants come from: one source for each kind of schedule, wrapped by what changes them (exclusions, bounds). The
// timetable is built of these; nothing else uses them. Instants are milliseconds since 1970 UTC.

import type { Count, Note } from "./occurrences.ts";

export interface Moment {
  readonly at: number;
  readonly notes: readonly Note[];
}

export const NO_NOTES: readonly Note[] = [];

/** A count that has come to this is not taken further: `Count.exact` is then false. */
export const MOST_COUNTED = 100_000;

export interface Source {
  /** Strictly later than `after`; null when none is left. */
  next(after: number): Moment | null;
  /** In (after, until]. */
  count(after: number, until: number): Count;
}

/** For sources that cannot count by arithmetic. */
export function countOneByOne(source: Source, after: number, until: number): Count {
  let count = 0;
  for (let found = source.next(after); found !== null && found.at <= until; found = source.next(found.at)) {
    if (count === MOST_COUNTED) return { count, exact: false };
    count++;
  }
  return { count, exact: true };
}

/** Nothing is before the year 1. */
const FIRST_INSTANT = -62_135_596_800_000;
const HOUR_MS = 3_600_000;

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
