// Lanes: runs that share slots. Each kind of target has one; of workers each queue does. Who carries out a worker's run is named where
// an instance's id stands otherwise.
import type { Target } from "./types.ts";

/** Stands for the lanes of all queues where nobody can start their runs. */
export const WORKERS = "WORKER";
const PREFIX = "worker:";

export const queueLane = (queue: string): string => `${WORKERS}:${queue}`;
export const laneOf = (target: Target): string => (target.kind === "WORKER" ? queueLane(target.queue) : target.kind);

export const ownerOf = (workerId: string): string => PREFIX + workerId;
/** Null: an instance carries the run out. */
export const workerOf = (owner: string | null): string | null =>
  owner?.startsWith(PREFIX) ? owner.slice(PREFIX.length) : null;
