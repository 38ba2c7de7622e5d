// Reads runs, and writes them outside of their being carried out: planning, withdrawing, cancelling, giving up.
// Each write counts the run's event sequence up and appends the event in the same transaction.

import { laneOf } from "../domain/lanes.ts";
import type { NewRun, RunChange, RunContents } from "../domain/ports.ts";
import { queueKeyOf } from "../domain/queue-key.ts";
import { assertTransition } from "../domain/run-states.ts";
import type { Run, Task } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns, toContents, toPayload, toRun } from "./mapping.ts";
import { batch, insertRows, isOneOf, one, type Queryable, type Row, raw, rows, sql, texts } from "./sql.ts";
import { refreshNextRun, scheduledTasks } from "./tasks.ts";

const COLUMNS = raw(runColumns());

export async function findRun(db: Queryable, id: string): Promise<Run | null> {
  const row = await one(db, sql`SELECT ${COLUMNS} FROM runs WHERE id = ${id}`);
  return row ? toRun(row) : null;
}

export async function runsById(db: Queryable, ids: readonly string[]): Promise<Map<string, Run>> {
  const found = await rows(db, sql`SELECT ${COLUMNS} FROM runs WHERE ${isOneOf(raw("id"), ids)}`);
  return new Map(found.map((row) => [row.id as string, toRun(row)]));
}

export async function runContents(db: Queryable, ids: readonly string[]): Promise<Map<string, RunContents>> {
  const found = await rows(
    db,
    sql`SELECT id, result, "resultTruncated", payload FROM runs WHERE ${isOneOf(raw("id"), ids)}`,
  );
  return new Map(found.map((row) => [row.id as string, toContents(row)]));
}

export async function waitingRuns(db: Queryable, taskId: string): Promise<Run[]> {
  const found = await rows(
    db,
    sql`SELECT ${COLUMNS} FROM runs WHERE "taskId" = ${taskId} AND state IN ('SCHEDULED', 'HELD', 'QUEUED', 'RETRYING')
        ORDER BY "scheduledFor"`,
  );
  return found.map(toRun);
}

/** The newest run of each task that is not merely planned. */
export async function lastRuns(db: Queryable, taskIds: readonly string[]): Promise<Map<string, Run>> {
  const found = await rows(
    db,
    sql`SELECT ${COLUMNS} FROM ${texts(taskIds)} AS wanted JOIN runs ON runs.id =
        (SELECT id FROM runs AS r WHERE r."taskId" = wanted.value AND r.state <> 'SCHEDULED'
         ORDER BY r."scheduledFor" DESC, r.id DESC LIMIT 1)`,
  );
  return new Map(found.map((row) => [row.taskId as string, toRun(row)]));
}

const NEW_RUN = {
  id: "text",
  taskId: "text",
  trigger: "text",
  occurrence: "int",
  state: "text",
  lane: "text",
  priority: "int",
  queueKey: "text",
  scheduledFor: "int",
  effectiveAt: "int",
  dueAt: "int",
  heldUntil: "int",
  backfillId: "text",
  parentRunId: "text",
  redriveOfRunId: "text",
  overlapPolicy: "text",
  finishedAt: "int",
  late: "bool",
  attempt: "int",
  maxAttempts: "int",
  crashes: "int",
  interruptions: "int",
  why: "text",
  hasPayload: "bool",
  payloadLiteral: "bool",
  payload: "text",
  resultTruncated: "bool",
  eventSequence: "int",
  logLines: "int",
  logBytes: "int",
  createdAt: "int",
} as const;

function newRow(at: number, run: NewRun): Row {
  const over = run.state === "SKIPPED" || run.state === "MISSED";
  return {
    id: run.id,
    taskId: run.taskId,
    trigger: run.trigger,
    occurrence: run.trigger === "SCHEDULE" ? run.scheduledFor : null,
    state: run.state,
    lane: run.lane,
    priority: run.priority,
    queueKey: run.queueKey,
    scheduledFor: run.scheduledFor,
    effectiveAt: run.effectiveAt,
    dueAt: run.dueAt,
    heldUntil: run.heldUntil ?? null,
    backfillId: run.backfillId ?? null,
    parentRunId: run.parentRunId ?? null,
    redriveOfRunId: run.redriveOfRunId ?? null,
    overlapPolicy: run.overlapPolicy ?? null,
    finishedAt: over ? at : null,
    late: run.late,
    attempt: 0,
    maxAttempts: run.maxAttempts,
    crashes: 0,
    interruptions: 0,
    why: run.why,
    hasPayload: run.hasPayload ?? false,
    payloadLiteral: run.payloadLiteral ?? false,
    payload: run.payload === undefined ? null : JSON.stringify(run.payload),
    resultTruncated: false,
    eventSequence: 1,
    logLines: 0,
    logBytes: 0,
    createdAt: at,
  };
}

const UNLESS_THERE = `ON CONFLICT ("taskId", occurrence) DO NOTHING`;

/** Leaves out occurrences that have their row already: the unique index on (task, occurrence) decides. */
export async function insertRuns(tx: Queryable, changes: Changes, at: number, runs: readonly NewRun[]): Promise<Run[]> {
  if (runs.length === 0) return [];
  const added = runs.map((run) => newRow(at, run));
  await insertRows(tx, "runs", NEW_RUN, added, UNLESS_THERE);
  const ids = runs.map(({ id }) => id);
  const written = await rows(tx, sql`SELECT ${COLUMNS} FROM runs WHERE ${isOneOf(raw("id"), ids)}`);
  written.sort((a, b) => (a.scheduledFor as number) - (b.scheduledFor as number));
  const type = (state: unknown) => (state === "SKIPPED" || state === "MISSED" || state === "HELD" ? state : "CREATED");
  await appendEvents(
    tx,
    changes,
    at,
    written.map((row) => runEvent(row, type(row.state))),
  );
  await refreshNextRun(tx, scheduledTasks(runs));
  return written.map(toRun);
}

