// The figures of a batch: which takeovers count, and when a batch is not ok though every round was.
import { describe, expect, it } from "vitest";
import type { Takeover } from "./check.ts";
import { textOf } from "./report.ts";
import type { ClusterVerdict } from "./round.ts";
import { summary } from "./summary.ts";
import { figuresOf, takeoversIn } from "./takeovers.ts";

const round = (...takeovers: Takeover[]) => ({ faults: [], takeovers, instances: 3 }) as unknown as ClusterVerdict;
const took = (fault: string, ms: number, stalled = false): Takeover => ({ fault, ms, stalled });

describe("the figures of a batch", () => {
  it("are the usual ones", () => {
    expect(figuresOf([])).toEqual({ runs: 0, p50: 0, p99: 0, most: 0 });
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(figuresOf(hundred)).toEqual({ runs: 100, p50: 50, p99: 99, most: 100 });
  });

  it("hold kills together to five seconds for 99 in 100, in whatever rounds they were", () => {
    const quick = round(...Array.from({ length: 99 }, () => took("kill:one", 4_000)));
    const late = (count: number) => round(...Array.from({ length: count }, () => took("kill:all", 5_001)));
    expect(summary([quick, late(1)], [])).toMatchObject({ ok: true, takeover: { kills: { p99: 4_000, most: 5_001 } } });
    expect(summary([quick, late(2)], [])).toMatchObject({ ok: false, slow: [expect.stringContaining("5001 ms")] });
  });

  it("leave out what the machine held up, and tell stops and partitions apart", () => {
    const verdict = summary([round(took("kill:two", 9_000, true), took("partition:db", 8_000))], []);
    expect(verdict).toMatchObject({ ok: true, takeover: { kills: { runs: 0 } } });
    expect(verdict.takeover.byFault).toEqual({ "partition:db": { runs: 1, p50: 8_000, p99: 8_000, most: 8_000 } });
  });

  it("stand in the report by fault, over all its batches", () => {
    const batch = (...takeovers: Takeover[]) => {
      const rounds = [round(...takeovers)];
      return { ...summary(rounds, []), seed: 1, rounds: 1, takeoversMs: takeoversIn(rounds) };
    };
    const text = textOf([batch(took("kill:one", 4_000)), batch(took("kill:one", 6_000), took("stop:beyond", 4_500))]);
    expect(text).toContain("| `kill:one` | 2 | 4,000 ms | 6,000 ms | 6,000 ms |");
    expect(text).toContain("| `stop:beyond` | 1 | 4,500 ms | 4,500 ms | 4,500 ms |");
    expect(text).toContain("**Not ok:** takeover: 99 in 100 of 2 runs went on only 6000 ms");
  });
});
