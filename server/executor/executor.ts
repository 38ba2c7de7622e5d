// The executor: sleeps until the next due millisecond, claims what it has slots for, carries it out, keeps its leases.
// It records nothing for a run whose lease it has lost: that run belongs to somebody else.
import { targetOf } from "../domain/fallback.ts";
import type { ModuleCatalog } from "../domain/input/target.ts";
import { WORKERS } from "../domain/lanes.ts";
import { LEASE_MS } from "../domain/limits.ts";
import type { NewId } from "../domain/planning.ts";
import type { Claimed, Clock, Runner, RunnerKind, Runners, Slots, Store } from "../domain/ports.ts";
import type { Run } from "../domain/types.ts";
import type { Log } from "../log.ts";
import { createLoop, whenNeeded } from "../loop.ts";
import { type AttemptDeps, carryOut, type StopReason } from "./attempt.ts";
import type { SecretReader } from "./prepare.ts";
import { createRecorder } from "./recorder.ts";

/** For one claim, so that its transaction stays short: some 40 ms. */
const CLAIM_AT_ONCE = 500;
/** So long before its end a lease that others can see end is given up. */
const LEASE_MARGIN_MS = 500;
/** A failed renewal is repeated well before the lease ends. */
const LONGEST_PAUSE_MS = 500;
/** Somebody was changing a run when its lease was to be renewed. */
const BUSY_MS = 200;
/** How long a stop waits for results to be written. */
const LAST_WRITE_MS = 5_000;

const keyOf = (run: Run): string => `${run.id} ${run.attempt}`;

export interface ExecutorDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly instanceId: string;
  readonly newId: NewId;
  readonly runners: Runners;
  readonly random: () => number;
  readonly secrets: SecretReader;
  readonly modules: Pick<ModuleCatalog, "find">;
  /** How long a claim holds a run; it is renewed every third of it. */
  readonly leaseMs?: number | undefined;
}

export interface Executor {
  start(): void;
  /** Claims nothing more, gives what runs `graceMs`, then aborts it and hands it over. Resolves when nothing runs any more. */
  stop(graceMs: number): Promise<void>;
  /** How many attempts are going. */
  running(): number;
  /** Whether this attempt is going here. */
  holds(run: Run): boolean;
}

interface Held {
  readonly claimed: Claimed;
  readonly stop: AbortController;
  readonly done: Promise<void>;
  /** When the claim or the renewal was said that its lease counts from, not when that was answered. */
  leasedAt: number;
}

