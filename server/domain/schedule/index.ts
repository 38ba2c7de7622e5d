// The face of the schedule engine: which instants a schedule names, and in what words. All instants are milliseconds
// since 1970 UTC; cron runs fall on whole seconds. No I/O, no clock, no host time zone: time is an argument.

import type { CronSchedule, Schedule, Timing } from "../types.ts";
import { spentYears } from "./cron-text.ts";
import type { Occurrence, Timetable } from "./occurrences.ts";
import { timetableOf } from "./timetable.ts";

export { type CronTextOptions, parseCronSchedule } from "./cron-text.ts";
export { describeSchedule } from "./describe.ts";
export { describeExclusion } from "./describe-exclusion.ts";
export { checkEntries, parseIcs } from "./ics.ts";
export { localTime, parseOnce, resolveLocal } from "./local-time.ts";
export type {
  ClockChangeImpact,
  Count,
  Note,
  NoteKind,
  Occurrence,
  Omission,
  SpecCheck,
  Timetable,
} from "./occurrences.ts";
export { scheduleRemarks } from "./remarks.ts";
export { parseRrule } from "./rrule.ts";
export { timetableOf, timezoneOf } from "./timetable.ts";
export { type Zone, zoneOf } from "./zone.ts";
export { canonicalTimeZone, isTimeZone, timeZones, tzdataVersion } from "./zone-names.ts";
export { frozenZone, readZoneTable, sameTable, type ZoneTable } from "./zone-table.ts";

/** An occurrence as the free functions below give it, until all callers use a timetable. */
export interface NotedInstant {
  /** The instant in milliseconds. */
  readonly at: number;
  /** What a clock change did, in words; null when nothing. */
  readonly note: string | null;
}

const timings = new WeakMap<Schedule, Timing>();
const NO_CALENDARS = new Map();

function timetable(schedule: Schedule): Timetable {
  let timing = timings.get(schedule);
  if (timing === undefined) {
    timing = { schedule, exclusions: [], startAt: null, endAt: null, jitterMs: 0, seed: "" };
    timings.set(schedule, timing);
  }
  return timetableOf(timing, NO_CALENDARS);
}

const noted = ({ at, notes }: Occurrence): NotedInstant => ({ at, note: notes[0]?.message ?? null });

/** Strictly later than `after`; null when none is left, for a spec without years: within 100 years. */
export function nextOccurrence(schedule: Schedule, after: number): NotedInstant | null {
  const next = timetable(schedule).next(after);
  return next === null ? null : noted(next);
}

/** Occurrences in (after, until], oldest first, at most `limit`. */
export const occurrencesBetween = (schedule: Schedule, after: number, until: number, limit: number): NotedInstant[] =>
  timetable(schedule).between(after, until, limit).map(noted);

/** How many occurrences are in (after, until]. */
export const countOccurrences = (schedule: Schedule, after: number, until: number): number =>
  timetable(schedule).count(after, until).count;

/** The newest `limit` occurrences in (after, until], oldest first, and how many there are in all. */
export function newestOccurrences(
  schedule: Schedule,
  after: number,
  until: number,
  limit: number,
): { occurrences: NotedInstant[]; total: number } {
  const { occurrences, total } = timetable(schedule).newest(after, until, limit);
  return { occurrences: occurrences.map(noted), total: total.count };
}

/** Why an accepted schedule has no occurrence after `now`: its years are over. Null when it has one. */
export function spentReason(schedule: CronSchedule, now: number): string | null {
  if (nextOccurrence(schedule, now) !== null) return null;
  return spentYears(schedule, now);
}
