// Local times given for `once`: the one instant that shows them, or the two that a refusal offers.

import type { SourceName } from "./sources.ts";

/** `gap`, `twice`: refused; the two instants offered. Instants as in table.ts, from the local date on. */
export type LocalRow = readonly [zone: string, local: string, kind: "is" | "gap" | "twice", instants: string, source: SourceName];

export const LOCAL_TIMES: readonly LocalRow[] = [
  ["America/New_York", "2026-03-08T01:59:59", "is", "06:59:59", "beside the change"],
  ["America/New_York", "2026-03-08T02:00", "gap", "06:00 07:00", "once gap"],
  ["America/New_York", "2026-03-08T02:30", "gap", "06:30 07:30", "once gap"],
  ["America/New_York", "2026-03-08T02:59:59", "gap", "06:59:59 07:59:59", "once gap"],
  ["America/New_York", "2026-03-08T03:00", "is", "07:00", "beside the change"],
  ["America/New_York", "2026-11-01T00:59:59", "is", "04:59:59", "beside the change"],
  ["America/New_York", "2026-11-01T01:00", "twice", "05:00 06:00", "once overlap"],
  ["America/New_York", "2026-11-01T01:30", "twice", "05:30 06:30", "once overlap"],
  ["America/New_York", "2026-11-01T02:00", "is", "07:00", "beside the change"],
  ["America/St_Johns", "2010-11-06T23:30", "twice", "11-07T02:00 03:00", "tz midnight"],
  ["America/Havana", "2026-03-08T00:00", "gap", "04:00 05:00", "tz midnight"],
  ["America/Havana", "2026-11-01T00:00", "twice", "04:00 05:00", "tz midnight"],
  ["America/Sao_Paulo", "2018-11-04T00:00", "gap", "02:00 03:00", "tz midnight"],
  ["America/Sao_Paulo", "2018-02-17T23:30", "twice", "18T01:30 02:30", "tz midnight"],
  ["Europe/Dublin", "2026-10-25T01:30", "twice", "00:30 01:30", "tz negative"],
  ["Europe/London", "2026-03-29T01:30", "gap", "00:30 01:30", "once gap"],
  ["Africa/Casablanca", "2026-02-15T02:30", "twice", "01:30 02:30", "tz negative"],
  ["Africa/Casablanca", "2026-03-22T02:30", "gap", "01:30 02:30", "tz negative"],
  ["Asia/Gaza", "2023-04-29T02:00", "gap", "28T23:00 29T00:00", "tz odd dates"],
  ["Asia/Kathmandu", "1986-01-01T00:10", "gap", "1985-12-31T18:25 18:40", "tz quarter"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "gap", "03T15:15 15:45", "tz half hour"],
  ["Australia/Lord_Howe", "2026-04-05T01:45", "twice", "04T14:45 15:15", "tz half hour"],
  ["Australia/Lord_Howe", "2026-04-05T02:00", "is", "04T15:30", "tz half hour"],
  ["Pacific/Chatham", "2026-04-05T03:15", "twice", "04T13:30 14:30", "tz quarter"],
  ["Pacific/Apia", "2011-12-30T12:00", "gap", "29T22:00 30T22:00", "tz missing day"],
  ["Pacific/Apia", "2011-12-31T00:00", "is", "30T10:00", "tz missing day"],
  ["Pacific/Kiritimati", "1994-12-31T12:00", "gap", "30T22:00 31T22:00", "tz missing day"],
  ["Antarctica/Troll", "2026-10-25T01:30", "twice", "24T23:30 25T01:30", "tz two hours"],
  ["Antarctica/Troll", "2026-03-29T02:30", "gap", "00:30 02:30", "tz two hours"],
  ["UTC", "2026-03-08T02:30", "is", "02:30", "tz none"],
];
