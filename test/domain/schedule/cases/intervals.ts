// Elapsed time, single instants and united schedules, over nights on which the clocks of others change.

import type { ScheduleInput } from "../../../../server/domain/input/schedule.ts";
import type { Group } from "./table.ts";

const NEW_YORK = "America/New_York";
const every = (interval: string, anchor: string): ScheduleInput => ({ every: { interval, anchor } });
const cron = (expression: string, timezone = NEW_YORK): ScheduleInput => ({ cron: { expression, timezone } });
const at = (instant: string): ScheduleInput => ({ once: { at: instant } });
const local = (text: string): ScheduleInput => ({ once: { local: text, timezone: NEW_YORK } });
const union = (...of: ScheduleInput[]): ScheduleInput => ({ union: { of } });
const daily = (start: string): ScheduleInput => ({ rrule: { rule: "FREQ=DAILY", start, timezone: NEW_YORK } });

export const INTERVALS: readonly Group[] = [
  {
    zone: NEW_YORK,
    from: "2026-03-08T05:30Z",
    until: "2026-03-08T08:00Z",
    about: "02:00 EST (-5) becomes 03:00 EDT (-4) at 07:00Z",
    rows: [
      [every("PT1H", "2026-03-08T05:00:00Z"), "06:00 07:00 08:00", "elapsed"],
      [every("PT90M", "2026-03-08T00:00:00Z"), "06:00 07:30", "elapsed"],
      [every("PT45M", "2026-03-08T00:00:00Z"), "06:00 06:45 07:30", "elapsed"],
      [every("PT1H", "2026-03-08T06:15:00Z"), "06:15 07:15", "elapsed"],
      [every("PT1H", "2026-03-08T09:00:00Z"), "", "elapsed"],
      [every("PT30M", "2026-03-08T02:00:00-05:00"), "07:00 07:30 08:00", "elapsed"],
      [{ every: { interval: "PT1H", phase: "PT5M" } }, "06:05 07:05", "elapsed"],
      [{ every: { interval: "P1D", phase: "PT7H" } }, "07:00", "elapsed"],
      [{ every: { interval: "PT1H", anchor: "2026-03-08T06:00:00Z", from: "LAST_END" } }, "06:00 07:00/assumed 08:00/assumed", "elapsed"],
      [at("2026-03-08T07:00:00Z"), "07:00", "once"],
      [at("2026-03-08T02:30:00-05:00"), "07:30", "once"],
      [at("2026-03-08T08:00:01Z"), "", "once"],
      [local("2026-03-08T03:00:00"), "07:00", "once"],
      [local("2026-03-08T01:59:59"), "06:59:59", "once"],
      [union(cron("30 2 * * *"), cron("0 3 * * *")), "07:00/moved", "union"],
      [union(cron("0 3 * * *"), every("PT1H", "2026-03-08T06:00:00Z")), "06:00 07:00 08:00", "union"],
      [union(cron("15 2 * * *"), cron("*/15 2 * * *")), "07:00/moved", "union"],
      [union(cron("0 2 * * *", "UTC"), daily("2026-03-01T02:30:00")), "07:00/moved", "union"],
      [union(at("2026-03-08T07:00:00Z"), cron("30 1,3 * * *")), "06:30 07:00 07:30", "union"],
      [union(cron("0 2 * * *"), cron("0 1 * * *", "Europe/London")), "07:00/moved", "union"],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-11-01T04:00Z",
    until: "2026-11-01T08:00Z",
    about: "02:00 EDT (-4) becomes 01:00 EST (-5) at 06:00Z",
    rows: [
      [every("PT1H", "2026-11-01T04:30:00Z"), "04:30 05:30 06:30 07:30", "elapsed"],
      [at("2026-11-01T01:30:00-04:00"), "05:30", "once"],
      [at("2026-11-01T01:30:00-05:00"), "06:30", "once"],
      [union(cron("30 1 * * *"), every("PT1H", "2026-11-01T04:30:00Z")), "04:30 05:30/first 06:30 07:30", "union"],
      [union(cron("30 1 * * *"), cron("*/30 1 * * *")), "05:00 05:30/first 06:00/again 06:30/again", "union"],
      [union(cron("0 1 * * *"), cron("0 6 * * *", "UTC")), "05:00/first 06:00", "union"],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-03-06T00:00Z",
    until: "2026-03-10T00:00Z",
    about: "New York changes on the 8th, London on the 29th: for three weeks they are four hours apart, not five",
    rows: [
      [every("PT24H", "2026-03-06T07:30:00Z"), "07:30 07T07:30 08T07:30 09T07:30", "elapsed"],
      [every("P1D", "2026-03-01T02:30:00-05:00"), "07:30 07T07:30 .. 09T07:30", "elapsed"],
      [every("PT36H", "2026-03-06T12:00:00Z"), "12:00 08T00:00 09T12:00", "elapsed"],
      [every("P1W", "2026-03-01T12:00:00Z"), "08T12:00", "elapsed"],
      [union(cron("0 9 * * *"), cron("0 14 * * *", "Europe/London")), "14:00 07T14:00 08T13:00 08T14:00 09T13:00 09T14:00", "union"],
      [union(cron("0 9 * * *"), every("P1D", "2026-03-06T14:00:00Z")), "14:00 07T14:00 08T13:00 08T14:00 09T13:00 09T14:00", "union"],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-03-28T00:00Z",
    until: "2026-03-31T00:00Z",
    about: "London changes on the 29th: five hours apart again",
    rows: [[union(cron("0 9 * * *"), cron("0 14 * * *", "Europe/London")), "13:00 28T14:00 29T13:00 30T13:00", "union"]],
  },
];
