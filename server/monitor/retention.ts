// Removes ended runs that are no longer to be kept: passes over the tasks again and again, a few rows at a time, so that nobody waits for it.
import type { Clock, Store } from "../domain/ports.ts";
import { prunable } from "../domain/retention.ts";
import type { RetentionRule } from "../domain/types.ts";
import type { Log } from "../log.ts";

const TASKS_AT_ONCE = 100;
/** One transaction: some milliseconds. */
const RUNS_AT_ONCE = 200;
const LINES_AT_ONCE = 5_000;
/** Between two steps of a pass: others write meanwhile. */
const BREATH_MS = 20;
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
    if (waiting.length === 0) {
      waiting = await store.taskIdsAfter(last, TASKS_AT_ONCE);
      last = waiting.at(-1) ?? "";
      if (waiting.length === 0) return endPass();
    }
    const tasks = await store.tasksById(waiting);
    while (waiting.length > 0) {
      const id = waiting[0] as string;
      const what = prunable(tasks.get(id)?.retention ?? null, usual, clock.now());
      const ids = what.length === 0 ? [] : await store.prunableRuns(id, what, RUNS_AT_ONCE, LINES_AT_ONCE);
      if (ids.length > 0) {
        removed += await store.write((tx) => tx.pruneRuns(id, ids));
        return clock.simulated ? 0 : BREATH_MS;
      }
      waiting.shift();
    }
    return clock.simulated ? 0 : BREATH_MS;
  };

  function endPass(): number {
    if (removed > 0) log.info({ runs: removed }, "ended runs were removed, as the retention says");
    removed = 0;
    return clock.simulated ? BETWEEN_PASSES_SIMULATED_MS : BETWEEN_PASSES_MS;
  }
}
