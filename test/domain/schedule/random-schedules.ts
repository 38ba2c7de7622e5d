// Random schedules of every kind that names instants, with and without rules for clock changes, for the property tests.

import fc from "fast-check";
import { GAP_RULES, REPEAT_RULES } from "../../../server/domain/timing.ts";
import type {
  ClockChangeRules,
  CronSchedule,
  EverySchedule,
  RruleSchedule,
  Schedule,
  UnitedSchedule,
} from "../../../server/domain/types.ts";
import { cron, dialectExpressions, expressions, instants, zones } from "./arbitraries.ts";
import { accepted } from "./timings.ts";

const rules: fc.Arbitrary<ClockChangeRules> = fc
  .tuple(fc.constantFrom(undefined, ...GAP_RULES), fc.constantFrom(undefined, ...REPEAT_RULES))
  .map(([gap, repeat]) => ({ ...(gap && { gap }), ...(repeat && { repeat }) }));

export const crons: fc.Arbitrary<CronSchedule> = fc
  .tuple(zones, fc.oneof({ weight: 3, arbitrary: expressions }, dialectExpressions).filter(accepted), rules)
  .map(([zone, text, chosen]) => ({ ...cron(zone, text), ...chosen }));

/** Most of them between 0 and 3 o'clock, where clocks change. */
export const rrules: fc.Arbitrary<RruleSchedule> = fc
  .tuple(
    zones,
    fc.constantFrom(
      "FREQ=DAILY",
      "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,30",
      "FREQ=HOURLY;INTERVAL=5",
      "FREQ=MINUTELY;INTERVAL=45",
      "FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;BYMINUTE=30;BYSECOND=0",
      "FREQ=MONTHLY;BYDAY=-1SU;BYHOUR=1,2",
      "FREQ=MONTHLY;BYMONTHDAY=30,31;COUNT=400",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
      "FREQ=YEARLY;INTERVAL=7;BYMONTH=10;BYDAY=-1SU",
    ),
    fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2030, 0, 1) }),
    rules,
  )
  .map(([timezone, rule, start, chosen]) => ({
    kind: "RRULE",
    rule,
    start: new Date(Math.floor(start / 1000) * 1000).toISOString().slice(0, 19),
    timezone,
    ...chosen,
  }));

export const everys: fc.Arbitrary<EverySchedule> = fc.record({
  kind: fc.constant("EVERY" as const),
  intervalMs: fc.integer({ min: 1000, max: 40 * 86_400_000 }),
  anchor: instants,
});
const onces = instants.map((at) => ({ kind: "ONCE" as const, at, timezone: null }));
const united: fc.Arbitrary<UnitedSchedule> = fc.oneof(
  { weight: 4, arbitrary: crons },
  { weight: 2, arbitrary: rrules },
  { weight: 1, arbitrary: everys },
  { weight: 1, arbitrary: onces },
);
export const unions = fc.array(united, { minLength: 2, maxLength: 4 }).map((of) => ({ kind: "UNION" as const, of }));
export const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  { weight: 3, arbitrary: united },
  { weight: 1, arbitrary: unions },
);
