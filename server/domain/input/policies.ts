// Policies of a task as a user gives them, checked.
import { parseDuration } from "../duration.ts";
import type { Result } from "../errors.ts";
import { HOLD_MS, MAX_CATCH_UP_ROWS, MAX_RATE } from "../limits.ts";
import type { CatchUp, CatchUpOrder } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkInteger } from "./text.ts";

export { checkRetry, DEFAULT_RETRY, PLAIN_RETRY, type RetryInput } from "./retry.ts";

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
