// Connections to SQLite, opened with our settings. Prisma's adapter opens them, for its migrations and models; raw statements go
// straight to the driver behind it and are prepared once, which costs a fifth of a way through Prisma's engine.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type Sqlite from "better-sqlite3";
import type { Done, Queryable, Sql } from "./sql.ts";

/**
 * How long a connection waits for another program's lock. It blocks this whole process, so it is short: the health's probe and the
 * loops try again.
 */
const LOCK_WAIT_MS = 250;
/** More than there are statements; a few have as many forms as there are lanes. */
const PREPARED = 500;

/** Opens connections with our settings. In memory every connection is the first one: a second would be another database. */
export class SqliteFactory implements SqlMigrationAwareDriverAdapterFactory {
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
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000; ${this.extraPragmas}`,
    );
    return connection;
  }
}

/** A connection's statements. What a transaction has changed is seen by all that is asked here meanwhile, so writers take turns. */
export class Connection implements Queryable {
  readonly #driver: Sqlite.Database;
  readonly #prepared = new Map<string, Sqlite.Statement>();

  constructor(readonly adapter: SqlDriverAdapter) {
    const { client } = adapter as unknown as { client?: Sqlite.Database };
    if (typeof client?.prepare !== "function") throw new Error("Prisma's adapter shows no better-sqlite3 connection");
    this.#driver = client;
  }

  get inTransaction(): boolean {
    return this.#driver.inTransaction;
  }

  async $queryRaw<T = unknown>(query: Sql): Promise<T> {
    return this.#statement(query.sql).all(query.values.map(bound)) as T;
  }

  async $executeRaw(query: Sql): Promise<number> {
    return this.#statement(query.sql).run(query.values.map(bound)).changes;
  }

  async $each(source: string, sets: readonly (readonly unknown[])[]): Promise<Done[]> {
    const statement = this.#statement(source);
    return sets.map((values) => {
      const { changes, lastInsertRowid } = statement.run(values.map(bound));
      return { changes, number: Number(lastInsertRowid) };
    });
  }

  /** Its statements as a plain object, to which more can be added. */
  queryable(): Queryable {
    return {
      $queryRaw: (query) => this.$queryRaw(query),
      $executeRaw: (query) => this.$executeRaw(query),
      $each: (statement, sets) => this.$each(statement, sets),
    };
  }

  /** BEGIN, COMMIT and their like. */
  command(text: string): void {
    this.#statement(text).run();
  }

  close(): void {
    this.#prepared.clear();
    this.#driver.close();
  }

  #statement(source: string): Sqlite.Statement {
    const known = this.#prepared.get(source);
    if (known) return known;
    // All of our integers are below 2^53.
    const statement = this.#driver.prepare(source).safeIntegers(false);
    if (this.#prepared.size >= PREPARED) this.#prepared.delete(this.#prepared.keys().next().value as string);
    this.#prepared.set(source, statement);
    return statement;
  }
}

const bound = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : value);
