// What a timing leaves out, compiled: stretches of local time (days, calendar entries) and the times of a cron expression,
// each on a zone's wall clock. Says whether an instant is in one, where the stretch ends and the next begins, and in words why.
// Instants are milliseconds.

import type { Calendar, Exclusion } from "../timing.ts";
import { DAY_SECONDS } from "./calendar.ts";
import { collapsed } from "./cron-guard.ts";
import { parseCron } from "./cron-parse.ts";
import { calendarTimes, type ExcludedTimes, excludedByCron, merged, stretchTimes } from "./excluded-times.ts";
import { localSecond } from "./local-text.ts";
import type { Zone } from "./zone.ts";

export interface CompiledExclusion {
  readonly calendarId: string | null;
  readonly zone: Zone;
  /** For example `the calendar Holidays`. */
  readonly name: string;
  /** Until when (not included) all is excluded, at least; null when `at` is not. */
  endOf(at: number): number | null;
  /** The first excluded instant at or after `at` and not after `until`, or null. */
  firstFrom(at: number, until: number): number | null;
  because(at: number): string;
}

/** No further than this is looked over a stretch in one step, so that a zone's table is not read for centuries. */
const STEP_SECONDS = 366 * DAY_SECONDS;

/** Local times in a zone: clock changes cut the stretches. */
function onWall(name: string, times: ExcludedTimes, zone: Zone, calendarId: string | null = null): CompiledExclusion {
  const localAt = (second: number): number => second + zone.offsetAt(second);
  /** The instant (s) of a later local time by the offset that holds at `second`; not beyond the next clock change. */
  function reach(second: number, local: number): number {
    const i = zone.indexAt(second);
    const at = Math.min(local - (zone.offsets[i] as number), second + STEP_SECONDS);
    zone.coverUntil(at);
    return Math.min(at, zone.starts[i + 1] ?? at);
  }
  function endOf(at: number): number | null {
    const second = Math.floor(at / 1000);
    const end = times.endOf(localAt(second));
    return end === null ? null : reach(second, end) * 1000;
  }
  return {
    calendarId,
    zone,
    name,
    endOf,
    firstFrom(at, until) {
      for (let from = at; from <= until; ) {
        const second = Math.floor(from / 1000);
        const local = localAt(second);
        if (times.endOf(local) !== null) return from;
        from = reach(second, times.beginAfter(local)) * 1000;
      }
      return null;
    },
    because: (at) => times.because(localAt(Math.floor(at / 1000))),
  };
}

const FIVE_FIELDS = 5;

/** @throws Error for an exclusion that was never accepted, and for a calendar that is not given */
export function compileExclusion(
  exclusion: Exclusion,
  calendarOf: (id: string) => Calendar | undefined,
  zoneOf: (name: string | null) => Zone,
): CompiledExclusion {
  switch (exclusion.kind) {
    case "CRON": {
      const parsed = parseCron(exclusion.expression);
      if (!parsed.ok) throw new Error(parsed.message);
      const words = collapsed(exclusion.expression).split(" ").length;
      const zone = zoneOf(exclusion.timezone);
      const name = `the exclusion ${exclusion.expression}`;
      return onWall(name, excludedByCron(parsed.spec, words <= FIVE_FIELDS, zone.name), zone);
    }
    case "DATES": {
      const from = localSecond(`${exclusion.from}T00:00:00`);
      const until = localSecond(`${exclusion.until}T00:00:00`) + DAY_SECONDS;
      const days = exclusion.from === exclusion.until ? exclusion.from : `${exclusion.from} through ${exclusion.until}`;
      const zone = zoneOf(exclusion.timezone);
      return onWall(
        `the excluded ${days}`,
        stretchTimes(merged([[from, until]]), () => zone.name),
        zone,
      );
    }
    case "CALENDAR": {
      const calendar = calendarOf(exclusion.calendarId);
      if (calendar === undefined) throw new Error(`the calendar ${exclusion.calendarId} is not given`);
      return onWall(`the calendar ${calendar.name}`, calendarTimes(calendar), zoneOf(calendar.timezone), calendar.id);
    }
  }
}
