// Whether the dashboard is live: what the socket says and what the user wants. Read by the shell, obeyed by all.
import { useSyncExternalStore } from "react";
import { socket } from "./socket";

export type LiveState = "live" | "reconnecting" | "paused";

let connected = false;
let paused = false;
const listeners = new Set<() => void>();

function change(apply: () => void): void {
  apply();
  for (const listener of listeners) listener();
}

socket.on("connected", () =>
  change(() => {
    connected = true;
  }),
);
socket.on("closed", () =>
  change(() => {
    connected = false;
  }),
);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const isPaused = (): boolean => paused;

/** Paused, nothing on the screen changes by itself: no events, no new reading of lists. */
export const togglePaused = (): void =>
  change(() => {
    paused = !paused;
  });

export const usePaused = (): boolean => useSyncExternalStore(subscribe, isPaused);

export const useLiveState = (): LiveState =>
  useSyncExternalStore(subscribe, () => (paused ? "paused" : connected ? "live" : "reconnecting"));
