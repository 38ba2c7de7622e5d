// Counts the failed runs of each task in a row, and finds the tasks that are to be paused because of them.
import type { Completion, PauseWanted } from "../domain/ports.ts";
import { batch, type Queryable, type Row, rows, sql } from "./sql.ts";

/** Failed runs since the last success in this report, or since whatever the task had before when there was none. */
interface Streak {
  readonly taskId: string;
  failures: number;
  succeeded: boolean;
  lastRunId: string;
}

/** `ended`: what was accepted, each with its run's row as it now is, in the order of the ends. */
export async function countFailures(
  tx: Queryable,
  ended: readonly { readonly completion: Completion; readonly row: Row }[],
): Promise<PauseWanted[]> {
  const streaks = new Map<string, Streak>();
  const wanted: PauseWanted[] = [];
  for (const { completion, row } of ended) {
    const taskId = row.taskId as string;
    if (completion.pause) wanted.push({ taskId, why: completion.pause });
    const failed = row.state === "FAILED" && completion.outcome !== "INTERRUPTED";
    if (!failed && row.state !== "SUCCEEDED") continue;
    const before = streaks.get(taskId) ?? { taskId, failures: 0, succeeded: false, lastRunId: "" };
    const failures = failed ? before.failures + 1 : 0;
    streaks.set(taskId, { taskId, failures, succeeded: before.succeeded || !failed, lastRunId: completion.runId });
  }
  if (streaks.size === 0) return wanted;
  const added = batch(
    [...streaks.values()].map(({ taskId, failures, succeeded }) => ({ id: taskId, failures, succeeded })),
    { id: "text", failures: "int", succeeded: "bool" },
  );
  // Most reports are of successes after successes: their tasks' rows are left alone.
  const counted = await rows(
    tx,
    sql`UPDATE tasks SET "consecutiveFailures" = CASE WHEN added.succeeded THEN 0 ELSE "consecutiveFailures" END + added.failures
        FROM ${added} AS added WHERE tasks.id = added.id AND ("consecutiveFailures" > 0 OR added.failures > 0)
        RETURNING tasks.id, "consecutiveFailures", "pauseAfterFailures"`,
  );
  for (const { id, consecutiveFailures, pauseAfterFailures } of counted) {
    const count = consecutiveFailures as number;
    if (pauseAfterFailures === null || count < (pauseAfterFailures as number)) continue;
    const inRow = count === 1 ? "A run" : `${count} runs in a row`;
    const last = streaks.get(id as string)?.lastRunId;
    wanted.push({ taskId: id as string, why: `${inRow} failed, the last one ${last}; the task paused by itself.` });
  }
  return wanted;
}
