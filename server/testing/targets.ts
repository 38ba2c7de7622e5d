// What stands in for targets: functions for modules, a handler for the network. Whatever the test did not give is the real thing.
import { Readable } from "node:stream";
import { inspect } from "node:util";
import { systemClock } from "../clock.ts";
import type { Runner, Runners, TargetResult, Work } from "../domain/ports.ts";
import type { Json, LogLevel, Target } from "../domain/types.ts";
import type { TaskLog } from "../executor/module-api.ts";
import { type HttpAnswer, send, type Transport } from "../executor/targets/http.ts";
import { SOFT_STOP_MS } from "../executor/targets/module.ts";
import type { ModuleFiles } from "../executor/targets/module-catalog.ts";
import { moduleConnector } from "../executor/targets/module-connector.ts";
import { thrown, toJson } from "../executor/targets/module-worker.ts";
import type { SimulatedModule, SimulatedResponse, SimulatedServer, SimulatedShell } from "./api.ts";
import type { Attempt, Carry } from "./attempts.ts";
import { executed } from "./commands.ts";

export interface Targets {
  readonly modules: Readonly<Record<string, SimulatedModule>>;
  readonly http: SimulatedServer | undefined;
  readonly shell: SimulatedShell | undefined;
}

export function simulatedRunners(real: Runners, { modules, http, shell }: Targets, carry: Carry): Runners {
  const around = <T extends Target>(
    runner: Runner<T>,
    run: (work: Work<T>, attempt: Attempt) => Promise<TargetResult>,
  ): Runner<T> => ({
    capacity: runner.capacity,
    run: (work) => carry(work, (attempt) => run(work, attempt)),
    stop: () => runner.stop(),
  });
  return {
    HTTP: around(real.HTTP, (work, attempt) =>
      http ? orTerminated(send(work, network(http, attempt)), work) : real.HTTP.run(work),
    ),
    MODULE: around(real.MODULE, (work, attempt) => {
      const module = Object.hasOwn(modules, work.target.name) ? modules[work.target.name] : undefined;
      return module ? orTerminated(call(module, work, attempt), work) : real.MODULE.run(work);
    }),
    SHELL: around(real.SHELL, (work, attempt) =>
      shell ? orTerminated(executed(shell, work, attempt), work) : real.SHELL.run(work),
    ),
  };
}

/** A test is its author's alone, as a server on loopback is its owner's. */
const connector = moduleConnector({ words: ["loopback", "private"], ranges: [], hosts: [], byDefault: true });

/** A function takes any payload. */
const functionEntry = (name: string) => ({ name, description: null, payloadSchema: null, check: null, problem: null });

/** The tasks folder together with the functions, which go before its files. Time waits while a file is looked into. */
export function withFunctions(
  files: ModuleFiles,
  modules: Targets["modules"],
  begin: (what: string) => () => void,
): ModuleFiles {
  const names = Object.keys(modules);
  return {
    file: files.file,
    has: async (name) => names.includes(name) || files.has(name),
    find: async (name) => {
      if (names.includes(name)) return functionEntry(name);
      const end = begin(`the module ${JSON.stringify(name)} is looked into`);
      return files.find(name).finally(end);
    },
    list: async () => {
      const others = (await files.list()).filter(({ name }) => !names.includes(name));
      return [...names.map(functionEntry), ...others];
    },
  };
}

/** A function that does not react to its abort cannot be ended; like a thread's, its attempt is. */
async function orTerminated(working: Promise<TargetResult>, { signal }: Work): Promise<TargetResult> {
  let cancelTimer = () => {};
  let onAbort = () => {};
  const terminated = new Promise<TargetResult>((resolve) => {
    const error = { code: "TERMINATED", message: "It did not react to its abort signal." };
    onAbort = () => {
      cancelTimer = systemClock.after(SOFT_STOP_MS, () => resolve({ ok: false, error }));
    };
    signal.addEventListener("abort", onAbort, { once: true });
  });
  const result = await Promise.race([working, terminated]);
  signal.removeEventListener("abort", onAbort);
  cancelTimer();
  return result;
}

async function call(module: SimulatedModule, work: Work, { signal, sleep, now, run }: Attempt): Promise<TargetResult> {
  const write = (level: LogLevel) => (said: unknown) =>
    work.log(level, typeof said === "string" ? said : inspect(said, { depth: 4 }));
  const log: TaskLog = Object.assign(write("INFO"), {
    debug: write("DEBUG"),
    info: write("INFO"),
    warn: write("WARN"),
    error: write("ERROR"),
  });
  const progress = (fraction: number, message?: string) => work.progress(Number(fraction), message ?? null);
  work.alive();
  try {
    // As for a thread: what goes in and out is a copy.
    const result = await module(structuredClone(work.payload ?? null), {
      signal,
      log,
      progress,
      run,
      connector,
      sleep,
      now,
    });
    const text = toJson(result);
    return { ok: true, result: text === undefined ? undefined : (JSON.parse(text) as Json) };
  } catch (error) {
    return { ok: false, error: thrown(error) };
  }
}

const network =
  (http: SimulatedServer, { signal, sleep, now, run, asked }: Attempt): Transport =>
  async (url, { method, headers, body }) => {
    const request = { method, url, headers, body };
    asked(request);
    return answered((await http(request, { signal, sleep, now, run })) ?? {});
  };

function answered({ status = 200, headers = {}, body }: SimulatedResponse): HttpAnswer {
  const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
  const type = body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    statusCode: status,
    headers: { ...type, ...(Object.fromEntries(given) as Record<string, string>) },
    body: Readable.from(text === "" ? [] : [Buffer.from(text)]),
  };
}
