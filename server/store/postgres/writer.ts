// The connection that writes. Transactions of all instances run one after the other, held in turn by one advisory lock: what a
// transaction has read is still so when it commits, as with SQLite, and the order of events is the order of commits. Groups of writes
// share a transaction, so that the lock is taken once for many. The server ends whoever holds it without a word for two seconds, and whoever
// is slow gives it up after three: others wait.
import type pg from "pg";
import { StorageError } from "../../domain/errors.ts";
import { type Columns, quoted, type Row, raw, sql, unnested } from "../sql.ts";
import type { Transactions } from "../transactions.ts";
import { type Access, BOUNDS, BY_INDEX, connect, destroy } from "./access.ts";
import { CLOCK } from "./clock.ts";
import { PostgresQueryable, type Target } from "./connection.ts";
import { logHead } from "./partitions.ts";
import { noteServer, serverOf } from "./timeline.ts";
import { isLost, TurnGivenUp } from "./trouble.ts";
import { payloadOf, type Told } from "./wire.ts";

/** "cron" in ASCII. Advisory locks belong to one database. */
const LOCK = 0x63726f6e;
/** Longer than the server lets anybody hold it without a word, and some have their turn before us. */
const TURN_MS = 5_000;
/** For the answer that it was given, by the client's clock. */
const TURN_ANSWER_MS = TURN_MS + 1_500;
/**
 * How long the lock is held at most, from the answer that it was given: less than others wait for their turn. On a slow way each statement
 * comes in time, yet all of them together may take very long.
 */
const HOLD_MS = 3_000;
const locally = (settings: Readonly<Record<string, string | number>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `SET LOCAL ${name} = ${value}; `)
    .join("");
const BEGIN = `${locally(BY_INDEX)}SET LOCAL lock_timeout = ${TURN_MS}; SELECT pg_advisory_xact_lock(${LOCK}); SET LOCAL lock_timeout = ${BOUNDS.lock_timeout}; ${CLOCK}`;
const LOCAL = locally(BOUNDS);
/** How long a commit without an answer is asked after: a server comes back from a crash in it. What waits behind it is told of the trouble at once. */
const ASK_MS = 10_000;
const ASK_AGAIN_MS = 200;

const UNKNOWN =
  "The way to the database broke off in the middle of a commit: it is not known whether the change was made. Look, or ask again with the same idempotencyKey.";

export interface WriterOptions {
  readonly access: Access;
  /** Calls back after some milliseconds of real time. Answers how to call it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
  /** Told what the database's clock shows at the beginning of each transaction, in ms since 1970. */
  readonly heard: (at: number) => void;
  /** Told that nobody could be asked yet what became of a commit: it is asked on, and whoever wants to write need not wait for that. */
  readonly doubt: (error: unknown) => void;
}

export class Writer extends PostgresQueryable implements Transactions {
  #client: pg.Client | undefined;
  #open = false;
  /** The last cursor before this transaction's. */
  #head: Promise<number> | undefined;
  #appended = 0;
  #told: Told[] = [];
  /** Which server and which of its histories this connection writes to; null: it does not say. */
  #server: string | null = null;
  /** What a commit has noted. */
  #noted: string | null = null;
  readonly #access: Access;
  readonly #after: WriterOptions["after"];
  #letGo = () => {};
  #gaveUp = false;
  readonly #heard: WriterOptions["heard"];
  readonly #doubt: WriterOptions["doubt"];

  constructor({ access, after, heard, doubt }: WriterOptions) {
    const query = ((...args: Parameters<pg.Client["query"]>) => this.#connected.query(...args)) as Target["query"];
    super({ query }, access.session);
    this.#access = access;
    this.#after = after;
    this.#heard = heard;
    this.#doubt = doubt;
  }

  get inTransaction(): boolean {
    return this.#open && this.#client !== undefined;
  }

  get #connected(): pg.Client {
    if (!this.#client) throw new StorageError("UNAVAILABLE", "The connection to the database was lost.");
    return this.#client;
  }

  /** Why the connection is gone, when it was this writer that has ended it. */
  explained(error: unknown): unknown {
    // What is in doubt stays so: it may be there.
    if (error instanceof StorageError) return error;
    return this.#gaveUp && isLost(error) ? new TurnGivenUp("", { cause: error }) : error;
  }

  async begin(): Promise<void> {
    this.#gaveUp = false;
    this.#client ??= await this.#connect();
    this.#forget();
    // In one round trip. The statements after it see what the one before in the lock has committed.
    try {
      const { rows } = await this.#command(`BEGIN; ${this.#access.session ? "" : LOCAL}${BEGIN}`, TURN_ANSWER_MS);
      const client = this.#connected;
      this.#letGo = this.#after(HOLD_MS, () => {
        this.#gaveUp = true;
        this.#drop(client);
      });
      this.#heard(Number((rows[0] as { now: string | number }).now));
      await this.#noteServer();
    } catch (error) {
      this.#letGo();
      if (this.#client) await this.#command("ROLLBACK").catch(() => {});
      throw error;
    }
    this.#open = true;
  }

