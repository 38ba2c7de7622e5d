// Occurrences that waited too long: beyond their task's start deadline they do not start any more.
import { shownLength } from "../domain/instant.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns } from "./mapping.ts";
import { type Queryable, raw, rows, type Sql, sql } from "./sql.ts";

const COLUMNS = raw(runColumns());

export const DEADLINE = raw(`runs."effectiveAt" + tasks."startDeadlineMs"`);
export const HAS_DEADLINE = raw(`(tasks."startDeadlineMs" IS NOT NULL AND runs.trigger = 'SCHEDULE' AND runs.attempt = 0
  AND runs."heldUntil" IS NULL)`);

/** For a join of runs and tasks. What a person has released from being held may start however late. */
export const pastDeadline = (now: number): Sql => sql`(${HAS_DEADLINE} AND ${DEADLINE} < ${now})`;

/** Answers how many were given up. */
export async function missDeadlines(tx: Queryable, changes: Changes, now: number, limit: number): Promise<number> {
  const late = await rows(
    tx,
    sql`SELECT runs.id, tasks."startDeadlineMs" AS deadline FROM runs JOIN tasks ON tasks.id = runs."taskId"
        WHERE runs.state = 'QUEUED' AND ${pastDeadline(now)} LIMIT ${limit}`,
  );
  for (const { id, deadline } of late) {
    const why = `It could not start within ${shownLength(deadline as number)} of its time, the task's start deadline.`;
    const changed = await rows(
      tx,
      sql`UPDATE runs SET state = 'MISSED', "finishedAt" = ${now}, "dueAt" = NULL, late = true, why = ${why},
            "eventSequence" = "eventSequence" + 1 WHERE id = ${id} AND state = 'QUEUED' RETURNING ${COLUMNS}`,
    );
    await appendEvents(
      tx,
      changes,
      now,
      changed.map((row) => runEvent(row, "MISSED")),
    );
  }
  return late.length;
}
