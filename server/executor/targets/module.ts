// Runs modules in worker threads. A thread that does not react to an abort is terminated and replaced; one that uses too much
// memory dies alone. A thread is no security boundary: modules are the operator's own code.
import { stat } from "node:fs/promises";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import { LOG_BYTES, LOG_LINES } from "../../domain/limits.ts";
import type { Runner, TargetResult, Work } from "../../domain/ports.ts";
import { type Json, LOG_LEVELS, type ModuleTarget } from "../../domain/types.ts";
import type { OutgoingAllow } from "../../outgoing/allow.ts";
import type { TaskRun } from "../module-api.ts";
import { createMemoryWatch } from "./memory-watch.ts";
import type { ModuleFiles } from "./module-catalog.ts";
import type { AbortMessage, ModuleAnswer, ModuleJob, ModuleMessage } from "./module-protocol.ts";
import { sourceOf } from "./module-reader.ts";

/** How long a module may take to react to its signal before its thread is terminated. */
export const SOFT_STOP_MS = 2_000;
const LAST_WORDS_MS = 500;
/** The ladder of a stop, as the run's log tells it. */
const askedToStop = (reason: string) =>
  `Asked to stop (${reason}) by its abort signal; it has ${SOFT_STOP_MS / 1_000} s.`;
const TERMINATION = "It did not stop in time: its thread is terminated.";
const EXTENSION = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

export interface ModuleRunnerOptions {
  readonly threads: number;
  /** Of a thread: its heap, and again so much in buffers. */
  readonly memoryMb: number;
  /** Of the whole process: beyond it modules wait, and the one that takes most is terminated. */
  readonly processMb: number;
  readonly modules: ModuleFiles;
  /** Where the connections may go that modules ask for. */
  readonly outgoing: OutgoingAllow;
  /** Calls back after some milliseconds of real time, in which threads live; answers how to call it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

export function createModuleRunner({
  threads,
  memoryMb,
  processMb,
  modules,
  outgoing,
  after,
}: ModuleRunnerOptions): Runner<ModuleTarget> {
  const memory = createMemoryWatch({ threadMb: memoryMb, processMb, after });
  const pool = new Piscina<{ job: ModuleJob; port: MessagePort }, ModuleAnswer>({
    filename: new URL(`./module-worker${EXTENSION}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
    // A thread that sleeps on a lock between two runs would never send that its port has closed, for which each run waits.
    atomics: "disabled",
    // From source our own worker is TypeScript and needs tsx itself.
    execArgv: EXTENSION === ".ts" ? ["--import", import.meta.resolve("tsx")] : [],
  });
  // A thread may die while it has no task; the pool replaces it.
  pool.on("error", () => {});

  async function run(work: Work<ModuleTarget>): Promise<TargetResult> {
    const file = await modules.file(work.target.name);
    if (file === null) {
      const message = `The tasks folder no longer has a module ${JSON.stringify(work.target.name)}.`;
      return { ok: false, error: { code: "MODULE_NOT_FOUND", message } };
    }
    const { port1: port, port2 } = new MessageChannel();
    let tookTooMuch: string | undefined;
    const thread = memory.watch((message) => {
      tookTooMuch = message;
      kill.abort();
    });
    const kill = new AbortController();
    const cancelKill = stopSoftly(work, port, () => kill.abort());
    const closed = listen(port, work);
    try {
      const job = { ...(await describe(work, file)), outgoing, memory: thread.shared };
      const answer = await pool.run({ job, port: port2 }, { transferList: [port2], signal: kill.signal });
      return answer.ok ? { ok: true, result: parse(answer.result) } : answer;
    } catch (error) {
      if (tookTooMuch !== undefined) return { ok: false, error: { code: "OUT_OF_MEMORY", message: tookTooMuch } };
      return { ok: false, error: explain(error as Error & { code?: string }, kill.signal.aborted, memoryMb) };
    } finally {
      thread.forget();
      cancelKill();
      // The thread's port closes behind its last words; a thread that died at once may have left it to us.
      const cancelWait = after(LAST_WORDS_MS, () => port.close());
      await closed;
      cancelWait();
    }
  }

  /** Tells the module to let go, then after a while terminates its thread. */
  function stopSoftly({ signal, log }: Work, port: MessagePort, kill: () => void): () => void {
    let cancelTimer = () => {};
    const onAbort = () => {
      port.postMessage({ type: "abort", reason: String(signal.reason) } satisfies AbortMessage);
      log("WARN", askedToStop(String(signal.reason)));
      cancelTimer = after(SOFT_STOP_MS, () => {
        log("WARN", TERMINATION);
        kill();
      });
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    return () => {
      signal.removeEventListener("abort", onAbort);
      cancelTimer();
    };
  }

  return {
    get capacity() {
      return memory.full ? 0 : threads;
    },
    run,
    stop: () => pool.destroy(),
  };
}

/** Resolves when the port has closed and all that was said before is passed on. */
function listen(port: MessagePort, work: Work): Promise<void> {
  port.on("message", (message: ModuleMessage) => {
    // The thread is the module's: it may post here what it likes, and must not bring the instance down.
    if (message?.type === "log" && typeof message.text === "string" && LOG_LEVELS.includes(message.level)) {
      work.log(message.level, message.text);
    } else if (message?.type === "begun") {
      work.alive();
    } else if (message?.type === "progress") {
      work.progress(Number(message.fraction), typeof message.message === "string" ? message.message : null);
    }
  });
  return new Promise((resolve) => port.once("close", () => resolve()));
}

async function describe(work: Work<ModuleTarget>, file: string): Promise<Omit<ModuleJob, "memory" | "outgoing">> {
  const { mtimeMs } = await stat(file);
  return {
    ...sourceOf(file, mtimeMs),
    payload: work.payload ?? null,
    mostLines: LOG_LINES + 1,
    mostCharacters: LOG_BYTES + 1,
    run: taskRun(work),
  };
}

/** The run as its module sees it. */
export const taskRun = ({ run, task }: Work): TaskRun => ({
  id: run.id,
  taskId: task.id,
  taskName: task.name,
  attempt: run.attempt,
  fence: run.attempt,
  trigger: run.trigger,
  scheduledFor: new Date(run.scheduledFor).toISOString(),
});

const parse = (text: string | undefined): Json | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Json);

function explain(
  error: Error & { code?: string },
  killed: boolean,
  memoryMb: number,
): { code: string; message: string } {
  if (killed)
    return { code: "TERMINATED", message: "It did not react to its abort signal; its thread was terminated." };
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return {
      code: "OUT_OF_MEMORY",
      message: `It used more than the ${memoryMb} MB of heap that a thread may use; its thread was terminated.`,
    };
  }
  return { code: "CRASHED", message: `Its thread ended without an answer: ${error.message}` };
}
