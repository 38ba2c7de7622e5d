// The executor: sleeps until the next due millisecond, claims what it has slots for, carries it out, keeps its leases.
// It records nothing for a run whose lease it has lost: that run belongs to somebody else.
import { LEASE_MS, LEASE_RENEWAL_MS } from "../domain/limits.ts";
import type { Claimed, Clock, Runner, Runners, Slots, Store } from "../domain/ports.ts";
import type { TargetKind } from "../domain/types.ts";
import type { Log } from "../log.ts";
import { createLoop } from "../loop.ts";
import { type AttemptDeps, carryOut, type StopReason } from "./attempt.ts";
import { createRecorder } from "./recorder.ts";

/** For one claim, so that its transaction stays short: some 40 ms. */
const CLAIM_AT_ONCE = 250;
const IDLE_MS = 1_000;

export interface ExecutorDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly instanceId: string;
  readonly runners: Runners;
  readonly random: () => number;
}

export interface Executor {
  start(): void;
  /** Claims nothing more, gives what runs `graceMs`, then aborts it and hands it over. Resolves when nothing runs any more. */
  stop(graceMs: number): Promise<void>;
  /** How many attempts are going. */
  running(): number;
}

interface Held {
  readonly claimed: Claimed;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export function createExecutor({ store, clock, log, instanceId, runners, random }: ExecutorDeps): Executor {
  const held = new Map<string, Held>();
  const recorder = createRecorder(store, clock, log, instanceId);
  const attempts: AttemptDeps = { clock, recorder, random };
  let renewedAt = clock.now();

  const used = (kind: TargetKind) =>
    [...held.values()].filter(({ claimed }) => claimed.task.target.kind === kind).length;
  const free = (): Slots => {
    const slots = (kind: TargetKind) => Math.max(0, Math.min(CLAIM_AT_ONCE, runners[kind].capacity - used(kind)));
    return { HTTP: slots("HTTP"), MODULE: slots("MODULE") };
  };

  async function claim(): Promise<number> {
    const now = clock.now();
    const slots = free();
    const claimed = await store.write((tx) => tx.claim({ instanceId, now, leaseUntil: now + LEASE_MS, slots }));
    for (const each of claimed) begin(each);
    const full = (Object.keys(slots) as TargetKind[]).some(
      (kind) => slots[kind] > 0 && claimed.filter(({ task }) => task.target.kind === kind).length === slots[kind],
    );
    if (full) return 0;
    const next = await store.nextDue(now);
    return next === null ? IDLE_MS : Math.max(0, next - clock.now());
  }

  function begin(claimed: Claimed): void {
    const { run, task } = claimed;
    const stop = new AbortController();
    const runner = runners[task.target.kind] as Runner;
    const done = carryOut(attempts, claimed, runner, stop)
      .catch((error: unknown) => log.error({ err: error, runId: run.id }, "attempt failed inside"))
      .finally(() => {
        held.delete(run.id);
        claiming.wake();
      });
    held.set(run.id, { claimed, stop, done });
  }

  function abort(runId: string, reason: StopReason): void {
    held.get(runId)?.stop.abort(reason);
  }

  /** An instance that cannot renew gives its runs up before the lease ends and another one takes them. */
  async function renew(): Promise<number> {
    const now = clock.now();
    if (held.size === 0) {
      renewedAt = now;
      return LEASE_RENEWAL_MS;
    }
    const mine = [...held.values()].map(({ claimed: { run } }) => ({ runId: run.id, attempt: run.attempt }));
    try {
      const answer = await store.write((tx) => tx.renewLeases(instanceId, now, now + LEASE_MS, mine));
      renewedAt = now;
      for (const { runId } of mine) if (!answer.held.has(runId)) await forget(runId);
      for (const runId of answer.cancelRequested) abort(runId, "CANCEL");
    } catch (error) {
      if (clock.now() - renewedAt > LEASE_MS - LEASE_RENEWAL_MS)
        for (const { runId } of mine) abort(runId, "LEASE_LOST");
      throw error;
    }
    return LEASE_RENEWAL_MS;
  }

  /** Not renewed: either it has just ended, or somebody else holds it. */
  async function forget(runId: string): Promise<void> {
    const run = (await store.runsById([runId])).get(runId);
    const mine = held.get(runId)?.claimed.run;
    if (!mine || run?.state !== "RUNNING") return;
    if (run.attempt === mine.attempt && run.instanceId === instanceId)
      log.warn({ runId }, "lease ended before it was renewed");
    abort(runId, "LEASE_LOST");
  }

  const claiming = createLoop("executor", claim, clock, log);
  const renewing = createLoop("leases", renew, clock, log);
  let unsubscribe: (() => void) | undefined;

  return {
    running: () => held.size,
    start() {
      unsubscribe ??= store.onCommit(({ events }) => {
        for (const event of events) {
          if (event.kind !== "RUN") continue;
          if (event.type === "CANCEL_REQUESTED") abort(event.runId, "CANCEL");
          if (event.type !== "STARTED" && event.type !== "PROGRESS") claiming.wake();
        }
      });
      claiming.start();
      renewing.start();
    },
    async stop(graceMs) {
      await claiming.stop();
      const ended = () => Promise.all([...held.values()].map(({ done }) => done));
      let cancelTimer = () => {};
      const grace = new Promise<void>((resolve) => {
        cancelTimer = clock.after(graceMs, resolve);
      });
      await Promise.race([ended(), grace]);
      cancelTimer();
      for (const runId of held.keys()) abort(runId, "SHUTDOWN");
      await ended();
      await recorder.flush();
      await renewing.stop();
      unsubscribe?.();
      unsubscribe = undefined;
      await Promise.all([runners.HTTP.stop(), runners.MODULE.stop()]);
    },
  };
}
