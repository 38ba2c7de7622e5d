// What goes wrong between an instance and its database: it says so, refuses what it cannot keep, and goes on by itself.
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import type { Event } from "../../server/domain/types.ts";
import { openStore } from "../../server/store/index.ts";
import { startOwnPostgres } from "../support/postgres.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";
import { until } from "../support/wait.ts";
import { startWire } from "../support/wire.ts";

let postgres: Awaited<ReturnType<typeof startOwnPostgres>>;
let url: string;
let db: pg.Client;
const stores: Store[] = [];

beforeAll(async () => {
  postgres = await startOwnPostgres(["max_connections=30"]);
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  url = await postgres.database();
  await open();
  db = await postgres.client(url);
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await db.end();
});

async function open(to = url): Promise<Store> {
  const store = await openStore(to);
  stores.push(store);
  return store;
}

let serial = 0;
const add = (store: Store, changes = {}) => {
  const task = aTask({ name: `task ${++serial}`, ...changes });
  return store.write(async (tx) => {
    await tx.insertTask(task);
    return (await tx.insertRuns(NOON, [aRun(task, NOON)]))[0]?.id as string;
  });
};
const claim = (store: Store, now = NOON) =>
  store.write((tx) => tx.claim({ instanceId: "here", now, leaseUntil: now + 9_000, slots: { MODULE: 50 } }));

/** As the storage loop of an instance does every second. */
const recovered = (store: Store, withinMs: number) =>
  until(
    "the database takes writes again",
    async () => {
      await store.health.probe();
      return store.health.trouble === null;
    },
    withinMs,
  );

/** Ends the server's side of connections: of which is told by what they did last. */
async function end(query: string): Promise<number> {
  const { rowCount } = await db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE $1`,
    [query],
  );
  return rowCount ?? 0;
}

function heard(store: Store): Event[] {
  const events: Event[] = [];
  store.onCommit((commit) => events.push(...commit.events));
  return events;
}

describe("connections that are ended", () => {
  it("are made anew: a write that they took along is refused, the next one is kept, and reads notice nothing", async () => {
    const [store] = stores as [Store];
    await add(store);
    expect(await end("%")).toBeGreaterThan(2);
    expect((await store.runs({}, { field: "CREATED_AT", direction: "ASC" }, page)).items).toHaveLength(1);
    await add(store).catch(() => {});
    await recovered(store, 5_000);
    await add(store);
    const { items } = await store.runs({}, { field: "CREATED_AT", direction: "ASC" }, page);
    expect(items.length).toBeGreaterThanOrEqual(2);
  });

  it("that listened are made anew, and what was said meanwhile is heard: events in order, and lines of logs", async () => {
    const [store] = stores as [Store];
    const other = await open();
    const events = heard(other);
    const logs: boolean[] = [];
    other.onCommit(({ logsOf }) => logs.push(logsOf.has("any run")));
    await add(store);
    await until("the first is heard", () => events.length === 2);
    expect(await end("LISTEN%")).toBeGreaterThan(0);
    expect(await end("SELECT 1")).toBeGreaterThanOrEqual(0);
    for (let count = 0; count < 5; count++) await add(store);
    await until("all are heard", () => events.length === 12, 5_000);
    await until("any log may have new lines", () => logs.includes(true), 5_000);
    expect(events.map(({ cursor }) => cursor)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });
});

const page = { limit: 50, from: null, direction: "forward" } as const;

describe("a link that goes silent", () => {
  it("refuses within seconds, takes no write meanwhile, and is replaced", async () => {
    const wire = await startWire(url);
    const far = new URL(url);
    far.port = new URL(wire.url).port;
    const store = await open(far.href);
    await add(store);
    wire.cut("silence");
    wire.refusing = true;
    const began = performance.now();
    await expect(add(store)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(store.health.trouble?.message).toMatch(/cannot be reached/);
    await expect(add(store)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    wire.refusing = false;
    await recovered(store, 10_000);
    await add(store);
    // What the silent connection had open is ended by the server: nobody else waits for its lock for long.
    await add(stores[0] as Store);
  });
});

describe("a server that is away", () => {
  it.each(["fast", "crash"] as const)(
    "for some seconds (%s): nothing acknowledged is lost, and all goes on",
    async (how) => {
      const [store] = stores as [Store];
      const kept = await Promise.all(Array.from({ length: 20 }, () => add(store)));
      const events = heard(store);
      const during = Promise.allSettled(Array.from({ length: 20 }, () => add(store)));
      await postgres.halt(how);
      const answered = await during;
      await expect(add(store)).rejects.toMatchObject({ code: "UNAVAILABLE" });
      await expect(store.runsById(kept)).rejects.toMatchObject({ code: "UNAVAILABLE" });
      await postgres.start();
      await recovered(store, 10_000);
      db = await postgres.client(url);
      const acknowledged = answered.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      const ids = [...kept, ...acknowledged];
      expect((await store.runsById(ids)).size).toBe(ids.length);
      const before = events.length;
      await add(store);
      await until("events are told again", () => events.length >= before + 2);
      const told = events.map(({ cursor }) => cursor);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(new Set(told).size).toBe(told.length);
    },
  );
});

describe("somebody else's locks", () => {
  it("on a table are waited for shortly, then refused in words, and over when they are", async () => {
    const [store] = stores as [Store];
    await db.query("BEGIN");
    await db.query(`LOCK TABLE runs IN ACCESS EXCLUSIVE MODE`);
    await expect(add(store)).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.stringMatching(/locked/) });
    await db.query("ROLLBACK");
    await recovered(store, 5_000);
    await add(store);
  });

  it("on a run's row hold up no other run", async () => {
    const [store] = stores as [Store];
    const ids = await Promise.all(Array.from({ length: 3 }, () => add(store)));
    await db.query("BEGIN");
    await db.query(`SELECT 1 FROM runs WHERE id = $1 FOR UPDATE`, [ids[1]]);
    const { claimed } = await claim(store);
    expect(new Set(claimed.map(({ run }) => run.id))).toEqual(new Set([ids[0], ids[2]]));
    await db.query("ROLLBACK");
    expect((await claim(store)).claimed.map(({ run }) => run.id)).toEqual([ids[1]]);
  });

  it("held by an instance that has stopped dead in its transaction are taken from it", async () => {
    const [store] = stores as [Store];
    await db.query(`SET idle_in_transaction_session_timeout = 2000`);
    await db.query("BEGIN");
    await db.query(`SELECT pg_advisory_xact_lock(${0x63726f6e})`);
    const began = performance.now();
    await add(store);
    expect(performance.now() - began).toBeLessThan(4_000);
    db = await postgres.client(url);
  });
});

describe("connections that run out", () => {
  it("are named, and the instance goes on when there are some again", async () => {
    const [store] = stores as [Store];
    const hogs: pg.Client[] = [];
    for (;;) {
      try {
        hogs.push(await postgres.client(url));
      } catch {
        break;
      }
    }
    await end("%COMMIT%");
    await expect(openStore(url)).rejects.toMatchObject({ message: expect.stringMatching(/cannot be used/) });
    for (const hog of hogs) await hog.end();
    await recovered(store, 5_000);
    await add(store);
  });

  it("wait for one another in a pool of one", async () => {
    const store = await open(`${url}?connection_limit=1`);
    const id = await add(store);
    const found = await Promise.all(Array.from({ length: 50 }, () => store.runsById([id])));
    expect(found.every((each) => each.size === 1)).toBe(true);
  });
});
