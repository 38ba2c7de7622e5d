// What a timing leaves out, compiled: stretches of local time (days, calendar entries) and the times of a cron expression,
// each on a zone's wall clock. Says whether an instant is in one, where the stretch ends and the next begins, and in words why.
// Instants are milliseconds.

import type { Calendar, CalendarEntry, Exclusion } from "../timing.ts";
import { DAY_SECONDS } from "./calendar.ts";
import { parseCron } from "./cron-parse.ts";
import type { CronSpec } from "./cron-spec.ts";
import { NEVER, nextLocal } from "./local-search.ts";
import { localSecond } from "./local-text.ts";
import type { Zone } from "./zone.ts";

/** The excluded local seconds, whatever kind of exclusion they come from. */
interface ExcludedTimes {
  /** The end of the excluded stretch that has `local` in it, or a second within that; null when it is not excluded. */
  endOf(local: number): number | null;
  /** The first excluded second later than `local`, or NEVER. */
  beginAfter(local: number): number;
  /** What leaves a second out, as the end of a sentence. */
  because(local: number): string;
}

export interface CompiledExclusion {
  readonly calendarId: string | null;
  readonly zone: Zone;
  /** For example `the calendar "Holidays"`. */
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

/** Stretches that neither touch nor overlap, in order. */
interface Stretches {
  readonly from: readonly number[];
  readonly until: readonly number[];
}

/** `entries` by their beginning. */
function merged(entries: readonly (readonly [from: number, until: number])[]): Stretches {
  const from: number[] = [];
  const until: number[] = [];
  for (const [start, end] of entries) {
    const last = until.length - 1;
    if (last >= 0 && start <= (until[last] as number)) until[last] = Math.max(until[last] as number, end);
    else {
      from.push(start);
      until.push(end);
    }
  }
  return { from, until };
}

/** How many of the rising values are not greater than `value`. */
function countUpTo(values: readonly number[], value: number): number {
  let low = 0;
  for (let high = values.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stretchTimes({ from, until }: Stretches, because: (local: number) => string): ExcludedTimes {
  return {
    endOf(local) {
      const end = until[countUpTo(from, local) - 1];
      return end !== undefined && local < end ? end : null;
    },
    beginAfter: (local) => from[countUpTo(from, local)] ?? NEVER,
    because,
  };
}

interface CompiledCalendar {
  readonly stretches: Stretches;
  readonly entries: readonly { readonly from: number; readonly until: number; readonly entry: CalendarEntry }[];
}
const calendars = new WeakMap<Calendar, CompiledCalendar>();

function compiledCalendar(calendar: Calendar): CompiledCalendar {
  let compiled = calendars.get(calendar);
  if (compiled === undefined) {
    const entries = calendar.entries
      .map((entry) => ({ from: localSecond(entry.from), until: localSecond(entry.until), entry }))
      .sort((a, b) => a.from - b.from);
    compiled = { stretches: merged(entries.map(({ from, until }) => [from, until])), entries };
    calendars.set(calendar, compiled);
  }
  return compiled;
}

const plainEnd = (text: string): string => text.replace("T", " ").replace(/:00$/, "");

function calendarTimes(calendar: Calendar): ExcludedTimes {
  const { stretches, entries } = compiledCalendar(calendar);
  return stretchTimes(stretches, (local) => {
    const found = entries.findLast(({ from, until }) => from <= local && local < until);
    if (found === undefined) return "";
    const { from, until, label } = found.entry;
    return `${label === null ? "" : `${label}, `}${plainEnd(from)} to ${plainEnd(until)}`;
  });
}

/** Five fields cover whole minutes. */
function cronTimes(spec: CronSpec, wholeMinutes: boolean, text: string): ExcludedTimes {
  const { hours, minutes, seconds } = spec;
  const named = (local: number): number => (wholeMinutes ? local - (((local % 60) + 60) % 60) : local);
  return {
    endOf(local) {
      const at = named(local);
      if (nextLocal(spec, at, at + 1) === NEVER) return null;
      if (!wholeMinutes && seconds.count < 60) return local + 1;
      const midnight = Math.floor(local / DAY_SECONDS) * DAY_SECONDS;
      let hour = Math.floor((local - midnight) / 3600);
      if (minutes.count < 60) {
        let minute = Math.floor((local - midnight - hour * 3600) / 60) + 1;
        while (minute < 60 && minutes.next[minute] === minute) minute++;
        return midnight + hour * 3600 + minute * 60;
      }
      hour++;
      while (hour < 24 && hours.next[hour] === hour) hour++;
      return midnight + hour * 3600;
    },
    beginAfter: (local) => nextLocal(spec, local + 1, NEVER),
    because: () => text,
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
      const words = exclusion.expression.split(" ").length;
      const zone = zoneOf(exclusion.timezone);
      const name = `the exclusion ${exclusion.expression}`;
      return onWall(name, cronTimes(parsed.spec, words <= FIVE_FIELDS, zone.name), zone);
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
