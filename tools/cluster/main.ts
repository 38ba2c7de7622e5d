// `npm run cluster`: PostgreSQL from npm, three instances and nginx on this machine, to see what a cluster does when one of them is killed.
// Everything is on loopback; its data stays in data/cluster. It restarts nothing, tells when something has ended, and Ctrl-C stops all in
// good order: instances, nginx, PostgreSQL.
import { chmodSync, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Api } from "../../examples/lib/api.ts";
import { type DemoServer, startDemoServer } from "../../examples/lib/demo-server.ts";
import { findProgram } from "../programs.mjs";
import { type RunningNginx, startNginx } from "./nginx.ts";
import { startPostgres } from "./postgres.ts";

const USAGE = `npm run cluster -- [--port 4000] [--folder data/cluster]
The proxy listens on the port, the instances on the next three, PostgreSQL on the one after.`;
const INSTANCES = 3;
const NO_NGINX =
  "no nginx here: open an instance's own address (for one address: apt install nginx-light, or brew install nginx)";

/** Long enough to be killed in the middle of; made once, so that whoever deletes one keeps it away. */
const TASKS = [
  { name: "Every two seconds", every: "PT2S", seconds: 1 },
  { name: "Long work", every: "PT5S", seconds: 12 },
];

const values = readOptions();
const folder = resolve(values.folder ?? fileURLToPath(new URL("../../data/cluster", import.meta.url)));
const { port } = values;
const ports = Array.from({ length: INSTANCES }, (_, index) => port + 1 + index);
const postgresPort = port + 1 + INSTANCES;
const shown = (path: string) => relative(process.cwd(), path) || ".";
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);

const stopping = new AbortController();
const instances: DemoServer[] = [];
const stops: (() => Promise<unknown>)[] = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) for (const instance of instances) instance.kill();
    else console.log("\nStopping; running tasks get a moment to finish. Once more to stop at once.");
    stopping.abort();
  });
}
const asked = new Promise<void>((done) => {
  stopping.signal.addEventListener("abort", () => done(), { once: true });
});

function readOptions(): { readonly folder?: string; readonly port: number } {
  const options = {
    folder: { type: "string" },
    port: { type: "string" },
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    const { folder, help, port = process.env.PORT || "4000" } = parseArgs({ options }).values;
    if (help) {
      console.log(USAGE);
      process.exit();
    }
    if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) + INSTANCES + 1 > 65_535)
      throw new Error(
        `Port ${JSON.stringify(port)}: expected a whole number that leaves room for four more. Example: --port 4200`,
      );
    return { folder, port: Number(port) };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Until somebody asks for the stop, an end is news. */
function tell(what: string, ended: Promise<string>): void {
  void ended.then((how) => {
    if (!stopping.signal.aborted) say(`${what} has ended (${how}). Nothing starts it again.`);
  });
}

async function main(): Promise<void> {
  await refuseTakenPorts();
  mkdirSync(folder, { recursive: true });
  // As root PostgreSQL runs under another account, which has to pass.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  say("starting PostgreSQL …");
  const postgres = await startPostgres(folder, postgresPort);
  stops.push(postgres.stop);
  tell("PostgreSQL", postgres.ended);
  stopping.signal.throwIfAborted();

  say(`starting ${INSTANCES} instances …`);
  stops.push(() => Promise.all(instances.map((instance) => instance.stop())));
  for (const [index, own] of ports.entries()) {
    instances.push(await startDemoServer(settings(own, postgres.url), join(folder, `instance-${index + 1}.log`)));
  }
  await Promise.all(instances.map((instance) => instance.ready(stopping.signal)));
  for (const [index, { pid, ended }] of instances.entries()) tell(`Instance ${index + 1} (process ${pid})`, ended);

  const program = findProgram("nginx");
  const nginx = program ? startNginx({ program, folder: join(folder, "nginx"), port, ports }) : undefined;
  if (nginx) {
    // Before the instances in the list of stops, so after them: it still answers while they finish.
    stops.splice(1, 0, nginx.stop);
    tell("nginx", nginx.ended);
  }
  const url = nginx?.url ?? (instances[0] as DemoServer).url;
  await makeTasks(url);
  sayWhere(url, nginx);
  await asked;
}

function settings(own: number, url: string): Record<string, string> {
  return {
    HOST: "127.0.0.1",
    // The demonstration's own site is on this machine.
    OUTGOING_ALLOW: "loopback",
    PORT: String(own),
    DATABASE_URL: url,
    ROLES: "",
    DATABASE_LISTEN_URL: "",
    DATABASE_REPLICA_URL: "",
    PUBLIC_URL: "",
    TASKS_DIR: fileURLToPath(new URL("tasks", import.meta.url)),
    WORKER_THREADS: "4",
    // A demonstration on loopback that is gone afterwards: nobody has to sign in.
    ALLOW_ANONYMOUS: "true",
    // Nobody wants to wait half a minute for the end of a demonstration.
    SHUTDOWN_GRACE_MS: "3000",
  };
}

async function refuseTakenPorts(): Promise<void> {
  for (const each of [port, ...ports]) {
    const other = await fetch(`http://127.0.0.1:${each}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    );
    await other?.body?.cancel();
    if (other)
      throw new Error(
        `Something else answers on port ${each} already. Stop it, or choose other ports: npm run cluster -- --port 4200`,
      );
  }
}

async function makeTasks(url: string): Promise<void> {
  const api = new Api(`${url}/graphql`);
  if ((await api.tasks()).size > 0) return;
  for (const { name, every, seconds } of TASKS) {
    const { userErrors } = await api.create({
      name,
      schedule: { every: { interval: every } },
      target: { module: { name: "steps" } },
      payload: { seconds },
      overlapPolicy: "ALLOW",
    });
    if (userErrors.length > 0) throw new Error(userErrors.map(({ message }) => message).join(" "));
  }
}

function sayWhere(url: string, nginx: RunningNginx | undefined): void {
  const lines = instances.map(
    (instance, index) => `  Instance ${index + 1}   process ${String(instance.pid).padEnd(8)} ${instance.url}`,
  );
  console.log(`
  Dashboard    ${url}/cluster
  Proxy        ${nginx ? `nginx, process ${nginx.child.pid}, with the configuration of deploy/nginx` : NO_NGINX}
${lines.join("\n")}
  PostgreSQL   127.0.0.1:${postgresPort}
  Logs, data   ${shown(folder)}

  Now: kill -9 ${instances.at(-1)?.pid} and watch the page Cluster. Its runs of "Long work" are taken over within five seconds.
  Ctrl-C stops everything; to begin anew, remove ${shown(folder)}.
`);
}

try {
  await main();
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`${(error as Error).message}\nThe logs are in ${shown(folder)}.`);
    process.exitCode = 1;
  }
} finally {
  stopping.abort();
  for (const stop of stops.reverse()) await stop();
  console.log("All is stopped.");
}
