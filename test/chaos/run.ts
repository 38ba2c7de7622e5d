// `npm run chaos -- --rounds N --seed S`: N rounds of three random faults each. Prints one JSON verdict; the exit code is 1 after a
// breach, whose seed is then kept in regressions.json, which the suite replays.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { planOf, runRound, type Verdict } from "./round.ts";

const REGRESSIONS = fileURLToPath(new URL("regressions.json", import.meta.url));

const whole = (text: string) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("Expected a whole number.");
  return number;
};
const { rounds, seed } = new Command("chaos")
  .option("--rounds <number>", "how many", whole, 10)
  .option("--seed <number>", "of the first round; each next has the next one", whole, 1)
  .parse()
  .opts<{ rounds: number; seed: number }>();

const verdicts: Verdict[] = [];
for (let round = 0; round < rounds; round++) {
  const verdict = await runRound(planOf(seed + round));
  verdicts.push(verdict);
  const kinds = verdict.faults.map(({ kind }) => kind).join(", ");
  console.error(`seed ${verdict.seed}: ${kinds}; ${verdict.calls} calls; ${verdict.breaches.length} breaches`);
}
const broken = verdicts.filter(({ breaches }) => breaches.length > 0);
const sum = (count: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + count(verdict), 0);
const faults: Record<string, number> = {};
for (const { kind } of verdicts.flatMap((verdict) => verdict.faults)) faults[kind] = (faults[kind] ?? 0) + 1;
const breaches: Record<string, number> = { acknowledged: 0, missed: 0, dupStart: 0, lostResult: 0 };
for (const breach of verdicts.flatMap((verdict) => verdict.breaches)) {
  const rule = breach.slice(0, breach.indexOf(":"));
  breaches[rule] = (breaches[rule] ?? 0) + 1;
}
const counts = {
  tasks: sum(({ tasks }) => tasks),
  runs: sum(({ runs }) => runs),
  calls: sum(({ calls }) => calls),
  unknown: sum(({ unknown }) => unknown),
  triggered: sum(({ triggered }) => triggered),
};
const details = broken.map((verdict) => ({ seed: verdict.seed, breaches: verdict.breaches.slice(0, 20) }));
console.log(JSON.stringify({ ok: broken.length === 0, rounds, seed, faults, ...counts, breaches, details }, null, 2));
if (broken.length > 0) {
  const known = JSON.parse(readFileSync(REGRESSIONS, "utf8")) as number[];
  const kept = [...new Set([...known, ...broken.map((verdict) => verdict.seed)])];
  writeFileSync(REGRESSIONS, `${JSON.stringify(kept)}\n`);
}
process.exit(broken.length > 0 ? 1 : 0);
