// A set of small whole numbers (the seconds, minutes or hours that a cron field names), kept as lookup tables derived
// from its bits so that "the next one from here" and "how many before here" cost one read. It never changes.

export interface ValueSet {
  /** next[i]: the smallest member ≥ i, or `size` when there is none; i from 0 to `size`. */
  readonly next: Uint8Array;
  /** below[i]: how many members are < i; i from 0 to `size`. */
  readonly below: Uint8Array;
  readonly count: number;
}

/** A set of members between 0 and size − 1; others are ignored. */
export function valueSet(size: number, members: Iterable<number>): ValueSet {
  const has = new Uint8Array(size);
  for (const member of members) has[member] = 1;
  const next = new Uint8Array(size + 1).fill(size);
  const below = new Uint8Array(size + 1);
  for (let i = size - 1; i >= 0; i--) next[i] = has[i] === 1 ? i : (next[i + 1] as number);
  for (let i = 0; i < size; i++) below[i + 1] = (below[i] as number) + (has[i] as number);
  return { next, below, count: below[size] as number };
}
