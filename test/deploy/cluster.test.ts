// `npm run cluster` as a newcomer uses it: one instance is killed, work goes on, Ctrl-C leaves nothing behind, the next start finds its data.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { ensureProgram } from "../../tools/programs.mjs";
import { temporaryFolder } from "../support/app.ts";
import { data } from "../support/client.ts";
import { freePort } from "../support/program.ts";
import { until } from "../support/wait.ts";

const RUNS = `{ runs(filter: { state: [SUCCEEDED] }) { totalCount } tasks { totalCount }
  instances { pid stoppedAt running load } }`;

interface Cluster {
  readonly child: ChildProcess;
  readonly url: string;
  /** Of the instances. */
  readonly pids: readonly number[];
  output(): string;
  interrupt(): Promise<unknown>;
}

const clusters: ChildProcess[] = [];
const folder = await temporaryFolder();
// Of root's as well: PostgreSQL's account has to pass.
chmodSync(folder, 0o755);

/** One for the proxy, and the next four. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = await freePort();
    const servers = [0, 1, 2, 3, 4].map((more) => createServer().listen(first + more, "127.0.0.1"));
    const free = await Promise.all(
      servers.map(
        (server) => new Promise((done) => server.once("listening", () => done(true)).once("error", () => done(false))),
      ),
    );
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    if (free.every(Boolean)) return first;
  }
}

async function start(): Promise<Cluster> {
  const port = await freePorts();
  const args = ["--import", "tsx", "tools/cluster/main.ts", "--port", String(port), "--folder", join(folder, "data")];
  const child = spawn(process.execPath, args, { cwd: PACKAGE_ROOT, stdio: ["ignore", "pipe", "pipe"] });
  clusters.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const exited = once(child, "exit");
  await until(
    "the cluster says where it is",
    () => {
      return child.exitCode !== null || output.includes("Ctrl-C stops everything");
    },
    100_000,
  );
  if (child.exitCode !== null) throw new Error(output);
  const pids = [...output.matchAll(/Instance \d +process (\d+)/g)].map(([, pid]) => Number(pid));
  expect(pids).toHaveLength(3);
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    pids,
    output: () => output,
    async interrupt() {
      child.kill("SIGINT");
      return (await exited)[0];
    },
  };
}

/** Also of what the program started: its groups are led by its children. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterAll(() => {
  for (const child of clusters) child.kill("SIGTERM");
});

describe("npm run cluster", () => {
  it("goes on when an instance is killed, stops all on Ctrl-C, and finds its data again", {
    timeout: 240_000,
  }, async () => {
    ensureProgram("nginx");
    const first = await start();
    const succeeded = async () => (await data(first.url, RUNS)).runs.totalCount as number;
    await until("runs end", async () => (await succeeded()) > 0, 30_000);

    const victim = first.pids.at(-1) as number;
    expect(first.output()).toContain(`kill -9 ${victim}`);
    process.kill(victim, "SIGKILL");
    await until("its end is told", () => first.output().includes(`(process ${victim}) has ended (signal SIGKILL)`));
    const before = await succeeded();
    await until("runs go on", async () => (await succeeded()) > before + 1, 30_000);
    const seen = await data(first.url, RUNS);
    expect(new Set(seen.instances.map((each: { pid: number }) => each.pid))).toEqual(new Set(first.pids));

    const proxy = Number(/nginx, process (\d+)/.exec(first.output())?.[1]);
    expect(alive(proxy)).toBe(true);
    expect(await first.interrupt()).toBe(0);
    expect(first.output()).toContain("All is stopped.");
    expect([...first.pids, proxy].filter(alive)).toEqual([]);
    for (let port = 0; port < 5; port++)
      await expect(fetch(`http://127.0.0.1:${Number(new URL(first.url).port) + port}`)).rejects.toThrow("fetch failed");

    const second = await start();
    const found = await data(second.url, RUNS);
    expect(found.tasks.totalCount).toBe(2);
    expect(found.runs.totalCount).toBeGreaterThan(before);
    expect(await second.interrupt()).toBe(0);
    expect(second.pids.filter(alive)).toEqual([]);
  });
});
