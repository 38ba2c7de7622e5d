// The program under test and the ledger, each a process of its own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { until } from "../support/wait.ts";

const alive = new Set<ChildProcess>();
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

export async function startLedger(file: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { child, ended } = start([join("test", "chaos", "ledger.mjs"), file], { PATH: process.env.PATH });
  const [port] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** One process after the other over one database file, always at the same address. */
export async function createInstance(database: string) {
  const port = await ownPort();
  const url = `http://127.0.0.1:${port}`;
  let running: ReturnType<typeof start> | undefined;
  let said = "";

  return {
    url,
    said: () => said,
    /** Without waiting until it is ready. */
    start(failpoint?: string) {
      const env = { PATH: process.env.PATH, DATABASE_URL: `file:${database}`, PORT: String(port), TASKS_DIR: "tasks" };
      running = start(
        ["dist/server/main.js"],
        failpoint === undefined ? env : { ...env, CRONOGRAPH_FAILPOINT: failpoint },
      );
      for (const stream of [running.child.stdout, running.child.stderr])
        stream?.on("data", (chunk: Buffer) => {
          said = (said + chunk.toString()).slice(-20_000);
        });
    },
    ready: () =>
      until(
        "the program is ready",
        async () => (await fetch(`${url}/readyz`, { headers: { connection: "close" } })).ok,
        60_000,
      ),
    signal: (name: NodeJS.Signals) => running?.child.kill(name),
    /** Ends with it, or after so long without it: then false. */
    async ends(withinMs: number): Promise<boolean> {
      const { child } = running as NonNullable<typeof running>;
      const gone = () => child.exitCode !== null || child.signalCode !== null;
      return await until("it has ended", gone, withinMs).catch(() => false);
    },
    async kill() {
      running?.child.kill("SIGKILL");
      await running?.ended;
    },
    /** No file of it may grow beyond this: a disk that is full for it alone, without root. */
    limitFiles: (bytes: number | "unlimited") =>
      execFileSync("prlimit", ["--pid", String(running?.child.pid), `--fsize=${bytes}:unlimited`]),
  };
}
export type Instance = Awaited<ReturnType<typeof createInstance>>;
