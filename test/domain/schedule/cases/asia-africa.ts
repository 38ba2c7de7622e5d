// Gaza, Casablanca, Tehran, Kathmandu, Kolkata, Pyongyang, and UTC.

import type { Group } from "./table.ts";

const GAZA = "Asia/Gaza";
const CASABLANCA = "Africa/Casablanca";

/** 02:00 (+2) becomes 03:00 (+3) at 00:00Z of the given day. */
const gazaSpring = (day: string, before: string): Pick<Group, "zone" | "from" | "until" | "about"> => ({
  zone: GAZA,
  from: `${before}T22:00Z`,
  until: `${day}T02:00Z`,
  about: "02:00 (+2) becomes 03:00 (+3) at 00:00Z; the window is 00:00 to 05:00",
});

/** 02:00 (+3) of the next day becomes 01:00 (+2) at 23:00Z. */
const gazaAutumn = (day: string, after: string): Pick<Group, "zone" | "from" | "until" | "about"> => ({
  zone: GAZA,
  from: `${day}T21:00Z`,
  until: `${after}T01:00Z`,
  about: "02:00 (+3) becomes 01:00 (+2) at 23:00Z of the evening before; the window is 00:00 to 03:00",
});

export const ASIA_AND_AFRICA: readonly Group[] = [
  {
    ...gazaSpring("2023-04-29", "2023-04-28"),
    rows: [
      ["30 2 * * *", "29T00:00/moved", "tz odd dates"],
      ["*/30 2 * * *", "", "tz odd dates", { omits: "@29T02:00/dropped" }],
    ],
  },
  { ...gazaSpring("2024-04-20", "2024-04-19"), rows: [["0,59 2 * * *", "20T00:00/moved", "tz odd dates"]] },
  { ...gazaSpring("2025-04-12", "2025-04-11"), rows: [["30 2,3 * * *", "12T00:00/moved 00:30", "tz odd dates"]] },
  {
    ...gazaSpring("2026-03-28", "2026-03-27"),
    rows: [
      ["0 2,3 * * *", "28T00:00/joined", "tz odd dates"],
      ["0 * * * *", "22:00 23:00 28T00:00 01:00 02:00", "tz odd dates"],
    ],
  },
  {
    ...gazaAutumn("2023-10-27", "2023-10-28"),
    rows: [
      ["30 1 * * *", "22:30/first", "tz odd dates"],
      ["0 2 * * *", "28T00:00", "tz odd dates"],
    ],
  },
  { ...gazaAutumn("2024-10-25", "2024-10-26"), rows: [["0 1 * * *", "22:00/first", "tz odd dates"]] },
  {
    ...gazaAutumn("2025-10-24", "2025-10-25"),
    rows: [["*/30 1 * * *", "22:00 22:30 23:00/again 23:30/again", "tz odd dates"]],
  },
  {
    ...gazaAutumn("2026-10-23", "2026-10-24"),
    rows: [["0 0-3 * * *", "21:00 22:00/first 24T00:00 01:00", "tz odd dates"]],
  },
  {
    zone: CASABLANCA,
    from: "2026-02-15T00:00Z",
    until: "2026-02-15T04:00Z",
    about: "03:00 (+1) becomes 02:00 (0) at 02:00Z: Ramadan begins; the window is 01:00 to 04:00",
    rows: [
      ["30 2 * * *", "01:30/first", "FAULTS 12"],
      ["0 3 * * *", "03:00", "tz negative"],
      ["0 * * * *", "00:00 01:00 02:00/again 03:00 04:00", "tz negative"],
      ["30 1-3 * * *", "00:30 01:30/first 03:30", "tz negative"],
    ],
  },
  {
    zone: CASABLANCA,
    from: "2026-03-22T00:00Z",
    until: "2026-03-22T04:00Z",
    about: "02:00 (0) becomes 03:00 (+1) at 02:00Z: Ramadan is over; the window is 00:00 to 05:00",
    rows: [
      ["30 2 * * *", "02:00/moved", "tz negative"],
      ["0 3 * * *", "02:00", "tz negative"],
      ["*/15 2 * * *", "", "tz negative"],
      ["0 2-4 * * *", "02:00/joined 03:00", "tz negative"],
    ],
  },
  {
    zone: CASABLANCA,
    from: "2026-02-14T00:00Z",
    until: "2026-03-23T00:00Z",
    about: "noon before, in and after Ramadan: +1, 0, +1",
    rows: [["0 12 14,15 2 ?", "11:00 15T12:00", "tz negative"]],
  },
  {
    zone: CASABLANCA,
    from: "2026-03-21T00:00Z",
    until: "2026-03-23T00:00Z",
    about: "noon in and after Ramadan: 0, +1",
    rows: [["0 12 * * *", "12:00 22T11:00", "tz negative"]],
  },
  {
    zone: CASABLANCA,
    from: "2025-02-23T00:00Z",
    until: "2025-02-23T04:00Z",
    about: "03:00 (+1) becomes 02:00 (0) at 02:00Z",
    rows: [["0,30 2 * * *", "01:00/first 01:30/first", "tz negative"]],
  },
  {
    zone: "Asia/Tehran",
    from: "2022-03-21T19:00Z",
    until: "2022-03-21T22:00Z",
    about: "00:00 (+3:30) of the 22nd becomes 01:00 (+4:30) at 20:30Z; the window is 22:30 to 02:30",
    rows: [
      ["0 0 * * *", "20:30/moved", "tz midnight"],
      ["0 0,1 * * *", "20:30/joined", "gap merged"],
      ["*/30 0 * * *", "", "wildcard gap"],
    ],
  },
  {
    zone: "Asia/Tehran",
    from: "2022-09-21T18:00Z",
    until: "2022-09-21T21:00Z",
    about: "00:00 (+4:30) of the 22nd becomes 23:00 (+3:30) of the 21st at 19:30Z; the window is 22:30 to 00:30",
    rows: [
      ["30 23 * * *", "19:00/first", "tz midnight"],
      ["0 0 22 9 *", "20:30", "tz midnight"],
      ["0 * * * *", "18:30 19:30/again 20:30", "wildcard overlap"],
    ],
  },
  {
    zone: "Asia/Tehran",
    from: "2020-03-20T19:00Z",
    until: "2020-03-20T22:00Z",
    about: "00:00 of the 21st, a day earlier than in common years, becomes 01:00 at 20:30Z",
    rows: [["0 0 21 3 *", "20:30/moved", "tz odd dates"]],
  },
  {
    zone: "Asia/Tehran",
    from: "2023-03-21T19:00Z",
    until: "2023-03-21T22:00Z",
    about: "no change since 2022: +3:30",
    rows: [["0 0 22 3 *", "20:30", "tz none"]],
  },
  {
    zone: "Asia/Kathmandu",
    from: "1985-12-31T18:00Z",
    until: "1985-12-31T19:30Z",
    about: "00:00 (+5:30) of 1 January 1986 becomes 00:15 (+5:45) at 18:30Z, for good",
    rows: [
      ["0 0 1 1 *", "18:30/moved", "tz quarter"],
      ["10 0 1 1 *", "18:30/moved", "tz quarter"],
      ["15 0 * * *", "18:30", "tz quarter"],
      ["0,15 0 * * *", "18:30/joined", "tz quarter"],
      ["*/15 0 * * *", "18:30 18:45 19:00", "tz quarter"],
    ],
  },
  {
    zone: "Asia/Kathmandu",
    from: "2026-03-29T00:00Z",
    until: "2026-03-29T23:59Z",
    about: "+5:45 all year",
    rows: [
      ["0 0 * * *", "18:15", "tz quarter"],
      ["45 5 * * *", "00:00", "tz quarter"],
    ],
  },
  {
    zone: "Asia/Kolkata",
    from: "2026-03-29T00:00Z",
    until: "2026-03-29T23:00Z",
    about: "+5:30 all year",
    rows: [
      ["0 0 * * *", "18:30", "FAULTS 12"],
      ["30 5 * * *", "00:00", "tz none"],
      ["0 */6 * * *", "00:30 06:30 .. 18:30", "tz none"],
      ["0 0 30 3 *", "18:30", "tz none"],
    ],
  },
  {
    zone: "Asia/Pyongyang",
    from: "2015-08-14T13:30Z",
    until: "2015-08-14T16:00Z",
    about: "00:00 (+9) of the 15th becomes 23:30 (+8:30) of the 14th at 15:00Z; the window is 22:30 to 00:30",
    rows: [
      ["45 23 * * *", "14:45/first", "tz permanent"],
      ["0 0 15 8 *", "15:30", "tz permanent"],
      ["*/15 23 * * *", "14:00 14:15 14:30 14:45 15:00/again 15:15/again", "tz permanent"],
      ["0 * * * *", "14:00 15:30", "tz permanent"],
    ],
  },
  {
    zone: "Asia/Pyongyang",
    from: "2018-05-04T14:00Z",
    until: "2018-05-04T16:00Z",
    about: "23:30 (+8:30) of the 4th becomes 00:00 (+9) of the 5th at 15:00Z; the window is 22:30 to 01:00",
    rows: [
      ["45 23 4 5 *", "15:00/moved", "tz permanent"],
      ["30 23 * * *", "15:00/moved", "tz permanent"],
      ["0 0 5 5 *", "15:00", "tz permanent"],
      ["*/15 23 4 5 *", "14:30 14:45", "tz permanent"],
      ["0 0 L-26 5 *", "15:00", "Quartz L"],
      ["59 23 4 5 *", "14:59:59/moved", "gap PREVIOUS_VALID", { gap: "PREVIOUS_VALID" }],
    ],
  },
  {
    zone: "UTC",
    from: "2026-03-08T00:00Z",
    until: "2026-03-08T23:59Z",
    about: "no clock change ever, here on the day of New York's",
    rows: [
      ["30 2 * * *", "02:30", "tz none"],
      ["0 */4 * * *", "00:00 04:00 .. 20:00", "tz none"],
      ["30 2 * * *", "02:30", "gap PREVIOUS_VALID", { gap: "PREVIOUS_VALID", repeat: "SECOND" }],
    ],
  },
  {
    zone: "UTC",
    from: "2026-11-01T00:00Z",
    until: "2026-11-01T23:59Z",
    about: "no clock change ever, here on the day of New York's",
    rows: [
      ["30 1 * * *", "01:30", "tz none"],
      ["*/20 1 * * *", "01:00 01:20 01:40", "tz none"],
    ],
  },
];
