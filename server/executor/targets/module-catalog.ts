// The modules of the operator's tasks folder: which there are, where, and what they say of themselves. Never runs one.
import { open, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ModuleCatalog, ModuleEntry } from "../../domain/input/target.ts";
import { MODULE_READ_MS } from "../../domain/limits.ts";
import { createModuleReader, type ModuleFacts } from "./module-reader.ts";

const EXTENSIONS = [".ts", ".mts", ".js", ".mjs"];
const MAX_MODULES = 1_000;
const MAX_DEPTH = 5;
const HEAD_BYTES = 4_096;

export interface ModuleFiles extends ModuleCatalog {
  /** The file of a module, or null. A link that leads out of the folder is no module. */
  file(name: string): Promise<string | null>;
}

export function createModuleCatalog(folder: string, readMs = MODULE_READ_MS): ModuleFiles {
  const read = createModuleReader(readMs);

  const file = shared(async (name): Promise<string | null> => {
    const root = await realpath(folder).catch(() => null);
    if (root === null) return null;
    for (const extension of EXTENSIONS) {
      const found = await realpath(join(root, `${name}${extension}`)).catch(() => null);
      if (found?.startsWith(root + sep) && (await stat(found)).isFile()) return found;
    }
    return null;
  });

  async function names(from: string, depth: number): Promise<string[]> {
    const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
    const found: string[] = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (/^[._]|^node_modules$|\.d\.m?ts$|\.test\./.test(entry.name)) continue;
      const path = join(from, entry.name);
      if (entry.isDirectory() && depth < MAX_DEPTH) found.push(...(await names(path, depth + 1)));
      const extension = EXTENSIONS.find((ending) => entry.name.endsWith(ending));
      if (entry.isFile() && extension)
        found.push(relative(folder, path).split(sep).join("/").slice(0, -extension.length));
      if (found.length >= MAX_MODULES) break;
    }
    return found;
  }

  /** A file that has just been broken marks what it marked before: nothing secret is kept meanwhile. */
  const lastChecks = new Map<string, ModuleEntry["check"]>();
  function checkOf(path: string, { check, problem }: ModuleFacts): ModuleEntry["check"] {
    if (problem !== null) return lastChecks.get(path) ?? null;
    if (lastChecks.size >= MAX_MODULES) lastChecks.clear();
    lastChecks.set(path, check);
    return check;
  }

  async function entries(names: readonly string[]): Promise<ModuleEntry[]> {
    const found = await Promise.all(names.map(async (name) => ({ name, path: await file(name) })));
    const known = found.filter((each): each is { name: string; path: string } => each.path !== null);
    const facts = await read(known.map(({ path }) => path));
    return Promise.all(
      known.map(async ({ name, path }) => {
        const said = facts.get(path) as ModuleFacts;
        return { ...said, check: checkOf(path, said), name, description: said.description ?? (await describe(path)) };
      }),
    );
  }

  return {
    file,
    has: async (name) => (await file(name)) !== null,
    find: shared(async (name) => (await entries([name]))[0] ?? null),
    list: async () => entries([...new Set(await names(folder, 1))].slice(0, MAX_MODULES)),
  };
}

/** Whoever asks while the same is being looked up has that answer: many runs of a module begin together. */
function shared<T>(look: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const going = new Map<string, Promise<T>>();
  return (name) => {
    const answer = going.get(name) ?? look(name).finally(() => going.delete(name));
    going.set(name, answer);
    return answer;
  };
}

/** The first sentence of the comment at the top of the file. */
async function describe(path: string): Promise<string | null> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^#!.*\n/, "");
    const comment = /^\s*(?:\/\*\*?([\s\S]*?)\*\/|((?:[ \t]*\/\/.*\n)+))/.exec(head);
    const text = (comment?.[1] ?? comment?.[2] ?? "")
      .replace(/^[ \t]*(?:\/\/|\*)[ \t]?/gm, "")
      .replace(/\s+/g, " ")
      .trim();
    return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? (text || null);
  } finally {
    await handle.close();
  }
}
