// What several instances promise beside the rules of one: nobody's run is taken away without a cause, and what a dead one had going
// goes on elsewhere in time. Uses nothing of the server.
import { time } from "../check-context.ts";
import type { Attempt, Done, Fault, Row, Seen } from "../observed.ts";

/** Never more, from the death on. */
const TAKEOVER_MS = 10_000;
/** A lease that was not renewed during a fault ends this much later at most; so does what the end of it has led to. */
const AFTERWARDS_MS = 10_000;
/** Killed with the fault: what had begun before. */
const DEATHS = ["kill:one", "kill:two"];

export interface ClusterFindings {
  readonly breaches: string[];
  /** From a kill to the start of the next attempt of each run that the killed one had. */
  readonly takeoversMs: number[];
}

export function checkCluster(seen: Pick<Seen, "rows">, { faults }: Pick<Done, "faults">): ClusterFindings {
  const breaches: string[] = [];
  const takeoversMs: number[] = [];
  const stalled = (from: number, to: number) =>
    faults.some((fault) => fault.kind === "stall" && fault.from <= to && fault.to >= from);
  for (const row of seen.rows)
    for (const [index, attempt] of row.attempts.nodes.entries()) {
      if (attempt.outcome === "LOST" || attempt.outcome === "INTERRUPTED") {
        const cause = faults.some((fault) => explains(fault, attempt));
        if (!cause && attempt.instance && !stalled(time(attempt.startedAt), time(attempt.finishedAt ?? "")))
          breaches.push(
            `extraAttempt: attempt ${attempt.number} of run ${row.id} was ${attempt.outcome}, but nothing had touched process ${attempt.instance.pid}`,
          );
      }
      const death = faults.find((fault) => DEATHS.includes(fault.kind) && hadGoing(fault, attempt));
      const next = row.attempts.nodes[index + 1];
      if (!death || attempt.outcome !== "LOST" || !next) continue;
      const took = time(next.startedAt) - death.from;
      takeoversMs.push(took);
      if (took > TAKEOVER_MS && !stalled(death.from, time(next.startedAt)))
        breaches.push(`takeover: run ${row.id} went on ${took} ms after process ${attempt.instance?.pid} was killed`);
    }
  return { breaches, takeoversMs };
}

/** In these an instance may lose its lease or its life. What only bends its clock, its clients' way or its listening never costs a run. */
const COSTLY = [
  "kill:",
  "stop:beyond",
  "partition:db",
  "db:restart",
  "db:crash",
  "db:backends",
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

const hadGoing = (fault: Fault, attempt: Attempt): boolean =>
  attempt.instance !== null &&
  attempt.instance !== undefined &&
  fault.pids?.includes(attempt.instance.pid) === true &&
  time(attempt.startedAt) <= fault.from &&
  (attempt.finishedAt === null || time(attempt.finishedAt) >= fault.from);

/** For a picture: each attempt with who carried it out. */
export const attemptsOf = (rows: readonly Row[]): (Attempt & { readonly run: string })[] =>
  rows.flatMap((row) => row.attempts.nodes.map((attempt) => ({ ...attempt, run: row.id })));
