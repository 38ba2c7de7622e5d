// Connections to SQLite, opened with our settings. Prisma's adapter opens them, for its migrations and models; raw statements go
// straight to the driver behind it and are prepared once, which costs a fifth of a way through Prisma's engine.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type Sqlite from "better-sqlite3";
import {
  type Change,
  type Columns,
  isOneOf,
  PLACE,
  type Queryable,
  quoted,
  type Reading,
  type Row,
  raw,
  type Sql,
  sql,
} from "./sql.ts";
import type { Transactions } from "./transactions.ts";

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
export class Connection implements Queryable, Transactions {
  readonly dialect = "sqlite";
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
    const { text, values } = query.written("sqlite");
    return this.#statement(text).all(values.map(bound)) as T;
  }

  async $executeRaw(query: Sql): Promise<number> {
    const { text, values } = query.written("sqlite");
    return this.#statement(text).run(values.map(bound)).changes;
  }

  /** One by one: a third of the cost of reading them out of a JSON text. */
  async changeEach(change: Change, added: readonly Row[]): Promise<boolean[]> {
    const { text, names } = placed(change);
    const statement = this.#statement(text);
    return added.map((row) => statement.run(names.map((name) => bound(row[name]))).changes === 1);
  }

  /** Read afterwards, all together: a RETURNING costs more. */
  async changeAndRead(change: Change, added: readonly Row[], { columns, key }: Reading): Promise<(Row | undefined)[]> {
    const changed = await this.changeEach(change, added);
    const keys = added.filter((_, index) => changed[index]).map((row) => row[key] as string);
    const found = await this.$queryRaw<Row[]>(
      sql`SELECT ${raw(columns)} FROM ${raw(change.table)} WHERE ${isOneOf(raw(key), keys)}`,
    );
    const byKey = new Map(found.map((row) => [row[key], row]));
    return added.map((row, index) => (changed[index] ? byKey.get(row[key]) : undefined));
  }

  async insertRows(into: string, columns: Columns, added: readonly Row[], after: string): Promise<void> {
    this.#insert(into, columns, added, after);
  }

  /** The table numbers them. */
  async insertEvents(columns: Columns, added: readonly Row[]): Promise<number[]> {
    return this.#insert("events", columns, added, "").map(({ lastInsertRowid }) => Number(lastInsertRowid));
  }

  /** A RETURNING would cost more than all the rest. */
  #insert(into: string, columns: Columns, added: readonly Row[], after: string): Sqlite.RunResult[] {
    const names = Object.keys(columns);
    const places = names.map(() => "?").join(", ");
    const statement = this.#statement(`INSERT INTO ${into} (${quoted(columns)}) VALUES (${places}) ${after}`);
    return added.map((row) => statement.run(names.map((name) => bound(row[name]))));
  }

  begin = () => this.#command("BEGIN IMMEDIATE");
  commit = () => this.#command("COMMIT");
  rollback = () => this.#command("ROLLBACK");
  keep = () => this.#command("SAVEPOINT one");
  release = () => this.#command("RELEASE one");

  async takeBack(): Promise<void> {
    await this.#command("ROLLBACK TO one");
    await this.#command("RELEASE one");
  }

  async #command(text: string): Promise<void> {
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

const bound = (value: unknown): unknown => (typeof value === "boolean" ? Number(value) : (value ?? null));

const changes = new WeakMap<Change, { readonly text: string; readonly names: readonly string[] }>();

/** The change with `?` where its rows' values stand, and their names in that order. */
function placed(change: Change): { readonly text: string; readonly names: readonly string[] } {
  const known = changes.get(change);
  if (known) return known;
  const names: string[] = [];
  const text = `UPDATE ${change.table} SET ${change.set} WHERE ${change.where}`.replace(PLACE, (_, name: string) => {
    names.push(name);
    return "?";
  });
  const made = { text, names };
  changes.set(change, made);
  return made;
}
