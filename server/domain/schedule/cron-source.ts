// A cron schedule as local times in a zone: its compiled spec and the clock-change rules that hold for it.

import type { CronSchedule } from "../timing.ts";
import { clockRules } from "./clock-rules.ts";
import { parseCron } from "./cron-parse.ts";
import { explainCron } from "./explain-cron.ts";
import { cronTimes } from "./local-search.ts";
import type { WallSchedule } from "./wall-source.ts";
import type { Zone } from "./zone.ts";

/** 1969-12-30: before the first year that a spec can name, in every zone. */
const FIRST_NAMED_SECOND = -2 * 86_400;

/** @throws Error for a schedule that was never accepted */
export function cronOnWall(schedule: CronSchedule, zone: Zone): WallSchedule {
  const parsed = parseCron(schedule.expression, schedule.seed);
  if (!parsed.ok) throw new Error(parsed.message);
  const { spec, explained } = parsed;
  return {
    times: cronTimes(spec),
    rules: clockRules(schedule, spec.wildcard),
    zone,
    checks: (local, ms, suffix) => explainCron(explained(), local, ms, suffix),
    begin: spec.years === null ? null : FIRST_NAMED_SECOND,
  };
}
