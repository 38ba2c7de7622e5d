// One round: a fresh database, clients at work, faults by a seeded plan, time to heal, then the check of everything.
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { data } from "../support/client.ts";
import { check } from "./checker.ts";
import { createClock } from "./clock.ts";
import { createDriver } from "./driver.ts";
import { FAULTS, type FaultKind, inflict, isClock, mountDisk, unmountDisk } from "./faults.ts";
import { follow, type Heard } from "./follower.ts";
import { type Fault, observe } from "./observed.ts";
import { createInstance, startLedger } from "./processes.ts";
import { change } from "./requests.ts";
import { makeRestless } from "./restless.ts";
import { runWorker } from "./worker.ts";

export interface Verdict {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly tasks: number;
  readonly runs: number;
  readonly attempts: number;
  readonly calls: number;
  readonly events: number;
  /** Changes without an answer. */
  readonly unknown: number;
  /** Runs by hand, cancellations, changes of tasks and reports of workers that were acknowledged. */
  readonly triggered: number;
  readonly cancelled: number;
  readonly changed: number;
  readonly reports: number;
  /** Whether the machine was too busy to say something about time for some of it. */
  readonly stalled: boolean;
  readonly breaches: readonly string[];
}

export interface Plan {
  readonly seed: number;
  readonly faults: readonly FaultKind[];
}

/** Mulberry32: the same seed, the same plan. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function planOf(seed: number): Plan {
  const random = seeded(seed);
  const any = () => FAULTS[Math.floor(random() * FAULTS.length)] as FaultKind;
  return { seed, faults: [any(), any(), any()] };
}

/** What was due in the last fault has its row or its start by then. */
const HEAL_MS = 13_000;
const RESTLESS = 3;
const MOST_READING_MS = 30_000;
/** Whatever a round waits for in vain: it ends. */
const MOST_MS = 240_000;
const pass = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

export async function runRound(plan: Plan): Promise<Verdict> {
  const end = new AbortController();
  const round = playRound(plan, end.signal);
  round.catch(() => {});
  const tooLong = pass(MOST_MS).then(() => {
    end.abort();
    throw new Error(`The round did not end within ${MOST_MS / 1_000} s`);
  });
  tooLong.catch(() => {});
  return Promise.race([round, tooLong]);
}

