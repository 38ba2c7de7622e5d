// Forgets the oldest of a log that only grows, a few at a time: events, from which subscriptions can go on, and the audit.
import type { Clock, Store, StoreTransaction } from "../domain/ports.ts";

/** One transaction: some milliseconds. */
const EVENTS_AT_ONCE = 1_000;
/** They stand in more indexes. */
const ENTRIES_AT_ONCE = 100;
/** Between two steps of a pass: others write meanwhile. */
const BREATH_MS = 20;
const BETWEEN_PASSES_MS = 60_000;
/** Of simulated time; a simulated year is to take moments. */
const BETWEEN_PASSES_SIMULATED_MS = 24 * 3_600_000;

export interface LogRetentionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly maxAgeMs: number;
}

export const eventRetentionPoll = (deps: LogRetentionDeps) =>
  logRetentionPoll(deps, EVENTS_AT_ONCE, (tx, before) => tx.pruneEvents(before, EVENTS_AT_ONCE));

export const auditRetentionPoll = (deps: LogRetentionDeps) =>
  logRetentionPoll(deps, ENTRIES_AT_ONCE, (tx, before) => tx.audit.prune(before, ENTRIES_AT_ONCE));

function logRetentionPoll(
  { store, clock, maxAgeMs }: LogRetentionDeps,
  atOnce: number,
  prune: (tx: StoreTransaction, before: number) => Promise<number>,
): () => Promise<number> {
  return async () => {
    const gone = await store.write((tx) => prune(tx, clock.now() - maxAgeMs));
    if (gone >= atOnce) return clock.simulated ? 0 : BREATH_MS;
    return clock.simulated ? BETWEEN_PASSES_SIMULATED_MS : BETWEEN_PASSES_MS;
  };
}
