// Waits between attempts, what servers ask for, and the rules about particular failures.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterAttempt } from "../../server/domain/after-attempt.ts";
import { checkRetry, DEFAULT_RETRY } from "../../server/domain/input/retry.ts";
import { honoredMs, readRetryAfter, retryDelayMs } from "../../server/domain/retry.ts";
import type { FailureFacts, RetryPolicy, RetryRule } from "../../server/domain/types.ts";
import { NOON } from "../support/tasks.ts";

const HOUR = 3_600_000;
const policy = (changes: Partial<RetryPolicy> = {}): RetryPolicy => ({
  ...DEFAULT_RETRY,
  initialDelayMs: 1_000,
  maxDelayMs: 5_000,
  jitter: false,
  ...changes,
});
const rule = (changes: Partial<RetryRule>): RetryRule => {
  return { httpStatus: null, errorCode: null, exitCode: null, action: "FAIL", ...changes };
};
const failed = (retry: RetryPolicy, facts: FailureFacts = {}, code = "X", since = NOON, counted = 1) => {
  const failure = { runId: "r1", error: { code, message: "broken" }, facts, since };
  return afterAttempt("FAILED", failure, { retry, onCrash: "RETRY" }, counted, NOON, 0);
};

describe("waits", () => {
  it.each([
    ["FIXED", [1_000, 1_000, 1_000, 1_000]],
    ["LINEAR", [1_000, 2_000, 3_000, 4_000]],
    ["EXPONENTIAL", [1_000, 2_000, 4_000, 5_000]],
    ["LIST", [7_000, 10, 9_000, 9_000]],
  ] as const)("with the backoff %s are as it says", (backoff, expected) => {
    const retry = policy({ backoff, delaysMs: backoff === "LIST" ? [7_000, 10, 9_000] : [] });
    expect([1, 2, 3, 4].map((count) => retryDelayMs(retry, count, 0))).toEqual(expected);
  });

  const waits = fc.array(fc.nat(604_800_000), { minLength: 1, maxLength: 100 });
  const attempts = fc.integer({ min: 1, max: 100 });
  const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it("of a list lie with jitter between nothing and the listed wait", () => {
    fc.assert(
      fc.property(waits, attempts, draw, (delaysMs, count, random) => {
        const retry = policy({ backoff: "LIST", delaysMs });
        const full = retryDelayMs(retry, count, 0);
        expect(delaysMs).toContain(full);
        const drawn = retryDelayMs({ ...retry, jitter: true }, count, random);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn <= full).toBe(true);
      }),
    );
  });
});

describe("Retry-After", () => {
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    [new Date(NOON + 90_000).toUTCString(), 90_000],
    [new Date(NOON - 90_000).toUTCString(), 0],
    ["soon", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["2026-06-01", undefined],
    ["Mon, 99 Jun 2026 12:00:00 GMT", undefined],
    ["", undefined],
  ])("%j is read as the standard says", (header, expected) => {
    expect(readRetryAfter(header, NOON)).toBe(expected);
  });

  it("never makes a wait longer than an hour, or the policy's own longest wait when that is more", () => {
    fc.assert(
      fc.property(fc.nat(604_800_000), fc.nat(9_999_999_999_000), (maxDelayMs, asked) => {
        const { ms, cut } = honoredMs(policy({ maxDelayMs }), asked);
        expect(ms).toBe(Math.min(asked, Math.max(HOUR, maxDelayMs)));
        expect(cut).toBe(ms < asked);
      }),
    );
  });

  it("makes the wait longer, never shorter, and says so", () => {
    expect(failed(policy(), { retryAfter: "30" })).toMatchObject({
      dueAt: NOON + 30_000,
      why: "Attempt 1 of 3 failed; the next one starts after 30.0 s, as its Retry-After asks.",
    });
    expect(failed(policy(), { retryAfter: "0" }).dueAt).toBe(NOON + 1_000);
    expect(failed(policy({ honorRetryAfter: false }), { retryAfter: "30" }).dueAt).toBe(NOON + 1_000);
    expect(failed(policy(), { retryAfter: "86400" })).toMatchObject({
      dueAt: NOON + HOUR,
      why: expect.stringContaining("the most that is granted of 86400.0 s"),
    });
  });
});

describe("the age of a run", () => {
  it("ends its attempts when the next one would start too late", () => {
    const retry = policy({ maxAgeMs: 10_000 });
    expect(failed(retry, {}, "X", NOON - 8_999).state).toBe("RETRYING");
    expect(failed(retry, {}, "X", NOON - 9_000)).toMatchObject({
      state: "FAILED",
      why: "Attempt 1 of 3 failed; the next one would start later than 10.0 s after its first start, the most that the task allows.",
    });
    expect(failed(retry, { retryAfter: "60" }).state).toBe("FAILED");
  });
});

