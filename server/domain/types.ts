// The nouns of the design as plain data. All instants are integer milliseconds since 1970 UTC; all lengths of time are
// milliseconds and their names end in `Ms`. Nothing here does I/O or reads a clock.

import type { RunEventType, TaskEventType } from "./event-types.ts";
import type { Retention } from "./retention-policy.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import type { Target } from "./targets.ts";
import type { Timing } from "./timing.ts";

/** Any value that survives JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export * from "./event-types.ts";
export type * from "./queue.ts";
export type * from "./retention-policy.ts";
export type * from "./retry-policy.ts";
export type * from "./shell-target.ts";
export * from "./targets.ts";
export type * from "./timing.ts";

export type TaskState = "ACTIVE" | "PAUSED" | "COMPLETED";
export type OverlapPolicy = "SKIP" | "ALLOW" | "BUFFER_ONE" | "BUFFER" | "CANCEL_RUNNING" | "TERMINATE_RUNNING";
export type MissedRunPolicy = "SKIP" | "LAST" | "LAST_N" | "ALL";
export type CatchUpOrder = "OLDEST_FIRST" | "NEWEST_FIRST";
export type CrashPolicy = "RETRY" | "FAIL";

/** How missed occurrences are run after all. */
export interface CatchUp {
  /** How many LAST_N runs. */
  readonly limit: number;
  readonly order: CatchUpOrder;
  /** Null: as fast as slots allow. */
  readonly ratePerMinute: number | null;
  /** More than `whenMoreThan` at once wait so long for a person; null: never. */
  readonly hold: { readonly whenMoreThan: number; readonly forMs: number } | null;
}

/** A task that runs after a run of another one has ended. */
export interface FollowUp {
  readonly on: "SUCCESS" | "FAILURE" | "ANY";
  readonly taskId: string;
  /** What the run before came to, or the task's own payload. */
  readonly payload: "RESULT" | "OWN";
}

/** What a user decides about a task. */
export interface TaskSpec extends Timing {
  readonly name: string;
  readonly description: string | null;
  /** How many occurrences may start in all; null: no bound. */
  readonly maxRuns: number | null;
  readonly target: Target;
  /** Called when a run would end FAILED; null: none. */
  readonly fallbackTarget: Target | null;
  /** Undefined: the task has no payload. */
  readonly payload: Json | undefined;
  readonly retry: RetryPolicy;
  /** The queue whose bounds hold for its runs; null: none, or a WORKER target, which names its own. */
  readonly queue: string | null;
  /** What the queue counts its runs under: a text with places such as `{{ payload.customer }}`; null: under no key. */
  readonly queueKey: string | null;
  /** Of waiting runs the one with the higher goes first; each point is worth a minute of waiting. */
  readonly priority: number;
  /** Of an attempt, from its start. */
  readonly timeoutMs: number;
  /** A run that has been due for so long and not started fails; null: it waits however long. */
  readonly queueTimeoutMs: number | null;
  /** An attempt that has not shown that its work began within this is stopped; null: no bound of its own. */
  readonly startTimeoutMs: number | null;
  /** An attempt that has said nothing for so long is stopped; null: it may be silent. */
  readonly silenceTimeoutMs: number | null;
  readonly overlapPolicy: OverlapPolicy;
  /** How many occurrences BUFFER lets wait. */
  readonly overlapBuffer: number;
  readonly missedRunPolicy: MissedRunPolicy;
  readonly catchUpWindowMs: number;
  readonly catchUp: CatchUp;
  /** An occurrence that has not started so long after its instant is MISSED; null: it may start however late. */
  readonly startDeadlineMs: number | null;
  readonly onCrash: CrashPolicy;
  /** Null: never. */
  readonly pauseAfterFailures: number | null;
  /** Null, or null for a group: the server's rule. */
  readonly retention: Retention | null;
  readonly followUps: readonly FollowUp[];
}

