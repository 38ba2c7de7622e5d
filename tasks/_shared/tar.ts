// Writes a tar stream of chosen entries and reads a `.tar.gz` back to see that it is whole.
// Files are opened without following links and read exactly to the size they had when opened; what vanished is told, not
// invented. Never extracts anything.

import { createHash } from "node:crypto";
import { constants, createReadStream, type Stats } from "node:fs";
import { lstat, open, readlink } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { Header, Parser, Pax } from "tar";
import type { Entry } from "./files.ts";

const CHUNK_BYTES = 256 * 1024;
const BLOCK_BYTES = 512;

export interface PackEvents {
  /** After each piece of file content. */
  bytes(count: number): void;
  /** An entry went into the archive. */
  packed(entry: Entry): void;
  /** An entry was gone, or had become something else, when its turn came. */
  vanished(entry: Entry): void;
}

/** The tar stream of the entries below `root`, each named `prefix/path`. */
export async function* packTar(
  root: string,
  prefix: string,
  entries: Iterable<Entry>,
  events: PackEvents,
): AsyncGenerator<Buffer> {
  for (const entry of entries) {
    try {
      if (entry.kind === "file") yield* packFile(root, prefix, entry, events);
      else yield* packPlain(root, prefix, entry);
      events.packed(entry);
    } catch (error) {
      if (!isGone(error)) throw error;
      events.vanished(entry);
    }
  }
  yield Buffer.alloc(2 * BLOCK_BYTES);
}

async function* packPlain(root: string, prefix: string, entry: Entry): AsyncGenerator<Buffer> {
  const path = join(root, entry.path);
  const stats = await lstat(path);
  if (entry.kind === "folder") yield* header(`${prefix}/${entry.path}/`, stats, "Directory", 0);
  else yield* header(`${prefix}/${entry.path}`, stats, "SymbolicLink", 0, await readlink(path));
}

async function* packFile(root: string, prefix: string, entry: Entry, events: PackEvents): AsyncGenerator<Buffer> {
  const file = await open(
    join(root, entry.path),
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw Object.assign(new Error("no longer a file"), { code: "ENOENT" });
    yield* header(`${prefix}/${entry.path}`, stats, "File", stats.size);
    let position = 0;
    while (position < stats.size) {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, stats.size - position));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) {
        throw new Error(
          `${entry.path} shrank from ${stats.size} to ${position} bytes while it was packed; try again, or exclude it.`,
        );
      }
      position += bytesRead;
      events.bytes(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
    const rest = stats.size % BLOCK_BYTES;
    if (rest > 0) yield Buffer.alloc(BLOCK_BYTES - rest);
  } finally {
    await file.close();
  }
}

function* header(
  path: string,
  stats: Stats,
  type: "File" | "Directory" | "SymbolicLink",
  size: number,
  linkpath?: string,
) {
  const data = {
    path,
    mode: stats.mode & 0o7777,
    uid: stats.uid,
    gid: stats.gid,
    size,
    mtime: stats.mtime,
    type,
    linkpath,
  };
  const head = new Header(data);
  if (head.encode()) yield new Pax(data).encode();
  yield head.block as Buffer;
}

function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR";
}

export interface ArchiveFacts {
  readonly entries: number;
  readonly files: number;
  /** Of the archive file. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Reads a whole archive back: checks gzip's checksum and every tar header, and counts. Throws when anything is damaged. */
export async function readArchive(path: string, signal: AbortSignal): Promise<ArchiveFacts> {
  const hash = createHash("sha256");
  let bytes = 0;
  let entries = 0;
  let files = 0;
  let damage: unknown;
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      entries++;
      if (entry.type === "File") files++;
      entry.resume();
    },
  });
  parser.on("error", (error: unknown) => {
    damage ??= error;
  });
  const source = createReadStream(path, { signal, highWaterMark: CHUNK_BYTES });
  source.on("data", (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  const plain = createGunzip();
  source.on("error", (error) => plain.destroy(error));
  try {
    for await (const chunk of source.pipe(plain)) {
      parser.write(chunk as Buffer);
      if (damage) throw damage;
    }
    parser.end();
    if (damage) throw damage;
  } finally {
    source.destroy();
  }
  return { entries, files, bytes, sha256: hash.digest("hex") };
}
