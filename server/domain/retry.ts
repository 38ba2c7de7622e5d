// How long to wait before the next attempt.
import { RETRY_AFTER_MS } from "./limits.ts";
import type { RetryPolicy } from "./types.ts";

/**
 * The wait in milliseconds after attempt `failed` (1 for the first), with jitter a random part of it between 0 and all ("full
 * jitter", AWS Architecture Blog 2015, "Exponential Backoff And Jitter"). `random` is in [0, 1).
 */
export function retryDelayMs(policy: RetryPolicy, failed: number, random: number): number {
  const full = fullDelayMs(policy, failed);
  return Math.round(policy.jitter ? full * random : full);
}

function fullDelayMs({ backoff, initialDelayMs, maxDelayMs, factor, delaysMs }: RetryPolicy, failed: number): number {
  switch (backoff) {
    case "FIXED":
      return Math.min(maxDelayMs, initialDelayMs);
    case "LINEAR":
      return Math.min(maxDelayMs, initialDelayMs * failed);
    case "EXPONENTIAL":
      return Math.min(maxDelayMs, initialDelayMs * factor ** (failed - 1));
    case "LIST":
      return delaysMs[Math.min(failed, delaysMs.length) - 1] ?? 0;
  }
}

/** The wait that the other side asked for, and whether it had to be cut: nobody may hold a run back for longer than the policy could. */
export function honoredMs(policy: RetryPolicy, retryAfterMs: number | undefined): { ms: number; cut: boolean } {
  if (!policy.honorRetryAfter || retryAfterMs === undefined) return { ms: 0, cut: false };
  const most = Math.max(RETRY_AFTER_MS, policy.backoff === "LIST" ? Math.max(...policy.delaysMs) : policy.maxDelayMs);
  return { ms: Math.min(retryAfterMs, most), cut: retryAfterMs > most };
}

/**
 * Milliseconds that a `Retry-After` header asks for (RFC 9110 §10.2.3): seconds, or a date in the form that servers send.
 * Undefined when it cannot be read.
 */
export function readRetryAfter(header: string, now: number): number | undefined {
  const text = header.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  const at = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
