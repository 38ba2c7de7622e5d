// The instances under test: each the real program in its own namespace, with a clock of its own when the round wants one.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { PACKAGE_ROOT } from "../../../server/package.ts";
import { until } from "../../support/wait.ts";
import { createClock, type RigClock } from "../clock.ts";
import { MODULES } from "../driver.ts";
import { alive } from "../processes.ts";
import type { Link } from "./link.ts";
import type { Namespace } from "./network.ts";

const PORT = 4_000;

export interface Member {
  readonly space: Namespace;
  readonly address: { readonly host: string; readonly port: number };
  /** Real time when the round sets no clock. */
  readonly clock: RigClock;
  /** To the database; null when the round does nothing to it but take packets away. */
  readonly link: Link | null;
  readonly pids: number[];
  pid(): number;
  said(): string;
  start(failpoint?: string): void;
  ready(withinMs?: number): Promise<unknown>;
  signal(name: NodeJS.Signals): void;
  ends(withinMs: number): Promise<boolean>;
  /** When the last process that has ended did so, in real time. */
  endedAt(): number;
  exitCode(): number | null;
  kill(): Promise<void>;
}

/** `databaseUrl`: as it is reached from the host; with a link, through that. */
export function createMember(
  space: Namespace,
  databaseUrl: string,
  clockFile: string | null,
  link: Link | null,
): Member {
  const clock = createClock(clockFile);
  const reached = new URL(databaseUrl);
  if (link) reached.port = String(link.port);
  const pids: number[] = [];
  let running: { child: ChildProcess; ended: Promise<unknown> } | undefined;
  let said = "";
  let endedAt = Number.NaN;
  const address = { host: space.address, port: PORT };
  const gone = () => !running || running.child.exitCode !== null || running.child.signalCode !== null;
  return {
    space,
    address,
    clock,
    link,
    pids,
    pid: () => running?.child.pid as number,
    said: () => said,
    start(failpoint) {
      const child = spawn("ip", ["netns", "exec", space.name, process.execPath, "dist/server/main.js"], {
        cwd: PACKAGE_ROOT,
        env: {
          PATH: process.env.PATH,
          DATABASE_URL: reached.href,
          HOST: "0.0.0.0",
          ALLOW_ANONYMOUS: "true",
          // The ledger has a private address of these networks.
          OUTGOING_ALLOW: "loopback,private",
          PORT: String(PORT),
          TASKS_DIR: MODULES,
          WORKER_THREADS: "2",
          SHUTDOWN_GRACE_MS: "3000",
          ...(failpoint ? { CRONOGRAPH_FAILPOINT: failpoint } : {}),
          ...clock.env,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      alive.add(child);
      if (child.pid) pids.push(child.pid);
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          said = (said + chunk.toString()).slice(-40_000);
        });
      const ended = once(child, "exit").then(() => {
        endedAt = Date.now();
        alive.delete(child);
      });
      running = { child, ended };
    },
    ready: (withinMs = 60_000) =>
      until(
        `${space.name} is ready`,
        async () => {
          if (gone()) throw new Error(`The program has ended: ${said.slice(-1_500)}`);
          const url = `http://${address.host}:${address.port}/readyz`;
          return (await fetch(url, { headers: { connection: "close" }, signal: AbortSignal.timeout(3_000) })).ok;
        },
        withinMs,
      ),
    signal: (name) => void running?.child.kill(name),
    ends: (withinMs) => until("it has ended", gone, withinMs).catch(() => false),
    endedAt: () => endedAt,
    exitCode: () => running?.child.exitCode ?? null,
    async kill() {
      running?.child.kill("SIGCONT");
      running?.child.kill("SIGKILL");
      await running?.ended;
    },
  };
}
