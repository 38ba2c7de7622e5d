// The instants of a schedule that names local times (cron, a recurrence rule), searched in whole seconds.

import type { ClockRules } from "./clock-rules.ts";
import { countInstants, nextInstant } from "./instant-search.ts";
import type { LocalTimes } from "./local-search.ts";
import { NO_NOTES, type Source } from "./source.ts";
import type { Zone } from "./zone.ts";

/** 100 Gregorian years: how far ahead an occurrence is looked for. */
const SEARCH_SECONDS = 36_525 * 86_400;
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
}

/** The first whole second strictly later than an instant in milliseconds. */
const secondAfter = (after: number): number =>
  Math.max(FIRST_SECOND, Math.min(LAST_SECOND, Math.floor(after / 1000) + 1));

export function wallSource({ times, rules, zone, begin }: WallSchedule): Source {
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
  };
}
