// Retries and pauses that come by themselves, through the API: against a real HTTP server, and with real modules.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { FIXTURE_MODULES } from "../support/app.ts";
import type { Received, Receiver } from "../support/receiver.ts";
import { startReceiver } from "../support/receiver.ts";
import { createTask, done, finished, mutate, readRun, readTask, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp({ TASKS_DIR: FIXTURE_MODULES });
let receiver: Receiver;
let usual: Receiver["answer"];
beforeAll(async () => {
  receiver = await startReceiver();
  usual = receiver.answer;
});
afterEach(() => {
  receiver.answer = usual;
  receiver.received.length = 0;
});
afterAll(() => receiver.stop());

const answers = (...statuses: [number, Record<string, string>?][]) => {
  let next = 0;
  receiver.answer = (_: Received, response) => {
    const [status, headers] = statuses[Math.min(next++, statuses.length - 1)] ?? [200];
    response.writeHead(status, headers).end();
  };
};
const QUICK = { initialDelay: "PT0S", maxDelay: "PT0S", jitter: false };
const calling = (changes: object = {}) =>
  createTask(app().url, { target: { http: { url: receiver.url } }, retry: QUICK, ...changes });
const trigger = async (id: string) => finished(app().url, (await done(app().url, "triggerTask", { id })).id);
const paused = (id: string) => readTask(app().url, id, "state pauseReason consecutiveFailures");

describe("a failed request", () => {
  it("is not repeated before the server's Retry-After is over", async () => {
    answers([503, { "retry-after": "1" }], [200]);
    const { id } = await calling();
    expect(await trigger(id)).toMatchObject({ state: "SUCCEEDED", attempt: 2 });
    const [first, second] = receiver.received.map(({ at }) => at) as [number, number];
    expect(second - first).toBeGreaterThanOrEqual(990);
  });

  it("fails, is cancelled or tried again as the first rule that matches says", async () => {
    const { id } = await calling({
      retry: {
        ...QUICK,
        rules: [
          { httpStatus: "410", action: "CANCEL" },
          { httpStatus: "5xx", action: "RETRY" },
          { errorCode: "HTTP_STATUS", action: "FAIL" },
        ],
      },
    });
    answers([404]);
    expect(await trigger(id)).toMatchObject({
      state: "FAILED",
      attempt: 1,
      why: expect.stringContaining("retry rule"),
    });
    answers([410]);
    expect(await trigger(id)).toMatchObject({ state: "CANCELLED", attempt: 1, error: { code: "HTTP_STATUS" } });
    answers([500], [502], [200]);
    expect(await trigger(id)).toMatchObject({ state: "SUCCEEDED", attempt: 3 });
  });

  it("pauses its task when a rule says so, for a reason that names the run", async () => {
    answers([401]);
    const { id } = await calling({ retry: { ...QUICK, rules: [{ httpStatus: "401", action: "PAUSE_TASK" }] } });
    const run = await trigger(id);
    expect(run).toMatchObject({ state: "FAILED", attempt: 1 });
    expect(await paused(id)).toMatchObject({ state: "PAUSED", pauseReason: expect.stringContaining(run.id) });
  });
});

describe("a module's error", () => {
  it("is met by its class's name, and each attempt keeps its duration and its last lines", async () => {
    const retry = { ...QUICK, maxAttempts: 5, rules: [{ errorCode: "RangeError", action: "FAIL" }] };
    const { id } = await createTask(app().url, { target: { module: { name: "throws" } }, retry });
    const run = await trigger(id);
    expect(run).toMatchObject({ state: "FAILED", attempt: 1 });
    const { attempts } = await readRun(
      app().url,
      run.id,
      "attempts { nodes { durationMs outputTail error { code } } }",
    );
    expect(attempts.nodes).toEqual([
      { durationMs: expect.any(Number), outputTail: "about to fail", error: { code: "THROWN" } },
    ]);
  });
});

describe("a task that may fail so often in a row", () => {
  it("pauses with the last of them, and counts anew once it is resumed", async () => {
    answers([500]);
    const { id } = await calling({ retry: { maxAttempts: 1 }, pauseAfterFailures: 2 });
    await trigger(id);
    expect(await paused(id)).toEqual({ state: "ACTIVE", pauseReason: null, consecutiveFailures: 1 });
    const last = await trigger(id);
    expect(await paused(id)).toEqual({
      state: "PAUSED",
      pauseReason: `2 runs in a row failed, the last one ${last.id}; the task paused by itself.`,
      consecutiveFailures: 2,
    });
    await done(app().url, "resumeTask", { id });
    expect(await paused(id)).toEqual({ state: "ACTIVE", pauseReason: null, consecutiveFailures: 0 });
    await trigger(id);
    expect(await paused(id)).toMatchObject({ state: "ACTIVE", consecutiveFailures: 1 });
  });

  it("forgets its failures with a success", async () => {
    answers([500], [200], [500]);
    const { id } = await calling({ retry: { maxAttempts: 1 }, pauseAfterFailures: 2 });
    for (const count of [1, 0, 1]) {
      await trigger(id);
      expect(await paused(id)).toMatchObject({ state: "ACTIVE", consecutiveFailures: count });
    }
  });

  it("is refused outside 1 to 1,000", async () => {
    const { userErrors } = await mutate(app().url, "createTask", taskInput({ pauseAfterFailures: 0 }));
    expect(userErrors).toMatchObject([{ code: "OUT_OF_RANGE", field: ["pauseAfterFailures"] }]);
  });
});
