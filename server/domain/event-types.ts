// What can happen to runs and tasks; `schema.graphql` has the same words with their meaning.

export const RUN_EVENT_TYPES = [
  "CREATED",
  "QUEUED",
  "HELD",
  "UPDATED",
  "STARTED",
  "PROGRESS",
  "RETRY_PLANNED",
  "SUCCEEDED",
  "FAILED",
  "CANCEL_REQUESTED",
  "CANCELLED",
  "SKIPPED",
  "MISSED",
  "LOST",
  "INTERRUPTED",
  "LATE_RESULT_IGNORED",
  "REDRIVEN",
  "DISMISSED",
  "WITHDRAWN",
] as const;
export type RunEventType = (typeof RUN_EVENT_TYPES)[number];
export const TASK_EVENT_TYPES = [
  "CREATED",
  "UPDATED",
  "PAUSED",
  "RESUMED",
  "COMPLETED",
  "REPLANNED",
  "DELETED",
] as const;
export type TaskEventType = (typeof TASK_EVENT_TYPES)[number];
