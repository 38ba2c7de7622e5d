// A calendar as a user gives it, checked: entries by hand or an iCalendar text.
import { ok, type Result, refuse, shown, type UserError } from "../errors.ts";
import { DESCRIPTION_LENGTH, NAME_LENGTH } from "../limits.ts";
import { canonicalTimeZone, checkEntries, parseIcs } from "../schedule/index.ts";
import type { Calendar, CalendarEntry } from "../timing.ts";
import { Collector } from "./collect.ts";
import { checkText } from "./text.ts";

type Maybe<T> = T | null | undefined;

interface EntryInput {
  readonly from: string;
  readonly until?: Maybe<string>;
  readonly label?: Maybe<string>;
}

export interface CalendarPatch {
  readonly name?: Maybe<string>;
  readonly description?: Maybe<string>;
  readonly timezone?: Maybe<string>;
  readonly entries?: Maybe<readonly EntryInput[]>;
  readonly ics?: Maybe<string>;
}

export interface CalendarInput extends CalendarPatch {
  readonly name: string;
}

type Spec = Pick<Calendar, "name" | "description" | "timezone" | "entries">;

export function checkCalendar(input: CalendarInput, now: number): Result<Spec & { skipped: readonly string[] }> {
  const checked = checkCalendarPatch(input, now);
  if (!checked.ok) return checked;
  const { name = input.name, description = null, timezone = null, entries = [], skipped } = checked.value;
  return ok({ name, description, timezone, entries, skipped });
}

/** Only what is to change. A zone that the iCalendar text names is taken over unless one is given. */
export function checkCalendarPatch(
  patch: CalendarPatch,
  now: number,
): Result<Partial<Spec> & { skipped: readonly string[] }> {
  const collector = new Collector();
  const name = patch.name === undefined || patch.name === null ? undefined : collector.take(checkName(patch.name));
  const description = patch.description ? collector.take(checkDescription(patch.description)) : patch.description;
  const timezone = patch.timezone ? collector.take(checkZone(patch.timezone)) : patch.timezone;
  if (patch.entries && patch.ics) {
    collector.take(refuse("BAD_REQUEST", ["ics"], "A calendar takes either entries or ics, not both."));
  }
  const read = patch.ics ? collector.take(parseIcs(["ics"], patch.ics, now)) : undefined;
  const entries = patch.entries ? collector.take(checkGiven(patch.entries)) : read?.entries;
  const zone = timezone === undefined && read ? read.timezone : timezone;
  return collector.finish(() => ({
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description: description || null }),
    ...(zone === undefined ? {} : { timezone: zone }),
    ...(entries === undefined ? {} : { entries: entries as readonly CalendarEntry[] }),
    skipped: read?.skipped ?? [],
  }));
}

/** Without an end an entry is one day; what is wrong with its beginning is then told once. */
function checkGiven(entries: readonly EntryInput[]): Result<CalendarEntry[]> {
  const whole = entries.map(({ from, until, label }) => ({ from, until: until ?? from, label: label ?? null }));
  const checked = checkEntries(["entries"], whole);
  if (checked.ok) return checked;
  const twice = ({ field }: UserError) => field?.[2] === "until" && !entries[Number(field[1])]?.until;
  const errors = checked.errors.filter((error) => !twice(error));
  return { ok: false, errors: errors.length > 0 ? errors : checked.errors };
}

const checkName = (name: string) =>
  checkText(["name"], name, { least: 1, most: NAME_LENGTH, example: "German holidays" });
const checkDescription = (text: string) =>
  checkText(["description"], text, { most: DESCRIPTION_LENGTH, lines: true, example: "Public holidays in Berlin" });

function checkZone(timezone: string): Result<string> {
  const name = canonicalTimeZone(timezone);
  return name === null
    ? refuse(
        "INVALID_TIME_ZONE",
        ["timezone"],
        `timezone ${shown(timezone)} is not an IANA time zone name. Example: "Europe/Berlin".`,
      )
    : ok(name);
}
