// Applies the overlap policy to due runs, inside the claim's transaction: records what is skipped, ends or stops what a policy wants
// out of the way, and answers what may start and what waits.
import { decideOverlap, type OverlapDecision, type Unfinished } from "../domain/overlap.ts";
import type { RunChange } from "../domain/ports.ts";
import type { OverlapPolicy, Run } from "../domain/types.ts";
import { appendEvents, type Changes, runEvent } from "./events.ts";
import { runColumns } from "./mapping.ts";
import { changeRuns, requestCancel } from "./runs.ts";
import { batch, isOneOf, type Queryable, type Row, raw, rows, sql } from "./sql.ts";

const COLUMNS = raw(runColumns());

export interface Candidate {
  readonly run: Run;
  readonly policy: OverlapPolicy;
  readonly buffer: number;
}

interface Waiting extends Unfinished {
  readonly dueAt: number | null;
}

interface Sorted {
  /** May start, in the order of the candidates. */
  readonly clear: Run[];
  /** Newly due and to wait for an earlier run. */
  readonly waiting: Run[];
}

/** The candidates by their turn. A run that waits already keeps waiting while another of its task goes on. */
export async function applyOverlap(
  tx: Queryable,
  changes: Changes,
  now: number,
  candidates: readonly Candidate[],
): Promise<Sorted> {
  const guarded = candidates.filter(({ policy }) => policy !== "ALLOW");
  const unfinished = await unfinishedRuns(tx, now, [...new Set(guarded.map(({ run }) => run.taskId))]);
  const clear: Run[] = [];
  const waiting: Run[] = [];
  const moves: (RunChange & { blockedBy: string })[] = [];
  const stops: OverlapDecision["stop"][number][] = [];
  for (const { run, policy, buffer } of candidates) {
    const others = policy === "ALLOW" ? [] : (unfinished.get(run.taskId) ?? []).filter((each) => inFront(each, run));
    if (run.state !== "SCHEDULED") {
      // It had its decision when it fell due; of those that wait the first one goes.
      if (others.some(({ state }) => state !== "QUEUED") && run.state === "QUEUED") continue;
      clear.push(run);
      unfinished.set(run.taskId, [...others, { ...asUnfinished(run), state: "RUNNING" }]);
      continue;
    }
    const decision = decideOverlap({ policy, buffer }, others);
    stops.push(...decision.stop);
    const left = others.filter(({ id }) => !decision.stop.some((stop) => stop.id === id && stop.how === "END"));
    if (decision.action === "START") clear.push(run);
    else moves.push(moved(run, decision, now));
    if (decision.action === "WAIT") waiting.push(run);
    const state = decision.action === "START" ? "RUNNING" : "QUEUED";
    unfinished.set(run.taskId, decision.action === "SKIP" ? left : [...left, { ...asUnfinished(run), state }]);
  }
  // What was about to start or to wait may have been overtaken within this very batch: it never starts.
  const fresh = new Set(clear.map(({ id }) => id));
  const final = stops.map((each) => (fresh.has(each.id) ? { ...each, how: "END" as const } : each));
  await stop(tx, changes, now, final);
  const ended = new Set(final.filter(({ how }) => how === "END").map(({ id }) => id));
  await nameBlockers(tx, moves);
  const kept = moves.filter(({ id }) => !ended.has(id));
  await changeRuns(tx, changes, now, kept);
  return {
    clear: clear.filter(({ id }) => !ended.has(id)),
    waiting: waiting.filter(({ id }) => !ended.has(id)),
  };
}

/** A run that waits is in the way of those only that fell due after it. */
const inFront = ({ id, state, dueAt }: Waiting, run: Run): boolean =>
  id !== run.id && (state !== "QUEUED" || (dueAt ?? 0) <= (run.dueAt ?? 0));

const asUnfinished = (run: Run): Omit<Waiting, "state"> => ({
  id: run.id,
  dueAt: run.dueAt,
  trigger: run.trigger,
  stopping: run.cancelRequestedAt !== null,
});

