// What goes into the store and comes out of it, beside the nouns themselves.
import type {
  AttemptOutcome,
  Event,
  FallbackCall,
  Json,
  LogLevel,
  OverlapPolicy,
  Run,
  RunError,
  RunEventType,
  RunState,
  RunTrigger,
  ScheduleKind,
  TargetKind,
  Task,
  TaskState,
} from "../types.ts";

/** A place in a list that is ordered by one value and then by id. */
export interface Position {
  readonly value: number | string | null;
  readonly id: string;
}

export interface PageRequest {
  readonly limit: number;
  /** Items strictly after (forward) or before (backward) this place. */
  readonly from: Position | null;
  readonly direction: "forward" | "backward";
}

/** Items in the list's order, whichever way the page was asked for. */
export interface Page<T> {
  readonly items: { readonly item: T; readonly position: Position }[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** Counted up to 10,000. */
  readonly total: number;
}

export interface TaskQuery {
  readonly namespaceId?: string | undefined;
  readonly search?: string | undefined;
  readonly state?: readonly TaskState[] | undefined;
  readonly scheduleKind?: readonly ScheduleKind[] | undefined;
  readonly targetKind?: readonly TargetKind[] | undefined;
  readonly queue?: readonly string[] | undefined;
  readonly nextRunFrom?: number | undefined;
  readonly nextRunBefore?: number | undefined;
}

export interface TaskSort {
  readonly field: "NAME" | "NEXT_RUN_AT" | "CREATED_AT" | "UPDATED_AT";
  readonly direction: "ASC" | "DESC";
}

export interface RunQuery {
  readonly namespaceId?: string | undefined;
  readonly taskId?: readonly string[] | undefined;
  readonly state?: readonly RunState[] | undefined;
  readonly trigger?: readonly RunTrigger[] | undefined;
  readonly late?: boolean | undefined;
  readonly backfillId?: readonly string[] | undefined;
  readonly queue?: readonly string[] | undefined;
  readonly deadLetter?: boolean | undefined;
  readonly scheduledFrom?: number | undefined;
  readonly scheduledBefore?: number | undefined;
}

export interface RunSort {
  readonly field: "SCHEDULED_FOR" | "CREATED_AT";
  readonly direction: "ASC" | "DESC";
}

/** A row to be written: an occurrence or a trigger, or the record that one was not carried out. */
export interface NewRun {
  readonly id: string;
  readonly taskId: string;
  readonly trigger: RunTrigger;
  readonly state: "SCHEDULED" | "HELD" | "QUEUED" | "SKIPPED" | "MISSED";
  /** `domain/lanes`. */
  readonly lane: string;
  readonly scheduledFor: number;
  readonly effectiveAt: number;
  /** Null unless it waits: SCHEDULED or QUEUED. */
  readonly dueAt: number | null;
  readonly heldUntil?: number | null;
  readonly backfillId?: string;
  readonly parentRunId?: string;
  readonly redriveOfRunId?: string;
  readonly overlapPolicy?: OverlapPolicy | null;
  readonly late: boolean;
  readonly maxAttempts: number;
  readonly priority: number;
  readonly queueKey: string | null;
  readonly why: string | null;
  /** Undefined: the task's payload. */
  readonly payload?: Json | undefined;
  readonly hasPayload?: boolean;
  /** Places in it are not filled in: it holds what another run said, which must not be able to name a secret. */
  readonly payloadLiteral?: boolean;
}

/** What an executor or a worker may take on: free slots of each lane. The lane WORKER without slots stands for all queues. */
export type Slots = Readonly<Record<string, number>>;

export interface ClaimRequest {
  readonly instanceId: string;
  readonly now: number;
  readonly leaseUntil: number;
  readonly slots: Slots;
  /** The lanes of the runs that hold the slots which are not free: what is free goes to the namespaces that have the fewest. */
  readonly going?: readonly string[];
}

/** A run that this instance now holds, and all that is needed to carry it out. */
export interface Claimed {
  readonly run: Run;
  readonly task: Task;
  readonly payload: Json | undefined;
  /** Nothing is filled in. */
  readonly payloadLiteral: boolean;
}

/** Events of these runs or tasks; a field that is undefined restricts nothing. */
export interface EventScope {
  readonly namespaceId?: string | undefined;
  readonly kind?: "RUN" | "TASK" | undefined;
  readonly runIds?: readonly string[] | undefined;
  readonly taskIds?: readonly string[] | undefined;
}

export interface Claim {
  readonly claimed: readonly Claimed[];
  /** Whether there may be more that is due: claim again at once. */
  readonly more: boolean;
  /** When a queue's rate lets the next run start; null: no rate holds anything up. */
  readonly opensAt: number | null;
}

export interface NewLogLine {
  readonly runId: string;
  readonly attempt: number;
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
}

export interface ProgressReport {
  readonly runId: string;
  readonly attempt: number;
  readonly progress: number;
  readonly message: string | null;
}

/** How an attempt ended and what becomes of its run; `domain/after-attempt` decides it. */
export interface Completion {
  readonly runId: string;
  readonly attempt: number;
  readonly at: number;
  readonly outcome: AttemptOutcome;
  readonly error: RunError | null;
  readonly state: RunState;
  readonly dueAt: number | null;
  readonly why: string | null;
  readonly event: RunEventType;
  /** JSON text, already bounded; null: no result. */
  readonly result: string | null;
  readonly resultTruncated: boolean;
  /** Undefined: it said nothing. */
  readonly outputTail?: string | null;
  /** The next attempt calls the fallback target, in this lane; undefined: as it was. */
  readonly fallback?: FallbackCall;
  readonly lane?: string;
  /** Why the task is to be paused with it; null or undefined: it is not. */
  readonly pause?: string | null;
}

/** A run whose end asks for its task's pause. */
export interface PauseWanted {
  readonly taskId: string;
  readonly why: string;
}

/** What an executor has gathered since it last wrote: one transaction for all of it. */
export interface Report {
  readonly instanceId: string;
  readonly at: number;
  readonly lines: readonly NewLogLine[];
  readonly progress: readonly ProgressReport[];
  readonly completions: readonly Completion[];
}

/** Something that a worker could claim. */
export interface Waiting {
  readonly runId: string;
  readonly attempt: number;
}

export interface RunChange {
  readonly id: string;
  readonly state: RunState;
  readonly dueAt: number | null;
  readonly finishedAt: number | null;
  /** Undefined or null: as it was. */
  readonly heldUntil?: number | null;
  readonly why: string | null;
  readonly late: boolean;
  readonly event: RunEventType;
}

/** Where the runs of a task's schedule stand. */
export interface TaskProgress {
  /** Occurrences with a row that have not started and not been decided. */
  readonly pending: number;
  /** Occurrences that have started and not ended. */
  readonly going: number;
  /** When the newest run of the schedule ended or was decided; null when none was. */
  readonly lastEnd: number | null;
}

/** What a queue holds. */
export interface QueueCounts {
  readonly running: number;
  /** Due and not started. */
  readonly waiting: number;
  /** When the oldest of those fell due. */
  readonly oldestDueAt: number | null;
}

export interface BackfillCounts {
  /** Runs that have not ended. */
  readonly open: number;
  /** Of these, those that have not started. */
  readonly waiting: number;
  readonly finished: number;
  readonly succeeded: number;
}

/** What a commit did, told to this process right after it. */
export interface Commit {
  readonly events: readonly Event[];
  /** How far the log goes with them, where some that are not told came after. */
  readonly through?: number | undefined;
  readonly logsOf: ReadonlySet<string>;
  /** A queue was changed: what had to wait may start. */
  readonly queues: boolean;
  /** A webhook was changed, or has something to send. */
  readonly webhooks: boolean;
}

export interface RunContents {
  readonly result: Json | undefined;
  readonly resultTruncated: boolean;
  readonly payload: Json | undefined;
}

/** What there was when the event log had come to the cursor. */
export interface Snapshot<T> {
  readonly cursor: number;
  readonly items: readonly T[];
}

export interface NumberedRun {
  readonly run: Run;
  /** Of the run's newest event. */
  readonly sequence: number;
}

export interface RunSnapshotQuery extends RunQuery {
  readonly runIds?: readonly string[] | undefined;
  /** Who carries them out: an instance, or a worker under its lane's name for it. */
  readonly owner?: string | undefined;
}
