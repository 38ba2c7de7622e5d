// Holds a payload to the schemas of the modules that are given it.
import { ok, type Result } from "../errors.ts";
import type { Json, Target, Task } from "../types.ts";
import { Collector } from "./collect.ts";
import type { ModuleCatalog, ModuleEntry } from "./target.ts";

type Maybe<T> = T | null | undefined;

/** The payload as it is kept: what is filled in later is not judged. Errors: INVALID_PAYLOAD at the place in the payload. */
export async function checkFits(
  payload: Json | undefined,
  targets: readonly Maybe<Target>[],
  modules: Pick<ModuleCatalog, "find">,
): Promise<Result<true>> {
  const collector = new Collector();
  for (const name of new Set(targets.flatMap((target) => (target?.kind === "MODULE" ? [target.name] : [])))) {
    const check = (await modules.find(name))?.check;
    const fits = check?.check(payload, { kept: true }) ?? ok(true);
    if (collector.errors.length === 0) collector.take(fits);
  }
  return collector.finish(() => true);
}

/** Of a task that exists, with its payload of before replaced by this one; undefined: it is not replaced. */
export async function checkGiven(
  given: unknown,
  payload: Json | undefined,
  task: Maybe<Task>,
  modules: Pick<ModuleCatalog, "find">,
): Promise<Result<true>> {
  if (given === undefined || !task) return ok(true);
  return checkFits(payload, [task.target, task.fallbackTarget], modules);
}

/** A catalog of some modules, looked up now: a slow disk must not hold up a transaction. */
export async function lookUp(modules: ModuleCatalog, names: readonly Maybe<string>[]): Promise<ModuleCatalog> {
  const wanted = [...new Set(names.filter((name) => typeof name === "string"))];
  if (wanted.length === 0) return modules;
  const [entries, list] = [await Promise.all(wanted.map((name) => modules.find(name))), await modules.list()];
  const found = new Map(wanted.map((name, index): [string, ModuleEntry | null] => [name, entries[index] ?? null]));
  return {
    has: async (name) => (found.get(name) ?? null) !== null,
    find: async (name) => found.get(name) ?? null,
    list: async () => list,
  };
}
