import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileMatcher, pathMatcher } from "../../tasks/_shared/glob.ts";

describe("glob patterns", () => {
  test.each([
    ["*.log", "a.log", true],
    ["*.log", "deep/er/a.log", true],
    ["*.log", "a.log.gz", false],
    ["logs/*.log", "logs/a.log", true],
    ["logs/*.log", "logs/deep/a.log", false],
    ["logs/*.log", "x/logs/a.log", false],
    ["logs/**/*.log", "logs/a.log", true],
    ["logs/**/*.log", "logs/a/b/c.log", true],
    ["**/b/**", "a/b/c", true],
    ["a?c", "abc", true],
    ["a?c", "a/c", false],
    ["*.{jpg,png}", "x.png", true],
    ["{a,b}/{c,d}", "b/c", true],
    ["a.c", "abc", false],
    ["[ab]", "a", false],
  ])("%s on %s is %s", (pattern, path, expected) => {
    expect(fileMatcher([pattern])(path)).toBe(expected);
  });

  test("an excluded folder takes everything below it along", () => {
    const excluded = pathMatcher(["cache/", "photos/raw"]);
    expect(["cache", "x/cache/y", "photos/raw/1.nef"].map(excluded)).toEqual([true, true, true]);
    expect(["cached", "photos/rawest", "x/photos/raw"].map(excluded)).toEqual([false, false, false]);
  });

  test("no pattern is slow, however many stars it has", () => {
    const started = performance.now();
    fileMatcher(["*a".repeat(99)])(`${"a".repeat(250)}b`);
    fileMatcher([`${"**/a/".repeat(38)}b`])(`${"a/".repeat(500)}c`);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test("every name matches itself and `**`", () => {
    const name = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => !/[*?{},/]/.test(text) && text !== ".");
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 5 }), (names) => {
        const path = names.join("/");
        expect(fileMatcher([path])(path)).toBe(true);
        expect(fileMatcher(["**"])(path)).toBe(true);
      }),
    );
  });

  test("too many alternatives are refused", () => {
    expect(() => fileMatcher(["{a,b}".repeat(7)])).toThrow("more than 64 alternatives");
  });
});
