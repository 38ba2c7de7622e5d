// The worker thread: loads the operator's module and calls its default export. Whatever the module does, the answer is a value:
// a throw here would look like a fault of the pool.
import { inspect } from "node:util";
import type { MessagePort } from "node:worker_threads";
import type { TaskContext, TaskLog } from "../module-api.ts";
import { moduleConnector } from "./module-connector.ts";
import { loadModule } from "./module-loading.ts";
import {
  type AbortMessage,
  type ModuleAnswer,
  type ModuleJob,
  type ModuleMessage,
  SAME_AGAIN,
} from "./module-protocol.ts";

type Level = "DEBUG" | "INFO" | "WARN" | "ERROR";

export default async function runModule({ job, port }: { job: ModuleJob; port: MessagePort }): Promise<ModuleAnswer> {
  const say = (message: ModuleMessage) => port.postMessage(message);
  let lines = 0;
  let characters = 0;
  const write = (level: Level) => (said: unknown) => {
    if (lines >= job.mostLines || characters >= job.mostCharacters) return;
    const text = (typeof said === "string" ? said : inspect(said, { depth: 4 })).slice(0, job.mostCharacters);
    lines++;
    characters += text.length;
    say({ type: "log", level, text });
  };
  const restoreConsole = captureConsole(write);
  const stopCounting = countMemory(job.memory);
  const progress = createProgress(say);
  const controller = new AbortController();
  port.on("message", (message: AbortMessage) => controller.abort(new Error(message.reason)));
  const log: TaskLog = Object.assign(write("INFO"), {
    debug: write("DEBUG"),
    info: write("INFO"),
    warn: write("WARN"),
    error: write("ERROR"),
  });
  const context: TaskContext = {
    signal: controller.signal,
    log,
    run: job.run,
    progress: progress.report,
    connector: moduleConnector(job.outgoing),
  };
  try {
    const loaded = await loadModule(job);
    if (typeof loaded.default !== "function") {
      return {
        ok: false,
        error: { code: "NO_DEFAULT_EXPORT", message: "The module's default export is not a function." },
      };
    }
    if (controller.signal.aborted) {
      return { ok: false, error: { code: "ABORTED", message: "Its time was over before it could begin." } };
    }
    say({ type: "begun" });
    const result = await loaded.default(job.payload, context);
    return { ok: true, result: toJson(result) };
  } catch (error) {
    return { ok: false, error: thrown(error) };
  } finally {
    stopCounting();
    restoreConsole();
    progress.flush();
    // Closing comes after everything that was said: the other side waits for it.
    port.close();
  }
}

/** Tells how much it holds in buffers, which no limit of V8's knows, as often as the module lets it. */
function countMemory(memory: SharedArrayBuffer): () => void {
  const counts = new Float64Array(memory);
  const count = () => {
    counts[0] = (counts[0] ?? 0) + 1;
    counts[1] = process.memoryUsage().external;
  };
  count();
  const timer = setInterval(count, 100);
  timer.unref();
  return () => clearInterval(timer);
}

/** How far a run is, told at most every 20 ms: a state, so only the newest report counts, and that one is never lost. */
function createProgress(say: (message: ModuleMessage) => void) {
  let toldAt = Number.NEGATIVE_INFINITY;
  let untold: ModuleMessage | undefined;
  const flush = () => {
    if (untold) say(untold);
    untold = undefined;
    toldAt = performance.now();
  };
  const report = (fraction: number, message?: string) => {
    untold = {
      type: "progress",
      fraction: Number(fraction),
      message: message === undefined || message === null ? null : String(message),
    };
    if (performance.now() - toldAt >= 20) flush();
  };
  return { report, flush };
}

/** What a module prints belongs to its run's log. A thread carries out one run at a time. */
function captureConsole(write: (level: Level) => (text: unknown) => void): () => void {
  const levels = { log: "INFO", info: "INFO", debug: "DEBUG", warn: "WARN", error: "ERROR" } as const;
  const kept = { ...console };
  for (const [method, level] of Object.entries(levels) as [keyof typeof levels, Level][]) {
    console[method] = (...values: unknown[]) =>
      write(level)(values.map((value) => (typeof value === "string" ? value : inspect(value, { depth: 4 }))).join(" "));
  }
  return () => Object.assign(console, kept);
}

export function toJson(result: unknown): string | undefined {
  try {
    return JSON.stringify(result, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  } catch (error) {
    throw new Error(`The result does not survive JSON: ${(error as Error).message}`);
  }
}

/** What a module threw. Its name is its class's, unless the module gave it another. */
export function thrown(error: unknown): { code: string; message: string; errorClass?: string; permanent?: string } {
  if (error instanceof Error && error.name === "InvalidPayloadError")
    return { code: "INVALID_PAYLOAD", message: error.message, errorClass: error.name, permanent: SAME_AGAIN };
  const failure = { code: "THROWN", message: describe(error) };
  if (!(error instanceof Error)) return failure;
  const name = error.name === "Error" ? error.constructor.name : error.name;
  return { ...failure, errorClass: String(name).slice(0, 100) };
}

/** The message, and for programming errors the stack: the operator wrote the module. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return inspect(error, { depth: 2 });
  const programming = error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError;
  return (
    (programming ? error.stack : undefined) ?? `${error.name === "Error" ? "" : `${error.name}: `}${error.message}`
  );
}
