// A database of PostgreSQL, shared by any number of instances: one connection writes in turn with other instances, one renews leases, a few read, one listens.
import { setImmediate as nextTurn } from "node:timers/promises";
import pg from "pg";
import { StartupError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/ports.ts";
import { Commits } from "../commits.ts";
import type { Database, Models, Transaction } from "../database.ts";
import { eventsAfter, headCursor } from "../events.ts";
import { GroupCommit } from "../group-commit.ts";
import { Health } from "../health.ts";
import { one, type Queryable, raw, sql } from "../sql.ts";
import { Turns } from "../turns.ts";
import { type Access, accessOf, BY_INDEX, shownUrl } from "./access.ts";
import { CLOCK, type DatabaseClock, databaseClock } from "./clock.ts";
import { PostgresQueryable } from "./connection.ts";
import { Feed } from "./feed.ts";
import { migratePostgres } from "./migrate.ts";
import { modelsOn } from "./models.ts";
import { logHead, makeParts, partsMissing } from "./partitions.ts";
import { Replica } from "./replica.ts";
import { isLost, troubleOf } from "./trouble.ts";
import type { Told } from "./wire.ts";
import { Writer } from "./writer.ts";

export interface PostgresOptions {
  readonly clock: Clock;
  /** For LISTEN, where a pooler in transaction mode stands before the database. */
  readonly listenUrl?: string | null;
  /** Of a streaming replica that may answer reads. */
  readonly replicaUrl?: string | null;
}

/** @throws StartupError when it cannot be reached or is not safe to use */
export async function openPostgres(
  url: string,
  { clock, listenUrl = null, replicaUrl = null }: PostgresOptions,
): Promise<Database> {
  const access = accessOf(url, listenUrl);
  const pool = poolOf(access, access.readers);
  // Leases wait for no read.
  const leases = poolOf(access, 1);
  if (access.session) leases.on("connect", byIndex);
  const closing: (() => Promise<unknown>)[] = [() => pool.end(), () => leases.end()];
  try {
    await refuseUnsafe(pool);
    await migratePostgres(access);
    const reader = new PostgresQueryable(pool, access.session);
    const time = await databaseClock(clock, async () => {
      const row = await one(reader, raw(CLOCK));
      return row?.now as number;
    });
    closing.push(async () => time.stop());
    const database = new PostgresDatabase(
      access,
      { read: pool, apart: leases },
      reader,
      new PostgresQueryable(leases, access.session),
      time,
      replicaUrl === null ? null : new Replica({ url: replicaUrl, clock: time, primary: pool }),
    );
    closing.push(() => database.close());
    await database.start();
    return database;
  } catch (error) {
    for (const close of closing.reverse()) await close().catch(() => {});
    throw explained(error, url);
  }
}

function poolOf(access: Access, max: number): pg.Pool {
  const pool = new pg.Pool({ ...access.config, max, idleTimeoutMillis: 60_000 });
  // A connection that breaks while idle is replaced when it is needed.
  pool.on("error", () => {});
  return pool;
}

function byIndex(client: pg.PoolClient): void {
  const settings = Object.entries(BY_INDEX).map(([name, value]) => `SET ${name} = ${value}`);
  // Where the connection breaks, the statement after it says so.
  client.query(settings.join("; ")).catch(() => {});
}

function explained(error: unknown, url: string): unknown {
  const trouble = troubleOf(error);
  // Of several addresses each has failed, and the whole has no words.
  const message = (error as Error).message || ((error as AggregateError).errors[0] as Error).message;
  const code = (error as { code?: string }).code ?? "";
  if (!trouble && !/^(28|3D|42501)/.test(code)) return error;
  return new StartupError(`${shownUrl(url)} cannot be used: ${message}. ${trouble?.message ?? "Check DATABASE_URL."}`);
}

/** What was acknowledged must still be there after a power loss. */
async function refuseUnsafe(pool: pg.Pool): Promise<void> {
  const { rows: found } = await pool.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')`,
  );
  const settings = new Map(found.map(({ name, setting }) => [name, setting]));
  if (Number(settings.get("server_version_num")) < 140_000)
    throw new StartupError("Cronograph needs PostgreSQL 14 or later.");
  const off = ["fsync", "full_page_writes", "synchronous_commit"].filter((name) => settings.get(name) === "off");
  if (off.length > 0)
    throw new StartupError(
      `This PostgreSQL has ${off.join(" and ")} off: what was acknowledged could be lost with its power. Set ${off.length > 1 ? "them" : "it"} on.`,
    );
}

