// What stands in for commands: the test's own function. What it answers is read as a real command's output and exit would be.
import type { TargetResult, Work } from "../domain/ports.ts";
import type { ShellTarget } from "../domain/types.ts";
import { STOPPED, variables } from "../executor/targets/shell.ts";
import { exitResult, spawnFailed } from "../executor/targets/shell-exit.ts";
import type { SimulatedShell } from "./api.ts";
import type { Attempt } from "./attempts.ts";

export async function executed(
  shell: SimulatedShell,
  work: Work<ShellTarget>,
  { signal, sleep, now, run, ordered }: Attempt,
): Promise<TargetResult> {
  const { command, script, cwd } = work.target;
  const stdin = work.payload === undefined ? "" : JSON.stringify(work.payload);
  const order = { command, script, cwd, env: variables(work), stdin };
  ordered(order);
  work.alive();
  try {
    const {
      exitCode = 0,
      signal: by,
      stdout = "",
      stderr = "",
    } = (await shell(order, { signal, sleep, now, run })) ?? {};
    if (signal.aborted) return STOPPED;
    for (const text of lines(stdout)) work.log("INFO", text);
    for (const text of lines(stderr)) work.log("WARN", text);
    const exit = by === undefined ? { code: exitCode, signal: null } : { code: null, signal: by };
    return exitResult(work.target, exit, { stdout, stdoutTruncated: false }, lines(stderr).at(-1) ?? "");
  } catch (error) {
    return spawnFailed((error as Error).message);
  }
}

const lines = (text: string): string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));
