// Hands due runs to an executor, in batches. The decision about overlaps and the claim are one transaction: two runs of a task
// that must not overlap are never both started. "Started" is committed here, before any side effect.

import { WORKERS } from "../domain/lanes.ts";
import { EXECUTION_WINDOW_MS } from "../domain/limits.ts";
import type { Claim, Claimed, ClaimRequest, Waiting } from "../domain/ports.ts";
import type { OverlapPolicy, Run } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns, toPayload, toRun } from "./mapping.ts";
import { pastDeadline } from "./missed.ts";
import { applyOverlap, type Candidate } from "./overlaps.ts";
import { changeRuns } from "./runs.ts";
import { batch, isOneOf, one, type Queryable, type Row, raw, rows, sql, unindexed } from "./sql.ts";
import { countRuns, refreshNextRun, tasksById } from "./tasks.ts";

/** How many due runs of a full lane are told that they wait, at a time. */
const QUEUED_AT_ONCE = 500;
const COLUMNS = raw(runColumns());
/** A backfill's run may have a policy of its own. */
const POLICY = raw(`COALESCE(runs."overlapPolicy", tasks."overlapPolicy")`);
const NO_SLOT = "Due, and waiting for a free slot.";
const NO_WORKER = "Due, and waiting for a worker to take it.";

/** Due for longer than the execution window: the scheduler's missed-run policy decides. */
const overdueAt = (now: number) =>
  sql`(runs.state = 'SCHEDULED' AND runs.trigger = 'SCHEDULE' AND runs."dueAt" <= ${now - EXECUTION_WINDOW_MS})`;
/** Waits for the run of its task that is going. */
const HELD = sql`(runs.state = 'QUEUED' AND ${POLICY} <> 'ALLOW' AND EXISTS
  (SELECT 1 FROM runs AS other WHERE other."taskId" = runs."taskId" AND other.state IN ('RUNNING', 'RETRYING')))`;
const ofLane = (lane: string) =>
  lane === WORKERS ? sql`${unindexed("runs.lane")} LIKE ${`${WORKERS}:%`}` : sql`runs.lane = ${lane}`;

/** What a worker would be given of a lane, as far as can be told before the overlaps are decided; and when more falls due. */
export async function claimable(
  db: Queryable,
  lane: string,
  now: number,
  limit: number,
): Promise<{ waiting: Waiting[]; next: number | null }> {
  const found = await rows(
    db,
    sql`SELECT runs.id, runs.attempt FROM runs JOIN tasks ON tasks.id = runs."taskId"
        WHERE runs.lane = ${lane} AND runs."dueAt" <= ${now} AND NOT ${overdueAt(now)} AND NOT ${HELD} AND NOT ${pastDeadline(now)}
        ORDER BY runs."dueAt", runs.id LIMIT ${limit}`,
  );
  const next = await one(db, sql`SELECT MIN("dueAt") AS due FROM runs WHERE lane = ${lane} AND "dueAt" > ${now}`);
  const waiting = found.map((row) => ({ runId: row.id as string, attempt: row.attempt as number }));
  return { waiting, next: (next?.due as number | null) ?? null };
}

export async function claim(tx: Queryable, changes: Changes, request: ClaimRequest): Promise<Claim> {
  const chosen: Run[] = [];
  let more = false;
  for (const [lane, slots] of Object.entries(request.slots)) {
    const found = await choose(tx, changes, request, lane, slots);
    chosen.push(...found.runs);
    more ||= found.more;
  }
  return { claimed: await start(tx, changes, request, chosen), more };
}

/**
 * Due runs of a lane, oldest first. Occurrences that have been due for longer than the execution window are left to the
 * scheduler: its missed-run policy decides about them; so are those beyond their start deadline. A queued run waits for the run of
 * its task that is going. Without a free slot only the newly due are looked at: their overlap is decided, and they are told to wait.
 */
async function choose(
  tx: Queryable,
  changes: Changes,
  request: ClaimRequest,
  lane: string,
  slots: number,
): Promise<{ runs: Run[]; more: boolean }> {
  const { now } = request;
  const limit = slots === 0 ? QUEUED_AT_ONCE : slots;
  const overdue = overdueAt(now);
  const eligible =
    slots === 0
      ? sql`runs.state = 'SCHEDULED' AND NOT ${overdue}`
      : sql`NOT ${overdue} AND NOT ${HELD} AND NOT ${pastDeadline(now)}`;
  const found = await rows(
    tx,
    sql`SELECT ${COLUMNS}, ${POLICY} AS policy, tasks."overlapBuffer" AS buffer FROM runs JOIN tasks ON tasks.id = runs."taskId"
        WHERE ${ofLane(lane)} AND runs."dueAt" <= ${now} AND ${eligible}
        ORDER BY runs."dueAt", runs.id LIMIT ${limit}`,
  );
  const candidates = found.map((row): Candidate => {
    return { run: toRun(row), policy: row.policy as OverlapPolicy, buffer: row.buffer as number };
  });
  const { clear } = await applyOverlap(tx, changes, now, candidates);
  const more = found.length === limit;
  if (slots > 0) return { runs: clear, more };
  await queue(tx, changes, now, clear, lane === WORKERS ? NO_WORKER : NO_SLOT);
  return { runs: [], more };
}

async function queue(
  tx: Queryable,
  changes: Changes,
  now: number,
  waiting: readonly Run[],
  why: string,
): Promise<void> {
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
      why,
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
  // The lease of a worker ends with the attempt's time: the monitor sees to both.
  const deadline = sql`(${now} + (SELECT tasks."timeoutMs" FROM tasks WHERE tasks.id = runs."taskId"))`;
  const capped = sql`CASE WHEN lane LIKE ${`${WORKERS}:%`} AND ${deadline} < ${leaseUntil} THEN ${deadline} ELSE ${leaseUntil} END`;
  const started = await rows(
    tx,
    sql`UPDATE runs SET state = 'RUNNING', attempt = attempt + 1, "instanceId" = ${instanceId}, "leaseUntil" = ${capped},
          "startedAt" = COALESCE("startedAt", ${now}), "dueAt" = NULL, why = NULL, "errorCode" = NULL, "errorMessage" = NULL,
          progress = NULL, "progressMessage" = NULL, "eventSequence" = "eventSequence" + 1,
          late = (late OR ("startedAt" IS NULL AND trigger <> 'BACKFILL' AND ${now} - "effectiveAt" > ${EXECUTION_WINDOW_MS}))
        WHERE ${isOneOf(raw("id"), [...order.keys()])} AND state IN ('SCHEDULED', 'QUEUED', 'RETRYING')
        RETURNING ${COLUMNS}, payload, "payloadLiteral"`,
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
  await countRuns(tx, started);
  const tasks = await tasksById(tx, taskIds);
  return started.map((row: Row) => {
    const task = tasks.get(row.taskId as string);
    if (!task) throw new Error(`Run ${String(row.id)} has no task`);
    const run = toRun(row);
    const payload = run.hasPayload ? toPayload(row) : task.payload;
    return { run, task, payload, payloadLiteral: Boolean(row.payloadLiteral) };
  });
}
