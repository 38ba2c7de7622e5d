// `npm run bench:runs`: runs that do nothing, with all their records, beside a hand-written claim loop and plainjob; rounds are
// interleaved, figures are medians of them. What the ratios are to be is in docs/benchmarks.md.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apart, grouped, machine, median, percentile, table } from "./figures.ts";

interface Outcome {
  readonly ms: number;
  readonly runs: number;
  readonly cpuUs: number;
  readonly peakMb: number;
  readonly latenessMs?: number[];
}

const ROUNDS = Number(process.argv[2] ?? 3);
const FLAT_OUT = Number(process.argv[3] ?? 20_000);
const IN_THREADS = Math.ceil(FLAT_OUT / 10);
const FLOOR = "floor: better-sqlite3 by hand";
const PLAINJOB = "plainjob";
const OURS = "Cronograph, in process";
const THREADS = "Cronograph, module in a thread";

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-"));
let files = 0;
const fresh = () => join(folder, `${++files}.db`);
const contestants: Record<string, () => Promise<Outcome>> = {
  [FLOOR]: () => apart("./floor.ts", [fresh(), String(5 * FLAT_OUT)]),
  [PLAINJOB]: () => apart("./plainjob.ts", [fresh(), String(FLAT_OUT)]),
  [OURS]: () => apart("./own-runs.ts", [fresh(), "in-process", "flat", String(FLAT_OUT)]),
  [THREADS]: () => apart("./own-runs.ts", [fresh(), "module", "flat", String(IN_THREADS)]),
};

console.log(machine());
try {
  const outcomes = new Map(Object.keys(contestants).map((name) => [name, [] as Outcome[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(contestants)) outcomes.get(name)?.push(await run());
  const of = (name: string, figure: (outcome: Outcome) => number) => median((outcomes.get(name) ?? []).map(figure));
  const speed = (name: string) => of(name, ({ runs, ms }) => (runs / ms) * 1_000);
  table(`runs flat out, median of ${ROUNDS} rounds`, [
    ["", "runs a second", "× plainjob", "of the floor", "CPU µs a run", "peak MB"],
    ...Object.keys(contestants).map((name) => [
      name,
      grouped(speed(name)),
      (speed(name) / speed(PLAINJOB)).toFixed(2),
      (speed(name) / speed(FLOOR)).toFixed(2),
      of(name, ({ cpuUs, runs }) => cpuUs / runs).toFixed(0),
      grouped(of(name, ({ peakMb }) => peakMb)),
    ]),
  ]);
  const rows = [["", "p50 ms", "p95 ms", "p99 ms", "max ms", "CPU of one core"]];
  for (const [what, offer, count] of [
    ["100 a second", "steady", 1_000],
    ["1,000 at one instant", "herd", 1_000],
  ] as const) {
    for (const runner of ["in-process", "module"]) {
      const {
        latenessMs = [],
        ms,
        cpuUs,
      } = await apart<Outcome>("./own-runs.ts", [fresh(), runner, offer, String(count)]);
      const cells = [50, 95, 99, 100].map((percent) => String(percentile(latenessMs, percent)));
      rows.push([`${what}, ${runner}`, ...cells, `${((cpuUs / ms / 1_000) * 100).toFixed(0)} %`]);
    }
  }
  table("from the due instant to the target's first line, milliseconds", rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
