// The system's clock: the one place that calls Date.now and sets timers.
import type { Clock } from "./domain/ports.ts";

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, Math.max(0, delayMs));
    return () => clearTimeout(timer);
  },
};

/** One turn of the event loop: promises and what the system has ready come before it. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
