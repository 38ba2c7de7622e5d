// The scheduler's poll: writes occurrences ahead of time, decides about those that nobody took in time or that were held, hands out
// backfills, and completes tasks that have none left. Any number of schedulers may run: the unique index on (task, occurrence) lets
// each occurrence be written once.

import { decideOverdue, hold } from "../domain/catch-up.ts";
import { decideByPolicy } from "../domain/held.ts";
import { EXECUTION_WINDOW_MS, LOOK_AHEAD_MS } from "../domain/limits.ts";
import { planContext, progressOf } from "../domain/plan-context.ts";
import { type Plan, type PlanContext, planAhead, startRow } from "../domain/planning.ts";
import type { Clock, Store, StoreTransaction } from "../domain/ports.ts";
import type { Task } from "../domain/types.ts";
import type { Log } from "../log.ts";
import { advanceBackfills } from "./backfills.ts";

/** Tasks for one transaction, so that other writers get their turn. */
const TASKS_AT_ONCE = 200;
/** For the same: after a time in which nobody planned each task takes some statements, and claims must not wait for two hundred. */
const SLICE_MS = 50;
const POLL_MS = 1_000;

export interface SchedulerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

/** Answers how long to sleep: nothing while there is more to do. */
export function schedulerPoll({ store, clock, newId, log }: SchedulerDeps): () => Promise<number> {
  let started = false;

  /** One at least, and what the time allows. Answers whether there may be more. */
  async function some(tasks: readonly Task[], work: (task: Task) => Promise<void>): Promise<boolean> {
    const until = clock.now() + SLICE_MS;
    for (const [index, task] of tasks.entries()) {
      if (index > 0 && clock.now() >= until) return true;
      await work(task);
    }
    return tasks.length === TASKS_AT_ONCE;
  }

  async function recoverAll(tx: StoreTransaction, now: number): Promise<boolean> {
    const tasks = await tx.tasksOverdue(now - EXECUTION_WINDOW_MS, TASKS_AT_ONCE);
    let decided = 0;
    const cut = await some(tasks, (task) =>
      guarded(tx, task, now, async () => {
        decided += await recover(tx, task, now);
      }),
    );
    // Where tasks have many each, few were found at once.
    return cut || decided > 0;
  }

  /** A task whose schedule cannot be read any more (its zone is gone, say) must not hold up all others: it is paused, visibly. */
  async function guarded(
    tx: StoreTransaction,
    task: Task,
    now: number,
    work: (context: PlanContext) => Promise<void> | void,
  ): Promise<void> {
    let context: PlanContext;
    try {
      context = await planContext(tx, task, now, newId);
      context.table.next(now);
    } catch (error) {
      const pauseReason = `Paused by Cronograph: the schedule cannot be read (${(error as Error).message}).`;
      log.error({ err: error, taskId: task.id, task: task.name }, "schedule cannot be read; task paused");
      await tx.saveTask(await hold(tx, task, now, pauseReason), "PAUSED");
      return;
    }
    await work(context);
  }

  /** Answers how many occurrences have been decided. */
  async function recover(tx: StoreTransaction, task: Task, now: number): Promise<number> {
    const decided = await decideOverdue(tx, task, now, newId);
    if (!decided) return 0;
    const all = [...decided.plan.changes, ...decided.plan.runs];
    const missed = all.filter((run) => run.state === "MISSED").length;
    const held = all.filter((run) => run.state === "HELD").length;
    const overdue = decided.plan.changes.length;
    log.warn({ taskId: task.id, task: task.name, overdue, missed, held }, "occurrences were not run in time");
    return overdue;
  }

  async function releaseHeld(tx: StoreTransaction, now: number): Promise<boolean> {
    const tasks = await tx.tasksHeldUntil(now, TASKS_AT_ONCE);
    return some(tasks, async (task) => {
      const held = (await tx.waitingRuns(task.id)).filter((run) => run.state === "HELD" && (run.heldUntil ?? 0) <= now);
      await tx.changeRuns(now, decideByPolicy(task, held, now, await progressOf(tx, task)));
      log.warn(
        { taskId: task.id, task: task.name, held: held.length },
        "nobody decided about held occurrences in time",
      );
    });
  }

  async function extend(tx: StoreTransaction, now: number): Promise<boolean> {
    const tasks = await tx.tasksToPlan(now + LOOK_AHEAD_MS, TASKS_AT_ONCE);
    const plans: (Plan & { taskId: string })[] = [];
    const more = await some(tasks, (task) =>
      guarded(tx, task, now, async (context) => {
        if (task.plannedThrough > now - EXECUTION_WINDOW_MS)
          plans.push({ taskId: task.id, ...planAhead(task, context) });
        else await recover(tx, task, now);
      }),
    );
    await tx.insertRuns(
      now,
      plans.flatMap((plan) => plan.runs),
    );
    await tx.setPlanned(plans);
    return more;
  }

  /** Tasks that run at the start have one occurrence for each, at the instant of the first poll. */
  async function startUp(tx: StoreTransaction, now: number): Promise<void> {
    for (const task of await tx.startupTasks()) {
      await guarded(tx, task, now, async (context) => {
        const row = startRow(task, context);
        if (row !== null) await tx.insertRuns(now, [row]);
      });
    }
  }

  return async () => {
    const now = clock.now();
    const more = await store.write(async (tx) => {
      const cut = [await recoverAll(tx, now), await releaseHeld(tx, now), await extend(tx, now)];
      const counts = [
        await tx.missDeadlines(now, TASKS_AT_ONCE),
        await tx.endQueueTimeouts(now, TASKS_AT_ONCE),
        await tx.reopenBounded(TASKS_AT_ONCE),
        await tx.completeExhausted(now, TASKS_AT_ONCE),
      ];
      if (!started) await startUp(tx, now);
      await advanceBackfills(tx, now, newId);
      return cut.includes(true) || counts.includes(TASKS_AT_ONCE);
    });
    started = true;
    return more ? 0 : POLL_MS;
  };
}
