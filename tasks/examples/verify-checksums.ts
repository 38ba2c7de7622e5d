// Reads every file of a folder and compares its checksum with the one of the last run, to find files that rotted on disk.
// A file whose content differs although its size and date do not is damaged and fails the run, again and again until it
// is restored. What was edited, added or removed in the usual way is only counted. Never changes a file that it checks.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { TaskContext } from "cronograph/task";
import { z } from "zod";
import { formatBytes, formatCount, isFolder, walk, writeAtomic } from "../_shared/files.ts";
import { globSchema, pathMatcher } from "../_shared/glob.ts";
import { fieldError, readPayload } from "../_shared/payload.ts";

const LISTED_NAMES = 100;
const EXAMPLE = { folder: "/srv/photos", manifest: "data/photos-checksums.json", exclude: ["*.tmp"], pauseMs: 0 };

const schema = z.strictObject({
  folder: z.string().min(1),
  /** Where the checksums are remembered. */
  manifest: z.string().min(1),
  exclude: z.array(globSchema).max(100).default([]),
  /** Rest after each file, so that the disk has time for others. */
  pauseMs: z.number().int().min(0).max(60_000).default(0),
});

const manifestSchema = z.object({
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number(), changedAt: z.number() })),
});
type Known = z.infer<typeof manifestSchema>["files"];

export interface ChecksumResult {
  readonly files: number;
  readonly bytes: number;
  readonly added: number;
  readonly edited: number;
  readonly removed: number;
  /** The first 100 of the added, edited and removed files. */
  readonly names: string[];
}

export default async function verifyChecksums(input: unknown, context: TaskContext): Promise<ChecksumResult> {
  const payload = readPayload(schema, input, EXAMPLE);
  const { signal, log } = context;
  const root = resolve(payload.folder);
  if (!(await isFolder(root))) throw fieldError("folder", payload.folder, "a folder that exists", EXAMPLE.folder);
  const manifest = resolve(payload.manifest);
  const before = await readManifest(manifest);
  const paths = await list(root, manifest, payload.exclude, signal);

  const now: Known = Object.create(null) as Known;
  const added: string[] = [];
  const edited: string[] = [];
  const damaged: string[] = [];
  let bytes = 0;
  for (const [index, path] of paths.entries()) {
    const known = Object.hasOwn(before, path) ? before[path] : undefined;
    const stats = await lstat(join(root, path)).catch(() => undefined);
    if (!stats?.isFile()) continue;
    const fact = { sha256: await checksum(join(root, path), signal), bytes: stats.size, changedAt: stats.mtimeMs };
    const untouched = known?.bytes === fact.bytes && known.changedAt === fact.changedAt;
    if (!known) added.push(path);
    else if (known.sha256 !== fact.sha256) {
      (untouched ? damaged : edited).push(path);
      if (untouched) log.error(`${path} is damaged: its content changed although its size and date did not.`);
    }
    now[path] = known && untouched ? known : fact;
    bytes += stats.size;
    context.progress((index + 1) / paths.length, `${index + 1} of ${paths.length} files, ${formatBytes(bytes)}`);
    if (payload.pauseMs > 0) await sleep(payload.pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  const removed = Object.keys(before).filter((path) => !Object.hasOwn(now, path));
  await writeAtomic(manifest, JSON.stringify({ files: now }));
  log(
    `${formatCount(paths.length, "file")}, ${formatBytes(bytes)}: ${added.length} added, ${edited.length} edited, ${removed.length} removed, ${damaged.length} damaged.`,
  );
  if (damaged.length > 0) {
    throw new Error(
      `${damaged.length} of ${paths.length} files are damaged: ${damaged.slice(0, 10).join(", ")}. Restore them from a backup.`,
    );
  }
  const names = [...added, ...edited, ...removed].slice(0, LISTED_NAMES);
  return { files: paths.length, bytes, added: added.length, edited: edited.length, removed: removed.length, names };
}

async function readManifest(path: string): Promise<Known> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
  try {
    return manifestSchema.parse(JSON.parse(text)).files;
  } catch {
    throw fieldError("manifest", path, "a file that this module wrote (move it away to begin anew)", EXAMPLE.manifest);
  }
}

async function list(
  root: string,
  manifest: string,
  exclude: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  const own = relative(root, manifest).split(sep).join("/");
  const excluded = pathMatcher(exclude);
  const paths: string[] = [];
  for await (const { path, kind } of walk(root, ({ path }) => path !== own && !excluded(path), signal)) {
    if (kind === "file") paths.push(path);
  }
  return paths;
}

async function checksum(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash, { signal }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
  return hash.digest("hex");
}
