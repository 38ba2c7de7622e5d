// The scheduler's poll: writes occurrences ahead of time, decides about those that nobody took in time, and completes tasks that
// have none left. Any number of schedulers may run: the unique index on (task, occurrence) lets each occurrence be written once.
import { EXECUTION_WINDOW_MS, LOOK_AHEAD_MS } from "../domain/limits.ts";
import { catchUp, planAhead } from "../domain/planning.ts";
import type { Clock, Store, StoreTransaction } from "../domain/ports.ts";
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
  async function decideOverdue(tx: StoreTransaction, now: number): Promise<number> {
    const tasks = await tx.tasksOverdue(now - EXECUTION_WINDOW_MS, TASKS_AT_ONCE);
    for (const task of tasks) await recover(tx, task, now);
    return tasks.length;
  }

  async function recover(tx: StoreTransaction, task: Task, now: number): Promise<void> {
    const waiting = await tx.waitingRuns(task.id);
    const overdue = waiting.filter((run) => run.state === "SCHEDULED" && run.scheduledFor <= now - EXECUTION_WINDOW_MS);
    const plan = catchUp(task, overdue, now, newId);
    await tx.changeRuns(now, plan.changes);
    await tx.insertRuns(now, plan.runs);
    await tx.setPlanned([{ taskId: task.id, plannedThrough: plan.plannedThrough }]);
    const missed = [...plan.changes, ...plan.runs].filter((run) => run.state === "MISSED").length;
    log.warn({ taskId: task.id, task: task.name, overdue: overdue.length, missed }, "occurrences were not run in time");
  }

  async function extend(tx: StoreTransaction, now: number): Promise<number> {
    const tasks = await tx.tasksToPlan(now + LOOK_AHEAD_MS, TASKS_AT_ONCE);
    const current = tasks.filter((task) => task.plannedThrough > now - EXECUTION_WINDOW_MS);
    const plans = current.map((task) => ({ taskId: task.id, ...planAhead(task, now, newId) }));
    await tx.insertRuns(
      now,
      plans.flatMap((plan) => plan.runs),
    );
    await tx.setPlanned(plans);
    for (const task of tasks) if (!current.includes(task)) await recover(tx, task, now);
    return tasks.length;
  }

  return async () => {
    const now = clock.now();
    const most = await store.write(async (tx) =>
      Math.max(await decideOverdue(tx, now), await extend(tx, now), await tx.completeExhausted(now, TASKS_AT_ONCE)),
    );
    return most === TASKS_AT_ONCE ? 0 : POLL_MS;
  };
}
