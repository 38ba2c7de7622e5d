// The project's own nginx configuration, run by a real nginx in a folder of its own, on loopback. The system's service is left alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startNginx as start } from "../../tools/cluster/nginx.ts";
import { ensureProgram } from "../../tools/programs.mjs";
import { temporaryFolder } from "./app.ts";
import { freePort } from "./program.ts";
import { until } from "./wait.ts";

export interface Nginx {
  readonly url: string;
  /** As `systemctl reload nginx` does: new workers, the old ones finish. */
  reload(): void;
  /** What it has complained of. */
  log(): string;
  stop(): Promise<void>;
}

export async function startNginx(ports: readonly number[]): Promise<Nginx> {
  const folder = await temporaryFolder();
  const program = ensureProgram("nginx") as string;
  const { url, child, stop } = start({ program, folder, port: await freePort(), ports });
  await until("nginx answers", async () => (await fetch(`${url}/healthz`)).ok);
  return {
    url,
    reload: () => void child.kill("SIGHUP"),
    log: () => readFileSync(join(folder, "error.log"), "utf8"),
    stop,
  };
}
