// Small file helpers of the modules: atomic writes, folder checks, byte counts for people.
// Never follows a symbolic link in a walk and never leaves a half-written file under its final name.

import { randomUUID } from "node:crypto";
import type { Dirent } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** Writes a file so that a reader sees the old or the new content, never a part; makes the folder when it is missing. */
export async function writeAtomic(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${randomUUID().slice(0, 8)}.partial`;
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a rename in the folder survive a power cut; a file system that cannot is let pass. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows and some network file systems refuse to sync a folder.
  }
}

export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Whether `path` is `folder` or lies below it. Both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}

export interface Entry {
  /** Relative to the root of the walk, `/` between names. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** All entries below a folder, parents before children, names in order; links are reported, not followed. */
export async function* walk(
  root: string,
  enter: (entry: Entry) => boolean,
  signal: AbortSignal,
): AsyncGenerator<Entry> {
  const folders = [""];
  while (folders.length > 0) {
    const folder = folders.pop() as string;
    signal.throwIfAborted();
    const children = await readdir(join(root, folder), { withFileTypes: true });
    children.sort((a, b) => (a.name < b.name ? -1 : 1));
    const below: string[] = [];
    for (const child of children) {
      const entry: Entry = { path: folder === "" ? child.name : `${folder}/${child.name}`, kind: kindOf(child) };
      if (!enter(entry)) continue;
      yield entry;
      if (entry.kind === "folder") below.push(entry.path);
    }
    folders.push(...below.reverse());
  }
}

function kindOf(child: Dirent): Entry["kind"] {
  if (child.isSymbolicLink()) return "link";
  if (child.isDirectory()) return "folder";
  return child.isFile() ? "file" : "other";
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** `1234567` → `1.2 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return unit === 0
    ? `${bytes} ${bytes === 1 ? "byte" : "bytes"}`
    : `${value.toFixed(value < 10 ? 1 : 0)} ${UNITS[unit]}`;
}

/** `1 file`, `2 files`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
