// A retry policy as a user gives it, checked.
import { type DurationBounds, parseDuration } from "../duration.ts";
import { ok, type Result, refuse, shown } from "../errors.ts";
import { MAX_RETRY_DELAYS, MAX_RETRY_RULES, RETRY_AGE_MS, RETRY_DELAY_MS } from "../limits.ts";
import { readRanges } from "../retry-rules.ts";
import type { RetryAction, RetryBackoff, RetryPolicy, RetryRule } from "../types.ts";
import { Collector } from "./collect.ts";
import { checkInteger } from "./text.ts";

type Maybe<T> = T | null | undefined;

export interface RetryRuleInput {
  readonly httpStatus?: Maybe<string>;
  readonly errorCode?: Maybe<string>;
  readonly exitCode?: Maybe<string>;
  readonly action: RetryAction;
}

export interface RetryInput {
  readonly maxAttempts: number;
  readonly initialDelay: string;
  readonly maxDelay: string;
  readonly factor: number;
  readonly jitter: boolean;
  readonly backoff: RetryBackoff;
  readonly delays?: Maybe<readonly string[]>;
  readonly maxAge?: Maybe<string>;
  readonly honorRetryAfter: boolean;
  readonly rules?: Maybe<readonly RetryRuleInput[]>;
}

/** What a policy of before these fields were there does not say. */
export const PLAIN_RETRY = {
  backoff: "EXPONENTIAL",
  delaysMs: [],
  maxAgeMs: null,
  honorRetryAfter: true,
  rules: [],
} as const satisfies Partial<RetryPolicy>;

/** What a task has when nothing is said; `RetryPolicyInput` in the schema has the same values. */
export const DEFAULT_RETRY: RetryPolicy = {
  ...PLAIN_RETRY,
  maxAttempts: 3,
  initialDelayMs: 5_000,
  maxDelayMs: 600_000,
  factor: 2,
  jitter: true,
};

type Field = readonly string[];

export function checkRetry(field: Field, input: RetryInput): Result<RetryPolicy> {
  const collector = new Collector();
  const duration = (name: string, text: string, bounds: DurationBounds) =>
    collector.take(parseDuration([...field, name], text, bounds));
  const maxAttempts = collector.take(checkInteger([...field, "maxAttempts"], input.maxAttempts, 1, 100));
  const initialDelayMs = duration("initialDelay", input.initialDelay, RETRY_DELAY_MS);
  const maxDelayMs = duration("maxDelay", input.maxDelay, RETRY_DELAY_MS);
  if (!(input.factor >= 1 && input.factor <= 10)) {
    collector.take(
      refuse("OUT_OF_RANGE", [...field, "factor"], `factor ${input.factor} is outside 1 to 10. Example: 2.`),
    );
  }
  const used = input.backoff !== "LIST";
  if (used && initialDelayMs !== undefined && maxDelayMs !== undefined && initialDelayMs > maxDelayMs) {
    collector.take(
      refuse(
        "OUT_OF_RANGE",
        [...field, "maxDelay"],
        `maxDelay ${input.maxDelay} is shorter than initialDelay ${input.initialDelay}.`,
      ),
    );
  }
  const delaysMs = collector.take(checkDelays([...field, "delays"], input));
  const maxAgeMs = input.maxAge ? duration("maxAge", input.maxAge, RETRY_AGE_MS) : null;
  const rules = collector.take(checkRules([...field, "rules"], input.rules ?? []));
  return collector.finish(() => ({
    maxAttempts: maxAttempts as number,
    initialDelayMs: initialDelayMs as number,
    maxDelayMs: maxDelayMs as number,
    factor: input.factor,
    jitter: input.jitter,
    backoff: input.backoff,
    delaysMs: delaysMs as number[],
    maxAgeMs: maxAgeMs as number | null,
    honorRetryAfter: input.honorRetryAfter,
    rules: rules as RetryRule[],
  }));
}

function checkDelays(field: Field, { backoff, delays }: RetryInput): Result<number[]> {
  const given = delays ?? [];
  if (backoff !== "LIST") {
    if (given.length === 0) return ok([]);
    return refuse("OUT_OF_RANGE", field, `delays are for the backoff LIST; with ${backoff} leave them out.`);
  }
  if (given.length === 0) {
    return refuse(
      "REQUIRED",
      field,
      'delays are missing: the backoff LIST needs at least one. Example: ["PT10S", "PT5M"].',
    );
  }
  if (given.length > MAX_RETRY_DELAYS) {
    return refuse("OUT_OF_RANGE", field, `delays has ${given.length} waits; it may have ${MAX_RETRY_DELAYS} at most.`);
  }
  const collector = new Collector();
  const read = given.map((text, index) =>
    collector.take(parseDuration([...field, String(index)], text, RETRY_DELAY_MS)),
  );
  return collector.finish(() => read as number[]);
}

function checkRules(field: Field, rules: readonly RetryRuleInput[]): Result<RetryRule[]> {
  if (rules.length > MAX_RETRY_RULES) {
    return refuse("OUT_OF_RANGE", field, `rules has ${rules.length} rules; it may have ${MAX_RETRY_RULES} at most.`);
  }
  const collector = new Collector();
  const read = rules.map((rule, index) => collector.take(checkRule([...field, String(index)], rule)));
  return collector.finish(() => read as RetryRule[]);
}

function checkRule(field: Field, rule: RetryRuleInput): Result<RetryRule> {
  const collector = new Collector();
  const [httpStatus, errorCode, exitCode] = [rule.httpStatus, rule.errorCode, rule.exitCode].map(
    (text) => text?.trim() || null,
  ) as [string | null, string | null, string | null];
  if (httpStatus === null && errorCode === null && exitCode === null) {
    const message =
      'A rule needs at least one of httpStatus, errorCode and exitCode. Example: { httpStatus: "4xx", action: FAIL }.';
    collector.take(refuse("REQUIRED", field, message));
  }
  if (httpStatus !== null) {
    collector.take(
      checkRanges([...field, "httpStatus"], httpStatus, { least: 100, most: 599, example: "429, 500-599" }),
    );
  }
  if (exitCode !== null) {
    collector.take(checkRanges([...field, "exitCode"], exitCode, { least: 0, most: 255, example: "1, 64-78" }));
  }
  if (errorCode !== null && !/^[A-Za-z_$][\w$]{0,99}$/.test(errorCode)) {
    const message = `errorCode ${shown(errorCode)} is neither an error's code nor a class of errors: letters, digits, _ and $, up to 100. Example: "TypeError".`;
    collector.take(refuse("INVALID_CHARACTERS", [...field, "errorCode"], message));
  }
  return collector.finish(() => ({ httpStatus, errorCode, exitCode, action: rule.action }));
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly example: string;
}

function checkRanges(field: Field, text: string, { least, most, example }: Bounds): Result<string> {
  const name = field.at(-1);
  const hint = `Example: "${example}".`;
  const ranges = text.length > 200 || (most === 255 && /x/i.test(text)) ? null : readRanges(text);
  if (ranges === null) {
    return refuse("INVALID_CHARACTERS", field, `${name} ${shown(text)} is no list of numbers and ranges. ${hint}`);
  }
  if (ranges.some(([from, until]) => from < least || until > most || from > until)) {
    return refuse(
      "OUT_OF_RANGE",
      field,
      `${name} ${shown(text)} must lie within ${least} to ${most}, the smaller number first. ${hint}`,
    );
  }
  return ok(text);
}
