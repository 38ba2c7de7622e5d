// A clock that the test moves. Timers fire in the order of their instants while time passes; nothing happens by itself.
import type { Clock } from "../../server/domain/ports.ts";

export interface ManualClock extends Clock {
  /** Lets time pass and fires what falls due, each at its own instant. */
  advance(ms: number): void;
  /** Sets the clock as an operator or NTP would: timers keep their remaining time. */
  jump(ms: number): void;
  readonly timers: number;
}

export function manualClock(start: number): ManualClock {
  let now = start;
  let elapsed = 0;
  let serial = 0;
  const timers = new Map<number, { at: number; callback: () => void }>();
  return {
    now: () => now,
    after(delayMs, callback) {
      const id = ++serial;
      timers.set(id, { at: elapsed + Math.max(0, delayMs), callback });
      return () => timers.delete(id);
    },
    advance(ms) {
      const until = elapsed + ms;
      for (;;) {
        const due = [...timers.entries()]
          .filter(([, { at }]) => at <= until)
          .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (!due) break;
        const [id, { at, callback }] = due;
        timers.delete(id);
        now += at - elapsed;
        elapsed = at;
        callback();
      }
      now += until - elapsed;
      elapsed = until;
    },
    jump(ms) {
      now += ms;
    },
    get timers() {
      return timers.size;
    },
  };
}
