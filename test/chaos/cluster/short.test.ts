// The short form of `npm run chaos:cluster`: one fixed round, and what the long form has ever found.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../../server/package.ts";
import { type ClusterPlan, runClusterRound } from "./round.ts";

const found = JSON.parse(readFileSync(new URL("regressions.json", import.meta.url), "utf8")) as ClusterPlan[];

describe("faults in the middle of a cluster's work", () => {
  beforeAll(() => {
    execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT });
  }, 180_000);

  it("a kill -9 and a partition from the database: nothing lost, nothing twice, one order of events", async () => {
    const verdict = await runClusterRound({ seed: 1, instances: 3, faults: ["kill:one", "partition:db"] });
    expect(verdict.breaches.join("\n")).toBe("");
    expect(verdict.calls).toBeGreaterThan(50);
    expect(verdict.triggered).toBeGreaterThan(5);
    expect(verdict.events).toBeGreaterThan(verdict.runs);
  }, 240_000);

  it.each(found)(
    "keeps to what seed $seed once broke",
    async (plan) => {
      expect((await runClusterRound(plan)).breaches.join("\n")).toBe("");
    },
    240_000,
  );
});
