// The one loop runner. A loop is a function that does its work and answers how long to sleep; it is woken early by `wake`.
// States: stopped → (start) sleeping ⇄ polling → (stop) stopped. `start` and `stop` are safe twice and in any order; a wake
// while polling leads to one more poll right after; a throw is logged and the loop goes on after a growing pause.
import type { Clock } from "./domain/ports.ts";
import type { Log } from "./log.ts";

/** The clock may be set while we sleep, so no sleep is longer. */
const LONGEST_SLEEP_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

export interface Loop {
  start(): void;
  /** Polls soon. */
  wake(): void;
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
  let running = false;
  let woken = false;
  let failures = 0;
  let polling: Promise<void> | undefined;
  let cancelTimer: (() => void) | undefined;

  function sleep(delayMs: number): void {
    cancelTimer?.();
    cancelTimer = clock.after(delayMs, run);
  }

  function run(): void {
    if (!running || polling) return;
    cancelTimer?.();
    woken = false;
    polling = turn().finally(() => {
      polling = undefined;
    });
    void polling.then(() => {
      if (running && woken) run();
    });
  }

  async function turn(): Promise<void> {
    let delayMs: number;
    try {
      delayMs = Math.min(await poll(), LONGEST_SLEEP_MS);
      failures = 0;
    } catch (error) {
      failures++;
      delayMs = Math.min(100 * 2 ** failures, longestPauseMs);
      log.error({ loop: name, err: error, retryInMs: delayMs }, "loop failed; it goes on");
    }
    if (running) sleep(delayMs);
  }

  return {
    start() {
      if (running) return;
      running = true;
      run();
    },
    wake() {
      if (!running) return;
      woken = true;
      if (!polling) sleep(0);
    },
    async stop() {
      running = false;
      cancelTimer?.();
      await polling;
    },
  };
}