class PostgresDatabase implements Database {
  readonly kind = "postgresql";
  readonly exclusive = false;
  readonly commits = new Commits();
  readonly health = new Health(() => this.#probe(), troubleOf);
  readonly #writer: Writer;
  readonly models: Models;
  readonly #writes: GroupCommit<Transaction>;
  readonly #probes: GroupCommit<Transaction>;
  #feed: Feed | undefined;
  readonly #turns = new Turns();

  constructor(
    private readonly access: Access,
    private readonly pools: { readonly read: pg.Pool; readonly apart: pg.Pool },
    private readonly reader: PostgresQueryable,
    private readonly beside: PostgresQueryable,
    readonly clock: DatabaseClock,
    readonly replica: Replica | null,
  ) {
    this.#writer = new Writer({
      access,
      after: clock.after,
      heard: clock.heard,
      doubt: (error) => this.#writes.refuseWaiting(this.health.explained(this.#writer.explained(error), true)),
    });
    this.models = modelsOn(pools.read);
    const options = {
      connection: this.#writer,
      transaction: this.#writer,
      inTurn: (group: () => Promise<void>) => this.#turns.take(group),
      gather: () => nextTurn(),
      explained: (error: unknown) => this.health.explained(this.#writer.explained(error), true),
    };
    this.#writes = new GroupCommit<Transaction>({ ...options, allowed: () => this.health.refuseWrites() });
    this.#probes = new GroupCommit<Transaction>({ ...options, allowed: () => {} });
  }

  /** Whatever fails here is tried again a minute later; nothing depends on it at once. */
  async upkeep(): Promise<void> {
    const head = await this.read(logHead);
    if (!(await this.read((db) => partsMissing(db, head)))) return;
    await this.write((tx) => makeParts(tx, head));
  }

  async start(): Promise<void> {
    this.#feed = new Feed(
      {
        commits: this.commits,
        clock: this.clock,
        listening: this.access.listening,
        eventsAfter: (cursor, limit) => this.read((db) => eventsAfter(db, cursor, limit)),
        isOwn: (processId) => processId === this.#writer.processId,
      },
      await this.read(headCursor),
    );
    await this.#feed.start();
  }

  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#writes.write(work);
  }

  announce(told: Told): void {
    this.#writer.tell(told);
  }

  committed(told: Told): void {
    this.#feed?.own(told);
  }

  read<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.#twice(() => work(this.reader), false);
  }

  apart<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    return this.#twice(() => work(this.beside), true);
  }

  /** A connection may have broken unnoticed: then another one is asked. */
  async #twice<T>(ask: () => Promise<T>, writing: boolean): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!isLost(error) || this.health.trouble) throw this.health.explained(error, writing);
    }
    try {
      return await ask();
    } catch (error) {
      throw this.health.explained(error, writing);
    }
  }

  async still<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    let client: pg.PoolClient | undefined;
    try {
      client = await this.pools.read.connect();
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      const result = await work(new PostgresQueryable(client, this.access.session));
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      // Whatever state it is in, it is not used again.
      client?.release(true);
      throw this.health.explained(error, false);
    }
  }

  async close(): Promise<void> {
    await this.#turns.over();
    await this.#feed?.stop();
    this.clock.stop();
    this.commits.clear();
    await this.#writer.close();
    await Promise.all([this.pools.read.end(), this.pools.apart.end(), this.replica?.close()]);
  }

  async #probe(): Promise<void> {
    const save = sql`INSERT INTO facts (key, value) VALUES ('storage.probe', '""') ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
    await this.#probes.write((tx) => tx.$executeRaw(save));
  }
}
