// A streaming replica of a server: a base backup by hand, for the package from npm has no pg_basebackup.
import { execFileSync } from "node:child_process";
import { appendFileSync, chownSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { temporaryFolder } from "./app.ts";
import { type PostgresServer, startServer } from "./postgres-server.ts";

/** Its name for `synchronous_standby_names` is `replica`. */
export async function startReplica(primary: PostgresServer, flags: readonly string[] = []): Promise<PostgresServer> {
  const folder = await temporaryFolder();
  const client = new pg.Client({ connectionString: primary.url });
  await client.connect();
  await client.query("SELECT pg_backup_start('replica', true)");
  // Owners stay: as root the server runs under an account of its own.
  execFileSync("cp", ["-a", `${primary.folder}/.`, folder]);
  const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
  await client.end();
  rmSync(join(folder, "postmaster.pid"), { force: true });
  const { uid, gid } = statSync(folder);
  for (const [name, text] of [
    ["backup_label", rows[0]?.labelfile as string],
    ["standby.signal", ""],
  ] as const) {
    writeFileSync(join(folder, name), text);
    chownSync(join(folder, name), uid, gid);
  }
  const { hostname, port, username, password } = new URL(primary.url);
  appendFileSync(
    join(folder, "postgresql.auto.conf"),
    `\nprimary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password} application_name=replica'\n`,
  );
  return startServer(folder, ["hot_standby_feedback=on", "wal_retrieve_retry_interval=200ms", ...flags], { password });
}
