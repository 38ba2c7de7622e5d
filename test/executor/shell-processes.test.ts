// The processes of commands: nothing of them outlives its run, whatever ends it.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { startProgram } from "../support/program.ts";
import { ALLOWED, begin, CANCEL, ended, gone, lives, PATH, pidsIn, run, said } from "./shell-support.ts";

const start = useApps();

describe("the processes of a command", () => {
  /** Two processes that ignore SIGTERM, one started by the other; both write their ids. */
  const stubborn = (file: string) => ({
    script: `trap '' TERM; echo $$ >> ${file}; (trap '' TERM; sh -c 'echo $$ >> ${file}; while :; do sleep 0.1; done'); :`,
    stopGrace: "PT0.3S",
  });

  it("are all killed after a timeout, those that ignore SIGTERM too, and each step is in the log", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const file = join(await temporaryFolder(), "pids");
    const id = await begin(url, stubborn(file), { timeout: "PT4S" });
    const pids = await pidsIn(file, 2);
    const one = await ended(url, id);
    expect(one).toMatchObject({ state: "FAILED", error: { code: "TIMEOUT" } });
    await gone(pids);
    expect(said(one)).toEqual([
      ["WARN", "Asked to stop (TIMEOUT): SIGTERM was sent to its process group, which has 0.3 s."],
      ["WARN", "It did not stop in time: SIGKILL was sent to its process group."],
      ["ERROR", expect.stringMatching(/^TIMEOUT: /)],
    ]);
  });

  it("end within a second of a cancellation, without SIGKILL when they react", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const file = join(await temporaryFolder(), "pids");
    const id = await begin(url, { script: `echo $$ >> ${file}; sh -c 'echo $$ >> ${file}; sleep 60'; :` });
    const pids = await pidsIn(file, 2);
    const asked = performance.now();
    await data(url, CANCEL, { id });
    await gone(pids);
    expect(performance.now() - asked).toBeLessThan(1_000);
    const one = await ended(url, id);
    expect(one.state).toBe("CANCELLED");
    expect(said(one)).toEqual([["WARN", expect.stringMatching(/^Asked to stop \(CANCEL\): SIGTERM .* 5 s\.$/)]]);
  });

  it("may use their grace to end well, which is no success", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const file = join(await temporaryFolder(), "pids");
    const script = `trap 'echo cleaned up; exit 0' TERM; echo $$ >> ${file}; while :; do sleep 0.05; done`;
    const id = await begin(url, { script });
    await pidsIn(file, 1);
    await data(url, CANCEL, { id });
    const one = await ended(url, id);
    expect(one.state).toBe("CANCELLED");
    expect(said(one)).toContainEqual(["INFO", "cleaned up"]);
  });

  it("that a command leaves behind end with its run", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const file = join(await temporaryFolder(), "pids");
    const one = await run(url, { script: `sh -c 'echo $$ >> ${file}; exec sleep 60' & sleep 0.2; echo done` });
    expect(one.state).toBe("SUCCEEDED");
    await gone(await pidsIn(file, 1));
    expect(said(one)).toContainEqual(["WARN", "It has ended and left processes behind."]);
  });

  it("do not hold a run up that they have left with its output in hand", async () => {
    const { url } = await start({ ...ALLOWED, PATH });
    const file = join(await temporaryFolder(), "pids");
    const one = await run(url, { script: `setsid sh -c 'echo $$ >> ${file}; exec sleep 60' & sleep 0.2; echo done` });
    expect(one).toMatchObject({ state: "SUCCEEDED", result: { stdout: "done\n" } });
    const [pid] = await pidsIn(file, 1);
    process.kill(pid as number, "SIGKILL");
  });

  it("end with the server that stops, and the run goes on at the next start", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "pids");
    const settings = { ...ALLOWED, PATH, SHUTDOWN_GRACE_MS: "0", DATABASE_URL: `file:${join(folder, "stopped.db")}` };
    const app = await start(settings);
    const id = await begin(app.url, stubborn(file));
    const pids = await pidsIn(file, 2);
    await app.stop();
    expect(pids.some(lives)).toBe(false);
    const { url } = await start(settings);
    const again = (await pidsIn(file, 4)).slice(2);
    await data(url, CANCEL, { id });
    expect(await ended(url, id)).toMatchObject({ state: "CANCELLED", attempt: 2 });
    await gone(again);
  });

  it("do not outlive a server that is killed", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "pids");
    const program = await startProgram({ ...ALLOWED, DATABASE_URL: `file:${join(folder, "killed.db")}` });
    await begin(program.url, stubborn(file));
    const over = await begin(program.url, { command: ["true"] });
    await ended(program.url, over);
    const pids = await pidsIn(file, 2);
    await program.kill();
    await gone(pids);
    expect(pids.some(lives)).toBe(false);
  });
});
