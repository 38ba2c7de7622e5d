// The entries of a calendar: stretches of local time, sorted and joined, and those that are given by hand checked. Knows no zone.

import { fail, ok, type Result, shown, type UserError } from "../errors.ts";
import { CALENDAR_ENTRIES, NAME_LENGTH } from "../limits.ts";
import type { CalendarEntry } from "../timing.ts";
import { DAY_SECONDS } from "./calendar.ts";
import { dateText, timeText } from "./local-text.ts";
import { readLocal } from "./local-time.ts";

/** Local seconds, the end not included. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly label: string | null;
}

const byBeginning = (a: Stretch, b: Stretch): number =>
  a.from - b.from || a.until - b.until || ((a.label ?? "") < (b.label ?? "") ? -1 : 1);

/** Sorted by their beginning; those that touch or overlap and have the same label become one. */
export function joined(stretches: readonly Stretch[]): CalendarEntry[] {
  const found: Stretch[] = [];
  /** By its label: where the newest stretch is in `found`. */
  const newest = new Map<string | null, number>();
  for (const stretch of [...stretches].sort(byBeginning)) {
    const at = newest.get(stretch.label) ?? -1;
    const before = found[at];
    if (before !== undefined && stretch.from <= before.until) {
      found[at] = { ...before, until: Math.max(before.until, stretch.until) };
    } else {
      newest.set(stretch.label, found.length);
      found.push(stretch);
    }
  }
  const text = (local: number): string => `${dateText(local)}T${timeText(local)}`;
  return found.sort(byBeginning).map(({ from, until, label }) => ({ from: text(from), until: text(until), label }));
}

export interface EntryInput {
  /** `2026-12-25` or `2026-12-25T18:00:00`. */
  readonly from: string;
  /** A date includes its whole day; a time is not included. */
  readonly until: string;
  readonly label: string | null;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** A local second, or what is wrong with the text. */
function readEnd(text: string, isLast: boolean): number | string {
  const day = DATE.test(text);
  const read = readLocal(day ? `${text}T00:00:00` : text);
  if (typeof read === "string") {
    const why = /has the (?:year|month|day|hour|minute|second) \d+;.*? allowed\./.exec(read)?.[0];
    return `The local time ${shown(text)} ${why ?? "cannot be read as YYYY-MM-DD or YYYY-MM-DDTHH:mm:ss."} Example: "2026-12-25".`;
  }
  if (read.ms > 0)
    return `The local time ${shown(text)} has milliseconds; whole seconds are expected. Example: "2026-12-25T18:00:00".`;
  return read.second + (day && isLast ? DAY_SECONDS : 0);
}

/**
 * Entries as people give them, sorted and joined. Errors, up to 20: INVALID_DATE on [...field, index, "from" or "until"],
 * INVALID_CALENDAR on [...field, index, "until"] for an end before the beginning and on [...field] for too many, TOO_LONG on
 * [...field, index, "label"].
 */
export function checkEntries(field: readonly string[], entries: readonly EntryInput[]): Result<CalendarEntry[]> {
  if (entries.length > CALENDAR_ENTRIES) {
    const message = `A calendar may have ${CALENDAR_ENTRIES} entries; ${entries.length} were given. Example: one entry for days in a row, from "2026-12-24" until "2026-12-26".`;
    return fail({ code: "INVALID_CALENDAR", field, message });
  }
  const errors: UserError[] = [];
  const stretches: Stretch[] = [];
  entries.forEach((entry, i) => {
    const at = [...field, String(i)];
    const [from, until] = [readEnd(entry.from, false), readEnd(entry.until, true)];
    const label = entry.label?.trim() || null;
    if (typeof from === "string") errors.push({ code: "INVALID_DATE", field: [...at, "from"], message: from });
    if (typeof until === "string") errors.push({ code: "INVALID_DATE", field: [...at, "until"], message: until });
    if (label !== null && label.length > NAME_LENGTH) {
      const message = `The label ${shown(label)} has ${label.length} characters; ${NAME_LENGTH} are allowed. Example: "Christmas".`;
      errors.push({ code: "TOO_LONG", field: [...at, "label"], message });
    }
    if (typeof from === "string" || typeof until === "string") return;
    if (until > from) stretches.push({ from, until, label });
    else {
      const message = `The entry ends (${shown(entry.until)}) before anything of it has passed (from ${shown(entry.from)}); a later end is expected. Example: from "2026-12-25" until "2026-12-26".`;
      errors.push({ code: "INVALID_CALENDAR", field: [...at, "until"], message });
    }
  });
  return errors.length > 0 ? fail(...errors.slice(0, MOST_ERRORS)) : ok(joined(stretches));
}

/** Of more mistakes in one input the first ones are told. */
export const MOST_ERRORS = 20;
