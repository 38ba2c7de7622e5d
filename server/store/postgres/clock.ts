// The time of the database's clock, which decides what is due and when a lease ends on every instance alike. Between two looks at it
// this machine's monotonic clock counts on; what the machine takes for the date is never asked.
import { performance } from "node:perf_hooks";
import type { Clock } from "../../domain/ports.ts";

const LOOK_EVERY_MS = 5_000;
const KEPT = 6;
/** A difference beyond what answers vary by: the database's clock was set, or this machine slept. */
const STEP_MS = 100;

export interface DatabaseClock extends Clock {
  /** How far this machine's date is ahead of the database's, in milliseconds. */
  readonly aheadMs: number;
  stop(): void;
}

/** `ask` answers the database's `clock_timestamp()` in milliseconds since 1970. */
export async function databaseClock(base: Clock, ask: () => Promise<number>): Promise<DatabaseClock> {
  /** What the database's clock is ahead of our counting, at least: its answer was on its way for a while. */
  let seen: number[] = [];
  let stopped = false;
  let cancel = () => {};
  let aheadMs = 0;

  async function look(): Promise<void> {
    const at = await ask();
    const ahead = at - performance.now();
    aheadMs = base.now() - at;
    const known = Math.max(...seen);
    seen = Math.abs(ahead - known) > STEP_MS ? [ahead] : [...seen.slice(1 - KEPT), ahead];
  }

  const again = () => {
    if (stopped) return;
    cancel = base.after(LOOK_EVERY_MS, () => void look().then(again, again));
  };
  await look();
  again();
  return {
    // Never ahead of the database's: nothing is early by it.
    now: () => Math.floor(performance.now() + Math.max(...seen)),
    after: (delayMs, callback) => base.after(delayMs, callback),
    get aheadMs() {
      return aheadMs;
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
