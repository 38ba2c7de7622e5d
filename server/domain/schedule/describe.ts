// A schedule in English words, 24-hour clock. Never throws for a schedule that was accepted, never decides anything.

import type { EverySchedule, OnceSchedule, Schedule, UnitedSchedule } from "../types.ts";
import { describeCron } from "./describe-cron.ts";
import { describeRrule } from "./describe-rrule.ts";
import { clockText, dateText, offsetText } from "./local-text.ts";
import { instantsOf } from "./local-time.ts";
import { zoneOf } from "./zone.ts";

/** For example `At 02:30, Monday through Friday`, `Every 90 minutes`, `Once at 2026-11-23 02:30 (Europe/Berlin)`. */
export function describeSchedule(schedule: Schedule): string {
  switch (schedule.kind) {
    case "UNION":
      return joined(schedule.of.map((member) => [plainWords(member), ...ruleWords(member)].join(", ")));
    case "STARTUP":
      return schedule.delayMs === 0
        ? "Whenever a scheduler starts"
        : `${elapsedWords(schedule.delayMs)} after a scheduler starts`;
    case "MANUAL":
      return "By hand or as a follow-up only";
    default:
      return [plainWords(schedule), ...ruleWords(schedule)].join("; ");
  }
}

function plainWords(schedule: UnitedSchedule): string {
  switch (schedule.kind) {
    case "CRON":
      return describeCron(schedule.expression, schedule.seed);
    case "ONCE":
      return describeOnce(schedule);
    case "EVERY":
      return describeEvery(schedule);
    case "RRULE":
      return describeRrule(schedule);
  }
}

const GAP_WORDS = {
  NEXT_VALID: "a time left out by a clock change runs right after it",
  PREVIOUS_VALID: "a time left out by a clock change runs in the last second before it",
  SKIP: "a time left out by a clock change is skipped",
} as const;
const REPEAT_WORDS = {
  FIRST: "a time that comes twice runs the first time",
  SECOND: "a time that comes twice runs the second time",
  BOTH: "a time that comes twice runs both times",
} as const;

/** Only the rules that were chosen. */
function ruleWords(schedule: UnitedSchedule): string[] {
  if (schedule.kind !== "CRON" && schedule.kind !== "RRULE") return [];
  const { gap, repeat } = schedule;
  return [...(gap ? [GAP_WORDS[gap]] : []), ...(repeat ? [REPEAT_WORDS[repeat]] : [])];
}

const describeEvery = ({ intervalMs, after }: EverySchedule): string =>
  after === "END" ? `${elapsedWords(intervalMs)} after each run's end` : `Every ${durationWords(intervalMs)}`;

/** Each begins with a capital; within a sentence only the first does. */
const joined = (parts: readonly string[]): string =>
  parts.map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1))).join("; and ");

/** The offset is shown only where the local time alone would mean two instants. */
function describeOnce({ at, timezone }: OnceSchedule): string {
  const name = timezone ?? "UTC";
  const second = Math.floor(at / 1000);
  const zone = zoneOf(name);
  const offset = zone.offsetAt(second);
  const twice = instantsOf(zone, second + offset).length > 1 ? `, ${offsetText(offset)}` : "";
  return `Once at ${dateText(second + offset)} ${clockText(second + offset)} (${name}${twice})`;
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;
/** Above this a number of units says less than a sum of larger ones. */
const MOST_UNITS = 600;

/** `1 hour`, `90 minutes`, `24 hours`. */
export const elapsedWords = (lengthMs: number): string => durationWords(lengthMs).replace(/^(?=[a-z])/, "1 ");

/** Elapsed time: 90 minutes, 24 hours, 7 days, 1 day 1 second. A single day is 24 hours, for it follows no calendar. */
export function durationWords(lengthMs: number): string {
  if (lengthMs === 86_400_000) return "24 hours";
  for (const [unit, sizeMs] of UNITS) {
    const count = lengthMs / sizeMs;
    if (count === 1) return unit;
    if (Number.isInteger(count) && count <= MOST_UNITS) return `${count} ${unit}s`;
  }
  let left = lengthMs;
  const words: string[] = [];
  for (const [unit, sizeMs] of UNITS) {
    const count = unit === "second" ? left / sizeMs : Math.floor(left / sizeMs);
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
    left -= count * sizeMs;
  }
  return words.join(" ");
}
