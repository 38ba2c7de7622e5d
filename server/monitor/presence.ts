// Says that this instance is alive, so that others and the dashboard can see it. Every role does.
import { LEASE_RENEWAL_MS } from "../domain/limits.ts";
import type { Clock, Store } from "../domain/ports.ts";
import type { Instance } from "../domain/types.ts";
import type { Log } from "../log.ts";

/** Where nobody else waits for it, what people see must be of the past day: instances are listed so long. */
const ALONE_MS = 20 * 3_600_000;

/** Answers of the database are on their way for a while; this is far more. */
const SKEW_MS = 2_000;
const MOST_MS = 2 ** 31 - 1;
const shown = (ms: number): number => Math.round(Math.max(-MOST_MS, Math.min(MOST_MS, ms)));

export interface Presence {
  poll(): Promise<number>;
  /** Says good-bye. */
  leave(): Promise<void>;
}

/** What an instance says of itself anew each time. */
export interface Condition {
  /** How many attempts are going. */
  running(): number;
  /** Share of the time since it was last asked in which the event loop was busy. */
  load(): number | null;
}

export interface PresenceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly condition: Condition;
  readonly instance: Pick<Instance, "id" | "hostname" | "pid" | "version" | "roles" | "startedAt">;
}

export function createPresence({ store, clock, log, condition, instance }: PresenceDeps): Presence {
  let skewed = false;
  const save = (stopped: boolean) => {
    const now = clock.now();
    const clockAheadMs = store.clockAheadMs();
    return store.saveInstance({
      ...instance,
      running: stopped ? 0 : condition.running(),
      load: condition.load(),
      clockAheadMs: clockAheadMs === null ? null : shown(clockAheadMs),
      lastSeenAt: now,
      stoppedAt: stopped ? now : null,
    });
  };

  /** Nothing depends on this machine's clock, but people who read its logs do. */
  function warnOfClock(): void {
    const ahead = store.clockAheadMs() ?? 0;
    if (Math.abs(ahead) > SKEW_MS !== skewed) {
      skewed = !skewed;
      if (skewed)
        log.warn({ aheadMs: shown(ahead) }, "this machine's clock is not the database's, which decides what is due");
      else log.info("this machine's clock agrees with the database's again");
    }
  }

  return {
    async poll() {
      warnOfClock();
      await save(false);
      return store.exclusive ? ALONE_MS : LEASE_RENEWAL_MS;
    },
    leave: () => save(true),
  };
}
