// Lanes: runs that share slots and are claimed in one order. A lane is a kind of target, or one of a queue's kinds: "HTTP",
// "HTTP:emails". Of workers each queue is a lane. Namespaces have lanes of their own, "@ID/HTTP:emails"; those of the default one have no
// such beginning. Who carries out a worker's run is named where an instance's id stands otherwise.
import { DEFAULT_NAMESPACE } from "./namespace.ts";
import { queueKeyOf } from "./queue-key.ts";
import type { Json, Target, Task } from "./types.ts";

/** Stands for the lanes of all queues where nobody can start their runs. */
export const WORKERS = "WORKER";
export const TARGET_KINDS = ["HTTP", "MODULE", "SHELL", WORKERS] as const satisfies readonly Target["kind"][];
const PREFIX = "worker:";

const beginning = (namespaceId: string): string => (namespaceId === DEFAULT_NAMESPACE ? "" : `@${namespaceId}/`);
const laneName = (kind: Target["kind"], queue: string | null, namespaceId: string): string =>
  beginning(namespaceId) + (queue === null ? kind : `${kind}:${queue}`);
export const queueLane = (queue: string, namespaceId: string = DEFAULT_NAMESPACE): string =>
  laneName(WORKERS, queue, namespaceId);
/** All lanes of a queue. */
export const lanesOfQueue = (queue: string, namespaceId: string = DEFAULT_NAMESPACE): string[] =>
  TARGET_KINDS.map((kind) => laneName(kind, queue, namespaceId));

/** Lanes of a namespace stand between these, in the order of their bytes; the second is not included, null: all that follow. */
export const lanesOf = (namespaceId: string): readonly [string, string | null] =>
  namespaceId === DEFAULT_NAMESPACE ? ["A", null] : [beginning(namespaceId), `@${namespaceId}0`];

/** A queue's name as nobody else has it, whatever the namespace. */
export const queueIdOf = (namespaceId: string, queue: string): string => beginning(namespaceId) + queue;

/** The queue that holds a task's runs; null when none does. */
export const queueOf = ({ target, queue }: Pick<Task, "target" | "queue">): string | null =>
  target.kind === WORKERS ? target.queue : queue;
export const laneOf = (task: Pick<Task, "target" | "queue" | "namespaceId">): string =>
  laneName(task.target.kind, queueOf(task), task.namespaceId);

export interface LaneParts {
  readonly namespaceId: string;
  readonly kind: string;
  readonly queue: string | null;
  /** `queueIdOf`; null without a queue. */
  readonly queueId: string | null;
}

export function partsOf(lane: string): LaneParts {
  const slash = lane.startsWith("@") ? lane.indexOf("/") : -1;
  const namespaceId = slash < 0 ? DEFAULT_NAMESPACE : lane.slice(1, slash);
  const rest = lane.slice(slash + 1);
  const colon = rest.indexOf(":");
  if (colon < 0) return { namespaceId, kind: rest, queue: null, queueId: null };
  const queue = rest.slice(colon + 1);
  return { namespaceId, kind: rest.slice(0, colon), queue, queueId: queueIdOf(namespaceId, queue) };
}

/** A run is of its task's namespace, and its lane says which that is. */
export const namespaceOf = ({ lane }: { readonly lane: string }): string => partsOf(lane).namespaceId;

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
