// Words and filters of schema.graphql that the kit's functions take and tell. A test holds them to the schema.

export type RunState =
  | "SCHEDULED"
  | "HELD"
  | "QUEUED"
  | "RUNNING"
  | "RETRYING"
  | "SUCCEEDED"
  | "FAILED"
  | "CANCELLED"
  | "SKIPPED"
  | "MISSED";
export type RunTrigger = "SCHEDULE" | "MANUAL" | "BACKFILL" | "FOLLOW_UP" | "REDRIVE";
export type TaskState = "ACTIVE" | "PAUSED" | "COMPLETED";
export type ScheduleKind = "CRON" | "ONCE" | "EVERY" | "RRULE" | "STARTUP" | "MANUAL" | "UNION";
export type TargetKind = "HTTP" | "MODULE" | "SHELL" | "WORKER";

/** What did not happen: marks in a subscription. */
type Mark = "SNAPSHOT" | "SNAPSHOT_END" | "HEARTBEAT";
export type RunEventType =
  | "CREATED"
  | "QUEUED"
  | "HELD"
  | "UPDATED"
  | "STARTED"
  | "PROGRESS"
  | "RETRY_PLANNED"
  | "SUCCEEDED"
  | "FAILED"
  | "CANCEL_REQUESTED"
  | "CANCELLED"
  | "SKIPPED"
  | "MISSED"
  | "LOST"
  | "INTERRUPTED"
  | "LATE_RESULT_IGNORED"
  | "REDRIVEN"
  | "DISMISSED"
  | "WITHDRAWN"
  | Mark;
export type TaskEventType = "CREATED" | "UPDATED" | "PAUSED" | "RESUMED" | "COMPLETED" | "REPLANNED" | "DELETED" | Mark;

/** All that is given must fit. Instants are RFC 3339 with an offset. */
export interface RunFilter {
  taskId?: readonly string[] | null;
  state?: readonly RunState[] | null;
  trigger?: readonly RunTrigger[] | null;
  late?: boolean | null;
  backfillId?: readonly string[] | null;
  queue?: readonly string[] | null;
  deadLetter?: boolean | null;
  scheduledFrom?: string | null;
  scheduledBefore?: string | null;
}

/** All that is given must fit. Instants are RFC 3339 with an offset. */
export interface TaskFilter {
  search?: string | null;
  state?: readonly TaskState[] | null;
  scheduleKind?: readonly ScheduleKind[] | null;
  targetKind?: readonly TargetKind[] | null;
  queue?: readonly string[] | null;
  nextRunFrom?: string | null;
  nextRunBefore?: string | null;
}
