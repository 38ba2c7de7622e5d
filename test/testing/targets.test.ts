// HTTP targets under the simulated clock: the test's own function answers them, or the network does.
import { describe, expect, it } from "vitest";
import type { SimulatedResponse } from "../../server/testing/index.ts";
import { clockTimes, line, startScheduler } from "./support.ts";

describe("HTTP targets", () => {
  it("are answered by the test's handler, without a network", async () => {
    const answers: (SimulatedResponse | undefined)[] = [
      { status: 503, body: "busy" },
      undefined,
      { body: { ok: true } },
    ];
    const scheduler = await startScheduler({
      http: async (_, { sleep, run }) => {
        await sleep("PT2S");
        return answers[run.attempt - 1];
      },
    });
    await scheduler.createTask({
      name: "hook",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: {
        http: {
          url: "https://nowhere.invalid/hook",
          method: "POST",
          headers: [{ name: "X-Team", value: "blue" }],
          expectedStatus: [200],
        },
      },
      payload: { n: 1 },
      retry: { maxAttempts: 3, initialDelay: "PT10S", maxDelay: "PT10S", factor: 1, jitter: false },
    });
    await scheduler.advance("PT5M");
    const [run] = await scheduler.runs();
    expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual(["12:01:00", "12:01:12"]);
    expect(run).toMatchObject({ state: "SUCCEEDED", attempt: 2, result: { status: 200, body: null } });
    expect(scheduler.calls[0]).toMatchObject({
      module: null,
      payload: { n: 1 },
      request: {
        method: "POST",
        url: "https://nowhere.invalid/hook",
        body: '{"n":1}',
        headers: { "x-team": "blue", "idempotency-key": run?.id, "x-run-attempt": "1" },
      },
    });
    expect(scheduler.events.map(line)).toContain("12:01:02 RUN RETRY_PLANNED hook");
  });

  it("fail as on a broken connection when the handler throws, and time out while it sleeps", async () => {
    const scheduler = await startScheduler({
      http: async ({ url }, { sleep }) => {
        if (url.endsWith("/broken")) throw new Error("reset by the other side");
        await sleep("PT1H");
        return { body: [1, 2] };
      },
    });
    for (const name of ["broken", "slow"])
      await scheduler.createTask({
        name,
        schedule: { once: { at: "2026-06-01T12:01:00Z" } },
        target: { http: { url: `https://nowhere.invalid/${name}` } },
        timeout: "PT10S",
        retry: { maxAttempts: 1 },
      });
    await scheduler.advance("PT5M");
    const [broken] = await scheduler.runs({ task: "broken" });
    expect(broken?.error?.message).toMatch(/nowhere.invalid\/broken: reset by the other side/);
    const [slow] = await scheduler.runs({ task: "slow" });
    expect(slow).toMatchObject({ error: { code: "TIMEOUT" }, finishedAt: new Date("2026-06-01T12:01:10Z") });
  });
});

describe("commands", () => {
  it("are answered by the test's function, without a process", async () => {
    const scheduler = await startScheduler({
      shell: async ({ command, stdin }, { sleep }) => {
        if (command?.[0] === "missing") throw new Error("No program of this name.");
        await sleep("PT3S");
        return JSON.parse(stdin) === 1 ? { stdout: "one\n" } : { exitCode: 3, stderr: "no\nluck\n" };
      },
    });
    const task = (name: string, changes: object) =>
      scheduler.createTask({
        name,
        schedule: { once: { at: "2026-06-01T12:01:00Z" } },
        target: { shell: { command: ["load", "--all"], env: [{ name: "A", value: "b" }] } },
        retry: { maxAttempts: 1 },
        timeout: "PT10S",
        ...changes,
      });
    await task("good", { payload: 1 });
    await task("bad", { payload: 2 });
    await task("missing", { target: { shell: { command: ["missing"] } } });
    await scheduler.advance("PT5M");
    const [good] = await scheduler.runs({ task: "good" });
    expect(good).toMatchObject({
      state: "SUCCEEDED",
      finishedAt: new Date("2026-06-01T12:01:03Z"),
      result: { exitCode: 0, signal: null, stdout: "one\n" },
    });
    const [bad] = await scheduler.runs({ task: "bad" });
    expect(bad?.error).toMatchObject({ code: "EXIT_CODE", message: expect.stringMatching(/code 3\..*luck$/) });
    const [missing] = await scheduler.runs({ task: "missing" });
    expect(missing?.error).toMatchObject({ code: "SPAWN_FAILED", message: "No program of this name." });
    expect(scheduler.calls.find(({ run }) => run.taskName === "good")).toMatchObject({
      module: null,
      request: null,
      command: {
        command: ["load", "--all"],
        script: null,
        cwd: null,
        env: { A: "b", CRONOGRAPH_RUN_ID: good?.id, CRONOGRAPH_SCHEDULED_FOR: "2026-06-01T12:01:00.000Z" },
        stdin: "1",
      },
    });
  });

  it("time out in simulated time", async () => {
    const scheduler = await startScheduler({
      shell: async (_, { sleep }) => {
        await sleep("PT1H");
        return {};
      },
    });
    await scheduler.createTask({
      name: "slow",
      schedule: { once: { at: "2026-06-01T12:01:00Z" } },
      target: { shell: { script: "sleep 3600" } },
      timeout: "PT10S",
      retry: { maxAttempts: 1 },
    });
    await scheduler.advance("PT5M");
    const [slow] = await scheduler.runs();
    expect(slow).toMatchObject({ error: { code: "TIMEOUT" }, finishedAt: new Date("2026-06-01T12:01:10Z") });
  });
});
