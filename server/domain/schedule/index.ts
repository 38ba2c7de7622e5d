// The face of the schedule engine: which instants a schedule names, and in what words. All instants are milliseconds
// since 1970 UTC; cron runs fall on whole seconds. No I/O, no clock, no host time zone: time is an argument.

import { fail, ok, type Result, shown, type UserError } from "../errors.ts";
import type { CronSchedule, EverySchedule, Schedule } from "../types.ts";
import { YEAR } from "./cron-fields.ts";
import { collapsed, columnOf } from "./cron-guard.ts";
import { parseCron } from "./cron-parse.ts";
import { countInstants, nextInstant } from "./cron-search.ts";
import type { CronSpec } from "./cron-spec.ts";
import { timeZoneError } from "./local-time.ts";
import { type Zone, zoneOf } from "./zone.ts";
import { canonicalTimeZone } from "./zone-names.ts";

export { describeSchedule } from "./describe.ts";
export { localTime, parseOnce, resolveLocal } from "./local-time.ts";
export { canonicalTimeZone, isTimeZone, timeZones, tzdataVersion } from "./zone-names.ts";

export interface Occurrence {
  /** The instant in milliseconds. */
  readonly at: number;
  /** What a clock change did, in words; null when nothing. */
  readonly note: string | null;
}

/** 100 Gregorian years: how far ahead an occurrence is looked for. */
const SEARCH_SECONDS = 36_525 * 86_400;
/** Instants before and after these have no occurrence: years 1 to 9999. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;
/** 1969-12-30: before the first year that a spec can name, in every zone. */
const FIRST_NAMED_SECOND = -2 * 86_400;

interface Compiled {
  readonly spec: CronSpec;
  readonly zone: Zone;
}
const compiledSchedules = new WeakMap<CronSchedule, Compiled>();

/** @throws Error for a schedule that was never accepted */
function compiled(schedule: CronSchedule): Compiled {
  let found = compiledSchedules.get(schedule);
  if (found === undefined) {
    const parsed = parseCron(schedule.expression);
    if (!parsed.ok) throw new Error(parsed.message);
    found = { spec: parsed.spec, zone: zoneOf(schedule.timezone) };
    compiledSchedules.set(schedule, found);
  }
  return found;
}

/** The first whole second strictly later than an instant in milliseconds. */
const secondAfter = (after: number): number =>
  Math.max(FIRST_SECOND, Math.min(LAST_SECOND, Math.floor(after / 1000) + 1));

/** Strictly later than `after`; null when none is left, for a spec without years: within 100 years. */
export function nextOccurrence(schedule: Schedule, after: number): Occurrence | null {
  switch (schedule.kind) {
    case "CRON": {
      const { spec, zone } = compiled(schedule);
      const from = secondAfter(after);
      // Years named in the spec are its only bounds, so that `next` agrees with the exact counts.
      const found =
        spec.years === null
          ? nextInstant(spec, zone, from, Math.min(from + SEARCH_SECONDS, LAST_SECOND))
          : nextInstant(spec, zone, Math.max(from, FIRST_NAMED_SECOND), LAST_SECOND);
      return found === null ? null : { at: found.at * 1000, note: found.note };
    }
    case "ONCE":
      return schedule.at > after ? { at: schedule.at, note: null } : null;
    case "EVERY": {
      const at = schedule.anchor + firstStep(schedule, after) * schedule.intervalMs;
      return at > LAST_SECOND * 1000 ? null : { at, note: null };
    }
  }
}

/** The smallest n ≥ 0 with anchor + n × interval > after. */
const firstStep = (schedule: EverySchedule, after: number): number =>
  Math.max(0, Math.floor((after - schedule.anchor) / schedule.intervalMs) + 1);

/** Occurrences in (after, until], oldest first, at most `limit`. */
export function occurrencesBetween(schedule: Schedule, after: number, until: number, limit: number): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = after; found.length < limit; ) {
    const next = nextOccurrence(schedule, at);
    if (next === null || next.at > until) break;
    found.push(next);
    at = next.at;
  }
  return found;
}

/** How many occurrences are in (after, until]. Exact, without a bound: times are counted by the day, not one by one. */
export function countOccurrences(schedule: Schedule, after: number, until: number): number {
  if (until <= after) return 0;
  switch (schedule.kind) {
    case "CRON": {
      const { spec, zone } = compiled(schedule);
      return countInstants(spec, zone, secondAfter(after), secondAfter(until));
    }
    case "ONCE":
      return schedule.at > after && schedule.at <= until ? 1 : 0;
    case "EVERY":
      return firstStep(schedule, until) - firstStep(schedule, after);
  }
}

/** The newest `limit` occurrences in (after, until], oldest first, and how many there are in all (exact, unbounded). */
export function newestOccurrences(
  schedule: Schedule,
  after: number,
  until: number,
  limit: number,
): { occurrences: Occurrence[]; total: number } {
  const total = countOccurrences(schedule, after, until);
  let start = Math.max(after, FIRST_SECOND * 1000);
  if (total > limit) {
    // The latest start that leaves at least `limit` occurrences: found by halving.
    let end = until;
    while (end - start > 1) {
      const middle = Math.floor((start + end) / 2);
      if (countOccurrences(schedule, middle, until) >= limit) start = middle;
      else end = middle;
    }
  }
  return { occurrences: occurrencesBetween(schedule, start, until, limit), total };
}

/**
 * A cron schedule from text. INVALID_CRON on [...field, "expression"], INVALID_TIME_ZONE on [...field, "timezone"];
 * both are reported together.
 */
export function parseCronSchedule(
  field: readonly string[],
  expression: string,
  timezone: string,
): Result<CronSchedule> {
  const errors: UserError[] = [];
  const parsed = parseCron(expression);
  if (!parsed.ok) errors.push({ code: "INVALID_CRON", field: [...field, "expression"], message: parsed.message });
  const name = canonicalTimeZone(timezone);
  if (name === null) errors.push(timeZoneError(field, timezone));
  if (errors.length > 0 || name === null) return fail(...errors);
  return ok({ kind: "CRON", expression: collapsed(expression), timezone: name });
}

/** Why an accepted schedule has no occurrence after `now`: its years are over. Null when it has one. */
export function spentReason(schedule: CronSchedule, now: number): string | null {
  if (nextOccurrence(schedule, now) !== null) return null;
  const { expression } = schedule;
  return (
    `The year field ${shown(expression.split(" ")[6])} (position ${columnOf(expression, 6)} of ${shown(expression)}) leaves no ` +
    `occurrence after ${new Date(now).toISOString().slice(0, 10)}; a later year up to ${YEAR.max} is expected. Example: ${shown(YEAR.example)}.`
  );
}
