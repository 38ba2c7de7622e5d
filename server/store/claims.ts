// Hands due runs to an executor, in batches. The decision about overlaps and the claim are one transaction: two runs of a task
// that must not overlap are never both started. "Started" is committed here, before any side effect.
import { EXECUTION_WINDOW_MS } from "../domain/limits.ts";
import type { Claim, Claimed, ClaimRequest } from "../domain/ports.ts";
import type { Run, TargetKind } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns, toPayload, toRun } from "./mapping.ts";
import { changeRuns } from "./runs.ts";
import { batch, isOneOf, type Queryable, type Row, raw, rows, sql } from "./sql.ts";
import { refreshNextRun, tasksById } from "./tasks.ts";

/** How many due runs of a full lane are told that they wait, at a time. */
const QUEUED_AT_ONCE = 500;
const COLUMNS = raw(runColumns());

interface Candidate {
  readonly run: Run;
  readonly skipsOverlap: boolean;
}

export async function claim(tx: Queryable, changes: Changes, request: ClaimRequest): Promise<Claim> {
  const chosen: Run[] = [];
  let more = false;
  for (const lane of Object.keys(request.slots) as TargetKind[]) {
    const found = await choose(tx, changes, request, lane, request.slots[lane]);
    chosen.push(...found.runs);
    more ||= found.more;
  }
  return { claimed: await start(tx, changes, request, chosen), more };
}

/**
 * Due runs of a lane, oldest first. Occurrences that have been due for longer than the execution window are left to the
 * scheduler: its missed-run policy decides about them. A queued run waits for the run of its task that is going. Without a free
 * slot only the newly due are looked at, to be told that they wait.
 */
async function choose(
  tx: Queryable,
  changes: Changes,
  request: ClaimRequest,
  lane: TargetKind,
  slots: number,
): Promise<{ runs: Run[]; more: boolean }> {
  const { now } = request;
  const limit = slots === 0 ? QUEUED_AT_ONCE : slots;
  const overdue = sql`(runs.state = 'SCHEDULED' AND runs."dueAt" <= ${now - EXECUTION_WINDOW_MS})`;
  const held = sql`(runs.state = 'QUEUED' AND tasks."overlapPolicy" = 'SKIP' AND EXISTS
    (SELECT 1 FROM runs AS other WHERE other."taskId" = runs."taskId" AND other.state IN ('RUNNING', 'RETRYING')))`;
  const eligible = slots === 0 ? sql`runs.state = 'SCHEDULED' AND NOT ${overdue}` : sql`NOT ${overdue} AND NOT ${held}`;
  const found = await rows(
    tx,
    sql`SELECT ${COLUMNS}, tasks."overlapPolicy" FROM runs JOIN tasks ON tasks.id = runs."taskId"
        WHERE runs.lane = ${lane} AND runs."dueAt" <= ${now} AND ${eligible}
        ORDER BY runs."dueAt", runs.id LIMIT ${limit}`,
  );
  const candidates = found.map((row): Candidate => ({ run: toRun(row), skipsOverlap: row.overlapPolicy === "SKIP" }));
  const clear = await skipOverlaps(tx, changes, now, candidates);
  const more = found.length === limit;
  if (slots > 0) return { runs: clear, more };
  await queue(tx, changes, now, clear);
  return { runs: [], more };
}

/** Records as SKIPPED what may not overlap; answers what may start. */
async function skipOverlaps(
  tx: Queryable,
  changes: Changes,
  now: number,
  candidates: readonly Candidate[],
): Promise<Run[]> {
  const guarded = candidates.filter((candidate) => candidate.skipsOverlap);
  const inTheWay = await goingRuns(tx, [...new Set(guarded.map(({ run }) => run.taskId))]);
  const clear: Run[] = [];
  const skipped: { run: Run; by: string }[] = [];
  for (const { run, skipsOverlap } of candidates) {
    const blocker = skipsOverlap ? inTheWay.get(run.taskId) : undefined;
    if (run.state === "SCHEDULED" && blocker !== undefined) skipped.push({ run, by: blocker });
    else if (run.state === "QUEUED" && skipsOverlap && blocker !== undefined && blocker !== run.id) continue;
    else {
      clear.push(run);
      if (skipsOverlap) inTheWay.set(run.taskId, run.id);
    }
  }
  await recordSkips(tx, changes, now, skipped);
  return clear;
}

