// Packs a folder into a dated, verified .tar.gz archive and removes the oldest archives of the same name.
// The archive appears under its final name only after it was read back whole; old ones go only after that. A second
// attempt of the same run makes the same file name and keeps a good archive that is already there. Links are stored as
// links. Never writes into the folder that it packs, and never removes a file that it did not name.

import { createWriteStream } from "node:fs";
import { mkdir, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { defineTask, type TaskContext } from "cronograph/task";
import { z } from "zod";
import { type Entry, formatBytes, formatCount, isFolder, isInside, syncFolder, walk } from "./_shared/files.ts";
import { globSchema, pathMatcher } from "./_shared/glob.ts";
import { fieldError, payloadSchema, readPayload } from "./_shared/payload.ts";
import { type ArchiveFacts, packTar, readArchive } from "./_shared/tar.ts";

const DAY_MS = 86_400_000;
const STALE_PARTIAL_MS = DAY_MS;
const EXAMPLE = {
  source: "/srv/documents",
  destination: "/mnt/backup",
  name: "documents",
  exclude: ["*.tmp", "cache/"],
  keep: 14,
};

const schema = z
  .strictObject({
    source: z.string().min(1).meta({ title: "Folder to pack", description: "Relative: from the server's folder." }),
    destination: z
      .string()
      .min(1)
      .meta({ title: "Where archives go", description: "Made when only its last part is missing." }),
    name: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
        "expected 1 to 100 letters, digits, `.`, `_` or `-`, a letter or digit first",
      )
      .optional()
      .meta({ title: "Name of the archives", description: "Their first part. The folder's own name when left out." }),
    exclude: z
      .array(globSchema)
      .max(100)
      .default([])
      .meta({ title: "Leave out", description: "Patterns such as *.tmp, cache/ or **/node_modules." }),
    keep: z.number().int().min(1).max(100_000).optional().meta({
      title: "Archives to keep",
      description: "Older ones of this name go. All stay when neither a number nor days are given.",
    }),
    keepDays: z
      .number()
      .positive()
      .max(36_600)
      .optional()
      .meta({ title: "Days to keep", description: "In place of a number: older archives of this name go." }),
  })
  .refine((value) => value.keep === undefined || value.keepDays === undefined, {
    path: ["keepDays"],
    message: "expected either `keep` or `keepDays`, not both",
  });

export interface BackupResult {
  readonly file: string;
  /** Of the archive. */
  readonly bytes: number;
  readonly files: number;
  readonly sha256: string;
  /** Names of the old archives that were removed. */
  readonly removed: string[];
  /** True when an earlier attempt had already made the archive. */
  readonly reused: boolean;
}

export default defineTask({
  description:
    "Packs a folder into a dated, verified .tar.gz archive and removes the oldest archives of the same name.",
  payload: payloadSchema(schema, EXAMPLE),
  run: backupFolder,
});

async function backupFolder(input: unknown, context: TaskContext): Promise<BackupResult> {
  const payload = readPayload(schema, input, { ...EXAMPLE, keepDays: 30 });
  const { signal, log, run } = context;
  const { source, destination, name } = await folders(payload);
  const final = `${name}-${stamp(run.scheduledFor)}.tar.gz`;
  const file = join(destination, final);
  await removeLeftovers(destination, name, final, context);

  const made = await existing(file, context);
  const facts = made ?? (await pack(source, file, payload.exclude, name, context));
  signal.throwIfAborted();
  const removed = await rotate(destination, name, final, payload, context);
  context.progress(1, "done");
  log(
    `${final}: ${formatCount(facts.files, "file")}, ${formatBytes(facts.bytes)}, sha256 ${facts.sha256.slice(0, 16)}…`,
  );
  return { file, bytes: facts.bytes, files: facts.files, sha256: facts.sha256, removed, reused: made !== undefined };
}

async function folders(
  payload: z.infer<typeof schema>,
): Promise<{ source: string; destination: string; name: string }> {
  const source = resolve(payload.source);
  if (!(await isFolder(source))) throw fieldError("source", payload.source, "a folder that exists", EXAMPLE.source);
  const destination = resolve(payload.destination);
  if (!(await isFolder(destination))) {
    if (!(await isFolder(dirname(destination)))) {
      const expected = "a folder that exists or whose parent exists (is the disk mounted?)";
      throw fieldError("destination", payload.destination, expected, EXAMPLE.destination);
    }
    await mkdir(destination, { recursive: true });
  }
  const from = await realpath(source);
  const to = await realpath(destination);
  if (isInside(from, to)) {
    const inside = relative(from, to).split(sep).join("/");
    if (inside === "" || !pathMatcher(payload.exclude)(inside)) {
      const expected = `a folder outside the source, or one that \`exclude\` leaves out (add ${JSON.stringify(`${inside || "*"}/`)} to it)`;
      throw fieldError("destination", payload.destination, expected, EXAMPLE.destination);
    }
  }
  const name =
    payload.name ??
    basename(source)
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[^A-Za-z0-9]+/, "");
  if (name === "")
    throw fieldError("name", payload.name, "a name for the archives, as the source has none", EXAMPLE.name);
  return { source: from, destination: to, name };
}

