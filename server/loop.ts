// The one loop runner. A loop is a function that does its work and answers how long to sleep; it is woken early by `wake`.
// States: stopped → (start) sleeping ⇄ polling → (stop) stopped. `start` and `stop` are safe twice and in any order; a wake
// while polling leads to one more poll right after; a throw is logged and the loop goes on after a growing pause.
import { StorageError } from "./domain/errors.ts";
import type { Clock } from "./domain/ports.ts";
import type { Log } from "./log.ts";

/** A real clock may be set while we sleep, and nobody tells us, so no sleep is longer. */
const LONGEST_SLEEP_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
/** The database takes no writes: trying costs nothing, and recovery is to be seen soon. */
const STORAGE_PAUSE_MS = 1_000;

export interface Loop {
  start(): void;
  /** Polls soon, or in so long at the latest. */
  wake(withinMs?: number): void;
  /** Resolves when no poll is going any more. */
  stop(): Promise<void>;
}

export function createLoop(
  name: string,
  poll: () => Promise<number>,
  clock: Clock,
  log: Log,
  longestPauseMs = LONGEST_PAUSE_MS,
): Loop {
  const longestSleepMs = clock.simulated ? Number.POSITIVE_INFINITY : LONGEST_SLEEP_MS;
  let running = false;
  /** How soon a wake while polling wants the next poll. */
  let wanted = Number.POSITIVE_INFINITY;
  let failures = 0;
  let polling: Promise<void> | undefined;
  let sleepsUntil = 0;
  let cancelTimer: (() => void) | undefined;
  let ignoreSteps: (() => void) | undefined;

  function sleep(delayMs: number): void {
    cancelTimer?.();
    const ms = Math.min(delayMs, longestSleepMs);
    sleepsUntil = clock.now() + ms;
    cancelTimer = clock.after(ms, run);
  }

  function run(): void {
    if (!running || polling) return;
    cancelTimer?.();
    wanted = Number.POSITIVE_INFINITY;
    polling = turn().finally(() => {
      polling = undefined;
    });
    void polling.then(() => {
      if (running && wanted <= 0) run();
    });
  }

  async function turn(): Promise<void> {
    let delayMs: number;
    try {
      delayMs = await poll();
      failures = 0;
    } catch (error) {
      if (error instanceof StorageError) {
        delayMs = Math.min(STORAGE_PAUSE_MS, longestPauseMs);
        log.debug({ loop: name, code: error.code, retryInMs: delayMs }, "the database takes no writes");
      } else {
        failures++;
        delayMs = Math.min(100 * 2 ** failures, longestPauseMs);
        log.error({ loop: name, err: error, retryInMs: delayMs }, "loop failed; it goes on");
      }
    }
    if (running) sleep(Math.min(delayMs, wanted));
  }

  function wake(withinMs = 0): void {
    if (!running) return;
    if (polling) wanted = Math.min(wanted, withinMs);
    else if (withinMs <= 0 || clock.now() + withinMs < sleepsUntil) sleep(withinMs);
  }

  return {
    start() {
      if (running) return;
      running = true;
      ignoreSteps = clock.simulated?.onSet(wake);
      run();
    },
    wake,
    async stop() {
      running = false;
      cancelTimer?.();
      ignoreSteps?.();
      await polling;
    },
  };
}

export interface NeededPoll {
  poll(): Promise<number>;
  /** Something was committed: when there is work must be asked anew. */
  changed(): void;
}

/**
 * On a simulated clock: asks first whether the poll has anything to do, and sleeps until it will. On a real one the poll as it is:
 * it comes around every second anyway. `nextWork` answers an instant, past when there is work now; null when none is in sight.
 */
export function whenNeeded(
  poll: () => Promise<number>,
  nextWork: () => Promise<number | null>,
  clock: Clock,
): NeededPoll {
  if (!clock.simulated) return { poll, changed: () => {} };
  let changes = 0;
  /** What was answered last, while nothing has changed since. */
  let known: { readonly changes: number; readonly at: number } | undefined;

  async function look(): Promise<number> {
    if (known?.changes !== changes) {
      const before = changes;
      known = { changes: before, at: (await nextWork()) ?? Number.POSITIVE_INFINITY };
    }
    return known.at - clock.now();
  }

  return {
    async poll() {
      const wait = await look();
      if (wait > 0) return wait;
      const answer = await poll();
      known = undefined;
      if (answer === 0) return 0;
      const after = await look();
      return after > 0 ? after : answer;
    },
    changed() {
      changes++;
    },
  };
}
