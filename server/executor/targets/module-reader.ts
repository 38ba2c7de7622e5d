// Learns what modules say of themselves, in a thread of its own that is ended when they take too long, and remembers it until their
// file changes. A module that does not name `defineTask` says nothing and is not loaded.
import { readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { systemClock } from "../../clock.ts";
import { DESCRIPTION_LENGTH, ERROR_LENGTH } from "../../domain/limits.ts";
import { compilePayloadSchema, type PayloadCheck } from "../../domain/payload-schema.ts";
import { cut } from "../../domain/said.ts";
import type { Json } from "../../domain/types.ts";
import type { ModuleSource, ModuleTold } from "./module-protocol.ts";

export interface ModuleFacts {
  readonly description: string | null;
  readonly payloadSchema: Json | null;
  readonly check: PayloadCheck | null;
  readonly problem: string | null;
}

export type ModuleReader = (paths: readonly string[]) => Promise<ReadonlyMap<string, ModuleFacts>>;

const NOTHING: ModuleFacts = { description: null, payloadSchema: null, check: null, problem: null };
const MEMORY_MB = 128;
const EXTENSION = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

const DESCRIBER = new URL(`./module-describer${EXTENSION}`, import.meta.url);
/** From source a thread cannot begin with TypeScript, but import it. */
const ENTRY = EXTENSION === ".ts" ? new URL(`data:text/javascript,${encodeURIComponent(fromSource())}`) : DESCRIBER;

function fromSource(): string {
  const apis = ["tsx/esm/api", "tsx/cjs/api"].map((name) => JSON.stringify(import.meta.resolve(name)));
  const registered = apis.map((api) => `(await import(${api})).register();`).join(" ");
  return `${registered} await import(${JSON.stringify(DESCRIBER.href)});`;
}

/** `file:` URL of a module; it changes with the file, so that an edited module is loaded anew. */
export function sourceOf(path: string, changedAt: number): ModuleSource {
  const url = pathToFileURL(path);
  url.searchParams.set("changed", String(changedAt));
  return { url: url.href, typescript: /\.m?ts$/.test(path) };
}

/** `mostMs`: how long one may take to load, in real time. */
export function createModuleReader(mostMs: number): ModuleReader {
  const known = new Map<string, { readonly changedAt: number; readonly facts: Promise<ModuleFacts> }>();

  return async (paths) => {
    const unread: { readonly source: ModuleSource; readonly tell: (told: ModuleTold) => void }[] = [];
    const answers: [string, Promise<ModuleFacts>][] = [];
    for (const path of paths) {
      const changedAt = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
      const before = known.get(path);
      if (before?.changedAt !== changedAt) {
        const speaks = (await readFile(path, "utf8").catch(() => "")).includes("defineTask");
        const told = (tell: (told: ModuleTold) => void) => unread.push({ source: sourceOf(path, changedAt), tell });
        const facts = speaks ? new Promise<ModuleTold>(told).then(factsOf) : Promise.resolve(NOTHING);
        known.set(path, { changedAt, facts });
      }
      answers.push([path, (known.get(path) as { facts: Promise<ModuleFacts> }).facts]);
    }
    for (let rest = unread; rest.length > 0; ) {
      const told = await readSome(
        rest.map(({ source }) => source),
        mostMs,
      );
      for (const [index, each] of told.entries()) rest[index]?.tell(each);
      rest = rest.slice(told.length);
    }
    return new Map(await Promise.all(answers.map(async ([path, facts]) => [path, await facts] as const)));
  };
}

/** What the first of them say; a thread that gets stuck or dies has said why of the last. */
async function readSome(sources: readonly ModuleSource[], mostMs: number): Promise<ModuleTold[]> {
  const told: ModuleTold[] = [];
  const worker = new Worker(ENTRY, {
    workerData: sources,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  });
  const problem = await new Promise<string | null>((resolve) => {
    let cancelTimer = () => {};
    const wait = () => {
      cancelTimer();
      cancelTimer = systemClock.after(mostMs, () => resolve(`It did not load within ${mostMs / 1_000} s.`));
    };
    const end = (why: string | null) => {
      cancelTimer();
      resolve(why);
    };
    wait();
    worker.on("message", (message: ModuleTold) => {
      told.push(message);
      if (told.length === sources.length) end(null);
      else wait();
    });
    worker.once("error", (error) => end(`Its thread ended: ${error.message}`));
    worker.once("exit", () => end("Its thread ended while it was loaded."));
  });
  await worker.terminate();
  return problem === null ? told : [...told, { description: null, schema: null, problem }];
}

function factsOf({ description, schema, problem }: ModuleTold): ModuleFacts {
  const said = typeof description === "string" ? cut(description, DESCRIPTION_LENGTH) : null;
  if (typeof schema !== "string")
    return { ...NOTHING, description: said, problem: problem === null ? null : cut(String(problem), ERROR_LENGTH) };
  const payloadSchema = JSON.parse(schema) as Json;
  try {
    return { description: said, payloadSchema, check: compilePayloadSchema(payloadSchema), problem: null };
  } catch (error) {
    return {
      ...NOTHING,
      description: said,
      problem: cut(`Its payload schema is no JSON Schema: ${(error as Error).message}`, ERROR_LENGTH),
    };
  }
}
