// The real program as its own process: started, killed and stopped as an operator or a power cut would.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { FIXTURE_MODULES } from "./app.ts";
import { until } from "./wait.ts";

export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has written so far. */
  output(): string;
  kill(): Promise<void>;
  /** Sends SIGTERM; answers the exit code. */
  terminate(): Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

const FROM_SOURCE = ["--import", "tsx", "server/main.ts"];
/** For benchmarks: what runs from source carries tsx's additions along. */
export const BUILT = ["dist/server/main.js"];

/** Runs from source unless told otherwise; resolves when the program is ready. */
export async function startProgram(
  settings: Record<string, string>,
  args: string[] = [],
  entry: readonly string[] = FROM_SOURCE,
): Promise<Program> {
  const port = settings.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [...entry, ...args], {
    cwd: PACKAGE_ROOT,
    env: { PATH: process.env.PATH, TASKS_DIR: FIXTURE_MODULES, ALLOW_ANONYMOUS: "true", ...settings, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const exited = once(child, "exit").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  await until(
    `the program is ready on ${url}`,
    async () => {
      if (child.exitCode !== null) return true;
      return (await fetch(`${url}/readyz`, { headers: { connection: "close" } })).ok;
    },
    60_000,
  );
  return {
    url,
    child,
    output: () => output,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    terminate() {
      child.kill("SIGTERM");
      return exited;
    },
  };
}
