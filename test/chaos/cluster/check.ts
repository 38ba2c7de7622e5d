// What several instances promise beside the rules of one: nobody's run is taken away without a cause, and what a dead one had going
// goes on elsewhere in time. Uses nothing of the server.
import { time } from "../check-context.ts";
import type { Attempt, Done, Fault, Loss, Row, Seen } from "../observed.ts";
import { NOT_READY_MS } from "./readiness.ts";

/** Never more, from the death on. */
const TAKEOVER_MS = 10_000;
/** A lease that was not renewed during a fault ends this much later at most; so does what the end of it has led to. */
const AFTERWARDS_MS = 10_000;

export interface ClusterFindings {
  readonly breaches: string[];
  readonly takeovers: Takeover[];
}

/** From the loss of a process to the start of the next attempt of a run that it had going. */
export interface Takeover {
  readonly fault: string;
  readonly ms: number;
  /** Whether the machine held it up: then it says nothing of the program. */
  readonly stalled: boolean;
}

export function checkCluster(seen: Pick<Seen, "rows">, { faults }: Pick<Done, "faults">): ClusterFindings {
  const breaches: string[] = [];
  const takeovers: Takeover[] = [];
  const stalled = (from: number, to: number) =>
    faults.some((fault) => fault.kind === "stall" && fault.from <= to && fault.to >= from);
  for (const { kind, from, readyFor = 0 } of faults)
    if (readyFor > NOT_READY_MS && !stalled(from, from + NOT_READY_MS))
      breaches.push(`trouble: cut off from its database (${kind}) it was ready for ${Math.round(readyFor)} ms`);
  for (const row of seen.rows)
    for (const [index, attempt] of row.attempts.nodes.entries()) {
      if (attempt.outcome === "LOST" || attempt.outcome === "INTERRUPTED") {
        const cause = faults.some((fault) => explains(fault, attempt));
        if (!cause && attempt.instance && !stalled(time(attempt.startedAt), time(attempt.finishedAt ?? "")))
          breaches.push(
            `extraAttempt: attempt ${attempt.number} of run ${row.id} was ${attempt.outcome}, but nothing had touched process ${attempt.instance.pid}`,
          );
      }
      const next = row.attempts.nodes[index + 1];
      // Handed over in good order, or with nobody after it, it was not taken over.
      if (attempt.outcome !== "LOST" || !next) continue;
      const { kind, loss } = lossOf(faults, attempt) ?? {};
      if (!kind || !loss) continue;
      const went = time(next.startedAt);
      const since = Math.max(loss.at, loss.since ?? loss.at);
      // Whoever was back took it over before the rig had seen that it was back.
      const ms = Math.max(0, went - since);
      const held = stalled(since, went);
      takeovers.push({ fault: kind, ms, stalled: held });
      if (ms > TAKEOVER_MS && !held)
        breaches.push(`takeover: run ${row.id} went on ${ms} ms after ${kind} took process ${loss.pid} from it`);
    }
  return { breaches, takeovers };
}

/**
 * In these an instance may lose its lease or its life; `kill:commit` only the one that was met. What only bends its clock, its clients'
 * way or its listening never costs a run. `db:commit` may: for three seconds each renewal of a lease may be the transaction that is
 * ended, and the lease of 4.5 s was last renewed before. `slow:` costs runs of the slow instance alone, whose own writes wait for one another.
 */
const COSTLY = [
  "kill:",
  "stop:beyond",
  "stop:all",
  "partition:db",
  "slow:",
  "drip:",
  "db:restart",
  "db:crash",
  "db:backends",
  "db:commit",
  "lock:table",
  "lock:turn",
];
const costs = ({ kind }: Fault, outcome: string | null) =>
  kind === "rolling" ? outcome === "INTERRUPTED" : COSTLY.some((one) => kind.startsWith(one));

const ofOwner = ({ pids }: Fault, { instance }: Attempt) => !pids || !instance || pids.includes(instance.pid);

const explains = (fault: Fault, attempt: Attempt): boolean =>
  costs(fault, attempt.outcome) &&
  ofOwner(fault, attempt) &&
  fault.from - 1_000 <= time(attempt.finishedAt ?? "") &&
  time(attempt.startedAt) <= fault.to &&
  time(attempt.finishedAt ?? "") <= fault.to + AFTERWARDS_MS;

/** The one in which its process had it going. What began after a cut, on a way that was still open for it, is nobody's loss yet. */
function lossOf(faults: readonly Fault[], attempt: Attempt): { kind: string; loss: Loss } | undefined {
  for (const { kind, losses } of faults)
    for (const loss of losses ?? []) {
      const had = time(attempt.startedAt) <= loss.at && time(attempt.finishedAt ?? "") >= loss.at;
      if (had && loss.pid === attempt.instance?.pid) return { kind, loss };
    }
  return undefined;
}

/** For a picture: each attempt with who carried it out. */
export const attemptsOf = (rows: readonly Row[]): (Attempt & { readonly run: string })[] =>
  rows.flatMap((row) => row.attempts.nodes.map((attempt) => ({ ...attempt, run: row.id })));
