// The instants of a cron schedule: the compiled spec and its zone, searched in whole seconds.

import type { CronSchedule } from "../timing.ts";
import { parseCron } from "./cron-parse.ts";
import { countInstants, nextInstant } from "./cron-search.ts";
import { NO_NOTES, type Source } from "./source.ts";
import type { Zone } from "./zone.ts";

/** 100 Gregorian years: how far ahead an occurrence is looked for. */
const SEARCH_SECONDS = 36_525 * 86_400;
/** Instants before and after these have no occurrence: years 1 to 9999. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;
/** 1969-12-30: before the first year that a spec can name, in every zone. */
const FIRST_NAMED_SECOND = -2 * 86_400;

/** The first whole second strictly later than an instant in milliseconds. */
const secondAfter = (after: number): number =>
  Math.max(FIRST_SECOND, Math.min(LAST_SECOND, Math.floor(after / 1000) + 1));

/** @throws Error for a schedule that was never accepted */
export function cronSource(schedule: CronSchedule, zone: Zone): Source {
  const parsed = parseCron(schedule.expression);
  if (!parsed.ok) throw new Error(parsed.message);
  const { spec } = parsed;
  return {
    next(after) {
      const from = secondAfter(after);
      // Years named in the spec are its only bounds, so that `next` agrees with the exact counts.
      const found =
        spec.years === null
          ? nextInstant(spec, zone, from, Math.min(from + SEARCH_SECONDS, LAST_SECOND))
          : nextInstant(spec, zone, Math.max(from, FIRST_NAMED_SECOND), LAST_SECOND);
      return found === null ? null : { at: found.at * 1000, notes: found.note === null ? NO_NOTES : [found.note] };
    },
    count: (after, until) => ({
      count: until <= after ? 0 : countInstants(spec, zone, secondAfter(after), secondAfter(until)),
      exact: true,
    }),
  };
}