export function createExecutor(deps: ExecutorDeps): Executor {
  const { store, clock, log, instanceId, runners, random, secrets, modules, leaseMs = LEASE_MS } = deps;
  const renewalMs = leaseMs / 3;
  const held = new Map<string, Held>();
  const recorder = createRecorder(deps);
  const attempts: AttemptDeps = { clock, recorder, random, secrets, modules };
  let unwatch = () => {};

  const used = (kind: RunnerKind) =>
    [...held.values()].filter(({ claimed: { run, task } }) => targetOf(run, task).kind === kind).length;
  const free = (): Slots => {
    const slots = (kind: RunnerKind) => Math.max(0, Math.min(CLAIM_AT_ONCE, runners[kind].capacity - used(kind)));
    const own = Object.keys(runners).map((kind) => [kind, slots(kind as RunnerKind)]);
    return { ...Object.fromEntries(own), [WORKERS]: 0 };
  };

  async function claim(): Promise<number> {
    // Overlaps are decided by what has ended: results that wait for the database go first.
    await recorder.ahead();
    let now = clock.now();
    const answer = await store.write(async (tx) => {
      // Where many share the database a write waits for its turn: what others have ended meanwhile has ended before this.
      now = clock.now();
      if (recorder.behind()) return null;
      const going = [...held.values()].map(({ claimed: { run } }) => run.lane);
      return tx.claim({ instanceId, now, leaseUntil: now + leaseMs, slots: free(), going });
    });
    if (answer === null) return LONGEST_PAUSE_MS;
    const { claimed, more, opensAt } = answer;
    // An answer that took as long as the lease is no claim any more: whoever takes the runs over starts them.
    if (store.exclusive || clock.now() - now < leaseMs - LEASE_MARGIN_MS) hold(claimed, now);
    else log.warn({ runs: claimed.length }, "a claim was answered too late; its runs are left to others");
    if (more) return 0;
    const next = Math.min((await store.nextDue(now)) ?? Number.POSITIVE_INFINITY, opensAt ?? Number.POSITIVE_INFINITY);
    return Math.max(0, next - clock.now());
  }

  function hold(claimed: readonly Claimed[], leasedAt: number): void {
    if (claimed.length === 0) return;
    // An attempt of one of these runs that still goes on here has lost its lease.
    const ids = new Set(claimed.map(({ run }) => run.id));
    for (const other of held.values()) if (ids.has(other.claimed.run.id)) loseLease(other);
    for (const each of claimed) begin(each, leasedAt);
    renewing.wake(Math.max(0, leasedAt + renewalMs - clock.now()));
    watchLeases();
  }

  function begin(claimed: Claimed, leasedAt: number): void {
    const { run, task } = claimed;
    const stop = new AbortController();
    const runner = runners[targetOf(run, task).kind as RunnerKind] as Runner;
    const key = keyOf(run);
    const done = carryOut(attempts, claimed, runner, stop)
      .catch((error: unknown) => log.error({ err: error, runId: run.id }, "attempt failed inside"))
      .finally(() => {
        held.delete(key);
        claiming.wake();
      });
    held.set(key, { claimed, stop, done, leasedAt });
  }

  function abort(runId: string, reason: StopReason): void {
    for (const { claimed, stop } of held.values()) if (claimed.run.id === runId) stop.abort(reason);
  }

  const loseLease = ({ stop }: Held) => stop.abort("LEASE_LOST" satisfies StopReason);
  const goingOn = () => [...held.values()].filter(({ stop }) => stop.signal.reason !== "LEASE_LOST");

  /**
   * An instance that cannot renew gives its runs up before the lease ends and another one takes them; also while a renewal waits for
   * its answer.
   */
  function watchLeases(): void {
    unwatch();
    const going = goingOn();
    if (store.exclusive || going.length === 0) return;
    const givenUpAt = ({ leasedAt }: Held) => leasedAt + leaseMs - LEASE_MARGIN_MS;
    unwatch = clock.after(Math.max(0, Math.min(...going.map(givenUpAt)) - clock.now()), () => {
      for (const each of goingOn()) if (clock.now() >= givenUpAt(each)) loseLease(each);
      watchLeases();
    });
  }

  async function renew(): Promise<number> {
    const now = clock.now();
    // Most end before their lease needs it. Those that follow soon are renewed with the first.
    const going = goingOn().filter(({ leasedAt }) => now - leasedAt >= renewalMs / 2);
    if (going.length === 0) return untilRenewal();
    const mine = going.map(({ claimed: { run } }) => ({ runId: run.id, attempt: run.attempt }));
    const answer = await store.renewLeases(instanceId, now + leaseMs, mine);
    for (const each of going) {
      const { id } = each.claimed.run;
      if (answer.held.has(id)) each.leasedAt = now;
      else if (!answer.busy.has(id)) letGo(each);
    }
    for (const runId of answer.cancelRequested) abort(runId, "CANCEL");
    return answer.busy.size > 0 ? Math.min(BUSY_MS, renewalMs) : untilRenewal();
  }

  /** Each lease is renewed when a third of it is over. */
  function untilRenewal(): number {
    const leasedAt = goingOn().reduce((first, each) => Math.min(first, each.leasedAt), Number.POSITIVE_INFINITY);
    return Math.max(0, leasedAt + renewalMs - clock.now());
  }

  /** Not renewed: somebody else has taken it over or ended it. One that has just ended by itself has nothing left to abort. */
  function letGo(each: Held): void {
    if (held.has(keyOf(each.claimed.run))) loseLease(each);
  }

  const needed = whenNeeded(claim, () => store.nextDue(0), clock);
  const claiming = createLoop("executor", needed.poll, clock, log);
  const renewing = createLoop("leases", renew, clock, log, LONGEST_PAUSE_MS);
  let unsubscribe: (() => void) | undefined;

  return {
    running: () => held.size,
    holds: (run) => held.has(keyOf(run)),
    start() {
      unsubscribe ??= store.onCommit(({ events, queues }) => {
        needed.changed();
        if (queues) claiming.wake();
        for (const event of events) {
          if (event.kind !== "RUN") continue;
          if (event.type === "CANCEL_REQUESTED") abort(event.runId, "CANCEL");
          // Ended by somebody else: an overlap policy that does not wait. After its own end there is nothing to abort.
          if (event.type === "CANCELLED") abort(event.runId, "LEASE_LOST");
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
      for (const { stop } of held.values()) stop.abort("SHUTDOWN" satisfies StopReason);
      const last = new Promise<void>((resolve) => {
        cancelTimer = clock.after(LAST_WRITE_MS, resolve);
      });
      await Promise.race([ended().then(() => recorder.flush()), last]);
      cancelTimer();
      const lost = recorder.abandon();
      if (lost > 0) log.error({ results: lost }, "results could not be written before the stop");
      await renewing.stop();
      unwatch();
      unsubscribe?.();
      unsubscribe = undefined;
      await Promise.all(Object.values(runners).map((runner) => runner.stop()));
    },
  };
}
