// Exclusions and the calendars that they name.

import { RequestError } from "../../domain/errors.ts";
import { GONE } from "../../domain/plan-context.ts";
import { describeExclusion } from "../../domain/schedule/index.ts";
import type { Exclusion as ExclusionInDomain } from "../../domain/types.ts";
import type { Resolvers } from "./generated.ts";

export type ExclusionModel = ExclusionInDomain;
type Kind<K extends ExclusionInDomain["kind"]> = Extract<ExclusionInDomain, { kind: K }>;

const NAMES = { CRON: "CronExclusion", DATES: "DateExclusion", CALENDAR: "CalendarExclusion" } as const;
const MAX_ENTRIES = 1_000;

export const Exclusion: Resolvers["Exclusion"] = { __resolveType: (exclusion) => NAMES[exclusion.kind] };
export const CronExclusion: Resolvers["CronExclusion"] = {
  description: (exclusion) => describeExclusion(exclusion, null),
  expression: (exclusion) => (exclusion as Kind<"CRON">).expression,
  timezone: (exclusion) => (exclusion as Kind<"CRON">).timezone,
};
export const DateExclusion: Resolvers["DateExclusion"] = {
  description: (exclusion) => describeExclusion(exclusion, null),
  from: (exclusion) => (exclusion as Kind<"DATES">).from,
  until: (exclusion) => (exclusion as Kind<"DATES">).until,
  timezone: (exclusion) => (exclusion as Kind<"DATES">).timezone,
};
export const CalendarExclusion: Resolvers["CalendarExclusion"] = {
  description: async (exclusion, _, { loaders }) =>
    describeExclusion(exclusion, await loaders.calendar.load((exclusion as Kind<"CALENDAR">).calendarId)),
  calendar: async (exclusion, _, { loaders }) => {
    const { calendarId } = exclusion as Kind<"CALENDAR">;
    const calendar = await loaders.calendar.load(calendarId);
    // A calendar in use cannot be deleted, but an event shows a task as it was.
    return calendar ?? { ...GONE, id: calendarId };
  },
};

export const Calendar: Resolvers["Calendar"] = {
  entryCount: ({ entries }) => entries.length,
  entries: ({ entries }, { first, endingAfter }) => {
    const limit = first ?? 100;
    if (limit < 1 || limit > MAX_ENTRIES)
      throw new RequestError("OUT_OF_RANGE", `first ${limit} is outside 1 to ${MAX_ENTRIES}.`);
    const left = endingAfter ? entries.filter(({ until }) => until > endingAfter) : entries;
    return left.slice(0, limit).map((entry) => ({ ...entry }));
  },
  tasks: async ({ id }, _, { services }) => (await services.store.tasksUsing(id)).slice(0, 100),
};
