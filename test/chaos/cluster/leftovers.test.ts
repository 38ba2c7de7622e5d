// Rigs that are killed for real: what they leave is taken away, and nothing of one that lives.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { bridgeOf, namespaceOf, sweepLeftovers } from "./leftovers.ts";

interface Made {
  readonly id: number;
  readonly home: string;
  readonly instances: readonly number[];
}

const rigs: ChildProcess[] = [];

async function startRig(): Promise<{ rig: ChildProcess; made: Made; server: number }> {
  const script = fileURLToPath(new URL("abandoned.ts", import.meta.url));
  const rig = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
  rigs.push(rig);
  let said = "";
  for await (const chunk of rig.stdout as NodeJS.ReadableStream) {
    said += String(chunk);
    if (/^\{.*\}$/m.test(said)) break;
  }
  const made = JSON.parse(/^\{.*\}$/m.exec(said)?.[0] ?? "null") as Made;
  const server = Number(readFileSync(join(made.home, "postmaster.pid"), "utf8").split("\n")[0]);
  return { rig, made, server };
}

const killed = async (rig: ChildProcess) => {
  const ended = once(rig, "exit");
  rig.kill("SIGKILL");
  await ended;
};
/** A zombie, for want of somebody who asks after it, is not there. */
const lives = (pid: number) =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
const thereOf = ({ made, server }: { made: Made; server: number }) => ({
  bridge: existsSync(`/sys/class/net/${bridgeOf(made.id)}`),
  namespaces: [0, 1].map((index) => existsSync(`/run/netns/${namespaceOf(made.id, index)}`)),
  folder: existsSync(made.home),
  processes: [server, ...made.instances].map(lives),
});
const ALL = { bridge: true, namespaces: [true, true], folder: true, processes: [true, true, true] };
const NONE = { bridge: false, namespaces: [false, false], folder: false, processes: [false, false, false] };

afterAll(async () => {
  for (const rig of rigs) if (rig.exitCode === null && rig.signalCode === null) await killed(rig);
  await sweepLeftovers();
});

it("takes away what a killed rig has left, and nothing of a living one", async () => {
  const dead = await startRig();
  const living = await startRig();
  await killed(dead.rig);
  expect(thereOf(dead)).toEqual(ALL);
  const swept = await sweepLeftovers();
  expect(swept).toContain(dead.made.id);
  expect(swept).not.toContain(living.made.id);
  expect(thereOf(dead)).toEqual(NONE);
  expect(thereOf(living)).toEqual(ALL);
  await killed(living.rig);
  expect(await sweepLeftovers()).toContain(living.made.id);
  expect(thereOf(living)).toEqual(NONE);
}, 120_000);
