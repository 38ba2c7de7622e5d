// Hands due runs to an executor, in batches. The decisions about overlaps and queues and the claim are one transaction: two runs of a
// task that must not overlap are never both started, and no queue holds more than it may. "Started" is committed here, before any
// side effect.

import { partsOf, WORKERS } from "../domain/lanes.ts";
import { EXECUTION_WINDOW_MS } from "../domain/limits.ts";
import type { Claim, Claimed, ClaimRequest, Waiting } from "../domain/ports.ts";
import { byRank } from "../domain/queues.ts";
import type { Run } from "../domain/types.ts";
import { dueGroups, type Group, lanesOfWorker, newlyDue, nextDueIn, startable } from "./claimable.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { choose, type LaneRooms, roomsOf, slotOf } from "./lane-rooms.ts";
import { runColumns, toPayload } from "./mapping.ts";
import { boundedNamespaces } from "./namespaces.ts";
import { applyOverlap, type Candidate } from "./overlaps.ts";
import { saveTokens } from "./queues.ts";
import { changeRuns } from "./runs.ts";
import {
  type Change,
  changeAndRead,
  inSlices,
  insertRows,
  isOneOf,
  least,
  type Queryable,
  type Row,
  raw,
  sql,
  together,
} from "./sql.ts";
import { countRuns, refreshNextRun, scheduledTasks, tasksById } from "./tasks.ts";

/** How many newly due runs without a slot are told that they wait, at a time. */
const QUEUED_AT_ONCE = 500;
const STARTED = { columns: `${runColumns()}, payload, "payloadLiteral"`, key: "id" };
const FIRST_WORD_MS = least(
  raw(`tasks."timeoutMs"`),
  raw(`COALESCE(tasks."startTimeoutMs", tasks."timeoutMs")`),
  raw(`COALESCE(tasks."silenceTimeoutMs", tasks."timeoutMs")`),
);
const ATTEMPT = { runId: "text", number: "int", startedAt: "int", instanceId: "text", fallback: "bool" } as const;
const START: Change = {
  table: "runs",
  set: `state = 'RUNNING', attempt = attempt + 1, "instanceId" = :instanceId, "leaseUntil" = :leaseUntil,
    "startedAt" = COALESCE("startedAt", :now), "dueAt" = NULL, why = NULL, "errorCode" = NULL, "errorMessage" = NULL, progress = NULL,
    "progressMessage" = NULL, "eventSequence" = "eventSequence" + 1,
    late = (late OR ("startedAt" IS NULL AND trigger <> 'BACKFILL' AND :now - "effectiveAt" > ${EXECUTION_WINDOW_MS}))`,
  where: `id = :id AND (state || '') IN ('SCHEDULED', 'QUEUED', 'RETRYING')`,
  columns: { id: "text", now: "int", instanceId: "text", leaseUntil: "int" },
};

/** What a worker would be given of a lane, as far as can be told before the overlaps are decided; and when there may be more. */
export async function claimable(
  db: Queryable,
  lane: string,
  now: number,
  limit: number,
): Promise<{ waiting: Waiting[]; next: number | null }> {
  const groups = await dueGroups(db, now, [lane]);
  const rooms = await roomsOf(db, [lane], now, await boundedNamespaces(db));
  const room = rooms.queue(lane);
  const most = Math.min(limit, rooms.left(lane));
  const found = most > 0 ? await startable(db, groups, now, { limit: most, fullKeys: room?.fullKeys ?? [] }) : [];
  const chosen = found
    .map(({ run }) => run)
    .sort(byRank)
    .filter((run) => room?.take(run.queueKey) ?? true)
    .slice(0, most);
  const next = [await nextDueIn(db, lane, now), room?.opensAt ?? null].filter((at) => at !== null);
  return {
    waiting: chosen.map(({ id, attempt }) => ({ runId: id, attempt })),
    next: next.length === 0 ? null : Math.min(...next),
  };
}

export async function claim(tx: Queryable, changes: Changes, request: ClaimRequest): Promise<Claim> {
  const { now, slots } = request;
  const [groups, bounded] = await together(
    tx,
    () => dueGroups(tx, now, lanesOfWorker(slots)),
    () => boundedNamespaces(tx),
  );
  const lanes = [...new Set(groups.map(({ lane }) => lane))].filter((lane) => slotOf(lane, slots) in slots);
  if (lanes.length === 0) return { claimed: [], more: false, opensAt: null };
  const rooms = await roomsOf(tx, lanes, now, bounded);
  const { candidates, more } = await look(tx, groups, lanes, rooms, request);
  const { clear } = await applyOverlap(tx, changes, now, candidates);
  const { chosen, waiting, left } = choose(clear, rooms, request);
  await queue(tx, changes, now, waiting);
  const claimed = await start(tx, changes, request, chosen);
  const used = rooms.queues.filter(({ queue: { rate } }) => rate !== null);
  if (chosen.length > 0)
    await saveTokens(
      tx,
      used.map(({ queue: { namespaceId, name }, after }) => ({ namespaceId, name, ...after })),
    );
  const opens = used.map(({ opensAt }) => opensAt).filter((at) => at !== null);
  return { claimed, more: more || left, opensAt: opens.length === 0 ? null : Math.min(...opens) };
}

