// What is done to a cluster in a round, one thing at a time. Each answers whom it touched, and what was wrong with how they took it.
import pg from "pg";
import type { PostgresServer } from "../../support/postgres-server.ts";
import type { Loss } from "../observed.ts";
import { endWriting, killWriting, WRITERS_LOCK } from "./commits.ts";
import type { Member } from "./instances.ts";
import { bendLink, isLinkFault, LINKS, type LinkFault } from "./link-faults.ts";
import { untilNotReady } from "./readiness.ts";

const KILLS = [
  "kill:one",
  "kill:two",
  "kill:all",
  "kill:after-claim",
  "kill:during-call",
  "kill:before-result",
  "kill:commit",
] as const;
const STOPS = ["stop:beyond", "stop:below", "stop:all"] as const;
const PARTITIONS = ["partition:db", "partition:db-in", "partition:db-out", "partition:clients"] as const;
const DATABASE = ["db:restart", "db:crash", "db:backends", "db:listeners", "db:commit"] as const;
const LOCKS = ["lock:table", "lock:row", "lock:turn"] as const;
const REST = ["skew:+1h", "skew:-1h", "rolling"] as const;

export type ClusterFault =
  | (typeof KILLS)[number]
  | (typeof STOPS)[number]
  | (typeof PARTITIONS)[number]
  | LinkFault
  | (typeof DATABASE)[number]
  | (typeof LOCKS)[number]
  | (typeof REST)[number];
/** Kills stand in it twice: they are what happens. */
export const CLUSTER_FAULTS: readonly ClusterFault[] = [
  ...KILLS,
  ...KILLS,
  ...STOPS,
  ...PARTITIONS,
  ...LINKS,
  ...DATABASE,
  ...LOCKS,
  ...REST,
];

/** Beyond the lease of 4.5 seconds, and below it. */
const BEYOND_MS = 9_000;
const BELOW_MS = 1_500;
const CUT_MS = 8_000;
const AWAY_MS = 3_000;
const LOCKED_MS = 4_000;
const SKEWED_MS = 6_000;
const HOUR_MS = 3_600_000;
const STOPPED_MS = 30_000;

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface Cluster {
  readonly members: readonly Member[];
  readonly server: PostgresServer;
  readonly databaseUrl: string;
  readonly databasePort: number;
  readonly random: () => number;
}

export interface Outcome {
  readonly wrong: string[];
  readonly pids: number[];
  /** Where another instance was there, or came back: how soon their runs went on is measured. */
  readonly losses?: Loss[];
  readonly readyFor?: number;
}

/** Resolves when all are ready again. */
export async function inflictOn(cluster: Cluster, kind: ClusterFault): Promise<Outcome> {
  const order = [...cluster.members].map((member) => ({ member, key: cluster.random() }));
  const victims = order.sort((a, b) => a.key - b.key).map(({ member }) => member);
  const outcome = await strike(cluster, kind, victims);
  for (const member of cluster.members) await member.ready();
  return outcome;
}

const pidsOf = (members: readonly Member[]) => members.map((member) => member.pid());
const pidsIn = (losses: readonly Loss[]) => losses.map(({ pid }) => pid);
const lossesOf = (members: readonly Member[]): Loss[] =>
  members.map((member) => ({ pid: member.pid(), at: Date.now() }));

