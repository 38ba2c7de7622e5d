// Schedules: the interface and its three kinds.
import { formatDuration } from "../../domain/duration.ts";
import { describeSchedule } from "../../domain/schedule/index.ts";
import type { Resolvers } from "./generated.ts";

const NAMES = { CRON: "CronSchedule", ONCE: "OnceSchedule", EVERY: "EverySchedule" } as const;

export const Schedule: Resolvers["Schedule"] = { __resolveType: (schedule) => NAMES[schedule.kind] };
export const CronSchedule: Resolvers["CronSchedule"] = { description: describeSchedule };
export const OnceSchedule: Resolvers["OnceSchedule"] = { description: describeSchedule };
export const EverySchedule: Resolvers["EverySchedule"] = {
  description: describeSchedule,
  interval: (schedule) => formatDuration(schedule.intervalMs),
};
