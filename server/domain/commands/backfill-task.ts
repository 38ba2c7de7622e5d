// Runs a range of a task's past occurrences after all, or again: counted first, handed out by the scheduler, cancelled as a whole.
import { backfillOccurrences } from "../backfill.ts";
import { fail, ok, type Result, refuse } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkId, checkInteger, checkKey } from "../input/text.ts";
import { parseInstant, shownInstant } from "../instant.ts";
import { MAX_BACKFILL, MAX_RATE } from "../limits.ts";
import { timetableFor } from "../plan-context.ts";
import { restsBetweenRuns } from "../planning.ts";
import type { StoreTransaction } from "../ports.ts";
import type { Occurrence } from "../schedule/index.ts";
import type { Backfill, BackfillScope, CatchUpOrder, OverlapPolicy, Task } from "../types.ts";
import { type Deps, notFound, once } from "./deps.ts";

export interface BackfillTask {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly scope: BackfillScope;
  readonly dryRun: boolean;
  readonly rate?: number | null | undefined;
  readonly order: CatchUpOrder;
  readonly overlapPolicy?: OverlapPolicy | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface BackfillAnswer {
  /** Null for a dry run. */
  readonly backfill: Backfill | null;
  readonly task: Task;
  readonly occurrences: readonly Occurrence[];
}

interface Range {
  readonly from: number;
  readonly until: number;
}

export async function backfillTask(deps: Deps, input: BackfillTask): Promise<Result<BackfillAnswer>> {
  const now = deps.clock.now();
  const collector = new Collector();
  collector.take(checkId(["id"], input.id));
  const range = collector.take(checkRange(input, now));
  const rate = typeof input.rate === "number" ? collector.take(checkInteger(["rate"], input.rate, 1, MAX_RATE)) : null;
  const key =
    typeof input.idempotencyKey === "string"
      ? collector.take(checkKey(["idempotencyKey"], input.idempotencyKey))
      : undefined;
  if (collector.errors.length > 0 || range === undefined || rate === undefined)
    return { ok: false, errors: collector.errors };
  return deps.store.write(async (tx) => {
    const task = await tx.task(input.id);
    if (!task || task.deletedAt !== null) return fail(notFound("task", input.id));
    const occurrences = await inRange(tx, task, range, input.scope);
    if (!occurrences.ok) return occurrences;
    if (input.dryRun) return ok({ backfill: null, task, occurrences: occurrences.value });
    const { idempotencyKey: _, ...rest } = input;
    const made = await once(tx, deps, "backfillTask", key, rest, async () => {
      const id = deps.newId();
      await tx.saveBackfill({
        id,
        taskId: task.id,
        ...range,
        scope: input.scope,
        ratePerMinute: rate,
        order: input.order,
        overlapPolicy: input.overlapPolicy ?? null,
        state: "RUNNING",
        total: occurrences.value.length,
        created: 0,
        cursor: input.order === "OLDEST_FIRST" ? range.from - 1 : range.until + 1,
        nextDueAt: now,
        createdAt: now,
        finishedAt: null,
      });
      return ok(id);
    });
    if (!made.ok) return made;
    return ok({ backfill: await tx.backfill(made.value), task, occurrences: occurrences.value });
  });
}

function checkRange({ from, until }: BackfillTask, now: number): Result<Range> {
  const collector = new Collector();
  const first = collector.take(parseInstant(["from"], from));
  const last = collector.take(parseInstant(["until"], until));
  if (first !== undefined && last !== undefined && last < first) {
    const why = `until ${shownInstant(last)} is before from ${shownInstant(first)}; the same or a later instant is expected.`;
    collector.take(refuse("OUT_OF_RANGE", ["until"], why));
  }
  if (last !== undefined && last > now) {
    const why = `until ${shownInstant(last)} lies in the future: it is now ${shownInstant(now)}. A backfill runs what has passed; the schedule runs the rest.`;
    collector.take(refuse("OUT_OF_RANGE", ["until"], why));
  }
  return collector.finish(() => ({ from: first as number, until: last as number }));
}

async function inRange(
  tx: StoreTransaction,
  task: Task,
  { from, until }: Range,
  scope: BackfillScope,
): Promise<Result<Occurrence[]>> {
  if (task.schedule.kind === "STARTUP" || task.schedule.kind === "MANUAL" || restsBetweenRuns(task)) {
    const why = "The task's schedule names no instants beforehand, so no range of it can be run. Trigger it by hand.";
    return refuse("ILLEGAL_STATE", ["id"], why);
  }
  const states = await tx.occurrenceStates(task.id, from, until);
  const found = backfillOccurrences(task, await timetableFor(tx, task), from, until, scope, states);
  if (found !== null) return ok(found);
  const why = `The range has more than ${MAX_BACKFILL} occurrences to run; choose a shorter one.`;
  return refuse("OUT_OF_RANGE", ["until"], why);
}

export async function cancelBackfill(deps: Deps, { id }: { id: string }): Promise<Result<Backfill>> {
  const checkedId = checkId(["id"], id);
  if (!checkedId.ok) return checkedId;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const backfill = await tx.backfill(id);
    if (!backfill) return fail(notFound("backfill", id));
    if (backfill.state !== "RUNNING") {
      const why = `The backfill is over already: it is ${backfill.state}.`;
      return refuse("ILLEGAL_STATE", ["id"], why);
    }
    const why = "Its backfill was cancelled.";
    await tx.changeRuns(
      now,
      (await tx.waitingOf(id)).map((run) => {
        return {
          id: run.id,
          state: "CANCELLED",
          dueAt: null,
          finishedAt: now,
          why,
          late: run.late,
          event: "CANCELLED",
        };
      }),
    );
    const cancelled: Backfill = { ...backfill, state: "CANCELLED", finishedAt: now };
    await tx.saveBackfill(cancelled);
    return ok(cancelled);
  });
}
