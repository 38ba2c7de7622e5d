// What the pages of queues ask of a queue.
import { graphql } from "../gql";

export const QueueRow = graphql(`
  fragment QueueRow on Queue {
    name
    description
    concurrency
    concurrencyPerKey
    rate {
      limit
      period
      burst
    }
    paused
    pausedAt
    pauseReason
    runningRuns
    waitingRuns
    oldestDueAt
    version
    createdAt
    updatedAt
  }
`);

/** Queues change without an event; their counts follow the runs' events besides. */
export const REREAD_EVERY_MS = 2000;
