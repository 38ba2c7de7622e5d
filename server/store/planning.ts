// What planning reads and writes of tasks: which are to be planned, which have been passed over, which have nothing left. `plannedThrough`
// at or beyond LIMIT_REACHED means that nothing more is to be planned.
import { END_OF_TIME, LIMIT_REACHED } from "../domain/limits.ts";
import type { TaskProgress } from "../domain/ports.ts";
import type { Task } from "../domain/types.ts";
import { appendEvents, type Changes } from "./events.ts";
import { toTask } from "./mapping.ts";
import { batch, containsText, isOneOf, type Queryable, raw, rows, sql } from "./sql.ts";
import { RETURNED, refreshNextRun } from "./tasks.ts";

/** An interval that is counted from the end of a run has no next occurrence before that end. */
const AWAITS_END = raw(`("scheduleKind" = 'EVERY' AND COALESCE(json_extract(schedule, '$.after'), '') = 'END' AND EXISTS
  (SELECT 1 FROM runs WHERE "taskId" = tasks.id AND trigger = 'SCHEDULE'
   AND state IN ('SCHEDULED', 'HELD', 'QUEUED', 'RUNNING', 'RETRYING')))`);

/** Active tasks whose planning reaches no further than this instant and that can be planned. */
export async function tasksToPlan(db: Queryable, plannedThrough: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE state = 'ACTIVE' AND "plannedThrough" <= ${plannedThrough} AND "deletedAt" IS NULL
        AND NOT ${AWAITS_END} ORDER BY "plannedThrough" LIMIT ${limit}`,
  );
  return found.map(toTask);
}

/** Active tasks with occurrences that were due before this and that nobody took. */
export async function tasksOverdue(db: Queryable, dueBefore: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE id IN
        (SELECT DISTINCT runs."taskId" FROM runs JOIN tasks AS owner ON owner.id = runs."taskId"
         WHERE runs.state = 'SCHEDULED' AND runs.trigger = 'SCHEDULE' AND runs."dueAt" <= ${dueBefore}
           AND owner.state = 'ACTIVE' AND owner."deletedAt" IS NULL LIMIT ${limit})`,
  );
  return found.map(toTask);
}

/** Active tasks with held occurrences whose time for a person's decision is over. */
export async function tasksHeldUntil(db: Queryable, now: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE id IN
        (SELECT DISTINCT runs."taskId" FROM runs JOIN tasks AS owner ON owner.id = runs."taskId"
         WHERE runs.state = 'HELD' AND runs."heldUntil" <= ${now}
           AND owner.state = 'ACTIVE' AND owner."deletedAt" IS NULL LIMIT ${limit})`,
  );
  return found.map(toTask);
}

/** Tasks that run whenever a scheduler starts, paused ones too: their start is skipped with a row. */
export async function startupTasks(db: Queryable): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE state IN ('ACTIVE', 'PAUSED') AND "scheduleKind" = 'STARTUP' AND "deletedAt" IS NULL`,
  );
  return found.map(toTask);
}

export async function taskProgress(db: Queryable, taskIds: readonly string[]): Promise<Map<string, TaskProgress>> {
  if (taskIds.length === 0) return new Map();
  const found = await rows(
    db,
    sql`SELECT wanted.value AS "taskId",
          (SELECT COUNT(*) FROM runs WHERE "taskId" = wanted.value AND trigger = 'SCHEDULE'
             AND state IN ('SCHEDULED', 'HELD', 'QUEUED')) AS pending,
          (SELECT COUNT(*) FROM runs WHERE "taskId" = wanted.value AND trigger = 'SCHEDULE'
             AND state IN ('RUNNING', 'RETRYING')) AS going,
          (SELECT "finishedAt" FROM runs WHERE "taskId" = wanted.value AND trigger = 'SCHEDULE' AND "finishedAt" IS NOT NULL
             ORDER BY "scheduledFor" DESC LIMIT 1) AS "lastEnd"
        FROM json_each(${JSON.stringify(taskIds)}) AS wanted`,
  );
  return new Map(
    found.map((row) => [
      row.taskId as string,
      { pending: row.pending as number, going: row.going as number, lastEnd: row.lastEnd as number | null },
    ]),
  );
}

/** Living tasks that leave out what this calendar names. */
export async function tasksUsing(db: Queryable, calendarId: string): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE "deletedAt" IS NULL AND ${containsText(raw("exclusions"), JSON.stringify(calendarId))}
        ORDER BY "nameKey"`,
  );
  return found.map(toTask);
}

/** Living tasks that are active, and paused ones when asked for; all, or of those named. */
export async function tasksWithFuture(db: Queryable, paused: boolean, ids: readonly string[] | null): Promise<Task[]> {
  const named = ids === null ? sql`true` : isOneOf(raw("id"), ids);
  const found = await rows(
    db,
    sql`SELECT * FROM tasks WHERE "deletedAt" IS NULL AND (state = 'ACTIVE' OR (${paused} AND state = 'PAUSED')) AND ${named}
        ORDER BY "nameKey"`,
  );
  return found.map(toTask);
}

/** A task stopped planning because its runs were used up, but some of them were then skipped or missed: it goes on. */
export async function reopenBounded(tx: Queryable, limit: number): Promise<number> {
  return tx.$executeRaw(
    sql`UPDATE tasks SET "plannedThrough" =
          COALESCE((SELECT MAX(occurrence) FROM runs WHERE "taskId" = tasks.id), "createdAt")
        WHERE id IN (SELECT id FROM tasks WHERE state = 'ACTIVE' AND "plannedThrough" = ${LIMIT_REACHED}
          AND "runCount" < "maxRuns" AND "deletedAt" IS NULL AND NOT ${WAITS} LIMIT ${limit})`,
  );
}

/** Something of the schedule has not started yet. */
const WAITS = raw(`EXISTS (SELECT 1 FROM runs WHERE "taskId" = tasks.id AND trigger = 'SCHEDULE'
  AND state IN ('SCHEDULED', 'HELD', 'QUEUED'))`);

/** Active tasks with no occurrence left become COMPLETED; one that waits or is held is left. Answers how many did. */
export async function completeExhausted(tx: Queryable, changes: Changes, at: number, limit: number): Promise<number> {
  const completed = await rows(
    tx,
    sql`UPDATE tasks SET state = 'COMPLETED', "updatedAt" = ${at} WHERE id IN
        (SELECT id FROM tasks WHERE state = 'ACTIVE' AND "deletedAt" IS NULL
           AND ("scheduleKind" <> 'STARTUP' AND "plannedThrough" >= ${END_OF_TIME}
             OR "scheduleKind" = 'STARTUP' AND ("runCount" >= "maxRuns" OR "endAt" < ${at}) OR "plannedThrough" = ${LIMIT_REACHED} AND "runCount" >= "maxRuns")
           AND NOT ${WAITS} LIMIT ${limit}) RETURNING ${RETURNED}`,
  );
  const events = completed.map((row) => ({ kind: "TASK", type: "COMPLETED", task: toTask(row) }) as const);
  await appendEvents(tx, changes, at, events);
  return completed.length;
}

export async function setPlanned(
  tx: Queryable,
  plans: readonly { taskId: string; plannedThrough: number }[],
): Promise<void> {
  if (plans.length === 0) return;
  const added = batch([...plans], { taskId: "text", plannedThrough: "int" });
  await tx.$executeRaw(
    sql`UPDATE tasks SET "plannedThrough" = added."plannedThrough" FROM ${added} AS added WHERE tasks.id = added."taskId"`,
  );
  await refreshNextRun(
    tx,
    plans.map((plan) => plan.taskId),
  );
}