const CHANGE = {
  id: "text",
  state: "text",
  dueAt: "int",
  finishedAt: "int",
  heldUntil: "int",
  why: "text",
  late: "bool",
} as const;

/** Moves waiting runs along `domain/run-states`. */
export async function changeRuns(
  tx: Queryable,
  changes: Changes,
  at: number,
  moves: readonly RunChange[],
): Promise<Run[]> {
  if (moves.length === 0) return [];
  const before = await runsById(
    tx,
    moves.map((move) => move.id),
  );
  for (const move of moves) assertTransition((before.get(move.id) as Run).state, move.state, move.id);
  const plain = moves.map(({ id, state, dueAt, finishedAt, heldUntil = null, why, late }) => {
    return { id, state, dueAt, finishedAt, heldUntil, why, late };
  });
  const changed = await rows(
    tx,
    sql`UPDATE runs SET state = added.state, "dueAt" = added."dueAt", "finishedAt" = added."finishedAt", why = added.why,
          late = added.late, "heldUntil" = COALESCE(added."heldUntil", runs."heldUntil"), "eventSequence" = "eventSequence" + 1
        FROM ${batch(plain, CHANGE)} AS added WHERE runs.id = added.id RETURNING ${COLUMNS}`,
  );
  const byId = new Map(changed.map((row) => [row.id as string, row]));
  const ordered = moves.map((move) => byId.get(move.id) as Row);
  await appendEvents(
    tx,
    changes,
    at,
    ordered.map((row, index) => runEvent(row, (moves[index] as RunChange).event)),
  );
  await refreshNextRun(tx, scheduledTasks(ordered));
  return ordered.map(toRun);
}

export async function withdrawScheduled(tx: Queryable, changes: Changes, at: number, taskId: string): Promise<Run[]> {
  const gone = await rows(
    tx,
    sql`DELETE FROM runs WHERE "taskId" = ${taskId} AND state = 'SCHEDULED' AND trigger = 'SCHEDULE'
        AND "effectiveAt" > ${at} RETURNING ${COLUMNS}`,
  );
  for (const row of gone) row.eventSequence = (row.eventSequence as number) + 1;
  await appendEvents(
    tx,
    changes,
    at,
    gone.map((row) => runEvent(row, "WITHDRAWN")),
  );
  await refreshNextRun(tx, [taskId]);
  return gone.map(toRun);
}

/**
 * Waiting runs follow their edited task: its kind of target and queue decide their lane, its policy their attempts, its priority their
 * turn, but for those that somebody has triggered with a priority of their own.
 */
export async function moveWaiting(tx: Queryable, changes: Changes, at: number, task: Task): Promise<void> {
  const fallback = laneOf({ ...task, target: task.fallbackTarget ?? task.target });
  const lane = sql`CASE WHEN fallback IS NULL THEN ${laneOf(task)} ELSE ${fallback} END`;
  const { maxAttempts } = task.retry;
  const keys = await rows(
    tx,
    sql`SELECT id, "queueKey", payload FROM runs WHERE "taskId" = ${task.id} AND "hasPayload"
          AND state IN ('SCHEDULED', 'HELD', 'QUEUED', 'RETRYING')`,
  );
  const ownKey = queueKeyOf(task, task.payload);
  const key = sql`CASE WHEN "hasPayload" THEN (SELECT added.key FROM ${batch(
    keys.map((row) => ({ id: row.id, key: queueKeyOf(task, toPayload(row)) })),
    { id: "text", key: "text" },
  )} AS added WHERE added.id = runs.id) ELSE ${ownKey} END`;
  const priority = sql`CASE trigger WHEN 'MANUAL' THEN priority ELSE ${task.priority} END`;
  const moved = await rows(
    tx,
    sql`UPDATE runs SET lane = ${lane}, "maxAttempts" = ${maxAttempts}, "queueKey" = ${key}, priority = ${priority},
          "eventSequence" = "eventSequence" + 1
        WHERE "taskId" = ${task.id} AND state IN ('SCHEDULED', 'HELD', 'QUEUED', 'RETRYING')
          AND (lane <> ${lane} OR "maxAttempts" <> ${maxAttempts} OR "queueKey" IS DISTINCT FROM ${key} OR priority <> ${priority})
        RETURNING ${COLUMNS}`,
  );
  await appendEvents(
    tx,
    changes,
    at,
    moved.map((row) => runEvent(row, "UPDATED")),
  );
}

export async function requestCancel(
  tx: Queryable,
  changes: Changes,
  at: number,
  runId: string,
  why: string,
): Promise<Run | null> {
  const row = await one(
    tx,
    sql`UPDATE runs SET "cancelRequestedAt" = ${at}, why = ${why}, "eventSequence" = "eventSequence" + 1
        WHERE id = ${runId} AND state = 'RUNNING' RETURNING ${COLUMNS}`,
  );
  if (!row) return null;
  await appendEvents(tx, changes, at, [runEvent(row, "CANCEL_REQUESTED")]);
  return toRun(row);
}
