import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLine, quoteWord } from "../../server/domain/command-line.ts";

describe("a command as a line", () => {
  it("gives the same words again when a shell reads it", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."ab'\"\\$` \n\t*?~#!;&|<>(){}[]=-é😀".split(/(?:)/u)),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const script = `printf '%s\\0' ${words.map(quoteWord).join(" ")}`;
        expect(spawnSync("/bin/sh", ["-c", script], { encoding: "utf8" }).stdout.split("\0").slice(0, -1)).toEqual(
          words,
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [["rsync", "-a", "/srv/data/"], null, "rsync -a /srv/data/"],
    [["echo", "two words", "", "it's"], null, "echo 'two words' '' 'it'\\''s'"],
    [null, "df -h |\n  mail ops\n", "sh -c 'df -h | ⏎ mail ops'"],
  ])("is short and on one line: %j %j", (command, script, line) => {
    expect(commandLine({ command, script })).toBe(line);
  });

  it("is cut when it is long", () => {
    expect(commandLine({ command: ["echo", "x".repeat(1_000)], script: null })).toMatch(/^echo x+…$/);
    expect(commandLine({ command: ["x".repeat(1_000)], script: null })).toHaveLength(200);
  });
});
