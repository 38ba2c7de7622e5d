// A kept table of a zone gives the instants that the live zone gives, and other ones when a clock change is missing from it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCron } from "../../../server/domain/schedule/cron-parse.ts";
import { cronOnWall } from "../../../server/domain/schedule/cron-source.ts";
import { countInstants, type Found, nextInstant } from "../../../server/domain/schedule/instant-search.ts";
import { type Zone, zoneOf } from "../../../server/domain/schedule/zone.ts";
import { frozenZone, readZoneTable, sameTable, type ZoneTable } from "../../../server/domain/schedule/zone-table.ts";
import { expressions, ODD_ZONES, SEED } from "./arbitraries.ts";

const at = (text: string): number => Date.parse(text) / 1000;
const FROM = at("2026-01-01T00:00Z");
const UNTIL = at("2036-01-01T00:00Z");
const berlin = (): ZoneTable => readZoneTable("Europe/Berlin", FROM, UNTIL);

/** As a store would give it back. */
const stored = (table: ZoneTable): ZoneTable => JSON.parse(JSON.stringify(table)) as ZoneTable;

function next(expression: string, zone: Zone, from: number): Found | null {
  const { times, rules } = cronOnWall({ kind: "CRON", expression, timezone: zone.name }, zone);
  return nextInstant(times, rules, zone, from, UNTIL);
}

function count(expression: string, zone: Zone, from: number, until: number): number {
  const { times, rules } = cronOnWall({ kind: "CRON", expression, timezone: zone.name }, zone);
  return countInstants(times, rules, zone, from, until);
}

function times(expression: string, zone: Zone, from: number, most: number): string[] {
  const found: string[] = [];
  for (let second = from; found.length < most; ) {
    const one = next(expression, zone, second);
    if (one === null) break;
    found.push(new Date(one.at * 1000).toISOString().slice(0, 16));
    second = one.at + 1;
  }
  return found;
}

test("a table holds the clock changes of its time and nothing else", () => {
  const table = readZoneTable("Europe/Berlin", at("2026-01-01T00:00Z"), at("2027-01-01T00:00Z"));
  expect(stored(table)).toEqual({
    starts: [at("2025-12-22T00:00Z"), at("2026-03-29T01:00Z"), at("2026-10-25T01:00Z")],
    offsets: [3600, 7200, 3600],
    until: at("2027-01-01T00:00Z"),
  });
});

test("a kept zone gives the instants, counts and notes of the live one", () => {
  const zones = new Map(ODD_ZONES.map((name) => [name, frozenZone(name, stored(readZoneTable(name, FROM, UNTIL)))]));
  const moments = fc.integer({ min: FROM, max: UNTIL - 400 * 86_400 });
  fc.assert(
    fc.property(fc.constantFrom(...ODD_ZONES), expressions, moments, (name, expression, from) => {
      fc.pre(parseCron(expression).ok);
      const kept = zones.get(name) as Zone;
      const live = zoneOf(name);
      for (let i = 0, second = from; i < 5; i++) {
        const one = next(expression, live, second);
        expect([name, expression, second, next(expression, kept, second)]).toEqual([name, expression, second, one]);
        if (one === null) break;
        second = one.at + 1;
      }
      const year = from + 400 * 86_400;
      expect(count(expression, kept, from, year)).toBe(count(expression, live, from, year));
    }),
    { seed: SEED, numRuns: 400 },
  );
});

describe("without one of its clock changes", () => {
  const whole = berlin();
  const change = whole.starts.indexOf(at("2027-03-28T01:00Z"));
  const without = (i: number) => (_: number, k: number) => k !== i;
  const table: ZoneTable = {
    ...whole,
    starts: whole.starts.filter(without(change)),
    offsets: whole.offsets.filter(without(change)),
  };
  const zone = frozenZone("Europe/Berlin", stored(table));

  test("a daily schedule has other instants from that change to the next one, and the same ones around it", () => {
    const live = zoneOf("Europe/Berlin");
    const compare = (from: string): string[][] => [
      times("0 9 * * *", zone, at(from), 1),
      times("0 9 * * *", live, at(from), 1),
    ];
    expect(compare("2027-03-27T00:00Z")).toEqual([["2027-03-27T08:00"], ["2027-03-27T08:00"]]);
    expect(compare("2027-03-28T00:00Z")).toEqual([["2027-03-28T08:00"], ["2027-03-28T07:00"]]);
    expect(compare("2027-10-30T00:00Z")).toEqual([["2027-10-30T08:00"], ["2027-10-30T07:00"]]);
    expect(compare("2027-11-01T00:00Z")).toEqual([["2027-11-01T08:00"], ["2027-11-01T08:00"]]);
  });

  test("nothing is in a gap and nothing is repeated", () => {
    expect(times("30 2 * * *", zone, at("2027-03-28T00:00Z"), 1)).toEqual(["2027-03-28T01:30"]);
    expect(times("0 * * * *", zone, at("2027-10-31T00:00Z"), 3)).toEqual([
      "2027-10-31T00:00",
      "2027-10-31T01:00",
      "2027-10-31T02:00",
    ]);
  });

  test("the tables are not the same", () => {
    expect(sameTable(whole, stored(berlin()))).toBe(true);
    expect(sameTable(whole, table)).toBe(false);
    expect(
      sameTable(whole, { ...whole, offsets: whole.offsets.map((offset, i) => (i === change ? offset + 60 : offset)) }),
    ).toBe(false);
    expect(sameTable(whole, { ...whole, until: whole.until + 1 })).toBe(false);
  });
});

test("before a table its first offset holds, after it the last one for ever", () => {
  const zone = frozenZone(
    "Europe/Berlin",
    readZoneTable("Europe/Berlin", at("2026-05-01T00:00Z"), at("2026-12-01T00:00Z")),
  );
  expect([zone.offsetAt(at("1990-01-01T00:00Z")), zone.offsetAt(at("2026-10-24T00:00Z"))]).toEqual([7200, 7200]);
  expect([zone.offsetAt(at("2026-11-01T00:00Z")), zone.offsetAt(at("2030-07-01T00:00Z"))]).toEqual([3600, 3600]);
  expect(times("0 9 * * *", zone, at("2030-07-01T00:00Z"), 1)).toEqual(["2030-07-01T08:00"]);
});

test("a zone without clock changes is a table of one line", () => {
  const table = readZoneTable("Asia/Kolkata", FROM, UNTIL);
  expect(table.offsets).toEqual([19_800]);
  expect(times("30 2 * * *", frozenZone("Asia/Kolkata", table), FROM, 2)).toEqual([
    "2026-01-01T21:00",
    "2026-01-02T21:00",
  ]);
});

test("a table that begins in a repeated hour knows of the pass before", () => {
  const inSecondPass = at("2026-10-25T01:15Z");
  const zone = frozenZone("Europe/Berlin", readZoneTable("Europe/Berlin", inSecondPass, UNTIL));
  expect(times("30 2 * * *", zone, inSecondPass, 1)).toEqual(
    times("30 2 * * *", zoneOf("Europe/Berlin"), inSecondPass, 1),
  );
  expect(times("30 2 * * *", zone, inSecondPass, 1)).toEqual(["2026-10-26T01:30"]);
});
