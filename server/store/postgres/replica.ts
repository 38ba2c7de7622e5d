// Reads of a gateway on a streaming replica. Nobody sees an older state for it: before a read the primary is asked how far its log is on
// disk, and the replica is read only once it has applied that much. Reads that come while one question is under way share the next one.
// Whatever goes wrong with the replica, the primary answers. States: USED; BEHIND (left out for a moment); AWAY (tried again by and by).
import pg from "pg";
import { StartupError } from "../../domain/errors.ts";
import type { ReplicaHealth, ReplicaState } from "../../domain/ports/health.ts";
import type { Clock } from "../../domain/ports.ts";
import type { Queryable } from "../sql.ts";
import { accessOf } from "./access.ts";
import { PostgresQueryable } from "./connection.ts";
import { SERVER } from "./timeline.ts";

/** How long a read waits for the replica to catch up, and how often it looks. */
const WAIT_MS = 40;
const LOOK_EVERY_MS = 4;
/** A replica that is behind is not waited for again at once. */
const BEHIND_MS = 250;
/** Before that it is nothing to speak of. */
const SPOKEN_OF_MS = 2_000;
const AWAY_MS = 2_000;

export interface ReplicaOptions {
  readonly url: string;
  readonly clock: Pick<Clock, "now" | "after">;
  /** A connection to the primary. */
  readonly primary: Pick<pg.Pool, "query">;
}

/** What the primary has promised to keep, and which history that is. */
interface Place {
  readonly lsn: string;
  readonly history: string | null;
}

const WHERE = `SELECT pg_current_wal_flush_lsn()::text AS lsn, (SELECT value FROM facts WHERE key = '${SERVER}') AS history`;
/** A replica that has been promoted, or has followed another primary, is none of ours. */
const REACHED = `SELECT pg_is_in_recovery() AS replica, pg_last_wal_replay_lsn() >= $1::pg_lsn AS reached,
  (SELECT value FROM facts WHERE key = '${SERVER}') AS history`;

export class Replica implements ReplicaHealth {
  #state: ReplicaState = "USED";
  #until = 0;
  #behindSince: number | undefined;
  #asking: Promise<boolean> | undefined;
  #next: Promise<boolean> | undefined;
  readonly #pool: pg.Pool;
  readonly #db: PostgresQueryable;
  readonly #listeners = new Set<(state: ReplicaState, why?: unknown) => void>();

  constructor(private readonly options: ReplicaOptions) {
    const { config, readers, session } = replicaAccess(options.url);
    this.#pool = new pg.Pool({ ...config, max: readers, idleTimeoutMillis: 60_000 });
    this.#pool.on("error", () => {});
    this.#db = new PostgresQueryable(this.#pool, session);
  }

  get state(): ReplicaState {
    return this.#state;
  }

  onChange(listener: (state: ReplicaState, why?: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** As of now or later; `elsewhere` asks the primary. */
  async read<T>(work: (db: Queryable) => Promise<T>, elsewhere: () => Promise<T>): Promise<T> {
    if (!(await this.#caughtUp())) return elsewhere();
    try {
      return await work(this.#db);
    } catch (error) {
      // A wrong statement fails on the primary too.
      this.#leave("AWAY", AWAY_MS, error);
      return elsewhere();
    }
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#pool.end();
  }

  /** Never by a question that was asked before this read came. */
  #caughtUp(): Promise<boolean> {
    if (this.#asking === undefined) return this.#ask();
    this.#next ??= this.#asking.then(() => {
      this.#next = undefined;
      return this.#ask();
    });
    return this.#next;
  }

  #ask(): Promise<boolean> {
    if (this.options.clock.now() < this.#until) return Promise.resolve(false);
    const asking = this.#compare().finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    this.#asking = asking;
    return asking;
  }

  async #compare(): Promise<boolean> {
    let place: Place | undefined;
    try {
      place = (await this.options.primary.query<Place>(WHERE)).rows[0];
    } catch {
      // The primary is away: nobody knows how far it was, and it says so itself.
      return false;
    }
    const { now, after } = this.options.clock;
    const began = now();
    try {
      for (;;) {
        const { rows } = await this.#pool.query<{ replica: boolean; reached: boolean; history: string | null }>(
          REACHED,
          [place?.lsn],
        );
        const found = rows[0];
        if (!found?.replica) throw new Error("This server is no replica");
        if (found.reached) {
          if (found.history !== place?.history)
            throw new Error("This replica follows another history than the primary's");
          this.#become("USED");
          return true;
        }
        if (now() - began >= WAIT_MS) break;
        await new Promise<void>((resolve) => after(LOOK_EVERY_MS, resolve));
      }
      this.#leave("BEHIND", BEHIND_MS);
    } catch (error) {
      this.#leave("AWAY", AWAY_MS, error);
    }
    return false;
  }

  #leave(state: ReplicaState, forMs: number, why?: unknown): void {
    const now = this.options.clock.now();
    this.#until = now + forMs;
    if (state === "BEHIND") {
      this.#behindSince ??= now;
      if (now - this.#behindSince < SPOKEN_OF_MS) return;
    }
    this.#become(state, why);
  }

  #become(state: ReplicaState, why?: unknown): void {
    if (state !== "BEHIND") this.#behindSince = undefined;
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state, why);
  }
}

function replicaAccess(url: string) {
  try {
    return accessOf(url);
  } catch (error) {
    if (error instanceof StartupError)
      throw new StartupError(error.message.replace("DATABASE_URL", "DATABASE_REPLICA_URL"));
    throw error;
  }
}
