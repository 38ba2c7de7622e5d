// What instances tell each other with a commit, over NOTIFY. A hint: the events are in the table, and whoever misses one looks there.
import type { Commit } from "../../domain/ports.ts";

export type Told = Commit & { readonly backfill?: boolean };

export interface Hint {
  /** The newest event's cursor; 0 without events. */
  readonly cursor: number;
  /** Runs with new lines of log; null: any. */
  readonly logsOf: readonly string[] | null;
  readonly queues: boolean;
  readonly webhooks: boolean;
  readonly backfill: boolean;
}

/** A payload has less than 8,000 bytes, and an id 36. */
const MOST_RUNS = 100;

/** All that a transaction has to say, as one payload: notifications of one commit are handed out one by one. */
export function payloadOf(told: readonly Told[]): string {
  const runs = new Set(told.flatMap(({ logsOf }) => [...logsOf]));
  const hint: Hint = {
    cursor: Math.max(0, ...told.map(({ events }) => events.at(-1)?.cursor ?? 0)),
    logsOf: runs.size > MOST_RUNS ? null : [...runs],
    queues: told.some(({ queues }) => queues),
    webhooks: told.some(({ webhooks }) => webhooks),
    backfill: told.some(({ backfill }) => backfill),
  };
  return JSON.stringify(hint);
}

/** What may have been missed: everything. */
export const ANYTHING: Hint = { cursor: 0, logsOf: null, queues: true, webhooks: true, backfill: true };

/** Whoever cannot read a notification, of a newer version for example, looks everywhere. */
export function hintOf(payload: string): Hint {
  try {
    return { ...ANYTHING, ...(JSON.parse(payload) as Hint) };
  } catch {
    return ANYTHING;
  }
}
