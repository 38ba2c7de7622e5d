// Calendar files become entries: what is read, what is left out and said, what is refused. The time is 1 September 2026.

import { describe, expect, test } from "vitest";
import { parseIcs } from "../../../server/domain/schedule/ics.ts";
import { WINDOWS_ZONES } from "../../../server/domain/schedule/windows-zones.ts";
import { isTimeZone } from "../../../server/domain/schedule/zone-names.ts";
import { calendarOf, HOLIDAYS, MAILBOX } from "./ics-samples.ts";

const NOW = Date.UTC(2026, 8, 1);

function read(text: string) {
  const result = parseIcs(["ics"], text, NOW);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.value;
}

/** Entries as `from until label`, without seconds. */
function entries(text: string): string[] {
  return read(text).entries.map(({ from, until, label }) => [from.slice(0, 16), until.slice(0, 16), label].join(" "));
}

function refused(text: string): string[] {
  const result = parseIcs(["calendar", "ics"], text, NOW);
  if (result.ok) throw new Error("it was taken");
  for (const { code, field } of result.errors) expect([code, field]).toEqual(["INVALID_CALENDAR", ["calendar", "ics"]]);
  return result.errors.map(({ message }) => message);
}

test("a holiday calendar: whole days, sorted, though they are transparent", () => {
  expect(read(HOLIDAYS)).toEqual({
    name: "Holidays in Berlin",
    timezone: "Europe/Berlin",
    entries: [
      { from: "2026-12-25T00:00:00", until: "2026-12-26T00:00:00", label: "Christmas Day" },
      {
        from: "2026-12-26T00:00:00",
        until: "2026-12-27T00:00:00",
        label: "Second Christmas Day, also called Boxing Day",
      },
      { from: "2027-01-01T00:00:00", until: "2027-01-02T00:00:00", label: "New Year's Day" },
    ],
    skipped: [],
  });
});

test("a mailbox calendar: folded lines, Windows' zone names, a series with a moved and a left-out occurrence", () => {
  const found = read(MAILBOX);
  expect([found.name, found.timezone]).toEqual(["Calendar", "Europe/Berlin"]);
  expect(entries(MAILBOX)).toEqual([
    "2026-10-06T09:00 2026-10-06T10:30 Maintenance window for the cluster in the western data centre; no jobs",
    "2026-10-14T14:00 2026-10-14T15:00 Maintenance window, moved",
    "2026-10-27T09:00 2026-10-27T10:30 Maintenance window for the cluster in the western data centre; no jobs",
    "2026-12-24T00:00 2027-01-02T00:00 Office closed",
  ]);
  expect(found.skipped).toEqual(["1 event left out: cancelled."]);
});

describe("the end of an event", () => {
  const ROWS: readonly (readonly [title: string, lines: string, expected: string])[] = [
    ["of a date without one is the next day", "DTSTART;VALUE=DATE:20261224", "2026-12-24T00:00 2026-12-25T00:00"],
    [
      "of a date may be its own",
      "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224",
      "2026-12-24T00:00 2026-12-25T00:00",
    ],
    ["may be a number of days", "DTSTART;VALUE=DATE:20261224\nDURATION:P3D", "2026-12-24T00:00 2026-12-27T00:00"],
    ["may be a length of time", "DTSTART:20261224T220000\nDURATION:PT2H30M", "2026-12-24T22:00 2026-12-25T00:30"],
    ["may be weeks", "DTSTART:20261224T220000\nDURATION:P1W", "2026-12-24T22:00 2026-12-31T22:00"],
    [
      "may be in another zone",
      "DTSTART;TZID=Europe/Berlin:20261224T120000\nDTEND;TZID=America/New_York:20261224T070000",
      "2026-12-24T12:00 2026-12-24T13:00",
    ],
  ];
  for (const [title, lines, expected] of ROWS) {
    test(title, () => {
      expect(entries(calendarOf(lines))).toEqual([`${expected} `]);
    });
  }
});

