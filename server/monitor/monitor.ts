// The monitor's poll: finds runs whose executor died or lost touch, and has them attempted again or given up.

import { afterAttempt, afterLoss } from "../domain/after-attempt.ts";
import { pauseWanted } from "../domain/auto-pause.ts";
import { workerOf } from "../domain/lanes.ts";
import { LEASE_MS, LEASE_RENEWAL_MS } from "../domain/limits.ts";
import type { NewId } from "../domain/planning.ts";
import type { Clock, Report, Store, StoreTransaction } from "../domain/ports.ts";
import { isFinal } from "../domain/run-states.ts";
import type { Run } from "../domain/types.ts";
import type { Log } from "../log.ts";

const RUNS_AT_ONCE = 200;
/** A real clock may be set at any time, and others die without a word. */
const POLL_MS = 1_000;
/** Where another instance may take what has been lost, it need not be asked for more often than this. */
const SOON_MS = 50;

export interface MonitorDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly instanceId: string;
  /** Whether an attempt is going in this process: its lease may have ended by a step of the clock, but it is not lost. */
  readonly holds: (run: Run) => boolean;
  readonly random: () => number;
  readonly newId: NewId;
}

type Lost = Awaited<ReturnType<StoreTransaction["lostRuns"]>>[number];

/** A worker's lease ends with the attempt's time at the latest; an instance watches the time itself. */
const outOfTime = ({ run, task, attemptStartedAt }: Lost, now: number): boolean =>
  workerOf(run.instanceId) !== null && run.cancelRequestedAt === null && attemptStartedAt + task.timeoutMs <= now;

function timeout({ run, task }: Lost, at: number, random: number): Report {
  const message = `It took longer than the task's timeout of ${task.timeoutMs / 1_000} s and was taken from its worker.`;
  const error = { code: "TIMEOUT", message };
  const failure = { runId: run.id, error, facts: {}, since: run.startedAt ?? at, fallback: run.fallback };
  const decision = afterAttempt("TIMED_OUT", failure, task, run.attempt - run.crashes - run.interruptions, at, random);
  const key = { runId: run.id, attempt: run.attempt, at, outcome: "TIMED_OUT" as const, error };
  const completions = [{ ...key, ...decision, result: null, resultTruncated: false }];
  return { instanceId: run.instanceId ?? "", at, lines: [], progress: [], completions };
}

export function monitorPoll({
  store,
  clock,
  log,
  instanceId,
  holds,
  random,
  newId,
}: MonitorDeps): () => Promise<number> {
  let first = true;
  let reachedAt = Number.NEGATIVE_INFINITY;
  let troubledAt: number | null = null;
  store.health.onChange((trouble) => {
    if (trouble !== null) {
      troubledAt ??= clock.now();
      return;
    }
    // A moment costs nobody a lease; where there is one each second, what the dead have left is still to be taken over.
    if (troubledAt !== null && clock.now() - troubledAt >= LEASE_RENEWAL_MS) reachedAt = clock.now();
    troubledAt = null;
  });

  return async () => {
    const now = clock.now();
    // While the database could not be reached nobody could renew: all are given the time to.
    if (now - reachedAt < LEASE_RENEWAL_MS) return reachedAt + LEASE_RENEWAL_MS - now;
    if (first && store.exclusive) {
      // Nobody else can hold a run of this database: what others held is lost now, not when its lease ends.
      await store.write((tx) => tx.expireLeases(now, instanceId));
      await store.buryInstances(now, now, instanceId);
    }
    first = false;
    await store.buryInstances(now - 2 * LEASE_MS, now, instanceId);
    const recovered = await recover();
    if (recovered === RUNS_AT_ONCE) return 0;
    const next = store.exclusive ? null : await store.nextLeaseEnd();
    return next === null ? POLL_MS : Math.min(POLL_MS, Math.max(SOON_MS, next - clock.now()));
  };

  async function recover(): Promise<number> {
    const lost = await store.write(async (tx) => {
      const now = clock.now();
      const ended = (await tx.lostRuns(now, RUNS_AT_ONCE)).filter(({ run }) => !holds(run));
      for (const each of ended.filter((one) => outOfTime(one, now)))
        await pauseWanted(tx, await tx.report(timeout(each, now, random())), now, newId);
      const found = ended.filter((one) => !outOfTime(one, now));
      await tx.recoverLost(
        now,
        found.map(({ run, task }) => {
          const decision = afterLoss(run, task, now);
          const finishedAt = isFinal(decision.state) ? now : null;
          return { ...decision, id: run.id, late: run.late, finishedAt };
        }),
      );
      return ended;
    });
    for (const { run, task } of lost) {
      log.warn({ runId: run.id, task: task.name, attempt: run.attempt, instanceId: run.instanceId }, "run was lost");
    }
    return lost.length;
  }
}
