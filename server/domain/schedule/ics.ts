// A calendar file (iCalendar, RFC 5545) as a calendar's entries. Every event blocks its time, TRANSP:TRANSPARENT too: holiday
// calendars are transparent nearly always. Cancelled events and occurrences do not. Bounded in text, events, occurrences and entries;
// no input makes it throw.

import { fail, ok, type Result, shown } from "../errors.ts";
import { CALENDAR_BYTES, CALENDAR_ENTRIES, CALENDAR_OCCURRENCES, RECURRING_EVENTS } from "../limits.ts";
import type { CalendarEntry } from "../timing.ts";
import { DAY_SECONDS } from "./calendar.ts";
import { joined, MOST_ERRORS, type Stretch } from "./calendar-entries.ts";
import { beginnings, type CalendarEvent, oneLine, readEvent } from "./ics-events.ts";
import { type IcsFile, readLines } from "./ics-lines.ts";
import { onClock, zoneNamed } from "./ics-times.ts";

export { checkEntries } from "./calendar-entries.ts";

/** How much of recurring events is written out, before and after now; single events that ended before it are left out, too. */
const BEHIND_SECONDS = 366 * DAY_SECONDS;
const AHEAD_SECONDS = 3_653 * DAY_SECONDS;
/** Events left out that are named one by one. */
const MOST_SKIPPED = 50;
/** A zone's offsets are read once, which takes its time. */
const MOST_ZONES = 50;
/** The latest local second that an entry can end at: 9999-12-31. */
const LAST_SECOND = 253_402_214_400;

export interface IcsCalendar {
  readonly name: string | null;
  /** The clock of the entries; null: that of whoever reads them, for days and floating times only. */
  readonly timezone: string | null;
  readonly entries: CalendarEntry[];
  /** What of the file is left out, and why, for people. */
  readonly skipped: string[];
}

/** The entries of a calendar file, as of `now` (milliseconds). INVALID_CALENDAR on `field`, with the number of the line if there is one. */
export function parseIcs(field: readonly string[], text: string, now: number): Result<IcsCalendar> {
  const refused = (messages: readonly string[]): Result<never> =>
    fail(...messages.slice(0, MOST_ERRORS).map((message) => ({ code: "INVALID_CALENDAR" as const, field, message })));
  const bytes = text.length > CALENDAR_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes > CALENDAR_BYTES) {
    return refused([
      `The calendar file has ${bytes} bytes; ${CALENDAR_BYTES} are allowed. Example: the holidays of one country.`,
    ]);
  }
  const file = readLines(text);
  if (!("events" in file))
    return refused(file.map(({ line, message }) => `Line ${line} of the calendar file: ${message}.`));

  const skipped: string[] = [];
  const events: CalendarEvent[] = [];
  for (const raw of file.events) {
    const event = readEvent(raw, file.zoneNames);
    const label = oneLine(raw.properties.find(({ name }) => name === "SUMMARY")?.value);
    const about = `The event ${label === null ? "" : `${shown(label)} `}(line ${raw.line})`;
    if (typeof event === "string") skipped.push(`${about} is left out: ${event.replace(/\.$/, "")}.`);
    else {
      skipped.push(...event.remarks.map((remark) => `${about}: ${remark}.`));
      events.push(event);
    }
  }
  const zones = new Set(events.map(({ start }) => start.zone));
  if (zones.size > MOST_ZONES) {
    return refused([
      `The calendar file has events in ${zones.size} time zones; ${MOST_ZONES} are allowed. Example: the holidays of one country.`,
    ]);
  }
  const timezone = clockOf(file, events);
  const read = stretchesOf(events, timezone, Math.floor(now / 1000));
  if (typeof read === "string") return refused([read]);
  const entries = joined(read.stretches);
  if (entries.length > CALENDAR_ENTRIES) {
    return refused([
      `The calendar file has ${entries.length} entries; ${CALENDAR_ENTRIES} are allowed. Example: the holidays of one country.`,
    ]);
  }
  skipped.push(...read.skipped);
  if (skipped.length > MOST_SKIPPED)
    skipped.splice(MOST_SKIPPED, skipped.length, `… and ${skipped.length - MOST_SKIPPED} more.`);
  const named = file.properties.find(({ name }) => name === "X-WR-CALNAME" || name === "NAME");
  return ok({ name: oneLine(named?.value), timezone, entries, skipped });
}

