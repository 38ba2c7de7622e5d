// Makes the folders that the demo's tasks work on: documents, notes, photos and old logs, and keeps them moving a little.
// Writes below the demo's own folder only and never replaces a file that is already there, logs apart.

import { createHash } from "node:crypto";
import { appendFile, mkdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const DAY_MS = 86_400_000;
const CHANGE_EVERY_MS = 45_000;
const PHOTOS = 24;
const LOGS = 20;

export async function makeDemoFiles(folder: string): Promise<void> {
  await mkdir(join(folder, "backups"), { recursive: true });
  await mkdir(join(folder, "reports"), { recursive: true });
  await put(
    join(folder, "home/documents/letters/landlord.txt"),
    "Dear landlord,\nthe radiator in the kitchen is cold again.\n",
  );
  await put(
    join(folder, "home/documents/taxes/2026.csv"),
    `date,amount\n${Array.from({ length: 400 }, (_, day) => `${day},${(day * 37) % 101}`).join("\n")}\n`,
  );
  await put(join(folder, "home/documents/cache/preview.tmp"), "left out of the backup");
  await put(join(folder, "home/notes/shopping.md"), "- flour\n- pears\n- batteries\n");
  await put(join(folder, "home/notes/diary.md"), "# Diary\n");
  for (let index = 1; index <= PHOTOS; index++) {
    await put(
      join(folder, `home/photos/2026/IMG_${String(index).padStart(4, "0")}.jpg`),
      noise(`photo ${index}`, 200_000 + index * 5_000),
    );
  }
  for (let index = 1; index <= LOGS; index++) await makeOldLog(folder, index, index);
  await put(join(folder, "logs/web.log"), "the running log stays\n");
}

/** Adds a line to the diary and an old log now and then, so that backup and clean-up have something to do. */
export function keepDemoFilesMoving(folder: string): { stop(): void } {
  let turn = 0;
  const timer = setInterval(() => {
    turn++;
    const changes = [
      appendFile(join(folder, "home/notes/diary.md"), `${new Date().toISOString()} nothing happened, again\n`),
      makeOldLog(folder, LOGS + turn, 8 + (turn % 20)),
    ];
    // The folder may be removed while the demo runs; that is no reason to stop it.
    Promise.all(changes).catch(() => {});
  }, CHANGE_EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

async function makeOldLog(folder: string, number: number, ageDays: number): Promise<void> {
  const path = join(folder, `logs/web.log.${number}`);
  const at = new Date(Date.now() - ageDays * DAY_MS);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${at.toISOString()} GET / 200\n`.repeat(200 + number * 20));
  await utimes(path, at, at);
}

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** The same bytes for the same seed, which no packing makes smaller. */
function noise(seed: string, bytes: number): Buffer {
  const parts: Buffer[] = [];
  for (let made = 0; made < bytes; made += 64) parts.push(createHash("sha512").update(`${seed} ${made}`).digest());
  return Buffer.concat(parts).subarray(0, bytes);
}
