// What may become of a database file while no process holds it, and what the next start must say to it.
import { closeSync, copyFileSync, existsSync, ftruncateSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs"; // biome-ignore format: a list
import type { Instance } from "./processes.ts";

export const DAMAGES = ["header", "page", "half", "empty", "text", "torn-wal"] as const;
export type Damage = (typeof DAMAGES)[number];

const PAGE = 4_096;
const FILES = ["", "-wal", "-shm"];

function overwrite(file: string, from: number, bytes: Uint8Array): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, from);
  closeSync(handle);
}

function shorten(file: string, length: number): void {
  const handle = openSync(file, "r+");
  ftruncateSync(handle, length);
  closeSync(handle);
}

function inflictOn(file: string, kind: Damage, random: () => number): void {
  const pages = Math.floor(statSync(file).size / PAGE);
  const garbage = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const wal = `${file}-wal`;
  const damages: Record<Damage, () => void> = {
    header: () => overwrite(file, 0, new Uint8Array(100)),
    page: () => overwrite(file, PAGE * (1 + Math.floor(random() * (pages - 1))), garbage(PAGE)),
    half: () => shorten(file, Math.floor(pages / 2) * PAGE),
    empty: () => shorten(file, 0),
    text: () => writeFileSync(file, "These are not the rows you are looking for.\n".repeat(500)),
    // The next frame was being written when the power went.
    "torn-wal": () => writeFileSync(wal, garbage(24 + Math.floor(random() * PAGE)), { flag: "a" }),
  };
  damages[kind]();
}

/** Kills the program, damages its file, starts it, and puts the file back; answers what was wrong with the answer. */
export async function damageFile(instance: Instance, kind: Damage, random: () => number): Promise<string[]> {
  const { database: file } = instance;
  const wrong: string[] = [];
  await instance.kill();
  const present = FILES.filter((suffix) => existsSync(file + suffix));
  if (kind === "torn-wal") {
    if (present.includes("-wal")) inflictOn(file, kind, random);
    instance.start();
    return wrong;
  }
  for (const suffix of present) copyFileSync(file + suffix, `${file}${suffix}.kept`);
  // What a log still holds hides what is wrong beneath it, and rightly so: the damage is to be seen.
  if (kind !== "empty") await checkpointed(file);
  inflictOn(file, kind, random);
  const before = readFileSync(file);
  const { code, text } = await instance.refused({ PORT: "0" });
  if (code === null || code === 0)
    wrong.push(`damage: a start on a file with damage (${kind}) was not refused: ${text.slice(-500)}`);
  else if (!text.includes(file) || !/damaged|is empty/.test(text) || !/Restore it from a backup/.test(text))
    wrong.push(`damage: a start on a file with damage (${kind}) said: ${text.slice(-500)}`);
  if (!readFileSync(file).equals(before)) wrong.push(`damage: a refused start has written to the file (${kind})`);
  for (const suffix of FILES) rmSync(file + suffix, { force: true });
  for (const suffix of present) {
    copyFileSync(`${file}${suffix}.kept`, file + suffix);
    rmSync(`${file}${suffix}.kept`);
  }
  instance.start();
  return wrong;
}

/** Brings what the log holds into the file, as the end of a process in good order does. */
async function checkpointed(file: string): Promise<void> {
  const { default: Sqlite } = await import("better-sqlite3");
  const db = new Sqlite(file);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}
