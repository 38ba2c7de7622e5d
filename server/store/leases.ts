// Leases on running runs: renewed by their executor, found ended by the monitor, which takes the runs over.
import { ownerOf } from "../domain/lanes.ts";
import { RETURN_MS } from "../domain/limits.ts";
import type { Renewal, RunChange } from "../domain/ports.ts";
import type { Attempt, Run, RunError, Task } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { ALL_OF_ATTEMPT } from "./history.ts";
import { runColumns, toAttempt, toRun } from "./mapping.ts";
import { batch, one, type Queryable, type Row, raw, rows, sql, unindexed } from "./sql.ts";
import { tasksById } from "./tasks.ts";

const COLUMNS = raw(runColumns());
/** Other processes, which outlive this one. */
const OF_WORKERS = sql`"instanceId" LIKE ${ownerOf("%")}`;

/** A lease that has ended is renewed too while nobody has taken the run over: whoever does changes the row in one transaction. */
export async function renewLeases(
  tx: Queryable,
  instanceId: string,
  leaseUntil: number,
  held: readonly { runId: string; attempt: number }[],
): Promise<{ held: Set<string>; cancelRequested: Set<string> }> {
  if (held.length === 0) return { held: new Set(), cancelRequested: new Set() };
  const renewed = await rows(
    tx,
    sql`UPDATE runs SET "leaseUntil" = ${leaseUntil} FROM ${batch([...held], { runId: "text", attempt: "int" })} AS mine
        WHERE runs.id = mine."runId" AND runs.attempt = mine.attempt AND ${unindexed("runs.state")} = 'RUNNING'
          AND runs."instanceId" = ${instanceId}
        RETURNING runs.id, runs."cancelRequestedAt"`,
  );
  const ids = (list: Row[]) => new Set(list.map((row) => row.id as string));
  return { held: ids(renewed), cancelRequested: ids(renewed.filter((row) => row.cancelRequestedAt !== null)) };
}

/**
 * The same as a statement of its own, which waits for nobody: what somebody is changing just now is `busy`, neither renewed nor lost.
 * Where writers take turns it needs none, for all who take a run over compare its lease in the row itself.
 */
export async function renewApart(
  db: Queryable,
  instanceId: string,
  leaseUntil: number,
  held: readonly { runId: string; attempt: number }[],
): Promise<Renewal> {
  if (db.dialect === "sqlite" || held.length === 0)
    return { ...(await renewLeases(db, instanceId, leaseUntil, held)), busy: new Set() };
  const ours = sql`runs.attempt = mine.attempt AND ${unindexed("runs.state")} = 'RUNNING' AND runs."instanceId" = ${instanceId}`;
  const found = await rows(
    db,
    sql`WITH mine AS MATERIALIZED (SELECT "runId", attempt FROM ${batch([...held], { runId: "text", attempt: "int" })} AS given),
          free AS (SELECT runs.id FROM runs JOIN mine ON runs.id = mine."runId" WHERE ${ours} FOR NO KEY UPDATE OF runs SKIP LOCKED),
          renewed AS (UPDATE runs SET "leaseUntil" = ${leaseUntil} FROM free WHERE runs.id = free.id
            RETURNING runs.id, runs."cancelRequestedAt" IS NOT NULL AS cancel)
        SELECT runs.id, renewed.id IS NULL AS busy, renewed.cancel
        FROM mine JOIN runs ON runs.id = mine."runId" LEFT JOIN renewed ON renewed.id = runs.id WHERE ${ours}`,
  );
  const ids = (which: (row: Row) => unknown) => new Set(found.filter(which).map((row) => row.id as string));
  return {
    held: ids(({ busy }) => !busy),
    busy: ids(({ busy }) => busy),
    cancelRequested: ids(({ cancel }) => cancel),
  };
}

