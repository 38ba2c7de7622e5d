// Schedules from what people write in a crontab: expressions, macros, `@every 90m`, `@startup`. Only reads; `now` anchors an
// interval.

import { formatDuration } from "../duration.ts";
import { fail, ok, type Result, shown, type UserError } from "../errors.ts";
import { INTERVAL_MS } from "../limits.ts";
import type { ClockChangeRules, CronSchedule, EverySchedule, Schedule } from "../timing.ts";
import { YEAR } from "./cron-fields.ts";
import { collapsed, columnOf } from "./cron-guard.ts";
import { hasHash } from "./cron-hash.ts";
import { parseCron } from "./cron-parse.ts";
import { timeZoneError } from "./local-time.ts";
import { canonicalTimeZone } from "./zone-names.ts";

export interface CronTextOptions extends ClockChangeRules {
  /** What `H` is hashed from: the task's name. Absent: an `H` is refused. */
  readonly seed?: string;
  /** `@every` is anchored at its whole second. */
  readonly now: number;
}

const UNIT_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
const PART = /(\d+(?:\.\d+)?)(d|h|ms|m|s)/g;
const WHOLE = /^(?:\d+(?:\.\d+)?(?:d|h|ms|m|s))+$/;

/** `90m`, `1h30m10s`, `1.5h`. Source: Go's time.ParseDuration, which robfig/cron reads `@every` with, and days. */
function every(text: string, now: number): EverySchedule | string {
  const given = text.slice("@every".length).trim();
  const column = text.length - given.length + 1;
  const wrong = (why: string): string =>
    `The interval ${shown(given)} (position ${column} of ${shown(text)}) ${why} Example: "@every 90m".`;
  if (!WHOLE.test(given))
    return wrong('cannot be read; numbers with the units d, h, m and s are expected, as in "1h30m".');
  let intervalMs = 0;
  for (const [, count, unit] of given.matchAll(PART))
    intervalMs += Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
  intervalMs = Math.round(intervalMs);
  const { least, most } = INTERVAL_MS;
  if (intervalMs < least || intervalMs > most)
    return wrong(`is outside ${formatDuration(least)} to ${formatDuration(most)}, that is 1s to ${most / UNIT_MS.d}d.`);
  return { kind: "EVERY", intervalMs, anchor: Math.floor(now / 1000) * 1000 };
}

function cron(text: string, timezone: string, { seed, gap, repeat }: CronTextOptions): CronSchedule | string {
  const parsed = parseCron(text, seed);
  if (!parsed.ok) return parsed.message;
  return {
    kind: "CRON",
    expression: text,
    timezone,
    ...(gap && { gap }),
    ...(repeat && { repeat }),
    ...(seed !== undefined && hasHash(text) && { seed }),
  };
}

function read(text: string, timezone: string, options: CronTextOptions): Schedule | string {
  if (/^@every(?: |$)/i.test(text)) return every(text, options.now);
  if (/^@(?:startup|reboot)$/i.test(text)) return { kind: "STARTUP", delayMs: 0 };
  return cron(text, timezone, options);
}

/**
 * A schedule from text; the rules for clock changes go into it where it follows a wall clock. INVALID_CRON on
 * [...field, "expression"], INVALID_TIME_ZONE on [...field, "timezone"]; both are reported together.
 */
export function parseCronSchedule(
  field: readonly string[],
  expression: string,
  timezone: string,
  options: CronTextOptions,
): Result<Schedule> {
  const errors: UserError[] = [];
  const name = canonicalTimeZone(timezone);
  const schedule = read(collapsed(expression), name ?? "UTC", options);
  if (typeof schedule === "string")
    errors.push({ code: "INVALID_CRON", field: [...field, "expression"], message: schedule });
  if (name === null) errors.push(timeZoneError(field, timezone));
  return errors.length > 0 || typeof schedule === "string" ? fail(...errors) : ok(schedule);
}

/** Why an accepted expression has no occurrence after `now`, when it has none: its years are over. */
export function spentYears({ expression }: CronSchedule, now: number): string {
  return (
    `The year field ${shown(expression.split(" ")[6])} (position ${columnOf(expression, 6)} of ${shown(expression)}) leaves no ` +
    `occurrence after ${new Date(now).toISOString().slice(0, 10)}; a later year up to ${YEAR.max} is expected. Example: ${shown(YEAR.example)}.`
  );
}
