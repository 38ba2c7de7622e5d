// One round on a cluster: real processes in namespaces of their own on one real PostgreSQL, faults by a seeded plan.
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { type PostgresServer, startServer } from "../../support/postgres-server.ts";
import { createClock } from "../clock.ts";
import type { Done, Seen } from "../observed.ts";
import { play, seeded, type Verdict } from "../play.ts";
import { startLedger } from "../processes.ts";
import { checkCluster, type Takeover } from "./check.ts";
import { CLUSTER_FAULTS, type ClusterFault, inflictOn } from "./faults.ts";
import { startFront } from "./front.ts";
import { createMember } from "./instances.ts";
import { claimNetwork, sweepLeftovers } from "./leftovers.ts";
import { startLink } from "./link.ts";
import { isLinkFault } from "./link-faults.ts";
import { createNetwork } from "./network.ts";

export interface ClusterPlan {
  readonly seed: number;
  readonly instances: number;
  readonly faults: readonly ClusterFault[];
}

export interface ClusterVerdict extends Verdict {
  readonly instances: number;
  readonly takeovers: readonly Takeover[];
  /** For a picture. */
  readonly seen: Pick<Seen, "rows">;
  readonly spans: Done["faults"];
}

const FAULTS_OF_A_ROUND = 2;
/** What was due in the last fault has its row or its start by then. */
const HEAL_MS = 12_000;
const FOLLOWERS = 2;
/** Whatever a round waits for in vain: it ends. */
const MOST_MS = 240_000;

export function clusterPlanOf(seed: number, instances: number): ClusterPlan {
  const random = seeded(seed);
  const any = () => CLUSTER_FAULTS[Math.floor(random() * CLUSTER_FAULTS.length)] as ClusterFault;
  return { seed, instances, faults: Array.from({ length: FAULTS_OF_A_ROUND }, any) };
}

export async function runClusterRound(plan: ClusterPlan): Promise<ClusterVerdict> {
  const end = new AbortController();
  const round = playRound(plan, end.signal);
  round.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      end.abort();
      reject(new Error(`The round did not end within ${MOST_MS / 1_000} s`));
    }, MOST_MS);
  });
  return Promise.race([round, tooLong]).finally(() => clearTimeout(timer));
}

let swept: Promise<unknown> | undefined;

async function playRound({ seed, instances, faults: kinds }: ClusterPlan, end: AbortSignal): Promise<ClusterVerdict> {
  const random = seeded(seed + 1);
  // A rig that is killed takes nothing with it: the next one does.
  swept ??= sweepLeftovers();
  await swept;
  const claim = claimNetwork();
  const folder = claim.folder();
  const stops: (() => unknown)[] = [() => claim.release(), () => rm(folder, { recursive: true, force: true })];
  try {
    const network = createNetwork(claim.id, instances);
    stops.push(() => network.destroy());
    // The server has an account of its own, which must reach its folder.
    const home = claim.folder();
    stops.push(() => rm(home, { recursive: true, force: true }));
    const server = await startServer(home, [`listen_addresses=127.0.0.1,${network.address}`]);
    stops.push(() => server.stop());
    await appendFile(join(home, "pg_hba.conf"), "\nhost all all 10.0.0.0/8 password\n");
    await reload(server);
    const reached = new URL(server.url);
    reached.hostname = network.address;
    const ledger = await startLedger(join(folder, "ledger.jsonl"), network.address);
    stops.push(() => ledger.stop());
    const skewed = kinds.some((kind) => kind.startsWith("skew:"));
    const linked = kinds.some(isLinkFault);
    const database = { host: network.address, port: Number(reached.port) };
    const members = await Promise.all(
      network.namespaces.map(async (space, index) => {
        const link = linked ? await startLink(network.address, database, seeded(seed + 3 + index)) : null;
        stops.push(() => link?.stop());
        return createMember(space, reached.href, skewed ? join(folder, `${space.name}.clock`) : null, link);
      }),
    );
    stops.push(async () => {
      await Promise.all(members.map((member) => member.kill()));
      for (const member of members) member.clock.stop(member.pids);
    });
    end.addEventListener("abort", () => void Promise.all(members.map((member) => member.kill())));
    for (const member of members) member.start();
    await Promise.all(members.map((member) => member.ready()));
    const front = await startFront(
      members.map((member) => member.address),
      seeded(seed + 2),
    );
    stops.push(() => front.stop());
    let takeovers: readonly Takeover[] = [];
    let shown: { seen: Seen; spans: Done["faults"] } | undefined;
    const cluster = { members, server, databaseUrl: server.url, databasePort: database.port, random };
    const system = {
      url: front.url,
      clock: createClock(null),
      ledgerUrl: ledger.url,
      // Commands are for servers that listen on loopback.
      withShell: false,
      shared: true,
      followers: FOLLOWERS,
      readLedger: () => readFile(join(folder, "ledger.jsonl"), "utf8"),
      pids: () => members.map((member) => member.pid()),
      inflict: (kind: string) => inflictOn(cluster, kind as ClusterFault),
      check(seen: Seen, done: Done) {
        const found = checkCluster(seen, done);
        takeovers = found.takeovers;
        shown = { seen, spans: done.faults };
        return found.breaches;
      },
    };
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const verdict = await play(system, { seed, kinds, random, pauseMs: [2_000, 1_500], healMs: HEAL_MS }, end);
    const said = members.map((member) => `── ${member.space.name} ${member.pids.join(" ")}\n${member.said()}`);
    if (process.env.CHAOS_SAY) console.error(said.join("\n"));
    if (process.env.CHAOS_KEEP && verdict.breaches.length > 0)
      await writeFile(join(process.env.CHAOS_KEEP, `${seed}.log`), said.join("\n"));
    return { ...verdict, instances, takeovers, seen: { rows: shown?.seen.rows ?? [] }, spans: shown?.spans ?? [] };
  } finally {
    for (const stop of stops.reverse())
      await Promise.resolve()
        .then(stop)
        .catch(() => {});
  }
}

async function reload({ url }: PostgresServer): Promise<void> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query("SELECT pg_reload_conf()");
  await db.end();
}
