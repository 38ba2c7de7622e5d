// A real streaming replica: it answers reads, nobody sees an older state for it, and it takes over without a number given out twice.
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { data } from "../support/client.ts";
import { startOwnPostgres } from "../support/postgres.ts";
import { startReplica } from "../support/postgres-replica.ts";
import type { PostgresServer } from "../support/postgres-server.ts";
import { startProgram } from "../support/program.ts";
import { aTask } from "../support/tasks.ts";
import { until } from "../support/wait.ts";
import { startWire } from "../support/wire.ts";

let primary: Awaited<ReturnType<typeof startOwnPostgres>>;
let replica: PostgresServer;
const stores: Store[] = [];
const clients: pg.Client[] = [];

beforeAll(async () => {
  primary = await startOwnPostgres(["wal_keep_size=64MB"]);
  replica = await startReplica(primary);
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end().catch(() => {})));
  await replica?.stop();
  await primary.stop();
});

async function open(url: string, replicaUrl: string | null = replica.url): Promise<Store> {
  const store = await openStore(url, { replicaUrl });
  stores.push(store);
  return store;
}
async function client(url: string): Promise<pg.Client> {
  const opened = new pg.Client({ connectionString: url });
  opened.on("error", () => {});
  await opened.connect();
  clients.push(opened);
  return opened;
}

let serial = 0;
async function add(store: Store): Promise<string> {
  const task = aTask({ name: `task ${++serial}` });
  await store.write((tx) => tx.insertTask(task));
  return task.id;
}
const sees = async (store: Store, id: string) => (await (store.replica?.reads ?? store).tasksById([id])).has(id);
/** Of the statement that reads tasks, on this server, by connections that are there now. */
const asked = async (db: pg.Client): Promise<number> => {
  const { rows } = await db.query(
    `SELECT COUNT(*)::int AS n FROM pg_stat_activity WHERE application_name = 'cronograph' AND query LIKE '%FROM tasks%'`,
  );
  return rows[0].n;
};

describe("a read replica", () => {
  it("answers reads, each with all that was committed before it, on any instance", async () => {
    const [store, other] = [await open(primary.url), await open(primary.url)];
    for (let round = 0; round < 50; round++) {
      const id = await add(store);
      expect(await sees(other, id)).toBe(true);
      expect(await sees(store, id)).toBe(true);
    }
    expect(store.replica?.health.state).toBe("USED");
    expect(await asked(await client(replica.url))).toBeGreaterThan(0);
    // The log is read where it is written.
    expect(store.replica?.reads.eventsAfter).toBe(store.eventsAfter);
    expect(store.replica?.reads.headCursor).toBe(store.headCursor);
  });

  it("answers what a gateway is asked", async () => {
    const db = await client(replica.url);
    const before = await asked(db);
    const program = await startProgram({
      DATABASE_URL: primary.url,
      DATABASE_REPLICA_URL: replica.url,
      LOG_LEVEL: "error",
    });
    try {
      // It is asked only once it has all; and a server counts what it was asked a moment later.
      await until(
        "the replica was asked",
        async () => {
          const { tasks } = await data(program.url, "{ tasks(first: 1) { totalCount } }");
          expect(tasks.totalCount).toBeGreaterThan(0);
          return (await asked(db)) > before;
        },
        20_000,
      );
    } finally {
      await program.terminate();
    }
  }, 60_000);

  it("that has stopped applying is not asked: reads still see what was written, and it is used again later", async () => {
    const store = await open(primary.url);
    const db = await client(replica.url);
    const states: string[] = [];
    store.replica?.health.onChange((state) => states.push(state));
    expect(await sees(store, await add(store))).toBe(true);
    await db.query("SELECT pg_wal_replay_pause()");
    await until("it is paused", async () => {
      const { rows } = await db.query("SELECT pg_get_wal_replay_pause_state() AS state");
      return rows[0].state === "paused";
    });
    await until("it is told", async () => {
      const id = await add(store);
      const { rowCount } = await db.query("SELECT 1 FROM tasks WHERE id = $1", [id]);
      expect([rowCount, await sees(store, id)]).toEqual([0, true]);
      return states.length > 0;
    });
    await db.query("SELECT pg_wal_replay_resume()");
    const last = await add(store);
    await until("it is used again", async () => (await sees(store, last)) && states.length > 1);
    expect(states).toEqual(["BEHIND", "USED"]);
  });

  it("that goes away in the middle of questions is noticed by nobody", async () => {
    const store = await open(primary.url);
    const states: string[] = [];
    store.replica?.health.onChange((state) => states.push(state));
    let going = true;
    let answered = 0;
    const asking = [1, 2, 3].map(async () => {
      while (going) {
        expect(await sees(store, await add(store))).toBe(true);
        answered++;
      }
    });
    await until("questions are asked", () => answered > 20);
    await replica.halt("crash");
    await until("it is told", () => states.at(-1) === "AWAY");
    await replica.start();
    await until("it answers again", () => states.at(-1) === "USED", 20_000);
    going = false;
    await Promise.all(asking);
  }, 30_000);

  it("that is another server, or none that follows, is not believed", async () => {
    const store = await open(primary.url, primary.url);
    expect(await sees(store, await add(store))).toBe(true);
    expect(store.replica?.health.state).toBe("AWAY");
  });
});

