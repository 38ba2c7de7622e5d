// What the command line does beside running the server: backups, the move to PostgreSQL, and a way in for who is locked out. Each prints one JSON object, and ends with 1 when it could not be done.
import { resolve } from "node:path";
import type { Command } from "commander";
import { v7 as uuid } from "uuid";
import { newSecret } from "./access/access.ts";
import { createPasswords } from "./access/passwords.ts";
import { resetPassword } from "./access/recover.ts";
import { systemClock } from "./clock.ts";
import { readConfig } from "./config.ts";
import { StartupError } from "./domain/errors.ts";
import { backup, restore, verify } from "./store/backup.ts";
import { isPostgres, openStore } from "./store/index.ts";
import { backupPostgres, isDump, type PostgresPlace, restorePostgres, verifyDump } from "./store/postgres/backup.ts";
import { promote } from "./store/postgres/promote.ts";

type Place = { readonly file: string } | { readonly postgres: PostgresPlace };

/** @throws StartupError when the database is in memory */
function place(): Place {
  const { database, databaseListenUrl: listenUrl } = readConfig(process.env, process.cwd());
  if (database === ":memory:")
    throw new StartupError("DATABASE_URL names a database in memory: there is no file to back up.");
  return isPostgres(database) ? { postgres: { url: database, listenUrl } } : { file: database };
}

async function say(work: () => object | Promise<object>): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await work(), null, 2)}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

const PASSWORDS_ARE_OFF =
  "PASSWORD_SIGN_IN is off: this password opens nothing until the server is started with PASSWORD_SIGN_IN=on.";

/** A SQLite file belongs to one process, so its server must be stopped; on PostgreSQL it may run. */
async function recovered(name: string): Promise<object> {
  const { database, databaseListenUrl: listenUrl, passwordSignIn } = readConfig(process.env, process.cwd());
  const store = await openStore(database, { listenUrl });
  try {
    const clock = store.clock ?? systemClock;
    const done = await resetPassword({ store, clock, newId: uuid, newSecret, passwords: createPasswords() }, name);
    return passwordSignIn ? done : { ...done, note: PASSWORDS_ARE_OFF };
  } finally {
    await store.close();
  }
}

function promoted(from: string): Promise<object> {
  const to = place();
  if ("file" in to)
    throw new StartupError("DATABASE_URL must name the PostgreSQL that the file is to be moved to: postgresql://…");
  return promote(resolve(from), to.postgres, (table, done, of) => process.stderr.write(`${table}: ${done} of ${of}\n`));
}

export function addCommands(program: Command): void {
  program
    .command("reset-password")
    .description(
      "give a user a new password, printed once, and let them in again; a SQLite file's server must be stopped",
    )
    .argument("<name>", "the user's name")
    .action((name: string) => say(() => recovered(name)));
  program
    .command("backup")
    .description("copy the database to a new file, with the server running or not, and prove the copy")
    .argument("<file>", "the new file")
    .action((to: string) =>
      say(() => {
        const at = place();
        return "file" in at ? backup(at.file, to) : backupPostgres(at.postgres, to, new Date());
      }),
    );
  program
    .command("verify")
    .description("read a backup, or the database itself, and say whether it is sound and what is in it")
    .argument("[file]", "a backup; left out: the database, if it is a file")
    .action((file?: string) =>
      say(() => {
        if (file !== undefined) return isDump(file) ? verifyDump(file) : verify(file);
        const at = place();
        if ("file" in at) return verify(at.file);
        throw new StartupError("Say which backup. PostgreSQL itself is checked by pg_amcheck.");
      }),
    );
  program
    .command("restore")
    .description("put a backup in the database's place, with the server stopped")
    .argument("<file>", "the backup")
    .option("--replace", "also where there is a database; a SQLite file is kept beside the restored one")
    .action((from: string, { replace = false }: { replace?: boolean }) =>
      say(async () => {
        const at = place();
        if (!("file" in at)) return { restored: await restorePostgres(from, at.postgres, replace) };
        if (isDump(from))
          throw new StartupError(`${from} is a backup of PostgreSQL, and DATABASE_URL names a SQLite file.`);
        return restore(from, at.file, replace, new Date());
      }),
    );
  program
    .command("promote")
    .description(
      "move a SQLite file into the empty PostgreSQL that DATABASE_URL names, with the server stopped; the file is kept",
    )
    .argument("<file>", "the SQLite file")
    .action((from: string) => say(() => promoted(from)));
}
