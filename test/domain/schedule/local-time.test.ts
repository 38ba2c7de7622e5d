// Wall-clock times to instants and back, and the names of zones.

import { describe, expect, test } from "vitest";
import {
  canonicalTimeZone,
  isTimeZone,
  localTime,
  parseOnce,
  resolveLocal,
  timeZones,
  tzdataVersion,
} from "../../../server/domain/schedule/index.ts";
import { LiveZone } from "../../../server/domain/schedule/zone.ts";
import { ODD_ZONES } from "./arbitraries.ts";
import { localMinute } from "./oracle.ts";

const FIELD = ["schedule", "once"];
const error = (
  local: string,
  timezone: string,
): { code: string | undefined; field: string | undefined; message: string } => {
  const result = resolveLocal(FIELD, local, timezone);
  const first = result.ok ? undefined : result.errors[0];
  return { code: first?.code, field: first?.field?.join("."), message: first?.message ?? "" };
};

describe("resolveLocal", () => {
  test.each([
    ["2026-11-23T02:30:00", "Europe/Berlin", "2026-11-23T01:30:00.000Z"],
    ["2026-11-23T02:30", "Europe/Berlin", "2026-11-23T01:30:00.000Z"],
    ["2026-11-23 02:30:15.25", "UTC", "2026-11-23T02:30:15.250Z"],
    ["2026-03-29T01:59:59", "Europe/Berlin", "2026-03-29T00:59:59.000Z"],
    ["2026-03-29T03:00:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25T01:59:59", "Europe/Berlin", "2026-10-24T23:59:59.000Z"],
    ["2026-10-25T03:00:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
    ["2011-12-31T00:00:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["2026-06-01T00:00:00", "asia/calcutta", "2026-05-31T18:30:00.000Z"],
    ["9999-12-31T23:59:59", "UTC", "9999-12-31T23:59:59.000Z"],
  ])("%s in %s is %s", (local, timezone, expected) => {
    const result = resolveLocal(FIELD, local, timezone);
    expect(result.ok && new Date(result.value).toISOString()).toBe(expected);
  });

  test.each([
    ["2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:30:00+01:00", "2026-03-29T03:30:00+02:00"],
    ["2026-03-29T02:00:00", "Europe/Berlin", "2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00"],
    ["2026-10-04T02:15:00", "Australia/Lord_Howe", "2026-10-04T01:45:00+10:30", "2026-10-04T02:45:00+11:00"],
    ["2018-11-04T00:00:00", "America/Sao_Paulo", "2018-11-03T23:00:00-03:00", "2018-11-04T01:00:00-02:00"],
    ["2011-12-30T12:00:00", "Pacific/Apia", "2011-12-29T12:00:00-10:00", "2011-12-31T12:00:00+14:00"],
  ])("%s does not exist in %s: %s or %s", (local, timezone, earlier, later) => {
    const { code, field, message } = error(local, timezone);
    expect([code, field]).toEqual(["NONEXISTENT_LOCAL_TIME", "schedule.once.local"]);
    expect(message).toContain(`${earlier} or ${later}`);
  });

  test.each([
    ["2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"],
    ["2026-10-25T02:00:00", "Europe/Berlin", "2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"],
    ["2026-04-05T01:45:00", "Australia/Lord_Howe", "2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30"],
  ])("%s exists twice in %s: %s or %s", (local, timezone, first, second) => {
    const { code, field, message } = error(local, timezone);
    expect([code, field]).toEqual(["AMBIGUOUS_LOCAL_TIME", "schedule.once.local"]);
    expect(message).toContain(`${first} or ${second}`);
    for (const instant of [first, second]) expect(localTime(timezone, Date.parse(instant)).local).toBe(local);
  });

  test.each([
    ["", "cannot be read"],
    ["tomorrow", "cannot be read"],
    ["2026-11-23", "cannot be read"],
    ["26-11-23T02:30", "cannot be read"],
    ["2026-11-23T02:30:00Z", "has an offset"],
    ["2026-11-23T02:30:00+01:00", "has an offset"],
    ["2026-00-10T02:30", "the month 0; 1 to 12"],
    ["2026-13-10T02:30", "the month 13; 1 to 12"],
    ["2026-02-29T02:30", "the day 29; 1 to 28"],
    ["2028-02-30T02:30", "the day 30; 1 to 29"],
    ["2026-11-23T24:00", "the hour 24; 0 to 23"],
    ["2026-11-23T23:60", "the minute 60"],
    ["2026-11-23T23:59:60", "the second 60"],
    ["1969-12-31T23:59", "the year 1969"],
  ])("%j is no date", (local, fragment) => {
    const { code, message } = error(local, "UTC");
    expect(code).toBe("INVALID_DATE");
    expect(message).toContain(fragment);
    expect(message).toContain('Example: "2026-11-23T02:30:00"');
  });

  test("a wrong text and a wrong zone are reported together", () => {
    const result = resolveLocal(FIELD, "x", "x");
    expect(result.ok ? [] : result.errors.map(({ code, field }) => [code, field?.at(-1)])).toEqual([
      ["INVALID_DATE", "local"],
      ["INVALID_TIME_ZONE", "timezone"],
    ]);
  });

  test("parseOnce gives the schedule", () => {
    expect(parseOnce(FIELD, "2026-11-23T02:30", "europe/berlin")).toEqual({
      ok: true,
      value: { kind: "ONCE", at: Date.parse("2026-11-23T01:30Z"), timezone: "Europe/Berlin" },
    });
  });
});

describe("localTime", () => {
  test.each([
    ["Europe/Berlin", "2026-11-23T01:30:00Z", "2026-11-23T02:30:00", "+01:00"],
    ["UTC", "2026-11-23T01:30:00.999Z", "2026-11-23T01:30:00", "+00:00"],
    ["Asia/Kathmandu", "2026-11-23T20:00:00Z", "2026-11-24T01:45:00", "+05:45"],
    ["America/St_Johns", "2026-11-23T01:30:00Z", "2026-11-22T22:00:00", "-03:30"],
    ["Pacific/Chatham", "2026-11-23T12:00:00Z", "2026-11-24T01:45:00", "+13:45"],
  ])("%s at %s is %s %s", (timezone, at, local, offset) => {
    expect(localTime(timezone, Date.parse(at))).toEqual({ local, offset });
  });
});

describe("time zone names", () => {
  test("IANA names, links included, whatever their case", () => {
    for (const name of [
      "UTC",
      "Europe/Berlin",
      "Asia/Calcutta",
      "Asia/Kolkata",
      "Europe/Kyiv",
      "US/Eastern",
      "Etc/GMT+5",
      "GB",
    ]) {
      expect([
        name,
        isTimeZone(name),
        canonicalTimeZone(name.toLowerCase()),
        canonicalTimeZone(name.toUpperCase()),
      ]).toEqual([name, true, name, name]);
    }
  });
  test("no offsets, abbreviations of ICU's own, or nonsense", () => {
    for (const name of [
      "",
      " ",
      "+01:00",
      "-0500",
      "UTC+1",
      "GMT+1",
      "PST",
      "IST",
      "SystemV/PST8",
      "Europe",
      "Europe/Berlin ",
      "Factory",
      "localtime",
      "__proto__",
    ]) {
      expect([name, isTimeZone(name), canonicalTimeZone(name)]).toEqual([name, false, null]);
    }
  });
  test("the list is sorted, has UTC, and every name is good", () => {
    const names = timeZones();
    expect(names).toContain("UTC");
    expect([...names]).toEqual([...new Set(names)].sort());
    expect(names.length).toBeGreaterThan(400);
    expect(names.every(isTimeZone)).toBe(true);
  });
  test("the version of the rules is known", () => {
    expect(tzdataVersion()).toMatch(/^\d{4}[a-z]+$/);
  });
});

describe("a zone's table", () => {
  test.each(ODD_ZONES)(
    "%s: its offset is Intl's at every 11th hour of years of 1990 to 2045, read in any order",
    (name) => {
      const zone = new LiveZone(name);
      let wrong = 0;
      for (const [from, until] of [
        [2026, 2027],
        [2010, 2012],
        [2042, 2045],
        [1990, 1992],
        [2000, 2002],
      ] as const) {
        for (let at = Date.UTC(from, 0, 1); at < Date.UTC(until, 0, 1); at += 11 * 3_600_000) {
          if (zone.offsetAt(at / 1000) !== localMinute(name, at) * 60 - at / 1000) wrong++;
        }
      }
      expect(wrong).toBe(0);
    },
  );

  test("Apia's missing day, Recife's week of summer time and Lord Howe's half hour are in it", () => {
    const changes = (name: string, from: string, until: string): string[] => {
      const zone = new LiveZone(name);
      zone.indexAt(Date.parse(from) / 1000);
      zone.coverUntil(Date.parse(until) / 1000);
      return zone.starts
        .map(
          (start, i) =>
            `${new Date(start * 1000).toISOString().slice(0, 16)} ${((zone.offsets[i] ?? 0) - (zone.offsets[i - 1] ?? 0)) / 60}`,
        )
        .filter(
          (_, i) =>
            i > 0 &&
            (zone.starts[i] ?? 0) * 1000 >= Date.parse(from) &&
            (zone.starts[i] ?? 0) * 1000 < Date.parse(until),
        );
    };
    expect(changes("Pacific/Apia", "2011-12-01T00:00Z", "2012-01-31T00:00Z")).toEqual(["2011-12-30T10:00 1440"]);
    expect(changes("America/Recife", "2000-10-01T00:00Z", "2000-12-01T00:00Z")).toEqual([
      "2000-10-08T03:00 60",
      "2000-10-15T02:00 -60",
    ]);
    expect(changes("Australia/Lord_Howe", "2026-01-01T00:00Z", "2027-01-01T00:00Z")).toEqual([
      "2026-04-04T15:00 -30",
      "2026-10-03T15:30 30",
    ]);
  });
});
