// The scheduler's poll: writes occurrences ahead of time, decides about those that nobody took in time, and completes tasks that
// have none left. Any number of schedulers may run: the unique index on (task, occurrence) lets each occurrence be written once.

import { decideOverdue, hold } from "../domain/catch-up.ts";
import { EXECUTION_WINDOW_MS, LOOK_AHEAD_MS } from "../domain/limits.ts";
import { type Plan, planAhead } from "../domain/planning.ts";
import type { Clock, Store, StoreTransaction } from "../domain/ports.ts";
import { nextOccurrence } from "../domain/schedule/index.ts";
import type { Task } from "../domain/types.ts";
import type { Log } from "../log.ts";

/** Tasks for one transaction, so that other writers get their turn. */
const TASKS_AT_ONCE = 200;
const POLL_MS = 1_000;

export interface SchedulerDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

/** Answers how long to sleep: nothing while there is more to do. */
export function schedulerPoll({ store, clock, newId, log }: SchedulerDeps): () => Promise<number> {
  async function recoverAll(tx: StoreTransaction, now: number): Promise<number> {
    const tasks = await tx.tasksOverdue(now - EXECUTION_WINDOW_MS, TASKS_AT_ONCE);
    for (const task of tasks) await guarded(tx, task, now, () => recover(tx, task, now));
    return tasks.length;
  }

  /** A task whose schedule cannot be read any more (its zone is gone, say) must not hold up all others: it is paused, visibly. */
  async function guarded(tx: StoreTransaction, task: Task, now: number, work: () => Promise<void>): Promise<void> {
    try {
      nextOccurrence(task.schedule, now);
    } catch (error) {
      const pauseReason = `Paused by Cronograph: the schedule cannot be read (${(error as Error).message}).`;
      log.error({ err: error, taskId: task.id, task: task.name }, "schedule cannot be read; task paused");
      await tx.saveTask(await hold(tx, task, now, pauseReason), "PAUSED");
      return;
    }
    await work();
  }

  async function recover(tx: StoreTransaction, task: Task, now: number): Promise<void> {
    const decided = await decideOverdue(tx, task, now, newId);
    if (!decided) return;
    const { changes, runs } = decided.plan;
    const missed = [...changes, ...runs].filter((run) => run.state === "MISSED").length;
    log.warn({ taskId: task.id, task: task.name, overdue: changes.length, missed }, "occurrences were not run in time");
  }

  async function extend(tx: StoreTransaction, now: number): Promise<number> {
    const tasks = await tx.tasksToPlan(now + LOOK_AHEAD_MS, TASKS_AT_ONCE);
    const plans: (Plan & { taskId: string })[] = [];
    for (const task of tasks) {
      await guarded(tx, task, now, async () => {
        if (task.plannedThrough > now - EXECUTION_WINDOW_MS)
          plans.push({ taskId: task.id, ...planAhead(task, now, newId) });
        else await recover(tx, task, now);
      });
    }
    await tx.insertRuns(
      now,
      plans.flatMap((plan) => plan.runs),
    );
    await tx.setPlanned(plans);
    return tasks.length;
  }

  return async () => {
    const now = clock.now();
    const most = await store.write(async (tx) =>
      Math.max(await recoverAll(tx, now), await extend(tx, now), await tx.completeExhausted(now, TASKS_AT_ONCE)),
    );
    return most === TASKS_AT_ONCE ? 0 : POLL_MS;
  };
}
