// The nemesis: what is done to the program in a round, one thing at a time. Each answers what was wrong with how the program took it.
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { data } from "../support/client.ts";
import type { RigClock } from "./clock.ts";
import { DAMAGES, type Damage, damageFile } from "./damage.ts";
import { BLOCK_MS, type Instance, type Ledger } from "./processes.ts";

const KILLS = ["kill", "kill:after-claim", "kill:during-call", "kill:after-call", "kill:before-result", "kill:after-result"] as const; // biome-ignore format: a list
const STOPS = ["stop:long", "stop:short", "stop:loop", "stop:all"] as const;
const CLOCKS = ["clock:+2h", "clock:-2h", "clock:+1d", "clock:drift"] as const;
const WANTS = ["disk-full", "no-descriptors", "second-process"] as const;
const FILE_DAMAGES = DAMAGES.map((kind) => `damage:${kind}` as const);

export type FaultKind = (typeof KILLS)[number] | (typeof STOPS)[number] | (typeof CLOCKS)[number] | (typeof WANTS)[number] | `damage:${Damage}`; // biome-ignore format: a list
/** Kills stand in it three times: they are what happens. */
export const FAULTS: readonly FaultKind[] = [...KILLS, ...KILLS, ...KILLS, ...STOPS, ...CLOCKS, ...WANTS, ...FILE_DAMAGES]; // biome-ignore format: a list

/** Longer than the 15 seconds of a lease, and shorter. */
const LONG_STOP_MS = 17_000;
const SHORT_STOP_MS = 8_000;
const SLEEP_MS = 20_000;
const FULL_MS = 4_000;
/** Within these a program that can write does. */
const STILL_MS = 2_000;
const BACK_MS = 8_000;
const DRIFT_MS = 10_000;
const HOUR_MS = 3_600_000;
/** After a step of the clock, when what was missed has been decided. */
const SETTLED_MS = 4_000;
const MEASURED_MS = 3_000;
/** Of a core. What the rig's own tasks need is a third of it, on a slow machine. */
const MOST_CPU = 0.9;
/** A machine that is busy with other rounds starts a process in some seconds. */
const SECOND_MS = 10_000;

const pass = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface Victims {
  readonly instance: Instance;
  readonly ledger: Ledger;
  readonly clock: RigClock;
  readonly random: () => number;
  /** Of the database's own small disk; null where none could be mounted. */
  readonly disk: string | null;
}

export const isClock = (kind: FaultKind): boolean => kind.startsWith("clock:");

/** Resolves when the program is ready again. */
export async function inflict(victims: Victims, kind: FaultKind): Promise<string[]> {
  const wrong = await strike(victims, kind);
  await victims.instance.ready();
  return wrong;
}

async function strike({ instance, ledger, clock, random, disk }: Victims, kind: FaultKind): Promise<string[]> {
  switch (kind) {
    case "kill":
      await instance.kill();
      await pass(random() * 2_000);
      instance.start();
      return [];
    case "stop:long":
    case "stop:short":
      instance.signal("SIGSTOP");
      await pass(kind === "stop:long" ? LONG_STOP_MS : SHORT_STOP_MS);
      instance.signal("SIGCONT");
      return [];
    case "stop:loop":
      instance.signal("SIGUSR2");
      await pass(BLOCK_MS);
      return [];
    case "stop:all":
      instance.signal("SIGSTOP");
      ledger.signal("SIGSTOP");
      await pass(SLEEP_MS);
      ledger.signal("SIGCONT");
      instance.signal("SIGCONT");
      return [];
    case "disk-full":
      return await fillDisk(instance, disk);
    case "no-descriptors": {
      const usual = instance.limitOf("nofile");
      instance.limit("nofile", 4);
      await pass(FULL_MS);
      instance.limit("nofile", usual);
      return [];
    }
    case "second-process":
      return await startSecond(instance);
    case "clock:+2h":
    case "clock:+1d":
      clock.set(clock.offsetMs() + (kind === "clock:+2h" ? 2 : 24) * HOUR_MS);
      return await measureCpu(instance, kind);
    case "clock:-2h": {
      const before = clock.offsetMs();
      clock.set(before - 2 * HOUR_MS);
      const wrong = await measureCpu(instance, kind);
      await pass(Math.max(0, BACK_MS - SETTLED_MS - MEASURED_MS));
      clock.set(before);
      return [...wrong, ...(await measureCpu(instance, kind))];
    }
    case "clock:drift": {
      const before = clock.offsetMs();
      clock.set(before, 0.05);
      await pass(DRIFT_MS);
      clock.set(before);
      return [];
    }
    default:
      if (kind.startsWith("damage:")) return await damageFile(instance, kind.slice("damage:".length) as Damage, random);
      // It dies by itself at the point; the restart arms it, the next one is without.
      await instance.kill();
      instance.start(`${kind.slice("kill:".length)}:${1 + Math.floor(random() * 4)}`);
      if (!(await instance.ends(60_000))) throw new Error(`${kind} was not reached\n${instance.said()}`);
      instance.start();
      return [];
  }
}

