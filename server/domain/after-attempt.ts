// What becomes of a run when an attempt has ended: done, tried again, or given up.
import { workerOf } from "./lanes.ts";
import { MAX_CRASHES } from "./limits.ts";
import { retryDelayMs } from "./retry.ts";
import type { AttemptOutcome, CrashPolicy, RetryPolicy, Run, RunError, RunEventType, RunState } from "./types.ts";

export interface Decision {
  readonly state: RunState;
  readonly dueAt: number | null;
  readonly why: string | null;
  readonly event: RunEventType;
}

/** `counted`: the attempts so far that count against the policy, this one included. */
export function afterAttempt(
  outcome: Exclude<AttemptOutcome, "LOST">,
  error: RunError | null,
  task: { readonly retry: RetryPolicy; readonly onCrash: CrashPolicy },
  counted: number,
  now: number,
  random: number,
): Decision {
  const { retry, onCrash } = task;
  switch (outcome) {
    case "SUCCEEDED":
      return { state: "SUCCEEDED", dueAt: null, why: null, event: "SUCCEEDED" };
    case "CANCELLED":
      return { state: "CANCELLED", dueAt: null, why: error?.message ?? "Cancelled.", event: "CANCELLED" };
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
    case "TIMED_OUT": {
      if (counted >= retry.maxAttempts) {
        const why = retry.maxAttempts === 1 ? null : `All ${retry.maxAttempts} attempts failed.`;
        return { state: "FAILED", dueAt: null, why, event: "FAILED" };
      }
      const delayMs = retryDelayMs(retry, counted, random);
      return {
        state: "RETRYING",
        dueAt: now + delayMs,
        why: `Attempt ${counted} of ${retry.maxAttempts} failed; the next one starts after ${(delayMs / 1000).toFixed(1)} s.`,
        event: "RETRY_PLANNED",
      };
    }
  }
}

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
