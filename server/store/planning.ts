// What planning reads and writes of tasks: which are to be planned, which have been passed over, which have nothing left. `plannedThrough`
// at or beyond LIMIT_REACHED means that nothing more is to be planned.
import { EXECUTION_WINDOW_MS, LIMIT_REACHED, LOOK_AHEAD_MS } from "../domain/limits.ts";
import type { TaskProgress } from "../domain/ports.ts";
import type { Task } from "../domain/types.ts";
import { appendEvents, type Changes } from "./events.ts";
import { toTask } from "./mapping.ts";
import { DEADLINE, HAS_DEADLINE, HAS_QUEUE_TIMEOUT, QUEUE_DEADLINE } from "./missed.ts";
import {
  batch,
  containsText,
  isOneOf,
  joinInOrder,
  jsonText,
  one,
  type Queryable,
  raw,
  rows,
  sql,
  texts,
  within,
} from "./sql.ts";
import { RETURNED, refreshNextRun } from "./tasks.ts";

/** An interval that is counted from the end of a run has no next occurrence before that end. */
const AWAITS_END = sql`("scheduleKind" = 'EVERY' AND COALESCE(${jsonText("schedule", "after")}, '') = 'END' AND EXISTS
  (SELECT 1 FROM runs WHERE "taskId" = tasks.id AND trigger = 'SCHEDULE'
   AND state IN ('SCHEDULED', 'HELD', 'QUEUED', 'RUNNING', 'RETRYING')))`;

const PLANNABLE = sql`state = 'ACTIVE' AND "deletedAt" IS NULL AND NOT ${AWAITS_END}`;

/** Kinds whose occurrences can come to an end of themselves. */
const ENDING = `"scheduleKind" IN ('ONCE', 'CRON', 'EVERY', 'RRULE', 'UNION')`;
/** Something of the schedule has not started yet. Whoever has a next run need not be looked at, which an index tells; the sign
 *  keeps SQLite from the index of plannedThrough, in which all of them stand. */
const WAITS = `EXISTS (SELECT 1 FROM runs WHERE "taskId" = tasks.id AND trigger = 'SCHEDULE'
  AND state IN ('SCHEDULED', 'HELD', 'QUEUED'))`;
/** Its maximum of runs was planned, but some of them were then skipped or missed. */
const REOPENS = raw(`state = 'ACTIVE' AND "nextRunAt" IS NULL AND ${ENDING} AND +"plannedThrough" = ${LIMIT_REACHED}
  AND "runCount" < "maxRuns" AND "deletedAt" IS NULL AND NOT ${WAITS}`);
/** No occurrence is left, and none waits or is held. */
const EXHAUSTED = raw(`state = 'ACTIVE' AND "nextRunAt" IS NULL AND ${ENDING} AND +"plannedThrough" >= ${LIMIT_REACHED}
  AND "deletedAt" IS NULL
  AND CASE "plannedThrough" WHEN ${LIMIT_REACHED} THEN "runCount" >= "maxRuns" ELSE true END AND NOT ${WAITS}`);
/** Of these the bounds alone tell when none is left. */
const SPENT_STARTUP =
  raw(`state = 'ACTIVE' AND "nextRunAt" IS NULL AND "scheduleKind" = 'STARTUP' AND "deletedAt" IS NULL
  AND +"plannedThrough" >= ${LIMIT_REACHED} AND NOT ${WAITS}`);
const OWNER_ACTIVE = raw(`EXISTS (SELECT 1 FROM tasks WHERE tasks.id = runs."taskId" AND tasks.state = 'ACTIVE'
  AND tasks."deletedAt" IS NULL)`);

/** Occurrences that were written ahead of a task before nobody took them; of few tasks it is more. */
const OVERDUE_OF_A_TASK = 5;

/** Active tasks whose planning reaches no further than this instant and that can be planned. */
export async function tasksToPlan(db: Queryable, plannedThrough: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE ${PLANNABLE} AND "plannedThrough" <= ${plannedThrough} ORDER BY "plannedThrough" LIMIT ${limit}`,
  );
  return found.map(toTask);
}

/**
 * Active tasks with occurrences that were due before this and that nobody took, those of the longest due ones first; fewer than `limit`
 * where they have many each. Looks at so many occurrences and no more: after a long time there are any number.
 */
export async function tasksOverdue(db: Queryable, dueBefore: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE id IN
        (SELECT DISTINCT "taskId" FROM
          (SELECT runs."taskId" FROM runs ${joinInOrder} tasks AS owner ON owner.id = runs."taskId"
           WHERE runs.state = 'SCHEDULED' AND runs.trigger = 'SCHEDULE' AND runs."dueAt" <= ${dueBefore}
             AND owner.state = 'ACTIVE' AND owner."deletedAt" IS NULL ORDER BY runs."dueAt" LIMIT ${limit * OVERDUE_OF_A_TASK}) AS longest
         LIMIT ${limit})`,
  );
  return found.map(toTask);
}

