// Runs a task now, whatever its schedule and state.

import { fail, ok, type Result } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkGiven } from "../input/payload.ts";
import { checkId, checkInteger, checkKey, checkPayload } from "../input/text.ts";
import { fromTask } from "../lanes.ts";
import { PRIORITY } from "../limits.ts";
import { overQuota } from "../quota.ts";
import type { Run } from "../types.ts";
import { type Deps, notFound, once } from "./deps.ts";

export interface TriggerTask {
  readonly id: string;
  /** Undefined: the task's payload; null: none. */
  readonly payload?: unknown;
  /** Undefined or null: the task's. */
  readonly priority?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export async function triggerTask(deps: Deps, input: TriggerTask): Promise<Result<Run>> {
  const collector = new Collector();
  collector.take(checkId(["id"], input.id));
  const payload = collector.take(checkPayload(["payload"], input.payload));
  const priority =
    typeof input.priority === "number"
      ? collector.take(checkInteger(["priority"], input.priority, PRIORITY.least, PRIORITY.most))
      : undefined;
  const key =
    typeof input.idempotencyKey === "string"
      ? collector.take(checkKey(["idempotencyKey"], input.idempotencyKey))
      : undefined;
  if (collector.errors.length > 0) return { ok: false, errors: collector.errors };
  const known = (await deps.store.tasksById([input.id])).get(input.id);
  const fits = await checkGiven(input.payload, payload, known, deps.modules);
  if (!fits.ok) return fits;
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const { idempotencyKey: _, ...rest } = input;
    const made = await once(tx, deps, "triggerTask", key, rest, async () => {
      const task = await tx.task(input.id);
      if (!task || task.deletedAt !== null) return fail(notFound("task", input.id));
      const over = await overQuota(tx, task.namespaceId, "waitingRuns");
      if (over) return over;
      const id = deps.newId();
      await tx.insertRuns(now, [
        {
          ...fromTask(task, input.payload === undefined ? undefined : payload),
          ...(priority === undefined ? {} : { priority }),
          id,
          trigger: "MANUAL",
          state: "QUEUED",
          scheduledFor: now,
          effectiveAt: now,
          dueAt: now,
          late: false,
          why: null,
          hasPayload: input.payload !== undefined,
          payload,
        },
      ]);
      return ok(id);
    });
    if (!made.ok) return made;
    return ok((await tx.run(made.value)) as Run);
  });
}
