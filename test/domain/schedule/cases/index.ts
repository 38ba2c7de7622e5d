// All hand-checked cases, and each as the engine takes it.

import { checkSchedule, type ScheduleInput } from "../../../../server/domain/input/schedule.ts";
import { checkEntries } from "../../../../server/domain/schedule/index.ts";
import type { Timing } from "../../../../server/domain/timing.ts";
import { calendar } from "../timings.ts";
import { ASIA_AND_AFRICA } from "./asia-africa.ts";
import { CRON_FIELDS } from "./fields.ts";
import { INTERVALS } from "./intervals.ts";
import { LEFT_OUT } from "./left-out.ts";
import { NORTH_AMERICA } from "./north-america.ts";
import { PACIFIC } from "./pacific.ts";
import { RRULES } from "./rrules.ts";
import { CHOSEN_RULES } from "./rules.ts";
import type { SourceName } from "./sources.ts";
import { SOUTH_AMERICA_AND_EUROPE } from "./south-america-europe.ts";
import { type Expected, type Group, type More, readRuns } from "./table.ts";

const GROUPS: readonly Group[] = [...NORTH_AMERICA, ...SOUTH_AMERICA_AND_EUROPE, ...PACIFIC, ...ASIA_AND_AFRICA, ...CHOSEN_RULES, ...CRON_FIELDS, ...RRULES, ...INTERVALS, ...LEFT_OUT];

export interface Case {
  readonly zone: string;
  /** The window in milliseconds, both ends included. */
  readonly from: number;
  readonly until: number;
  readonly schedule: string | ScheduleInput;
  readonly runs: readonly Expected[];
  readonly source: SourceName;
  readonly more: More;
  /** What was given: two cases of one name are the same. */
  readonly name: string;
  readonly startDay: string;
}

export const CASES: readonly Case[] = GROUPS.flatMap(({ zone, from, until, rows }) =>
  rows.map(([schedule, runs, source, more = {}]): Case => {
    const { omits: _, starts: __, ...given } = more;
    const words = typeof schedule === "string" ? schedule : JSON.stringify(schedule);
    const rest = Object.keys(given).length === 0 ? "" : ` ${JSON.stringify(given)}`;
    return {
      zone,
      from: Date.parse(from),
      until: Date.parse(until),
      schedule,
      runs: readRuns(runs, from),
      source,
      more,
      name: `${zone} ${from}: ${words}${rest}`,
      startDay: from,
    };
  }),
);

/** @throws Error when the API would refuse the case: a mistake in the table */
export function timingOf({ zone, schedule, more }: Case): { timing: Timing; calendars: Map<string, ReturnType<typeof calendar>> } {
  const { gap, repeat, seed = "task" } = more;
  const rules = { gap, repeat };
  const input: ScheduleInput = typeof schedule === "string" ? { cron: { expression: schedule, timezone: zone, ...rules } } : schedule.rrule ? { rrule: { ...schedule.rrule, ...rules } } : schedule;
  const checked = checkSchedule([], input, { now: 0, seed });
  if (!checked.ok) throw new Error(checked.errors[0]?.message);
  const entries = checkEntries(
    [],
    (more.calendar ?? []).map(([from, until]) => ({ from, until, label: null })),
  );
  if (!entries.ok) throw new Error(entries.errors[0]?.message);
  const instant = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));
  return {
    timing: {
      schedule: checked.value,
      exclusions: more.exclusions ?? [],
      startAt: instant(more.startAt),
      endAt: instant(more.endAt),
      jitterMs: more.jitterMs ?? 0,
      seed,
    },
    calendars: new Map([["holidays", calendar(entries.value, more.calendarZone ?? null)]]),
  };
}