  /** Where the answer is lost with the connection, the server is asked what became of it. */
  async commit(): Promise<void> {
    const id = await this.#announce();
    const server = this.#server;
    try {
      const { command } = await this.#command("COMMIT");
      if (command !== "COMMIT") throw new Error("The transaction had failed before its commit");
      this.#noted = this.#server;
    } catch (error) {
      if (!isLost(error) || id === null) throw error;
      const done = await this.#wasCommitted(id, server);
      if (done === null) throw new StorageError("UNAVAILABLE", UNKNOWN, { cause: error });
      if (!done) throw error;
    } finally {
      this.#open = false;
      this.#forget();
    }
  }

  async rollback(): Promise<void> {
    this.#open = false;
    this.#forget();
    await this.#command("ROLLBACK");
  }

  async keep(): Promise<void> {
    await this.#command("SAVEPOINT one");
  }

  async release(): Promise<void> {
    await this.#command("RELEASE one");
  }

  async takeBack(): Promise<void> {
    this.#forgetHead();
    await this.#command("ROLLBACK TO one; RELEASE one");
  }

  /** To be told to every instance with the commit. */
  tell(commit: Told): void {
    this.#told.push(commit);
  }

  /** Of the server's process behind this connection: who sends our notifications. */
  get processId(): number | undefined {
    return (this.#client as { processID?: number } | undefined)?.processID;
  }

  /** Numbers without a gap, for all others wait. */
  override async insertEvents(columns: Columns, added: readonly Row[]): Promise<number[]> {
    this.#head ??= logHead(this);
    const head = (await this.#head) + this.#appended;
    this.#appended += added.length;
    const cursors = added.map((_, index) => head + index + 1);
    const names = raw(quoted(columns));
    await this.$executeRaw(
      sql`INSERT INTO events (cursor, ${names}) SELECT ${head}::bigint + place, ${names} FROM ${unnested(added, columns)}`,
    );
    return cursors;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  #forget(): void {
    this.#letGo();
    this.#forgetHead();
    this.#told = [];
  }

  #forgetHead(): void {
    this.#head = undefined;
    this.#appended = 0;
  }

  async #connect(): Promise<pg.Client> {
    const client = await connect({ ...this.#access.config, pipeline: true }, () => {
      if (this.#client === client) this.#client = undefined;
    });
    client.on("end", () => {
      if (this.#client === client) this.#client = undefined;
    });
    try {
      this.#server = await serverOf(client);
    } catch (error) {
      destroy(client);
      throw error;
    }
    return client;
  }

  /** A pooler may have changed the server between two transactions. */
  async #noteServer(): Promise<void> {
    if (this.#server !== null && !this.#access.session) this.#server = await serverOf(this.#connected);
    if (this.#server !== null && this.#server !== this.#noted) await noteServer(this, this.#server);
  }

  async #command(text: string, answerMs?: number): Promise<pg.QueryResult> {
    const client = this.#connected;
    try {
      const bounded = answerMs === undefined ? {} : { query_timeout: answerMs };
      const result = (await client.query({ text, ...bounded })) as pg.QueryResult | pg.QueryResult[];
      return Array.isArray(result) ? (result.at(-1) as pg.QueryResult) : result;
    } catch (error) {
      if (isLost(error)) this.#drop(client);
      throw error;
    }
  }

  #drop(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
    this.#open = false;
    destroy(client);
  }

  /** Answers the transaction's id; null when it has changed nothing. */
  async #announce(): Promise<string | null> {
    const payload = this.#told.length > 0 ? [payloadOf(this.#told)] : [];
    const client = this.#connected;
    const notify = payload.length > 0 ? ", pg_notify('cronograph', $1)" : "";
    try {
      const found = await client.query<{ id: string | null }>(
        `SELECT pg_current_xact_id_if_assigned()::text AS id${notify}`,
        payload,
      );
      return found.rows[0]?.id ?? null;
    } catch (error) {
      if (isLost(error)) this.#drop(client);
      throw error;
    }
  }

  /** Null: nobody could be asked. */
  async #wasCommitted(id: string, server: string | null): Promise<boolean | null> {
    // An attempt to connect may take its time too.
    for (const until = performance.now() + ASK_MS; performance.now() < until; ) {
      try {
        this.#client ??= await this.#connect();
        // Where another one has taken over, the id may be that of another transaction.
        if (this.#server !== server) return null;
        const { rows: found } = await this.#client.query(`SELECT pg_xact_status($1::xid8) AS status`, [id]);
        const { status } = found[0] as { status: string | null };
        if (status !== "in progress") return status === "committed";
      } catch (error) {
        // A server that has taken over may never have heard of it.
        if (!isLost(error)) return false;
        if (this.#client) this.#drop(this.#client);
        this.#doubt(error);
      }
      await new Promise<void>((resolve) => this.#after(ASK_AGAIN_MS, resolve));
    }
    return null;
  }
}
