// The project's own nginx configuration, run by a real nginx in a folder of its own, on loopback. The system's service is left alone.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../../server/package.ts";
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
  const program = ensureProgram("nginx") as string;
  const folder = await temporaryFolder();
  mkdirSync(join(folder, "temp"));
  cpSync(join(PACKAGE_ROOT, "deploy", "nginx"), folder, { recursive: true });
  const port = await freePort();
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));
  // Only where the instances are and where it listens is the test's.
  const given = /cronograph-(\d):4000/g;
  edit("upstream.conf", (text) => text.replace(given, (_, number) => `127.0.0.1:${ports[Number(number) - 1]}`));
  edit("cronograph.conf", (text) => text.replace("listen 8080;", `listen 127.0.0.1:${port};`));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((n) => `${n}_temp_path temp/${n};`);
  edit("nginx.conf", (text) =>
    text
      .replace("worker_processes auto;", `worker_processes 2;\n${process.getuid?.() === 0 ? "user root;\n" : ""}`)
      .replace("http {", `http {\n${temporary.join("\n")}`),
  );
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")];
  const globals = ["-g", `daemon off; pid ${join(folder, "nginx.pid")};`];
  execFileSync(program, ["-t", "-q", ...args, ...globals]);
  const child: ChildProcess = spawn(program, [...args, ...globals], { stdio: "inherit" });
  const url = `http://127.0.0.1:${port}`;
  await until("nginx answers", async () => (await fetch(`${url}/healthz`)).ok);
  return {
    url,
    reload: () => void child.kill("SIGHUP"),
    log: () => readFileSync(join(folder, "error.log"), "utf8"),
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}
