// The zone that every timestamp of the dashboard is shown in: the browser's or UTC. Remembered in this browser.
import { useSyncExternalStore } from "react";

export type ZoneChoice = "browser" | "utc";

const KEY = "cronograph-zone";
const listeners = new Set<() => void>();

/** The browser's IANA zone. */
export const browserZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

function remembered(): ZoneChoice {
  try {
    return localStorage.getItem(KEY) === "utc" ? "utc" : "browser";
  } catch {
    return "browser"; // Storage can be forbidden; then the choice lasts until the page is left.
  }
}

let choice = remembered();

export function chooseZone(next: ZoneChoice): void {
  choice = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

export function useZoneChoice(): ZoneChoice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}

/** The IANA name of the zone in force. */
export function useZone(): string {
  return useZoneChoice() === "utc" ? "UTC" : browserZone;
}