export async function lostRuns(
  db: Queryable,
  now: number,
  limit: number,
): Promise<{ run: Run; task: Task; attemptStartedAt: number }[]> {
  const found = await rows(
    db,
    sql`SELECT ${COLUMNS}, (SELECT tried."startedAt" FROM attempts AS tried WHERE tried."runId" = runs.id AND tried.number = runs.attempt)
          AS "attemptStartedAt"
        FROM runs WHERE state = 'RUNNING' AND "leaseUntil" <= ${now} ORDER BY "leaseUntil" LIMIT ${limit}`,
  );
  const tasks = await tasksById(db, [...new Set(found.map((row) => row.taskId as string))]);
  return found.map((row) => {
    const task = tasks.get(row.taskId as string) as Task;
    return { run: toRun(row), task, attemptStartedAt: row.attemptStartedAt as number };
  });
}

export async function nextLeaseEnd(db: Queryable): Promise<number | null> {
  const row = await one(
    db,
    sql`SELECT MIN("leaseUntil") AS until FROM runs WHERE state = 'RUNNING' AND "leaseUntil" IS NOT NULL`,
  );
  return (row?.until as number | null) ?? null;
}

export async function expireLeases(tx: Queryable, now: number, except: string): Promise<void> {
  await tx.$executeRaw(
    sql`UPDATE runs SET "leaseUntil" = ${now}
        WHERE state = 'RUNNING' AND "instanceId" <> ${except} AND NOT (${OF_WORKERS}) AND "leaseUntil" > ${now}`,
  );
  await tx.$executeRaw(
    sql`UPDATE runs SET "leaseUntil" = ${now + RETURN_MS}
        WHERE state = 'RUNNING' AND ${OF_WORKERS} AND "leaseUntil" < ${now + RETURN_MS}`,
  );
}

export async function findAttempt(db: Queryable, runId: string, number: number): Promise<Attempt | null> {
  const row = await one(
    db,
    sql`SELECT ${ALL_OF_ATTEMPT} FROM attempts WHERE "runId" = ${runId} AND number = ${number}`,
  );
  return row ? toAttempt(row) : null;
}

const LOSS = {
  id: "text",
  state: "text",
  dueAt: "int",
  finishedAt: "int",
  why: "text",
  errorCode: "text",
  errorMessage: "text",
} as const;

/** Compare-and-set on RUNNING and the ended lease: of several monitors one takes each run over. */
export async function recoverLost(
  tx: Queryable,
  changes: Changes,
  at: number,
  losses: readonly (RunChange & { error: RunError })[],
): Promise<void> {
  if (losses.length === 0) return;
  const lost = losses.map(({ id, state, dueAt, finishedAt, why, error }): Row => {
    return { id, state, dueAt, finishedAt, why, errorCode: error.code, errorMessage: error.message };
  });
  const changed = await rows(
    tx,
    sql`UPDATE runs SET state = added.state, "dueAt" = added."dueAt", "finishedAt" = added."finishedAt", why = added.why,
          "errorCode" = added."errorCode", "errorMessage" = added."errorMessage", crashes = crashes + 1, "leaseUntil" = NULL,
          "eventSequence" = "eventSequence" + 1
        FROM ${batch(lost, LOSS)} AS added
        WHERE runs.id = added.id AND ${unindexed("runs.state")} = 'RUNNING' AND runs."leaseUntil" <= ${at} RETURNING ${COLUMNS}`,
  );
  const ended = changed.map(
    (row): Row => ({ runId: row.id, number: row.attempt, code: row.errorCode, message: row.errorMessage }),
  );
  await tx.$executeRaw(
    sql`UPDATE attempts SET "finishedAt" = ${at}, outcome = 'LOST', "errorCode" = added.code, "errorMessage" = added.message
        FROM ${batch(ended, { runId: "text", number: "int", code: "text", message: "text" })} AS added
        WHERE attempts."runId" = added."runId" AND attempts.number = added.number`,
  );
  const types = new Map(losses.map((loss) => [loss.id, loss.event]));
  await appendEvents(
    tx,
    changes,
    at,
    changed.map((row) => runEvent(row, types.get(row.id as string) ?? "LOST")),
  );
}
