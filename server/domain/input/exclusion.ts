// What is left out of a schedule as a user gives it, checked. Whether a calendar exists is `timing.ts`'s affair.
import { ok, type Result, refuse, shown } from "../errors.ts";
import { canonicalTimeZone, parseCronSchedule } from "../schedule/index.ts";
import type { Exclusion } from "../timing.ts";
import { Collector } from "./collect.ts";
import { checkId } from "./text.ts";

type Maybe<T> = T | null | undefined;

/** Exactly one field is set; the API's `@oneOf` sees to it. */
export interface ExclusionInput {
  readonly cron?: Maybe<{ readonly expression: string; readonly timezone?: Maybe<string> }>;
  readonly dates?: Maybe<{ readonly from: string; readonly until?: Maybe<string>; readonly timezone?: Maybe<string> }>;
  readonly calendarId?: Maybe<string>;
}

export function checkExclusion(field: readonly string[], input: ExclusionInput): Result<Exclusion> {
  if (input.cron) return checkCron([...field, "cron"], input.cron);
  if (input.dates) return checkDates([...field, "dates"], input.dates);
  if (typeof input.calendarId === "string") {
    const id = checkId([...field, "calendarId"], input.calendarId);
    return id.ok ? ok({ kind: "CALENDAR", calendarId: input.calendarId }) : id;
  }
  return refuse(
    "REQUIRED",
    field,
    'An exclusion needs one of cron, dates and calendarId. Example: { dates: { from: "2026-12-25" } }.',
  );
}

function checkCron(field: readonly string[], input: NonNullable<ExclusionInput["cron"]>): Result<Exclusion> {
  const parsed = parseCronSchedule(field, input.expression, input.timezone ?? "UTC", { now: 0 });
  if (!parsed.ok) return parsed;
  if (parsed.value.kind !== "CRON" || parsed.value.seed !== undefined) {
    const why = `${shown(input.expression)} names no times that could be left out; fields without H are expected. Example: "* 12-13 * * *".`;
    return refuse("INVALID_CRON", [...field, "expression"], why);
  }
  const { expression, timezone } = parsed.value;
  return ok({ kind: "CRON", expression, timezone: input.timezone ? timezone : null });
}

function checkDates(field: readonly string[], input: NonNullable<ExclusionInput["dates"]>): Result<Exclusion> {
  const collector = new Collector();
  const from = collector.take(checkDate([...field, "from"], input.from));
  const until = input.until ? collector.take(checkDate([...field, "until"], input.until)) : from;
  const timezone = input.timezone ? canonicalTimeZone(input.timezone) : null;
  if (input.timezone && timezone === null) {
    const why = `timezone ${shown(input.timezone)} is not an IANA time zone name. Example: "Europe/Berlin".`;
    collector.take(refuse("INVALID_TIME_ZONE", [...field, "timezone"], why));
  }
  if (from !== undefined && until !== undefined && until < from) {
    const why = `until ${until} is before from ${from}; the same or a later day is expected.`;
    collector.take(refuse("OUT_OF_RANGE", [...field, "until"], why));
  }
  return collector.finish(() => ({ kind: "DATES", from: from as string, until: until as string, timezone }));
}

function checkDate(field: readonly string[], text: string): Result<string> {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real =
    year !== undefined &&
    Number(year) >= 1970 &&
    at.getUTCMonth() === Number(month) - 1 &&
    at.getUTCDate() === Number(day);
  return real
    ? ok(text)
    : refuse(
        "INVALID_DATE",
        field,
        `${field.at(-1)} ${shown(text)} is no day as YYYY-MM-DD from 1970 on. Example: "2026-12-25".`,
      );
}
