// `npm run chaos -- --rounds N --seed S`: N rounds of three random faults each. Prints one JSON verdict; the exit code is 1 after a
// breach, whose seed is then kept in regressions.json, which the suite replays.
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { RULES } from "./check-context.ts";
import { FAULTS, type FaultKind } from "./faults.ts";
import { keep, namesOf, whole } from "./options.ts";
import type { Verdict } from "./play.ts";
import { planOf, runRound } from "./round.ts";

const REGRESSIONS = fileURLToPath(new URL("regressions.json", import.meta.url));

const kinds = namesOf(FAULTS);
const {
  rounds,
  seed,
  parallel,
  faults: chosen,
} = new Command("chaos")
  .option("--rounds <number>", "how many", whole, 10)
  .option("--seed <number>", "of the first round; each next has the next one", whole, 1)
  .option("--parallel <number>", "rounds side by side: they mostly wait", whole, 4)
  .option("--faults <list>", "these in every round instead of three random ones", kinds)
  .parse()
  .opts<{ rounds: number; seed: number; parallel: number; faults?: FaultKind[] }>();

const verdicts: Verdict[] = [];
const broken: { seed: number; breaches: readonly string[] }[] = [];
let next = seed;
/** Asked to stop, it ends the rounds that are going and says what was found so far. */
let wanted = rounds;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    wanted = 0;
  });
async function lane(): Promise<void> {
  while (next < seed + wanted) {
    const own = next++;
    try {
      const verdict = await runRound(chosen ? { seed: own, faults: chosen } : planOf(own));
      verdicts.push(verdict);
      const kinds = verdict.faults.map(({ kind }) => kind).join(", ");
      console.error(`seed ${own}: ${kinds}; ${verdict.calls} calls; ${verdict.breaches.length} breaches`);
      if (verdict.breaches.length > 0) broken.push(verdict);
    } catch (error) {
      // A round that cannot be finished is a breach as well: the program did not come back, or the rig is wrong.
      console.error(`seed ${own}: ${(error as Error).stack}`);
      broken.push({ seed: own, breaches: [`round: ${(error as Error).message}`] });
    }
    for (const breach of broken.at(-1)?.seed === own ? (broken.at(-1)?.breaches ?? []).slice(0, 20) : [])
      console.error(`  ${breach}`);
  }
}
await Promise.all(Array.from({ length: Math.min(parallel, rounds) }, lane));

const sum = (count: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + count(verdict), 0);
const faults: Record<string, number> = {};
for (const { kind } of verdicts.flatMap((verdict) => verdict.faults)) faults[kind] = (faults[kind] ?? 0) + 1;
const breaches: Record<string, number> = Object.fromEntries(RULES.map((rule) => [rule, 0]));
for (const breach of broken.flatMap((round) => round.breaches)) {
  const rule = breach.slice(0, breach.indexOf(":"));
  breaches[rule] = (breaches[rule] ?? 0) + 1;
}
const counts = {
  tasks: sum(({ tasks }) => tasks),
  runs: sum(({ runs }) => runs),
  calls: sum(({ calls }) => calls),
  unknown: sum(({ unknown }) => unknown),
  triggered: sum(({ triggered }) => triggered),
  cancelled: sum(({ cancelled }) => cancelled),
  changed: sum(({ changed }) => changed),
  reports: sum(({ reports }) => reports),
  attempts: sum(({ attempts }) => attempts),
  events: sum(({ events }) => events),
  stalled: sum(({ stalled }) => Number(stalled)),
};
const details = broken.map((round) => ({ seed: round.seed, breaches: round.breaches.slice(0, 20) }));
const minutes = Math.round(performance.now() / 6_000) / 10;
console.log(
  JSON.stringify(
    { ok: broken.length === 0, rounds: next - seed, seed, minutes, faults, ...counts, breaches, details },
    null,
    2,
  ),
);
// With chosen faults a seed alone says nothing.
if (broken.length > 0 && !chosen) {
  keep(
    REGRESSIONS,
    broken.map((round) => round.seed),
  );
}
process.exit(broken.length > 0 ? 1 : 0);
