// Which ended runs may go: by how long ago they ended and how many newer ones there are, for each kind of outcome on its own.
import type { Retention, RetentionGroup, RetentionRule, RunState, Task } from "./types.ts";

/** Outcomes that share a rule. What has not ended is in none of them. */
export const RETENTION_GROUPS: Readonly<Record<RetentionGroup, readonly RunState[]>> = {
  succeeded: ["SUCCEEDED"],
  failed: ["FAILED"],
  other: ["CANCELLED", "SKIPPED", "MISSED"],
};

/** What may go of a task's runs in this state: those that ended before an instant, and those beyond so many newest ones. */
export interface Prunable {
  readonly state: RunState;
  /** Null: none by age. */
  readonly endedBefore: number | null;
  /** Null: none by number. */
  readonly keepNewest: number | null;
}

/** `usual` is the server's rule, for what the task does not rule itself. */
export function prunable(retention: Retention | null, usual: RetentionRule, now: number): Prunable[] {
  return (Object.keys(RETENTION_GROUPS) as RetentionGroup[]).flatMap((group): Prunable[] => {
    const { maxAgeMs, maxCount } = retention?.[group] ?? usual;
    if (maxAgeMs === null && maxCount === null) return [];
    const endedBefore = maxAgeMs === null ? null : now - maxAgeMs;
    return RETENTION_GROUPS[group].map((state) => ({ state, endedBefore, keepNewest: maxCount }));
  });
}

/** Whether the row of this occurrence may have been there and gone. */
export const mayBePruned = ({ prunedFrom, prunedThrough }: Task, at: number): boolean =>
  prunedFrom !== null && prunedThrough !== null && at >= prunedFrom && at <= prunedThrough;
