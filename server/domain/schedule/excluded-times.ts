// The local times that exclusions leave out, whatever zone they are read in: stretches of days and calendar entries, and the
// times of a cron expression. Local seconds; knows no zone and no clock change.

import type { Calendar, CalendarEntry } from "../timing.ts";
import { DAY_SECONDS } from "./calendar.ts";
import type { CronSpec } from "./cron-spec.ts";
import { NEVER, nextLocal } from "./local-search.ts";
import { localSecond } from "./local-text.ts";

/** The excluded local seconds, whatever kind of exclusion they come from. */
export interface ExcludedTimes {
  /** The end of the excluded stretch that has `local` in it, or a second within that; null when it is not excluded. */
  endOf(local: number): number | null;
  /** The first excluded second later than `local`, or NEVER. */
  beginAfter(local: number): number;
  /** What leaves a second out, as the end of a sentence. */
  because(local: number): string;
}

/** Stretches that neither touch nor overlap, in order. */
interface Stretches {
  readonly from: readonly number[];
  readonly until: readonly number[];
}

/** `entries` by their beginning. */
export function merged(entries: readonly (readonly [from: number, until: number])[]): Stretches {
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

export function stretchTimes({ from, until }: Stretches, because: (local: number) => string): ExcludedTimes {
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

export function calendarTimes(calendar: Calendar): ExcludedTimes {
  const { stretches, entries } = compiledCalendar(calendar);
  return stretchTimes(stretches, (local) => {
    const found = entries.findLast(({ from, until }) => from <= local && local < until);
    if (found === undefined) return "";
    const { from, until, label } = found.entry;
    return `${label === null ? "" : `${label}, `}${plainEnd(from)} to ${plainEnd(until)}`;
  });
}

/** Five fields cover whole minutes. */
export function excludedByCron(spec: CronSpec, wholeMinutes: boolean, text: string): ExcludedTimes {
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
