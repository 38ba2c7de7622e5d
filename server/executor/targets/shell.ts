// Runs commands, each in a process group of its own, so that what a command has started ends with it. A run is over when its
// group is: what is left behind by its first process is ended too. Nothing here reads a command: only `script` meets a shell.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { shown } from "../../domain/errors.ts";
import type { Runner, TargetResult, Work } from "../../domain/ports.ts";
import type { ShellTarget } from "../../domain/types.ts";
import { taskRun } from "./module.ts";
import { createProcessGroup, type GroupStep, type ProcessGroup } from "./process-group.ts";
import { type Exit, exitResult, spawnFailed } from "./shell-exit.ts";
import { createShellGuard } from "./shell-guard.ts";
import { readOutput } from "./shell-output.ts";

/** On a shutdown results are still written for 5 s; a run whose lease is lost is somebody else's 2 s later. */
const SHUTDOWN_GRACE_MS = 3_000;
const LEASE_LOST_GRACE_MS = 1_000;
/** What ends by itself right after the first process, like the other side of a pipe, was not left behind. */
const LEFT_BEHIND_MS = 100;
/** A process that has left the group may hold the output open for ever. */
const LAST_WORDS_MS = 500;

export interface ShellRunnerOptions {
  readonly allowed: boolean;
  readonly concurrency: number;
  /** What commands see of the server's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Calls back after some milliseconds of real time, in which processes live; answers how to call it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

const DISABLED: TargetResult = {
  ok: false,
  error: {
    code: "TARGET_DISABLED",
    message: "This executor does not run commands. Its operator allows them with the setting ALLOW_SHELL=true.",
  },
};
/** One that ends well because it was asked to end has not done its work. */
export const STOPPED: TargetResult = { ok: false, error: { code: "ABORTED", message: "It was stopped." } };

export function createShellRunner({
  allowed,
  concurrency,
  environment,
  after,
}: ShellRunnerOptions): Runner<ShellTarget> {
  const guard = createShellGuard();
  const going = new Map<ProcessGroup, Promise<unknown>>();

  async function run(work: Work<ShellTarget>): Promise<TargetResult> {
    if (!allowed) return DISABLED;
    const { target, signal } = work;
    if (target.cwd !== null && !(await isFolder(target.cwd)))
      return spawnFailed(`The folder ${shown(target.cwd)} is not there, or is no folder.`);
    if (signal.aborted) return STOPPED;
    const child = await begin(target, { ...environment, ...variables(work) });
    if (!("stdin" in child)) return child;
    const id = child.pid as number;
    guard.watch(id);
    work.alive();
    const group = createProcessGroup({ id, after, step: (step) => tell(work, step) });
    const over = follow(work, child, group);
    going.set(group, over);
    try {
      return await over;
    } finally {
      going.delete(group);
      guard.forget(id);
    }
  }

  async function follow(
    work: Work<ShellTarget>,
    child: ChildProcessWithoutNullStreams,
    group: ProcessGroup,
  ): Promise<TargetResult> {
    const { signal, log, target, payload } = work;
    const exited = once(child, "exit").then(([code, name]): Exit => ({ code, signal: name }));
    const closed = once(child, "close");
    for (const stream of [child.stdout, child.stderr]) stream.on("data", () => work.alive());
    const stdout = readOutput(child.stdout, (text) => log("INFO", text), after);
    const stderr = readOutput(child.stderr, (text) => log("WARN", text), after);
    // A command need not read what it is given.
    child.stdin.on("error", () => {});
    child.stdin.end(payload === undefined ? "" : JSON.stringify(payload));
    const onAbort = () => group.end(graceOf(work));
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });

    const exit = await Promise.race([exited, group.ended.then(() => null)]);
    const stopped = signal.aborted;
    if (!stopped && (await group.left())) {
      await new Promise<void>((resolve) => after(LEFT_BEHIND_MS, resolve));
      if (!signal.aborted && (await group.left())) {
        log("WARN", "It has ended and left processes behind.");
        group.end(target.stopGraceMs);
        await group.ended;
      }
    }
    if (signal.aborted) await group.ended;
    signal.removeEventListener("abort", onAbort);
    let cancelWait = () => {};
    const patience = new Promise<void>((resolve) => {
      cancelWait = after(LAST_WORDS_MS, resolve);
    });
    await Promise.race([closed, patience]);
    cancelWait();
    stdout.finish();
    stderr.finish();
    if (stopped || exit === null) return STOPPED;
    const { text, cut } = stdout.tail();
    return exitResult(target, exit, { stdout: text, stdoutTruncated: cut }, stderr.lastLine);
  }

  return {
    capacity: concurrency,
    run,
    async stop() {
      for (const group of going.keys()) group.kill();
      await Promise.allSettled(going.values());
      await guard.stop();
    },
  };
}

/** The process, once it is there; or why it is not. */
async function begin(
  { command, script, cwd }: ShellTarget,
  env: Record<string, string>,
): Promise<ChildProcessWithoutNullStreams | TargetResult> {
  const [program = "", ...args] = command ?? ["/bin/sh", "-c", script ?? ""];
  try {
    const child = spawn(program, args, { cwd: cwd ?? undefined, env, detached: true, stdio: "pipe" });
    await once(child, "spawn");
    return child;
  } catch (error) {
    return spawnFailed(program, error as NodeJS.ErrnoException);
  }
}

/** The task's own variables, and the occurrence's, which may not be replaced. */
export function variables(work: Work<ShellTarget>): Record<string, string> {
  const run = taskRun(work);
  return {
    ...Object.fromEntries(work.target.env.map(({ name, value }) => [name, value])),
    CRONOGRAPH_RUN_ID: run.id,
    CRONOGRAPH_ATTEMPT: String(run.attempt),
    CRONOGRAPH_FENCE: String(run.fence),
    CRONOGRAPH_SCHEDULED_FOR: run.scheduledFor,
    CRONOGRAPH_TRIGGER: run.trigger,
    CRONOGRAPH_TASK_ID: run.taskId,
    CRONOGRAPH_TASK: run.taskName,
  };
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

function graceOf({ signal, target: { stopGraceMs } }: Work<ShellTarget>): number {
  if (signal.reason === "SHUTDOWN") return Math.min(stopGraceMs, SHUTDOWN_GRACE_MS);
  return signal.reason === "LEASE_LOST" ? Math.min(stopGraceMs, LEASE_LOST_GRACE_MS) : stopGraceMs;
}

function tell(work: Work<ShellTarget>, step: GroupStep): void {
  const { signal, log } = work;
  const seconds = graceOf(work) / 1_000;
  const why = signal.aborted ? ` (${String(signal.reason)})` : "";
  if (step === "ASKED")
    log("WARN", `Asked to stop${why}: SIGTERM was sent to its process group, which has ${seconds} s.`);
  if (step === "KILLED") log("WARN", "It did not stop in time: SIGKILL was sent to its process group.");
  if (step === "OUT_OF_REACH") log("ERROR", "Some of its processes did not end although they were killed.");
}
