// When a run is tried again, as plain data.

export interface RetryPolicy {
  readonly maxAttempts: number;
  readonly initialDelayMs: number;
  readonly maxDelayMs: number;
  readonly factor: number;
  readonly jitter: boolean;
  readonly backoff: RetryBackoff;
  /** LIST's waits; empty with any other backoff. */
  readonly delaysMs: readonly number[];
  /** No further attempt is planned so long after the run's first start; null: no limit. */
  readonly maxAgeMs: number | null;
  readonly honorRetryAfter: boolean;
  /** In order: the first that matches decides. */
  readonly rules: readonly RetryRule[];
}

export type RetryBackoff = "FIXED" | "LINEAR" | "EXPONENTIAL" | "LIST";
export type RetryAction = "RETRY" | "FAIL" | "CANCEL" | "PAUSE_TASK";

/** Whatever is not null must match; `httpStatus` and `exitCode` are lists of numbers and ranges as text. */
export interface RetryRule {
  readonly httpStatus: string | null;
  readonly errorCode: string | null;
  readonly exitCode: string | null;
  readonly action: RetryAction;
}

/** What a target knows of its failure beside words. */
export interface FailureFacts {
  readonly httpStatus?: number | undefined;
  /** The class of what a module threw. */
  readonly errorClass?: string | undefined;
  readonly exitCode?: number | undefined;
  /** Why another attempt would not help: none is made, whatever the policy and its rules grant. */
  readonly permanent?: string | undefined;
  /** The header `Retry-After` as it came. */
  readonly retryAfter?: string | undefined;
}
