// The program under test and the ledger, each a process of its own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { until } from "../support/wait.ts";
import { MODULES } from "./driver.ts";

export const alive = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

function start(args: string[], env: Record<string, string | undefined>): { child: ChildProcess; ended: Promise<void> } {
  const child = spawn(process.execPath, args, { cwd: PACKAGE_ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  alive.add(child);
  const ended = once(child, "exit").then(() => void alive.delete(child));
  return { child, ended };
}

let lastPort = 12_000 + (process.pid % 4_000) * 4;
/** Below the system's own range, so that nobody's outgoing connection takes it while its program is down. */
async function ownPort(): Promise<number> {
  for (;;) {
    lastPort = lastPort >= 31_000 ? 12_000 : lastPort + 1;
    const port = lastPort;
    const server = createServer().listen(port, "127.0.0.1");
    const free = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (free) await new Promise((resolve) => server.close(resolve));
    if (free) return port;
  }
}

export interface Ledger {
  readonly url: string;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

export async function startLedger(file: string, address = "127.0.0.1"): Promise<Ledger> {
  const { child, ended } = start([join("test", "chaos", "ledger.mjs"), file, address], { PATH: process.env.PATH });
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return {
    url: `http://${address}:${String(port).trim()}`,
    signal: (name) => void child.kill(name),
    stop: () => {
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** The event loop stands still for so long when SIGUSR2 comes. */
export const BLOCK_MS = 17_000;

/** One process after the other over one database file, always at the same address. */
export async function createInstance(database: string, more: Readonly<Record<string, string>> = {}) {
  const port = await ownPort();
  const url = `http://127.0.0.1:${port}`;
  const pids: number[] = [];
  let running: ReturnType<typeof start> | undefined;
  let said = "";

  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: `file:${database}`,
    PORT: String(port),
    TASKS_DIR: MODULES,
    ALLOW_SHELL: "true",
    ALLOW_ANONYMOUS: "true",
    WORKER_THREADS: "2",
    CRONOGRAPH_FAILPOINT: `blocked-loop:${BLOCK_MS}`,
    ...more,
  };
  const gone = ({ child }: ReturnType<typeof start>) => child.exitCode !== null || child.signalCode !== null;
  const begin = (changed: Record<string, string>) => {
    const program = start(["dist/server/main.js"], { ...environment, ...changed });
    if (program.child.pid) pids.push(program.child.pid);
    for (const stream of [program.child.stdout, program.child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-20_000);
      });
    return program;
  };

  return {
    url,
    database,
    /** Of all lives. */
    pids,
    pid: () => running?.child.pid as number,
    said: () => said,
    /** Without waiting until it is ready. */
    start(failpoint?: string) {
      running = begin(failpoint === undefined ? {} : { CRONOGRAPH_FAILPOINT: failpoint });
    },
    ready: () =>
      until(
        "the program is ready",
        async () => {
          if (running && gone(running)) throw new Error(`The program has ended: ${said.slice(-1_000)}`);
          return (
            await fetch(`${url}/readyz`, { headers: { connection: "close" }, signal: AbortSignal.timeout(5_000) })
          ).ok;
        },
        60_000,
      ),
    /** A start that must be refused: what it said, and its exit code; null when it did not end. */
    async refused(
      changed: Record<string, string> = {},
    ): Promise<{ code: number | null; text: string; afterMs: number }> {
      const from = performance.now();
      said = "";
      const second = begin(changed);
      const ended = await until("it has ended", () => gone(second), 30_000).catch(() => false);
      if (!ended) second.child.kill("SIGKILL");
      await second.ended;
      return { code: ended ? second.child.exitCode : null, text: said, afterMs: performance.now() - from };
    },
    signal: (name: NodeJS.Signals) => running?.child.kill(name),
    /** Ends with it, or after so long without it: then false. */
    async ends(withinMs: number): Promise<boolean> {
      const program = running as NonNullable<typeof running>;
      return await until("it has ended", () => gone(program), withinMs).catch(() => false);
    },
    async kill() {
      running?.child.kill("SIGKILL");
      await running?.ended;
    },
    /** A limit of the living process: `fsize` as a full disk without root, `nofile` as no more descriptors. */
    limit: (what: "fsize" | "nofile", most: number | "unlimited") =>
      execFileSync("prlimit", ["--pid", String(running?.child.pid), `--${what}=${most}:`]),
    limitOf: (what: "nofile") =>
      Number(
        execFileSync("prlimit", ["--pid", String(running?.child.pid), `--${what}`, "--output=SOFT", "--noheadings"]),
      ),
    /** Seconds of processor time so far, its threads included. */
    cpuSeconds(): number {
      const fields = readFileSync(`/proc/${running?.child.pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
  };
}
export type Instance = Awaited<ReturnType<typeof createInstance>>;
