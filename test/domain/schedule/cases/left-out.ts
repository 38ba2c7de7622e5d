// What is left out, bounded and spread: exclusions, calendars, startAt and endAt, jitter, around clock changes.

import type { ScheduleInput } from "../../../../server/domain/input/schedule.ts";
import { days, type Group, HOLIDAYS, times } from "./table.ts";

const NEW_YORK = "America/New_York";
const halfHours: ScheduleInput = { every: { interval: "PT30M", anchor: "2026-03-29T00:00:00Z" } };
const hourly: ScheduleInput = { every: { interval: "PT1H", anchor: "2026-03-08T05:15:00Z" } };
const closed = (...calendar: (readonly [string, string])[]) => ({ exclusions: [HOLIDAYS], calendar });
const without = (...exclusions: ReturnType<typeof times>[]) => ({ exclusions });

export const LEFT_OUT: readonly Group[] = [
  {
    zone: NEW_YORK,
    from: "2026-03-08T04:00Z",
    until: "2026-03-09T05:00Z",
    about: "8 March has 23 hours in New York: 05:00Z to 04:00Z",
    rows: [
      ["0 */6 * * *", "09T04:00", "excluded days", without(days("2026-03-08"))],
      ["0 */6 * * *", "05:00 10:00 16:00 22:00 09T04:00", "excluded days", without(days("2026-03-07"))],
      ["0 */6 * * *", "", "excluded days", without(days("2026-03-08", "2026-03-09"))],
      ["0 */6 * * *", "16:00 22:00 09T04:00", "excluded days", without(days("2026-03-08", "2026-03-08", "Asia/Tokyo"))],
      ["0 23,0 * * *", "04:00 09T04:00", "excluded days", without(days("2026-03-08"))],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-11-01T03:00Z",
    until: "2026-11-02T06:00Z",
    about: "1 November has 25 hours in New York: 04:00Z to 05:00Z",
    rows: [
      ["0 */6 * * *", "02T05:00", "excluded days", without(days("2026-11-01"))],
      ["0 23,0 * * *", "03:00 02T05:00", "excluded days", without(days("2026-11-01"))],
      ["0 23,0 * * *", "02T04:00 02T05:00", "excluded days", without(days("2026-10-31", "2026-11-01", "UTC"))],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-11-01T04:30Z",
    until: "2026-11-01T07:30Z",
    about: "02:00 EDT (-4) becomes 01:00 EST (-5) at 06:00Z; the window is 00:30 EDT to 02:30 EST",
    rows: [
      ["*/30 * * * *", "04:30 07:00 07:30", "excluded", { ...without(times("* 1 * * *")), omits: "05:00/excluded 05:30/excluded 06:00/excluded 06:30/excluded" }],
      ["*/30 * * * *", "04:30 05:00 06:00/again 07:00 07:30", "excluded", without(times("30 1 * * *"))],
      ["*/30 * * * *", "04:30 05:00 05:30 06:30/again 07:00 07:30", "excluded", without(times("0 6 * * *", "UTC"))],
      ["30 1 * * *", "", "excluded", without(times("30 1 * * *"))],
      ["30 1 * * *", "06:30/second", "excluded", { ...without(times("30 5 * * *", "UTC")), repeat: "SECOND" }],
      ["30 1 * * *", "06:30/again", "excluded", { ...without(times("30 5 * * *", "UTC")), repeat: "BOTH" }],
      ["*/30 * * * *", "04:30 07:00 07:30", "calendar", closed(["2026-11-01T01:00", "2026-11-01T02:00"])],
      ["*/30 * * * *", "05:00 05:30 06:00/again 06:30/again 07:00 07:30", "calendar", closed(["2026-11-01T00:30", "2026-11-01T01:00"])],
      ["*/30 * * * *", "04:30 05:00 05:30 07:00 07:30", "calendar", { ...closed(["2026-11-01T06:00", "2026-11-01T07:00"]), calendarZone: "UTC" }],
      ["*/30 * * * *", "04:30 06:00/again 06:30/again 07:00 07:30", "calendar", { ...closed(["2026-11-01T06:00", "2026-11-01T07:00"]), calendarZone: "Europe/Berlin" }],
      ["*/30 * * * *", "", "calendar", closed(["2026-11-01", "2026-11-01"])],
      ["*/30 * * * *", "04:30 07:30", "calendar", closed(["2026-11-01T01:00", "2026-11-01T01:45"], ["2026-11-01T01:30", "2026-11-01T02:30"])],
    ],
  },
  {
    zone: "Europe/Berlin",
    from: "2026-03-29T00:00Z",
    until: "2026-03-29T03:00Z",
    about: "02:00 CET (+1) becomes 03:00 CEST (+2) at 01:00Z; the window is 01:00 to 05:00",
    rows: [
      ["30 2 * * *", "", "excluded", { ...without(times("0 3 * * *")), omits: "01:00/excluded" }],
      ["30 2 * * *", "01:00/moved", "excluded", without(times("30 2 * * *"))],
      ["30 2 * * *", "01:00/moved", "excluded", without(times("* 2 * * *"))],
      ["30 2 * * *", "", "excluded", { ...without(times("59 1 * * *")), gap: "PREVIOUS_VALID" }],
      ["30 2 * * *", "00:59:59/moved", "excluded", { ...without(times("0 59 1 * * *")), gap: "PREVIOUS_VALID" }],
      ["30 2 * * *", "01:00/moved", "calendar", closed(["2026-03-29T02:00", "2026-03-29T03:00"])],
      ["30 2 * * *", "", "calendar", closed(["2026-03-29T03:00", "2026-03-29T03:01"])],
      ["0 * * * *", "00:00 01:00 02:00 03:00", "excluded days", without(days("2026-03-29", "2026-03-29", NEW_YORK))],
      ["0 * * * *", "", "excluded days", without(days("2026-03-28", "2026-03-28", NEW_YORK))],
      [halfHours, "00:00 00:30 .. 03:00", "excluded", without(times("* 2 * * *", "Europe/Berlin"))],
      [halfHours, "00:00 00:30 02:00 02:30 03:00", "excluded", without(times("* 3 * * *", "Europe/Berlin"))],
    ],
  },
  {
    zone: "Pacific/Apia",
    from: "2011-12-29T12:00Z",
    until: "2012-01-01T00:00Z",
    about: "30 December 2011 did not exist",
    rows: [
      ["0 12 * * *", "29T22:00 30T22:00 31T22:00", "excluded days", without(days("2011-12-30"))],
      ["0 12 * * *", "29T22:00 31T22:00", "excluded days", without(days("2011-12-31"))],
      ["0 12 * * *", "31T22:00", "excluded days", without(days("2011-12-29", "2011-12-31"))],
    ],
  },
  {
    zone: "UTC",
    from: "2026-03-07T00:00Z",
    until: "2026-03-09T23:59Z",
    about: "8 March is 07T10:00Z to 08T10:00Z on Kiritimati (+14), 08T10:00Z to 09T10:00Z in Honolulu (-10)",
    rows: [
      ["0 12 * * *", "08T12:00 09T12:00", "excluded days", without(days("2026-03-08", "2026-03-08", "Pacific/Kiritimati"))],
      ["0 12 * * *", "07T12:00 09T12:00", "excluded days", without(days("2026-03-08", "2026-03-08", "Pacific/Honolulu"))],
      ["0 12 * * *", "08T12:00 09T12:00", "calendar", { ...closed(["2026-03-08", "2026-03-08"]), calendarZone: "Pacific/Kiritimati" }],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-03-08T05:30Z",
    until: "2026-03-08T08:00Z",
    about: "02:00 EST (-5) becomes 03:00 EDT (-4) at 07:00Z; the window is 00:30 to 04:00",
    rows: [
      ["30 2 * * *", "07:00/moved", "bounds", { startAt: "2026-03-08T07:00:00Z" }],
      ["30 2 * * *", "", "bounds", { startAt: "2026-03-08T07:00:00.001Z" }],
      ["30 2 * * *", "07:00/moved", "bounds", { endAt: "2026-03-08T07:00:00Z" }],
      ["30 2 * * *", "", "bounds", { endAt: "2026-03-08T06:59:59.999Z" }],
      ["0 * * * *", "06:00 07:00", "bounds", { startAt: "2026-03-08T06:00:00Z", endAt: "2026-03-08T07:00:00Z" }],
      ["30 1-3 * * *", "07:00/moved", "bounds", { startAt: "2026-03-08T06:45:00Z", endAt: "2026-03-08T07:15:00Z" }],
      [hourly, "06:15 07:15", "bounds", { startAt: "2026-03-08T06:00:00Z" }],
      // The seed backup has the share 0.63421 of its window: 1141 of 1800 s, 2283 of 3600 s, 4566 of 7200 s.
      ["30 1-3 * * *", "06:30/later 07:00/moved+later 07:30/later", "jitter", { jitterMs: 3_600_000, seed: "backup", starts: "06:49:01 07:19:01 08:08:03" }],
    ],
  },
  {
    zone: NEW_YORK,
    from: "2026-11-01T04:00Z",
    until: "2026-11-01T08:00Z",
    about: "02:00 EDT (-4) becomes 01:00 EST (-5) at 06:00Z; the window is 00:00 EDT to 03:00 EST",
    rows: [
      ["30 1 * * *", "", "bounds", { startAt: "2026-11-01T06:00:00Z" }],
      ["30 1 * * *", "06:30/again", "bounds", { repeat: "BOTH", startAt: "2026-11-01T05:31:00Z" }],
      ["30 1 * * *", "05:30", "bounds", { repeat: "BOTH", endAt: "2026-11-01T06:00:00Z" }],
      ["*/30 1 * * *", "05:30 06:00/again", "bounds", { startAt: "2026-11-01T05:30:00Z", endAt: "2026-11-01T06:00:00Z" }],
      ["30 1 * * *", "05:30/first", "bounds", { endAt: "2026-11-01T05:30:00Z" }],
      // The seed report has the share 0.68637: 2470 of 3600 s, 4941 of 7200 s.
      ["0 0-3 * * *", "04:00/later 05:00/first+later 07:00/later 08:00/later", "jitter", { jitterMs: 7_200_000, seed: "report", starts: "04:41:10 06:22:21 07:41:10 09:22:21" }],
    ],
  },
  {
    zone: "UTC",
    from: "2026-06-01T00:00Z",
    until: "2026-06-01T02:00Z",
    about: "nightly has the share 0.17378 (10 of 60 s, 104 of 600 s), feed 0.91762 (3303 of 3600 s), backup as above",
    rows: [
      ["0 * * * *", "00:00/later 01:00/later 02:00/later", "jitter", { jitterMs: 3_600_000, seed: "backup", starts: "00:38:03 01:38:03 02:38:03" }],
      ["0 * * * *", "00:00/later 01:00/later", "jitter", { jitterMs: 7_200_000, seed: "backup", endAt: "2026-06-01T01:00:00Z", starts: "00:38:03 02:16:06" }],
      ["0 * * * *", "00:00/later 02:00/later", "jitter", { ...without(times("0 1 * * *")), jitterMs: 7_200_000, seed: "backup", starts: "01:16:06 02:38:03" }],
      ["*/10 0 * * *", "00:00/later 00:10/later 00:20/later 00:30/later 00:40/later 00:50/later", "jitter", { jitterMs: 600_000, seed: "nightly", starts: "00:01:44 00:11:44 .. 00:51:44" }],
      ["0 1 * * *", "01:00/later", "jitter", { jitterMs: 60_000, seed: "nightly", starts: "01:00:10" }],
      [{ once: { at: "2026-06-01T01:00:00Z" } }, "01:00/later", "jitter", { jitterMs: 3_600_000, seed: "feed", starts: "01:55:03" }],
    ],
  },
];
