// Recurrence rules of RFC 5545 across clock changes and on the calendar. Without a rule of their own they are fixed-time.

import type { ScheduleInput } from "../../../../server/domain/input/schedule.ts";
import type { Group } from "./table.ts";

const inZone =
  (timezone: string) =>
  (rule: string, start: string): ScheduleInput => ({ rrule: { rule: `FREQ=${rule}`, start, timezone } });
const newYork = inZone("America/New_York");
const berlin = inZone("Europe/Berlin");
/** From New Year 2026, a Thursday. */
const utc = (rule: string): ScheduleInput => inZone("UTC")(rule, "2026-01-01T00:00:00");
const WORKDAYS = "BYDAY=MO,TU,WE,TH,FR";

export const RRULES: readonly Group[] = [
  {
    zone: "America/New_York",
    from: "2026-03-07T00:00Z",
    until: "2026-03-11T00:00Z",
    about: "02:00 EST (-5) becomes 03:00 EDT (-4) at 07:00Z on the 8th",
    rows: [
      [newYork("DAILY", "2026-03-06T02:30:00"), "07T07:30 08T07:00/moved 09T06:30 10T06:30", "rrule fixed"],
      [newYork("DAILY;COUNT=3", "2026-03-07T02:30:00"), "07:30 08T07:00/moved 09T06:30", "RFC 5545 ends"],
      [newYork("DAILY;UNTIL=20260309T063000Z", "2026-03-08T02:30:00"), "08T07:00/moved 09T06:30", "RFC 5545 ends"],
      [newYork("DAILY;UNTIL=20260309T062959Z", "2026-03-08T02:30:00"), "08T07:00/moved", "RFC 5545 ends"],
      [newYork("DAILY;UNTIL=20260308T065959Z", "2026-03-07T02:30:00"), "07:30", "RFC 5545 ends"],
      [newYork("DAILY;UNTIL=20260308", "2026-03-07T02:30:00"), "07:30 08T07:00/moved", "RFC 5545 ends"],
      [newYork("WEEKLY;BYDAY=SU", "2026-03-01T02:30:00"), "08T07:00/moved", "rrule fixed"],
      [newYork("YEARLY;BYMONTH=3;BYDAY=2SU", "2026-01-01T02:30:00"), "08T07:00/moved", "RFC 5545 by"],
      [newYork("DAILY", "2026-03-08T02:30:00"), "09T06:30 10T06:30", "gap SKIP", { gap: "SKIP" }],
      [newYork("DAILY;COUNT=2", "2026-03-08T02:30:00"), "09T06:30", "gap SKIP", { gap: "SKIP" }],
    ],
  },
  {
    zone: "America/New_York",
    from: "2026-03-08T05:30Z",
    until: "2026-03-08T08:00Z",
    about: "02:00 EST (-5) becomes 03:00 EDT (-4) at 07:00Z; the window is 00:30 to 04:00",
    rows: [
      [newYork("HOURLY", "2026-03-08T00:30:00"), "05:30 06:30 07:30", "rrule follows"],
      [newYork("HOURLY", "2026-03-08T00:00:00"), "06:00 07:00 08:00", "rrule follows"],
      [newYork("HOURLY", "2026-03-08T00:30:00"), "05:30 06:30 07:30", "gap SKIP", { gap: "SKIP" }],
      [newYork("MINUTELY;INTERVAL=20;BYHOUR=2", "2026-03-08T00:00:00"), "07:00/moved", "rrule fixed"],
    ],
  },
  {
    zone: "America/New_York",
    from: "2026-11-01T04:00Z",
    until: "2026-11-01T09:00Z",
    about: "02:00 EDT (-4) becomes 01:00 EST (-5) at 06:00Z; the window is 00:00 EDT to 04:00 EST",
    rows: [
      [newYork("HOURLY", "2026-10-31T00:00:00"), "04:00 05:00 06:00/again 07:00 08:00 09:00", "rrule follows"],
      [newYork("HOURLY", "2026-10-31T00:00:00"), "04:00 05:00 06:00/again 07:00 08:00 09:00", "repeat BOTH", { repeat: "BOTH" }],
      [newYork("DAILY", "2026-10-31T01:30:00"), "05:30/first", "rrule fixed"],
      [newYork("DAILY", "2026-10-31T01:30:00"), "06:30/second", "repeat SECOND", { repeat: "SECOND" }],
      [newYork("MINUTELY;INTERVAL=30;BYHOUR=1", "2026-10-31T00:00:00"), "05:00/first 05:30/first", "rrule fixed"],
      [newYork("HOURLY;INTERVAL=2", "2026-10-31T23:00:00"), "05:00 06:00/again 08:00", "RFC 5545 freq"],
    ],
  },
  {
    zone: "Europe/Berlin",
    from: "2026-01-01T00:00Z",
    until: "2026-06-30T00:00Z",
    about: "+1, from 29 March +2: 02:30 is 01:30Z, then 00:30Z",
    rows: [
      [berlin("MONTHLY;BYDAY=-1SU", "2026-01-25T02:30:00"), "25T01:30 02-22T01:30 03-29T01:00/moved 04-26T00:30 05-31T00:30 06-28T00:30", "rrule fixed"],
      [berlin("YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=2,3", "2026-01-01T00:00:00"), "03-29T01:00/joined", "gap merged"],
    ],
  },
  {
    zone: "Europe/Berlin",
    from: "2026-08-01T00:00Z",
    until: "2026-12-31T00:00Z",
    about: "+2, from 25 October +1: 02:30 is 00:30Z, then 01:30Z",
    rows: [[berlin("MONTHLY;BYDAY=-1SU", "2026-01-25T02:30:00"), "30T00:30 09-27T00:30 10-25T00:30/first 11-29T01:30 12-27T01:30", "rrule fixed"]],
  },
  {
    zone: "America/New_York",
    from: "1997-08-01T00:00Z",
    until: "1997-12-31T00:00Z",
    about: "the RFC's own example of what WKST does; 09:00 EDT is 13:00Z",
    rows: [
      [newYork("WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05T09:00:00"), "05T13:00 10T13:00 19T13:00 24T13:00", "RFC 5545 freq"],
      [newYork("WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05T09:00:00"), "05T13:00 17T13:00 19T13:00 31T13:00", "RFC 5545 freq"],
    ],
  },
  {
    zone: "UTC",
    from: "2026-01-01T00:00Z",
    until: "2026-12-31T23:59Z",
    about: "the year 2026 from 1 January, a Thursday",
    rows: [
      [utc(`MONTHLY;${WORKDAYS};BYSETPOS=-1`), "01-30 02-27 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31", "RFC 5545 setpos"],
      [utc(`MONTHLY;${WORKDAYS};BYSETPOS=1`), "01-01 02-02 03-02 04-01 05-01 06-01 07-01 08-03 09-01 10-01 11-02 12-01", "RFC 5545 setpos"],
      [utc("MONTHLY;BYDAY=TU,TH;BYSETPOS=2"), "01-06 02-05 03-05 04-07 05-07 06-04 07-07 08-06 09-03 10-06 11-05 12-03", "RFC 5545 setpos"],
      [utc("MONTHLY;BYMONTHDAY=-1"), "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31", "RFC 5545 by"],
      [utc("MONTHLY;BYMONTHDAY=31"), "01-31 03-31 05-31 07-31 08-31 10-31 12-31", "RFC 5545 by"],
      [utc("MONTHLY;BYDAY=FR;BYMONTHDAY=13"), "02-13 03-13 11-13", "RFC 5545 by"],
      [utc("MONTHLY;BYDAY=5MO"), "03-30 06-29 08-31 11-30", "RFC 5545 by"],
      [utc("MONTHLY;INTERVAL=3;BYDAY=1MO"), "01-05 04-06 07-06 10-05", "RFC 5545 freq"],
      [utc("YEARLY;BYYEARDAY=60"), "03-01", "leap years"],
      [utc("YEARLY;BYYEARDAY=-1"), "12-31", "RFC 5545 by"],
      [utc("YEARLY;BYYEARDAY=366"), "", "leap years"],
      [utc("YEARLY;BYMONTH=2;BYMONTHDAY=29"), "", "leap years"],
      [utc("YEARLY;BYDAY=-1MO"), "12-28", "RFC 5545 by"],
      [utc("YEARLY;BYDAY=20MO"), "05-18", "RFC 5545 by"],
      [utc("YEARLY;BYWEEKNO=1;BYDAY=TH"), "01-01", "ISO weeks"],
      [utc("YEARLY;BYWEEKNO=20;BYDAY=MO"), "05-11", "ISO weeks"],
      [utc("YEARLY;BYWEEKNO=53;BYDAY=TH"), "12-31", "ISO weeks"],
      [utc("YEARLY;BYWEEKNO=-1;BYDAY=TH"), "12-31", "ISO weeks"],
      [utc("DAILY;INTERVAL=100"), "01-01 04-11 07-20 10-28", "RFC 5545 freq"],
      [utc("WEEKLY;INTERVAL=13"), "01-01 04-02 07-02 10-01 12-31", "RFC 5545 freq"],
      [utc("WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=3"), "01-04 01-18 02-01", "RFC 5545 freq"],
      [utc("WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=3;WKST=SU"), "01-11 01-25 02-08", "RFC 5545 freq"],
      [utc("WEEKLY;BYDAY=MO;COUNT=2"), "01-05 01-12", "RFC 5545 ends"],
      [utc("DAILY;BYMONTH=2;BYDAY=SU"), "02-01 02-08 02-15 02-22", "RFC 5545 by"],
      [utc("DAILY;UNTIL=20260103"), "01-01 01-02 01-03", "RFC 5545 ends"],
      [utc("DAILY;UNTIL=20260103T000000Z"), "01-01 01-02 01-03", "RFC 5545 ends"],
      [utc("DAILY;UNTIL=20260102T235959Z"), "01-01 01-02", "RFC 5545 ends"],
    ],
  },
  {
    zone: "UTC",
    from: "2027-01-01T00:00Z",
    until: "2032-12-31T23:59Z",
    about: "leap years are 2028 and 2032; 1 January is a Friday in 2027 and a Thursday in 2032, which has 53 weeks",
    rows: [
      [utc("YEARLY;BYYEARDAY=60"), "2027-03-01 2028-02-29 2029-03-01 2030-03-01 2031-03-01 2032-02-29", "leap years"],
      [utc("YEARLY;BYYEARDAY=366"), "2028-12-31 2032-12-31", "leap years"],
      [utc("YEARLY;BYYEARDAY=-366"), "2028-01-01 2032-01-01", "leap years"],
      [utc("YEARLY;BYMONTH=2;BYMONTHDAY=29"), "2028-02-29 2032-02-29", "leap years"],
      [utc("YEARLY;BYMONTH=2;BYMONTHDAY=-1;INTERVAL=2"), "2028-02-29 2030-02-28 2032-02-29", "RFC 5545 freq"],
      [utc("YEARLY;BYWEEKNO=1;BYDAY=TH"), "2027-01-07 2028-01-06 2029-01-04 2030-01-03 2031-01-02 2032-01-01", "ISO weeks"],
      [utc("YEARLY;BYWEEKNO=53;BYDAY=MO"), "2032-12-27", "ISO weeks"],
    ],
  },
];
