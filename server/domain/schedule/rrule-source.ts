// A recurrence rule as local times in a zone. By DESIGN §3.10 it is a fixed-time schedule; one that names every hour, or more, follows
// the clock as a cron expression with a `*` for the hour does.

import type { RruleSchedule } from "../timing.ts";
import { clockRules } from "./clock-rules.ts";
import { describeRrule } from "./describe-rrule.ts";
import { dateText, timeText } from "./local-text.ts";
import { compiledRrule } from "./rrule.ts";
import type { WallSchedule } from "./wall-source.ts";
import type { Zone } from "./zone.ts";

/** More than any offset: whatever the zone, its clock shows the start later. */
const DAY_BEFORE = 2 * 86_400;

/** @throws Error for a schedule that was never accepted */
export function rruleOnWall(schedule: RruleSchedule, zone: Zone): WallSchedule {
  const { times, start, parts } = compiledRrule(schedule);
  const wildcard = (parts.freq === "HOURLY" || parts.freq === "MINUTELY") && parts.lists.BYHOUR === undefined;
  const description = describeRrule(schedule);
  return {
    times,
    rules: clockRules(schedule, wildcard),
    zone,
    checks(local, ms, suffix) {
      const passed = ms === 0 && times.next(local, local + 1) === local;
      const shows = `${dateText(local)} ${timeText(local)}${suffix}`;
      const message = `the rule ${schedule.rule} from ${schedule.start.replace("T", " ")} ${passed ? "names" : "does not name"} ${shows}`;
      return [{ kind: "SCHEDULE", passed, message, description }];
    },
    begin: start - DAY_BEFORE,
  };
}
