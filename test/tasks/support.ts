// What the tests of the task modules share: a folder for each test, a context that records, a runner in a real thread.
// The context is the module's input as the executor would give it; nothing that the project owns is faked.

import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";
import type { TaskContext } from "../../server/executor/module-api.ts";
import { moduleConnector } from "../../server/executor/targets/module-connector.ts";
import type { AllowWord } from "../../server/outgoing/allow.ts";

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cronograph-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder; the values are contents, or contents with an age in days. */
export async function makeFiles(
  folder: string,
  files: Record<string, string | Buffer | { text: string; ageDays: number }>,
  now = Date.now(),
): Promise<void> {
  for (const [name, value] of Object.entries(files)) {
    const path = join(folder, name);
    const plain = typeof value === "string" || Buffer.isBuffer(value);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, plain ? value : value.text);
    if (plain) continue;
    const at = new Date(now - value.ageDays * 86_400_000);
    await utimes(path, at, at);
  }
}

export interface RecordingContext extends TaskContext {
  readonly lines: string[];
  readonly fractions: number[];
  /** Aborts as a cancellation would. */
  abort(): void;
}

export function makeContext(
  run: Partial<TaskContext["run"]> = {},
  onProgress: (fraction: number, context: RecordingContext) => void = () => {},
  words: readonly AllowWord[] = ["loopback"],
): RecordingContext {
  const controller = new AbortController();
  const lines: string[] = [];
  const fractions: number[] = [];
  const write = (level: string) => (text: string) => void lines.push(`${level} ${text}`);
  const log = Object.assign(write("info"), {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
  });
  const context: RecordingContext = {
    signal: controller.signal,
    log,
    lines,
    fractions,
    progress(fraction) {
      fractions.push(fraction);
      onProgress(fraction, context);
    },
    connector: moduleConnector({ words, ranges: [], hosts: [], byDefault: false }),
    run: {
      id: "0198f0a2-run-1",
      taskId: "task-1",
      taskName: "A task",
      attempt: 1,
      fence: run.attempt ?? 1,
      trigger: "SCHEDULE",
      scheduledFor: "2026-11-23T02:30:00.000Z",
      ...run,
    },
    abort: () => controller.abort(new DOMException("The run was cancelled.", "AbortError")),
  };
  return context;
}

/** Runs a module as the executor does: in a thread, with an empty environment. */
export async function runInThread(module: string, payload: unknown): Promise<unknown> {
  const code = `
    import { parentPort, workerData } from "node:worker_threads";
    import { register } from "tsx/esm/api";
    register();
    const log = Object.assign(() => {}, { debug() {}, info() {}, warn() {}, error() {} });
    const { default: run } = await import(workerData.module);
    const { moduleConnector } = await import(workerData.connector);
    const connector = moduleConnector({ words: ["loopback"], ranges: [], hosts: [], byDefault: false });
    const signal = new AbortController().signal;
    const result = await run(workerData.payload, { signal, log, progress() {}, connector, run: workerData.run });
    parentPort.postMessage({ result, environment: Object.keys(process.env).length });`;
  const url = new URL(
    `data:text/javascript,${encodeURIComponent(code.replace("tsx/esm/api", import.meta.resolve("tsx/esm/api")))}`,
  );
  const { run } = makeContext();
  const worker = new Worker(url, {
    env: {},
    workerData: {
      module: new URL(`../../tasks/${module}.ts`, import.meta.url).href,
      connector: new URL("../../server/executor/targets/module-connector.ts", import.meta.url).href,
      payload,
      run,
    },
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
  } finally {
    await worker.terminate();
  }
}
