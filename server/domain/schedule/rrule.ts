// Recurrence rules of RFC 5545 as schedules: what is accepted, and the local times that an accepted one names. A rule is read on a
// floating clock; which instants its local times are, and what a clock change does to them, is the search's business.
// DTSTART is an occurrence only when the rule names it: RFC 5545 §3.8.5.3 leaves the other case undefined, and a task whose
// schedule says "every Monday" must not run on a Tuesday because it was created on one. COUNT counts what the rule names.

import { fail, ok, type Result, shown, type UserError } from "../errors.ts";
import { RRULE_LENGTH } from "../limits.ts";
import type { RruleSchedule } from "../timing.ts";
import { LAST_YEAR } from "./calendar.ts";
import { type LocalTimes, NEVER } from "./local-search.ts";
import { clockText, dateText, timeText } from "./local-text.ts";
import { readLocal, timeZoneError } from "./local-time.ts";
import { normalized, type RuleParts, readParts } from "./rrule-parts.ts";
import { RuleTimes } from "./rrule-search.ts";
import { zoneOf } from "./zone.ts";
import { canonicalTimeZone } from "./zone-names.ts";

/** Lines that stand beside RRULE in a calendar file, and what says the same here. */
const ELSEWHERE: readonly [name: RegExp, where: string][] = [
  [/\bDTSTART\b/i, "DTSTART is the schedule's start"],
  [/\b(EXDATE|EXRULE)\b/i, "EXDATE and EXRULE are exclusions"],
  [/\bRDATE\b/i, "RDATE is a second schedule, united with this one"],
  [/\b(DTEND|DURATION)\b/i, "a run has no DTEND or DURATION"],
];

/** An UNTIL after this, 2200-01-01, takes the offset of then: nobody means the hour, and the zone's table need not reach there. */
const LAST_OFFSET_SECOND = 7_258_118_400;

/** The last local second that counts by UNTIL, on the clock of the zone. */
export function lastSecond(parts: RuleParts, timezone: string): number | undefined {
  if (parts.until === null) return undefined;
  const { second, utc } = parts.until;
  return utc ? second + zoneOf(timezone).offsetAt(Math.min(second, LAST_OFFSET_SECOND)) : second;
}

/** What is wrong with the text as such, before its parts are read. */
function wrongLines(text: string): string | null {
  const example = `Example: "FREQ=MONTHLY;BYDAY=-1FR".`;
  if (text.length > RRULE_LENGTH)
    return `The recurrence rule has ${text.length} characters; ${RRULE_LENGTH} are allowed. ${example}`;
  const found = ELSEWHERE.filter(([name]) => name.test(text)).map(([, where]) => where);
  if (found.length > 0) {
    return `The recurrence rule ${shown(text)} has more than the value of one RRULE: ${found.join("; ")}. ${example}`;
  }
  if ((text.match(/RRULE/gi) ?? []).length > 1) {
    return `The recurrence rule ${shown(text)} has several RRULE lines; one is expected, more are schedules to unite. ${example}`;
  }
  return null;
}

/** Why a rule that can be read names no time from its start on; null when it names one. */
function emptyReason(
  rule: string,
  parts: RuleParts,
  times: LocalTimes,
  start: number,
  last: number | undefined,
): string | null {
  if (last !== undefined && last < start) {
    const until = `${dateText(last)} ${clockText(last)}`;
    return `The recurrence rule ${shown(rule)} ends (UNTIL, ${until}) before it starts (${dateText(start)} ${clockText(start)}); a later UNTIL or an earlier start is expected. Example: "UNTIL=${LAST_YEAR}1231".`;
  }
  if (times.next(start, NEVER) !== NEVER) return null;
  const end = last === undefined ? `${LAST_YEAR}` : `its UNTIL, ${dateText(last)} ${clockText(last)}`;
  const interval = parts.interval > 1 ? `INTERVAL=${parts.interval} counts from the start; ` : "";
  return `The recurrence rule ${shown(rule)} never matches from its start, ${dateText(start)} ${clockText(start)}, to ${end}; ${interval}parts that can hold together are expected. Example: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28".`;
}

/**
 * A recurrence rule as a schedule. `rule` is the value of one RRULE, the name in front and letter case do not matter; `start` is
 * DTSTART as local time, `YYYY-MM-DDTHH:mm:ss`. Errors, all that there are: INVALID_RRULE on [...field, "rule"], INVALID_DATE on
 * [...field, "start"], INVALID_TIME_ZONE on [...field, "timezone"].
 */
export function parseRrule(
  field: readonly string[],
  rule: string,
  start: string,
  timezone: string,
): Result<RruleSchedule> {
  const errors: UserError[] = [];
  const refused = (message: string): number =>
    errors.push({ code: "INVALID_RRULE", field: [...field, "rule"], message });
  const zone = canonicalTimeZone(timezone);
  if (zone === null) errors.push(timeZoneError(field, timezone));
  const begin = readLocal(start);
  if (typeof begin === "string") errors.push({ code: "INVALID_DATE", field: [...field, "start"], message: begin });
  else if (begin.ms > 0) {
    const message = `The start ${shown(start)} has milliseconds; whole seconds are expected. Example: "2026-11-23T02:30:00".`;
    errors.push({ code: "INVALID_DATE", field: [...field, "start"], message });
  }
  const text = normalized(rule);
  const parts = wrongLines(rule) ?? readParts(text);
  if (typeof parts === "string") refused(parts);
  if (typeof parts === "string" || typeof begin === "string" || zone === null || errors.length > 0)
    return fail(...errors);

  const last = lastSecond(parts, zone);
  const times = new RuleTimes(parts, begin.second, last);
  const empty = emptyReason(text, parts, times, begin.second, last);
  if (empty !== null) {
    refused(empty);
    return fail(...errors);
  }
  const local = `${dateText(begin.second)}T${timeText(begin.second)}`;
  const schedule: RruleSchedule = { kind: "RRULE", rule: text, start: local, timezone: zone };
  kept.set(schedule, { parts, start: begin.second, last: last ?? null, times });
  return ok(schedule);
}

export interface CompiledRrule {
  readonly parts: RuleParts;
  readonly start: number;
  /** By UNTIL, a local second. */
  readonly last: number | null;
  readonly times: LocalTimes;
}
const kept = new WeakMap<RruleSchedule, CompiledRrule>();

/** An accepted rule, compiled once for each schedule object. @throws Error for a schedule that was never accepted */
export function compiledRrule(schedule: RruleSchedule): CompiledRrule {
  let found = kept.get(schedule);
  if (found === undefined) {
    const parts = readParts(schedule.rule);
    const start = readLocal(schedule.start);
    if (typeof parts === "string") throw new Error(parts);
    if (typeof start === "string") throw new Error(start);
    const last = lastSecond(parts, schedule.timezone);
    found = { parts, start: start.second, last: last ?? null, times: new RuleTimes(parts, start.second, last) };
    kept.set(schedule, found);
  }
  return found;
}

/** The local times of an accepted rule. Its zone matters only for an UNTIL in UTC. */
export const rruleTimes = (schedule: RruleSchedule): LocalTimes => compiledRrule(schedule).times;
