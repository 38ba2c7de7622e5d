// The SQLite file as a thing of the operating system: one process owns it, and a damaged one is refused with what was found.
// Never opens the file for writing itself.
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { StartupError } from "../domain/errors.ts";

/** Keeps every other process away from the file until it is released, also by the process's death. */
export interface Ownership {
  release(): void;
}

/**
 * Takes the file for this process. The lock is an exclusive transaction on an empty database beside the file: the kernel drops
 * it with the process, so that a kill leaves nothing stale behind.
 */
export function own(file: string): Ownership {
  mkdirSync(dirname(file), { recursive: true });
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(`${file}.lock`, { timeout: 0 });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock?.close();
    const code = (error as { code?: string }).code ?? "";
    if (code.startsWith("SQLITE_BUSY")) {
      throw new StartupError(
        `${file} is in use by another Cronograph process. One process owns a SQLite database: stop the other one, ` +
          "give this one its own DATABASE_URL, or run several instances on PostgreSQL.",
      );
    }
    throw new StartupError(`${file} cannot be locked: ${(error as Error).message}. Check the folder's permissions.`);
  }
  const held = lock;
  return { release: () => held.close() };
}

/** Refuses a file that is no sound SQLite database. A file that does not exist is fine: it will be made. */
export function refuseDamaged(file: string): void {
  if (!existsSync(file)) return;
  const advice = `Restore it from a backup (copy the backup over ${file} while Cronograph is stopped), or move it away to start anew.`;
  if (statSync(file).size === 0) throw new StartupError(`${file} is empty (0 bytes): it has lost its data. ${advice}`);
  let finding: unknown;
  try {
    const db = new Sqlite(file, { readonly: true });
    try {
      finding = db.pragma("quick_check(1)", { simple: true });
    } finally {
      db.close();
    }
  } catch (error) {
    finding = (error as Error).message;
  }
  if (finding !== "ok") throw new StartupError(`${file} is damaged: ${String(finding)}. ${advice}`);
}
