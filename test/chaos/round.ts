// One round on one process and its file: faults by a seeded plan.
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClock } from "./clock.ts";
import { FAULTS, type FaultKind, inflict, isClock, mountDisk, unmountDisk } from "./faults.ts";
import { play, seeded, type Verdict } from "./play.ts";
import { createInstance, startLedger } from "./processes.ts";

export interface Plan {
  readonly seed: number;
  readonly faults: readonly FaultKind[];
}

export function planOf(seed: number): Plan {
  const random = seeded(seed);
  const any = () => FAULTS[Math.floor(random() * FAULTS.length)] as FaultKind;
  return { seed, faults: [any(), any(), any()] };
}

/** What was due in the last fault has its row or its start by then. */
const HEAL_MS = 13_000;
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
  end.addEventListener("abort", () => void instance.kill());
  try {
    instance.start();
    await instance.ready();
    const system = {
      url: instance.url,
      clock,
      ledgerUrl: ledger.url,
      withShell: true,
      shared: false,
      followers: 1,
      readLedger: () => readFile(join(folder, "ledger.jsonl"), "utf8"),
      pids: () => [instance.pid()],
      inflict: async (kind: string) => ({
        wrong: await inflict({ instance, ledger, clock, random, disk }, kind as FaultKind),
      }),
    };
    return await play(system, { seed, kinds, random, pauseMs: [1_500, 2_000], healMs: HEAL_MS }, end);
  } finally {
    await instance.kill();
    await ledger.stop();
    clock.stop(instance.pids);
    if (disk !== null) unmountDisk(disk);
    await rm(folder, { recursive: true, force: true });
  }
}
