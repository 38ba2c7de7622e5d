// What the command line does beside running the server: backups. Each prints one JSON object, and ends with 1 when it could not be done.
import type { Command } from "commander";
import { readConfig } from "./config.ts";
import { StartupError } from "./domain/errors.ts";
import { backup, restore, verify } from "./store/backup.ts";
import { isPostgres } from "./store/index.ts";

/** @throws StartupError when the database is in memory or no file */
function databaseFile(): string {
  const { database } = readConfig(process.env, process.cwd());
  if (database === ":memory:")
    throw new StartupError("DATABASE_URL names a database in memory: there is no file to back up.");
  if (isPostgres(database))
    throw new StartupError(
      "DATABASE_URL names PostgreSQL, which is backed up by its own means: pg_dump, pg_basebackup.",
    );
  return database;
}

function say(work: () => object): void {
  try {
    process.stdout.write(`${JSON.stringify(work(), null, 2)}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

export function addCommands(program: Command): void {
  program
    .command("backup")
    .description("copy the database to a new file, with the server running or not, and prove the copy")
    .argument("<file>", "the new file")
    .action((to: string) => say(() => backup(databaseFile(), to)));
  program
    .command("verify")
    .description("read a backup, or the database itself, and say whether it is sound and what is in it")
    .argument("[file]", "a backup; left out: the database")
    .action((file?: string) => say(() => verify(file ?? databaseFile())));
  program
    .command("restore")
    .description("put a backup in the database's place, with the server stopped")
    .argument("<file>", "the backup")
    .option("--replace", "also where there is a database; it is kept beside the restored one")
    .action((from: string, { replace = false }: { replace?: boolean }) =>
      say(() => restore(from, databaseFile(), replace, new Date())),
    );
}
