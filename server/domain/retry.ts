// How long to wait before the next attempt.
import type { RetryPolicy } from "./types.ts";

/**
 * The wait in milliseconds after attempt `failed` (1 for the first): min(maxDelay, initialDelay × factor^(failed-1)), with
 * jitter a random part of it between 0 and all ("full jitter", AWS Architecture Blog 2015, "Exponential Backoff And Jitter").
 * `random` is in [0, 1).
 */
export function retryDelayMs(policy: RetryPolicy, failed: number, random: number): number {
  const full = Math.min(policy.maxDelayMs, policy.initialDelayMs * policy.factor ** (failed - 1));
  return Math.round(policy.jitter ? full * random : full);
}
