// Policies of a task as a user gives them, checked.
import { parseDuration } from "../duration.ts";
import { type Result, refuse } from "../errors.ts";
import { HOLD_MS, MAX_CATCH_UP_ROWS, MAX_RATE, RETRY_DELAY_MS } from "../limits.ts";
import type { CatchUp, CatchUpOrder, RetryPolicy } from "../types.ts";
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

export interface CatchUpInput {
  readonly catchUpLimit?: number | null | undefined;
  readonly catchUpOrder?: CatchUpOrder | null | undefined;
  readonly catchUpRate?: number | null | undefined;
  readonly hold?: { readonly whenMoreThan: number; readonly for: string } | null | undefined;
}

/** What a task has when nothing is said; `CreateTaskInput` in the schema has the same values. */
export const DEFAULT_BUFFER = 10;
export const DEFAULT_CATCH_UP: CatchUp = { limit: 10, order: "OLDEST_FIRST", ratePerMinute: null, hold: null };

/** Fields that are undefined keep their value; null removes the rate and the hold policy. */
export function checkCatchUp(current: CatchUp, input: CatchUpInput): Result<CatchUp> {
  const collector = new Collector();
  const { catchUpLimit, catchUpRate, hold } = input;
  const limit =
    typeof catchUpLimit === "number"
      ? collector.take(checkInteger(["catchUpLimit"], catchUpLimit, 1, MAX_CATCH_UP_ROWS))
      : current.limit;
  const rate =
    typeof catchUpRate === "number"
      ? collector.take(checkInteger(["catchUpRate"], catchUpRate, 1, MAX_RATE))
      : catchUpRate === null
        ? null
        : current.ratePerMinute;
  const held = hold ? collector.take(checkHold(["hold"], hold)) : hold === null ? null : current.hold;
  return collector.finish(() => ({
    limit: limit as number,
    order: input.catchUpOrder ?? current.order,
    ratePerMinute: rate as number | null,
    hold: held as CatchUp["hold"],
  }));
}

function checkHold(field: readonly string[], input: NonNullable<CatchUpInput["hold"]>): Result<CatchUp["hold"]> {
  const collector = new Collector();
  const more = collector.take(checkInteger([...field, "whenMoreThan"], input.whenMoreThan, 0, MAX_CATCH_UP_ROWS));
  const forMs = collector.take(parseDuration([...field, "for"], input.for, HOLD_MS));
  return collector.finish(() => ({ whenMoreThan: more as number, forMs: forMs as number }));
}

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
