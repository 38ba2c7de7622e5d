// Random cron expressions, zones and instants for the property tests. One fixed seed keeps every run the same.

import fc from "fast-check";
import type { CronSchedule } from "../../../server/domain/types.ts";

export const SEED = 20_261_123;

/** Zones whose clocks change in every odd way that tzdata knows. */
export const ODD_ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Sao_Paulo",
  "America/Havana",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Europe/Dublin",
  "Pacific/Apia",
  "Pacific/Chatham",
  "America/Recife",
] as const;

export const zones = fc.constantFrom(...ODD_ZONES);

const item = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min, max }).map(String) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
        .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min, max }), fc.integer({ min, max }), fc.integer({ min: 1, max: 7 }))
        .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}/${step}`),
    },
  );

const list = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(item(min, max), { minLength: 1, maxLength: 3 }).map((items) => items.join(","));

const star = (size: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant("*"),
    fc.integer({ min: 1, max: size }).map((step) => `*/${step}`),
  );

const field = (min: number, max: number, stars: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 10 - stars, arbitrary: list(min, max) },
    { weight: stars, arbitrary: star(Math.min(max - min + 1, 7)) },
  );

/** Five fields without L and #, most of them with a time between 0 and 3 o'clock, where clocks change. */
export const plainExpressions = fc
  .tuple(
    field(0, 59, 3),
    fc.oneof({ weight: 3, arbitrary: field(0, 3, 2) }, { weight: 1, arbitrary: field(0, 23, 5) }),
    field(1, 31, 8),
    field(1, 12, 9),
    field(0, 7, 8),
  )
  .map((fields) => fields.join(" "));

const lastOrNth = fc.constantFrom(
  "0 0 L * *",
  "30 2 1,L * *",
  "15 1 * * 1#2",
  "0 3 * * 5L",
  "30 1 * * 0L,3L",
  "0 0 L * 1",
  "5 2 */2 * 1",
  "0 12 29 2 *",
);
const withSeconds = fc.tuple(field(0, 59, 3), plainExpressions).map(([second, rest]) => `${second} ${rest}`);

/** Everything that `parseCronSchedule` may take; a few can never run and are left out by the tests. */
export const expressions = fc.oneof(
  { weight: 5, arbitrary: plainExpressions },
  { weight: 2, arbitrary: withSeconds },
  { weight: 1, arbitrary: lastOrNth },
);

/** Instants of 1972 to 2060. */
export const instants = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2060, 0, 1) });

export const cron = (timezone: string, expression: string): CronSchedule => ({ kind: "CRON", expression, timezone });

const wrapping = (values: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...values), fc.constantFrom(...values), fc.integer({ min: 1, max: 5 }))
    .map(([a, b, step]) => `${a}-${b}${step === 1 ? "" : `/${step}`}`);
const upTo = (min: number, max: number): string[] => Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
const WEEKDAY_NAMES = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const weekdayName = fc.constantFrom(...WEEKDAY_NAMES, "0", "3", "7");
const listOf = (item: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => items.join(","));

const dialectDates = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom("*", "?", "*/3") },
  {
    weight: 5,
    arbitrary: listOf(
      fc.oneof(
        fc.integer({ min: 1, max: 31 }).map(String),
        fc.integer({ min: 1, max: 31 }).map((day) => `${day}W`),
        fc.integer({ min: 0, max: 30 }).map((back) => `L-${back}`),
        fc.integer({ min: 0, max: 30 }).map((back) => `L-${back}W`),
        fc.constantFrom("L", "LW", "10/7"),
        wrapping(upTo(1, 31)),
      ),
    ),
  },
);
const dialectWeekdays = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("*", "?", "*/2") },
  {
    weight: 4,
    arbitrary: listOf(
      fc.oneof(
        weekdayName,
        weekdayName.map((name) => `${name}L`),
        fc.tuple(weekdayName, fc.integer({ min: 1, max: 5 })).map(([name, nth]) => `${name}#${nth}`),
        wrapping(WEEKDAY_NAMES),
      ),
    ),
  },
);

/** Seven fields, the second 0, of everything that five plain fields cannot say. */
export const dialectExpressions = fc
  .tuple(
    fc.oneof(fc.constantFrom("*", "0", "*/20", "5/15"), listOf(wrapping(upTo(0, 59)))),
    fc.oneof(fc.constantFrom("*", "0", "1-3", "22/1"), listOf(wrapping(upTo(0, 23)))),
    dialectDates,
    fc.oneof(fc.constantFrom("*", "JAN", "2/3"), wrapping(["JAN", "FEB", "MAR", "6", "SEP", "NOV", "12"])),
    dialectWeekdays,
    fc.oneof(fc.constantFrom("*", "*", "2026-2030", "2027", "2020/4", "*/3", "2024,2028-2032/2")),
  )
  .map((fields) => ["0", ...fields].join(" "));
