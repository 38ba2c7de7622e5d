// One event of a calendar file as what it names: a beginning, a length, and when it comes again. Its values are checked here; which
// occurrences of it are wanted, and what other events change of them, is decided by the caller.

import { shown } from "../errors.ts";
import { NAME_LENGTH, RRULE_LENGTH } from "../limits.ts";
import { DAY_SECONDS } from "./calendar.ts";
import type { IcsEvent, IcsProperty } from "./ics-lines.ts";
import { type IcsTime, onClock, readDuration, readTime } from "./ics-times.ts";
import { NEVER } from "./local-search.ts";
import { lastSecond } from "./rrule.ts";
import { normalized, type RuleParts, readParts } from "./rrule-parts.ts";
import { RuleTimes } from "./rrule-search.ts";

export interface CalendarEvent {
  readonly line: number;
  readonly label: string | null;
  readonly uid: string | null;
  readonly cancelled: boolean;
  readonly start: IcsTime;
  readonly lengthSeconds: number;
  readonly rules: readonly RuleParts[];
  readonly added: readonly IcsTime[];
  readonly left: readonly IcsTime[];
  /** Which occurrence of the event with the same uid this one stands for. */
  readonly replaces: IcsTime | null;
  /** What of it is not followed, though it is taken. */
  readonly remarks: readonly string[];
}

/** One line, cut to the length of a name; null when nothing is left. */
export const oneLine = (text: string | undefined): string | null =>
  text?.replace(/\s+/g, " ").trim().slice(0, NAME_LENGTH).trim() || null;

/** The event, or why it is left out. */
export function readEvent(event: IcsEvent, zones: ReadonlyMap<string, string>): CalendarEvent | string {
  const all = (name: string): IcsProperty[] => event.properties.filter((property) => property.name === name);
  const one = (name: string): IcsProperty | undefined => all(name)[0];
  const times = (name: string): (IcsTime | string)[] =>
    all(name).flatMap((property) =>
      property.value.split(",").map((value) => readTime(property, value.split("/")[0] as string, zones)),
    );

  const dtstart = one("DTSTART");
  if (dtstart === undefined) return "it has no DTSTART";
  const start = readTime(dtstart, dtstart.value, zones);
  if (typeof start === "string") return start;
  const lengthSeconds = readLength(start, one("DTEND"), one("DURATION"), zones);
  if (typeof lengthSeconds === "string") return lengthSeconds;
  const rules: RuleParts[] = [];
  for (const { value } of all("RRULE")) {
    const parts =
      value.length > RRULE_LENGTH ? `The recurrence rule has ${value.length} characters` : readParts(normalized(value));
    if (typeof parts === "string") return parts;
    rules.push(parts);
  }
  const added = times("RDATE");
  const left = times("EXDATE");
  const [replaces = null] = times("RECURRENCE-ID");
  for (const time of [...added, ...left, replaces]) if (typeof time === "string") return time;
  const remarks: string[] = [];
  if (all("EXRULE").length > 0) remarks.push("EXRULE is not followed");
  if (one("RECURRENCE-ID")?.parameters.range !== undefined)
    remarks.push("RANGE is not followed: it changes one occurrence only");
  return {
    line: event.line,
    label: oneLine(one("SUMMARY")?.value),
    uid: one("UID")?.value ?? null,
    cancelled: one("STATUS")?.value.trim().toUpperCase() === "CANCELLED",
    start,
    lengthSeconds,
    rules,
    added: added as IcsTime[],
    left: left as IcsTime[],
    replaces: replaces as IcsTime | null,
    remarks,
  };
}

/** Without an end a date is a day long and a time has no length (RFC 5545 §3.6.1). */
function readLength(
  start: IcsTime,
  dtend: IcsProperty | undefined,
  duration: IcsProperty | undefined,
  zones: ReadonlyMap<string, string>,
): number | string {
  let length = start.isDate ? DAY_SECONDS : 0;
  if (dtend !== undefined) {
    const end = readTime(dtend, dtend.value, zones);
    if (typeof end === "string") return end;
    if (end.isDate !== start.isDate) return "one of DTSTART and DTEND is a date, the other a time";
    length = onClock(end.second, end.zone, start.zone) - start.second;
    // Some programs give a day's own date as its end.
    if (length === 0 && start.isDate) length = DAY_SECONDS;
  } else if (duration !== undefined) {
    const read = readDuration(duration.value);
    if (read === null) return `DURATION ${shown(duration.value)} is no length of time; an example is "PT1H30M"`;
    length = start.isDate ? Math.ceil(read / DAY_SECONDS) * DAY_SECONDS : read;
  }
  if (length < 0) return "it ends before it starts";
  return length === 0 ? "it has no length" : length;
}

/**
 * The beginnings of a recurring event in [from, until), as local seconds on its own clock, unsorted, or null when there are more
 * than `most`. DTSTART is one whether a rule names it or not (RFC 5545 §3.8.5.3).
 */
export function beginnings(event: CalendarEvent, from: number, until: number, most: number): number[] | null {
  const { start } = event;
  const own = start.zone;
  const local = (time: IcsTime): number => onClock(time.second, time.zone, own);
  const found = new Set([start.second, ...event.added.map(local)].filter((at) => at >= from && at < until));
  for (const parts of event.rules) {
    const last = lastSecond(parts, own ?? "UTC");
    const times = new RuleTimes(parts, start.second, Math.min(last ?? until, until));
    for (let at = times.next(from, until); at !== NEVER; at = times.next(at + 1, until)) {
      found.add(at);
      if (found.size > most) return null;
    }
  }
  const days = new Set(event.left.filter(({ isDate }) => isDate).map(({ second }) => second / DAY_SECONDS));
  for (const time of event.left) found.delete(local(time));
  return [...found].filter((at) => !days.has(Math.floor(at / DAY_SECONDS)));
}
