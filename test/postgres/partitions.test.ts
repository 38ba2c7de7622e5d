// The event log in parts: made ahead, dropped as a whole, and a subscriber's cursor passes from one into the next.
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { aTask, NOON } from "../support/tasks.ts";

const DAY = 86_400_000;
let postgres: TestPostgres;
let db: pg.Client;
let store: Store;
let serial = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  const url = await postgres.database();
  store = await openStore(url);
  db = await postgres.client(url);
});
afterEach(() => store.close());

async function parts(): Promise<string[]> {
  const { rows } = await db.query(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'events'::regclass`,
  );
  return rows.map(({ name }) => name as string).sort();
}

/** The next event is numbered beyond this. */
const jump = (cursor: number) => store.write((tx) => tx.saveFact("events.floor", String(cursor)));
const event = (at: number) =>
  store.write((tx) => tx.insertTask(aTask({ name: `task ${++serial}`, createdAt: at, updatedAt: at })));
const cursors = async () => (await store.eventsAfter(0, 1_000)).map(({ cursor }) => cursor);

describe("the parts of the event log", () => {
  it("are made before they are needed", async () => {
    expect(await parts()).toEqual(["events_0", "events_rest"]);
    await jump(700_000);
    await event(NOON);
    await store.upkeep();
    await store.upkeep();
    expect(await parts()).toEqual(["events_0", "events_1", "events_rest"]);
    await jump(999_998);
    for (let count = 0; count < 4; count++) await event(NOON);
    expect(await cursors()).toEqual([700_001, 999_999, 1_000_000, 1_000_001, 1_000_002]);
    const { rows } = await db.query(`SELECT cursor FROM events_1 ORDER BY cursor`);
    expect(rows.map(({ cursor }) => Number(cursor))).toEqual([1_000_000, 1_000_001, 1_000_002]);
    expect((await store.eventsAfter(999_999, 2)).map(({ cursor }) => cursor)).toEqual([1_000_000, 1_000_001]);
    // Or after all, with what has come meanwhile.
    await jump(5_000_000);
    await event(NOON);
    await store.upkeep();
    expect(await parts()).toEqual(["events_0", "events_1", "events_5", "events_rest"]);
    expect((await cursors()).at(-1)).toBe(5_000_001);
    expect((await db.query(`SELECT COUNT(*)::int AS count FROM events_rest`)).rows).toEqual([{ count: 0 }]);
  });

  it("go as a whole once all in them is old, and a cursor of before is told so", async () => {
    await event(NOON);
    await event(NOON + 1_000);
    await jump(1_000_000);
    await store.upkeep();
    await event(NOON + 2_000);
    await jump(2_000_005);
    await store.upkeep();
    await event(NOON + 3_000);
    const prune = (before: number) => store.write((tx) => tx.pruneEvents(before, 1_000));
    // Not all of the oldest part is old, and it did not take long to fill: it waits.
    expect(await prune(NOON + 500)).toBe(0);
    expect(await prune(NOON + 1_500)).toBe(2);
    expect(await parts()).toEqual(["events_1", "events_2", "events_rest"]);
    expect(await store.eventsPrunedThrough()).toBe(2);
    expect(await prune(NOON + 10_000)).toBe(1);
    // The newest event stays: it tells how far the log has come.
    expect(await prune(NOON + 10_000)).toBe(0);
    expect(await cursors()).toEqual([2_000_006]);
    expect(await store.eventsPrunedThrough()).toBe(1_000_001);
  });

  it("that took long to fill lose their old events one by one, as does what came before a part was there", async () => {
    await event(NOON);
    await event(NOON + 3 * DAY);
    // Nobody made a part for these.
    await jump(3_000_000);
    await event(NOON + 4 * DAY);
    await event(NOON + 5 * DAY);
    const prune = (before: number) => store.write((tx) => tx.pruneEvents(before, 1_000));
    expect(await prune(NOON + DAY)).toBe(1);
    expect(await cursors()).toEqual([2, 3_000_001, 3_000_002]);
    expect(await prune(NOON + 9 * DAY)).toBe(1);
    expect(await prune(NOON + 9 * DAY)).toBe(1);
    expect(await cursors()).toEqual([3_000_002]);
    expect(await parts()).toEqual(["events_rest"]);
  });
});
