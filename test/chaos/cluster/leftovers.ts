// What a rig that was killed leaves behind: namespaces with instances in them, a bridge, a PostgreSQL server, folders. Each round
// writes down what is its own before it makes it; the next rig takes away what belongs to nobody who lives.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"; // biome-ignore format: a list
import { tmpdir } from "node:os";
import { join } from "node:path";

const NETWORKS = 12_000;
/** A server that is told to stop at once takes away its shared memory first. */
const STOPPED_MS = 5_000;
const RECORD = /^cronograph-rig-(\d+)(?:\.(\d+))?\.json$/;
const NAMESPACES = "/run/netns";

interface Owned {
  readonly pid: number;
  /** When that process began: a number is given out again. */
  readonly born: string | undefined;
  readonly folders: readonly string[];
}

export interface Claim {
  /** Of a network that nobody else has. */
  readonly id: number;
  /** A new one in the system's own for temporary files. */
  folder(): string;
  /** When everything of it is gone. */
  release(): void;
}

export const bridgeOf = (id: number): string => `cgb${id}`;
export const namespaceOf = (id: number, index: number): string => `cgn${id}x${index}`;

const bornAt = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
  } catch {
    return undefined;
  }
};
const lives = ({ pid, born }: Owned): boolean => born !== undefined && bornAt(pid) === born;
const recordOf = (id: number, sweeper?: number) =>
  join(tmpdir(), `cronograph-rig-${id}${sweeper === undefined ? "" : `.${sweeper}`}.json`);
const namespacesOf = (id: number): string[] =>
  existsSync(NAMESPACES) ? readdirSync(NAMESPACES).filter((name) => name.startsWith(namespaceOf(id, 0).slice(0, -1))) : []; // biome-ignore format: one thought
const isUsed = (id: number) => existsSync(`/sys/class/net/${bridgeOf(id)}`) || namespacesOf(id).length > 0;

let next = process.pid % NETWORKS;

/** @throws Error when there is no network left */
export function claimNetwork(): Claim {
  const folders: string[] = [];
  const owned = (): Owned => ({ pid: process.pid, born: bornAt(process.pid), folders });
  for (let tries = 0; tries < NETWORKS; tries++) {
    const id = next++ % NETWORKS;
    const file = recordOf(id);
    const draft = `${file}.${process.pid}.new`;
    // There at once with all that it says, or somebody else's.
    writeFileSync(draft, JSON.stringify(owned()));
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw error;
    } finally {
      rmSync(draft);
    }
    // Whoever made that has no record of it, or it is being swept.
    if (isUsed(id)) {
      rmSync(file);
      continue;
    }
    return {
      id,
      folder() {
        const folder = mkdtempSync(join(tmpdir(), "cronograph-cluster-"));
        folders.push(folder);
        writeFileSync(draft, JSON.stringify(owned()));
        renameSync(draft, file);
        return folder;
      },
      release: () => rmSync(file, { force: true }),
    };
  }
  throw new Error("No network is free for the cluster.");
}

/** Resolves with the networks whose rigs were dead and of which nothing is left now. */
export async function sweepLeftovers(): Promise<number[]> {
  const swept: number[] = [];
  for (const name of readdirSync(tmpdir())) {
    const [, network, sweeper] = RECORD.exec(name) ?? [];
    if (network === undefined) continue;
    const id = Number(network);
    try {
      const owned = JSON.parse(readFileSync(join(tmpdir(), name), "utf8")) as Owned;
      if (lives(owned) || (sweeper !== undefined && bornAt(Number(sweeper)) !== undefined)) continue;
      // Of several that look at the same time one has it.
      const mine = recordOf(id, process.pid);
      renameSync(join(tmpdir(), name), mine);
      await sweep(id, owned.folders);
      rmSync(mine);
      swept.push(id);
    } catch (error) {
      // Another one was first, or it has ended in good order.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  return swept;
}

async function sweep(id: number, folders: readonly string[]): Promise<void> {
  const instances = namespacesOf(id).flatMap((name) =>
    execFileSync("ip", ["netns", "pids", name], { encoding: "utf8" }).split("\n").filter(Boolean).map(Number),
  );
  const others = processes().filter(({ command }) => folders.some((folder) => command.includes(folder)));
  for (const pid of instances) end(pid, "SIGKILL");
  for (const { pid, command } of others) end(pid, /\/postgres\0/.test(command) ? "SIGQUIT" : "SIGKILL");
  const all = [...instances, ...others.map(({ pid }) => pid)];
  const until = performance.now() + STOPPED_MS;
  while (performance.now() < until && all.some((pid) => bornAt(pid) !== undefined))
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const { pid } of processes().filter(({ command }) => folders.some((folder) => command.includes(folder))))
    end(pid, "SIGKILL");
  // What libfaketime leaves in shared memory.
  for (const pid of instances)
    for (const name of [`faketime_shm_${pid}`, `sem.faketime_sem_${pid}`]) rmSync(`/dev/shm/${name}`, { force: true });
  for (const name of namespacesOf(id)) spawnSync("ip", ["netns", "del", name]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  // The last of it: as long as it is there nobody takes the number.
  spawnSync("ip", ["link", "del", bridgeOf(id)]);
}

/** Their arguments, each ended by a zero. */
const processes = (): { pid: number; command: string }[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        return [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, "utf8") }];
      } catch {
        return [];
      }
    });

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}
