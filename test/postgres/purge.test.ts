// The short form of `npm run bench:purge`: retention works through many old runs while two instances fire, and nobody waits long for it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { median } from "../bench/figures.ts";
import { playPurge } from "../bench/purge/play.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

/** As docs/guarantees.md has it, of a run's start. */
const WINDOW_MS = 10_000;
/** A machine that does other things as well makes single ones slow: the long form looks at nearly all of them. */
const USUAL_BATCH_MS = 200;

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

it("removes 4,000 old runs in small transactions while every scheduled run starts in its window", async () => {
  const { left, batchMs, lateMs, missing, runs } = await playPurge(await postgres.database(), 4_000, 60_000);
  // The newest run of each task's schedule stays.
  expect(left).toBe(10);
  expect(batchMs.length).toBeGreaterThanOrEqual(runs / 200);
  expect(median(batchMs)).toBeLessThan(USUAL_BATCH_MS);
  expect(missing).toBe(0);
  expect(lateMs.length).toBeGreaterThan(20);
  expect(Math.max(...lateMs)).toBeLessThan(WINDOW_MS);
  expect(Math.min(...lateMs)).toBeGreaterThanOrEqual(0);
}, 120_000);