/** For each task the run that an occurrence would overlap with: one that is going, retrying or waiting for a slot. */
async function goingRuns(tx: Queryable, taskIds: readonly string[]): Promise<Map<string, string>> {
  if (taskIds.length === 0) return new Map();
  const found = await rows(
    tx,
    sql`SELECT "taskId", id FROM runs WHERE ${isOneOf(raw(`"taskId"`), taskIds)} AND state IN ('QUEUED', 'RUNNING', 'RETRYING')
        ORDER BY state = 'QUEUED' DESC, "dueAt" DESC, id DESC`,
  );
  return new Map(found.map((row) => [row.taskId as string, row.id as string]));
}

async function recordSkips(
  tx: Queryable,
  changes: Changes,
  now: number,
  skipped: readonly { run: Run; by: string }[],
): Promise<void> {
  if (skipped.length === 0) return;
  const blockers = batch(
    skipped.map(({ run, by }) => ({ id: run.id, by })),
    { id: "text", by: "text" },
  );
  await tx.$executeRaw(
    sql`UPDATE runs SET "blockedByRunId" = added."by" FROM ${blockers} AS added WHERE runs.id = added.id`,
  );
  await changeRuns(
    tx,
    changes,
    now,
    skipped.map(({ run }) => ({
      id: run.id,
      state: "SKIPPED",
      dueAt: null,
      finishedAt: now,
      late: false,
      why: "An earlier run of this task was still going, and the task's overlap policy is SKIP.",
      event: "SKIPPED",
    })),
  );
}

async function queue(tx: Queryable, changes: Changes, now: number, waiting: readonly Run[]): Promise<void> {
  await changeRuns(
    tx,
    changes,
    now,
    waiting.map((run) => ({
      id: run.id,
      state: "QUEUED",
      dueAt: run.dueAt,
      finishedAt: null,
      late: run.late,
      why: "Due, and waiting for a free slot.",
      event: "QUEUED",
    })),
  );
}

async function start(
  tx: Queryable,
  changes: Changes,
  request: ClaimRequest,
  chosen: readonly Run[],
): Promise<Claimed[]> {
  if (chosen.length === 0) return [];
  const { now, instanceId, leaseUntil } = request;
  const order = new Map(chosen.map((run, index) => [run.id, index]));
  const started = await rows(
    tx,
    sql`UPDATE runs SET state = 'RUNNING', attempt = attempt + 1, "instanceId" = ${instanceId}, "leaseUntil" = ${leaseUntil},
          "startedAt" = COALESCE("startedAt", ${now}), "dueAt" = NULL, why = NULL, "errorCode" = NULL, "errorMessage" = NULL,
          progress = NULL, "progressMessage" = NULL, "eventSequence" = "eventSequence" + 1,
          late = (late OR ("startedAt" IS NULL AND ${now} - "scheduledFor" > ${EXECUTION_WINDOW_MS}))
        WHERE ${isOneOf(raw("id"), [...order.keys()])} AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING')
        RETURNING ${COLUMNS}, payload`,
  );
  started.sort((a, b) => (order.get(a.id as string) as number) - (order.get(b.id as string) as number));
  const attempts = batch(
    started.map((row) => ({ runId: row.id, number: row.attempt })),
    { runId: "text", number: "int" },
  );
  await tx.$executeRaw(
    sql`INSERT INTO attempts ("runId", number, "startedAt", "instanceId")
        SELECT "runId", number, ${now}, ${instanceId} FROM ${attempts} AS added`,
  );
  await appendEvents(
    tx,
    changes,
    now,
    started.map((row) => runEvent(row, "STARTED")),
  );
  const taskIds = [...new Set(started.map((row) => row.taskId as string))];
  await refreshNextRun(tx, taskIds);
  const tasks = await tasksById(tx, taskIds);
  return started.map((row: Row) => {
    const task = tasks.get(row.taskId as string);
    if (!task) throw new Error(`Run ${String(row.id)} has no task`);
    const run = toRun(row);
    return { run, task, payload: run.hasPayload ? toPayload(row) : task.payload };
  });
}
