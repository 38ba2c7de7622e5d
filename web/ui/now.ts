// The web's only clock. It follows the server's: relative times must be right on a machine whose own clock is not.
// One timer ticks for all; a component re-renders only when what it shows has changed.
import { useSyncExternalStore } from "react";

const TICK_MS = 1000;
let offsetMs = 0;
let timer: number | undefined;
const listeners = new Set<() => void>();

/** Milliseconds since 1970 UTC by the server's clock, as well as we know it. */
export const now = (): number => Date.now() + offsetMs;

/** Tells what the server's clock showed, half way between asking and being answered. */
export function learnServerTime(serverNow: string, askedAt: number): void {
  const middle = (askedAt + now()) / 2;
  const correction = Date.parse(serverNow) - middle;
  // Below half a second a correction is mostly noise of the network.
  if (Math.abs(correction) > 500) offsetMs += correction;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
}

/** What `read` makes of the present; read again every second. It must answer a string or a number. */
export function useClock<T extends string | number>(read: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(now()));
}
