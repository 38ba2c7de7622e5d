// The hash behind `H` and jitter: the same for the same text on every machine and in every version, for ever. Spreads
// names; no protection against anyone.

/**
 * A whole number from 0 to 2^32 − 1: FNV-1a (32 bits, offset basis 2166136261, prime 16777619) over the text's UTF-8
 * bytes, then MurmurHash3's finaliser, since FNV alone leaves the names `job-1` to `job-9` close together.
 * Sources: Fowler, Noll and Vo, draft-eastlake-fnv; Appleby, smhasher, MurmurHash3 `fmix32`.
 */
export function stableHash(text: string): number {
  let hash = 2_166_136_261;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** In [0, 1). */
export const stableFraction = (text: string): number => stableHash(text) / 2 ** 32;
