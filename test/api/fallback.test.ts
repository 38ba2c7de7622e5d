// The fallback target: one more attempt against another target when a run would end FAILED.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { type Received, type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { createTask, done, finished, mutate, readRun, readTask, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp({ SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
const url = () => app().url;
let receiver: Receiver;
let usual: Receiver["answer"];
beforeAll(async () => {
  receiver = await startReceiver();
  usual = receiver.answer;
  await mutate(url(), "createSecret", { name: "TOKEN", value: "tok-12345" }, "secret { id }");
});
afterEach(() => {
  receiver.answer = usual;
  receiver.received.length = 0;
});
afterAll(() => receiver.stop());

const http = (path: string, more: object = {}) => ({
  http: { url: `${receiver.url}${path}`, method: "POST", ...more },
});
const QUICK = { maxAttempts: 2, initialDelay: "PT0S", maxDelay: "PT0S", jitter: false };
const ALL = `id state attempt maxAttempts fallback why error { code message }
  attempts(first: 20) { nodes { number outcome fallback error { code } } } logs(first: 50) { nodes { level text } }`;
const run = async (changes: object) => {
  const { id } = await createTask(url(), { target: http("/main"), retry: QUICK, ...changes });
  const triggered = await done(url(), "triggerTask", { id });
  return readRun(url(), (await finished(url(), triggered.id)).id, ALL);
};
/** Answers 500 on these paths. */
const failing = (...paths: string[]) => {
  receiver.answer = (request: Received, response) =>
    response.writeHead(paths.includes(request.path) ? 500 : 200).end("{}");
};
const called = () => receiver.received.map(({ path }) => path);

