// Between instants (milliseconds) and wall-clock time in a zone, both ways. A wall-clock time that does not exist or
// exists twice is refused with both choices; it is never guessed.

import { fail, ok, type Result, refuse, shown, type UserError } from "../errors.ts";
import type { OnceSchedule } from "../types.ts";
import { DAY_SECONDS, dayOf, monthLength } from "./calendar.ts";
import { instantText, localText, offsetText } from "./local-text.ts";
import { type Zone, zoneOf } from "./zone.ts";
import { canonicalTimeZone } from "./zone-names.ts";

const FORM = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/;
const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/i;
/** How far around a local time its instant can be: no offset is larger. */
const WIDEST_OFFSET = 26 * 3600;

/** An instant on a zone's wall clock. `local` is `YYYY-MM-DDTHH:mm:ss`, `offset` `+01:00`. */
export function localTime(timezone: string, at: number): { local: string; offset: string } {
  const second = Math.floor(at / 1000);
  const offset = zoneOf(timezone).offsetAt(second);
  return { local: localText(second + offset), offset: offsetText(offset) };
}

export function timeZoneError(field: readonly string[], timezone: string): UserError {
  const why = timezone === "" ? "is empty" : `${shown(timezone)} is no IANA time zone name`;
  return {
    code: "INVALID_TIME_ZONE",
    field: [...field, "timezone"],
    message: `The time zone ${why}. Example: "Europe/Berlin".`,
  };
}

/** The instants at which the zone's clock shows a local second, oldest first: none in a gap, two in an overlap. */
export function instantsOf(zone: Zone, local: number): number[] {
  const first = zone.indexAt(local - WIDEST_OFFSET);
  zone.coverUntil(local + WIDEST_OFFSET);
  const found: number[] = [];
  for (let i = first; i < zone.starts.length; i++) {
    const at = local - (zone.offsets[i] as number);
    const start = zone.starts[i] as number;
    if (start > local + WIDEST_OFFSET) break;
    if (at >= start && at < (zone.starts[i + 1] ?? Number.POSITIVE_INFINITY)) found.push(at);
  }
  return found;
}

/**
 * The instant of a wall-clock time. `local` is `YYYY-MM-DDTHH:mm`, with seconds and milliseconds if wanted, no offset.
 * Errors on [...field, "local"]: INVALID_DATE, NONEXISTENT_LOCAL_TIME, AMBIGUOUS_LOCAL_TIME; on [...field, "timezone"]:
 * INVALID_TIME_ZONE.
 */
export function resolveLocal(field: readonly string[], local: string, timezone: string): Result<number> {
  const name = canonicalTimeZone(timezone);
  const read = readLocal(local);
  const path = [...field, "local"];
  const errors: UserError[] = [];
  if (typeof read === "string") errors.push({ code: "INVALID_DATE", field: path, message: read });
  if (name === null) errors.push(timeZoneError(field, timezone));
  if (typeof read === "string" || name === null) return fail(...errors);

  const zone = zoneOf(name);
  const instants = instantsOf(zone, read.second);
  const [first, second] = instants;
  if (first !== undefined && second === undefined) return ok(first * 1000 + read.ms);
  const show = (at: number): string => instantText(at, zone.offsetAt(at));
  if (first !== undefined && second !== undefined) {
    return refuse(
      "AMBIGUOUS_LOCAL_TIME",
      path,
      `The local time ${shown(local)} happens twice in ${name} (clocks go back). Give one of the two instants: ${show(first)} or ${show(second)}.`,
    );
  }
  const [earlier, later] = aroundGap(zone, read.second);
  return refuse(
    "NONEXISTENT_LOCAL_TIME",
    path,
    `The local time ${shown(local)} does not exist in ${name} (clocks go forward). Give another instant, for example ${show(earlier)} or ${show(later)}.`,
  );
}

/** A local time of a gap, read with the offset after and with the offset before the gap. */
function aroundGap(zone: Zone, local: number): [number, number] {
  const i = zone.indexAt(local - WIDEST_OFFSET);
  for (let k = i; k + 1 < zone.starts.length; k++) {
    const before = zone.offsets[k] as number;
    const after = zone.offsets[k + 1] as number;
    const change = zone.starts[k + 1] as number;
    if (local >= change + before && local < change + after) return [local - after, local - before];
  }
  throw new Error(`no gap of ${zone.name} around local second ${local}`);
}

/** As `resolveLocal`, as a schedule. */
export function parseOnce(field: readonly string[], local: string, timezone: string): Result<OnceSchedule> {
  const at = resolveLocal(field, local, timezone);
  return at.ok ? ok({ kind: "ONCE", at: at.value, timezone: canonicalTimeZone(timezone) }) : at;
}

/** Local second and milliseconds, or what is wrong with the text. */
export function readLocal(text: string): { second: number; ms: number } | string {
  const example = 'Example: "2026-11-23T02:30:00".';
  const parts = FORM.exec(text);
  if (parts === null) {
    const offset = OFFSET.test(text) && FORM.test(text.replace(OFFSET, ""));
    const why = offset
      ? "has an offset; a local time has none, give an instant with an offset as `at`"
      : "cannot be read as YYYY-MM-DDTHH:mm:ss";
    return `The local time ${shown(text)} ${why}. ${example}`;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wrong = (what: string, value: number, range: string): string =>
    `The local time ${shown(text)} has the ${what} ${value}; ${range} is allowed. ${example}`;
  if (year < 1970) return wrong("year", year, "1970 to 9999");
  if (month < 1 || month > 12) return wrong("month", month, "1 to 12");
  if (day < 1 || day > monthLength(year, month)) return wrong("day", day, `1 to ${monthLength(year, month)}`);
  if (hour > 23) return wrong("hour", hour, "0 to 23");
  if (minute > 59) return wrong("minute", minute, "0 to 59");
  if (second > 59) return wrong("second", second, "0 to 59");
  const ms = Number((parts[7] ?? "").padEnd(3, "0"));
  return { second: dayOf(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second, ms };
}
