// Lanes: runs that share slots and are claimed in one order. A lane is a kind of target, or one of a queue's kinds: "HTTP",
// "HTTP:emails". Of workers each queue is a lane. Who carries out a worker's run is named where an instance's id stands otherwise.
import { queueKeyOf } from "./queue-key.ts";
import type { Json, Target, Task } from "./types.ts";

/** Stands for the lanes of all queues where nobody can start their runs. */
export const WORKERS = "WORKER";
export const TARGET_KINDS = ["HTTP", "MODULE", "SHELL", WORKERS] as const satisfies readonly Target["kind"][];
const PREFIX = "worker:";

const laneName = (kind: Target["kind"], queue: string | null): string => (queue === null ? kind : `${kind}:${queue}`);
export const queueLane = (queue: string): string => laneName(WORKERS, queue);
/** All lanes of a queue. */
export const lanesOfQueue = (queue: string): string[] => TARGET_KINDS.map((kind) => laneName(kind, queue));

/** The queue that holds a task's runs; null when none does. */
export const queueOf = ({ target, queue }: Pick<Task, "target" | "queue">): string | null =>
  target.kind === WORKERS ? target.queue : queue;
export const laneOf = (task: Pick<Task, "target" | "queue">): string => laneName(task.target.kind, queueOf(task));

export function partsOf(lane: string): { readonly kind: string; readonly queue: string | null } {
  const at = lane.indexOf(":");
  return at < 0 ? { kind: lane, queue: null } : { kind: lane.slice(0, at), queue: lane.slice(at + 1) };
}

/** What a new run takes over from its task. `payload`: its own; undefined: the task's. */
export const fromTask = (task: Task, payload: Json | undefined = task.payload) => ({
  taskId: task.id,
  lane: laneOf(task),
  priority: task.priority,
  queueKey: queueKeyOf(task, payload),
  maxAttempts: task.retry.maxAttempts,
});

export const ownerOf = (workerId: string): string => PREFIX + workerId;
/** Null: an instance carries the run out. */
export const workerOf = (owner: string | null): string | null =>
  owner?.startsWith(PREFIX) ? owner.slice(PREFIX.length) : null;
