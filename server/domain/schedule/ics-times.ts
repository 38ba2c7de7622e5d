// Dates, times, durations and zones of calendar files as local seconds. No opinion on which of them an event has.

import { DAY_SECONDS, dayOf, monthLength } from "./calendar.ts";
import type { IcsProperty } from "./ics-lines.ts";
import { instantsOf } from "./local-time.ts";
import { WINDOWS_ZONES } from "./windows-zones.ts";
import { zoneOf } from "./zone.ts";
import { canonicalTimeZone } from "./zone-names.ts";

/** A local second on a clock. */
export interface IcsTime {
  readonly second: number;
  readonly isDate: boolean;
  /** IANA name; null: floating, on whatever clock reads it. */
  readonly zone: string | null;
}

const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;
/** Further away a zone's table would be read for centuries; dates need none. */
const YEARS = { date: [1900, 9999], time: [1970, 2199] } as const;
const DURATION =
  /^\+?P(?:(\d{1,4})W|(?=\d|T\d)(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?)$/;

/**
 * The IANA zone that a file means, or null: IANA's and Windows' names, names with a prefix (`/example.org/2026/Europe/Berlin`) and
 * what the file's own VTIMEZONE gives as X-LIC-LOCATION.
 */
export function zoneNamed(name: string, ofFile: ReadonlyMap<string, string>): string | null {
  const bare = name.replaceAll('"', "").trim();
  const tail = bare.split("/");
  const windows = WINDOWS_ZONES.get(bare.toLowerCase());
  const candidates = [bare, windows, ofFile.get(name), tail.slice(-3).join("/"), tail.slice(-2).join("/")];
  for (const candidate of candidates) {
    const found = candidate ? canonicalTimeZone(candidate) : null;
    if (found !== null) return found;
  }
  return null;
}

/** One value of a property, or what is wrong with it. */
export function readTime(property: IcsProperty, value: string, ofFile: ReadonlyMap<string, string>): IcsTime | string {
  const example = 'an example is "20261224" or "20261224T180000Z"';
  const parts = TIME.exec(value.trim().toUpperCase());
  if (parts === null)
    return `${property.name} ${JSON.stringify(value.slice(0, 40))} is no date and no time; ${example}`;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (
    year < 1 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > monthLength(year, month) ||
    hour > 23 ||
    minute > 59 ||
    second > 60
  ) {
    return `${property.name} ${JSON.stringify(value.slice(0, 40))} does not exist; ${example}`;
  }
  const [first, last] = parts[4] === undefined ? YEARS.date : YEARS.time;
  if (year < first || year > last) {
    return `${property.name} ${JSON.stringify(value.slice(0, 40))} is not in the years ${first} to ${last}; ${example}`;
  }
  // 60 is a leap second, which no clock here has.
  const local = dayOf(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + Math.min(second, 59);
  if (parts[4] === undefined) return { second: local, isDate: true, zone: null };
  if (parts[7] === "Z") return { second: local, isDate: false, zone: "UTC" };
  const { tzid } = property.parameters;
  if (tzid === undefined) return { second: local, isDate: false, zone: null };
  const zone = zoneNamed(tzid, ofFile);
  if (zone === null)
    return `the time zone ${JSON.stringify(tzid.slice(0, 60))} is not known; an example is "Europe/Berlin"`;
  return { second: local, isDate: false, zone };
}

/** Seconds, or null when the text is no length of time that is not negative. */
export function readDuration(value: string): number | null {
  const parts = DURATION.exec(value.trim().toUpperCase());
  if (parts === null) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds;
}

/**
 * A local second of one zone on the clock of another. In an overlap the first pass is meant, in a gap the offset before it
 * (RFC 5545 §3.3.5).
 */
export function onClock(local: number, from: string | null, to: string | null): number {
  if (from === null || to === null || from === to) return local;
  const zone = zoneOf(from);
  const at = instantsOf(zone, local)[0] ?? local - zone.offsetAt(local - DAY_SECONDS);
  return at + zoneOf(to).offsetAt(at);
}