/**
 * Due runs that could start. Occurrences that have been due for longer than the execution window are left to the scheduler: its
 * missed-run policy decides about them; so are those beyond their start deadline. A queued run waits for the run of its task that is
 * going. Where there may be no room for all, the newly due are looked at too: their overlap is decided, and they are told to wait.
 */
async function look(
  tx: Queryable,
  groups: readonly Group[],
  lanes: readonly string[],
  rooms: LaneRooms,
  { now, slots }: ClaimRequest,
): Promise<{ candidates: Candidate[]; more: boolean }> {
  const found = new Map<string, Candidate>();
  let more = false;
  const add = (list: readonly Candidate[], limit: number) => {
    for (const each of list) found.set(each.run.id, each);
    more ||= list.length >= limit;
  };
  for (const lane of lanes) {
    const room = rooms.queue(lane);
    const free = slots[slotOf(lane, slots)] as number;
    const limit = Math.min(free, rooms.left(lane));
    const ofLane = groups.filter((group) => group.lane === lane);
    if (limit > 0) add(await startable(tx, ofLane, now, { limit, fullKeys: room?.fullKeys ?? [], lock: true }), limit);
    if (limit === 0 || room !== undefined || rooms.namespace(lane) !== undefined)
      add(await newlyDue(tx, ofLane, now, QUEUED_AT_ONCE), QUEUED_AT_ONCE);
  }
  const candidates = [...found.values()];
  candidates.sort(({ run: a }, { run: b }) => (a.dueAt as number) - (b.dueAt as number) || (a.id < b.id ? -1 : 1));
  return { candidates, more };
}

async function queue(
  tx: Queryable,
  changes: Changes,
  now: number,
  waiting: readonly { run: Run; why: string }[],
): Promise<void> {
  await changeRuns(
    tx,
    changes,
    now,
    waiting.map(({ run, why }) => ({
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

/** The lease of a worker ends with the time for its first word and with the attempt's: the monitor sees to all. */
async function capLeases(tx: Queryable, chosen: readonly Run[], now: number): Promise<void> {
  const ids = chosen.filter(({ lane }) => partsOf(lane).kind === WORKERS).map(({ id }) => id);
  if (ids.length === 0) return;
  const deadline = sql`(CAST(${now} AS BIGINT) + (SELECT ${FIRST_WORD_MS} FROM tasks WHERE tasks.id = runs."taskId"))`;
  await tx.$executeRaw(
    sql`UPDATE runs SET "leaseUntil" = ${deadline} WHERE ${isOneOf(raw("id"), ids)} AND state = 'RUNNING' AND ${deadline} < "leaseUntil"`,
  );
}

const attemptRow = ({ id, attempt, instanceId, fallback }: Row, startedAt: number): Row => ({
  runId: id,
  number: attempt,
  startedAt,
  instanceId,
  fallback: fallback === null ? null : true,
});

async function start(
  tx: Queryable,
  changes: Changes,
  request: ClaimRequest,
  chosen: readonly Run[],
): Promise<Claimed[]> {
  if (chosen.length === 0) return [];
  const { now, instanceId, leaseUntil } = request;
  const taskIds = [...new Set(chosen.map(({ taskId }) => taskId))];
  const started = await inSlices(tx, chosen, async (some) => {
    const given = some.map(({ id }) => ({ id, now, instanceId, leaseUntil }));
    const going = (await changeAndRead(tx, START, given, STARTED)).filter((row) => row !== undefined);
    const attempts = going.map((row) => attemptRow(row, now));
    const events = going.map((row) => runEvent(row, "STARTED"));
    await together(
      tx,
      () => insertRows(tx, "attempts", ATTEMPT, attempts),
      () => appendEvents(tx, changes, now, events),
    );
    return events.map(({ run }, index) => ({ run, row: going[index] as Row }));
  });
  const taken = started.map(({ row }) => row);
  const [, , , tasks] = await together(
    tx,
    () => capLeases(tx, chosen, now),
    () => refreshNextRun(tx, scheduledTasks(taken)),
    () => countRuns(tx, taken),
    () => tasksById(tx, taskIds),
  );
  return started.map(({ run, row }) => {
    const task = tasks.get(run.taskId);
    if (!task) throw new Error(`Run ${run.id} has no task`);
    const payload = run.hasPayload ? toPayload(row) : task.payload;
    return { run, task, payload, payloadLiteral: Boolean(row.payloadLiteral) };
  });
}
