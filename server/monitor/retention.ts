// Removes ended runs that are no longer to be kept: passes over the tasks again and again, a few rows at a time, so that nobody waits for it.
import type { Clock, Store } from "../domain/ports.ts";
import { prunable } from "../domain/retention.ts";
import type { RetentionRule } from "../domain/types.ts";
import type { Log } from "../log.ts";

/** A step that looks, or one transaction: some milliseconds. */
const TASKS_AT_ONCE = 200;
const TASKS_AT_A_STEP = 50;
const RUNS_AT_ONCE = 200;
const LINES_AT_ONCE = 5_000;
const STEP_MS = 5;
/** Between two steps of a pass: others write meanwhile. */
const BREATH_MS = 20;
/** While it finds nothing, a pass takes one part in so many of a core, however many tasks there are. */
const SHARE_WHEN_IDLE = 100;
const BETWEEN_PASSES_MS = 10 * 60_000;
/** Of simulated time; a simulated year is to take moments. */
const BETWEEN_PASSES_SIMULATED_MS = 24 * 3_600_000;

export interface RetentionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** For what a task does not rule itself. */
  readonly usual: RetentionRule;
}

export function retentionPoll({ store, clock, log, usual }: RetentionDeps): () => Promise<number> {
  /** Tasks still to be looked at in this pass. */
  let waiting: string[] = [];
  let last = "";
  let removed = 0;

  return async () => {
    const began = performance.now();
    const breath = () =>
      clock.simulated ? 0 : Math.max(BREATH_MS, Math.ceil(SHARE_WHEN_IDLE * (performance.now() - began)));
    if (waiting.length === 0) {
      const { ids, through } = await store.tasksWithEndedRuns(last, TASKS_AT_ONCE);
      if (through === null) return endPass();
      waiting = ids;
      last = through;
    }
    const next = waiting.slice(0, TASKS_AT_A_STEP);
    const tasks = await store.tasksById(next);
    for (const id of next) {
      const what = prunable(tasks.get(id)?.retention ?? null, usual, clock.now());
      const ids = what.length === 0 ? [] : await store.prunableRuns(id, what, RUNS_AT_ONCE, LINES_AT_ONCE);
      if (ids.length > 0) {
        removed += await store.write((tx) => tx.pruneRuns(id, ids));
        return clock.simulated ? 0 : BREATH_MS;
      }
      waiting.shift();
      if (performance.now() - began > STEP_MS) break;
    }
    return breath();
  };

  function endPass(): number {
    if (removed > 0) log.info({ runs: removed }, "ended runs were removed, as the retention says");
    removed = 0;
    last = "";
    return clock.simulated ? BETWEEN_PASSES_SIMULATED_MS : BETWEEN_PASSES_MS;
  }
}
