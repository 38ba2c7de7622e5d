// `npm run bench:cluster`: runs that do nothing on one PostgreSQL, with 1, 2 and 4 processes, beside a hand-written loop and the job
// queues that people use. Rounds are interleaved, figures are medians of them. `run.ts ROUNDS RUNS [throughput|lateness|waiting|held …]`
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startServer } from "../../support/postgres-server.ts";
import { grouped, machine, median, percentile, table } from "../figures.ts";
import { serverCpuUs, start } from "./contestant.ts";
import { type Offer, ownRuns } from "./own-runs.ts";
import { installRivals, type Redis, startRedis } from "./servers.ts";

interface Outcome {
  readonly ms: number;
  readonly cpuUs: number;
  readonly serverUs: number;
}

const ROUNDS = Number(process.argv[2] ?? 3);
const RUNS = Number(process.argv[3] ?? 20_000);
const PARTS = process.argv.slice(4);
const HELD = (process.env.BENCH_HELD ?? "0,10000,100000,1000000").split(",").map(Number);
const FLOOR = "floor: SKIP LOCKED ×200 by hand";
const PG_BOSS = "pg-boss, ×200";
const wanted = (part: string) => PARTS.length === 0 || PARTS.includes(part);

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-"));
const server = await startServer(undefined, ["shared_buffers=512MB", "max_connections=200"]);
const postmaster = Number(readFileSync(join(server.folder, "postmaster.pid"), "utf8").split("\n")[0]);
const postgresUs = () => serverCpuUs(postmaster) ?? Number.NaN;
const redis: Redis[] = [];
let databases = 0;

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}