/** Active tasks with held occurrences whose time for a person's decision is over. */
export async function tasksHeldUntil(db: Queryable, now: number, limit: number): Promise<Task[]> {
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE id IN
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
    sql`SELECT ${RETURNED} FROM tasks WHERE state IN ('ACTIVE', 'PAUSED') AND "scheduleKind" = 'STARTUP' AND "deletedAt" IS NULL`,
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
          (SELECT "finishedAt" FROM runs WHERE "taskId" = wanted.value AND occurrence IS NOT NULL AND "finishedAt" IS NOT NULL
             ORDER BY occurrence DESC LIMIT 1) AS "lastEnd"
        FROM ${texts(taskIds)} AS wanted`,
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
    sql`SELECT ${RETURNED} FROM tasks WHERE "deletedAt" IS NULL AND ${containsText(raw("exclusions"), JSON.stringify(calendarId))}
        ORDER BY "nameKey"`,
  );
  return found.map(toTask);
}

/** Living tasks that are active, and paused ones when asked for; all, or of those named. */
export async function tasksWithFuture(
  db: Queryable,
  paused: boolean,
  ids: readonly string[] | null,
  namespaceId?: string,
): Promise<Task[]> {
  const named = ids === null ? sql`true` : isOneOf(raw("id"), ids);
  const found = await rows(
    db,
    sql`SELECT ${RETURNED} FROM tasks WHERE "deletedAt" IS NULL AND (state = 'ACTIVE' OR (${paused} AND state = 'PAUSED')) AND ${named} AND ${within(namespaceId)}
        ORDER BY "nameKey"`,
  );
  return found.map(toTask);
}

/** Goes on with planning. */
export async function reopenBounded(tx: Queryable, limit: number): Promise<number> {
  return tx.$executeRaw(
    sql`UPDATE tasks SET "plannedThrough" =
          COALESCE((SELECT MAX(occurrence) FROM runs WHERE "taskId" = tasks.id), "createdAt")
        WHERE id IN (SELECT id FROM tasks WHERE ${REOPENS} LIMIT ${limit})`,
  );
}

/** Active tasks with no occurrence left become COMPLETED; one that waits or is held is left. Answers how many did. */
export async function completeExhausted(tx: Queryable, changes: Changes, at: number, limit: number): Promise<number> {
  const completed = await rows(
    tx,
    sql`UPDATE tasks SET state = 'COMPLETED', "updatedAt" = ${at} WHERE id IN
        (SELECT id FROM tasks WHERE ${EXHAUSTED}
         UNION ALL SELECT id FROM tasks WHERE ${SPENT_STARTUP} AND ("runCount" >= "maxRuns" OR "endAt" < ${at})
         LIMIT ${limit}) RETURNING ${RETURNED}`,
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

/**
 * The earliest instant at which one of the scheduler's questions above has an answer; 0 for those that do not depend on the time.
 */
export async function nextAttention(db: Queryable): Promise<number | null> {
  const row = await one(
    db,
    sql`SELECT MIN(at) AS at FROM (
          SELECT "dueAt" + ${EXECUTION_WINDOW_MS} AS at FROM
            (SELECT "dueAt" FROM runs WHERE state = 'SCHEDULED' AND "dueAt" > 0 AND trigger = 'SCHEDULE' AND ${OWNER_ACTIVE}
             ORDER BY "dueAt" LIMIT 1) AS overdue
          UNION ALL SELECT "plannedThrough" - ${LOOK_AHEAD_MS} FROM
            (SELECT "plannedThrough" FROM tasks WHERE ${PLANNABLE} ORDER BY "plannedThrough" LIMIT 1) AS unplanned
          UNION ALL SELECT MIN("heldUntil") FROM runs WHERE state = 'HELD' AND ${OWNER_ACTIVE}
          UNION ALL SELECT MIN(${DEADLINE}) + 1 FROM tasks JOIN runs ON runs."taskId" = tasks.id
            WHERE runs.state = 'QUEUED' AND ${HAS_DEADLINE}
          UNION ALL SELECT MIN(${QUEUE_DEADLINE}) + 1 FROM tasks JOIN runs ON runs."taskId" = tasks.id
            WHERE ${HAS_QUEUE_TIMEOUT} AND runs.state IN ('QUEUED', 'RETRYING')
          UNION ALL SELECT 0 WHERE EXISTS (SELECT 1 FROM tasks WHERE ${REOPENS})
            OR EXISTS (SELECT 1 FROM tasks WHERE ${EXHAUSTED}) OR EXISTS (SELECT 1 FROM backfills WHERE state = 'RUNNING')) AS questions`,
  );
  return (row?.at as number | null) ?? null;
}