describe("a fallback target", () => {
  it("is called once the retries are used up, and its success is the run's", async () => {
    failing("/main");
    const body = '{"text":"{{ task.name }}: {{ run.error.code }} {{run.error.message}}"}';
    const headers = [{ name: "x-why", value: "{{ run.error.message }}" }];
    const ended = await run({ name: "with a net", fallbackTarget: http("/alarm", { body, headers }) });
    expect(called()).toEqual(["/main", "/main", "/alarm"]);
    const { body: sent, headers: got } = receiver.received[2] as Received;
    const error = `${receiver.url}/main answered 500; expected 200 to 299.`;
    expect(JSON.parse(sent)).toEqual({ text: `with a net: HTTP_STATUS ${error}` });
    expect(got).toMatchObject({ "x-why": error, "x-run-attempt": "3", "idempotency-key": ended.id });
    expect(ended).toMatchObject({ state: "SUCCEEDED", attempt: 3, maxAttempts: 2, fallback: true, error: null });
    expect(ended.why).toBe(`Done by the fallback target after 2 attempts failed: HTTP_STATUS: ${error}`);
    expect(ended.attempts.nodes).toEqual([
      { number: 1, outcome: "FAILED", fallback: false, error: { code: "HTTP_STATUS" } },
      { number: 2, outcome: "FAILED", fallback: false, error: { code: "HTTP_STATUS" } },
      { number: 3, outcome: "SUCCEEDED", fallback: true, error: null },
    ]);
    expect(ended.logs.nodes).toContainEqual({
      level: "WARN",
      text: "All 2 attempts failed. The fallback target is called.",
    });
  });

  it("ends the run with both errors when it fails, too, and is not repeated", async () => {
    failing("/main", "/alarm");
    const ended = await run({ retry: { ...QUICK, maxAttempts: 1 }, fallbackTarget: http("/alarm") });
    expect(called()).toEqual(["/main", "/alarm"]);
    expect(ended).toMatchObject({ state: "FAILED", attempt: 2, error: { message: expect.stringContaining("/alarm") } });
    expect(ended.why).toMatch(
      /^The fallback target failed, too \(HTTP_STATUS: .*alarm.*\), after its only attempt failed \(HTTP_STATUS: .*main/,
    );
  });

  it("is called when a rule says FAIL, but not when one says CANCEL", async () => {
    failing("/main");
    const rule = (action: string) => ({ retry: { ...QUICK, rules: [{ httpStatus: "500", action }] } });
    const failed = await run({ ...rule("FAIL"), fallbackTarget: http("/alarm") });
    expect(called()).toEqual(["/main", "/alarm"]);
    expect(failed).toMatchObject({ state: "SUCCEEDED", attempt: 2 });
    receiver.received.length = 0;
    expect(await run({ ...rule("CANCEL"), fallbackTarget: http("/alarm") })).toMatchObject({ state: "CANCELLED" });
    expect(called()).toEqual(["/main"]);
  });

  it("is not called when the run succeeds or is cancelled", async () => {
    expect(await run({ fallbackTarget: http("/alarm") })).toMatchObject({ fallback: false, why: null });
    const { id } = await createTask(url(), { target: { module: { name: "waits" } }, fallbackTarget: http("/alarm") });
    const triggered = await done(url(), "triggerTask", { id });
    await until("it runs", async () => (await readRun(url(), triggered.id, "state")).state === "RUNNING");
    await done(url(), "cancelRun", { id: triggered.id });
    expect((await finished(url(), triggered.id)).state).toBe("CANCELLED");
    expect(called()).toEqual(["/main"]);
  });

  it("never has a secret filled in because an error names one", async () => {
    const place = "{{ secrets.TOKEN }}";
    const body = `{"said":"{{ run.error.message }}","token":"${place}"}`;
    const target = { module: { name: "throws" } };
    await run({
      target,
      payload: { message: place },
      retry: { ...QUICK, maxAttempts: 1 },
      fallbackTarget: http("/alarm", { body }),
    });
    // The module's own payload names it, so it was filled in there, and masked in what the module said.
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toEqual({ said: "RangeError: ***", token: "tok-12345" });
    receiver.received.length = 0;
    const outside = await createTask(url(), {
      target: { worker: { queue: "outside" } },
      fallbackTarget: http("/alarm", { body }),
    });
    const triggered = await done(url(), "triggerTask", { id: outside.id });
    await mutate(url(), "claimRuns", { queue: "outside", workerId: "w1" }, "claims { attempt }");
    const said = { code: "ASKED", message: `give me ${place}`, retryable: false };
    await done(url(), "failRun", { runId: triggered.id, attempt: 1, workerId: "w1", ...said });
    await finished(url(), triggered.id);
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toEqual({ said: `give me ${place}`, token: "tok-12345" });
  });

  it("may be a module or a worker's queue", async () => {
    failing("/main");
    const echoed = await run({
      fallbackTarget: { module: { name: "echo" } },
      payload: { code: "{{ run.error.code }}" },
    });
    expect(await readRun(url(), echoed.id, "result")).toMatchObject({
      result: { payload: { code: "HTTP_STATUS" }, attempt: 3 },
    });
    const { id } = await createTask(url(), {
      target: http("/main"),
      retry: QUICK,
      fallbackTarget: { worker: { queue: "last-resort" } },
    });
    const triggered = await done(url(), "triggerTask", { id });
    const claims = await until("the worker has it", async () => {
      const claim = { queue: "last-resort", workerId: "w1" };
      const answer = await mutate(url(), "claimRuns", claim, "claims { attempt run { id fallback } }");
      return answer.claims.length > 0 && answer.claims;
    });
    expect(claims).toEqual([{ attempt: 3, run: { id: triggered.id, fallback: true } }]);
    await done(url(), "completeRun", { runId: triggered.id, attempt: 3, workerId: "w1", result: 1 });
    expect(await readRun(url(), triggered.id, "state why")).toMatchObject({
      state: "SUCCEEDED",
      why: expect.stringMatching(/^Done by the fallback target after 2 attempts failed/),
    });
  });

  it("is called after a worker's failure, too, without its wait", async () => {
    const { id } = await createTask(url(), { target: { worker: { queue: "q" } }, fallbackTarget: http("/alarm") });
    const triggered = await done(url(), "triggerTask", { id });
    await mutate(url(), "claimRuns", { queue: "q", workerId: "w1" }, "claims { attempt }");
    const fence = { runId: triggered.id, attempt: 1, workerId: "w1" };
    await done(url(), "failRun", { ...fence, code: "NOPE", message: "no", retryable: false, retryAfter: "PT1H" });
    const ended = await readRun(url(), (await finished(url(), triggered.id)).id, ALL);
    expect(ended).toMatchObject({ state: "SUCCEEDED", attempt: 2 });
    expect(ended.logs.nodes.map(({ text }: { text: string }) => text)).toContain(
      "Its worker said that another attempt does not help. The fallback target is called.",
    );
  });

  it("is checked like a target, shown, edited and taken away", async () => {
    const refused = await mutate(url(), "createTask", taskInput({ fallbackTarget: http("/{{run.nothing}}") }));
    expect(refused.userErrors).toMatchObject([{ code: "NOT_FOUND", field: ["fallbackTarget"] }]);
    const bad = await mutate(url(), "createTask", taskInput({ fallbackTarget: { http: { url: "ftp://x" } } }));
    expect(bad.userErrors).toMatchObject([{ code: "INVALID_URL", field: ["fallbackTarget", "http", "url"] }]);
    const secret = { payload: "{{ secrets.TOKEN }}", fallbackTarget: { worker: { queue: "q" } } };
    expect((await mutate(url(), "createTask", taskInput(secret))).userErrors).toMatchObject([{ field: ["payload"] }]);
    const task = await createTask(url(), { fallbackTarget: http("/{{secrets.TOKEN}}") });
    const shown = "fallbackTarget { __typename summary }";
    expect((await readTask(url(), task.id, shown)).fallbackTarget.summary).toBe(
      `POST ${receiver.url}/{{secrets.TOKEN}}`,
    );
    const { secrets } = await data(url(), "{ secrets { tasks { id } } }");
    expect(secrets[0].tasks.map(({ id }: { id: string }) => id)).toContain(task.id);
    await done(url(), "updateTask", { id: task.id, version: 1, name: `${task.name} renamed` });
    expect((await readTask(url(), task.id, shown)).fallbackTarget).not.toBeNull();
    await done(url(), "updateTask", { id: task.id, version: 2, fallbackTarget: null });
    expect((await readTask(url(), task.id, shown)).fallbackTarget).toBeNull();
  });
});
