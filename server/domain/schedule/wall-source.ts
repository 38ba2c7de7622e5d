// The instants of a schedule that names local times (cron, a recurrence rule), searched in whole seconds.

import { effectsBetween } from "./clock-changes.ts";
import type { ClockRules } from "./clock-rules.ts";
import { wallChecks } from "./explain-wall.ts";
import { countInstants, nextInstant } from "./instant-search.ts";
import type { LocalTimes } from "./local-search.ts";
import type { SpecCheck } from "./occurrences.ts";
import { NO_NOTES, SEARCH_MS, type Source } from "./source.ts";
import type { Zone } from "./zone.ts";

const SEARCH_SECONDS = SEARCH_MS / 1000;
/** Instants before and after these have no occurrence: years 1 to 9999. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;

export interface WallSchedule {
  readonly times: LocalTimes;
  readonly rules: ClockRules;
  readonly zone: Zone;
  /**
   * A whole second before all that the schedule names; null: it names times in every century. With one, the search ahead is
   * bounded by the last named time alone, so that `next` agrees with the exact counts.
   */
  readonly begin: number | null;
  /** Whether and why it names a local second, `ms` milliseconds beyond; `suffix` ends each message. */
  checks(local: number, ms: number, suffix: string): SpecCheck[];
}

/** The first whole second strictly later than an instant in milliseconds. */
const secondAfter = (after: number): number =>
  Math.max(FIRST_SECOND, Math.min(LAST_SECOND, Math.floor(after / 1000) + 1));

export function wallSource(schedule: WallSchedule): Source {
  const { times, rules, zone, begin } = schedule;
  return {
    next(after) {
      const from = secondAfter(after);
      const found =
        begin === null
          ? nextInstant(times, rules, zone, from, Math.min(from + SEARCH_SECONDS, LAST_SECOND))
          : nextInstant(times, rules, zone, Math.max(from, begin), LAST_SECOND);
      return found === null ? null : { at: found.at * 1000, notes: found.note === null ? NO_NOTES : [found.note] };
    },
    count: (after, until) => ({
      count: until <= after ? 0 : countInstants(times, rules, zone, secondAfter(after), secondAfter(until)),
      exact: true,
    }),
    effects: (after, until, limit) => effectsBetween(schedule, after, until, limit),
    checks: (at) => wallChecks(schedule, at),
  };
}
