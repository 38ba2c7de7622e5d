// Runs the real server as a child process for the demo: starts it, waits until it is ready, stops it in good order.
// The child has its own process group, so that one Ctrl-C reaches it once: a second signal would mean "at once" to it.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const READY_WITHIN_MS = 60_000;
/** The server gives running work 25 s; a little more than that. */
const STOPPED_WITHIN_MS = 35_000;
const READY_EVERY_MS = 200;

export interface DemoServer {
  readonly url: string;
  readonly pid: number | undefined;
  /** Resolves when the server answers that it is ready; rejects when it ended, took too long or `signal` was aborted. */
  ready(signal: AbortSignal): Promise<void>;
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
  kill(): void;
}

/** Starts the server with more settings than the environment has; its log goes to a file. */
export async function startDemoServer(
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<DemoServer> {
  const log = await open(logFile, "a");
  const child = spawn(process.execPath, entry(), {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { ...process.env, ...settings },
    stdio: ["ignore", log.fd, log.fd],
    detached: process.platform !== "win32",
  });
  await log.close();
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const url = `http://127.0.0.1:${settings.PORT}`;
  return {
    url,
    pid: child.pid,
    ready: (signal) => ready(url, child, ended, signal),
    ended,
    stop: () => stop(child, ended),
    kill: () => void child.kill("SIGKILL"),
  };
}

/** The built server when there is one, else the source. */
function entry(): string[] {
  const built = fileURLToPath(new URL("../../dist/server/main.js", import.meta.url));
  const source = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
  return existsSync(built) ? [built] : ["--import", "tsx", source];
}

async function ready(url: string, child: ChildProcess, ended: Promise<string>, signal: AbortSignal): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    signal.throwIfAborted();
    if (isOver(child)) throw new Error(`The server ended before it was ready (${await ended}).`);
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(READY_EVERY_MS);
  }
  throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1_000} seconds.`);
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (isOver(child)) return;
  child.kill("SIGTERM");
  const waiting = new AbortController();
  const tooLong = sleep(STOPPED_WITHIN_MS, undefined, { signal: waiting.signal }).then(
    () => child.kill("SIGKILL"),
    () => {},
  );
  await Promise.race([ended, tooLong]);
  waiting.abort();
  await ended;
}

function isOver(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
