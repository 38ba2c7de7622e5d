// Hands due runs to an executor, in batches. The decision about overlaps and the claim are one transaction: two runs of a task
// that must not overlap are never both started. "Started" is committed here, before any side effect.
import { EXECUTION_WINDOW_MS } from "../domain/limits.ts";
import type { Claim, Claimed, ClaimRequest } from "../domain/ports.ts";
import type { OverlapPolicy, Run, TargetKind } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns, toPayload, toRun } from "./mapping.ts";
import { pastDeadline } from "./missed.ts";
import { applyOverlap, type Candidate } from "./overlaps.ts";
import { changeRuns } from "./runs.ts";
import { batch, isOneOf, type Queryable, type Row, raw, rows, sql } from "./sql.ts";
import { countRuns, refreshNextRun, tasksById } from "./tasks.ts";

/** How many due runs of a full lane are told that they wait, at a time. */
const QUEUED_AT_ONCE = 500;
const COLUMNS = raw(runColumns());
/** A backfill's run may have a policy of its own. */
const POLICY = raw(`COALESCE(runs."overlapPolicy", tasks."overlapPolicy")`);

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
 * scheduler: its missed-run policy decides about them; so are those beyond their start deadline. A queued run waits for the run of
 * its task that is going. Without a free slot only the newly due are looked at: their overlap is decided, and they are told to wait.
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
  const overdue = sql`(runs.state = 'SCHEDULED' AND runs.trigger = 'SCHEDULE' AND runs."dueAt" <= ${now - EXECUTION_WINDOW_MS})`;
  const held = sql`(runs.state = 'QUEUED' AND ${POLICY} <> 'ALLOW' AND EXISTS
    (SELECT 1 FROM runs AS other WHERE other."taskId" = runs."taskId" AND other.state IN ('RUNNING', 'RETRYING')))`;
  const eligible =
    slots === 0
      ? sql`runs.state = 'SCHEDULED' AND NOT ${overdue}`
      : sql`NOT ${overdue} AND NOT ${held} AND NOT ${pastDeadline(now)}`;
  const found = await rows(
    tx,
    sql`SELECT ${COLUMNS}, ${POLICY} AS policy, tasks."overlapBuffer" AS buffer FROM runs JOIN tasks ON tasks.id = runs."taskId"
        WHERE runs.lane = ${lane} AND runs."dueAt" <= ${now} AND ${eligible}
        ORDER BY runs."dueAt", runs.id LIMIT ${limit}`,
  );
  const candidates = found.map((row): Candidate => {
    return { run: toRun(row), policy: row.policy as OverlapPolicy, buffer: row.buffer as number };
  });
  const { clear } = await applyOverlap(tx, changes, now, candidates);
  const more = found.length === limit;
  if (slots > 0) return { runs: clear, more };
  await queue(tx, changes, now, clear);
  return { runs: [], more };
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
