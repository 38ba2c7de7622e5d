// What the contestants of `bench:cluster` share: each is a process that makes itself ready, is told to go, and says what it took.
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { meter } from "../figures.ts";

/** Of Linux' process times; `getconf CLK_TCK` is 100 wherever Node runs. */
const TICK_US = 10_000;

export interface Took {
  readonly ms: number;
  readonly cpuUs: number;
}

export interface Contestant {
  /** Resolves with the figures that it says last. */
  go(): Promise<Took>;
  /** For one that does not end by itself. */
  enough(): void;
  kill(): void;
}

/** In the contestant: `work` resolves when all is done and recorded. */
export async function contest(work: () => Promise<unknown>): Promise<never> {
  const lines = createInterface({ input: process.stdin });
  console.log("ready");
  await new Promise((resolve) => lines.once("line", resolve));
  const used = meter();
  const began = performance.now();
  await work();
  console.log(JSON.stringify({ ms: performance.now() - began, cpuUs: used().cpuUs }));
  process.exit(0);
}

export const enough = (): Promise<void> => new Promise((resolve) => process.stdin.once("data", () => resolve()));

/** Resolves when it is ready. */
export async function start(file: string, args: readonly string[]): Promise<Contestant> {
  const path = new URL(file, import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", path, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("ready\n")) resolve();
    });
    void ended.then((code) => reject(new Error(`${file} ended with ${code}:\n${output}`)));
  });
  return {
    async go() {
      child.stdin?.write("go\n");
      const code = await ended;
      if (code !== 0) throw new Error(`${file} ended with ${code}:\n${output}`);
      return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Took;
    },
    enough: () => void child.stdin?.write("enough\n"),
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Processor time of a server and its children, those that have ended too; null where there is no /proc. */
export function serverCpuUs(pid: number): number | null {
  try {
    const times = (of: string) => {
      const [, ...fields] = /^\d+ \(.*\) (.*)$/s.exec(readFileSync(`/proc/${of}/stat`, "utf8"))?.[1]?.split(" ") ?? [];
      return {
        parent: Number(fields[0]),
        own: Number(fields[10]) + Number(fields[11]),
        ended: Number(fields[12]) + Number(fields[13]),
      };
    };
    const main = times(String(pid));
    let ticks = main.own + main.ended;
    for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
      try {
        const child = times(name);
        if (child.parent === pid) ticks += child.own;
      } catch {
        // It has ended meanwhile.
      }
    }
    return ticks * TICK_US;
  } catch {
    return null;
  }
}
