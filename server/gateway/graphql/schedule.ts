// Schedules: the interface and its kinds.
import { formatDuration } from "../../domain/duration.ts";
import { describeSchedule } from "../../domain/schedule/index.ts";
import type { Resolvers } from "./generated.ts";

const NAMES = {
  CRON: "CronSchedule",
  ONCE: "OnceSchedule",
  EVERY: "EverySchedule",
  RRULE: "RruleSchedule",
  STARTUP: "StartupSchedule",
  MANUAL: "ManualSchedule",
  UNION: "UnionSchedule",
} as const;

export const Schedule: Resolvers["Schedule"] = { __resolveType: (schedule) => NAMES[schedule.kind] };
export const CronSchedule: Resolvers["CronSchedule"] = { description: describeSchedule };
export const OnceSchedule: Resolvers["OnceSchedule"] = {
  description: describeSchedule,
  grace: ({ graceMs }) => (graceMs === undefined ? null : formatDuration(graceMs)),
};
export const EverySchedule: Resolvers["EverySchedule"] = {
  description: describeSchedule,
  interval: (schedule) => formatDuration(schedule.intervalMs),
  from: ({ after }) => (after === "END" ? "LAST_END" : "ANCHOR"),
};
export const RruleSchedule: Resolvers["RruleSchedule"] = { description: describeSchedule };
export const StartupSchedule: Resolvers["StartupSchedule"] = {
  description: describeSchedule,
  delay: ({ delayMs }) => formatDuration(delayMs),
};
export const ManualSchedule: Resolvers["ManualSchedule"] = { description: describeSchedule };
export const UnionSchedule: Resolvers["UnionSchedule"] = {
  description: describeSchedule,
  of: (schedule) => [...schedule.of],
};
