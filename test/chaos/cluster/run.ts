// `npm run chaos:cluster -- --rounds N --seed S --instances I`: N rounds of two random faults each. Prints one JSON verdict; the exit
// code is 1 after a breach, whose plan is then kept in regressions.json, which the suite replays, and when takeovers after kill -9 took
// too long over all rounds. `--report` writes docs/reports.
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { keep, namesOf, whole } from "../options.ts";
import { CLUSTER_FAULTS, type ClusterFault } from "./faults.ts";
import { writeReport } from "./report.ts";
import { type ClusterPlan, type ClusterVerdict, clusterPlanOf, runClusterRound } from "./round.ts";
import { summary } from "./summary.ts";

const REGRESSIONS = fileURLToPath(new URL("regressions.json", import.meta.url));

const kinds = namesOf(CLUSTER_FAULTS);
const options = new Command("chaos:cluster")
  .option("--rounds <number>", "how many", whole, 10)
  .option("--seed <number>", "of the first round; each next has the next one", whole, 1)
  .option("--instances <number>", "processes; 0: 3 and 5 by turns", whole, 0)
  .option("--parallel <number>", "rounds side by side: they mostly wait", whole, 2)
  .option("--faults <list>", "these in every round instead of two random ones", kinds)
  .option("--minutes <number>", "no round is begun after these", whole)
  .option("--report", "write docs/reports/cluster-chaos.md")
  .option("--add", "to the figures of the report that is there")
  .parse()
  .opts<{
    rounds: number;
    seed: number;
    instances: number;
    parallel: number;
    minutes?: number;
    faults?: ClusterFault[];
    report?: boolean;
    add?: boolean;
  }>();

const verdicts: ClusterVerdict[] = [];
const broken: { seed: number; plan: ClusterPlan; breaches: readonly string[] }[] = [];
let next = options.seed;
/** Asked to stop, it ends the rounds that are going and says what was found so far. */
let wanted = options.rounds;
const stop = () => {
  wanted = 0;
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  // The embedded server would end this process at once, with all that was found.
  process.removeAllListeners(signal);
  process.once(signal, stop);
}
if (options.minutes !== undefined) setTimeout(stop, options.minutes * 60_000).unref();

const stalledFor = ({ spans }: ClusterVerdict): string => {
  const ms = spans.filter(({ kind }) => kind === "stall").reduce((sum, { from, to }) => sum + to - from, 0);
  return ms > 0 ? `held up by the machine for ${ms} ms; ` : "";
};

async function lane(): Promise<void> {
  while (next < options.seed + wanted) {
    const seed = next++;
    const instances = options.instances || (seed % 3 === 0 ? 5 : 3);
    const drawn = clusterPlanOf(seed, instances);
    const plan = options.faults ? { ...drawn, faults: options.faults } : drawn;
    try {
      const verdict = await runClusterRound(plan);
      verdicts.push(verdict);
      console.error(
        `seed ${seed} (${instances}): ${verdict.faults.map(({ kind }) => kind).join(", ")}; ${verdict.calls} calls; takeover ${Math.max(0, ...verdict.takeovers.map(({ ms }) => ms))} ms; ${stalledFor(verdict)}${verdict.breaches.length} breaches`,
      );
      if (verdict.breaches.length > 0) broken.push({ seed, plan, breaches: verdict.breaches });
      for (const breach of verdict.breaches.slice(0, 20)) console.error(`  ${breach.slice(0, 600)}`);
    } catch (error) {
      // A round that cannot be finished is a breach as well: the program did not come back, or the rig is wrong.
      console.error(`seed ${seed} (${instances}): ${(error as Error).stack}`);
      broken.push({ seed, plan, breaches: [`round: ${(error as Error).message}`] });
    }
  }
}
await Promise.all(Array.from({ length: Math.min(options.parallel, options.rounds) }, lane));

const result = { ...summary(verdicts, broken), seed: options.seed, rounds: next - options.seed };
console.log(JSON.stringify(result, null, 2));
if (options.report) writeReport(result, verdicts, options.add === true);
if (broken.length > 0) {
  keep(
    REGRESSIONS,
    broken.map(({ plan }) => plan),
  );
}
process.exit(result.ok ? 0 : 1);
