// What every timetable keeps: next and previous agree, unions merge, bounds hold, jitter spreads.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Occurrence } from "../../../server/domain/schedule/index.ts";
import type { EverySchedule } from "../../../server/domain/types.ts";
import { cron, instants, SEED } from "./arbitraries.ts";
import { crons, rrules, schedules, unions } from "./random-schedules.ts";
import { shownInstants, table } from "./timings.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const timetables = fc
  .tuple(schedules, instants, fc.boolean(), fc.constantFrom(0, 0, 1000, 90_000, 5 * HOUR_MS))
  .map(([schedule, start, bounded, jitterMs]) =>
    table(schedule, {
      startAt: bounded ? start : null,
      endAt: bounded ? start + 900 * DAY_MS : null,
      exclusions: bounded ? [{ kind: "CRON", expression: "* 0-1 * * *", timezone: null }] : [],
      jitterMs,
    }),
  );
const at = (found: Occurrence | null): number | null => found?.at ?? null;
const checked = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, property: (timetable: T, t: number) => void): void =>
  fc.assert(fc.property(arbitrary, instants, property), { seed: SEED, numRuns });

describe("every timetable", () => {
  test("next is later, previous earlier, and one undoes the other", () => {
    checked(timetables, 500, (timetable, t) => {
      const next = timetable.next(t);
      const previous = timetable.previous(t);
      if (next !== null) {
        expect(next.at).toBeGreaterThan(t);
        expect(at(timetable.previous(next.at + 1))).toBe(next.at);
        expect(at(timetable.previous(next.at))).toBe(at(timetable.previous(t + 1)));
      }
      if (previous !== null) {
        expect(previous.at).toBeLessThan(t);
        expect(timetable.next(previous.at)).toEqual(timetable.next(t - 1));
        expect(timetable.next(previous.at - 1)).toEqual(previous);
      }
    });
  });

  test("between, count and newest are repeated next", () => {
    checked(timetables, 300, (timetable, t) => {
      const all: Occurrence[] = [];
      let until = t + 300 * DAY_MS;
      for (let next = timetable.next(t); next !== null && next.at <= until; next = timetable.next(next.at)) {
        all.push(next);
        if (all.length === 150) until = next.at;
      }
      expect(timetable.between(t, until, 1000)).toEqual(all);
      expect(timetable.between(t, until, 3)).toEqual(all.slice(0, 3));
      expect(timetable.count(t, until)).toEqual({ count: all.length, exact: true });
      for (const limit of [1, 4, 1000]) {
        expect(timetable.newest(t, until, limit)).toEqual({
          occurrences: all.slice(-limit),
          total: { count: all.length, exact: true },
        });
      }
    });
  });

  test("a run starts at its instant or later, in whole seconds, and before the next instant", () => {
    checked(timetables, 300, (timetable, t) => {
      for (const found of timetable.between(t, t + 400 * DAY_MS, 5)) {
        expect(found.effectiveAt).toBeGreaterThanOrEqual(found.at);
        expect((found.effectiveAt - found.at) % 1000).toBe(0);
        expect(found.effectiveAt).toBeLessThan(timetable.next(found.at)?.at ?? Number.POSITIVE_INFINITY);
        expect(found.notes.some(({ kind }) => kind === "JITTERED")).toBe(found.effectiveAt > found.at);
      }
    });
  });

  test("a union has each instant of its members once, in order, with the notes of all that name it", () => {
    fc.assert(
      fc.property(unions, instants, (union, t) => {
        const firsts = union.of.flatMap((member) => table(member).between(t, t + 200 * DAY_MS, 40));
        const until = firsts.map((one) => one.at).sort((x, y) => x - y)[39] ?? t + 200 * DAY_MS;
        const members = firsts.filter((one) => one.at <= until);
        const found = table(union).between(t, until, 1000);
        const instantsOnce = [...new Set(members.map((one) => one.at))].sort((a, b) => a - b);
        expect(found.map((one) => one.at)).toEqual(instantsOnce);
        for (const { at: instant, notes } of found)
          expect(notes).toEqual(members.filter((one) => one.at === instant).flatMap((one) => one.notes));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  test("the impact of a clock change is what the runs around it say of themselves", () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 3, arbitrary: crons }, rrules),
        fc.integer({ min: 2008, max: 2040 }),
        (schedule, year) => {
          const timetable = table(schedule);
          const [from, until] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
          for (const { kind, at: run, changeAt, timezone } of timetable.impacts(from, until, 100)) {
            expect(timezone).toBe(schedule.timezone);
            const found = run === null ? null : timetable.explain(run).occurrence;
            if (run === null) expect(kind).toBe("DROPPED");
            else expect(found?.notes.map((note) => note.kind)).toContain(kind);
            expect(Math.abs((run ?? changeAt) - changeAt)).toBeLessThanOrEqual(DAY_MS);
          }
          const felt = timetable
            .between(from, until, 2000)
            .filter(({ notes }) => notes.length > 0)
            .map((found) => [found.notes[0]?.kind, found.at] as const);
          const impacts = timetable.impacts(from - 2 * DAY_MS, until + 2 * DAY_MS, 100);
          for (const [kind, instant] of felt)
            expect(impacts.some((one) => one.kind === kind && Math.abs(one.changeAt - instant) <= DAY_MS)).toBe(true);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });
});

describe("a union", () => {
  const from = Date.UTC(2026, 9, 24, 12);
  const nightly = { ...cron("Europe/Berlin", "30 2 * * *"), repeat: "BOTH" as const };
  const half = cron("Europe/Berlin", "30 2 * * *");
  const every: EverySchedule = { kind: "EVERY", intervalMs: 12 * HOUR_MS, anchor: Date.UTC(2026, 9, 25, 0, 30) };
  const timetable = table({ kind: "UNION", of: [half, nightly, every] });

  test("an instant that several name is one occurrence with the notes of all", () => {
    const found = timetable.between(from, from + 2 * DAY_MS, 10);
    expect(shownInstants(found)).toEqual([
      "2026-10-25T00:30",
      "2026-10-25T01:30",
      "2026-10-25T12:30",
      "2026-10-26T00:30",
      "2026-10-26T01:30",
    ]);
    expect(found.map(({ notes }) => notes.map(({ kind }) => kind))).toEqual([["FIRST_PASS"], ["REPEATED"], [], [], []]);
    const gap = table({ kind: "UNION", of: [half, { ...half, expression: "45 2 * * *" }] });
    expect(gap.next(Date.UTC(2026, 2, 28, 12))?.notes.map(({ message }) => message.slice(0, 5))).toEqual([
      "02:30",
      "02:45",
    ]);
  });

  test("asked in any order it answers the same", () => {
    for (const hours of [40, 3, 13, 12, 30, 0, 12.6, 47])
      expect(timetable.next(from + hours * HOUR_MS)).toEqual(
        table({ kind: "UNION", of: [half, nightly, every] }).next(from + hours * HOUR_MS),
      );
    expect(timetable.count(from, from + 2 * DAY_MS)).toEqual({ count: 5, exact: true });
    expect(timetable.newest(from, from + 2 * DAY_MS, 2).occurrences.map((one) => one.at)).toEqual([
      Date.UTC(2026, 9, 26, 0, 30),
      Date.UTC(2026, 9, 26, 1, 30),
    ]);
  });
});

describe("bounds", () => {
  test("the first and the last instant allowed are included", () => {
    const [startAt, endAt] = [Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 4)];
    const daily = table(cron("UTC", "0 0 * * *"), { startAt, endAt });
    expect(shownInstants(daily.between(0, Date.UTC(2027, 0, 1), 9))).toEqual([
      "2026-01-02T00:00",
      "2026-01-03T00:00",
      "2026-01-04T00:00",
    ]);
    expect(at(daily.previous(Date.UTC(2027, 0, 1)))).toBe(endAt);
    expect(daily.next(endAt)).toBeNull();
    expect(daily.previous(startAt)).toBeNull();
    expect(daily.count(0, Date.UTC(2027, 0, 1))).toEqual({ count: 3, exact: true });
    expect(table(cron("UTC", "0 0 * * *"), { startAt: startAt + 1, endAt: endAt - 1 }).count(0, endAt).count).toBe(1);
  });
});

describe("jitter", () => {
  const delays = (seed: string, expression: string, jitterMs: number): number[] =>
    table(cron("UTC", expression), { jitterMs, seed })
      .between(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 3), 24)
      .map((found) => (found.effectiveAt - found.at) / 1000);

  test("an hourly task keeps its hour, two names differ, and the window is used evenly", () => {
    expect(new Set(delays("report", "0 * * * *", 10 * 60_000)).size).toBe(1);
    const firsts = Array.from({ length: 600 }, (_, i) => delays(`task-${i}`, "0 * * * *", 10 * 60_000)[0] ?? -1);
    expect(new Set(firsts).size).toBeGreaterThan(300);
    const minutes = Array.from({ length: 10 }, (_, m) => firsts.filter((delay) => Math.floor(delay / 60) === m).length);
    for (const count of minutes) expect(Math.abs(count - 60)).toBeLessThan(30);
  });

  test("no wider than the time to the next occurrence; the last one has the whole window", () => {
    for (const delay of delays("report", "*/5 * * * * *", HOUR_MS)) expect(delay).toBeLessThan(5);
    const once = table({ kind: "ONCE", at: 5000, timezone: null }, { jitterMs: DAY_MS, seed: "report" }).next(0);
    expect((once?.effectiveAt ?? 0) - 5000).toBeGreaterThan(HOUR_MS);
    expect(once?.notes).toEqual([
      { kind: "JITTERED", message: expect.stringMatching(/^starts .* later: this task's place within 24 hours$/) },
    ]);
  });
});

describe("every", () => {
  const every: EverySchedule = { kind: "EVERY", intervalMs: 90 * 60_000, anchor: 1_000_000 };
  test("counted from the end of a run, all but the first assume that runs take no time", () => {
    const timetable = table({ ...every, after: "END" });
    expect(timetable.next(0)).toEqual({ at: 1_000_000, effectiveAt: 1_000_000, notes: [] });
    expect(timetable.next(1_000_000)).toMatchObject({ at: 6_400_000, notes: [{ kind: "ASSUMED" }] });
  });
});

test("the start of a scheduler names no instant", () => {
  for (const schedule of [{ kind: "STARTUP", delayMs: 5000 }, { kind: "MANUAL" }] as const) {
    const startup = table(schedule);
    expect([startup.next(0), startup.previous(DAY_MS), startup.between(0, DAY_MS, 5)]).toEqual([null, null, []]);
    expect(startup.newest(0, DAY_MS, 5)).toEqual({ occurrences: [], total: { count: 0, exact: true } });
  }
});
