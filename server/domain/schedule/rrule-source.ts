// A recurrence rule as local times in a zone: a fixed-time schedule by DESIGN §3.10.

import type { RruleSchedule } from "../timing.ts";
import { clockRules } from "./clock-rules.ts";
import { compiledRrule } from "./rrule.ts";
import type { WallSchedule } from "./wall-source.ts";
import type { Zone } from "./zone.ts";

/** More than any offset: whatever the zone, its clock shows the start later. */
const DAY_BEFORE = 2 * 86_400;

/** @throws Error for a schedule that was never accepted */
export function rruleOnWall(schedule: RruleSchedule, zone: Zone): WallSchedule {
  const { times, start } = compiledRrule(schedule);
  return { times, rules: clockRules(schedule, false), zone, begin: start - DAY_BEFORE };
}
