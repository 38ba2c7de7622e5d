// Ids: UUIDs of version 7 (RFC 9562 §5.7), so that their order is that of time. Within a millisecond a counter keeps it (§6.2, method 1).
import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { Clock } from "./domain/ports.ts";

/** Half of what the counter holds: the other half is for what comes in the same millisecond. */
const FIRST_BELOW = 2 ** 31;

/** Each id of a process is greater than those before it, as long as the clock does not go back. */
export function createIds(clock: Pick<Clock, "now">): () => string {
  let last = Number.NaN;
  let seq = 0;
  return () => {
    const msecs = clock.now();
    seq = msecs === last ? seq + 1 : randomInt(FIRST_BELOW);
    last = msecs;
    return uuid({ msecs, seq });
  };
}
