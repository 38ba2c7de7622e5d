// The time of the database's clock, which decides what is due and when a lease ends on every instance alike. Between two looks at it
// this machine's monotonic clock counts on; what the machine takes for the date is never asked.
import { performance } from "node:perf_hooks";
import type { Clock } from "../../domain/ports.ts";

/** `now()` would stand still within a transaction. */
export const CLOCK = "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::double precision AS now";

const LOOK_EVERY_MS = 5_000;
/** Answers that were long on their way say little; the best of so long a time counts. The two clocks part by less meanwhile. */
const KEPT_MS = 30_000;
/** A difference beyond what answers vary by: the database's clock was set, or this machine slept. */
const STEP_MS = 100;

export interface DatabaseClock extends Clock {
  /** How far this machine's date is ahead of the database's, in milliseconds. */
  readonly aheadMs: number;
  /** What the database's clock showed in an answer that has just come: from now on this one is not behind it. */
  heard(at: number): void;
  stop(): void;
}

/** `ask` answers the database's `clock_timestamp()` in milliseconds since 1970. */
export async function databaseClock(base: Clock, ask: () => Promise<number>): Promise<DatabaseClock> {
  /** What the database's clock is ahead of our counting, at least: its answer was on its way for a while. */
  let seen: { readonly heardAt: number; readonly ahead: number }[] = [];
  let most = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let cancel = () => {};
  let aheadMs = 0;

  function heard(at: number): void {
    const heardAt = performance.now();
    const ahead = at - heardAt;
    if (ahead > most && ahead - most < STEP_MS) seen.push({ heardAt, ahead });
    else if (ahead > most) seen = [{ heardAt, ahead }];
    most = Math.max(most, ahead);
  }

  async function look(): Promise<void> {
    const sent = performance.now();
    const at = await ask();
    const heardAt = performance.now();
    aheadMs = base.now() - at;
    heard(at);
    const ahead = at - heardAt;
    // Set back, if it was not the answer that took so long.
    if (most - ahead > STEP_MS + (heardAt - sent)) seen = [];
    seen = [...seen.filter((one) => heardAt - one.heardAt < KEPT_MS), { heardAt, ahead }];
    most = Math.max(...seen.map((one) => one.ahead));
  }

  const again = () => {
    if (stopped) return;
    cancel = base.after(LOOK_EVERY_MS, () => void look().then(again, again));
  };
  await look();
  again();
  return {
    // Never ahead of the database's: nothing is early by it.
    now: () => Math.floor(performance.now() + most),
    heard,
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
