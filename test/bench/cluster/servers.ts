// The other parties of `bench:cluster`: what they need is fetched when it runs, into a folder that is removed after it.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureProgram } from "../../../tools/programs.mjs";
import { freePort } from "../../support/program.ts";

const RIVALS = ["graphile-worker@0.17.3", "pg-boss@12.38.0", "bullmq@6.7.0", "ioredis@6.0.0"];

/** By npm, without their install scripts. */
export function installRivals(folder: string): string {
  mkdirSync(folder, { recursive: true });
  execFileSync(
    "npm",
    ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...RIVALS],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  return folder;
}

export interface Redis {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Debian's, on loopback. `fsync`: each write is on the disk before its answer, as with PostgreSQL; else its defaults hold. */
export async function startRedis(folder: string, fsync: boolean): Promise<Redis> {
  const program = ensureProgram("redis") as string;
  const port = await freePort();
  const dir = join(folder, `redis-${port}`);
  mkdirSync(dir);
  const child: ChildProcess = spawn(
    program,
    [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--dir",
      dir,
      ...(fsync ? ["--appendonly", "yes", "--appendfsync", "always"] : []),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (chunk.toString().includes("eady to accept connections")) resolve();
    });
    void ended.then(() => reject(new Error("redis-server has ended")));
  });
  return {
    port,
    pid: child.pid as number,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
