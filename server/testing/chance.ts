// Chance that is the same each time: a seeded generator, and ids that grow in the order in which they are made. Never for secrets.
import { v7 as uuid } from "uuid";

const SEED = 0x2545f491;

/** Numbers in [0, 1). Mulberry32: public domain, small, good enough for backoff. */
export function seededRandom(seed = SEED): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** UUIDs of version 7 for the clock's present instant. */
export function createIds(now: () => number): () => string {
  const random = seededRandom();
  let made = 0;
  return () => {
    const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
    return uuid({ msecs: now(), seq: made++, random: bytes });
  };
}
