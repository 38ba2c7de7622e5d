// What counts as the machine's doing: real lateness of the rig or of a process, and only around it.
import { describe, expect, it } from "vitest";
import { hindrancesIn, type Sample, watchMachine } from "./machine.ts";

const T = Date.UTC(2026, 0, 1);
/** A sample every 200 ms; `waited`: of process 7 by then. */
const samples = (count: number, waited: (ms: number) => number, pause: (ms: number) => number = () => 0): Sample[] =>
  Array.from({ length: count }, (_, index) => ({
    at: T + index * 200 + pause(index * 200),
    waitedMs: new Map([[7, waited(index * 200)]]),
  }));

describe("the machine's hindrance", () => {
  it("is none where everybody ran in time, however many wanted to", () => {
    expect(hindrancesIn(samples(100, () => 0))).toEqual([]);
    // Two thirds of the time lost is slow, and still no excuse.
    expect(hindrancesIn(samples(100, (ms) => ms * 0.66))).toEqual([]);
    expect(hindrancesIn(samples(100, () => 0, (ms) => (ms % 400 ? 400 : 0)))).toEqual([]); // biome-ignore format: one thought
  });

  it("is the time in which the rig came late, and two seconds around it", () => {
    const late = samples(100, () => 0, (ms) => (ms >= 10_000 ? 900 : 0)); // biome-ignore format: one thought
    expect(hindrancesIn(late)).toEqual([{ kind: "stall", from: T + 9_800 - 2_000, to: T + 10_900 + 2_000 }]);
  });

  it("is the time in which a process wanted to run and was not let", () => {
    const starved = samples(100, (ms) => Math.min(Math.max(0, ms - 8_000), 3_000));
    const [span, ...others] = hindrancesIn(starved);
    expect(others).toEqual([]);
    expect(span).toEqual({ kind: "stall", from: T + 7_800 - 2_000, to: T + 11_200 + 2_000 });
  });

  it("knows each process by its number: the next life begins at nothing", () => {
    const lives = samples(40, (ms) => ms * 0.1).map(({ at, waitedMs }, index) => ({
      at,
      waitedMs: new Map(index < 20 ? waitedMs : [[8, 5_000]]),
    }));
    expect(hindrancesIn(lives)).toEqual([]);
  });

  it("is seen when this very process is held up", async () => {
    const watch = watchMachine(() => []);
    const from = Date.now();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_200);
    const to = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 300));
    watch.end();
    expect(watch.stalls().some((stall) => stall.from <= from && stall.to >= to)).toBe(true);
  });
});
