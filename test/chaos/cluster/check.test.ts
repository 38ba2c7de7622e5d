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
  losses: pids.map((pid) => ({ pid, at: T + from })),
});
const found = (row: Row, ...faults: Fault[]) => checkCluster({ rows: [row] }, { faults });

describe("the rules about several instances", () => {
  const taken = rowOf(attempt(1, 0, 5_000, "LOST", 7), attempt(2, 5_100, 6_000, "SUCCEEDED", 8));

  it("measure a takeover from the kill on", () => {
    expect(found(taken, kill(1_000, 7))).toEqual({
      breaches: [],
      takeovers: [{ fault: "kill:one", ms: 4_100, stalled: false }],
    });
  });

  it("measure it from the moment in which somebody was there to take over, and of the instance that was lost", () => {
    const all = (since: number, pid = 7): Fault => ({
      kind: "kill:all",
      from: T + 900,
      to: T + 9_000,
      pids: [7, 8],
      losses: [{ pid, at: T + 1_000, since: T + since }],
    });
    expect(found(taken, all(3_000)).takeovers).toEqual([{ fault: "kill:all", ms: 2_100, stalled: false }]);
    expect(found(taken, all(0)).takeovers).toEqual([{ fault: "kill:all", ms: 4_100, stalled: false }]);
    expect(found(taken, all(5_400)).takeovers).toEqual([{ fault: "kill:all", ms: 0, stalled: false }]);
    expect(found(taken, all(3_000, 8)).takeovers).toEqual([]);
    // What it began, or had ended, on the other side of its loss.
    const earlier = rowOf(attempt(1, 0, 900, "LOST", 7), attempt(2, 5_100, 6_000, "SUCCEEDED", 8));
    const later = rowOf(attempt(1, 1_001, 5_000, "LOST", 7), attempt(2, 5_100, 6_000, "SUCCEEDED", 8));
    expect([earlier, later].flatMap((row) => found(row, all(3_000)).takeovers)).toEqual([]);
    const handed = rowOf(attempt(1, 0, 5_000, "INTERRUPTED", 7), attempt(2, 5_100, 6_000, "SUCCEEDED", 8));
    expect(found(handed, all(3_000)).takeovers).toEqual([]);
  });

  it("say of a takeover that the machine held up that it is no measure", () => {
    const late = rowOf(attempt(1, 0, 9_000, "LOST", 7), attempt(2, 11_600, 12_000, "SUCCEEDED", 8));
    const stall = { kind: "stall", from: T + 6_000, to: T + 7_000 };
    expect(found(late, kill(1_000, 7), stall)).toEqual({
      breaches: [],
      takeovers: [{ fault: "kill:one", ms: 10_600, stalled: true }],
    });
  });

  it("see a takeover that came too late, and one for which nobody had been touched", () => {
    const late = rowOf(attempt(1, 0, 9_000, "LOST", 7), attempt(2, 11_600, 12_000, "SUCCEEDED", 8));
    expect(found(late, kill(1_000, 7)).breaches).toEqual([
      "takeover: run run went on 10600 ms after kill:one took process 7 from it",
    ]);
    expect(found(taken, kill(1_000, 9)).breaches).toEqual([
      expect.stringMatching(/^extraAttempt: .* nothing had touched process 7$/),
    ]);
    expect(found(taken).breaches).toHaveLength(1);
  });

  it("see an instance that stayed ready without its database, unless the machine held it up", () => {
    const calm = rowOf(attempt(1, 0, 1_000, "SUCCEEDED", 7));
    const cut = (readyFor: number) => ({ kind: "partition:db", from: T, to: T + 11_000, pids: [7], readyFor });
    expect(found(calm, cut(9_900)).breaches).toEqual([]);
    expect(found(calm, cut(Number.POSITIVE_INFINITY)).breaches).toEqual([
      "trouble: cut off from its database (partition:db) it was ready for Infinity ms",
    ]);
    expect(found(calm, cut(10_400), { kind: "stall", from: T + 3_000, to: T + 8_000 }).breaches).toEqual([]);
    expect(found(calm, cut(10_400), { kind: "stall", from: T + 10_500, to: T + 12_000 }).breaches).toHaveLength(1);
  });

  it("take no fault for an explanation that cannot cost a run", () => {
    for (const kind of ["skew:+1h", "stop:below", "partition:clients", "db:listeners", "lock:row", "rolling"])
      expect(found(taken, { kind, from: T + 1_000, to: T + 2_000, pids: [7] }).breaches, kind).toHaveLength(1);
    for (const kind of ["kill:commit", "db:commit", "stop:beyond", "stop:all", "partition:db-in"])
      expect(found(taken, { kind, from: T + 1_000, to: T + 2_000, pids: [7] }).breaches, kind).toEqual([]);
    // Of the one that was met writing, and of nobody else.
    expect(found(taken, { kind: "kill:commit", from: T + 1_000, to: T + 2_000, pids: [8] }).breaches).toHaveLength(1);
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
