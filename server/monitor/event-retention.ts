// Forgets the oldest events, a few at a time: subscriptions can go on from what is left.
import type { Clock, Store } from "../domain/ports.ts";

/** One transaction: some milliseconds. */
const EVENTS_AT_ONCE = 1_000;
/** Between two steps of a pass: others write meanwhile. */
const BREATH_MS = 20;
const BETWEEN_PASSES_MS = 60_000;
/** Of simulated time; a simulated year is to take moments. */
const BETWEEN_PASSES_SIMULATED_MS = 24 * 3_600_000;

export interface EventRetentionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly maxAgeMs: number;
}

export function eventRetentionPoll({ store, clock, maxAgeMs }: EventRetentionDeps): () => Promise<number> {
  return async () => {
    const gone = await store.write((tx) => tx.pruneEvents(clock.now() - maxAgeMs, EVENTS_AT_ONCE));
    if (gone >= EVENTS_AT_ONCE) return clock.simulated ? 0 : BREATH_MS;
    return clock.simulated ? BETWEEN_PASSES_SIMULATED_MS : BETWEEN_PASSES_MS;
  };
}
