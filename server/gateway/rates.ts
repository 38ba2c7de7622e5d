// How many operations may come in a while, of one caller and from one address: a bucket for each, as large as a minute's worth, that fills
// again steadily. Counted in this process. Whoever is refused is told when to come again.
import { networkOf } from "../access/network.ts";
import type { Viewer } from "../domain/access.ts";
import { RequestError } from "../domain/errors.ts";

const MINUTE_MS = 60_000;
/** Of callers, and of addresses; twice. */
const MOST_KEPT = 25_000;

export interface RateBounds {
  /** Operations a minute; null: any number. */
  readonly ofCaller: number | null;
  readonly ofAddress: number | null;
}

export interface Rates {
  /** One more. @throws RequestError RATE_LIMITED with `retryAfter`, seconds */
  take(viewer: Viewer, address: string): void;
}

/** A user is one caller however often they have signed in; each token is one; nobody in particular is told apart by the address. */
export function callerOf({ kind, userId, credential }: Viewer, address: string): string {
  if (kind === "USER" && userId !== null) return `user ${userId}`;
  return credential === null ? `address ${networkOf(address)}` : `credential ${credential.id}`;
}

export function createRates({ ofCaller, ofAddress }: RateBounds, now: () => number = () => performance.now()): Rates {
  const callers = ofCaller === null ? null : createBuckets(ofCaller, now);
  const addresses = ofAddress === null ? null : createBuckets(ofAddress, now);
  return {
    take(viewer, address) {
      const waitMs = Math.max(callers?.take(callerOf(viewer, address)) ?? 0, addresses?.take(networkOf(address)) ?? 0);
      if (waitMs === 0) return;
      const retryAfter = String(Math.ceil(waitMs / 1_000));
      const message = `Too many operations. Ask again in ${retryAfter} s, and more slowly from then on.`;
      throw new RequestError("RATE_LIMITED", message, { retryAfter });
    },
  };
}

/** In two generations: when the younger one is full, the older one is forgotten, with whoever has not come since. */
function createBuckets(perMinute: number, now: () => number) {
  let younger = new Map<string, { left: number; at: number }>();
  let older = younger;
  const perMs = perMinute / MINUTE_MS;
  return {
    /** 0: let in. Else the milliseconds until one more would be. */
    take(key: string): number {
      const at = now();
      const before = younger.get(key) ?? older.get(key);
      const left = before ? Math.min(perMinute, before.left + (at - before.at) * perMs) : perMinute;
      if (younger.size >= MOST_KEPT) [older, younger] = [younger, new Map()];
      younger.set(key, { left: left < 1 ? left : left - 1, at });
      return left < 1 ? Math.max(1, (1 - left) / perMs) : 0;
    },
  };
}
