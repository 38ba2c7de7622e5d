// No event is passed over on PostgreSQL, whatever the order in which transactions commit.
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { EVENTS_OF_A_TRANSACTION, LogOrder, type LogPage, logBase } from "../../server/store/postgres/log-order.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

const WRITERS = 6;
const WRITES = 120;
const READERS = 4;

let postgres: TestPostgres;
let reader: pg.Client;
const order = new LogOrder(0);
beforeAll(async () => {
  postgres = await startPostgres();
  reader = await postgres.client();
}, 60_000);
afterAll(() => postgres?.stop());
beforeEach(async () => {
  await reader.query("DROP TABLE IF EXISTS events");
  await reader.query("CREATE TABLE events (number bigserial, cursor bigint PRIMARY KEY, data jsonb NOT NULL)");
});

const texts = ({ events }: LogPage) => events.map(({ data }) => data);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function allOf(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query("SELECT data FROM events ORDER BY cursor");
  return rows.map(({ data }) => data as unknown);
}

it("an event of a transaction that commits late is not passed over; a sequence alone would do that", async () => {
  const [early, late] = [await postgres.client(), await postgres.client()];
  await early.query("BEGIN");
  await order.append(early, ["early"]);
  await late.query("BEGIN");
  await order.append(late, ["late 1", "late 2"]);
  await late.query("COMMIT");

  const bySequence = await reader.query("SELECT data, number FROM events ORDER BY number");
  expect(bySequence.rows.map(({ data }) => data)).toEqual(["late 1", "late 2"]);
  const first = await order.after(reader, 0, 10);
  expect(texts(first)).toEqual([]);

  await early.query("COMMIT");
  // Whoever follows the sequence has passed over "early" for good: its number is below what was read.
  const passed = await reader.query("SELECT data FROM events WHERE number > $1", [bySequence.rows.at(-1).number]);
  expect(passed.rows).toEqual([]);
  const second = await order.after(reader, first.through, 10);
  expect(texts(second)).toEqual(["early", "late 1", "late 2"]);
  expect(texts(await order.after(reader, second.through, 10))).toEqual([]);
});

it("what is rolled back, and who only reads, holds nobody up", async () => {
  const [gone, reads, writes] = [await postgres.client(), await postgres.client(), await postgres.client()];
  await reads.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  await reads.query("SELECT * FROM events");
  await gone.query("BEGIN");
  await order.append(gone, ["gone"]);
  await writes.query("BEGIN");
  await order.append(writes, ["kept"]);
  await writes.query("COMMIT");
  expect(texts(await order.after(reader, 0, 10))).toEqual([]);
  await gone.query("ROLLBACK");
  expect(texts(await order.after(reader, 0, 10))).toEqual(["kept"]);
  await reads.query("ROLLBACK");
});

it("pages keep the order of the log and of each transaction, and tell how far it is settled", async () => {
  await reader.query("BEGIN");
  await order.append(reader, ["a", "b", "c"]);
  await order.append(reader, ["d"], 3);
  await reader.query("COMMIT");
  const page = await order.after(reader, 0, 3);
  expect([texts(page), page.more]).toEqual([["a", "b", "c"], true]);
  const rest = await order.after(reader, page.through, 3);
  expect([texts(rest), rest.more]).toEqual([["d"], false]);
  expect(rest.through).toBeGreaterThan(rest.events.at(-1)?.cursor as number);
  await expect(order.append(reader, ["one too many"], EVENTS_OF_A_TRANSACTION)).rejects.toThrow(RangeError);
});

it(`${READERS} readers that resume at random miss and double nothing while ${WRITERS} write, wait and roll back`, async () => {
  let random = 4_711;
  const next = (below: number) => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((random / 2_147_483_648) * below);
  };
  let writing = WRITERS;
  const write = async (writer: number) => {
    const client = await postgres.client();
    for (let i = 0; i < WRITES; i++) {
      await client.query("BEGIN");
      let from = 0;
      for (let part = 0; part <= next(3); part++) {
        const data = Array.from({ length: 1 + next(4) }, (_, k) => `${writer}.${i}.${from + k}`);
        await order.append(client, data, from);
        from += data.length;
        await pause(next(4));
      }
      await client.query(next(8) === 0 ? "ROLLBACK" : "COMMIT");
    }
    writing--;
  };
  const follow = async () => {
    const client = await postgres.client();
    const seen: unknown[] = [];
    let at = 0;
    for (;;) {
      const over = writing === 0;
      const page = await order.after(client, at, 1 + next(20));
      // A reader may be cut off anywhere and goes on after the last event that it has, or after what it was told is settled.
      const taken = next(3) === 0 ? page.events.slice(0, next(page.events.length + 1)) : page.events;
      seen.push(...taken.map(({ data }) => data));
      at = taken.length === page.events.length ? page.through : (taken.at(-1)?.cursor ?? at);
      if (over && !page.more && taken.length === page.events.length) return seen;
      await pause(next(3));
    }
  };
  const [, ...read] = await Promise.all([
    Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer))),
    ...Array.from({ length: READERS }, follow),
  ]);
  const all = await allOf(reader);
  expect(all.length).toBeGreaterThan(WRITERS * WRITES);
  for (const seen of read) expect(seen).toEqual(all);
});

it("after a restore on a new server, which counts from the beginning, the log goes on behind what it has", async () => {
  const newest = EVENTS_OF_A_TRANSACTION * 5_000_000;
  await reader.query("INSERT INTO events (cursor, data) VALUES ($1, '\"restored\"')", [newest]);
  const base = await logBase(reader, 0);
  const restored = new LogOrder(base);
  const [cursor] = await restored.append(reader, ["new"]);
  expect(cursor).toBeGreaterThan(newest);
  expect(texts(await restored.after(reader, 0, 10))).toEqual(["restored", "new"]);
  expect(await logBase(reader, base)).toBe(base);
});
