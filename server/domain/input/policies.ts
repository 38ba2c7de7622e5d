// Policies of a task as a user gives them, checked.
import { parseDuration } from "../duration.ts";
import { type Result, refuse } from "../errors.ts";
import { RETRY_DELAY_MS } from "../limits.ts";
import type { RetryPolicy } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkInteger } from "./text.ts";

export interface RetryInput {
  readonly maxAttempts: number;
  readonly initialDelay: string;
  readonly maxDelay: string;
  readonly factor: number;
  readonly jitter: boolean;
}

/** What a task has when nothing is said; `RetryPolicyInput` in the schema has the same values. */
export const DEFAULT_RETRY: RetryPolicy = {
  maxAttempts: 3,
  initialDelayMs: 5_000,
  maxDelayMs: 600_000,
  factor: 2,
  jitter: true,
};

export function checkRetry(field: readonly string[], input: RetryInput): Result<RetryPolicy> {
  const collector = new Collector();
  const maxAttempts = collector.take(checkInteger([...field, "maxAttempts"], input.maxAttempts, 1, 100));
  const initialDelayMs = collector.take(parseDuration([...field, "initialDelay"], input.initialDelay, RETRY_DELAY_MS));
  const maxDelayMs = collector.take(parseDuration([...field, "maxDelay"], input.maxDelay, RETRY_DELAY_MS));
  if (!(input.factor >= 1 && input.factor <= 10)) {
    collector.take(
      refuse("OUT_OF_RANGE", [...field, "factor"], `factor ${input.factor} is outside 1 to 10. Example: 2.`),
    );
  }
  if (initialDelayMs !== undefined && maxDelayMs !== undefined && initialDelayMs > maxDelayMs) {
    collector.take(
      refuse(
        "OUT_OF_RANGE",
        [...field, "maxDelay"],
        `maxDelay ${input.maxDelay} is shorter than initialDelay ${input.initialDelay}.`,
      ),
    );
  }
  return collector.finish(() => ({
    maxAttempts: maxAttempts as number,
    initialDelayMs: initialDelayMs as number,
    maxDelayMs: maxDelayMs as number,
    factor: input.factor,
    jitter: input.jitter,
  }));
}
