// Task, its policies and its occurrences.
import { formatDuration } from "../../domain/duration.ts";
import { RequestError } from "../../domain/errors.ts";
import { MAX_PAGE_SIZE } from "../../domain/limits.ts";
import { localTime, type NotedInstant, nextOccurrence } from "../../domain/schedule/index.ts";
import type { Schedule } from "../../domain/types.ts";
import { runConnection } from "./filters.ts";
import type { Resolvers } from "./generated.ts";

/** The zone that a schedule's local times are shown in. */
export const zoneOf = (schedule: Schedule): string => ("timezone" in schedule && schedule.timezone) || "UTC";

export const shownOccurrence = (timezone: string, { at, note }: NotedInstant) => ({
  at,
  ...localTime(timezone, at),
  note,
});

/** The next occurrences by the schedule alone, soonest first. @throws RequestError OUT_OF_RANGE */
export function upcoming(schedule: Schedule, after: number, first: number): NotedInstant[] {
  if (first < 1 || first > MAX_PAGE_SIZE)
    throw new RequestError("OUT_OF_RANGE", `first ${first} is outside 1 to ${MAX_PAGE_SIZE}.`);
  const found: NotedInstant[] = [];
  for (let at = after; found.length < first; ) {
    const next = nextOccurrence(schedule, at);
    if (!next) break;
    found.push(next);
    at = next.at;
  }
  return found;
}

export const Task: Resolvers["Task"] = {
  timeout: (task) => formatDuration(task.timeoutMs),
  catchUpWindow: (task) => formatDuration(task.catchUpWindowMs),
  nextRunAt: (task) => (task.state === "ACTIVE" && task.deletedAt === null ? task.nextRunAt : null),
  upcoming: (task, { first }, { services }) => {
    if (task.state !== "ACTIVE" || task.deletedAt !== null) return [];
    const timezone = zoneOf(task.schedule);
    return upcoming(task.schedule, services.clock.now(), first ?? 5).map((occurrence) =>
      shownOccurrence(timezone, occurrence),
    );
  },
  lastRun: (task, _, { loaders }) => loaders.lastRun.load(task.id),
  runs: (task, args, context) => runConnection(context, { ...args, orderBy: args.orderBy }, task.id),
};

export const RetryPolicy: Resolvers["RetryPolicy"] = {
  initialDelay: (retry) => formatDuration(retry.initialDelayMs),
  maxDelay: (retry) => formatDuration(retry.maxDelayMs),
};
