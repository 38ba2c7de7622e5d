// What an instance watches of itself.
import { performance } from "node:perf_hooks";
import type { Store } from "../domain/ports.ts";

/** A rolling upgrade takes minutes; an old program must not go on for long after it. */
const ASK_EVERY_MS = 5_000;
const UPKEEP_EVERY_MS = 60_000;

/** Share of the time since it was last asked in which the event loop was busy, 0 to 1. */
export function loadMeter(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return Math.round(utilization * 100) / 100;
  };
}

/** Loops are called more often than they ask for. */
function every(ms: number, work: () => Promise<void>): () => Promise<number> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - last >= ms) {
      last = performance.now();
      await work();
    }
    return ms;
  };
}

/** Asks whether a newer program has changed the database beyond what this one knows; says so once. */
export function versionPoll(store: Store, onOutdated: (reason: string) => void): () => Promise<number> {
  let told = false;
  return every(ASK_EVERY_MS, async () => {
    const reason = told ? null : await store.outdated();
    if (reason === null) return;
    told = true;
    onOutdated(reason);
  });
}

export const upkeepPoll = (store: Store): (() => Promise<number>) => every(UPKEEP_EVERY_MS, () => store.upkeep());
