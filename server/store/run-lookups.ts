// Single questions about runs: what is held, what became of an occurrence, how long runs take. Reads only.
import type { Run, RunState } from "../domain/types.ts";
import { runColumns, toRun } from "./mapping.ts";
import { isOneOf, one, type Queryable, raw, rows, sql } from "./sql.ts";

const COLUMNS = raw(runColumns());

/** Held occurrences of each task, oldest first. */
export async function heldRuns(db: Queryable, taskIds: readonly string[]): Promise<Map<string, Run[]>> {
  const found = await rows(
    db,
    sql`SELECT ${COLUMNS} FROM runs WHERE ${isOneOf(raw(`"taskId"`), taskIds)} AND state = 'HELD' ORDER BY "scheduledFor"`,
  );
  const byTask = new Map<string, Run[]>();
  for (const row of found) byTask.set(row.taskId as string, [...(byTask.get(row.taskId as string) ?? []), toRun(row)]);
  return byTask;
}

/** The row of one occurrence of the schedule; else the newest backfill's. */
export async function occurrenceRun(db: Queryable, taskId: string, at: number): Promise<Run | null> {
  const row = await one(
    db,
    sql`SELECT ${COLUMNS} FROM runs WHERE "taskId" = ${taskId} AND "scheduledFor" = ${at} AND trigger NOT IN ('MANUAL', 'FOLLOW_UP')
        ORDER BY trigger = 'SCHEDULE' DESC, id DESC LIMIT 1`,
  );
  return row ? toRun(row) : null;
}

/** The row that stands for several occurrences in a row, the instant's among them; null when there is none so near. */
export async function summaryRun(db: Queryable, taskId: string, at: number): Promise<Run | null> {
  const row = await one(
    db,
    sql`SELECT ${COLUMNS} FROM runs WHERE "taskId" = ${taskId} AND "scheduledFor" < ${at} AND trigger = 'SCHEDULE'
        ORDER BY "scheduledFor" DESC LIMIT 1`,
  );
  const run = row ? toRun(row) : null;
  return run !== null && /^Stands for (more than )?\d+ occurrences/.test(run.why ?? "") ? run : null;
}

/** How long the newest runs that ended took, in milliseconds. */
export async function durations(db: Queryable, taskId: string, limit: number): Promise<number[]> {
  const found = await rows(
    db,
    sql`SELECT "finishedAt" - "startedAt" AS ms FROM runs
        WHERE "taskId" = ${taskId} AND state IN ('SUCCEEDED', 'FAILED') AND "startedAt" IS NOT NULL
        ORDER BY "scheduledFor" DESC LIMIT ${limit}`,
  );
  return found.map((row) => row.ms as number);
}

/** What is left of a backfill to be started. */
export async function waitingOf(db: Queryable, backfillId: string): Promise<Run[]> {
  const found = await rows(
    db,
    sql`SELECT ${COLUMNS} FROM runs WHERE "backfillId" = ${backfillId} AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING')`,
  );
  return found.map(toRun);
}

/** For each occurrence the state that counts: a success before anything that goes on, that before a failure. */
export async function occurrenceStates(
  db: Queryable,
  taskId: string,
  from: number,
  until: number,
): Promise<Map<number, RunState>> {
  const found = await rows(
    db,
    sql`SELECT "scheduledFor" AS at, state FROM runs
        WHERE "taskId" = ${taskId} AND "scheduledFor" >= ${from} AND "scheduledFor" <= ${until} AND trigger NOT IN ('MANUAL', 'FOLLOW_UP')`,
  );
  const states = new Map<number, RunState>();
  for (const row of found) {
    const at = row.at as number;
    const state = row.state as RunState;
    const known = states.get(at);
    if (known === undefined || RANK.indexOf(state) < RANK.indexOf(known)) states.set(at, state);
  }
  return states;
}

const RANK: readonly RunState[] = [
  "SUCCEEDED", "RUNNING", "RETRYING", "QUEUED", "SCHEDULED", "HELD", "FAILED", "CANCELLED", "SKIPPED", "MISSED",
]; // biome-ignore format: one line