export interface Task extends TaskSpec {
  readonly id: string;
  readonly namespaceId: string;
  readonly state: TaskState;
  readonly version: number;
  /** Occurrences that have started, counted while `maxRuns` is set. */
  readonly runCount: number;
  /** Runs in a row that ended FAILED by an attempt's own failure. */
  readonly consecutiveFailures: number;
  readonly pauseReason: string | null;
  readonly pausedAt: number | null;
  /** The earliest SCHEDULED run's instant; null when none is planned. */
  readonly nextRunAt: number | null;
  /** Occurrences up to and including this instant are decided: each has its row. */
  readonly plannedThrough: number;
  /** Rows of occurrences from the one instant through the other may have been removed by retention; null: none was. */
  readonly prunedFrom: number | null;
  readonly prunedThrough: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

export const RUN_STATES = [
  "SCHEDULED",
  "HELD",
  "QUEUED",
  "RUNNING",
  "RETRYING",
  "SUCCEEDED",
  "FAILED",
  "CANCELLED",
  "SKIPPED",
  "MISSED",
] as const;
export type RunState = (typeof RUN_STATES)[number];

export type RunTrigger = "SCHEDULE" | "MANUAL" | "BACKFILL" | "FOLLOW_UP" | "REDRIVE";

export interface RunError {
  readonly code: string;
  readonly message: string;
}

/** What led to the call of the fallback target: so many attempts that counted, and the last one's error. */
export interface FallbackCall {
  readonly attempts: number;
  readonly error: RunError;
}

export interface Run {
  readonly id: string;
  readonly taskId: string;
  readonly trigger: RunTrigger;
  readonly state: RunState;
  /** The nominal instant. */
  readonly scheduledFor: number;
  /** The nominal instant and the task's jitter: when it is to start. */
  readonly effectiveAt: number;
  readonly dueAt: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly late: boolean;
  /** Number of the newest attempt and the fencing token; 0 before the first. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** The kind of its target and its queue: `domain/lanes`. */
  readonly lane: string;
  readonly queueKey: string | null;
  readonly priority: number;
  /** Attempts that do not count against maxAttempts: the instance died, or was shut down. */
  readonly crashes: number;
  readonly interruptions: number;
  readonly cancelRequestedAt: number | null;
  /** Its newest attempt, or the one it waits for, calls the fallback target; null: the target. */
  readonly fallback: FallbackCall | null;
  readonly why: string | null;
  readonly blockedByRunId: string | null;
  /** Until when a HELD run waits for a person. */
  readonly heldUntil: number | null;
  readonly backfillId: string | null;
  /** The run whose end made this one. */
  readonly parentRunId: string | null;
  readonly redriveOfRunId: string | null;
  readonly redrivenByRunId: string | null;
  readonly dismissedAt: number | null;
  readonly dismissReason: string | null;
  /** In place of the task's. */
  readonly overlapPolicy: OverlapPolicy | null;
  readonly error: RunError | null;
  readonly progress: number | null;
  readonly progressMessage: string | null;
  readonly instanceId: string | null;
  readonly createdAt: number;
  /** True when `payload` stands in place of the task's. */
  readonly hasPayload: boolean;
}

export type BackfillScope = "NOT_RUN" | "NOT_SUCCEEDED" | "ALL";
export type BackfillState = "RUNNING" | "COMPLETED" | "CANCELLED";

/** A range of occurrences being run after all, or again. Its runs are made a few at a time. */
export interface Backfill {
  readonly id: string;
  readonly taskId: string;
  readonly from: number;
  /** Included. */
  readonly until: number;
  readonly scope: BackfillScope;
  readonly ratePerMinute: number | null;
  readonly order: CatchUpOrder;
  readonly overlapPolicy: OverlapPolicy | null;
  readonly state: BackfillState;
  readonly total: number;
  readonly created: number;
  /** What lies beyond this instant, in the order of the backfill, has no run yet. */
  readonly cursor: number;
  /** When the next run may start. */
  readonly nextDueAt: number;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

/** A named value that targets and payloads may name. It is kept sealed and never given back. */
export interface Secret {
  readonly id: string;
  readonly namespaceId: string;
  /** Capital letters, digits and underscores. */
  readonly name: string;
  readonly description: string | null;
  readonly sealed: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export type AttemptOutcome = "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "CANCELLED" | "LOST" | "INTERRUPTED";

export interface Attempt {
  readonly runId: string;
  readonly number: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly outcome: AttemptOutcome | null;
  readonly error: RunError | null;
  /** Its last lines of log; null when there were none or it was lost. */
  readonly outputTail: string | null;
  readonly instanceId: string;
  /** It called the fallback target. */
  readonly fallback: boolean;
}

export const LOG_LEVELS = ["DEBUG", "INFO", "WARN", "ERROR"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogLine {
  readonly runId: string;
  readonly number: number;
  readonly attempt: number;
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
}

export interface RunEvent {
  readonly kind: "RUN";
  readonly cursor: number;
  readonly at: number;
  readonly namespaceId: string;
  readonly type: RunEventType;
  readonly taskId: string;
  readonly runId: string;
  /** 1 for the run's first event, no gap. */
  readonly sequence: number;
  readonly run: Run;
}

export interface TaskEvent {
  readonly kind: "TASK";
  readonly cursor: number;
  readonly at: number;
  readonly namespaceId: string;
  readonly type: TaskEventType;
  readonly taskId: string;
  readonly task: Task;
}

export type Event = RunEvent | TaskEvent;

export const ROLES = ["gateway", "scheduler", "executor", "monitor"] as const;
export type Role = (typeof ROLES)[number];

export interface Instance {
  readonly id: string;
  readonly hostname: string;
  readonly pid: number;
  readonly version: string;
  readonly roles: readonly Role[];
  readonly startedAt: number;
  readonly lastSeenAt: number;
  readonly stoppedAt: number | null;
  /** Attempts going in it. */
  readonly running: number;
  /** Share of its event loop's time that was busy before it was last seen, 0 to 1. */
  readonly load: number | null;
  /** How far its machine's clock is ahead of the database's, in milliseconds; null where there is one clock. */
  readonly clockAheadMs: number | null;
}
