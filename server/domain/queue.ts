// A queue as it is kept. What its bounds mean for runs is `queues.ts`.

/** A named lane: bounds that hold for all runs that name it. Null: no such bound. */
export interface Queue {
  readonly namespaceId: string;
  readonly name: string;
  readonly description: string | null;
  /** Runs at a time. */
  readonly concurrency: number | null;
  /** Runs at a time with the same key. */
  readonly concurrencyPerKey: number | null;
  /** Starts of attempts: `limit` in `periodMs`, evenly, and up to `burst` at once after a quiet time. */
  readonly rate: QueueRate | null;
  /** Starts that the rate had in store at `tokensAt`. */
  readonly tokens: number;
  readonly tokensAt: number;
  readonly pausedAt: number | null;
  readonly pauseReason: string | null;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface QueueRate {
  readonly limit: number;
  readonly periodMs: number;
  readonly burst: number;
}