async function playRound({ seed, faults: kinds }: Plan, end: AbortSignal): Promise<Verdict> {
  const random = seeded(seed + 1);
  const folder = await mkdtemp(join(tmpdir(), "cronograph-chaos-"));
  const disk = kinds.includes("disk-full") ? mountDisk(join(folder, "data")) : null;
  if (disk === null) await mkdir(join(folder, "data"), { recursive: true });
  const clock = createClock(kinds.some(isClock) ? join(folder, "clock") : null);
  const ledger = await startLedger(join(folder, "ledger.jsonl"));
  const instance = await createInstance(join(folder, "data", "chaos.db"), clock.env);
  const { url } = instance;
  const driver = createDriver(url, ledger.url, clock, random);
  const faults: Fault[] = [];
  const wrong: string[] = [];
  let phase: "driving" | "healing" | "over" = "driving";
  /** The run whose end is the last event that is looked at. */
  let mark: string | undefined;
  // It may be heard before the answer that names it.
  const isMark = ({ run, type }: Heard) => run === mark && type === "SUCCEEDED";
  const marked = (heard: readonly Heard[]) => mark !== undefined && heard.slice(-500).some(isMark);
  const untilMark = (heard: readonly Heard[]) => heard.slice(0, heard.findIndex(isMark) + 1);
  const background: Promise<unknown>[] = [];
  const stalls: Fault[] = [];
  const endWatch = watchMachine(stalls);
  end.addEventListener("abort", () => {
    phase = "over";
    void instance.kill();
  });
  try {
    instance.start();
    await instance.ready();
    const { eventCursor } = await data(url, "{ eventCursor }");
    const hearing = follow(url, eventCursor, marked, () => phase === "over");
    await driver.steady();
    const driving = () => phase === "driving";
    const restless = Array.from({ length: RESTLESS }, (_, index) =>
      makeRestless(`restless ${index}`, { url, ledger: ledger.url, clock, random }, driving),
    );
    const working = runWorker(url, ledger.url, random, () => phase);
    const clients = (async () => {
      while (driving()) {
        await driver.once();
        await driver.trigger();
        if (random() < 0.4) await driver.cancel();
        await pass(200 + random() * 600);
      }
    })();
    background.push(hearing, working, clients, ...restless);
    const brokenRig = new Promise<never>((_, reject) => {
      for (const work of background) work.catch(reject);
    });
    brokenRig.catch(() => {});
    for (const kind of kinds) {
      await pass(1_500 + random() * 2_000);
      const from = Date.now();
      wrong.push(...(await Promise.race([inflict({ instance, ledger, clock, random, disk }, kind), brokenRig])));
      faults.push({ kind, from, to: Date.now() });
    }
    phase = "healing";
    await clients;
    // A key is kept for a day: after a step of the clock it may name something new.
    const settled = !kinds.some(isClock);
    if (settled) await driver.settle();
    await pass(HEAL_MS);
    const readAt = Date.now();
    const seen = await observe(url, () => readFile(join(folder, "ledger.jsonl"), "utf8"), clock);
    mark = await trigger(url, driver.tasks.find(({ id }) => id)?.id as string);
    const late = Date.now() + MOST_READING_MS;
    const replayed = untilMark(await follow(url, eventCursor, marked, () => Date.now() > late));
    const heard = untilMark(await Promise.race([hearing, pass(5_000).then((): Heard[] => [])]));
    phase = "over";
    // What was answered after the rows were read is not in them.
    const acts = (await working).map((act) => (act.answeredAt > readAt ? { ...act, answer: null } : act));
    const done = {
      ...driver,
      settled,
      restless: await Promise.all(restless),
      acts,
      faults: [...faults, ...stalls],
      clock,
      replayed,
      heard,
    };
    const breaches = [...wrong, ...check(seen, done)];
    const arrived = seen.calls.filter(({ what }) => what === "arrived").length;
    return {
      seed,
      faults,
      tasks: driver.tasks.length + RESTLESS,
      runs: seen.rows.length,
      attempts: seen.rows.reduce((sum, row) => sum + row.attempts.nodes.length, 0),
      calls: arrived,
      events: replayed.length,
      unknown: driver.unknown(),
      triggered: driver.triggered.length,
      cancelled: driver.cancelled.filter(({ ackedAt }) => ackedAt !== null).length,
      changed: done.restless.reduce((sum, { changes }) => sum + changes, 0),
      reports: acts.filter(({ answer }) => answer === "ok").length,
      stalled: stalls.length > 0,
      breaches,
    };
  } finally {
    phase = "over";
    endWatch();
    await instance.kill();
    await ledger.stop();
    await Promise.allSettled(background);
    clock.stop(instance.pids);
    if (disk !== null) unmountDisk(disk);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runnable processes for each core, beyond which nobody's word about time says anything of the program. */
const MOST_LOAD = 4;
const WATCH_MS = 500;
const STALL_MS = 1_500;

/** Notes when the machine, not the program, kept everybody waiting: what is only a matter of time is not looked at then. */
function watchMachine(stalls: Fault[]): () => void {
  let last = Date.now();
  const watch = setInterval(() => {
    const now = Date.now();
    const busy = (loadavg()[0] ?? 0) > MOST_LOAD * availableParallelism();
    if (busy || now - last > STALL_MS) stalls.push({ kind: "stall", from: last - 15_000, to: now + 5_000 });
    last = now;
  }, WATCH_MS);
  return () => clearInterval(watch);
}

async function trigger(url: string, id: string): Promise<string> {
  const outcome = await change(url, "triggerTask", "run { id }", { id });
  if (outcome.kind !== "ok") throw new Error(`The program is healed, but a trigger was ${outcome.kind}`);
  return outcome.payload.run.id;
}
