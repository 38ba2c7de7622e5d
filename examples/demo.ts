// Shows a living Cronograph within a minute: the real server, a small site to talk to, files to work on, a dozen tasks.
// Everything stays on this machine, below data/demo and on the loopback address, and works without the internet.
// Ctrl-C stops all of it in good order. Never touches another database than its own.

import { mkdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Api } from "./lib/api.ts";
import { keepDemoFilesMoving, makeDemoFiles } from "./lib/demo-files.ts";
import { type DemoServer, startDemoServer } from "./lib/demo-server.ts";
import { startDemoSite } from "./lib/demo-site.ts";
import { loadTasks } from "./lib/load-tasks.ts";
import { formatTable } from "./lib/table.ts";
import { readTaskFile } from "./lib/task-file.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = "data/demo";
const port = Number(process.env.PORT || 4000);
const sitePort = port + 10;
const logFile = join(root, folder, "server.log");
const shown = (path: string) => relative(process.cwd(), path) || ".";

const stopping = new AbortController();
let server: DemoServer | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) server?.kill();
    else console.log("\nStopping; running tasks get a moment to finish. Once more to stop at once.");
    stopping.abort();
  });
}

async function main(): Promise<void> {
  await refuseTakenPort();
  await mkdir(join(root, folder), { recursive: true });
  await makeDemoFiles(join(root, folder));
  const site = await startDemoSite(sitePort, join(root, folder, "reports"));
  const moving = keepDemoFilesMoving(join(root, folder));
  try {
    server = await startDemoServer(settings(), logFile);
    await server.ready(stopping.signal);
    await load(server.url, site.url);
    await sayWhere(server.url, site.url);
    await untilStopped(server);
  } finally {
    moving.stop();
    await server?.stop();
    await site.stop();
  }
}

function settings(): Record<string, string> {
  return {
    HOST: "127.0.0.1",
    // The demonstration's own site is on this machine.
    OUTGOING_ALLOW: "loopback",
    PORT: String(port),
    DATABASE_URL: `file:${join(root, folder, "cronograph.db")}`,
    TASKS_DIR: join(root, "tasks"),
    WORKER_THREADS: "4",
    // A demonstration on loopback that is gone afterwards: nobody has to sign in.
    ALLOW_ANONYMOUS: "true",
    // Nobody wants to wait half a minute for the end of a demonstration.
    SHUTDOWN_GRACE_MS: "3000",
  };
}

async function refuseTakenPort(): Promise<void> {
  const other = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => undefined,
  );
  await other?.body?.cancel();
  if (other)
    throw new Error(
      `Something else answers on port ${port} already. Stop it, or choose another port: PORT=4100 npm run demo`,
    );
}

async function load(server: string, site: string): Promise<void> {
  const path = fileURLToPath(new URL("home-server.yaml", import.meta.url));
  const fileName = shown(path);
  const api = `${server}/graphql`;
  const file = readTaskFile(await readFile(path, "utf8"), fileName, { site, api, data: folder });
  const loaded = await loadTasks(file, new Api(api), { fileName, replace: true, dryRun: false });
  console.log(formatTable(loaded, Date.now()));
  if (loaded.some(({ outcome }) => outcome === "refused")) process.exitCode = 1;
}

async function sayWhere(server: string, site: string): Promise<void> {
  const dashboard = await fetch(server, { headers: { accept: "text/html" } }).catch(() => undefined);
  await dashboard?.body?.cancel();
  console.log(`
  Dashboard   ${server}/${dashboard?.ok ? "" : "   (not built yet: npm run build)"}
  GraphQL     ${server}/graphql
  Site        ${site}/status   (a report that a task writes every two minutes)
  Files       ${shown(join(root, folder))}
  Server log  ${shown(logFile)}

  Ctrl-C stops everything; to begin anew, remove ${shown(join(root, folder))}.
`);
}

async function untilStopped({ ended }: DemoServer): Promise<void> {
  const asked = new Promise<undefined>((resolve) => {
    if (stopping.signal.aborted) resolve(undefined);
    else stopping.signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const end = await Promise.race([asked, ended]);
  if (end !== undefined) throw new Error(`The server ended by itself (${end}).`);
}

try {
  await main();
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`${(error as Error).message}\nThe server's log is in ${shown(logFile)}.`);
    process.exitCode = 1;
  }
}
