// What every round is made of: clients at work, faults one after the other, time to heal, then the check of everything.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { data } from "../support/client.ts";
import { check } from "./checker.ts";
import type { RigClock } from "./clock.ts";
import { createDriver } from "./driver.ts";
import { follow, type Heard } from "./follower.ts";
import { watchMachine } from "./machine.ts";
import { type Done, type Fault, observe, type Seen } from "./observed.ts";
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
  /** Whether the machine held up the rig or the program for some of it: then nothing is said about time. */
  readonly stalled: boolean;
  readonly breaches: readonly string[];
}

/** The system under test, whatever it is made of. */
export interface System {
  /** Where clients find it. */
  readonly url: string;
  readonly clock: RigClock;
  readonly ledgerUrl: string;
  readonly withShell: boolean;
  readonly shared: boolean;
  /** How many listen all the time. */
  readonly followers: number;
  readLedger(): Promise<string>;
  /** Of the program's processes that live now. */
  pids(): readonly number[];
  /** Resolves when it is ready again; answers what was wrong with how it took the fault. */
  inflict(kind: string): Promise<{ readonly wrong: readonly string[] } & Pick<Fault, "pids" | "losses" | "readyFor">>;
  /** Rules of its own. */
  check?(seen: Seen, done: Done): readonly string[];
}

export interface Script {
  readonly seed: number;
  readonly kinds: readonly string[];
  readonly random: () => number;
  /** Between faults, at least and up to so much more. */
  readonly pauseMs: readonly [number, number];
  /** What was due in the last fault has its row or its start by then. */
  readonly healMs: number;
}

const RESTLESS = 3;
/** A round that did little shows little: on a slow machine it goes on until so many runs by hand are acknowledged, up to a bound. */
const LEAST_TRIGGERED = 6;
const MOST_DRIVING_MS = 45_000;
const MOST_READING_MS = 30_000;
const pass = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

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

/** Its end and that of what it has going: whoever stops the system aborts `end` before. */
export async function play(system: System, script: Script, end: AbortSignal): Promise<Verdict> {
  const { url, clock, ledgerUrl: ledger } = system;
  const { seed, kinds, random, pauseMs, healMs } = script;
  const driver = createDriver(url, ledger, clock, random, system.withShell);
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
  const machine = watchMachine(system.pids);
  end.addEventListener("abort", () => {
    phase = "over";
  });
  try {
    const { eventCursor } = await data(url, "{ eventCursor }");
    const hearing = Array.from({ length: system.followers }, () =>
      follow(url, eventCursor, marked, () => phase === "over"),
    );
    await driver.steady();
    const driving = () => phase === "driving";
    const restless = Array.from({ length: RESTLESS }, (_, index) =>
      makeRestless(`restless ${index}`, { url, ledger, clock, random }, driving),
    );
    const working = runWorker(url, ledger, random, () => phase);
    const clients = (async () => {
      while (driving()) {
        await driver.once();
        await driver.trigger();
        if (random() < 0.4) await driver.cancel();
        await pass(200 + random() * 600);
      }
    })();
    background.push(...hearing, working, clients, ...restless);
    const brokenRig = new Promise<never>((_, reject) => {
      for (const work of background) work.catch(reject);
    });
    brokenRig.catch(() => {});
    for (const kind of kinds) {
      await pass(pauseMs[0] + random() * pauseMs[1]);
      const from = Date.now();
      const { wrong: found, ...touched } = await Promise.race([system.inflict(kind), brokenRig]);
      wrong.push(...found);
      faults.push({ kind, from, to: Date.now(), ...touched });
    }
    const enough = Date.now() + MOST_DRIVING_MS;
    while (driver.triggered.length < LEAST_TRIGGERED && Date.now() < enough) await Promise.race([pass(200), brokenRig]);
    phase = "healing";
    await clients;
    // A key is kept for a day: after a step of the clock it may name something new.
    const settled = !kinds.some((kind) => kind.startsWith("clock:"));
    if (settled) await driver.settle();
    await pass(healMs);
    const readAt = Date.now();
    const seen = await observe(url, system.readLedger, clock);
    mark = await trigger(url, driver.tasks.find(({ id }) => id)?.id as string);
    const late = Date.now() + MOST_READING_MS;
    const replayed = untilMark(await follow(url, eventCursor, marked, () => Date.now() > late));
    const heard = await Promise.all(
      hearing.map(async (one) => untilMark(await Promise.race([one, pass(5_000).then((): Heard[] => [])]))),
    );
    phase = "over";
    // What was answered after the rows were read is not in them.
    const acts = (await working).map((act) => (act.answeredAt > readAt ? { ...act, answer: null } : act));
    const stalls = machine.stalls();
    const done: Done = {
      ...driver,
      settled,
      restless: await Promise.all(restless),
      acts,
      faults: [...faults, ...stalls],
      shared: system.shared,
      clock,
      replayed,
      heard,
    };
    const breaches = [...wrong, ...check(seen, done), ...(system.check?.(seen, done) ?? [])];
    // What a finding is looked into with.
    if (breaches.length > 0 && process.env.CHAOS_KEEP)
      writeFileSync(
        join(process.env.CHAOS_KEEP, `${seed}.json`),
        JSON.stringify({ breaches, faults: done.faults, replayed, seen }),
      );
    return {
      seed,
      faults,
      tasks: driver.tasks.length + RESTLESS,
      runs: seen.rows.length,
      attempts: seen.rows.reduce((sum, row) => sum + row.attempts.nodes.length, 0),
      calls: seen.calls.filter(({ what }) => what === "arrived").length,
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
    machine.end();
    await Promise.race([Promise.allSettled(background), pass(20_000)]);
  }
}

async function trigger(url: string, id: string): Promise<string> {
  const input = { id, idempotencyKey: "the mark" };
  for (let tries = 0; ; tries++) {
    const outcome = await change(url, "triggerTask", "run { id }", input);
    if (outcome.kind === "ok") return outcome.payload.run.id;
    if (tries === 10) throw new Error(`The program is healed, but a trigger was ${outcome.kind}`);
    await pass(500);
  }
}
