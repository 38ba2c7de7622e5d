// Which questions a read replica may answer: those of people, about tasks, runs and what belongs to them. Never those about the event log,
// whose pages and head must be of one server, nor those that decide what is to be done next.
import type { Store } from "../domain/ports.ts";
import type { Database } from "./database.ts";
import type { Replica } from "./postgres/replica.ts";

const READS = [
  "attempts",
  "audit",
  "backfillCounts",
  "backfillsById",
  "backfillsOf",
  "calendars",
  "calendarsById",
  "childRuns",
  "durations",
  "heldRuns",
  "lastRuns",
  "logs",
  "occurrenceRun",
  "overview",
  "queueCounts",
  "queues",
  "queuesByName",
  "runContents",
  "runs",
  "runsById",
  "secrets",
  "taskProgress",
  "tasks",
  "tasksById",
  "tasksInQueue",
  "tasksNaming",
  "tasksUsing",
  "webhooks",
] as const satisfies readonly (keyof Store)[];

/** The primary's database, but for reads. */
export function readingFrom(replica: Replica, primary: Database): Database {
  return Object.create(primary, {
    replica: { value: null },
    read: {
      value: <T>(work: Parameters<Database["read"]>[0]) =>
        replica.read(work as never, () => primary.read(work)) as Promise<T>,
    },
  }) as Database;
}

export function withReads(store: Store, reads: Store): Store {
  const chosen = Object.fromEntries(READS.map((name) => [name, { value: reads[name] }]));
  // Behind it is none of its own.
  return Object.create(store, { ...chosen, replica: { value: null } }) as Store;
}
