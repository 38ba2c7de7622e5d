// Finds the instants of local times in a zone under a schedule's clock-change rules. Instants are whole seconds since 1970
// UTC. Knows neither cron nor recurrence rules, and no words.
//
// A zone's time is a row of segments with a constant offset. Between two of them local time jumps over a gap, or goes back
// and repeats itself. Times of a gap run at the first instant after it, in the last second before it, or not at all;
// repeated ones in their first segment, in their second, or in both.

import { DAY_SECONDS } from "./calendar.ts";
import { type ClockRules, gapRule } from "./clock-rules.ts";
import { type LocalTimes, NEVER } from "./local-search.ts";
import { gapNote, passNote } from "./notes.ts";
import type { Note } from "./occurrences.ts";
import type { Zone } from "./zone.ts";

/** An instant in seconds and what a clock change did to it. */
export interface Found {
  readonly at: number;
  readonly note: Note | null;
}

/** An instant's local time differs from it by an offset of at most a day; a gap can move it by one more. */
const WIDEST_SECONDS = 3 * DAY_SECONDS;

/** The first instant at or after `from` and before `until`, or null. */
export function nextInstant(
  times: LocalTimes,
  rules: ClockRules,
  zone: Zone,
  from: number,
  until: number,
): Found | null {
  const { starts, offsets, reached } = zone;
  const { repeat } = rules;
  const last = until + WIDEST_SECONDS;
  let i = zone.indexAt(from);
  // The run for the gap that ends exactly at `from` is at `from`.
  if (i > 0 && from === starts[i] && rules.gap === "NEXT_VALID") i--;
  let offset = offsets[i] as number;
  let known = from + offset;
  if (repeat === "FIRST" && known < (reached[i] as number)) known = reached[i] as number;
  // Nothing is named in [known, local).
  let local = times.next(known, last);
  for (;;) {
    if (local === NEVER) return null;
    zone.coverUntil(Math.min(local - offset, until) + DAY_SECONDS);
    const end = starts[i + 1];
    if (end === undefined || local < localEnd(repeat, zone, i)) {
      const at = local - offset;
      return at < until ? { at, note: noteOf(times, rules, zone, i, local) } : null;
    }
    if (end > until) return null;
    i++;
    offset = offsets[i] as number;
    const start = end + offset;
    const shown = reached[i] as number;
    if (local < start) {
      const rule = gapRule(rules, start - shown);
      if (rule === "NEXT_VALID") return end < until ? { at: end, note: gapNote(times, rules, zone, i) } : null;
      if (rule === "PREVIOUS_VALID") return { at: end - 1, note: gapNote(times, rules, zone, i) };
      known = start;
      local = times.next(known, last);
    } else if (repeat === "FIRST" ? local < shown : start < known) {
      known = repeat === "FIRST" ? shown : start;
      local = times.next(known, last);
    }
  }
}

/** Where the local times of segment i that run in it end: with SECOND before those that come again. */
function localEnd(repeat: ClockRules["repeat"], { starts, offsets }: Zone, i: number): number {
  const end = starts[i + 1] as number;
  const offset = offsets[i] as number;
  return end + (repeat === "SECOND" ? Math.min(offset, offsets[i + 1] as number) : offset);
}

/** What the changes around segment i do to the run at one of its own local times. */
function noteOf(times: LocalTimes, rules: ClockRules, zone: Zone, i: number, local: number): Note | null {
  const { starts, offsets, reached } = zone;
  if (local < (reached[i] as number)) return passNote(rules.repeat, zone, i, local);
  const end = starts[i + 1];
  if (end === undefined) return null;
  const nextStart = end + (offsets[i + 1] as number);
  if (local >= nextStart) return rules.repeat === "FIRST" ? passNote(rules.repeat, zone, i, local) : null;
  if (rules.gap !== "PREVIOUS_VALID" || local - (offsets[i] as number) !== end - 1) return null;
  return times.next(local + 1, nextStart) === NEVER ? null : gapNote(times, rules, zone, i + 1);
}

/** How many instants are in [from, until). Exact; costs two counts of local times for each clock change. */
export function countInstants(times: LocalTimes, rules: ClockRules, zone: Zone, from: number, until: number): number {
  if (until <= from) return 0;
  const { starts, offsets, reached } = zone;
  const first = zone.indexAt(from);
  zone.coverUntil(until + DAY_SECONDS);
  let count = 0;
  for (let i = first; i < starts.length && (starts[i] as number) <= until; i++) {
    const begin = starts[i] as number;
    const offset = offsets[i] as number;
    let low = Math.max(from, begin) + offset;
    if (rules.repeat === "FIRST") low = Math.max(low, reached[i] as number);
    const end = i + 1 < starts.length ? localEnd(rules.repeat, zone, i) : Number.POSITIVE_INFINITY;
    const high = Math.min(until + offset, end);
    if (low < high) count += times.count(low, high);
    if (i > 0) count += gapRuns(times, rules, zone, i, from, until);
  }
  return count;
}

/** 1 when the gap before segment i has a run of its own in [from, until). */
function gapRuns(times: LocalTimes, rules: ClockRules, zone: Zone, i: number, from: number, until: number): number {
  const shown = zone.reached[i] as number;
  const begin = zone.starts[i] as number;
  const start = begin + (zone.offsets[i] as number);
  if (shown >= start) return 0;
  const rule = gapRule(rules, start - shown);
  if (rule === "SKIP") return 0;
  const [at, local] = rule === "NEXT_VALID" ? [begin, start] : [begin - 1, shown - 1];
  if (at < from || at >= until || times.next(shown, start) === NEVER) return 0;
  return times.next(local, local + 1) === NEVER ? 1 : 0;
}
