// The configuration of deploy/nginx before instances on loopback: only where they are, where it listens and its temporary files are changed.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../../deploy/nginx", import.meta.url));

export interface NginxOptions {
  readonly program: string;
  /** For its files; emptied of nothing. */
  readonly folder: string;
  readonly port: number;
  /** Of the three instances. */
  readonly ports: readonly number[];
}

export interface RunningNginx {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves when it has ended, with how it did. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** In a process group of its own: Ctrl-C is not for it, but for whoever started it. */
export function startNginx({ program, folder, port, ports }: NginxOptions): RunningNginx {
  mkdirSync(join(folder, "temp"), { recursive: true });
  cpSync(SOURCE, folder, { recursive: true });
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));
  edit("upstream.conf", (text) =>
    text.replace(/cronograph-(\d):4000/g, (_, number) => `127.0.0.1:${ports[Number(number) - 1]}`),
  );
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
  const child = spawn(program, [...args, ...globals], { stdio: "ignore", detached: true });
  const exited = once(child, "exit");
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    ended: exited.then(([code, signal]) => (signal ? `signal ${signal}` : `exit code ${code}`)),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await exited;
    },
  };
}