/** On a database of its own, which is gone afterwards. */
async function onFresh<T>(work: (url: string) => Promise<T>): Promise<T> {
  const name = `bench_${++databases}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    return await work(url.href);
  } finally {
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    await administer("CHECKPOINT");
  }
}

async function apart(file: string, args: readonly string[], serverUs: () => number): Promise<Outcome> {
  const contestant = await start(file, args);
  const before = serverUs();
  const took = await contestant.go();
  return { ...took, serverUs: serverUs() - before };
}

const own = (offer: Offer) => onFresh((url) => ownRuns(url, offer, postgresUs));
const figure = (value: number) => (Number.isNaN(value) ? "–" : grouped(value));

async function throughput(): Promise<void> {
  const rivals = installRivals(join(folder, "rivals"));
  const [safe, usual] = [await startRedis(folder, true), await startRedis(folder, false)];
  redis.push(safe, usual);
  const count = String(RUNS);
  const bull = ({ port, pid }: Redis) =>
    apart("./bullmq.ts", [String(port), count, rivals], () => serverCpuUs(pid) ?? Number.NaN);
  const on = (file: string, ...more: string[]) => onFresh((url) => apart(file, [url, count, ...more], postgresUs));
  const contestants: Record<string, () => Promise<Outcome>> = {
    [FLOOR]: () => on("./floor.ts"),
    "graphile-worker, 10 at a time": () => on("./graphile.ts", rivals, "default"),
    "graphile-worker, local queue, batches": () => on("./graphile.ts", rivals, "tuned"),
    [PG_BOSS]: () => on("./pg-boss.ts", rivals),
    "BullMQ, Redis with appendfsync always": () => bull(safe),
    "BullMQ, Redis as it comes": () => bull(usual),
    "Cronograph, 1 process": () => own({ processes: 1, runs: RUNS, everyMs: 0 }),
    "Cronograph, 2 processes": () => own({ processes: 2, runs: RUNS, everyMs: 0 }),
    "Cronograph, 4 processes": () => own({ processes: 4, runs: RUNS, everyMs: 0 }),
  };
  const outcomes = new Map(Object.keys(contestants).map((name) => [name, [] as Outcome[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(contestants)) {
      const outcome = await run();
      outcomes.get(name)?.push(outcome);
      console.error(`${name}: ${grouped((RUNS / outcome.ms) * 1_000)} a second, load ${loadavg()[0]?.toFixed(1)}`);
    }
  const of = (name: string, what: (outcome: Outcome) => number) => median((outcomes.get(name) ?? []).map(what));
  const speed = (name: string) => of(name, ({ ms }) => (RUNS / ms) * 1_000);
  table(`${grouped(RUNS)} runs flat out, median of ${ROUNDS} rounds`, [
    ["", "runs a second", "× pg-boss", "of the floor", "CPU µs a run", "of its server"],
    ...Object.keys(contestants).map((name) => [
      name,
      grouped(speed(name)),
      (speed(name) / speed(PG_BOSS)).toFixed(2),
      (speed(name) / speed(FLOOR)).toFixed(2),
      figure(of(name, ({ cpuUs }) => cpuUs / RUNS)),
      figure(of(name, ({ serverUs }) => serverUs / RUNS)),
    ]),
  ]);
}

const HEAD = ["", "p50 ms", "p95 ms", "p99 ms", "max ms", "CPU of one core", "of PostgreSQL"];

async function latenessOf(what: string, offer: Offer): Promise<string[]> {
  const { latenessMs, ms, cpuUs, serverUs } = await own(offer);
  const share = (us: number) => `${((us / ms / 1_000) * 100).toFixed(0)} %`;
  return [
    what,
    ...[50, 95, 99, 100].map((percent) => figure(percentile(latenessMs, percent))),
    share(cpuUs),
    share(serverUs),
  ];
}

async function lateness(): Promise<void> {
  const rows = [HEAD];
  for (const processes of [1, 3])
    rows.push(
      await latenessOf(`${processes} process${processes > 1 ? "es" : ""}`, { processes, runs: 1_000, everyMs: 10 }),
    );
  table("100 runs a second for 10 s, from the due instant to the target's first line", rows);
}

/** What most targets do: they wait for somebody else. A process has a hundred such at a time. */
async function waiting(): Promise<void> {
  const rows = [
    ["targets that take 100 ms, 100 at a time for each process", "runs a second", "× 1 process", "most possible"],
  ];
  let alone = 0;
  for (const processes of [1, 2, 4]) {
    const { ms, runs } = await own({ processes, runs: 4_000 * processes, everyMs: 0, waits: { ms: 100, atOnce: 100 } });
    const speed = (runs / ms) * 1_000;
    alone ||= speed;
    rows.push([`${processes}`, grouped(speed), (speed / alone).toFixed(2), grouped(processes * 1_000)]);
    console.error(rows.at(-1)?.join("  "));
  }
  table("with targets that wait", rows);
}

async function held(): Promise<void> {
  const flat = [["tasks held", "runs a second", "CPU µs a run", "of PostgreSQL"]];
  const steady = [HEAD];
  for (const count of HELD) {
    const { ms, cpuUs, serverUs, runs } = await own({ processes: 1, runs: RUNS / 2, everyMs: 0, held: count });
    flat.push([grouped(count), grouped((runs / ms) * 1_000), figure(cpuUs / runs), figure(serverUs / runs)]);
    steady.push(await latenessOf(`${grouped(count)} held`, { processes: 1, runs: 1_000, everyMs: 10, held: count }));
    // A million take minutes to be made: what is known is told.
    for (const row of [flat.at(-1), steady.at(-1)]) console.error(row?.join("  "));
  }
  table("with tasks held, 1 process", flat);
  table("with tasks held, 100 runs a second, 1 process", steady);
}

const load = () =>
  `load average ${loadavg()
    .map((each) => each.toFixed(1))
    .join(", ")}`;
console.log(`${machine()}; ${load()}`);
try {
  if (wanted("lateness")) await lateness();
  if (wanted("throughput")) await throughput();
  if (wanted("waiting")) await waiting();
  if (wanted("held")) await held();
  console.log(`\nAt the end: ${load()}`);
} finally {
  for (const each of redis) await each.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
