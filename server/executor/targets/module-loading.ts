// How a thread loads a module of the operator's: TypeScript too, and from any folder, with `cronograph/task` at hand.
import Module, { createRequire, register } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PACKAGE_ROOT } from "../../package.ts";
import type { TaskFunction } from "../module-api.ts";
import type { ModuleSource } from "./module-protocol.ts";

const NAME = "cronograph/task";
const OWN = join(PACKAGE_ROOT, "server", "executor", "define-task.mjs");
const RESOLVER = `export const resolve = (name, context, next) =>
  name === "${NAME}" ? { url: ${JSON.stringify(pathToFileURL(OWN).href)}, shortCircuit: true } : next(name, context);`;

let typescriptReady = false;
let resolverReady = false;

/** By tsx on every Node: what Node ≥ 22.18 does by itself takes types out, and no more; enums and imports of types without `type` fail. */
async function prepareTypescript(): Promise<void> {
  if (typescriptReady) return;
  // Both: a file without a package.json above it is CommonJS.
  (await import("tsx/esm/api")).register();
  (await import("tsx/cjs/api")).register();
  typescriptReady = true;
}

/** What CommonJS asks; Node's types do not know it. */
const commonJs = Module as unknown as { _resolveFilename: (name: string, ...rest: unknown[]) => string };

/** A folder beside the program's has no package `cronograph` above it. Without a package.json its files are CommonJS to tsx. */
function prepareResolver(url: string): void {
  if (resolverReady) return;
  try {
    createRequire(url).resolve(NAME);
  } catch {
    register(`data:text/javascript,${encodeURIComponent(RESOLVER)}`);
    const resolve = commonJs._resolveFilename;
    commonJs._resolveFilename = (name, ...rest) => (name === NAME ? OWN : resolve(name, ...rest));
    resolverReady = true;
  }
}

export async function loadModule({ url, typescript }: ModuleSource): Promise<Loaded> {
  if (typescript) await prepareTypescript();
  prepareResolver(url);
  return ofCommonJs((await import(url)) as Loaded);
}

interface Loaded {
  readonly default?: TaskFunction;
}

/** A module that was made CommonJS stands whole where its default export is looked for. */
function ofCommonJs(loaded: Loaded): Loaded {
  const whole = loaded.default as unknown;
  return typeof whole === "object" && whole !== null && "default" in whole ? (whole as Loaded) : loaded;
}
