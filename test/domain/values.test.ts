import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDuration, parseDuration } from "../../server/domain/duration.ts";
import { shown } from "../../server/domain/errors.ts";
import { PLAIN_RETRY } from "../../server/domain/input/retry.ts";
import { checkPayload, checkText } from "../../server/domain/input/text.ts";
import { formatInstant, parseInstant, shownLength } from "../../server/domain/instant.ts";
import { retryDelayMs } from "../../server/domain/retry.ts";
import type { RetryPolicy } from "../../server/domain/types.ts";

const BOUNDS = { least: 0, most: Number.MAX_SAFE_INTEGER };
const value = (result: { ok: boolean }) => (result as { value?: unknown }).value;
const code = (result: { ok: boolean }) => (result as { errors?: { code: string }[] }).errors?.[0]?.code;

describe("durations", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        expect(value(parseDuration(["d"], formatDuration(ms), BOUNDS))).toBe(ms);
      }),
    );
  });

  it.each([
    ["PT90M", 5_400_000],
    ["P1DT12H", 129_600_000],
    ["P2W", 1_209_600_000],
    ["PT0.5S", 500],
    ["PT1,25S", 1_250],
  ])("%s is %d ms", (text, ms) => expect(value(parseDuration(["d"], text, BOUNDS))).toBe(ms));

  it.each([
    "",
    "P",
    "PT",
    "P1DT",
    "1h",
    "PT-5M",
    "P1Y",
    "P1M",
    "PT1H30",
    "pt5m",
    "PT1e3S",
    "PT5M ",
    `PT${"9".repeat(50)}S`,
  ])("%j is refused", (text) => expect(code(parseDuration(["d"], text, BOUNDS))).toBe("INVALID_DURATION"));
});

describe("instants", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (at) => {
        expect(value(parseInstant(["at"], formatInstant(at)))).toBe(at);
      }),
    );
  });

  it.each([
    ["2026-11-23T02:30:00Z", Date.UTC(2026, 10, 23, 2, 30)],
    ["2026-11-23T02:30Z", Date.UTC(2026, 10, 23, 2, 30)],
    ["2026-11-23t02:30:00.1239+05:30", Date.UTC(2026, 10, 22, 21, 0, 0, 123)],
    ["2024-02-29T00:00:00-01:00", Date.UTC(2024, 1, 29, 1)],
  ])("%s is %d", (text, at) => expect(value(parseInstant(["at"], text))).toBe(at));

  it.each([
    "",
    "2026-11-23",
    "2026-11-23T02:30:00",
    "2026-02-30T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T02:60:00Z",
    "2026-11-23T02:30:00+25:00",
    "0000-00-00T00:00:00Z",
    "1795400000000",
    "tomorrow",
  ])("%j is refused", (text) => expect(code(parseInstant(["at"], text))).toBe("INVALID_DATE"));

  it("and lengths of time are told in two units at most", () => {
    expect([0, 999, 1_000, 61_000, 11_520_000, 90_061_000].map(shownLength)).toEqual([
      "0 ms",
      "999 ms",
      "1 s",
      "1 min 1 s",
      "3 h 12 min",
      "1 d 1 h",
    ]);
  });
});

describe("retry delays", () => {
  const policy = fc.record({
    maxAttempts: fc.integer({ min: 1, max: 100 }),
    initialDelayMs: fc.integer({ min: 0, max: 604_800_000 }),
    maxDelayMs: fc.integer({ min: 0, max: 604_800_000 }),
    factor: fc.double({ min: 1, max: 10, noNaN: true }),
    jitter: fc.boolean(),
    backoff: fc.constantFrom("FIXED", "LINEAR", "EXPONENTIAL"),
    delaysMs: fc.constant([]),
    maxAgeMs: fc.constant(null),
    honorRetryAfter: fc.boolean(),
    rules: fc.constant([]),
  }) satisfies fc.Arbitrary<RetryPolicy>;
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it("are whole, never negative and never above the cap", () => {
    fc.assert(
      fc.property(policy, fc.integer({ min: 1, max: 100 }), random, (retry, failed, draw) => {
        const delay = retryDelayMs(retry, failed, draw);
        expect(Number.isInteger(delay) && delay >= 0 && delay <= retry.maxDelayMs).toBe(true);
      }),
    );
  });

  it("without jitter never shrink, and double until the cap", () => {
    fc.assert(
      fc.property(policy, fc.integer({ min: 1, max: 99 }), (retry, failed) => {
        const fixed = { ...retry, jitter: false };
        expect(retryDelayMs(fixed, failed + 1, 0)).toBeGreaterThanOrEqual(retryDelayMs(fixed, failed, 0));
      }),
    );
    const retry = {
      ...PLAIN_RETRY,
      maxAttempts: 9,
      initialDelayMs: 1_000,
      maxDelayMs: 10_000,
      factor: 2,
      jitter: false,
    };
    expect([1, 2, 3, 4, 5, 6].map((failed) => retryDelayMs(retry, failed, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
  });
});

describe("texts and payloads", () => {
  it("show a value quoted, escaped and cut", () => {
    expect(shown('a\n\u0000"b')).toBe('"a\\n\\u0000\\"b"');
    expect(shown("x".repeat(500))).toHaveLength(83);
  });

  it("are taken as given or refused, never changed", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (payload) => {
        const checked = checkPayload(["payload"], payload);
        if (checked.ok && payload !== null) expect(checked.value).toEqual(payload);
      }),
    );
    expect(code(checkPayload(["payload"], JSON.parse('{"a":{"__proto__":{"x":1}}}')))).toBe("INVALID_PAYLOAD_KEY");
    expect(code(checkPayload(["payload"], "a\ud800b"))).toBe("INVALID_CHARACTERS");
    expect(code(checkPayload(["payload"], { key: "\u0000" }))).toBe("INVALID_CHARACTERS");
    expect(code(checkText(["name"], "a\u0085b", { most: 9, example: "x" }))).toBe("INVALID_CHARACTERS");
    expect(code(checkText(["name"], "a\nb", { most: 9, example: "x" }))).toBe("INVALID_CHARACTERS");
    expect(checkText(["name"], " a\tb ", { most: 9, example: "x" })).toEqual({ ok: true, value: "a\tb" });
  });
});
