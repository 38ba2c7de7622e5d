// `npm run bench:purge -- [runs] [minutes at most]`: retention removes a million old runs from PostgreSQL while two instances fire 20 tasks a
// second. Exit code 1 when nothing is removed, when 99 in 100 of its transactions take more than 200 ms, or a run does not start within its window of 10 s.
import { startServer } from "../support/postgres-server.ts";
import { BUILT } from "../support/program.ts";
import { grouped, machine, percentile, table } from "./figures.ts";
import { playPurge } from "./purge/play.ts";

const [runs = 1_000_000, minutes = 10] = process.argv.slice(2).map(Number);
const BATCH_MS = 200;
const WINDOW_MS = 10_000;

const server = await startServer();
const { left, ms, batchMs, searchMs, lateMs, missing } = await playPurge(
  server.url,
  runs,
  minutes * 60_000,
  BUILT,
).finally(() => server.stop());
const line = (name: string, values: readonly number[]) => [
  name,
  grouped(values.length),
  ...[50, 99, 100].map((percent) => `${grouped(percentile(values, percent))} ms`),
];
console.log(`${machine()}; ${grouped(runs - left)} of ${grouped(runs)} old runs removed in ${grouped(ms / 1_000)} s`);
table("While two instances fire 20 tasks every second", [
  ["", "times", "p50", "p99", "most"],
  line("a transaction that removes, with the wait for its turn", batchMs),
  line("a search for what to remove", searchMs),
  line("a run starts after its instant", lateMs),
]);
console.log(`\n${grouped(missing)} runs that were due have not started`);
const ok = left < runs && percentile(batchMs, 99) <= BATCH_MS && missing === 0 && percentile(lateMs, 100) <= WINDOW_MS;
process.exit(ok ? 0 : 1);