/** `2026-11-23T02:30:00.000Z` → `20261123-023000`. */
function stamp(scheduledFor: string): string {
  return new Date(scheduledFor).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
}

/** Partial files of earlier attempts at this archive, and old ones of other archives of this name. */
async function removeLeftovers(
  destination: string,
  name: string,
  final: string,
  { log, run }: TaskContext,
): Promise<void> {
  for (const entry of await readdir(destination)) {
    if (!entry.startsWith(`.${name}-`) || !/-\d{8}-\d{6}\.tar\.gz\.[\w-]+\.partial$/.test(entry)) continue;
    const path = join(destination, entry);
    const ageMs =
      Date.parse(run.scheduledFor) -
      (await stat(path).then(
        (stats) => stats.mtimeMs,
        () => Number.POSITIVE_INFINITY,
      ));
    if (!entry.startsWith(`.${final}.`) && ageMs < STALE_PARTIAL_MS) continue;
    await rm(path, { force: true });
    log(`Removed ${entry}, left over from an attempt that did not finish.`);
  }
}

async function existing(file: string, { signal, log }: TaskContext): Promise<ArchiveFacts | undefined> {
  if (
    !(await stat(file).then(
      (stats) => stats.isFile(),
      () => false,
    ))
  )
    return undefined;
  try {
    const facts = await readArchive(file, signal);
    log(`${basename(file)} is already there and whole; it is not made again.`);
    return facts;
  } catch (error) {
    signal.throwIfAborted();
    log.warn(`${basename(file)} is already there but damaged (${(error as Error).message}); it is made again.`);
    return undefined;
  }
}

async function pack(
  source: string,
  file: string,
  exclude: readonly string[],
  name: string,
  context: TaskContext,
): Promise<ArchiveFacts> {
  const { signal, log, run } = context;
  const { entries, bytes } = await survey(source, exclude, context);
  log(`${entries.length} entries, ${formatBytes(bytes)} in ${source}`);
  const partial = join(
    dirname(file),
    `.${basename(file)}.${run.id.replace(/\W/g, "").slice(-12)}-${run.attempt}.partial`,
  );
  try {
    const packed = await write(source, partial, name, entries, bytes, context);
    context.progress(0.95, "reading the archive back");
    const facts = await readArchive(partial, signal);
    if (facts.entries !== packed)
      throw new Error(`The archive lists ${facts.entries} entries, but ${packed} were packed; it was thrown away.`);
    await rename(partial, file);
    await syncFolder(dirname(file));
    return facts;
  } catch (error) {
    await rm(partial, { force: true });
    throw signal.aborted ? signal.reason : error;
  }
}

async function survey(
  source: string,
  exclude: readonly string[],
  { signal, log }: TaskContext,
): Promise<{ entries: Entry[]; bytes: number }> {
  const excluded = pathMatcher(exclude);
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of walk(source, ({ path }) => !excluded(path), signal)) {
    if (entry.kind === "other") {
      log.warn(`${entry.path} is a socket, pipe or device and is left out.`);
      continue;
    }
    if (entry.kind === "file")
      bytes += await stat(join(source, entry.path)).then(
        (stats) => stats.size,
        () => 0,
      );
    entries.push(entry);
  }
  return { entries, bytes };
}

/** Writes and syncs the archive; how many entries went in. */
async function write(
  source: string,
  partial: string,
  prefix: string,
  entries: Entry[],
  total: number,
  context: TaskContext,
): Promise<number> {
  const { signal, log } = context;
  let done = 0;
  let packed = 0;
  let told = 0;
  const events = {
    bytes(count: number): void {
      done += count;
      const fraction = Math.min(1, done / Math.max(1, total));
      if (fraction - told < 0.01) return;
      told = fraction;
      context.progress(0.9 * fraction, `${formatBytes(done)} of ${formatBytes(total)}`);
    },
    packed(): void {
      packed++;
    },
    vanished(entry: Entry): void {
      log.warn(`${entry.path} was gone when its turn came.`);
    },
  };
  const tar = Readable.from(packTar(source, prefix, entries, events), { objectMode: false });
  await pipeline(tar, createGzip(), createWriteStream(partial, { flags: "wx", flush: true }), { signal });
  return packed;
}

/** Removes the archives of this name that the payload no longer keeps; never the newest and never the one of this run. */
async function rotate(
  destination: string,
  name: string,
  current: string,
  { keep, keepDays }: z.infer<typeof schema>,
  { log, run }: TaskContext,
): Promise<string[]> {
  if (keep === undefined && keepDays === undefined) return [];
  const archives = (await readdir(destination))
    .filter((entry) => entry.startsWith(`${name}-`) && /^\d{8}-\d{6}\.tar\.gz$/.test(entry.slice(name.length + 1)))
    .sort()
    .reverse();
  const oldest =
    keepDays === undefined
      ? ""
      : `${name}-${stamp(new Date(Date.parse(run.scheduledFor) - keepDays * DAY_MS).toISOString())}`;
  const removed: string[] = [];
  for (const [index, archive] of archives.entries()) {
    const old = keep === undefined ? archive < oldest : index >= keep;
    if (!old || index === 0 || archive === current) continue;
    await rm(join(destination, archive), { force: true });
    log(`Removed the old archive ${archive}.`);
    removed.push(archive);
  }
  return removed;
}
