// What the benchmarks share: figures, tables, and each contestant in a process of its own, so that none pays for another.
import { spawn } from "node:child_process";
import { availableParallelism, cpus } from "node:os";

export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
};

export const median = (values: readonly number[]): number => percentile(values, 50);

export const grouped = (value: number): string => Math.round(value).toLocaleString("en-US");

export function table(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}`);
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("   "),
    );
}

export const machine = (): string =>
  `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model ?? "unknown"}), ${process.platform}`;

/** Runs a file of this folder as its own process; answers the JSON that it writes last. */
export async function apart<T>(
  file: string,
  args: readonly string[] = [],
  nodeArgs: readonly string[] = [],
): Promise<T> {
  const path = new URL(file, import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", ...nodeArgs, path, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}:\n${output}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as T;
}

/** For `apart`: what the process has found. */
export const answer = (value: unknown): void => console.log(JSON.stringify(value));

/** Processor time since a moment, and the most memory this process ever had. */
export function meter() {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { cpuUs: user + system, peakMb: process.resourceUsage().maxRSS / 1_024 };
  };
}

/** A module of the built server: what runs from source carries tsx's additions along. */
export const built = <T>(module: string): Promise<T> =>
  import(new URL(`../../dist/server/${module}.js`, import.meta.url).href) as Promise<T>;
