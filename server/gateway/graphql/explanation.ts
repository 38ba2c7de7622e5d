// Explanations of occurrences: the typed checks.
import {
  type CheckOf,
  explainOccurrence,
  type OccurrenceCheck as OccurrenceCheckInDomain,
} from "../../domain/explain.ts";
import { timetableFor } from "../../domain/plan-context.ts";
import { localTime } from "../../domain/schedule/index.ts";
import type { Context } from "./context.ts";
import { instant } from "./filters.ts";
import type { Resolvers } from "./generated.ts";
import { shownOccurrence, zoneOf } from "./occurrences.ts";

export type OccurrenceCheckModel = OccurrenceCheckInDomain;
export type FieldCheckModel = CheckOf<"FIELD">;
export type ScheduleCheckModel = CheckOf<"SCHEDULE">;
export type ClockChangeCheckModel = CheckOf<"CLOCK_CHANGE">;
export type BoundsCheckModel = CheckOf<"BOUNDS">;
export type ExclusionCheckModel = CheckOf<"EXCLUSION">;
export type JitterCheckModel = CheckOf<"JITTER">;
export type TaskStateCheckModel = CheckOf<"TASK_STATE">;
export type RunCheckModel = CheckOf<"RUN">;

const NAMES = {
  FIELD: "FieldCheck",
  SCHEDULE: "ScheduleCheck",
  CLOCK_CHANGE: "ClockChangeCheck",
  BOUNDS: "BoundsCheck",
  EXCLUSION: "ExclusionCheck",
  JITTER: "JitterCheck",
  TASK_STATE: "TaskStateCheck",
  RUN: "RunCheck",
} as const;

export const OccurrenceCheck: Resolvers["OccurrenceCheck"] = { __resolveType: (check) => NAMES[check.kind] };
export const ScheduleCheck: Resolvers["ScheduleCheck"] = { schedule: ({ description }) => description };
export const ExclusionCheck: Resolvers["ExclusionCheck"] = {
  calendar: ({ calendarId }, _, { loaders }) => (calendarId === null ? null : loaders.calendar.load(calendarId)),
};
export const RunCheck: Resolvers["RunCheck"] = {
  blockedBy: ({ run }, _, { loaders }) => (run?.blockedByRunId ? loaders.run.load(run.blockedByRunId) : null),
};

export async function explanation({ services, loaders }: Context, taskId: string, text: string) {
  const task = await loaders.task.load(taskId);
  const at = instant("at", text);
  if (!task || at === undefined) return null;
  const table = await timetableFor(services.store, task);
  const run = await services.store.occurrenceRun(taskId, at);
  const found = explainOccurrence(task, table, run, at, services.clock.now());
  const timezone = zoneOf(task.schedule);
  return {
    ...found,
    local: localTime(timezone, at).local,
    checks: [...found.checks],
    previous: found.previous && shownOccurrence(timezone, found.previous),
    next: found.next && shownOccurrence(timezone, found.next),
  };
}
