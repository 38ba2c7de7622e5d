// A schedule as a user gives it, checked.
import { parseDuration } from "../duration.ts";
import { ok, type Result, refuse, shown } from "../errors.ts";
import { parseInstant, shownInstant } from "../instant.ts";
import { INTERVAL_MS } from "../limits.ts";
import { canonicalTimeZone, parseCronSchedule, resolveLocal, spentReason } from "../schedule/index.ts";
import type { Schedule } from "../types.ts";

type Maybe<T> = T | null | undefined;

/** Exactly one field is set; the API's `@oneOf` sees to it. */
export interface ScheduleInput {
  readonly cron?: Maybe<{ readonly expression: string; readonly timezone: string }>;
  readonly once?: Maybe<OnceInput>;
  readonly every?: Maybe<{ readonly interval: string; readonly anchor?: Maybe<string> }>;
}

interface OnceInput {
  readonly at?: Maybe<string>;
  readonly local?: Maybe<string>;
  readonly timezone?: Maybe<string>;
}

/** `now` anchors `every` without an anchor. Whether a `once` or a year lies in the past is the caller's affair: `refusePast`. */
export function checkSchedule(field: readonly string[], input: ScheduleInput, now: number): Result<Schedule> {
  if (input.cron) return parseCronSchedule([...field, "cron"], input.cron.expression, input.cron.timezone, { now });
  if (input.once) return checkOnce([...field, "once"], input.once);
  if (input.every) {
    const interval = parseDuration([...field, "every", "interval"], input.every.interval, INTERVAL_MS);
    const anchor =
      typeof input.every.anchor === "string"
        ? parseInstant([...field, "every", "anchor"], input.every.anchor)
        : ok(wholeSecond(now));
    if (interval.ok && anchor.ok) return ok({ kind: "EVERY", intervalMs: interval.value, anchor: anchor.value });
    return { ok: false, errors: [...(interval.ok ? [] : interval.errors), ...(anchor.ok ? [] : anchor.errors)] };
  }
  return refuse(
    "REQUIRED",
    field,
    'schedule needs one of cron, once and every. Example: { every: { interval: "PT1H" } }.',
  );
}

/** People read schedules in seconds. */
const wholeSecond = (now: number): number => Math.floor(now / 1000) * 1000;

function checkOnce(field: readonly string[], input: OnceInput): Result<Schedule> {
  const { at, local } = input;
  const timezone = typeof input.timezone === "string" ? canonicalTimeZone(input.timezone) : null;
  if (typeof input.timezone === "string" && timezone === null) {
    return refuse(
      "INVALID_TIME_ZONE",
      [...field, "timezone"],
      `timezone ${shown(input.timezone)} is not an IANA time zone name. Example: "Europe/Berlin".`,
    );
  }
  if (at && local) return refuse("BAD_REQUEST", field, "once takes either at, or local with timezone, not both.");
  if (at) {
    const instant = parseInstant([...field, "at"], at);
    return instant.ok ? ok({ kind: "ONCE", at: instant.value, timezone }) : instant;
  }
  if (!local)
    return refuse(
      "REQUIRED",
      [...field, "at"],
      'once needs at, or local with timezone. Example: "2026-11-23T02:30:00Z".',
    );
  if (timezone === null) {
    return refuse(
      "REQUIRED",
      [...field, "timezone"],
      'local needs timezone: the zone whose clock it is read on. Example: "Europe/Berlin".',
    );
  }
  const instant = resolveLocal(field, local, timezone);
  return instant.ok ? ok({ kind: "ONCE", at: instant.value, timezone }) : instant;
}

/** A one-time schedule must lie in the future, and so must something of a cron expression with years. */
export function refusePast(field: readonly string[], schedule: Schedule, now: number): Result<Schedule> {
  if (schedule.kind === "CRON") {
    const reason = spentReason(schedule, now);
    return reason === null ? ok(schedule) : refuse("INVALID_CRON", [...field, "cron", "expression"], reason);
  }
  if (schedule.kind !== "ONCE" || schedule.at > now) return ok(schedule);
  return refuse(
    "DATE_IN_PAST",
    [...field, "once"],
    `once is set to ${shownInstant(schedule.at)}, which is past: it is now ${shownInstant(now)}. Choose a later instant, or trigger a task by hand.`,
  );
}
