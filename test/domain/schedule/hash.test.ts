// `H` in cron expressions: always the same for a name, spread over names, within what the expression allows.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutHash } from "../../../server/domain/schedule/cron-hash.ts";
import { describeSchedule, parseCronSchedule } from "../../../server/domain/schedule/index.ts";
import { stableHash } from "../../../server/domain/schedule/stable-hash.ts";
import { SEED } from "./arbitraries.ts";
import { cronTable, shownInstants } from "./timings.ts";

const plain = (expression: string, seed: string): string =>
  withoutHash(["0", ...expression.split(" "), "*"], seed)
    .slice(1, 6)
    .join(" ");

/** Sum of (seen − expected)² ÷ expected over the buckets: near their number when every bucket is as likely. */
function chiSquare(values: readonly number[], buckets: number): number {
  const seen = new Array<number>(buckets).fill(0);
  for (const value of values) seen[value] = (seen[value] ?? 0) + 1;
  const expected = values.length / buckets;
  return seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe("the hash", () => {
  test.each([
    ["", 2_872_998_923],
    ["a", 444_641_715],
    ["nightly report", 4_012_276_097],
    ["nightly report\nminute", 825_310_422],
    ["Übergabe 漢字 🚀", 2_564_074_674],
  ])("of %j is %i, for ever", (text, expected) => {
    expect(stableHash(text)).toBe(expected);
  });

  const NAMES: Record<string, (i: number) => string> = {
    "numbered names": (i) => `task-${i}`,
    "padded numbers": (i) => `${String(i).padStart(6, "0")} backup`,
    "names that differ in one letter": (i) => `${String.fromCodePoint(0x4e00 + i)}-import`,
    "long names": (i) => `${"department of statistics, quarterly figures, ".repeat(4)}${i}`,
  };
  test.each(Object.keys(NAMES))("spreads 10,000 %s over minutes, hours, days and their pairs", (kind) => {
    const name = NAMES[kind] ?? String;
    const found = Array.from({ length: 10_000 }, (_, i) => plain("H H H H H", name(i)).split(" ").map(Number));
    const field = (index: number): number[] => found.map((values) => values[index] ?? Number.NaN);
    // One in a thousand: for 59 degrees of freedom 98.3, 23: 49.7, 27: 55.5, 11: 31.3, 6: 22.5, 359: 447.
    expect(chiSquare(field(0), 60)).toBeLessThan(98.3);
    expect(chiSquare(field(1), 24)).toBeLessThan(49.7);
    expect(
      chiSquare(
        field(2).map((day) => day - 1),
        28,
      ),
    ).toBeLessThan(55.5);
    expect(
      chiSquare(
        field(3).map((month) => month - 1),
        12,
      ),
    ).toBeLessThan(31.3);
    expect(chiSquare(field(4), 7)).toBeLessThan(22.5);
    const pairs = found.map(([minute = 0, hour = 0]) => Math.floor(minute / 4) * 24 + hour);
    expect(chiSquare(pairs, 360)).toBeLessThan(447);
  });
});

describe("H becomes plain values", () => {
  test.each([
    ["H H * * *", "report", "49 7 * * *"],
    ["H(0-29) 2 * * *", "report", "19 2 * * *"],
    ["H/15 * * * *", "report", "4/15 * * * *"],
    ["H(0-29)/10 * * * *", "report", "9-29/10 * * * *"],
    ["0,H(30-59) * * * *", "report", "0,49 * * * *"],
    ["0 0 H H *", "report", "0 0 13 3 *"],
    ["0 0 H/7 H/6 *", "report", "0 0 6-28/7 3/6 *"],
    ["0 0 * H(JAN-MAR) H(MON-FRI)", "report", "0 0 * 3 2"],
    ["0 0 * * H/2", "report", "0 0 * * 1-6/2"],
  ])("%s for %s: %s", (expression, seed, expected) => {
    expect(plain(expression, seed)).toBe(expected);
  });

  test("within the range, a step from its start, and accepted, for every name", () => {
    const ranges = fc
      .tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
      .filter(([a, b]) => a <= b);
    fc.assert(
      fc.property(fc.string(), ranges, fc.integer({ min: 1, max: 60 }), (seed, [low, high], step) => {
        const minute = Number(plain(`H(${low}-${high}) * * * *`, seed).split(" ")[0]);
        expect(minute).toBeGreaterThanOrEqual(low);
        expect(minute).toBeLessThanOrEqual(high);
        const expression = `H(${low}-${high})/${step} * * * *`;
        expect(parseCronSchedule([], expression, "UTC", { seed, now: 0 }).ok).toBe(true);
        const hour = cronTable("UTC", expression, { seed }).between(-1, 3_599_999, 100);
        const minutes = hour.map(({ at }) => at / 60_000);
        const first = minutes[0] ?? -1;
        expect(first - low).toBeLessThan(step);
        expect(minutes).toEqual(minutes.map((_, i) => first + i * step));
        expect(first).toBeGreaterThanOrEqual(low);
        expect((minutes.at(-1) ?? 99) <= high && (minutes.at(-1) ?? 0) + step > high).toBe(true);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("fields of one expression differ, names that are equal agree, lower case is the same", () => {
    const [minute, second] = [plain("H * * * *", "a"), withoutHash(["H", "*", "*", "*", "*", "*", "*"], "a")[0]];
    expect(minute.split(" ")[0]).not.toBe(second);
    const times = (expression: string, seed: string) =>
      shownInstants(cronTable("UTC", expression, { seed }).between(0, 9e8, 9));
    expect(times("h h * * *", "a")).toEqual(times("H H * * *", "a"));
    expect(times("H H * * *", "b")).not.toEqual(times("H H * * *", "a"));
  });

  test("a day by the hash is in every month", () => {
    for (let i = 0; i < 200; i++)
      expect(cronTable("UTC", "0 0 H * *", { seed: `task-${i}` }).count(-1, Date.UTC(1971, 0, 1) - 1).count).toBe(12);
  });

  test("an hour by the hash is a fixed time: a gap does not lose it", () => {
    const seed = Array.from({ length: 500 }, (_, i) => `${i}`).find(
      (name) => plain("30 H * * *", name) === "30 2 * * *",
    );
    const timetable = cronTable("Europe/Berlin", "30 H * * *", { seed: seed ?? "" });
    expect(shownInstants([timetable.next(Date.UTC(2026, 2, 28, 12)) ?? { at: 0 }])).toEqual(["2026-03-29T01:00"]);
  });
});

describe("in a schedule", () => {
  test("the expression keeps its H, with the seed beside it; without H there is no seed", () => {
    const read = (expression: string) => parseCronSchedule([], expression, "UTC", { seed: "report", now: 0 });
    expect(read(" H  2 * * * ")).toEqual({
      ok: true,
      value: { kind: "CRON", expression: "H 2 * * *", timezone: "UTC", seed: "report" },
    });
    expect(read("0 2 * MARCH *").ok).toBe(false);
    expect(read("0 2 * MAR THU")).toEqual({
      ok: true,
      value: { kind: "CRON", expression: "0 2 * MAR THU", timezone: "UTC" },
    });
  });

  test("without a name an H is refused at its place", () => {
    const result = parseCronSchedule([], "0 5,H * * *", "UTC", { now: 0 });
    expect(result.ok ? "" : result.errors[0]?.message).toBe(
      'The cron expression "0 5,H * * *" has "H" (position 5), a value by the hash of a task\'s name, and there is no such name here. Example: "30 2 * * 1-5".',
    );
  });

  test.each([
    ["H 2 * * *", "Every day at 02:49 (H: by this task's hash)"],
    ["H/15 * * * *", "Every 15 minutes, starting at 4 minutes past the hour (H: by this task's hash)"],
    ["H H(0-5) * * MON-FRI", "At 01:49, Monday through Friday (H: by this task's hash)"],
    ["0 H H * * *", "Every day at 07:49 (H: by this task's hash)"],
  ])("%s in words: %s", (expression, words) => {
    expect(describeSchedule({ kind: "CRON", expression, timezone: "UTC", seed: "report" })).toBe(words);
  });
});
