// A clock that stands still until it is moved. Timers fire in the order of their instants; nothing happens by itself. Waits for
// nothing: whoever moves it sees to it that the work of one instant is done before the next.
import type { Clock, SimulatedTime } from "../domain/ports.ts";

export interface SimulatedClock extends Clock {
  readonly simulated: SimulatedTime;
  /** What the clock will show when the next timer fires; null when none is set. */
  nextTimer(): number | null;
  /** Lets time pass until the next timer, and fires that one. */
  fireNext(): void;
  /** Lets time pass and fires what falls due, each at its own instant. */
  advance(ms: number): void;
  /** Sets the clock as an operator or NTP would: timers keep their remaining time. */
  jump(ms: number): void;
  readonly timers: number;
}

interface Timer {
  /** In time that has passed, which no jump changes. */
  readonly at: number;
  /** After everything else of its instant. */
  readonly last: boolean;
  readonly callback: () => void;
}

const comesBefore = (a: Timer, b: Timer): boolean => (a.at === b.at ? !a.last && b.last : a.at < b.at);

export function simulatedClock(start: number): SimulatedClock {
  let now = start;
  let elapsed = 0;
  /** The next one at the end; those of one instant in the order in which they were set. */
  const timers: Timer[] = [];
  const listeners = new Set<() => void>();

  function add(timer: Timer): void {
    let low = 0;
    let high = timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesBefore(timer, timers[middle] as Timer)) low = middle + 1;
      else high = middle;
    }
    timers.splice(low, 0, timer);
  }

  function pass(until: number): void {
    now += until - elapsed;
    elapsed = until;
  }

  function fireNext(): void {
    const timer = timers.pop();
    if (!timer) return;
    pass(timer.at);
    timer.callback();
  }

  return {
    now: () => now,
    after(delayMs, callback) {
      // A sleep without an end, until somebody wakes it.
      if (delayMs === Number.POSITIVE_INFINITY) return () => {};
      const timer = { at: elapsed + Math.max(0, delayMs), last: false, callback };
      add(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    simulated: {
      onSet(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      atEnd: (callback) => add({ at: elapsed, last: true, callback }),
    },
    nextTimer() {
      const next = timers.at(-1);
      return next === undefined ? null : now + next.at - elapsed;
    },
    fireNext,
    advance(ms) {
      const until = elapsed + ms;
      while ((timers.at(-1)?.at ?? Number.POSITIVE_INFINITY) <= until) fireNext();
      pass(until);
    },
    jump(ms) {
      now += ms;
      for (const listener of listeners) listener();
    },
    get timers() {
      return timers.length;
    },
  };
}
