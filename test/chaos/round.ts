// One round: a fresh database, clients at work, faults by a seeded plan, time to heal, then the check of everything.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Call, check, type Fault, observe } from "./checker.ts";
import { createDriver } from "./driver.ts";
import { createInstance, type Instance, startLedger } from "./processes.ts";

export const FAULTS = [
  "kill",
  "kill:after-claim",
  "kill:during-call",
  "kill:after-call",
  "kill:before-result",
  "kill:after-result",
  "pause",
  "disk-full",
] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Verdict {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly tasks: number;
  readonly runs: number;
  readonly calls: number;
  readonly unknown: number;
  /** Runs by hand that were acknowledged. */
  readonly triggered: number;
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

/** Longer than the 15 seconds of a lease. */
const PAUSE_MS = 17_000;
const FULL_MS = 4_000;
/** What was due in the last fault has its row or its start by then. */
const HEAL_MS = 13_000;
const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export async function runRound({ seed, faults: kinds }: Plan): Promise<Verdict> {
  const random = seeded(seed + 1);
  const folder = await mkdtemp(join(tmpdir(), "cronograph-chaos-"));
  const ledger = await startLedger(join(folder, "ledger.jsonl"));
  const instance = await createInstance(join(folder, "chaos.db"));
  const driver = createDriver(instance.url, ledger.url);
  const faults: Fault[] = [];
  let driving = true;
  try {
    instance.start();
    await instance.ready();
    for (const [seconds, ms] of [[1, 0], [1, 300], [2, 1_500], [3, 50], [5, 700]] as const) await driver.every(seconds, ms); // biome-ignore format: a table
    const clients = (async () => {
      while (driving) {
        await driver.once(Math.ceil((Date.now() + 1_500 + random() * 6_000) / 1_000) * 1_000, random() * 500);
        await driver.trigger();
        await pass(200 + random() * 600);
      }
    })();
    for (const kind of kinds) {
      await pass(1_500 + random() * 2_000);
      const from = Date.now();
      await inflict(instance, kind, random);
      faults.push({ kind, from, to: Date.now() });
    }
    driving = false;
    await clients;
    await pass(HEAL_MS);
    const calls = (await readFile(join(folder, "ledger.jsonl"), "utf8")).trim().split("\n");
    const seen = await observe(
      instance.url,
      calls.map((line) => JSON.parse(line) as Call),
    );
    const breaches = check(seen, driver.tasks, driver.triggered, faults);
    const arrived = seen.calls.filter(({ what }) => what === "arrived").length;
    const counts = { tasks: driver.tasks.length, runs: seen.rows.length, calls: arrived, unknown: driver.unknown() };
    const triggered = driver.triggered.length;
    return { seed, faults, ...counts, triggered, breaches };
  } finally {
    driving = false;
    await instance.kill();
    await ledger.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Resolves when the program is ready again. */
async function inflict(instance: Instance, kind: FaultKind, random: () => number): Promise<void> {
  switch (kind) {
    case "pause":
      instance.signal("SIGSTOP");
      await pass(PAUSE_MS);
      instance.signal("SIGCONT");
      break;
    case "disk-full":
      instance.limitFiles(4_096);
      await pass(FULL_MS);
      instance.limitFiles("unlimited");
      break;
    case "kill":
      await instance.kill();
      await pass(random() * 2_000);
      instance.start();
      break;
    default: {
      // It dies by itself at the point; the restart arms it, the next one is without.
      await instance.kill();
      instance.start(`${kind.slice("kill:".length)}:${1 + Math.floor(random() * 4)}`);
      if (!(await instance.ends(60_000))) throw new Error(`${kind} was not reached\n${instance.said()}`);
      instance.start();
    }
  }
  await instance.ready();
}