describe("rules", () => {
  it.each([
    [{ httpStatus: "404" }, { httpStatus: 404 }, true],
    [{ httpStatus: "404" }, { httpStatus: 405 }, false],
    [{ httpStatus: "429, 5xx" }, { httpStatus: 503 }, true],
    [{ httpStatus: "500-502" }, { httpStatus: 503 }, false],
    [{ httpStatus: "5xx" }, {}, false],
    [{ errorCode: "X" }, {}, true],
    [{ errorCode: "TypeError" }, { errorClass: "TypeError" }, true],
    [{ errorCode: "TypeError" }, { errorClass: "RangeError" }, false],
    [{ exitCode: "1, 64-78" }, { exitCode: 65 }, true],
    [{ exitCode: "0" }, {}, false],
    [{ httpStatus: "5xx", errorCode: "Y" }, { httpStatus: 500 }, false],
  ] as const)("%j meets a failure with %j: %s", (condition, facts, meets) => {
    expect(failed(policy({ rules: [rule(condition)] }), facts).state).toBe(meets ? "FAILED" : "RETRYING");
  });

  it("are asked in order, and the first that matches decides", () => {
    const rules = [rule({ errorCode: "X", action: "RETRY" }), rule({ errorCode: "X", action: "FAIL" })];
    expect(failed(policy({ rules })).state).toBe("RETRYING");
    expect(failed(policy({ rules }), {}, "X", NOON, 3)).toMatchObject({
      state: "FAILED",
      why: "All 3 attempts failed.",
    });
    expect(failed(policy({ rules: rules.toReversed() })).state).toBe("FAILED");
  });

  it("cancel a run, or fail it and pause its task for a reason that names it", () => {
    expect(failed(policy({ rules: [rule({ errorCode: "X", action: "CANCEL" })] }))).toMatchObject({
      state: "CANCELLED",
      event: "CANCELLED",
    });
    expect(failed(policy({ rules: [rule({ errorCode: "X", action: "PAUSE_TASK" })] }))).toMatchObject({
      state: "FAILED",
      pause: "A retry rule (error X) paused the task: run r1 failed with X.",
    });
  });

  it("say nothing about an interruption", () => {
    const retry = policy({ rules: [rule({ errorCode: "INTERRUPTED" })] });
    const failure = { runId: "r", error: { code: "INTERRUPTED", message: "" }, facts: {}, since: NOON };
    expect(afterAttempt("INTERRUPTED", failure, { retry, onCrash: "RETRY" }, 1, NOON, 0).state).toBe("RETRYING");
  });
});

describe("a retry policy that makes no sense", () => {
  const input = {
    maxAttempts: 3,
    initialDelay: "PT1S",
    maxDelay: "PT1M",
    factor: 2,
    jitter: true,
    honorRetryAfter: true,
  };
  it.each([
    [{ backoff: "LIST" }, "REQUIRED", "delays"],
    [{ backoff: "FIXED", delays: ["PT1S"] }, "OUT_OF_RANGE", "delays"],
    [{ backoff: "LIST", delays: ["PT1S", "later"] }, "INVALID_DURATION", "delays.1"],
    [{ backoff: "LIST", delays: Array(101).fill("PT1S") }, "OUT_OF_RANGE", "delays"],
    [{ maxAge: "PT0S" }, "OUT_OF_RANGE", "maxAge"],
    [{ rules: [{ action: "FAIL" }] }, "REQUIRED", "rules.0"],
    [{ rules: [{ httpStatus: "4x", action: "FAIL" }] }, "INVALID_CHARACTERS", "rules.0.httpStatus"],
    [{ rules: [{ httpStatus: "99", action: "FAIL" }] }, "OUT_OF_RANGE", "rules.0.httpStatus"],
    [{ rules: [{ httpStatus: "599-500", action: "FAIL" }] }, "OUT_OF_RANGE", "rules.0.httpStatus"],
    [{ rules: [{ exitCode: "256", action: "FAIL" }] }, "OUT_OF_RANGE", "rules.0.exitCode"],
    [{ rules: [{ exitCode: "1xx", action: "FAIL" }] }, "INVALID_CHARACTERS", "rules.0.exitCode"],
    [{ rules: [{ errorCode: "not a name", action: "FAIL" }] }, "INVALID_CHARACTERS", "rules.0.errorCode"],
    [{ rules: Array(21).fill({ errorCode: "X", action: "FAIL" }) }, "OUT_OF_RANGE", "rules"],
  ] as const)("is refused where it is wrong: %j", (changes, code, field) => {
    const result = checkRetry(["retry"], { ...input, backoff: "EXPONENTIAL", ...changes });
    expect(result).toMatchObject({ ok: false, errors: [{ code, field: ["retry", ...field.split(".")] }] });
  });
});
