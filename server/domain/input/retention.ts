// How long ended runs are kept, as a user gives it, checked.
import { parseDuration } from "../duration.ts";
import { ok, type Result } from "../errors.ts";
import { RETENTION_COUNT, RETENTION_MS } from "../limits.ts";
import type { Retention, RetentionRule } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkInteger } from "./text.ts";

type Maybe<T> = T | null | undefined;

export interface RetentionRuleInput {
  readonly maxAge?: Maybe<string>;
  readonly maxCount?: Maybe<number>;
}

export interface RetentionInput {
  readonly succeeded?: Maybe<RetentionRuleInput>;
  readonly failed?: Maybe<RetentionRuleInput>;
  readonly other?: Maybe<RetentionRuleInput>;
}

export function checkRetention(field: readonly string[], input: RetentionInput): Result<Retention> {
  const collector = new Collector();
  const rule = (group: keyof RetentionInput) =>
    input[group] ? collector.take(checkRule([...field, group], input[group])) : null;
  const retention = { succeeded: rule("succeeded"), failed: rule("failed"), other: rule("other") };
  return collector.finish(() => retention as Retention);
}

function checkRule(field: readonly string[], { maxAge, maxCount }: RetentionRuleInput): Result<RetentionRule> {
  const collector = new Collector();
  const age = collector.take(maxAge ? parseDuration([...field, "maxAge"], maxAge, RETENTION_MS) : ok(null));
  const count = collector.take(
    typeof maxCount === "number" ? checkInteger([...field, "maxCount"], maxCount, 1, RETENTION_COUNT) : ok(null),
  );
  return collector.finish(() => ({ maxAgeMs: age as number | null, maxCount: count as number | null }));
}
