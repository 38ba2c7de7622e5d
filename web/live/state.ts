// Whether the dashboard is live: what the client kit says and what the user wants. Read by the shell, obeyed by all.
import { useSyncExternalStore } from "react";
import { live } from "./socket";

export type LiveState = "live" | "reconnecting" | "paused";

let paused = false;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  const stop = live.status.subscribe(listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
};

export const isPaused = (): boolean => paused;

/** Paused, nothing on the screen changes by itself: no events, no new reading of lists. */
export function togglePaused(): void {
  paused = !paused;
  for (const listener of listeners) listener();
}

export const usePaused = (): boolean => useSyncExternalStore(subscribe, isPaused);

export const useLiveState = (): LiveState =>
  useSyncExternalStore(subscribe, () =>
    paused ? "paused" : live.status.get() === "reconnecting" ? "reconnecting" : "live",
  );
