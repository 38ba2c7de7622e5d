// Modules that go to an address of their payload go only where requests may.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import weeklyReport from "../../tasks/examples/weekly-report.ts";
import watchUrl from "../../tasks/watch-url.ts";
import { createTask, finished, mutate, readRun } from "../api/support.ts";
import { useApps } from "../support/app.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { makeContext } from "../tasks/support.ts";
import { BY_LIST, NEVER } from "./spellings.ts";

const start = useApps();
let receiver: Receiver;
let folder: string;
beforeEach(async () => {
  receiver = await startReceiver();
  folder = await mkdtemp(join(tmpdir(), "cronograph-outgoing-"));
});
afterEach(async () => {
  await receiver.stop();
  await rm(folder, { recursive: true });
});

const closed = () => makeContext({}, () => {}, []);
/** Payloads of modules must be URLs by a stricter reading; the odd spellings of hosts are what is looked at here. */
const HOSTS = [...NEVER, ...BY_LIST].filter(([, host]) => !host.includes("\\"));

describe("watch-url", () => {
  it.each(HOSTS)("does not go to %s: %s", async (_, host) => {
    const payload = { url: `http://${host}/`, stateDir: folder };
    await expect(watchUrl(payload, closed())).rejects.toThrow(/cannot be reached: .*(address|service)\.(.*[^.]\.)?$/);
  });

  it("does not ask there for a certificate either", async () => {
    const payload = { url: "https://169.254.169.254/", stateDir: folder, tlsDaysLeft: 14 };
    await expect(watchUrl(payload, closed())).rejects.toThrow(
      /cannot be reached: 169\.254\.169\.254 is .*never reached/,
    );
  });

  it("does not follow a redirect there, and remembers nothing of it", async () => {
    receiver.answer = (_, response) => response.writeHead(302, { location: "http://2852039166/" }).end();
    const payload = { url: receiver.url, stateDir: folder };
    await expect(watchUrl(payload, makeContext())).rejects.toThrow(/169\.254\.169\.254 is .*never reached/);
    expect(await readdir(folder)).toEqual([]);
  });

  it("in its thread goes by the operator's setting", async () => {
    const settings = { TASKS_DIR: join(PACKAGE_ROOT, "tasks") };
    const run = async (url: string) => {
      const payload = { url: receiver.url, stateDir: folder };
      const target = { module: { name: "watch-url" } };
      const task = await createTask(url, { target, payload, retry: { maxAttempts: 1 } });
      const made = await mutate(url, "triggerTask", { id: task.id }, "run { id }");
      await finished(url, made.run.id);
      return readRun(url, made.run.id, "state error { message }");
    };
    const shut = await start({ ...settings, OUTGOING_ALLOW: "none" });
    expect(await run(shut.url)).toMatchObject({
      state: "FAILED",
      error: { message: expect.stringContaining("127.0.0.1 is a loopback address") },
    });
    expect(receiver.received).toEqual([]);
    const open = await start({ ...settings, OUTGOING_ALLOW: "loopback" });
    expect(await run(open.url)).toMatchObject({ state: "SUCCEEDED" });
  });
});

describe("weekly-report", () => {
  it("does not ask an API at a metadata address", async () => {
    const payload = { api: "http://169.254.169.254/graphql", folder };
    await expect(weeklyReport(payload, closed())).rejects.toThrow(
      /cannot be reached: 169\.254\.169\.254 is .*never reached/,
    );
  });
});
