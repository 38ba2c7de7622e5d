// Finds the instants of a compiled cron spec in a zone: the rule of DESIGN §3.10 (Vixie cron's, made exact). Instants
// are whole seconds since 1970 UTC. Never uses cron-parser's own search, which loses and invents runs at clock changes.
//
// A zone's time is a row of segments with a constant offset. A wildcard spec fires at each matching local time of each
// segment. A fixed-time spec reads local time as a line that never goes back: in a segment it starts where the segments
// before had come to, and what a gap of up to 3 h leaves out runs once, at the gap's end.

import type { CronSpec } from "./cron-spec.ts";
import { countLocal, NEVER, nextLocal } from "./local-search.ts";
import { gapNote, onceOfTwoNote, secondPassNote } from "./notes.ts";
import type { Note } from "./occurrences.ts";
import type { Zone } from "./zone.ts";

/** A longer gap is a skipped part of the calendar, not a clock change: its times do not run. */
export const MAKE_UP_SECONDS = 3 * 3600;

/** An instant in seconds and what a clock change did to it. */
export interface Found {
  readonly at: number;
  readonly note: Note | null;
}

/** The first instant at or after `from` and before `until`, or null. */
export function nextInstant(spec: CronSpec, zone: Zone, from: number, until: number): Found | null {
  return spec.wildcard ? nextWildcard(spec, zone, from, until) : nextFixed(spec, zone, from, until);
}

function nextWildcard(spec: CronSpec, zone: Zone, from: number, until: number): Found | null {
  const { starts, offsets, reached } = zone;
  let i = zone.indexAt(from);
  let offset = offsets[i] as number;
  let known = from + offset;
  // Nothing matches in [known, local).
  let local = nextLocal(spec, known, NEVER);
  for (;;) {
    if (local === NEVER) return null;
    zone.coverUntil(Math.min(local - offset, until));
    const end = starts[i + 1];
    if (end === undefined || local - offset < end) {
      if (local - offset >= until) return null;
      const repeated = local < (reached[i] as number);
      return { at: local - offset, note: repeated ? secondPassNote(zone, i, local) : null };
    }
    if (end >= until) return null;
    i++;
    offset = offsets[i] as number;
    const start = end + offset;
    if (start < known || start > local) {
      known = start;
      local = nextLocal(spec, start, NEVER);
    }
  }
}

function nextFixed(spec: CronSpec, zone: Zone, from: number, until: number): Found | null {
  const { starts, offsets, reached } = zone;
  let i = zone.indexAt(from);
  // The gap that ends exactly at `from` has its make-up run at `from`.
  if (from === starts[i] && i > 0) i--;
  let offset = offsets[i] as number;
  let local = nextLocal(spec, Math.max(from + offset, reached[i] as number), NEVER);
  for (;;) {
    if (local === NEVER) return null;
    zone.coverUntil(Math.min(local - offset, until));
    const end = starts[i + 1];
    if (end === undefined || local - offset < end) {
      const at = local - offset;
      if (at >= until) return null;
      return { at, note: repeats(zone, i, local) ? onceOfTwoNote(zone, local) : null };
    }
    if (end >= until) return null;
    i++;
    offset = offsets[i] as number;
    const start = end + offset;
    if (local < start) {
      if (start - (reached[i] as number) <= MAKE_UP_SECONDS) return { at: end, note: gapNote(spec, zone, i) };
      local = nextLocal(spec, start, NEVER);
    }
  }
}

/** Whether a local time of segment i comes again in segment i + 1. */
function repeats(zone: Zone, i: number, local: number): boolean {
  zone.coverUntil(local - (zone.offsets[i] as number) + 86_400);
  const end = zone.starts[i + 1];
  return end !== undefined && local >= end + (zone.offsets[i + 1] as number);
}

/** How many instants are in [from, until). Exact; costs one step for each month and each clock change. */
export function countInstants(spec: CronSpec, zone: Zone, from: number, until: number): number {
  if (until <= from) return 0;
  const { starts, offsets, reached } = zone;
  const first = zone.indexAt(from);
  zone.coverUntil(until);
  let count = 0;
  for (let i = first; i < starts.length && (starts[i] as number) < until; i++) {
    const offset = offsets[i] as number;
    const begin = Math.max(from, starts[i] as number);
    const end = Math.min(until, starts[i + 1] ?? until) + offset;
    const start = begin + offset;
    if (spec.wildcard) {
      count += countLocal(spec, start, end);
      continue;
    }
    count += countLocal(spec, Math.max(start, reached[i] as number), end);
    const gap = begin === starts[i] ? start - (reached[i] as number) : 0;
    if (gap > 0 && gap <= MAKE_UP_SECONDS && nextLocal(spec, start, start + 1) === NEVER) {
      count += nextLocal(spec, reached[i] as number, start) === NEVER ? 0 : 1;
    }
  }
  return count;
}
