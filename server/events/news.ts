// What subscriptions to the event log tell beside the log's own events: what there was at their beginning, and where the log stands.
import { namespaceOf } from "../domain/lanes.ts";
import type { NumberedRun } from "../domain/ports.ts";
import type { RunEvent, Task, TaskEvent } from "../domain/types.ts";

/** Stands for no change: everything up to the cursor has been told. */
export interface Mark {
  readonly kind: "MARK";
  readonly type: "SNAPSHOT_END" | "HEARTBEAT";
  readonly cursor: number;
  readonly at: number;
}

export type RunNews = RunEvent | (Omit<RunEvent, "type"> & { readonly type: "SNAPSHOT" }) | Mark;
export type TaskNews = TaskEvent | (Omit<TaskEvent, "type"> & { readonly type: "SNAPSHOT" }) | Mark;

export const mark = (type: Mark["type"], cursor: number, at: number): Mark => ({ kind: "MARK", type, cursor, at });

export const runSnapshot = ({ run, sequence }: NumberedRun, cursor: number, at: number): RunNews => ({
  kind: "RUN",
  type: "SNAPSHOT",
  cursor,
  at,
  namespaceId: namespaceOf(run),
  taskId: run.taskId,
  runId: run.id,
  sequence,
  run,
});

export const taskSnapshot = (task: Task, cursor: number, at: number): TaskNews => ({
  kind: "TASK",
  type: "SNAPSHOT",
  cursor,
  at,
  namespaceId: task.namespaceId,
  taskId: task.id,
  task,
});
