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
