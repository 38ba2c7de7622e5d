// The connections to the database. Writes share transactions on one connection, in groups; reads have a connection of their own, so
// that none sees an uncommitted change. An in-memory database has one connection only, so there reads queue with the writes.
import { setImmediate as nextTurn } from "node:timers/promises";
import { Commits } from "./commits.ts";
import { Connection, SqliteFactory } from "./connections.ts";
import { GroupCommit } from "./group-commit.ts";
import { Health } from "./health.ts";
import { migrate } from "./migrate.ts";
import type { DatabaseClock } from "./postgres/clock.ts";
import type { Replica } from "./postgres/replica.ts";
import type { Told } from "./postgres/wire.ts";
import { PrismaClient } from "./prisma/client.ts";
import { type Queryable, sql } from "./sql.ts";
import { type Ownership, own, refuseDamaged } from "./sqlite-file.ts";
import { Turns } from "./turns.ts";

/** Prisma's models, to read what is not hot. */
export type Models = Pick<PrismaClient, "instance">;

export type Transaction = Queryable;

/** What a probe writes and takes back: room for the results that wait. */
const PROBE_BYTES = 65_536;

export interface Database {
  readonly health: Health;
  readonly kind: "sqlite" | "sqlite-memory" | "postgresql";
  /** Whether no other process uses it. */
  readonly exclusive: boolean;
  /** The database's own clock; null: this machine's counts. */
  readonly clock: DatabaseClock | null;
  readonly commits: Commits;
  readonly replica: Replica | null;
  /** To be asked within `read` alone. */
  readonly models: Models;
  /** What the tables need from time to time. */
  upkeep(): Promise<void>;
  /** Within a write, at its end: what its commit is to tell other processes. */
  announce(told: Told): void;
  /** After the commit, in the order of commits: tells this process's listeners. */
  committed(told: Told): void;
  /** Shares its commit with other writes but not their fate: resolves after it, and keeps nothing when `work` throws. */
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For a change that needs no turn among the writers of other processes: one statement, which may be repeated. */
  apart<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /** Sees committed changes only, and all that were committed before the call. */
  read<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  /** Reads while nothing is written: all of it is as of one instant. Keeps writers waiting, so it must be short. */
  still<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `location` is a file's path or `:memory:`. */
export async function openSqlite(location: string): Promise<Database> {
  const memory = location === ":memory:";
  let ownership: Ownership | undefined;
  try {
    if (!memory) {
      ownership = own(location);
      refuseDamaged(location);
    }
    const factory = new SqliteFactory(location);
    await migrate(memory ? factory.shared() : factory, memory ? "The in-memory database" : location);
    const writer = new Connection(await factory.connect());
    const reader = memory
      ? writer
      : new Connection(await new SqliteFactory(location, "PRAGMA query_only = ON;").connect());
    return new SqliteDatabase(memory ? "sqlite-memory" : "sqlite", writer, reader, ownership);
  } catch (error) {
    ownership?.release();
    throw error;
  }
}

class SqliteDatabase implements Database {
  readonly #turns = new Turns();
  readonly exclusive = true;
  readonly clock = null;
  readonly replica = null;
  readonly commits = new Commits();
  readonly health = new Health(() => this.#probe());
  readonly models: PrismaClient;
  readonly #writes: GroupCommit<Transaction>;
  readonly #probes: GroupCommit<Transaction>;

  constructor(
    readonly kind: "sqlite" | "sqlite-memory",
    private readonly writer: Connection,
    private readonly reader: Connection,
    private readonly ownership: Ownership | undefined,
  ) {
    this.models = new PrismaClient({ adapter: modelsOn(reader) });
    const options = {
      connection: writer,
      transaction: writer,
      inTurn: (group: () => Promise<void>) => this.#turns.take(group),
      // In one turn of the event loop all requests that have come together are read. In memory no commit is worth sharing.
      gather: kind === "sqlite" ? () => nextTurn() : async () => {},
      explained: (error: unknown) => this.health.explained(error, true),
    };
    this.#writes = new GroupCommit<Transaction>({ ...options, allowed: () => this.health.refuseWrites() });
    this.#probes = new GroupCommit<Transaction>({ ...options, allowed: () => {} });
  }

  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#writes.write(work);
  }

  apart<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.write(work);
  }

  async upkeep(): Promise<void> {}

  announce(): void {}

  committed(told: Told): void {
    this.commits.tell(told);
  }

  read<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.kind === "sqlite" ? this.#read(work) : this.still(work);
  }

  still<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.#turns.take(() => this.#read(work));
  }

  async #read<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    try {
      return await work(this.reader);
    } catch (error) {
      throw this.health.explained(error, false);
    }
  }

  async close(): Promise<void> {
    await this.#turns.over();
    this.commits.clear();
    await this.models.$disconnect();
    for (const connection of new Set([this.reader, this.writer])) connection.close();
    this.ownership?.release();
  }

  /** Two commits: the room is taken, then given back for the next write. */
  async #probe(): Promise<void> {
    for (const bytes of [PROBE_BYTES, 0]) {
      const value = JSON.stringify(" ".repeat(bytes));
      const save = sql`INSERT INTO facts (key, value) VALUES ('storage.probe', ${value})
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
      await this.#probes.write((tx) => tx.$executeRaw(save));
    }
  }
}

/** Prisma's models on this very connection. */
const modelsOn = ({ adapter }: Connection) => ({
  provider: adapter.provider,
  adapterName: adapter.adapterName,
  connect: async () => adapter,
});
