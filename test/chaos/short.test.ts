// The short form of `npm run chaos`: one fixed round, and what the long form has ever found.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { planOf, runRound } from "./round.ts";

const found = JSON.parse(readFileSync(new URL("regressions.json", import.meta.url), "utf8")) as number[];

// Rounds mostly wait.
describe.concurrent("faults in the middle of work", () => {
  beforeAll(() => {
    execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT });
  }, 180_000);

  it("a kill during a call, a kill before a result's commit, and a full disk: nothing acknowledged lost, nothing started twice", async () => {
    const verdict = await runRound({ seed: 1, faults: ["kill:during-call", "kill:before-result", "disk-full"] });
    expect(verdict.breaches.join("\n")).toBe("");
    expect(verdict.calls).toBeGreaterThan(50);
    expect(verdict.triggered).toBeGreaterThan(5);
    expect(verdict.changed).toBeGreaterThan(5);
    expect(verdict.reports).toBeGreaterThan(2);
    expect(verdict.events).toBeGreaterThan(verdict.runs);
  }, 300_000);

  it.each(found.map((seed) => [seed]))(
    "keeps to what seed %i once broke",
    async (seed) => {
      expect((await runRound(planOf(seed))).breaches.join("\n")).toBe("");
    },
    240_000,
  );
});