describe("a failover", () => {
  /** As the address that operators point elsewhere. */
  async function throughWire({ url }: PostgresServer) {
    let to = url;
    const wire = await startWire(url, undefined, () => to);
    const address = new URL(url);
    address.host = new URL(wire.url).host;
    const store = await open(address.href, null);
    return {
      store,
      wire,
      point(at: string) {
        to = at;
      },
    };
  }

  it("to a synchronous replica loses nothing acknowledged, and instances go on by themselves", async () => {
    const admin = await client(primary.url);
    await admin.query("ALTER SYSTEM SET synchronous_standby_names = 'replica'");
    await admin.query("SELECT pg_reload_conf()");
    await until("it is synchronous", async () => {
      const { rows } = await admin.query("SELECT sync_state FROM pg_stat_replication");
      return rows[0]?.sync_state === "sync";
    });
    const { store, wire, point } = await throughWire(primary);
    const heard: number[] = [];
    store.onCommit(({ events }) => heard.push(...events.map(({ cursor }) => cursor)));
    const acknowledged: string[] = [];
    let going = true;
    const load = (async () => {
      while (going) {
        await store.health.probe();
        await add(store).then(
          (id) => acknowledged.push(id),
          () => new Promise((resolve) => setTimeout(resolve, 50)),
        );
      }
    })();
    await until("it works", () => acknowledged.length > 30);
    const before = heard.at(-1) as number;
    await primary.halt("crash");
    const began = performance.now();
    const standby = await client(replica.url);
    await standby.query("SELECT pg_promote()");
    point(replica.url);
    wire.cut();
    const count = acknowledged.length;
    await until("it goes on", () => acknowledged.length > count + 10, 15_000);
    const tookMs = performance.now() - began;
    going = false;
    await load;
    expect(tookMs).toBeLessThan(8_000);
    const { rows } = await standby.query("SELECT id FROM tasks");
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    // Events of the new history have numbers that the old one cannot have given out.
    await until("its events are told", () => (heard.at(-1) as number) > before);
    expect(heard.filter((cursor) => cursor > before + 1_000).every((cursor) => cursor > 10_000_000)).toBe(true);
    expect(heard.at(-1)).toBeGreaterThan(10_000_000);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  }, 40_000);

  it("to a replica that lacks the newest writes gives no number out twice: the log goes on far behind what was told", async () => {
    const old = await startOwnPostgres();
    const next = await startReplica(old);
    onTestFinished(async () => {
      await next.stop();
      await old.stop();
    });
    const { store, wire, point } = await throughWire(old);
    const heard: number[] = [];
    store.onCommit(({ events }) => heard.push(...events.map(({ cursor }) => cursor)));
    const kept = [await add(store), await add(store)];
    const standby = await client(next.url);
    const count = async () => Number((await standby.query("SELECT COUNT(*) AS n FROM tasks")).rows[0].n);
    await until("it has followed", async () => (await count()) === kept.length);
    await standby.query("ALTER SYSTEM SET primary_conninfo = ''");
    await standby.query("SELECT pg_reload_conf()");
    await until(
      "it follows no more",
      async () => (await standby.query("SELECT 1 FROM pg_stat_wal_receiver")).rowCount === 0,
    );
    for (let index = 0; index < 20; index++) await add(store);
    await until("all are told", () => heard.length === 22);
    await old.halt("crash");
    await standby.query("SELECT pg_promote()");
    point(next.url);
    wire.cut();
    await until("it goes on", async () => {
      await store.health.probe();
      return add(store).then(
        () => true,
        () => false,
      );
    });
    await until("it is told", () => heard.length > 22);
    expect(await count()).toBe(kept.length + 1);
    expect(heard.slice(0, 22)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    // Counted from what the new primary knew.
    expect(heard.slice(22)).toEqual([10_000_003]);
  }, 40_000);
});
