// What a queue lets start: how many at a time, in all and for a key, and how fast. Pure; the claim asks within its transaction.
import { shownLength } from "./instant.ts";
import type { Queue } from "./types.ts";

/** One point of priority goes before so much waiting: whatever waits long enough gets its turn. */
export const PRIORITY_WORTH_MS = 60_000;

/** What is claimed first has the least. */
export const rankOf = ({ dueAt, priority }: { readonly dueAt: number | null; readonly priority: number }): number =>
  (dueAt ?? 0) - priority * PRIORITY_WORTH_MS;

interface Ranked {
  readonly id: string;
  readonly dueAt: number | null;
  readonly priority: number;
}

export const byRank = (a: Ranked, b: Ranked): number =>
  rankOf(a) - rankOf(b) || (a.dueAt as number) - (b.dueAt as number) || (a.id < b.id ? -1 : 1);

/** The starts that the rate has in store: it fills up evenly to `burst`. */
export function tokensOf({ rate, tokens, tokensAt }: Queue, now: number): number {
  if (rate === null) return Number.POSITIVE_INFINITY;
  const filled = (Math.max(0, now - tokensAt) * rate.limit) / rate.periodMs;
  return Math.min(rate.burst, tokens + filled);
}

/** When the rate lets the next run start; null: now, or it has no say. */
export function nextTokenAt(queue: Queue, now: number): number | null {
  const tokens = tokensOf(queue, now);
  if (queue.rate === null || tokens >= 1) return null;
  return now + Math.max(1, Math.ceil(((1 - tokens) * queue.rate.periodMs) / queue.rate.limit));
}

/** A queue while a claim takes from it: what is left of its bounds, and why a run of it has to wait. */
export class Room {
  #tokens: number;
  #running: number;
  readonly #byKey: Map<string, number>;

  constructor(
    readonly queue: Queue,
    /** Runs that are RUNNING, by their key. */
    running: ReadonlyMap<string | null, number>,
    readonly now: number,
  ) {
    this.#tokens = tokensOf(queue, now);
    this.#running = [...running.values()].reduce((sum, count) => sum + count, 0);
    this.#byKey = new Map([...running].filter((entry): entry is [string, number] => entry[0] !== null));
  }

  /** How many more may start, their keys aside. */
  get left(): number {
    if (this.queue.pausedAt !== null) return 0;
    const slots = (this.queue.concurrency ?? Number.POSITIVE_INFINITY) - this.#running;
    return Math.max(0, Math.min(slots, Math.floor(this.#tokens + 1e-9)));
  }

  /** Keys of which no more may start. */
  get fullKeys(): string[] {
    const { concurrencyPerKey } = this.queue;
    if (concurrencyPerKey === null) return [];
    return [...this.#byKey].filter(([, count]) => count >= concurrencyPerKey).map(([key]) => key);
  }

  /** Counts a start; false when there is no room for it. */
  take(key: string | null): boolean {
    if (this.hindrance(key) !== null) return false;
    this.#running++;
    this.#tokens--;
    if (key !== null) this.#byKey.set(key, (this.#byKey.get(key) ?? 0) + 1);
    return true;
  }

  /** Why a run with this key has to wait; null: it may start. */
  hindrance(key: string | null): string | null {
    const { name, pausedAt, pauseReason, concurrency, concurrencyPerKey, rate } = this.queue;
    const waits = `Due, and waiting: the queue ${JSON.stringify(name)}`;
    if (pausedAt !== null) return `${waits} is paused${pauseReason ? ` (${JSON.stringify(pauseReason)})` : ""}.`;
    if (concurrency !== null && this.#running >= concurrency) return `${waits} runs at most ${concurrency} at a time.`;
    if (key !== null && concurrencyPerKey !== null && (this.#byKey.get(key) ?? 0) >= concurrencyPerKey)
      return `${waits} runs at most ${concurrencyPerKey} at a time for the key ${JSON.stringify(key)}.`;
    if (rate !== null && this.#tokens + 1e-9 < 1)
      return `${waits} starts at most ${rate.limit} ${rate.limit === 1 ? "run" : "runs"} in ${shownLength(rate.periodMs)}.`;
    return null;
  }

  /** The queue with what its rate has left. */
  get after(): Pick<Queue, "tokens" | "tokensAt"> {
    return { tokens: Math.max(0, this.#tokens), tokensAt: this.now };
  }

  /** When the rate alone lets the next run start. */
  get opensAt(): number | null {
    const { concurrency, pausedAt, rate } = this.queue;
    if (rate === null || pausedAt !== null || (concurrency !== null && this.#running >= concurrency)) return null;
    return nextTokenAt({ ...this.queue, ...this.after }, this.now);
  }
}
