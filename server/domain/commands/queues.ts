// Creates, changes, pauses and deletes queues. Edits hold from their answer on: the next claim reads them.
import { fail, ok, type Result, refuse, shown, type UserError } from "../errors.ts";
import { Collector } from "../input/collect.ts";
import { checkQueueName, checkQueuePatch, type QueuePatch } from "../input/queue.ts";
import { checkText } from "../input/text.ts";
import { REASON_LENGTH } from "../limits.ts";
import { DEFAULT_NAMESPACE } from "../namespace.ts";
import type { StoreTransaction } from "../ports.ts";
import { tokensOf } from "../queues.ts";
import type { Queue } from "../types.ts";
import type { Deps } from "./deps.ts";

const missing = (name: string): UserError => ({
  code: "NOT_FOUND",
  field: ["name"],
  message: `No queue is named ${shown(name)}.`,
});

export async function createQueue(deps: Deps, input: QueuePatch & { name: string }): Promise<Result<Queue>> {
  const collector = new Collector();
  collector.take(checkQueueName(input.name));
  const checked = checkQueuePatch(input, collector);
  if (!checked.ok) return checked;
  const now = deps.clock.now();
  const plain = { description: null, concurrency: null, concurrencyPerKey: null, rate: null };
  const queue: Queue = {
    ...plain,
    ...checked.value,
    namespaceId: deps.store.namespaceId ?? DEFAULT_NAMESPACE,
    name: input.name,
    tokens: checked.value.rate?.burst ?? 0,
    tokensAt: now,
    pausedAt: null,
    pauseReason: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return deps.store.write(async (tx) => {
    if (await tx.insertQueue(queue)) return ok(queue);
    const why = `There is a queue ${JSON.stringify(queue.name)} already. Change it with updateQueue, or choose another name.`;
    return refuse("ALREADY_EXISTS", ["name"], why);
  });
}

export async function updateQueue(
  deps: Deps,
  { name, version, ...patch }: QueuePatch & { name: string; version: number },
): Promise<Result<Queue>> {
  const checked = checkQueuePatch(patch);
  if (!checked.ok) return checked;
  return change(deps, name, (queue, now) => {
    if (queue.version !== version)
      return refuse(
        "CONFLICT",
        ["version"],
        `The queue has changed: you read version ${version}, it is now version ${queue.version}. Read it again and repeat the edit.`,
      );
    const edited = { ...queue, ...checked.value };
    // What the old rate had in store is kept as far as the new one may store it; a first rate begins full.
    const kept = queue.rate === null ? Number.POSITIVE_INFINITY : tokensOf(queue, now);
    return ok({ ...edited, tokens: Math.min(edited.rate?.burst ?? 0, kept), tokensAt: now });
  });
}

export async function pauseQueue(
  deps: Deps,
  { name, reason }: { name: string; reason?: string | null | undefined },
): Promise<Result<Queue>> {
  const checked = reason
    ? checkText(["reason"], reason, { most: REASON_LENGTH, example: "The provider has an outage" })
    : ok(null);
  if (!checked.ok) return checked;
  return change(deps, name, (queue, now) =>
    ok({ ...queue, pausedAt: queue.pausedAt ?? now, pauseReason: checked.value }),
  );
}

export async function resumeQueue(deps: Deps, { name }: { name: string }): Promise<Result<Queue>> {
  return change(deps, name, (queue) => ok({ ...queue, pausedAt: null, pauseReason: null }));
}

export async function deleteQueue(deps: Deps, { name }: { name: string }): Promise<Result<Queue>> {
  return deps.store.write(async (tx) => {
    const queue = await find(tx, name);
    if (!queue) return fail(missing(name));
    // A worker's queue goes on without bounds: its tasks name it whether it is here or not.
    const users = (await tx.tasksInQueue(name)).filter((task) => task.queue === name);
    if (users.length > 0) {
      const named = users.slice(0, 3).map((task) => JSON.stringify(task.name));
      const more = users.length > 3 ? ` and ${users.length - 3} more` : "";
      return refuse(
        "ILLEGAL_STATE",
        ["name"],
        `The queue is used by ${named.join(", ")}${more}. Take it out of them first.`,
      );
    }
    await tx.deleteQueue(name);
    return ok(queue);
  });
}

const find = async (tx: StoreTransaction, name: string): Promise<Queue | undefined> =>
  (await tx.queuesByName([name])).get(name);

async function change(
  deps: Deps,
  name: string,
  edit: (queue: Queue, now: number) => Result<Queue>,
): Promise<Result<Queue>> {
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const queue = await find(tx, name);
    if (!queue) return fail(missing(name));
    const edited = edit(queue, now);
    if (!edited.ok) return edited;
    const saved = { ...edited.value, version: queue.version + 1, updatedAt: now };
    await tx.saveQueue(saved);
    return ok(saved);
  });
}
