// What a worker does over the API, and what happens when it does not do it: F29 of the fault plan.
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder, useApps } from "../support/app.ts";
import { connect, data, subscribe } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { createTask, done, mutate, readRun, startAtNoon, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const CLAIM = "claims { attempt payload leaseUntil deadline run { id state worker scheduledFor task { name } } }";
const BEAT = "cancelRequested leaseUntil run { id }";
let serial = 0;

/** A task of a queue of its own, with a run that waits to be claimed. */
async function waiting(changes: object = {}, at = url()) {
  const queue = `queue-${++serial}`;
  const task = await createTask(at, { target: { worker: { queue } }, payload: { n: serial }, ...changes });
  const run = await done(at, "triggerTask", { id: task.id });
  return { queue, task, id: run.id as string };
}

const claim = async (queue: string, workerId = "w1", more: object = {}, at = url()) =>
  (await mutate(at, "claimRuns", { queue, workerId, ...more }, CLAIM)).claims;

async function held(changes: object = {}, at = url()) {
  const { queue, task, id } = await waiting(changes, at);
  const [{ attempt }] = await claim(queue, "w1", {}, at);
  return { queue, task, fence: { runId: id, attempt: attempt as number, workerId: "w1" } };
}
const report = (name: string, input: object, at = url()) => mutate(at, name, input, "run { id state attempt }");
const code = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map((error) => error.code);
const eventTypes = async (runId: string, at = url()) => {
  const client = connect(at);
  const watched = subscribe(
    client,
    "subscription ($f: RunEventFilter, $a: Cursor) { runEvents(filter: $f, after: $a) { type } }",
    { f: { runId: [runId] }, a: Buffer.from('["e",0]').toString("base64url") },
  );
  await until("the run's last event came", () => watched.events.some(({ type }) => type === "SUCCEEDED"));
  void client.dispose();
  return watched.events.map((event) => event.type);
};

describe("a worker", () => {
  it("claims what waits in its queue, and the run shows it", async () => {
    const { queue, task, id } = await waiting();
    const [claimed, ...others] = await claim(queue);
    expect(others).toEqual([]);
    expect(claimed).toMatchObject({ attempt: 1, payload: { n: serial }, run: { id, state: "RUNNING", worker: "w1" } });
    expect(claimed.run.task.name).toBe(task.name);
    expect(await claim(queue, "w2")).toEqual([]);
    expect(await claim("another-queue")).toEqual([]);
  });

  it("leaves the end of its output with its attempt, of this attempt alone", async () => {
    const { queue, fence } = await held({ retry: { maxAttempts: 2, initialDelay: "PT0S", maxDelay: "PT0S" } });
    await report("appendRunLog", { ...fence, lines: [{ text: "first try" }] });
    await report("failRun", { ...fence, code: "NO", message: "no" });
    const again = await until("it can be claimed again", async () => (await claim(queue))[0]);
    const next = { ...fence, attempt: again.attempt as number };
    await report("appendRunLog", { ...next, lines: [{ text: "one" }, { text: "two" }] });
    await report("completeRun", next);
    const text = "query ($id: ID!) { run(id: $id) { attempts { nodes { outputTail } } } }";
    const { run } = await data(url(), text, { id: fence.runId });
    expect(run.attempts.nodes).toEqual([{ outputTail: "first try" }, { outputTail: "one\ntwo" }]);
  });

  it("reports lines, progress and a result, which the run keeps", async () => {
    const { fence } = await held();
    await report("appendRunLog", { ...fence, lines: [{ text: "one" }, { level: "WARN", text: "two" }] });
    await report("reportProgress", { ...fence, progress: 0.5, message: "half" });
    await report("completeRun", { ...fence, result: { sent: 3 } });
    const shown =
      "state progress progressMessage result instance { id } logs { nodes { level text } } attempts { nodes { outcome worker } }";
    expect(await readRun(url(), fence.runId, shown)).toEqual({
      state: "SUCCEEDED",
      progress: 0.5,
      progressMessage: "half",
      result: { sent: 3 },
      instance: null,
      logs: {
        nodes: [
          { level: "INFO", text: "one" },
          { level: "WARN", text: "two" },
        ],
      },
      attempts: { nodes: [{ outcome: "SUCCEEDED", worker: "w1" }] },
    });
  });

  it("fails a run with its code; the task's retries decide, unless it says that they do not help or when", async () => {
    const retry = { maxAttempts: 2, initialDelay: "PT1H", maxDelay: "PT1H", jitter: false };
    const first = await held({ retry });
    const failure = { code: "SMTP_REFUSED", message: "no" };
    expect(await report("failRun", { ...first.fence, ...failure })).toMatchObject({ run: { state: "RETRYING" } });
    const hopeless = await held({ retry });
    await report("failRun", { ...hopeless.fence, ...failure, retryable: false });
    expect(await readRun(url(), hopeless.fence.runId, "state error { code } why")).toEqual({
      state: "FAILED",
      error: { code: "SMTP_REFUSED" },
      why: "Its worker said that another attempt does not help.",
    });
    const patient = await held({ retry });
    await report("failRun", { ...patient.fence, ...failure, retryAfter: "PT0S" });
    expect((await claim(patient.queue))[0]).toMatchObject({ attempt: 2, run: { id: patient.fence.runId } });
  });

  it("takes one run of a task at a time where they must not overlap, and as many as it asks for where they may", async () => {
    const alone = await waiting({ overlapPolicy: "BUFFER" });
    await done(url(), "triggerTask", { id: alone.task.id });
    expect(await claim(alone.queue, "w1", { limit: 10 })).toHaveLength(1);
    const beside = await waiting({ overlapPolicy: "ALLOW" });
    await done(url(), "triggerTask", { id: beside.task.id });
    await done(url(), "triggerTask", { id: beside.task.id });
    expect(await claim(beside.queue, "w1", { limit: 2 })).toHaveLength(2);
    expect(await claim(beside.queue, "w1", { limit: 2 })).toHaveLength(1);
  });

  it("is told what is wrong with what it gives", async () => {
    const bad = { queue: "a b", workerId: "", limit: 101, lease: "PT1S" };
    const { userErrors } = await mutate(url(), "claimRuns", bad, CLAIM);
    expect(userErrors.map((error: { code: string; field: string[] }) => [error.field[0], error.code])).toEqual([
      ["queue", "INVALID_CHARACTERS"],
      ["workerId", "REQUIRED"],
      ["limit", "OUT_OF_RANGE"],
      ["lease", "OUT_OF_RANGE"],
    ]);
    const { fence } = await held();
    expect(code(await report("failRun", { ...fence, code: "oh no", message: "" }))).toEqual(["INVALID_CHARACTERS"]);
    expect(code(await report("reportProgress", { ...fence, progress: 2 }))).toEqual(["OUT_OF_RANGE"]);
    expect(code(await report("appendRunLog", { ...fence, lines: [] }))).toEqual(["OUT_OF_RANGE"]);
    expect(
      code(
        await mutate(url(), "createTask", {
          name: "x",
          schedule: { startup: {} },
          target: { worker: { queue: "a/b" } },
        }),
      ),
    ).toEqual(["INVALID_CHARACTERS"]);
  });
});

describe("a worker that", () => {
  it("claims and vanishes loses the run when its lease ends; another takes it, and what the first still says is refused and noted", async () => {
    const { url: at, clock } = await startAtNoon();
    const { queue, fence } = await held({}, at);
    clock.advance(29_000);
    expect((await mutate(at, "heartbeatRun", fence, BEAT)).leaseUntil).toBe("2026-06-01T12:00:59.000Z");
    clock.advance(31_000);
    const run = await until("the run waits again", async () => {
      clock.advance(1_000);
      const now = await readRun(at, fence.runId, "state error { code }");
      return now.state === "RETRYING" && now;
    });
    expect(run.error.code).toBe("WORKER_LOST");
    const [again] = await claim(queue, "w2", {}, at);
    expect(again).toMatchObject({ attempt: 2, run: { worker: "w2" } });
    for (const late of [
      report("heartbeatRun", fence, at),
      report("appendRunLog", { ...fence, lines: [{ text: "late" }] }, at),
      report("reportProgress", { ...fence, progress: 1 }, at),
      report("completeRun", fence, at),
    ])
      expect(code(await late)).toEqual(["STALE_LEASE"]);
    expect(await readRun(at, fence.runId, "state progress logs { nodes { text } }")).toEqual({
      state: "RUNNING",
      progress: null,
      logs: { nodes: [] },
    });
    await report("completeRun", { ...fence, attempt: 2, workerId: "w2" }, at);
    expect((await eventTypes(fence.runId, at)).filter((type) => type === "LATE_RESULT_IGNORED")).toHaveLength(1);
  });

  it("renews for ever is ended by the task's timeout", async () => {
    const { url: at, clock } = await startAtNoon();
    const { fence } = await held({ timeout: "PT1M", retry: { maxAttempts: 1 } }, at);
    const beats = [];
    for (let beat = 0; beat < 5; beat++) {
      clock.advance(11_000);
      beats.push((await mutate(at, "heartbeatRun", fence, BEAT)).leaseUntil);
    }
    expect(beats.at(-1)).toBe("2026-06-01T12:01:00.000Z");
    await until("the run is over", async () => {
      clock.advance(1_000);
      return (await readRun(at, fence.runId, "state")).state === "FAILED";
    });
    expect(await readRun(at, fence.runId, "error { code } attempts { nodes { outcome } }")).toEqual({
      error: { code: "TIMEOUT" },
      attempts: { nodes: [{ outcome: "TIMED_OUT" }] },
    });
    expect(code(await mutate(at, "heartbeatRun", fence, BEAT))).toEqual(["STALE_LEASE"]);
  });

  it("completes twice is answered the same; ending it otherwise is refused", async () => {
    const { fence } = await held();
    const first = await report("completeRun", { ...fence, result: 1 });
    expect(await report("completeRun", { ...fence, result: 2 })).toEqual(first);
    expect((await readRun(url(), fence.runId)).result).toBe(1);
    expect(code(await report("failRun", { ...fence, message: "no" }))).toEqual(["STALE_LEASE"]);
    const failed = await held({ retry: { maxAttempts: 1 } });
    const again = { ...failed.fence, message: "no" };
    expect(await report("failRun", again)).toEqual(await report("failRun", again));
    expect(code(await report("completeRun", failed.fence))).toEqual(["STALE_LEASE"]);
  });

  it("completes another's run, or what nobody claimed, is refused", async () => {
    const { fence } = await held();
    expect(code(await report("completeRun", { ...fence, workerId: "w2" }))).toEqual(["FORBIDDEN"]);
    expect(code(await report("completeRun", { ...fence, attempt: 2 }))).toEqual(["STALE_LEASE"]);
    const unknown = { ...fence, runId: "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90" };
    expect(code(await report("completeRun", unknown))).toEqual(["NOT_FOUND"]);
    expect((await readRun(url(), fence.runId)).state).toBe("RUNNING");
  });

  it("does not react to a cancellation is not renewed, and loses the run with its lease", async () => {
    const { url: at, clock } = await startAtNoon();
    const { fence } = await held({}, at);
    await done(at, "cancelRun", { id: fence.runId });
    clock.advance(20_000);
    const beat = await mutate(at, "heartbeatRun", fence, BEAT);
    expect(beat).toMatchObject({ cancelRequested: true, leaseUntil: null, userErrors: [] });
    clock.advance(10_000);
    await until("the run is over", async () => {
      clock.advance(1_000);
      return (await readRun(at, fence.runId)).state === "CANCELLED";
    });
  });

  it("stops when it is asked to ends the run as CANCELLED", async () => {
    const { fence } = await held();
    await done(url(), "cancelRun", { id: fence.runId });
    expect(await report("failRun", { ...fence, message: "stopped" })).toMatchObject({ run: { state: "CANCELLED" } });
  });
});

describe("runsAvailable", () => {
  const NEWS =
    "subscription ($queue: String!, $workerId: String) { runsAvailable(queue: $queue, workerId: $workerId) { waiting stop } }";
  const follow = (queue: string, workerId?: string) => {
    const client = connect(url());
    onTestFinished(() => void client.dispose());
    return subscribe(client, NEWS, { queue, workerId });
  };

  it("tells at once how many wait, then of each that may be claimed and of each to be stopped", async () => {
    const { queue, task, id } = await waiting({ overlapPolicy: "ALLOW" });
    await until("the run waits for a worker", async () => (await readRun(url(), id)).state === "QUEUED");
    const watched = follow(queue, "w1");
    await until("the first message came", () => watched.events.length === 1);
    expect(watched.events[0]).toEqual({ waiting: 1, stop: [] });
    await claim(queue);
    await done(url(), "triggerTask", { id: task.id });
    await until("the new run was told", () => watched.events.at(-1).waiting === 1 && watched.events.length > 1);
    await done(url(), "cancelRun", { id });
    await until("the stop was told", () => watched.events.some(({ stop }) => stop.includes(id)));
    expect(watched.errors).toEqual([]);
  });

  it("tells of a retry when it falls due, and of nothing that is another queue's", async () => {
    const { queue, fence } = await held({ retry: { maxAttempts: 2 } });
    const watched = follow(queue);
    const other = follow(`${queue}-other`);
    await until("both follow", () => watched.events.length === 1 && other.events.length === 1);
    await report("failRun", { ...fence, message: "no", retryAfter: "PT0.3S" });
    await until("the retry was told", () => watched.events.at(-1).waiting === 1);
    expect(other.events).toEqual([{ waiting: 0, stop: [] }]);
  });

  it("refuses a name that is none", async () => {
    const watched = follow("no queue");
    await watched.ended;
    expect(watched.errors).toMatchObject([{ extensions: { code: "INVALID_CHARACTERS" } }]);
  });
});

describe("a restart of the server", () => {
  const start = useApps();

  it("leaves a worker its run; its attempt goes on", async () => {
    const settings = { DATABASE_URL: `file:${await temporaryFolder()}/kept.db` };
    const first = await start(settings);
    const { fence } = await held({}, first.url);
    await first.stop();
    const second = await start(settings);
    expect(await readRun(second.url, fence.runId, "state attempt")).toEqual({ state: "RUNNING", attempt: 1 });
    expect((await mutate(second.url, "heartbeatRun", fence, BEAT)).userErrors).toEqual([]);
    expect(await report("completeRun", fence, second.url)).toMatchObject({ run: { state: "SUCCEEDED", attempt: 1 } });
  });
});
