// What becomes of a run when an attempt has ended: done, tried again, or given up.
import { callFallback, fallbackFailed, fallbackSucceeded } from "./fallback.ts";
import { workerOf } from "./lanes.ts";
import { MAX_CRASHES } from "./limits.ts";
import { honoredMs, readRetryAfter, retryDelayMs } from "./retry.ts";
import { matchingRule, ruleWords } from "./retry-rules.ts";
import type {
  AttemptOutcome,
  CrashPolicy,
  FailureFacts,
  FallbackCall,
  RetryPolicy,
  Run,
  RunError,
  RunEventType,
  RunState,
  Task,
} from "./types.ts";

export interface Decision {
  readonly state: RunState;
  readonly dueAt: number | null;
  readonly why: string | null;
  readonly event: RunEventType;
  /** Why the task is to be paused with it; undefined: it is not. */
  readonly pause?: string;
  /** The next attempt calls the fallback target, in this lane. */
  readonly fallback?: FallbackCall;
  readonly lane?: string;
}

export interface Failure {
  readonly runId: string;
  readonly error: RunError | null;
  readonly facts: FailureFacts;
  /** The run's first start. */
  readonly since: number;
  /** There: it was the fallback target that was called. */
  readonly fallback?: FallbackCall | null;
}

/** What a task says about it. */
type Policies = Pick<Task, "retry" | "onCrash"> & Partial<Pick<Task, "fallbackTarget" | "queue">>;

/** `counted`: the attempts so far that count against the policy, this one included. */
export function afterAttempt(
  outcome: Exclude<AttemptOutcome, "LOST">,
  failure: Failure,
  task: Policies,
  counted: number,
  now: number,
  random: number,
): Decision {
  const { onCrash } = task;
  switch (outcome) {
    case "SUCCEEDED":
      return {
        state: "SUCCEEDED",
        dueAt: null,
        why: failure.fallback ? fallbackSucceeded(failure.fallback) : null,
        event: "SUCCEEDED",
      };
    case "CANCELLED":
      return { state: "CANCELLED", dueAt: null, why: failure.error?.message ?? "Cancelled.", event: "CANCELLED" };
    case "INTERRUPTED":
      if (onCrash === "FAIL") {
        const why = "Its instance was shut down, and the task's crash policy FAIL never risks a second start.";
        return { state: "FAILED", dueAt: null, why, event: "FAILED" };
      }
      return {
        state: "RETRYING",
        dueAt: now,
        why: "Its instance was shut down; it goes on elsewhere or at the next start.",
        event: "INTERRUPTED",
      };
    case "FAILED":
    case "TIMED_OUT":
      if (failure.fallback)
        return { state: "FAILED", dueAt: null, why: fallbackFailed(failure.fallback, failure.error), event: "FAILED" };
      return callFallback(afterFailure(failure, task.retry, counted, now, random), task, counted, failure.error, now);
  }
}

function afterFailure(failure: Failure, retry: RetryPolicy, counted: number, now: number, random: number): Decision {
  const { error, facts, since, runId } = failure;
  const rule = matchingRule(retry.rules, error, facts);
  const named = rule && `A retry rule (${ruleWords(rule)}: ${rule.action}) decided`;
  const failed = (why: string | null): Decision => ({ state: "FAILED", dueAt: null, why, event: "FAILED" });
  switch (rule?.action) {
    case "CANCEL":
      return { state: "CANCELLED", dueAt: null, why: `${named} that it is not needed any more.`, event: "CANCELLED" };
    case "FAIL":
      return failed(`${named} against another attempt.`);
    case "PAUSE_TASK": {
      const pause = `A retry rule (${ruleWords(rule)}) paused the task: run ${runId} failed with ${error?.code}.`;
      return { ...failed(`${named} against another attempt and paused the task.`), pause };
    }
  }
  if (counted >= retry.maxAttempts) {
    return failed(retry.maxAttempts === 1 ? null : `All ${retry.maxAttempts} attempts failed.`);
  }
  if (facts.permanent !== undefined) return failed(facts.permanent);
  const own = retryDelayMs(retry, counted, random);
  const wanted = facts.retryAfter === undefined ? undefined : readRetryAfter(facts.retryAfter, now);
  const asked = honoredMs(retry, wanted);
  const delayMs = Math.max(own, asked.ms);
  if (retry.maxAgeMs !== null && now + delayMs - since >= retry.maxAgeMs) {
    const age = `${seconds(retry.maxAgeMs)} after its first start, the most that the task allows`;
    return failed(`Attempt ${counted} of ${retry.maxAttempts} failed; the next one would start later than ${age}.`);
  }
  const why = `Attempt ${counted} of ${retry.maxAttempts} failed; the next one starts after ${seconds(delayMs)}`;
  const cut = asked.cut ? `, the most that is granted of ${seconds(wanted as number)}` : "";
  const because = asked.ms > own ? `, as its Retry-After asks${cut}` : "";
  return { state: "RETRYING", dueAt: now + delayMs, why: `${why}${because}.`, event: "RETRY_PLANNED" };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A run whose instance died or lost touch. Attempts lost this way do not use up the retries, but there are three at most. */
export function afterLoss(
  run: Run,
  task: { readonly onCrash: CrashPolicy },
  now: number,
): Decision & { readonly error: RunError } {
  const crashes = run.crashes + 1;
  const worker = workerOf(run.instanceId);
  const what = worker === null ? "instance" : "worker";
  const lost = {
    code: worker === null ? "INSTANCE_LOST" : "WORKER_LOST",
    message: `The ${what} ${worker ?? run.instanceId ?? "unknown"} died or lost touch during attempt ${run.attempt}.`,
  };
  if (run.cancelRequestedAt !== null) {
    const why = `It was being cancelled when its ${what} died.`;
    return { state: "CANCELLED", dueAt: null, why, event: "CANCELLED", error: lost };
  }
  if (task.onCrash === "FAIL") {
    const why = `Its ${what} died, and the task's crash policy FAIL never risks a second start.`;
    return { state: "FAILED", dueAt: null, why, event: "FAILED", error: lost };
  }
  if (crashes >= MAX_CRASHES) {
    const message = `${crashes} ${what}s died while they carried out this run; it is not attempted again.`;
    return { state: "FAILED", dueAt: null, why: message, event: "FAILED", error: { code: "CRASH_LOOP", message } };
  }
  const why = `Its ${what} died during attempt ${run.attempt}; it is attempted again.`;
  return { state: "RETRYING", dueAt: now, why, event: "LOST", error: lost };
}