const moved = (
  run: Run,
  { action, blockedBy, why }: OverlapDecision,
  now: number,
): RunChange & { blockedBy: string } => ({
  id: run.id,
  state: action === "SKIP" ? "SKIPPED" : "QUEUED",
  dueAt: action === "SKIP" ? null : run.dueAt,
  finishedAt: action === "SKIP" ? now : null,
  why,
  late: run.late,
  event: action === "SKIP" ? "SKIPPED" : "QUEUED",
  blockedBy: blockedBy as string,
});

/** Each task's runs that an occurrence could meet, oldest first. What a backfill has waiting gives way. */
async function unfinishedRuns(tx: Queryable, now: number, taskIds: readonly string[]): Promise<Map<string, Waiting[]>> {
  const byTask = new Map<string, Waiting[]>();
  if (taskIds.length === 0) return byTask;
  const found = await rows(
    tx,
    sql`SELECT "taskId", id, state, trigger, "dueAt", "cancelRequestedAt" FROM runs
        WHERE ${isOneOf(raw(`"taskId"`), taskIds)} AND (state IN ('RUNNING', 'RETRYING')
          OR (state = 'QUEUED' AND "dueAt" <= ${now} AND trigger <> 'BACKFILL'))
        ORDER BY "effectiveAt", id`,
  );
  for (const row of found) {
    const list = byTask.get(row.taskId as string) ?? [];
    list.push({
      id: row.id as string,
      state: row.state as Unfinished["state"],
      trigger: row.trigger as Unfinished["trigger"],
      dueAt: row.dueAt as number | null,
      stopping: row.cancelRequestedAt !== null,
    });
    byTask.set(row.taskId as string, list);
  }
  return byTask;
}

async function nameBlockers(tx: Queryable, moves: readonly { id: string; blockedBy: string }[]): Promise<void> {
  if (moves.length === 0) return;
  const blockers = batch(
    moves.map(({ id, blockedBy }) => ({ id, by: blockedBy })),
    { id: "text", by: "text" },
  );
  await tx.$executeRaw(
    sql`UPDATE runs SET "blockedByRunId" = added."by" FROM ${blockers} AS added WHERE runs.id = added.id`,
  );
}

async function stop(tx: Queryable, changes: Changes, now: number, stops: OverlapDecision["stop"]): Promise<void> {
  for (const { id, why } of stops.filter(({ how }) => how === "CANCEL")) await requestCancel(tx, changes, now, id, why);
  const ended = stops.filter(({ how }) => how === "END");
  if (ended.length === 0) return;
  const named = batch(
    ended.map(({ id, why }) => ({ id, why })),
    { id: "text", why: "text" },
  );
  const changed = await rows(
    tx,
    sql`UPDATE runs SET state = 'CANCELLED', "finishedAt" = ${now}, "dueAt" = NULL, "leaseUntil" = NULL, why = added.why,
          "eventSequence" = "eventSequence" + 1
        FROM ${named} AS added
        WHERE runs.id = added.id AND runs.state IN ('SCHEDULED', 'QUEUED', 'RUNNING', 'RETRYING') RETURNING ${COLUMNS}`,
  );
  const attempts = changed.map((row): Row => ({ id: row.id, number: row.attempt, message: row.why }));
  await tx.$executeRaw(
    sql`UPDATE attempts SET "finishedAt" = ${now}, outcome = 'CANCELLED', "errorCode" = 'TERMINATED', "errorMessage" = added.message
        FROM ${batch(attempts, { id: "text", number: "int", message: "text" })} AS added
        WHERE attempts."runId" = added.id AND attempts.number = added.number AND attempts."finishedAt" IS NULL`,
  );
  await appendEvents(
    tx,
    changes,
    now,
    changed.map((row) => runEvent(row, "CANCELLED")),
  );
}
