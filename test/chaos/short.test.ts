// The short form of `npm run chaos`: one fixed round, and what the long form has ever found. And that the checker sees what it looks for.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { check, type Observed } from "./checker.ts";
import type { Made } from "./driver.ts";
import { planOf, runRound } from "./round.ts";

const found = JSON.parse(readFileSync(new URL("regressions.json", import.meta.url), "utf8")) as number[];

describe("faults in the middle of work", () => {
  beforeAll(() => {
    execFileSync(process.execPath, ["tools/build.mjs", "--if-stale"], { cwd: PACKAGE_ROOT });
  }, 180_000);

  it("a kill during a call, a kill before a result's commit, and a full disk: nothing acknowledged lost, nothing started twice", async () => {
    const verdict = await runRound({ seed: 1, faults: ["kill:during-call", "kill:before-result", "disk-full"] });
    expect(verdict.breaches).toEqual([]);
    expect(verdict.calls).toBeGreaterThan(20);
    expect(verdict.triggered).toBeGreaterThan(5);
  }, 300_000);

  it.each(found.map((seed) => [seed]))(
    "keeps to what seed %i once broke",
    async (seed) => {
      expect((await runRound(planOf(seed))).breaches).toEqual([]);
    },
    240_000,
  );
});

describe("the checker", () => {
  const T = Date.UTC(2026, 0, 1);
  const task: Made = { name: "t", everySeconds: 5, at: null, outcome: "ok", id: "t", ackedAt: T - 2_000 };
  const row = (due: number, changes: object = {}) => ({
    id: `run ${due}`,
    state: "SUCCEEDED",
    trigger: "SCHEDULE",
    scheduledFor: new Date(due).toISOString(),
    startedAt: new Date(due + 3).toISOString(),
    attempt: 1,
    why: null,
    task: { id: "t" },
    attempts: { nodes: [] },
    ...changes,
  });
  const call = (due: number, changes: object = {}) =>
    ({ what: "arrived", at: due + 5, task: "t", run: `run ${due}`, attempt: 1, ...changes }) as const;
  const sound = (): Observed => ({
    calls: [call(T), call(T + 5_000)],
    rows: [row(T), row(T + 5_000)],
    taskIds: new Set(["t"]),
    readAt: T + 19_000,
  });
  const rules = (observed: Observed, triggered: string[] = []) =>
    check(observed, [task], triggered, []).map((breach) => breach.split(":")[0]);

  it("finds nothing where nothing is wrong", () => expect(rules(sound())).toEqual([]));

  it.each([
    ["a task that is gone", { taskIds: new Set<string>() }, "acknowledged"],
    ["an occurrence without a row", { rows: [row(T), row(T + 10_000)], calls: [] }, "missed"],
    ["a second row", { rows: [row(T), row(T + 5_000), row(T + 5_000, { id: "other" })] }, "dupStart"],
    ["a second call of one attempt", { calls: [call(T), call(T)] }, "dupStart"],
    ["a call before its time", { calls: [call(T, { at: T - 500 })] }, "early"],
    ["a call that nobody knows", { calls: [call(T, { run: "nobody" })] }, "ghost"],
    ["a late start", { rows: [row(T), row(T + 5_000, { startedAt: new Date(T + 18_000).toISOString() })] }, "late"],
    [
      "a miss that nobody explains",
      { rows: [row(T), row(T + 5_000, { state: "MISSED", startedAt: null })] },
      "unexplained",
    ],
    [
      "an answer that was forgotten",
      { calls: [call(T, { what: "answered" })], rows: [row(T, { state: "FAILED" }), row(T + 5_000)] },
      "lostResult",
    ],
    [
      "an attempt more than a fault explains",
      {
        rows: [
          row(T, {
            attempt: 2,
            attempts: { nodes: [{ number: 1, startedAt: "2026-01-01T00:00:00Z", finishedAt: null, outcome: "LOST" }] },
          }),
          row(T + 5_000),
        ],
      },
      "extraAttempt",
    ],
  ])("sees %s", (_, change, rule) => expect(rules({ ...sound(), ...(change as object) })).toContain(rule));

  it("sees an acknowledged run that is gone", () => expect(rules(sound(), ["gone"])).toEqual(["acknowledged"]));
});
