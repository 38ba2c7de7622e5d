// The rules about several instances are shown something against each of them.
import { describe, expect, it } from "vitest";
import type { Attempt, Fault, Row } from "../observed.ts";
import { checkCluster } from "./check.ts";

const T = Date.UTC(2026, 0, 1);
const at = (ms: number) => new Date(T + ms).toISOString();
const attempt = (number: number, from: number, to: number | null, outcome: string | null, pid: number): Attempt => ({
  number,
  startedAt: at(from),
  finishedAt: to === null ? null : at(to),
  outcome,
  instance: { pid },
});
const rowOf = (...nodes: Attempt[]) => ({ id: "run", attempts: { nodes } }) as unknown as Row;
const kill = (from: number, ...pids: number[]): Fault => ({
  kind: "kill:one",
  from: T + from,
  to: T + from + 500,
  pids,
});
const found = (row: Row, ...faults: Fault[]) => checkCluster({ rows: [row] }, { faults });

describe("the rules about several instances", () => {
  const taken = rowOf(attempt(1, 0, 5_000, "LOST", 7), attempt(2, 5_100, 6_000, "SUCCEEDED", 8));

  it("measure a takeover from the kill on", () => {
    expect(found(taken, kill(1_000, 7))).toEqual({ breaches: [], takeoversMs: [4_100] });
  });

  it("see a takeover that came too late, and one for which nobody had been touched", () => {
    const late = rowOf(attempt(1, 0, 9_000, "LOST", 7), attempt(2, 11_600, 12_000, "SUCCEEDED", 8));
    expect(found(late, kill(1_000, 7)).breaches).toEqual([
      "takeover: run run went on 10600 ms after process 7 was killed",
    ]);
    expect(found(taken, kill(1_000, 9)).breaches).toEqual([
      expect.stringMatching(/^extraAttempt: .* nothing had touched process 7$/),
    ]);
    expect(found(taken).breaches).toHaveLength(1);
  });

  it("take no fault for an explanation that cannot cost a run", () => {
    for (const kind of ["skew:+1h", "stop:below", "partition:clients", "db:listeners", "lock:row", "rolling"])
      expect(found(taken, { kind, from: T + 1_000, to: T + 2_000, pids: [7] }).breaches, kind).toHaveLength(1);
    const handed = rowOf(attempt(1, 0, 5_000, "INTERRUPTED", 7), attempt(2, 5_100, 6_000, "SUCCEEDED", 8));
    expect(found(handed, { kind: "rolling", from: T + 1_000, to: T + 2_000, pids: [7] }).breaches).toEqual([]);
  });

  it("take a fault for an explanation only of what had begun before its end and ended soon after", () => {
    expect(found(taken, kill(-9_000, 7)).breaches).toHaveLength(1);
    expect(found(taken, kill(6_500, 7)).breaches).toHaveLength(1);
    // A fault of the database touches everybody.
    expect(found(taken, { kind: "db:crash", from: T + 500, to: T + 2_000 }).breaches).toEqual([]);
    expect(found(taken, { kind: "stall", from: T - 60_000, to: T - 50_000 }).breaches).toHaveLength(1);
    // The machine's hindrance excuses what went on during it, and nothing beside it.
    expect(found(taken, { kind: "stall", from: T - 3_000, to: T - 1 }).breaches).toHaveLength(1);
    expect(found(taken, { kind: "stall", from: T + 5_001, to: T + 9_000 }).breaches).toHaveLength(1);
    expect(found(taken, { kind: "stall", from: T + 2_000, to: T + 6_000 }).breaches).toEqual([]);
  });
});