/** No loop may spin because of a clock. */
async function measureCpu(instance: Instance, kind: FaultKind): Promise<string[]> {
  await pass(SETTLED_MS);
  const from = instance.cpuSeconds();
  const begun = performance.now();
  await pass(MEASURED_MS);
  const used = ((instance.cpuSeconds() - from) / (performance.now() - begun)) * 1_000;
  return used > MOST_CPU ? [`busy: ${Math.round(used * 100)} % of a core after ${kind}`] : [];
}

async function fillDisk(instance: Instance, disk: string | null): Promise<string[]> {
  if (disk === null) instance.limit("fsize", 4_096);
  const file = disk === null ? undefined : join(disk, "fill");
  if (file) {
    const handle = openSync(file, "w");
    try {
      for (const size of [1 << 20, 4_096]) while (hasRoom(handle, size));
    } finally {
      closeSync(handle);
    }
  }
  const head = async () => (await data(instance.url, "{ eventCursor }")).eventCursor as string;
  await pass(FULL_MS - STILL_MS);
  const before = await head();
  await pass(STILL_MS);
  const wrong: string[] = [];
  // A log file that had room left takes small writes as before: then nothing is wrong with the database.
  const stillWrites = (await head()) !== before;
  const answer = await fetch(`${instance.url}/readyz`, { headers: { connection: "close" } });
  const said = (await answer.json()) as { code?: string };
  const saysFull = answer.status === 503 && said.code === "STORAGE_FULL";
  if (!saysFull && !(stillWrites && answer.status === 200))
    wrong.push(`trouble: with a full disk /readyz answered ${answer.status} ${JSON.stringify(said)}`);
  const freed = performance.now();
  if (file) rmSync(file);
  else instance.limit("fsize", "unlimited");
  await instance.ready();
  const took = performance.now() - freed;
  if (took > 10_000) wrong.push(`trouble: it took ${Math.round(took)} ms to recover from a full disk`);
  return wrong;
}

function hasRoom(handle: number, size: number): boolean {
  try {
    return writeSync(handle, new Uint8Array(size)) === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return false;
    throw error;
  }
}

async function startSecond(instance: Instance): Promise<string[]> {
  const wrong: string[] = [];
  const { code, text, afterMs } = await instance.refused({ PORT: "0" });
  if (code === null || code === 0) wrong.push("second: a second process on the same file was not refused");
  else if (!text.includes(`${instance.database} is in use by another Cronograph process`))
    wrong.push(`second: a second process was told: ${text.slice(-500)}`);
  if (afterMs > SECOND_MS) wrong.push(`second: it was refused only after ${Math.round(afterMs)} ms`);
  return wrong;
}

/** A small disk of its own for the database; null where one may not be mounted. */
export function mountDisk(folder: string): string | null {
  if (process.getuid?.() !== 0) return null;
  try {
    mkdirSync(folder);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m", "tmpfs", folder], { stdio: "ignore" });
    process.once("exit", () => unmountDisk(folder));
    return folder;
  } catch {
    return null;
  }
}

export function unmountDisk(folder: string): void {
  try {
    execFileSync("umount", ["-l", folder], { stdio: "ignore" });
  } catch {
    // Never mounted, or already away.
  }
}
