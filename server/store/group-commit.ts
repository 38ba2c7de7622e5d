// Group commit: writes that wait share one transaction and one commit, each in a savepoint of its own, and are answered after the
// commit. One that throws takes back its own changes and nobody else's; a commit that fails takes back all of the group.
// States: idle → (write) gathering for a turn of the event loop → working → committed or rolled back → idle, or gathering again.
import type { Transactions } from "./transactions.ts";

/** Bounds how long the first of a group waits for its answer: some 10 ms of small writes. */
const MOST = 64;
/** Where each takes its time, as on a slow way to the database, the rest waits for the next turn: other instances want theirs. */
const MOST_MS = 300;

interface Waiting<X> {
  readonly work: (tx: X) => Promise<unknown>;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupOptions<X> {
  readonly connection: Transactions;
  readonly transaction: X;
  /** Runs a group when nobody else uses the connection. */
  readonly inTurn: (group: () => Promise<void>) => Promise<void>;
  /** Resolves when those who are about to write have had the chance to. */
  readonly gather: () => Promise<void>;
  /** @throws when no write may begin */
  readonly allowed: () => void;
  /** What to reject with for a failure. */
  readonly explained: (error: unknown) => unknown;
}

export class GroupCommit<X> {
  #waiting: Waiting<X>[] = [];
  #planned = false;

  constructor(private readonly options: GroupOptions<X>) {}

  /** Resolves after the commit. @throws what `work` throws, and then nothing of it is kept */
  async write<T>(work: (tx: X) => Promise<T>): Promise<T> {
    this.options.allowed();
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (result: never) => void, reject });
      this.#plan();
    });
  }

  /** Refuses what waits: nothing of it was begun, and what is going may take long. */
  refuseWaiting(reason: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }

  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    const { inTurn, gather } = this.options;
    void inTurn(async () => {
      await gather();
      await this.#group();
      this.#planned = false;
      if (this.#waiting.length > 0) this.#plan();
    });
  }

  async #group(): Promise<void> {
    const { connection, explained } = this.options;
    const done: { readonly waiting: Waiting<X>; readonly result: unknown }[] = [];
    try {
      this.options.allowed();
      await connection.begin();
      const began = performance.now();
      for (let taken = 0; taken < MOST && (taken === 0 || performance.now() - began < MOST_MS); taken++) {
        const waiting = this.#waiting.shift();
        if (!waiting) break;
        const outcome = await this.#apart(waiting, done.length === 0);
        if (outcome) done.push({ waiting, result: outcome.result });
      }
      await connection.commit();
    } catch (error) {
      if (connection.inTransaction) await connection.rollback().catch(() => {});
      const reason = explained(error);
      // Where none may begin, all that wait are told so.
      if (done.length === 0) this.refuseWaiting(reason);
      for (const { waiting } of done) waiting.reject(reason);
      return;
    }
    for (const { waiting, result } of done) waiting.resolve(result as never);
  }

  /** Undefined when it threw and was taken back. The first of a group needs no savepoint: then there is nothing else to keep. */
  async #apart(waiting: Waiting<X>, first: boolean): Promise<{ result: unknown } | undefined> {
    const { connection, transaction, explained } = this.options;
    if (!first) await connection.keep();
    try {
      const result = await waiting.work(transaction);
      if (!first) await connection.release();
      return { result };
    } catch (error) {
      waiting.reject(explained(error));
      // A full disk ends the whole transaction.
      if (!connection.inTransaction) throw error;
      if (first) {
        await connection.rollback();
        await connection.begin();
      } else await connection.takeBack();
      return undefined;
    }
  }
}
