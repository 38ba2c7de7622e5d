// Deletes files of a folder by age, name pattern, number or total size; by default it only tells what it would delete.
// Ages are counted back from the instant that the schedule names, so that every attempt chooses the same files. Never
// follows a link, never leaves the folder, never touches a system folder, a home folder or the server's own.

import { lstat, readdir, realpath, rmdir, unlink } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, parse, resolve } from "node:path";
import { defineTask, type TaskContext } from "cronograph/task";
import { z } from "zod";
import { formatBytes, formatCount, isFolder, isInside, walk } from "./_shared/files.ts";
import { fileMatcher, globSchema } from "./_shared/glob.ts";
import { fieldError, payloadSchema, readPayload } from "./_shared/payload.ts";

const DAY_MS = 86_400_000;
const LISTED_NAMES = 100;
const MAX_FILES = 1_000_000;
const EXAMPLE = {
  folder: "/srv/app/logs",
  olderThanDays: 30,
  pattern: "*.log.gz",
  keepNewest: 5,
  maxTotalBytes: 1_000_000_000,
  recursive: true,
  removeEmptyFolders: false,
  dryRun: false,
};

const schema = z.strictObject({
  folder: z.string().min(1).meta({ title: "Folder", description: "Relative: from the server's folder." }),
  olderThanDays: z
    .number()
    .min(0)
    .max(36_600)
    .optional()
    .meta({ title: "Older than, in days", description: "Only files last changed longer ago." }),
  pattern: z
    .union([globSchema, z.array(globSchema).min(1).max(100)])
    .optional()
    .meta({ title: "Pattern", description: "Only files that match, for example *.log.gz; or a list of patterns." }),
  keepNewest: z
    .number()
    .int()
    .min(0)
    .max(MAX_FILES)
    .optional()
    .meta({ title: "Newest to keep", description: "So many of the newest matching files always stay." }),
  maxTotalBytes: z.number().int().min(0).optional().meta({
    title: "Bytes in all",
    description: "Beyond this the oldest matching files go, whatever their age.",
  }),
  recursive: z.boolean().default(false).meta({ title: "Also the folders below" }),
  removeEmptyFolders: z.boolean().default(false).meta({
    title: "Remove folders that are left empty",
    description: "Only together with the folders below.",
  }),
  dryRun: z.boolean().default(true).meta({ title: "Only tell what would be deleted" }),
});
type Payload = z.infer<typeof schema>;

interface Found {
  /** Relative to the folder, `/` between names. */
  readonly path: string;
  readonly bytes: number;
  readonly changedAt: number;
}

export interface CleanUpResult {
  readonly dryRun: boolean;
  /** Files that matched. */
  readonly considered: number;
  /** Files deleted, or that would be. */
  readonly deleted: number;
  readonly bytesFreed: number;
  readonly foldersRemoved: number;
  /** Files that changed or vanished meanwhile. */
  readonly left: number;
  /** The first 100 of the deleted files. */
  readonly names: string[];
}

export default defineTask({
  description:
    "Deletes files of a folder by age, name pattern, number or total size; by default it only tells what it would delete.",
  payload: payloadSchema(schema, EXAMPLE),
  run: cleanUpFiles,
});

async function cleanUpFiles(input: unknown, context: TaskContext): Promise<CleanUpResult> {
  const payload = readPayload(schema, input, EXAMPLE);
  refuseEverything(payload);
  const root = await safeRoot(payload.folder);
  const { log, signal } = context;
  const found = await find(root, payload, signal);
  const doomed = choose(found, payload, Date.parse(context.run.scheduledFor));
  log(
    `${formatCount(found.length, "matching file")} in ${root}, ${formatBytes(total(found))}; ${doomed.length} to go, ${formatBytes(total(doomed))}.`,
  );

  const deleted: Found[] = [];
  const failures: string[] = [];
  for (const [index, file] of doomed.entries()) {
    signal.throwIfAborted();
    const obstacle = payload.dryRun ? undefined : await remove(root, file, context);
    if (obstacle === undefined) deleted.push(file);
    else if (obstacle !== "") failures.push(`${file.path} (${obstacle})`);
    if (index % 50 === 0) context.progress(index / doomed.length, `${index} of ${doomed.length}`);
  }
  for (const file of deleted.slice(0, LISTED_NAMES))
    log.debug(`${payload.dryRun ? "Would delete" : "Deleted"} ${file.path}, ${formatBytes(file.bytes)}`);
  const foldersRemoved = payload.removeEmptyFolders && !payload.dryRun ? await removeEmptyFolders(root, context) : 0;
  const result: CleanUpResult = {
    dryRun: payload.dryRun,
    considered: found.length,
    deleted: deleted.length,
    bytesFreed: total(deleted),
    foldersRemoved,
    left: doomed.length - deleted.length,
    names: deleted.slice(0, LISTED_NAMES).map((file) => file.path),
  };
  context.progress(1, "done");
  if (failures.length > 0)
    throw new Error(
      `${failures.length} of ${doomed.length} files could not be deleted, among them ${failures.slice(0, 3).join(", ")}; ${deleted.length} were.`,
    );
  log(
    `${payload.dryRun ? "Dry run: would delete" : "Deleted"} ${formatCount(result.deleted, "file")} and free${payload.dryRun ? "" : "d"} ${formatBytes(result.bytesFreed)}.`,
  );
  return result;
}

