// Hands out backfills: a few runs of each at a time, so that none fills the queue, and notes when the last has ended.
import { backfillOccurrences, handOut } from "../domain/backfill.ts";
import { BACKFILL_WAITING } from "../domain/limits.ts";
import { timetableFor } from "../domain/plan-context.ts";
import type { StoreTransaction } from "../domain/ports.ts";
import type { Backfill } from "../domain/types.ts";

const BACKFILLS_AT_ONCE = 50;

export async function advanceBackfills(tx: StoreTransaction, now: number, newId: () => string): Promise<void> {
  const running = await tx.runningBackfills(BACKFILLS_AT_ONCE);
  const counts = await tx.backfillCounts(running.map(({ id }) => id));
  for (const backfill of running) {
    const { open, waiting } = counts.get(backfill.id) ?? { open: 0, waiting: 0 };
    if (backfill.created < backfill.total && waiting < BACKFILL_WAITING / 2)
      await advance(tx, backfill, waiting, now, newId);
    else if (backfill.created >= backfill.total && open === 0)
      await tx.saveBackfill({ ...backfill, state: "COMPLETED", finishedAt: now });
  }
}

async function advance(
  tx: StoreTransaction,
  backfill: Backfill,
  waiting: number,
  now: number,
  newId: () => string,
): Promise<void> {
  const task = await tx.task(backfill.taskId);
  if (!task || task.deletedAt !== null) {
    await tx.saveBackfill({ ...backfill, state: "CANCELLED", finishedAt: now });
    return;
  }
  const { from, until, scope, order, cursor } = backfill;
  const forward = order === "OLDEST_FIRST";
  const states = await tx.occurrenceStates(task.id, from, until);
  const table = await timetableFor(tx, task);
  const left =
    backfillOccurrences(task, table, forward ? cursor + 1 : from, forward ? until : cursor - 1, scope, states) ?? [];
  const handed = handOut(backfill, task, forward ? left : left.reverse(), waiting, now, newId);
  await tx.insertRuns(now, handed.runs);
  // An edit of the schedule, or runs meanwhile, may leave fewer than were counted.
  const total = left.length > handed.runs.length ? backfill.total : handed.backfill.created;
  await tx.saveBackfill({ ...handed.backfill, total });
}
