// What each clock change of a zone does to the local times of a schedule: the reason for a moved, dropped or repeated run,
// whether or not anybody asks for that run. Reads the same rules as the search; a test holds the two together.

import { DAY_SECONDS } from "./calendar.ts";
import { NEVER } from "./local-search.ts";
import { localText, offsetText } from "./local-text.ts";
import { gapNote, timesInWords, twiceNote } from "./notes.ts";
import type { ClockChangeImpact, Omission } from "./occurrences.ts";
import type { WallSchedule } from "./wall-source.ts";
import type { Zone } from "./zone.ts";

/** A clock change that a schedule feels: what it does to the runs, and what it leaves out (null: nothing). */
export interface ChangeEffect {
  readonly impact: ClockChangeImpact;
  readonly omission: Omission | null;
}

/** A zone's table is not read further ahead than this, for a zone without changes is read to no end. */
const MOST_SECONDS = 36_525 * DAY_SECONDS;

/** The indexes of the segments that begin in (after, until], in seconds; reads the zone's table a year at a time. */
export function* changesBetween(zone: Zone, after: number, until: number): Generator<number> {
  const last = Math.min(until, after + MOST_SECONDS);
  let i = zone.indexAt(after) + 1;
  for (let covered = after; ; i++) {
    while (i >= zone.starts.length && covered < last) {
      covered = Math.min(covered + 366 * DAY_SECONDS, last);
      zone.coverUntil(covered);
    }
    if (i >= zone.starts.length || (zone.starts[i] as number) > last) return;
    yield i;
  }
}

/** What the change before segment i does; null: no time of the schedule is in the gap or comes twice. */
export function effectOf({ times, rules, zone }: WallSchedule, i: number): ChangeEffect | null {
  const changeAt = zone.starts[i] as number;
  const before = zone.offsets[i - 1] as number;
  const offset = zone.offsets[i] as number;
  const start = changeAt + offset;
  const shown = zone.reached[i] as number;
  const first = times.next(Math.min(start, shown), Math.max(start, shown));
  if (first === NEVER) return null;
  const local = localText(first);
  const change = {
    timezone: zone.name,
    changeAt: changeAt * 1000,
    offsetBefore: offsetText(before),
    offsetAfter: offsetText(offset),
  };
  if (shown < start) {
    const note = gapNote(times, rules, zone, i);
    const at = note.kind === "DROPPED" ? null : (rules.gap === "NEXT_VALID" ? changeAt : changeAt - 1) * 1000;
    const omission: Omission | null = at === null ? { at, local, timezone: zone.name, note } : null;
    return { impact: { ...change, kind: note.kind, at, local, message: note.message }, omission };
  }
  const words = timesInWords(times, start, shown);
  const { kind, message, omitted } = twiceNote(rules.repeat, words, zone);
  const passes = { first: (first - before) * 1000, second: (first - offset) * 1000 };
  const at = rules.repeat === "FIRST" ? passes.first : passes.second;
  const left = rules.repeat === "FIRST" ? passes.second : passes.first;
  return {
    impact: { ...change, kind, at, local, message },
    omission: omitted === null ? null : { at: left, local, timezone: zone.name, note: omitted },
  };
}

/** Of the changes in (after, until], in milliseconds, oldest first, at most `limit`. */
export function effectsBetween(schedule: WallSchedule, after: number, until: number, limit: number): ChangeEffect[] {
  const found: ChangeEffect[] = [];
  if (limit <= 0) return found;
  for (const i of changesBetween(schedule.zone, Math.floor(after / 1000), Math.floor(until / 1000))) {
    const effect = effectOf(schedule, i);
    if (effect !== null) found.push(effect);
    if (found.length >= limit) break;
  }
  return found;
}
