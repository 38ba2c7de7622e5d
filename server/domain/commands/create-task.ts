// Creates a task and plans its first occurrences in one transaction.
import { fail, type Result } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkFollowed } from "../input/follow-ups.ts";
import { checkTask, type TaskInput } from "../input/task.ts";
import { checkKey } from "../input/text.ts";
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import { planContext } from "../plan-context.ts";
import { lateOnce, planAhead, undecidedFrom } from "../planning.ts";
import type { NewRun, StoreTransaction } from "../ports.ts";
import { overQuota } from "../quota.ts";
import type { Task } from "../types.ts";
import { type Deps, nameTaken, once } from "./deps.ts";

export interface CreateTask extends TaskInput {
  readonly paused: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

export async function createTask(deps: Deps, input: CreateTask): Promise<Result<Task>> {
  const { idempotencyKey, ...rest } = input;
  const now = deps.clock.now();
  const collector = new Collector();
  const spec = collector.take(await checkTask(rest, now, deps));
  const key =
    typeof idempotencyKey === "string" ? collector.take(checkKey(["idempotencyKey"], idempotencyKey)) : undefined;
  // A repeated call is answered from its key, even when its instant has passed meanwhile: look before refusing.
  const pastOnly = collector.errors.length > 0 && collector.errors.every((error) => error.code === "DATE_IN_PAST");
  if (collector.errors.length > 0 && !(pastOnly && key !== undefined)) return { ok: false, errors: collector.errors };
  return deps.store.write(async (tx) => {
    const made = await once(tx, deps, "createTask", key, rest, async () => {
      if (!spec) return { ok: false, errors: collector.errors };
      const task: Task = {
        ...spec,
        id: deps.newId(),
        namespaceId: deps.store.namespaceId ?? DEFAULT_NAMESPACE,
        state: input.paused ? "PAUSED" : "ACTIVE",
        version: 1,
        runCount: 0,
        consecutiveFailures: 0,
        pauseReason: null,
        pausedAt: input.paused ? now : null,
        nextRunAt: null,
        plannedThrough: now,
        prunedFrom: null,
        prunedThrough: null,
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      };
      const over = await overQuota(tx, task.namespaceId, "tasks");
      if (over) return over;
      const followed = await checkFollowed(tx, task, []);
      if (!followed.ok) return followed;
      const plan = input.paused ? null : await firstPlan(tx, deps, task, now);
      const first = plan?.runs.find((run) => run.state === "SCHEDULED")?.effectiveAt ?? null;
      const planned = { ...task, nextRunAt: first, plannedThrough: plan?.plannedThrough ?? undecidedFrom(task, now) };
      if (!(await tx.insertTask(planned))) return fail(nameTaken(spec.name));
      if (plan) await tx.insertRuns(now, plan.runs);
      return { ok: true, value: task.id };
    });
    if (!made.ok) return made;
    return { ok: true, value: (await tx.task(made.value)) as Task };
  });
}

async function firstPlan(
  tx: StoreTransaction,
  deps: Deps,
  task: Task,
  now: number,
): Promise<{ runs: readonly NewRun[]; plannedThrough: number }> {
  const { runs, plannedThrough } = planAhead(task, await planContext(tx, task, now, deps.newId));
  return { runs: [...lateOnce(task, now, deps.newId), ...runs], plannedThrough };
}