function refuseEverything(payload: Payload): void {
  const patterns = [payload.pattern ?? []].flat();
  const narrow = patterns.length > 0 && patterns.every((pattern) => /[^*?/.{},]/.test(pattern));
  if (
    payload.olderThanDays === undefined &&
    payload.keepNewest === undefined &&
    payload.maxTotalBytes === undefined &&
    !narrow
  ) {
    throw fieldError(
      "olderThanDays",
      undefined,
      "`olderThanDays`, `keepNewest`, `maxTotalBytes` or a `pattern` that is not only wildcards: without one, every file would go",
      EXAMPLE.olderThanDays,
    );
  }
  if (payload.removeEmptyFolders && !payload.recursive)
    throw fieldError("recursive", false, "`true` when `removeEmptyFolders` is on", true);
}

const SYSTEM_TREES = [
  "/bin",
  "/boot",
  "/dev",
  "/etc",
  "/lib",
  "/lib32",
  "/lib64",
  "/libx32",
  "/proc",
  "/sbin",
  "/sys",
  "/usr",
  "/System",
  "/Library",
  "/Applications",
];
const SYSTEM_FOLDERS = [
  "/home",
  "/media",
  "/mnt",
  "/opt",
  "/root",
  "/run",
  "/srv",
  "/tmp",
  "/var",
  "/var/lib",
  "/private",
  "/Users",
  "/Volumes",
];

/** The folder's real path, or an error when it is missing, a link, or one that nobody should clean. */
async function safeRoot(folder: string): Promise<string> {
  const path = resolve(folder);
  const refuse = (expected: string) => fieldError("folder", folder, expected, EXAMPLE.folder);
  if (!(await isFolder(path))) throw refuse("a folder that exists");
  if ((await lstat(path)).isSymbolicLink()) throw refuse(`a folder, not a link; it points to ${await realpath(path)}`);
  const real = await realpath(path);
  const server = await realpath(process.cwd());
  const home = await realpath(homedir()).catch(() => homedir());
  if (real === parse(real).root) throw refuse("a folder below the root of the file system");
  if (SYSTEM_FOLDERS.includes(real) || SYSTEM_TREES.some((tree) => isInside(tree, real)))
    throw refuse("a folder that is not the system's");
  if (/^[A-Za-z]:\\(Windows|Program Files( \(x86\))?|ProgramData)(\\|$)/i.test(real))
    throw refuse("a folder that is not the system's");
  if (isInside(real, home) || /^(\/home|\/Users|[A-Za-z]:\\Users)[\\/][^\\/]+$/.test(real))
    throw refuse("a folder inside a home folder, not the home folder or one that holds it");
  if (isInside(real, server)) throw refuse("a folder that does not hold the server's own folder");
  return real;
}

async function find(root: string, payload: Payload, signal: AbortSignal): Promise<Found[]> {
  const matches = payload.pattern === undefined ? () => true : fileMatcher([payload.pattern].flat());
  const found: Found[] = [];
  const wanted = ({ path, kind }: { path: string; kind: string }) =>
    kind === "folder" ? payload.recursive : kind === "file" && matches(path);
  for await (const { path, kind } of walk(root, wanted, signal)) {
    if (kind !== "file") continue;
    const stats = await lstat(join(root, path)).catch(() => undefined);
    if (!stats?.isFile()) continue;
    found.push({ path, bytes: stats.size, changedAt: stats.mtimeMs });
    if (found.length > MAX_FILES)
      throw new Error(`More than ${MAX_FILES} files match in ${root}; narrow \`pattern\` or \`folder\`.`);
  }
  return found;
}

function choose(found: readonly Found[], { olderThanDays, keepNewest, maxTotalBytes }: Payload, now: number): Found[] {
  const newestFirst = [...found].sort((a, b) => b.changedAt - a.changedAt || (a.path < b.path ? -1 : 1));
  const free = newestFirst.slice(keepNewest ?? 0);
  const bySizeOnly = maxTotalBytes !== undefined && olderThanDays === undefined;
  const before = olderThanDays === undefined ? Number.POSITIVE_INFINITY : now - olderThanDays * DAY_MS;
  const doomed = new Set(bySizeOnly ? [] : free.filter((file) => file.changedAt < before));
  let size = total(found) - total([...doomed]);
  for (const file of [...free].reverse()) {
    if (maxTotalBytes === undefined || size <= maxTotalBytes) break;
    if (doomed.has(file)) continue;
    doomed.add(file);
    size -= file.bytes;
  }
  return [...doomed].sort((a, b) => a.changedAt - b.changedAt);
}

function total(files: readonly Found[]): number {
  return files.reduce((sum, file) => sum + file.bytes, 0);
}

/**
 * Deletes one file if it is still the one that was found, still inside the folder. Undefined when it is gone, empty when
 * it was left on purpose, else what stood in the way.
 */
async function remove(root: string, file: Found, { log }: TaskContext): Promise<string | undefined> {
  const path = join(root, file.path);
  const leave = (why: string): string => {
    log.warn(`${file.path} was left: ${why}.`);
    return "";
  };
  try {
    if ((await realpath(dirname(path))) !== dirname(path)) return leave("its folder has become a link");
    const stats = await lstat(path);
    if (!stats.isFile() || stats.mtimeMs !== file.changedAt || stats.size !== file.bytes)
      return leave("it changed meanwhile");
    await unlink(path);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? leave("it is gone already") : (code ?? message);
  }
}

async function removeEmptyFolders(root: string, { log, signal }: TaskContext): Promise<number> {
  const folders: string[] = [];
  for await (const { path } of walk(root, ({ kind }) => kind === "folder", signal)) folders.push(path);
  let removed = 0;
  for (const folder of folders.reverse()) {
    signal.throwIfAborted();
    const path = join(root, folder);
    if ((await realpath(path).catch(() => "")) !== path || (await readdir(path)).length > 0) continue;
    await rmdir(path).then(
      () => removed++,
      (error: Error) => log.warn(`The folder ${folder} was left: ${error.message}.`),
    );
  }
  return removed;
}