describe("the clock of the entries", () => {
  const AT_NINE = "DTSTART;TZID=Europe/Berlin:20261224T090000\nDURATION:PT1H";

  test("is nobody's when there are only days and floating times", () => {
    const floating = calendarOf("DTSTART;VALUE=DATE:20261224", "DTSTART:20261225T090000\nDURATION:PT1H");
    expect(read(floating).timezone).toBeNull();
    expect(entries(floating)[1]).toBe("2026-12-25T09:00 2026-12-25T10:00 ");
  });

  test("is the zone that all times are in", () => {
    expect(read(calendarOf(AT_NINE, AT_NINE, "DTSTART;VALUE=DATE:20261224")).timezone).toBe("Europe/Berlin");
  });

  test("is UTC for instants, and for times in several zones", () => {
    const several = calendarOf(AT_NINE, "DTSTART:20261225T090000Z\nDURATION:PT1H");
    expect(read(several).timezone).toBe("UTC");
    expect(entries(several)).toEqual(["2026-12-24T08:00 2026-12-24T09:00 ", "2026-12-25T09:00 2026-12-25T10:00 "]);
  });

  test("is X-WR-TIMEZONE's, and all times are read on it", () => {
    const own = calendarOf(AT_NINE).replace("VERSION:2.0", "X-WR-TIMEZONE:America/New_York");
    expect(read(own).timezone).toBe("America/New_York");
    expect(entries(own)).toEqual(["2026-12-24T03:00 2026-12-24T04:00 "]);
  });

  test("a series keeps its own wall clock over clock changes", () => {
    const series = "DTSTART;TZID=Europe/Berlin:20261020T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2";
    expect(entries(calendarOf(series).replace("VERSION:2.0", "X-WR-TIMEZONE:UTC"))).toEqual([
      "2026-10-20T07:00 2026-10-20T08:00 ",
      "2026-10-27T08:00 2026-10-27T09:00 ",
    ]);
  });

  test("a time in a gap has the offset before it, a stretch over an overlap keeps its length", () => {
    const gap = calendarOf("DTSTART;TZID=Europe/Berlin:20270328T023000\nDURATION:PT1H");
    expect(entries(gap.replace("VERSION:2.0", "X-WR-TIMEZONE:UTC"))).toEqual(["2027-03-28T01:30 2027-03-28T02:30 "]);
    const overlap = calendarOf("DTSTART:20261025T003000Z\nDURATION:PT40M").replace(
      "VERSION:2.0",
      "X-WR-TIMEZONE:Europe/Berlin",
    );
    expect(entries(overlap)).toEqual(["2026-10-25T02:30 2026-10-25T03:10 "]);
  });

  test("Windows' names, names with a prefix, quoted ones and X-LIC-LOCATION mean IANA's zones", () => {
    for (const name of [
      "Pacific Standard Time",
      "/example.org/20050126_1/America/Los_Angeles",
      '"America/Los_Angeles"',
    ]) {
      expect(read(calendarOf(`DTSTART;TZID=${name}:20261224T090000\nDURATION:PT1H`)).timezone).toBe(
        "America/Los_Angeles",
      );
    }
    const zone = "BEGIN:VTIMEZONE\nTZID:Mine\nX-LIC-LOCATION:Asia/Tokyo\nEND:VTIMEZONE\nBEGIN:VEVENT";
    const own = calendarOf("DTSTART;TZID=Mine:20261224T090000\nDURATION:PT1H").replace("BEGIN:VEVENT", zone);
    expect(read(own).timezone).toBe("Asia/Tokyo");
  });

  test("every Windows name has a zone that this program knows", () => {
    expect(WINDOWS_ZONES.size).toBeGreaterThan(130);
    expect([...WINDOWS_ZONES.values()].filter((name) => !isTimeZone(name))).toEqual([]);
  });
});

