// The guard as a real process: what it kills when its server's end of the pipe closes, and what it leaves alone.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { createShellGuard } from "../../server/executor/targets/shell-guard.ts";
import { until } from "../support/wait.ts";

function sleeper(): { child: ChildProcess; id: number; end: Promise<unknown[]> } {
  const child = spawn("sleep", ["60"], { detached: true, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, id: child.pid as number, end: once(child, "exit") };
}

/** Process ids of the guards that this process has started. */
function guards(): number[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
      const own = Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("going=");
      return own ? [Number(pid)] : [];
    } catch {
      return [];
    }
  });
}

it("kills the groups that are left when its server is gone, and none that has been forgotten", async () => {
  const guard = createShellGuard();
  const [one, two, three] = [sleeper(), sleeper(), sleeper()];
  for (const { id } of [one, two, three]) guard.watch(id);
  guard.forget(two.id);
  // The end of the pipe, which is all that it sees of a server's death.
  await guard.stop();
  expect((await one.end)[1]).toBe("SIGKILL");
  expect((await three.end)[1]).toBe("SIGKILL");
  expect([two.child.exitCode, two.child.signalCode]).toEqual([null, null]);
});

it("that has died is replaced by one that knows what is going", async () => {
  const guard = createShellGuard();
  const [one, two] = [sleeper(), sleeper()];
  guard.watch(one.id);
  const [first] = await until("it is there", () => guards().length === 1 && guards());
  process.kill(first as number, "SIGKILL");
  await until("there is another one", () => guards().some((pid) => pid !== first));
  guard.watch(two.id);
  await guard.stop();
  expect((await one.end)[1]).toBe("SIGKILL");
  expect((await two.end)[1]).toBe("SIGKILL");
});

it("ends with the server that stops, when nothing is left to kill", async () => {
  const guard = createShellGuard();
  const one = sleeper();
  guard.watch(one.id);
  guard.forget(one.id);
  await guard.stop();
  await guard.stop();
  expect([guards(), one.child.signalCode]).toEqual([[], null]);
});
