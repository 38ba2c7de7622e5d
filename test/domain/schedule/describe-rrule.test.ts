// Recurrence rules in words: each sentence is read against what the rule does, so that none says less or more.

import { expect, test } from "vitest";
import { describeRrule } from "../../../server/domain/schedule/describe-rrule.ts";
import { parseRrule } from "../../../server/domain/schedule/rrule.ts";

const ROWS: readonly (readonly [rule: string, words: string])[] = [
  ["FREQ=DAILY", "Every day at 09:00"],
  ["FREQ=WEEKLY", "Every week on Monday at 09:00"],
  ["FREQ=MONTHLY", "Every month on the 5th day at 09:00"],
  ["FREQ=YEARLY", "Every year on 5 January at 09:00"],
  ["FREQ=HOURLY", "Every hour at minute 00"],
  ["FREQ=MINUTELY", "Every minute"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday at 09:00"],
  ["FREQ=MONTHLY;BYDAY=2TU,-2TH", "Every month on the 2nd Tuesday and the 2nd to last Thursday at 09:00"],
  ["FREQ=MONTHLY;BYDAY=MO", "Every month on every Monday at 09:00"],
  ["FREQ=MONTHLY;BYMONTHDAY=1,15,-2,-1", "Every month on the 1st, 15th, 2nd to last and last day at 09:00"],
  ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Every month on the 13th day if it is Friday at 09:00"],
  ["FREQ=MONTHLY;BYDAY=FR,SA;BYMONTHDAY=13", "Every month on the 13th day if it is Friday or Saturday at 09:00"],
  [
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "Every month on every Monday through Friday at 09:00, only the last of these in each month",
  ],
  ["FREQ=DAILY;INTERVAL=2;COUNT=5", "Every 2 days at 09:00, 5 times from 2026-01-05 09:00 on"],
  ["FREQ=DAILY;COUNT=1", "Every day at 09:00, 1 time from 2026-01-05 09:00 on"],
  [
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;BYHOUR=9,17;BYMINUTE=30",
    "Every 2 weeks on Monday and Friday at 09:30 and 17:30, counted from 2026-01-05 09:00",
  ],
  ["FREQ=YEARLY;BYMONTH=1,6", "Every year in January and June on the 5th day of the month at 09:00"],
  ["FREQ=YEARLY;BYDAY=20MO", "Every year on the 20th Monday of the year at 09:00"],
  ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "Every year in November on the 4th Thursday of the month at 09:00"],
  ["FREQ=YEARLY;BYWEEKNO=20", "Every year in week 20 of the year on Monday at 09:00"],
  ["FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=SA", "Every year in the 20th and last week of the year on Saturday at 09:00"],
  ["FREQ=YEARLY;BYYEARDAY=1,100,-1", "Every year on the 1st, 100th and last day of the year at 09:00"],
  ["FREQ=MINUTELY;INTERVAL=15;BYHOUR=9,10", "Every 15 minutes in the hours 09 and 10, counted from 2026-01-05 09:00"],
  ["FREQ=MINUTELY;BYSECOND=0,30", "Every minute at second 00 and 30"],
  ["FREQ=HOURLY;BYMINUTE=0,30;BYDAY=MO", "Every hour on Monday at minute 00 and 30"],
  ["FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6;BYMINUTE=5", "Every day at minute 05 in the hours 00, 01, 02, 03, 04, 05 and 06"],
  ["FREQ=DAILY;UNTIL=20301231", "Every day at 09:00, until 2030-12-31"],
  ["FREQ=DAILY;UNTIL=20301231T120000Z", "Every day at 09:00, until 2030-12-31 13:00"],
];

for (const [rule, words] of ROWS) {
  test(`${rule}: ${words}`, () => {
    const parsed = parseRrule([], rule, "2026-01-05T09:00:00", "Europe/Berlin");
    expect(parsed.ok && describeRrule(parsed.value)).toBe(words);
  });
}
