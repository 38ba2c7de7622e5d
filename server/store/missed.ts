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
    sql`SELECT runs.id, tasks."startDeadlineMs" AS deadline FROM tasks JOIN runs ON runs."taskId" = tasks.id
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

/** Due for longer than the task lets its runs wait for their start. */
export const QUEUE_DEADLINE = raw(`runs."dueAt" + tasks."queueTimeoutMs"`);
export const HAS_QUEUE_TIMEOUT = raw(`(tasks."queueTimeoutMs" > 0)`);

/** Such runs fail: somebody or something asked for them, so they are dead letters, followed up and counted as any failure. */
export async function endQueueTimeouts(tx: Queryable, changes: Changes, now: number, limit: number): Promise<number> {
  const late = await rows(
    tx,
    sql`SELECT runs.id, runs.why, tasks."queueTimeoutMs" AS timeout FROM tasks JOIN runs ON runs."taskId" = tasks.id
        WHERE ${HAS_QUEUE_TIMEOUT} AND runs.state IN ('QUEUED', 'RETRYING') AND ${QUEUE_DEADLINE} < ${now} LIMIT ${limit}`,
  );
  for (const { id, why: waited, timeout } of late) {
    const why = `It could not start within ${shownLength(timeout as number)} of being due, the task's queue timeout.`;
    const message = waited ? `${why} Before: ${waited as string}` : why;
    const changed = await rows(
      tx,
      sql`UPDATE runs SET state = 'FAILED', "finishedAt" = ${now}, "dueAt" = NULL, why = ${why}, "errorCode" = 'QUEUE_TIMEOUT',
            "errorMessage" = ${message}, "eventSequence" = "eventSequence" + 1
          WHERE id = ${id} AND state IN ('QUEUED', 'RETRYING') RETURNING ${COLUMNS}`,
    );
    await appendEvents(
      tx,
      changes,
      now,
      changed.map((row) => runEvent(row, "FAILED")),
    );
  }
  return late.length;
}
