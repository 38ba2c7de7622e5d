// Says that this instance is alive, so that others and the dashboard can see it. Every role does.
import { LEASE_RENEWAL_MS } from "../domain/limits.ts";
import type { Clock, Store } from "../domain/ports.ts";
import type { Instance } from "../domain/types.ts";

/** Where nobody else waits for it, what people see must be of the past day: instances are listed so long. */
const ALONE_MS = 20 * 3_600_000;

export interface Presence {
  poll(): Promise<number>;
  /** Says good-bye. */
  leave(): Promise<void>;
}

export function createPresence(
  store: Store,
  clock: Clock,
  instance: Omit<Instance, "lastSeenAt" | "stoppedAt">,
): Presence {
  const save = (stopped: boolean) => {
    const now = clock.now();
    return store.saveInstance({ ...instance, lastSeenAt: now, stoppedAt: stopped ? now : null });
  };
  return {
    async poll() {
      await save(false);
      return store.exclusive ? ALONE_MS : LEASE_RENEWAL_MS;
    },
    leave: () => save(true),
  };
}
