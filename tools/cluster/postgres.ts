// The PostgreSQL of `npm run cluster`: its data stays in its folder and is found again by the next start.
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface ClusterPostgres {
  readonly url: string;
  /** Resolves when the server has ended, with how it did. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** As root the server runs under another account, which has to pass to its data and to its program. */
function refuseClosedFolders(folder: string): void {
  if (process.getuid?.() !== 0) return;
  for (const end of [folder, MODULES])
    for (let path = end; path !== dirname(path); path = dirname(path))
      if ((statSync(path).mode & 0o001) === 0)
        throw new Error(
          `As root PostgreSQL runs under the account postgres, which may not enter ${path}. Run this as another user, or from a folder that is open (chmod o+x).`,
        );
}

/** `folder` exists, and everybody may pass through it: as root the server runs under another account. */
export async function startPostgres(folder: string, port: number): Promise<ClusterPostgres> {
  refuseClosedFolders(folder);
  const secret = join(folder, "password");
  if (!existsSync(secret)) writeFileSync(secret, randomBytes(16).toString("hex"), { mode: 0o600 });
  const password = readFileSync(secret, "utf8");
  const log = openSync(join(folder, "postgres.log"), "a");
  const child = fork(fileURLToPath(new URL("postgres.mjs", import.meta.url)), {
    detached: true,
    execArgv: [],
    stdio: ["ignore", log, log, "ipc"],
  });
  const exited = once(child, "exit");
  child.send({ folder: join(folder, "postgres"), port, password });
  const [answer] = (await Promise.race([once(child, "message"), exited.then(() => [{}])])) as [
    { ready?: true; failed?: string },
  ];
  if (!answer.ready) throw new Error(answer.failed ?? `PostgreSQL did not start; see ${join(folder, "postgres.log")}.`);
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    ended: new Promise((resolve) => {
      child.on("message", ({ ended }: { ended?: string }) => ended !== undefined && resolve(ended));
      child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
    }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await exited;
    },
  };
}
