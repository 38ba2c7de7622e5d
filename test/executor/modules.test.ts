import { rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../server/clock.ts";
import { createMemoryWatch } from "../../server/executor/targets/memory-watch.ts";
import { createModuleCatalog } from "../../server/executor/targets/module-catalog.ts";
import { FIXTURE_MODULES, temporaryFolder, useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";

const start = useApps();
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code field message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { code } } }`;
const RUN = `query ($id: ID!) { run(id: $id) { id state attempt result resultTruncated why error { code message } progress progressMessage
  attempts { nodes { number outcome error { code } } } logs(first: 100) { totalCount nodes { number level text attempt } } } }`;

interface Options {
  payload?: unknown;
  timeout?: string;
  maxAttempts?: number;
}

async function runModule(url: string, name: string, { payload, timeout = "PT10S", maxAttempts = 1 }: Options = {}) {
  const input = {
    name: `${name} ${Math.random()}`,
    schedule: { once: { at: "2099-01-01T00:00:00Z" } },
    target: { module: { name } },
    payload,
    timeout,
    retry: { maxAttempts, initialDelay: "PT0S", maxDelay: "PT0S" },
  };
  const { createTask } = await data(url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  const { triggerTask } = await data(url, TRIGGER, { id: createTask.task.id });
  return until(
    `the run of ${name} is over`,
    async () => {
      const { run } = await data(url, RUN, { id: triggerTask.run.id });
      return ["SUCCEEDED", "FAILED", "CANCELLED"].includes(run.state) && run;
    },
    20_000,
  );
}

describe("module targets", () => {
  it("give the module its payload, run, log and progress, and keep its result", async () => {
    const { url } = await start();
    const run = await runModule(url, "echo", { payload: { deep: [1, "ü", null] } });
    expect(run).toMatchObject({ state: "SUCCEEDED", progress: 0.5, progressMessage: "half way", error: null });
    expect(run.result).toMatchObject({ payload: { deep: [1, "ü", null] }, attempt: 1, environment: 0 });
    expect(run.logs.nodes.map(({ level, text }: { level: string; text: string }) => [level, text])).toEqual([
      ["INFO", expect.stringMatching(/^run .* attempt 1$/)],
      ["WARN", "printed { a: 1 }"],
    ]);
  });

  it("may be written in TypeScript, and may lie in a folder", async () => {
    const { url } = await start();
    expect((await runModule(url, "typed", { payload: { name: "you" } })).result).toEqual({ hello: "you", answer: 42 });
    expect((await runModule(url, "nested/deep")).result).toBe("deep");
  });

  it("fail their attempt with what they throw, and are tried again as the policy says", async () => {
    const { url } = await start();
    const run = await runModule(url, "throws", { payload: { message: "boom" }, maxAttempts: 3 });
    expect(run).toMatchObject({
      state: "FAILED",
      attempt: 3,
      why: "All 3 attempts failed.",
      error: { code: "THROWN", message: "RangeError: boom" },
    });
    expect(run.attempts.nodes.map((attempt: { outcome: string }) => attempt.outcome)).toEqual([
      "FAILED",
      "FAILED",
      "FAILED",
    ]);
    expect(run.logs.nodes.map((line: { number: number }) => line.number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("are terminated when they hang beyond their timeout, and the next run gets a fresh thread", async () => {
    const { url } = await start({ WORKER_THREADS: "1" });
    const run = await runModule(url, "hangs", { timeout: "PT6S" });
    expect(run).toMatchObject({ state: "FAILED", error: { code: "TIMEOUT" } });
    expect(run.attempts.nodes).toEqual([{ number: 1, outcome: "TIMED_OUT", error: { code: "TIMEOUT" } }]);
    // The ladder of the stop is in the log.
    expect(run.logs.nodes.slice(-3).map(({ level, text }: { level: string; text: string }) => [level, text])).toEqual([
      ["WARN", "Asked to stop (TIMEOUT) by its abort signal; it has 2 s."],
      ["WARN", "It did not stop in time: its thread is terminated."],
      ["ERROR", expect.stringMatching(/^TIMEOUT: /)],
    ]);
    expect((await runModule(url, "echo")).state).toBe("SUCCEEDED");
  });

  it("may let go softly when their time is over", async () => {
    const { url } = await start();
    const run = await runModule(url, "waits", { timeout: "PT4S" });
    expect(run.error.code).toBe("TIMEOUT");
    expect(run.logs.nodes.map((line: { text: string }) => line.text)).toContain("let go");
  });

  it("die alone when they use too much memory or end their thread, and their last words are kept", async () => {
    const { url } = await start({ WORKER_MEMORY_MB: "32", WORKER_THREADS: "1" });
    expect((await runModule(url, "eats-memory")).error.code).toBe("OUT_OF_MEMORY");
    const exited = await runModule(url, "exits");
    expect(exited.error.code).toBe("CRASHED");
    expect(exited.logs.nodes[0].text).toBe("last words");
    expect((await runModule(url, "echo")).state).toBe("SUCCEEDED");
  });

  it.each([
    ["steps", "It held more than the 64 MB of buffers that a thread may hold; its thread was terminated."],
    ["loop", /^It took memory without a pause, more than a thread may have/],
  ])("are terminated when they take too many buffers, in %s, and others go on meanwhile", async (how, message) => {
    const { url } = await start({ WORKER_MEMORY_MB: "64", WORKER_THREADS: "2" });
    const started = performance.now();
    const [eater, other] = await Promise.all([
      runModule(url, "eats-buffers", { payload: how }),
      runModule(url, "echo"),
    ]);
    expect(eater).toMatchObject({ state: "FAILED", error: { code: "OUT_OF_MEMORY" } });
    expect(eater.error.message).toMatch(message);
    expect(other.state).toBe("SUCCEEDED");
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await runModule(url, "echo")).state).toBe("SUCCEEDED");
  });

  it("wait while the process is near its bound of memory", async () => {
    const { url } = await start({ MEMORY_LIMIT_MB: "128" });
    const input = { name: "waits", schedule: { manual: true }, target: { module: { name: "echo" } } };
    const { createTask } = await data(url, CREATE, { input });
    const { triggerTask } = await data(url, TRIGGER, { id: createTask.task.id });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { run } = await data(url, RUN, { id: triggerTask.run.id });
    expect(run).toMatchObject({ state: "QUEUED", attempt: 0 });
  });

  it("are ended one at a time, the heaviest first, when the process takes more than its bound", async () => {
    const watch = createMemoryWatch({ threadMb: 1_000, processMb: 1, after: systemClock.after });
    const roomy = createMemoryWatch({ threadMb: 1_000, processMb: 1_000_000, after: systemClock.after });
    expect([watch.full, roomy.full]).toEqual([true, false]);
    const ended: string[] = [];
    const threads = [1, 2].map((size) => {
      const thread = watch.watch((text) => ended.push(`${size}: ${text}`));
      const counts = new Float64Array(thread.shared);
      const beats = setInterval(() => counts.set([(counts[0] as number) + 1, size * 1_000_000]), 50);
      return { thread, beats };
    });
    await until("the heavier one is ended", () => ended.length > 0);
    expect(ended).toEqual(["2: The process took more than its 1 MB of memory; its thread was terminated."]);
    for (const { thread, beats } of threads) {
      clearInterval(beats);
      thread.forget();
    }
  });

  it("are told when their default export is missing", async () => {
    const { url } = await start();
    expect((await runModule(url, "no-default")).error.code).toBe("NO_DEFAULT_EXPORT");
  });

  it("may say what they like: nothing of it harms the server", async () => {
    const { url } = await start();
    const run = await runModule(url, "odd");
    expect(run).toMatchObject({
      state: "SUCCEEDED",
      result: { big: "10", when: "1970-01-01T00:00:00.000Z" },
      progress: 0,
    });
    expect(run.logs.nodes.map((line: { text: string }) => line.text)).toEqual([
      "7",
      "undefined",
      "{ deep: [ 1 ] }",
      "\uFFFD broken \uFFFD",
    ]);
    expect((await runModule(url, "echo")).state).toBe("SUCCEEDED");
  });

  it("have their log and result cut at the limits, with a mark", async () => {
    const { url } = await start();
    const run = await runModule(url, "chatters", { payload: { lines: 10_100, result: 100_000 } });
    expect(run.logs.totalCount).toBe(10_000);
    const { run: end } = await data(
      url,
      `query ($id: ID!) { run(id: $id) { logs(last: 1) { nodes { number level text } } } }`,
      { id: run.id },
    );
    expect(end.logs.nodes[0]).toMatchObject({
      number: 10_000,
      level: "WARN",
      text: expect.stringContaining("cut here"),
    });
    expect(run.resultTruncated).toBe(true);
    expect(run.result).toHaveLength(65_536);
  });
});

describe("the module catalog", () => {
  it("lists modules with the first sentence of their comment", async () => {
    const list = await createModuleCatalog(FIXTURE_MODULES).list();
    expect(list.find((module) => module.name === "echo")?.description).toBe("Gives its payload back.");
    expect(list.map((module) => module.name)).toContain("nested/deep");
  });

  it("has nothing outside of its folder, by no spelling and no link", async () => {
    const outside = await temporaryFolder();
    const folder = await temporaryFolder();
    await writeFile(join(outside, "secret.js"), "export default () => 1");
    await writeFile(join(folder, "inside.js"), "export default () => 1");
    await symlink(join(outside, "secret.js"), join(folder, "link.js"));
    const catalog = createModuleCatalog(folder);
    expect(await catalog.has("inside")).toBe(true);
    for (const name of ["link", "../secret", `${outside}/secret`, "./inside/../../secret", ""])
      expect(await catalog.has(name)).toBe(false);
    await rm(folder, { recursive: true });
    expect(await catalog.list()).toEqual([]);
  });
});

describe("a module that floods its log", () => {
  it("keeps nobody else waiting, and leaves the first lines with a mark where they are cut", async () => {
    const { url } = await start({ WORKER_THREADS: "2" });
    const flood = runModule(url, "chatters", { payload: { lines: 300_000, length: 100 } });
    const other = await runModule(url, "echo");
    expect(other.state).toBe("SUCCEEDED");
    const run = await flood;
    expect(run.state).toBe("SUCCEEDED");
    const { run: end } = await data(
      url,
      `query ($id: ID!) { run(id: $id) { logs(last: 1) { totalCount nodes { level text } } } }`,
      { id: run.id },
    );
    expect(end.logs.nodes[0].text).toContain("cut here");
    expect(end.logs.totalCount).toBeLessThanOrEqual(10_000);
  });
});
