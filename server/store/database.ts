// The connection to the database. Writes are interactive transactions, one after the other on one connection; reads have a
// connection of their own, so that none sees an uncommitted change: Prisma's adapter runs what is outside a transaction on the
// transaction's own connection. An in-memory database has one connection only, so there reads queue with the writes.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Health } from "./health.ts";
import { migrate } from "./migrate.ts";
import { PrismaClient } from "./prisma/client.ts";
import { type Queryable, sql } from "./sql.ts";
import { type Ownership, own, refuseDamaged } from "./sqlite-file.ts";

export type Transaction = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** How long a write may wait for its turn, and then take. Far above what writes need: they hold no I/O of ours. */
const TRANSACTION_LIMITS = { maxWait: 30_000, timeout: 30_000 };

/**
 * How long a connection waits for another program's lock. It blocks this whole process, so it is short: the health's probe and the
 * loops try again.
 */
const LOCK_WAIT_MS = 250;
/** What a probe writes and takes back: room for the results that wait. */
const PROBE_BYTES = 65_536;

export interface Database {
  readonly health: Health;
  readonly kind: "sqlite" | "sqlite-memory";
  /** Runs alone, commits before it resolves, rolls back when `work` throws. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Sees committed changes only, and all that were committed before the call. */
  read<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /** Reads while nothing is written: all of it is as of one instant. Keeps writers waiting, so it must be short. */
  still<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `location` is a file's path or `:memory:`. */
export async function openDatabase(location: string): Promise<Database> {
  const memory = location === ":memory:";
  let ownership: Ownership | undefined;
  try {
    if (!memory) {
      ownership = own(location);
      refuseDamaged(location);
    }
    const factory = new SqliteFactory(location);
    await migrate(memory ? factory.shared() : factory, memory ? "The in-memory database" : location);
    const writer = new PrismaClient({ adapter: factory, transactionOptions: TRANSACTION_LIMITS });
    const reader = memory
      ? writer
      : new PrismaClient({ adapter: new SqliteFactory(location, "PRAGMA query_only = ON;") });
    return new PrismaDatabase(memory ? "sqlite-memory" : "sqlite", writer, reader, ownership);
  } catch (error) {
    ownership?.release();
    throw error;
  }
}

/** Opens connections with our settings. In memory every connection is the first one: a second would be another database. */
class SqliteFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "sqlite" as const;
  readonly adapterName = "@prisma/adapter-better-sqlite3";
  readonly #inner: PrismaBetterSqlite3;
  readonly #memory: boolean;
  #first: Promise<SqlDriverAdapter> | undefined;

  constructor(
    location: string,
    private readonly extraPragmas = "",
  ) {
    this.#memory = location === ":memory:";
    this.#inner = new PrismaBetterSqlite3({ url: location, timeout: LOCK_WAIT_MS });
  }

  connect(): Promise<SqlDriverAdapter> {
    if (!this.#memory) return this.#open();
    this.#first ??= this.#open();
    return this.#first;
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.#inner.connectToShadowDb() as Promise<SqlDriverAdapter>;
  }

  /** For the migration engine, which disposes of its connection: here that must not end the database. */
  shared(): SqlMigrationAwareDriverAdapterFactory {
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      connectToShadowDb: () => this.connectToShadowDb(),
      connect: async () => {
        const connection = await this.connect();
        return new Proxy(connection, {
          get: (target, key) => {
            if (key === "dispose") return async () => {};
            const value = Reflect.get(target, key, target);
            return typeof value === "function" ? value.bind(target) : value;
          },
        });
      },
    };
  }

  async #open(): Promise<SqlDriverAdapter> {
    const connection = (await this.#inner.connect()) as SqlDriverAdapter;
    await connection.executeScript(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; ${this.extraPragmas}`,
    );
    return connection;
  }
}

class PrismaDatabase implements Database {
  #last: Promise<unknown> = Promise.resolve();
  readonly health = new Health(() => this.#probe());

  constructor(
    readonly kind: "sqlite" | "sqlite-memory",
    private readonly writer: PrismaClient,
    private readonly reader: PrismaClient,
    private readonly ownership: Ownership | undefined,
  ) {}

  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      this.health.refuseWrites();
      return this.#transaction(work);
    }, true);
  }

  read<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.kind === "sqlite"
      ? this.#explained(() => work(this.reader), false)
      : this.#inTurn(() => work(this.reader), false);
  }

  still<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(this.reader), false);
  }

  async close(): Promise<void> {
    await this.#last.catch(() => {});
    await this.reader.$disconnect();
    if (this.reader !== this.writer) await this.writer.$disconnect();
    this.ownership?.release();
  }

  #transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.writer.$transaction((tx) => work(tx as Transaction));
  }

  /** Two commits: the room is taken, then given back for the next write. */
  async #probe(): Promise<void> {
    for (const bytes of [PROBE_BYTES, 0]) {
      const value = JSON.stringify(" ".repeat(bytes));
      const save = sql`INSERT INTO facts (key, value) VALUES ('storage.probe', ${value})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
      await this.#inTurn(() => this.#transaction((tx) => tx.$executeRaw(save)), true);
    }
  }

  #inTurn<T>(work: () => Promise<T>, writing: boolean): Promise<T> {
    const turn = this.#last.then(() => this.#explained(work, writing));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #explained<T>(work: () => Promise<T>, writing: boolean): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.health.explained(error, writing);
    }
  }
}