async function strike(cluster: Cluster, kind: ClusterFault, victims: readonly Member[]): Promise<Outcome> {
  const { members, server, random } = cluster;
  const [one] = victims as [Member];
  if (isLinkFault(kind)) {
    const { wrong, losses, ...more } = await bendLink(one, kind);
    return { wrong: [...wrong, ...dead([one])], pids: [one.pid()], losses: members.length > 1 ? losses : [], ...more };
  }
  switch (kind) {
    case "kill:one":
    case "kill:two":
    case "kill:all": {
      const chosen = victims.slice(0, { "kill:one": 1, "kill:two": 2, "kill:all": victims.length }[kind]);
      const losses = lossesOf(chosen);
      await Promise.all(chosen.map((member) => member.kill()));
      await pass(chosen.length === members.length ? random() * 2_000 : 6_000 + random() * 1_000);
      for (const member of chosen) member.start();
      if (chosen.length < members.length) return { wrong: [], pids: pidsIn(losses), losses };
      // While nobody lives nobody can take over: it counts from when the first of them is back.
      await Promise.any(chosen.map((member) => member.ready()));
      const since = Date.now();
      return { wrong: [], pids: pidsIn(losses), losses: losses.map((loss) => ({ ...loss, since })) };
    }
    case "kill:commit": {
      const killed = await administer(cluster, (db) => killWriting(db, members));
      if (!killed) return { wrong: ["trouble: for five seconds nobody was met writing"], pids: [] };
      await pass(6_000 + random() * 1_000);
      killed.member.start();
      const { pid, at } = killed;
      return { wrong: [], pids: [pid], losses: members.length > 1 ? [{ pid, at }] : [] };
    }
    case "stop:beyond":
    case "stop:below": {
      const losses = lossesOf([one]);
      one.signal("SIGSTOP");
      await pass(kind === "stop:beyond" ? BEYOND_MS : BELOW_MS);
      one.signal("SIGCONT");
      return { wrong: [], pids: pidsIn(losses), losses: kind === "stop:beyond" && members.length > 1 ? losses : [] };
    }
    case "stop:all":
      // As when the host sleeps: nobody is left who could take anything over, and nobody has noticed the time that is gone.
      for (const member of members) member.signal("SIGSTOP");
      await pass(BEYOND_MS);
      for (const member of members) member.signal("SIGCONT");
      return { wrong: dead(members), pids: pidsOf(members) };
    case "partition:db":
    case "partition:db-in":
    case "partition:db-out":
      return await cutFromDatabase(cluster, one, kind);
    case "partition:clients":
      one.space.cut(one.address.port, "near", "both");
      await pass(CUT_MS);
      one.space.heal();
      return { wrong: [], pids: [one.pid()] };
    case "db:restart":
    case "db:crash":
      await server.halt(kind === "db:restart" ? "fast" : "crash");
      await pass(random() * AWAY_MS);
      await server.start();
      return { wrong: dead(members), pids: pidsOf(members) };
    case "db:backends":
    case "db:listeners":
      await administer(cluster, async (db) => {
        const which = kind === "db:listeners" ? "AND query IN ('LISTEN cronograph', 'SELECT 1')" : "";
        await db.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ${which}`,
        );
      });
      await pass(1_000);
      return { wrong: dead(members), pids: pidsOf(members) };
    case "db:commit": {
      const ended = await administer(cluster, endWriting);
      await pass(1_000);
      const wrong = ended > 0 ? [] : ["trouble: for three seconds nobody was met writing"];
      return { wrong: [...wrong, ...dead(members)], pids: pidsOf(members) };
    }
    case "lock:table":
    case "lock:row":
    case "lock:turn":
      await administer(cluster, async (db) => {
        await db.query("BEGIN");
        if (kind === "lock:table") await db.query(`LOCK TABLE runs IN ACCESS EXCLUSIVE MODE`);
        else if (kind === "lock:turn") await db.query(`SELECT pg_advisory_xact_lock(${WRITERS_LOCK})`);
        else
          await db.query(
            `SELECT 1 FROM runs WHERE id IN (SELECT id FROM runs WHERE state = 'SCHEDULED' ORDER BY "dueAt" LIMIT 3) FOR UPDATE`,
          );
        await pass(kind === "lock:turn" ? LOCKED_MS / 2 : LOCKED_MS);
        await db.query("ROLLBACK");
      });
      return { wrong: dead(members), pids: pidsOf(members) };
    case "skew:+1h":
    case "skew:-1h":
      one.clock.set(kind === "skew:+1h" ? HOUR_MS : -HOUR_MS);
      await pass(SKEWED_MS);
      one.clock.set(0);
      return { wrong: [], pids: [one.pid()] };
    case "rolling": {
      const pids = pidsOf(members);
      const wrong: string[] = [];
      for (const member of victims) {
        member.signal("SIGTERM");
        if (!(await member.ends(STOPPED_MS)))
          wrong.push(`trouble: ${member.space.name} did not stop\n${member.said()}`);
        else if (member.exitCode() !== 0) wrong.push(`trouble: ${member.space.name} stopped with ${member.exitCode()}`);
        await member.kill();
        member.start();
        await member.ready();
      }
      return { wrong, pids };
    }
    default: {
      // It dies by itself at the point; the restart arms it, the next one is without.
      const before = one.pid();
      const killedAt = Date.now();
      await one.kill();
      one.start(`${kind.slice("kill:".length)}:${1 + Math.floor(random() * 3)}`);
      const armed = one.pid();
      await one.ends(20_000);
      await one.kill();
      // It died in the middle of a run: from then on, and not from when the rig has seen it.
      const losses = [
        { pid: before, at: killedAt },
        { pid: armed, at: one.endedAt() },
      ];
      await pass(5_000);
      one.start();
      return { wrong: [], pids: pidsIn(losses), losses: members.length > 1 ? losses : [] };
    }
  }
}

/** None may end because of its database. */
const dead = (members: readonly Member[]): string[] =>
  members
    .filter((member) => member.exitCode() !== null)
    .map((member) => `trouble: ${member.space.name} has ended: ${member.said().slice(-1_000)}`);

async function cutFromDatabase(
  { databasePort, members }: Cluster,
  member: Member,
  kind: "partition:db" | "partition:db-in" | "partition:db-out",
): Promise<Outcome> {
  const way = ({ "partition:db": "both", "partition:db-in": "in", "partition:db-out": "out" } as const)[kind];
  // Before the first rule that takes packets away: none after it was answered.
  const losses = lossesOf([member]);
  member.space.cut(member.link?.port ?? databasePort, "far", way);
  const from = performance.now();
  const readyFor = await untilNotReady(member);
  await pass(Math.max(0, CUT_MS - (performance.now() - from)));
  member.space.heal();
  return { wrong: dead([member]), pids: pidsIn(losses), losses: members.length > 1 ? losses : [], readyFor };
}

async function administer<T>({ databaseUrl }: Cluster, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: databaseUrl });
  db.on("error", () => {});
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}
