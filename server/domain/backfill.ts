// Which occurrences a backfill runs, and the next few of them as rows. Pure.

import { fromTask } from "./lanes.ts";
import { BACKFILL_WAITING, MAX_BACKFILL } from "./limits.ts";
import type { NewRun } from "./ports.ts";
import { mayBePruned } from "./retention.ts";
import type { Occurrence, Timetable } from "./schedule/index.ts";
import type { Backfill, BackfillScope, RunState, Task } from "./types.ts";

const MINUTE_MS = 60_000;
const NOT_RUN: readonly RunState[] = ["CANCELLED", "SKIPPED", "MISSED"];

/** Whether an occurrence in this state belongs to the scope; undefined: it has no row, nor had one. What is going or waits never does but with ALL. */
export function inScope(scope: BackfillScope, state: RunState | undefined): boolean {
  if (scope === "ALL" || state === undefined) return true;
  return NOT_RUN.includes(state) || (scope === "NOT_SUCCEEDED" && state === "FAILED");
}

/** The occurrences in [from, until], oldest first; null when there are more than a backfill may have. */
export function backfillOccurrences(
  task: Task,
  table: Timetable,
  from: number,
  until: number,
  scope: BackfillScope,
  states: ReadonlyMap<number, RunState>,
): Occurrence[] | null {
  // More than may be run are looked at: most of a range may have run already.
  const all = table.between(from - 1, until, 10 * MAX_BACKFILL + 1);
  if (all.length > 10 * MAX_BACKFILL) return null;
  // What became of an occurrence whose row retention has removed is not known any more, and nothing may run twice for that.
  const forgotten = (at: number) => !states.has(at) && mayBePruned(task, at);
  const chosen = all.filter(({ at }) => scope === "ALL" || (!forgotten(at) && inScope(scope, states.get(at))));
  return chosen.length > MAX_BACKFILL ? null : chosen;
}

/** The runs to be made now, and the backfill as it then is. `left`: occurrences that have no run of this backfill yet, in its order. */
export function handOut(
  backfill: Backfill,
  task: Task,
  left: readonly Occurrence[],
  waiting: number,
  now: number,
  newId: () => string,
): { runs: NewRun[]; backfill: Backfill } {
  const next = left.slice(0, Math.max(0, BACKFILL_WAITING - waiting));
  const stepMs = backfill.ratePerMinute === null ? 0 : MINUTE_MS / backfill.ratePerMinute;
  const first = Math.max(now, backfill.nextDueAt);
  const runs = next.map(({ at }, index): NewRun => {
    const dueAt = stepMs === 0 ? now : Math.ceil(first + index * stepMs);
    return {
      ...fromTask(task),
      id: newId(),
      trigger: "BACKFILL",
      backfillId: backfill.id,
      overlapPolicy: backfill.overlapPolicy,
      // A policy of its own decides when the run falls due; without one the runs wait for each other.
      state: backfill.overlapPolicy === null ? "QUEUED" : "SCHEDULED",
      scheduledFor: at,
      effectiveAt: dueAt,
      dueAt,
      late: false,
      why: "Made by a backfill.",
    };
  });
  const last = next.at(-1);
  if (last === undefined) return { runs, backfill };
  const created = backfill.created + runs.length;
  return {
    runs,
    backfill: { ...backfill, created, cursor: last.at, nextDueAt: Math.ceil(first + runs.length * stepMs) },
  };
}