/** The file's own zone, else the one zone of all its times, else UTC; null when it has no times in a zone. */
function clockOf(file: IcsFile, events: readonly CalendarEvent[]): string | null {
  const own = file.properties.find(({ name }) => name === "X-WR-TIMEZONE" || name === "TIMEZONE-ID");
  const named = own === undefined ? null : zoneNamed(own.value, file.zoneNames);
  if (named !== null) return named;
  const zones = new Set(events.map(({ start }) => start.zone).filter((zone) => zone !== null));
  const [only = null] = zones;
  return zones.size > 1 ? "UTC" : only;
}

/** What an event of the same uid changes: `uid`, a space, and the beginning on the recurring event's clock. */
const changeKey = (uid: string, second: number): string => `${second} ${uid}`;

function stretchesOf(
  events: readonly CalendarEvent[],
  timezone: string | null,
  now: number,
): { stretches: Stretch[]; skipped: string[] } | string {
  const from = now - BEHIND_SECONDS;
  const until = now + AHEAD_SECONDS;
  const recurs = ({ rules, added }: CalendarEvent): boolean => rules.length > 0 || added.length > 0;
  const recurring = events.filter(recurs);
  if (recurring.length > RECURRING_EVENTS) {
    return `The calendar file has ${recurring.length} recurring events; ${RECURRING_EVENTS} are allowed. Example: one event with RRULE:FREQ=YEARLY for each holiday.`;
  }
  const clocks = new Map(recurring.map((event) => [event.uid, event.start.zone]));
  const changed = new Set<string>();
  for (const { uid, replaces } of events) {
    if (uid === null || replaces === null) continue;
    changed.add(changeKey(uid, onClock(replaces.second, replaces.zone, clocks.get(uid) ?? null)));
  }

  const stretches: Stretch[] = [];
  let [past, cancelled, late] = [0, 0, 0];
  for (const event of events) {
    const { start, lengthSeconds, label, uid } = event;
    if (event.cancelled) {
      cancelled++;
      continue;
    }
    let begins = [start.second];
    if (recurs(event)) {
      const left = CALENDAR_OCCURRENCES - stretches.length;
      const found = beginnings(event, from - lengthSeconds, until, left);
      if (found === null) {
        return `The events of the calendar file come more than ${CALENDAR_OCCURRENCES} times from a year ago to ten years ahead, with ${label === null ? "the event" : shown(label)} (line ${event.line}); fewer are expected. Example: "RRULE:FREQ=YEARLY".`;
      }
      begins = uid === null ? found : found.filter((at) => !changed.has(changeKey(uid, at)));
    }
    for (const begin of begins) {
      const first = onClock(begin, start.zone, timezone);
      const end = onClock(begin + lengthSeconds, start.zone, timezone);
      // A clock that goes back in the meantime may show an earlier time at the end.
      const stretch = { from: first, until: end > first ? end : first + lengthSeconds, label };
      if (stretch.until <= from) past++;
      else if (stretch.until > LAST_SECOND) late++;
      else stretches.push(stretch);
    }
  }
  const skipped: string[] = [];
  const counted = (count: number): string => (count === 1 ? "1 event" : `${count} events`);
  if (cancelled > 0) skipped.push(`${counted(cancelled)} left out: cancelled.`);
  if (past > 0) skipped.push(`${counted(past)} left out: ended more than a year ago.`);
  if (late > 0) skipped.push(`${counted(late)} left out: end after the year 9999.`);
  return { stretches, skipped };
}
