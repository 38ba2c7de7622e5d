// `npm run bench:cluster [ROUNDS] [COUNT]`: runs that do nothing, with all their records, by one, two and four processes on one
// PostgreSQL, beside a hand-written claim loop, graphile-worker, pg-boss and BullMQ (on Debian's redis-server) on the same machine in
// the same run. The rivals' packages are installed from npm into a folder of their own; they are no part of this one.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../support/postgres-server.ts";
import { freePort } from "../support/program.ts";
import { carryOut, freshDatabase, type Outcome } from "./cluster/offer.ts";
import { grouped, machine, median, percentile, table } from "./figures.ts";

const ROUNDS = Number(process.argv[2] ?? 3);
const COUNT = Number(process.argv[3] ?? 10_000);
const RIVALS = ["pg-boss@12.38.0", "graphile-worker@0.17.3", "bullmq@6.7.0", "ioredis@5.11.1"];
const FLOOR = "by hand, SKIP LOCKED × 200";
const BOSS = "pg-boss 12, batches of 200";

const packages = process.env.RIVALS_FOLDER ?? join(tmpdir(), "cronograph-bench-rivals");
if (!existsSync(join(packages, "node_modules", "pg-boss"))) {
  mkdirSync(packages, { recursive: true });
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", packages, ...RIVALS], { stdio: "ignore" });
}
const redis = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find((path) => existsSync(path));
const postgres = await startServer();
let databases = 0;
const fresh = () => freshDatabase(postgres.url, `bench_${++databases}`);

async function rival(name: string, url: string, count: number, env: Record<string, string> = {}): Promise<Outcome> {
  const script = new URL("cluster/rival.mjs", import.meta.url).pathname;
  const said = execFileSync(process.execPath, [script, name, url, String(count), packages], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 300_000,
  });
  return JSON.parse(String(said).trim().split("\n").at(-1) ?? "");
}

/** Every write is on the disk before it is answered, as with the others; or as Redis comes. */
async function onRedis(settings: readonly string[], count: number): Promise<Outcome> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-redis-"));
  const server = spawn(redis as string, ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, ...settings], {
    stdio: "ignore",
  });
  try {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return await rival("bullmq", `redis://127.0.0.1:${port}`, count);
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

const contestants: Record<string, () => Promise<Outcome>> = {
  [FLOOR]: async () => rival("floor", await fresh(), COUNT),
  [BOSS]: async () => rival("pg-boss", await fresh(), COUNT),
  "graphile-worker, as it comes": async () => rival("graphile-worker", await fresh(), Math.ceil(COUNT / 5)),
  "graphile-worker, local queue": async () => rival("graphile-worker", await fresh(), COUNT, { TUNED: "1" }),
  ...(redis && {
    "BullMQ, every write on the disk": () => onRedis(["--appendonly", "yes", "--appendfsync", "always"], COUNT),
    "BullMQ, Redis as it comes": () => onRedis(["--appendonly", "no"], COUNT),
  }),
  "Cronograph, 1 process": async () => carryOut(await fresh(), 1, COUNT, false),
  "Cronograph, 2 processes": async () => carryOut(await fresh(), 2, COUNT, false),
  "Cronograph, 4 processes": async () => carryOut(await fresh(), 4, COUNT, false),
};

console.log(`${machine()}; load ${loadavg()[0]?.toFixed(1)}`);
try {
  const outcomes = new Map(Object.keys(contestants).map((name) => [name, [] as Outcome[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(contestants)) {
      outcomes.get(name)?.push(await run());
      console.error(
        `round ${round + 1}: ${name} ${grouped(((outcomes.get(name)?.at(-1)?.runs ?? 0) / (outcomes.get(name)?.at(-1)?.ms ?? 1)) * 1_000)}`,
      );
    }
  const of = (name: string, figure: (outcome: Outcome) => number) => median((outcomes.get(name) ?? []).map(figure));
  const speed = (name: string) => of(name, ({ runs, ms }) => (runs / ms) * 1_000);
  table(`runs flat out, ${grouped(COUNT)} each, median of ${ROUNDS} rounds; load ${loadavg()[0]?.toFixed(1)}`, [
    ["", "runs a second", "× pg-boss", "of the loop by hand", "own CPU µs a run"],
    ...Object.keys(contestants).map((name) => [
      name,
      grouped(speed(name)),
      (speed(name) / speed(BOSS)).toFixed(2),
      (speed(name) / speed(FLOOR)).toFixed(2),
      of(name, ({ cpuUs, runs }) => cpuUs / runs).toFixed(0),
    ]),
  ]);
  const rows = [["100 a second", "p50 ms", "p95 ms", "p99 ms", "max ms"]];
  for (const instances of [1, 3]) {
    const { latenessMs } = await carryOut(await fresh(), instances, 1_000, true);
    rows.push([
      `${instances} process${instances > 1 ? "es" : ""}`,
      ...[50, 95, 99, 100].map((percent) => String(percentile(latenessMs, percent))),
    ]);
  }
  table("from the due instant to the target's first line", rows);
} finally {
  await postgres.stop();
}
process.exit(0);
