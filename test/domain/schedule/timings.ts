// Timings and their timetables for tests: a schedule alone, or with what the test adds.

import type { Result } from "../../../server/domain/errors.ts";
import { parseCronSchedule, type Timetable, timetableOf } from "../../../server/domain/schedule/index.ts";
import type { Calendar, CalendarEntry, CronSchedule, Schedule, Timing } from "../../../server/domain/types.ts";

export const timing = (schedule: Schedule, more: Partial<Timing> = {}): Timing => ({
  schedule,
  exclusions: [],
  startAt: null,
  endAt: null,
  jitterMs: 0,
  seed: "task",
  ...more,
});

export const table = (schedule: Schedule, more?: Partial<Timing>, ...calendars: Calendar[]): Timetable =>
  timetableOf(timing(schedule, more), new Map(calendars.map((calendar) => [calendar.id, calendar])));

export const cronTable = (timezone: string, expression: string, rules: Partial<CronSchedule> = {}): Timetable =>
  table({ kind: "CRON", expression, timezone, ...rules });

export const calendar = (entries: readonly CalendarEntry[], timezone: string | null = null): Calendar => ({
  id: "holidays",
  namespaceId: "default",
  name: "Holidays",
  description: null,
  timezone,
  entries,
  version: 1,
  createdAt: 0,
  updatedAt: 0,
});

/** Instants as text, for example `2026-03-29T01:00`; seconds only where they are not 0. */
export const shownInstants = (found: readonly { readonly at: number }[]): string[] =>
  found.map(({ at }) => new Date(at).toISOString().replace(/(:00)?\.000Z$/, ""));

/** As the API reads a cron expression, in the year 2026 and for a task that has a name. */
export const readCron = (expression: string, timezone = "UTC", field: readonly string[] = []): Result<Schedule> =>
  parseCronSchedule(field, expression, timezone, { seed: "task", now: Date.UTC(2026, 10, 23) });

export const accepted = (expression: string): boolean => readCron(expression).ok;
