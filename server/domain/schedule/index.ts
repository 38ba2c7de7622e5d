// The face of the schedule engine: which instants a schedule names, and in what words. All instants are milliseconds
// since 1970 UTC; cron runs fall on whole seconds. No I/O, no clock, no host time zone: time is an argument.

import { type CronSchedule, UNBOUNDED } from "../timing.ts";
import { spentYears } from "./cron-text.ts";
import { timetableOf } from "./timetable.ts";

export { type CronTextOptions, parseCronSchedule } from "./cron-text.ts";
export { describeSchedule } from "./describe.ts";
export { describeExclusion } from "./describe-exclusion.ts";
export { checkEntries, parseIcs } from "./ics.ts";
export { localTime, parseOnce, resolveLocal } from "./local-time.ts";
export type {
  ClockChangeImpact,
  Count,
  Note,
  NoteKind,
  Occurrence,
  Omission,
  SpecCheck,
  Timetable,
} from "./occurrences.ts";
export { scheduleRemarks } from "./remarks.ts";
export { parseRrule } from "./rrule.ts";
export { timetableOf, timezoneOf } from "./timetable.ts";
export { type Zone, zoneOf } from "./zone.ts";
export { canonicalTimeZone, isTimeZone, timeZones, tzdataVersion } from "./zone-names.ts";
export { frozenZone, readZoneTable, sameTable, type ZoneTable } from "./zone-table.ts";

/** Why an accepted schedule has no occurrence after `now`: its years are over. Null when it has one. */
export function spentReason(schedule: CronSchedule, now: number): string | null {
  const next = timetableOf({ ...UNBOUNDED, schedule }, new Map()).next(now);
  return next === null ? spentYears(schedule, now) : null;
}
