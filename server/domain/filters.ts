// Whether a run or a task, as it is at hand, is one that a query asks for. The store says the same in SQL.
import { partsOf, queueOf } from "./lanes.ts";
import type { RunQuery, TaskQuery } from "./ports.ts";
import { isDeadLetter } from "./run-states.ts";
import type { Run, Task } from "./types.ts";

const allows = <T>(list: readonly T[] | undefined, value: T | null): boolean =>
  list === undefined || (value !== null && list.includes(value));

export const matchesRun = (query: RunQuery, run: Run): boolean =>
  allows(query.taskId, run.taskId) &&
  allows(query.state, run.state) &&
  allows(query.trigger, run.trigger) &&
  allows(query.backfillId, run.backfillId) &&
  allows(query.queue, partsOf(run.lane).queue) &&
  (query.late === undefined || run.late === query.late) &&
  (query.deadLetter === undefined || isDeadLetter(run) === query.deadLetter) &&
  (query.scheduledFrom === undefined || run.scheduledFor >= query.scheduledFrom) &&
  (query.scheduledBefore === undefined || run.scheduledFor < query.scheduledBefore);

export const matchesTask = (query: TaskQuery, task: Task): boolean =>
  (query.search === undefined ||
    `${task.name}\n${task.description ?? ""}`.toLowerCase().includes(query.search.toLowerCase())) &&
  allows(query.state, task.state) &&
  allows(query.scheduleKind, task.schedule.kind) &&
  allows(query.targetKind, task.target.kind) &&
  allows(query.queue, queueOf(task)) &&
  (query.nextRunFrom === undefined || (task.nextRunAt !== null && task.nextRunAt >= query.nextRunFrom)) &&
  (query.nextRunBefore === undefined || (task.nextRunAt !== null && task.nextRunAt < query.nextRunBefore));