describe("recurring events", () => {
  test("are written out from a year ago to ten years ahead", () => {
    const all = entries(calendarOf("DTSTART;VALUE=DATE:19500701\nSUMMARY:Founded\nRRULE:FREQ=YEARLY"));
    expect([all.length, all[0], all.at(-1)]).toEqual([
      11,
      "2026-07-01T00:00 2026-07-02T00:00 Founded",
      "2036-07-01T00:00 2036-07-02T00:00 Founded",
    ]);
  });

  test("begin with DTSTART even when the rule does not name it; EXDATE and RDATE change them", () => {
    const lines = [
      "DTSTART;VALUE=DATE:20261001",
      "RRULE:FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20270131",
      "EXDATE;VALUE=DATE:20261110",
      "EXDATE;VALUE=DATE:20261210,20270110",
      "RDATE;VALUE=DATE:20261231",
    ];
    expect(entries(calendarOf(lines.join("\n"))).map((line) => line.slice(0, 10))).toEqual([
      "2026-10-01",
      "2026-10-10",
      "2026-12-31",
    ]);
  });

  test("an EXDATE that is a date leaves out all times of the day", () => {
    const lines = "DTSTART:20261001T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20261002";
    expect(entries(calendarOf(lines)).map((line) => line.slice(0, 10))).toEqual(["2026-10-01", "2026-10-03"]);
  });

  test("an occurrence that is cancelled by an event of its own is left out", () => {
    const series = "UID:a\nDTSTART;TZID=Europe/Berlin:20261001T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3";
    const cancelled =
      "UID:a\nSTATUS:CANCELLED\nRECURRENCE-ID:20261002T070000Z\nDTSTART:20261002T070000Z\nDURATION:PT1H";
    expect(entries(calendarOf(series, cancelled)).map((line) => line.slice(0, 10))).toEqual([
      "2026-10-01",
      "2026-10-03",
    ]);
  });

  test("a series that names nothing more is its first occurrence", () => {
    expect(entries(calendarOf("DTSTART;VALUE=DATE:20261001\nRRULE:FREQ=YEARLY;UNTIL=20260101"))).toHaveLength(1);
  });

  test("days in a row with one label are one entry", () => {
    const daily = "DTSTART;VALUE=DATE:20261001\nRRULE:FREQ=DAILY;COUNT=1000\nSUMMARY:Frozen";
    expect(entries(calendarOf(daily, "DTSTART;VALUE=DATE:20261005\nSUMMARY:Other"))).toEqual([
      "2026-10-01T00:00 2029-06-27T00:00 Frozen",
      "2026-10-05T00:00 2026-10-06T00:00 Other",
    ]);
  });
});

describe("what is left out is said", () => {
  const ROWS: readonly (readonly [lines: string, says: string])[] = [
    ["SUMMARY:A", 'The event "A" (line 3) is left out: it has no DTSTART.'],
    ["DTSTART:20261224T090000Z", "it has no length"],
    ["DTSTART:20261224T090000Z\nDTEND:20261224T080000Z", "it ends before it starts"],
    ["DTSTART:20261224T090000Z\nDTEND;VALUE=DATE:20261225", "one of DTSTART and DTEND is a date, the other a time"],
    ["DTSTART:20261224T090000Z\nDURATION:1 hour", "is no length of time"],
    ["DTSTART:20261224T090000Z\nDURATION:P", "is no length of time"],
    ["DTSTART;TZID=Mars/Olympus:20261224T090000\nDURATION:PT1H", 'the time zone "Mars/Olympus" is not known'],
    ["DTSTART:2026-12-24", "is no date and no time"],
    ["DTSTART:20261224T090000+0100\nDURATION:PT1H", "is no date and no time"],
    ["DTSTART;VALUE=DATE:20260230", "does not exist"],
    ["DTSTART:20261224T240000Z\nDURATION:PT1H", "does not exist"],
    ["DTSTART:19691224T000000Z\nDURATION:PT1H", "not in the years 1970 to 2199"],
    ["DTSTART:20261224\nRRULE:FREQ=SECONDLY", "FREQ=SECONDLY, which is not offered"],
    ["DTSTART:20261224\nRRULE:FREQ=DAILY;BYHOUR=99", '"99" in BYHOUR'],
    ["DTSTART:20261224\nEXDATE:yesterday", "EXDATE"],
    ["DTSTART:20200101", "1 event left out: ended more than a year ago."],
    ["DTSTART:20261224\nEXRULE:FREQ=DAILY", "EXRULE is not followed"],
    ["UID:1\nDTSTART:20261224\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261223", "RANGE is not followed"],
  ];
  for (const [lines, says] of ROWS) {
    test(`${lines.replaceAll("\n", " ")}: ${says}`, () => {
      const { skipped } = read(calendarOf(lines));
      expect(skipped).toHaveLength(1);
      expect(skipped[0]).toContain(says);
    });
  }

  test("of many the first fifty, and how many more", () => {
    const { skipped } = read(calendarOf(...Array.from({ length: 60 }, (_, i) => `SUMMARY:Event ${i}`)));
    expect([skipped.length, skipped.at(-1)]).toEqual([51, "… and 10 more."]);
  });
});

