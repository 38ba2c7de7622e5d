// `npm run fuzz -- --seconds N --seed S`: prints one JSON verdict; the exit code is 1 when something was found.
import { Command } from "commander";
import { whole } from "../chaos/options.ts";
import { BUILT } from "../support/program.ts";
import { fuzz } from "./fuzz.ts";

const { seconds, seed } = new Command("fuzz")
  .option("--seconds <number>", "how long", whole, 60)
  .option("--seed <number>", "of what is random", whole, 1)
  .parse()
  .opts<{ seconds: number; seed: number }>();
const verdict = await fuzz(seed, seconds * 1_000, BUILT);
console.log(JSON.stringify(verdict, null, 2));
process.exit(verdict.findings.length > 0 ? 1 : 0);