describe("what is refused, with the line", () => {
  const ROWS: readonly (readonly [title: string, text: string, says: string])[] = [
    ["nothing", "", 'Line 1 of the calendar file: nothing is there; "BEGIN:VCALENDAR" is expected.'],
    [
      "a web page",
      "<!DOCTYPE html>\n<html></html>",
      'Line 1 of the calendar file: "<!DOCTYPE html>" stands where "BEGIN:VCALENDAR"',
    ],
    [
      "a file that ends too early",
      HOLIDAYS.split("END:VEVENT")[0] ?? "",
      'Line 9 of the calendar file: "BEGIN:VEVENT" has no END',
    ],
    [
      "components that overlap",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
      'Line 3 of the calendar file: "END:VCALENDAR" stands where "END:VEVENT"',
    ],
    [
      "a line that is no property",
      calendarOf("DTSTART:20261224\njust text"),
      'Line 5 of the calendar file: "just text" is no NAME:VALUE',
    ],
    [
      "an open quote",
      calendarOf('DTSTART;TZID="Europe/Berlin:20261224T090000'),
      "Line 4 of the calendar file: the parameters of",
    ],
    ["components without end", "BEGIN:VCALENDAR\n".repeat(20), "Line 11 of the calendar file: more than 10 components"],
    [
      "an event every minute",
      calendarOf("SUMMARY:Tick\nDTSTART:20260101T000000Z\nDURATION:PT1S\nRRULE:FREQ=MINUTELY"),
      'more than 50000 times from a year ago to ten years ahead, with "Tick" (line 3)',
    ],
    ["too much text", calendarOf(`DESCRIPTION:${"é".repeat(600_000)}`), "1200"],
    [
      "too many entries",
      calendarOf(...Array.from({ length: 5001 }, (_, i) => `SUMMARY:${i}\nDTSTART:20261224`)),
      "5001 entries; 5000 are allowed",
    ],
    [
      "too many series",
      calendarOf(...Array.from({ length: 501 }, () => "DTSTART:20261224\nRRULE:FREQ=YEARLY")),
      "501 recurring events; 500",
    ],
    [
      "too many zones",
      calendarOf(
        ...Intl.supportedValuesOf("timeZone")
          .slice(0, 60)
          .map((zone) => `DTSTART;TZID=${zone}:20261224T090000\nDURATION:PT1H`),
      ),
      "60 time zones; 50 are allowed",
    ],
  ];
  for (const [title, text, says] of ROWS) {
    test(`${title}: ${says}`, () => {
      expect(refused(text)[0]).toContain(says);
    });
  }

  test("all wrong lines at once, up to twenty", () => {
    const wrong = calendarOf(Array.from({ length: 30 }, () => "wrong").join("\n"));
    expect(refused(wrong)).toHaveLength(20);
    expect(refused(wrong)[1]).toContain("Line 5");
  });
});
