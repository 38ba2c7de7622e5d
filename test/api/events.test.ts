// The event log for curl: long polls and server-sent events at /events.
import { describe, expect, it, onTestFinished } from "vitest";
import { until } from "../support/wait.ts";
import { BEGINNING, burst, createTask, done, eventCursor, finished, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const SSE = { accept: "text/event-stream" };

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
type Any = any;

async function poll(parameters: Record<string, string>): Promise<{ status: number; body: Any }> {
  const response = await fetch(`${url()}/events?${new URLSearchParams(parameters).toString()}`, {
    signal: AbortSignal.timeout(70_000),
  });
  return { status: response.status, body: await response.json() };
}

async function refused(parameters: Record<string, string>, headers = {}) {
  const response = await fetch(`${url()}/events?${new URLSearchParams(parameters).toString()}`, { headers });
  const { errors } = (await response.json()) as Any;
  return { status: response.status, message: errors[0].message as string, ...errors[0].extensions };
}

/** Frames as they come, each as its fields. */
async function stream(parameters: Record<string, string>, headers: Record<string, string> = {}) {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await fetch(`${url()}/events?${new URLSearchParams(parameters).toString()}`, {
    headers: { ...SSE, ...headers },
    signal: controller.signal,
  });
  const frames: Record<string, string>[] = [];
  const reading = (async () => {
    let text = "";
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString("utf8");
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const lines = text
          .slice(0, end)
          .split("\n")
          .filter((line) => !line.startsWith(":"));
        frames.push(Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s) as [string, string])));
        text = text.slice(end + 2);
      }
    }
  })().catch(() => {});
  const told = () => frames.flatMap((frame) => (frame.data ? [JSON.parse(frame.data) as Any] : []));
  return { response, frames, told, reading, stop: () => controller.abort() };
}

describe("a poll", () => {
  it("says at once what there is, and where to go on", async () => {
    const after = await eventCursor(url());
    const task = await createTask(url());
    const run = await done(url(), "triggerTask", { id: task.id });
    await finished(url(), run.id);
    const { status, body } = await poll({ after, task: task.id });
    expect(status).toBe(200);
    expect(body.events[0]).toMatchObject({ kind: "TASK", type: "CREATED", task: { id: task.id, name: task.name } });
    // Another one is planned for 2099.
    const runs = body.events.filter((event: Any) => event.run?.id === run.id);
    expect(runs.map((event: Any) => event.sequence)).toEqual(runs.map((_: Any, i: number) => i + 1));
    expect(runs.at(-1)).toMatchObject({
      type: "SUCCEEDED",
      run: { id: run.id, state: "SUCCEEDED", task: { id: task.id }, attempt: 1 },
    });
    expect((await poll({ after: body.cursor, task: task.id })).body).toEqual({
      events: [],
      cursor: expect.any(String),
    });
  });

  it("without a cursor begins with now", async () => {
    const { body } = await poll({});
    expect(body).toEqual({ events: [], cursor: await eventCursor(url()) });
  });

  it("waits for the first event, and no longer than was asked for", async () => {
    const after = await eventCursor(url());
    const started = performance.now();
    expect((await poll({ after, wait: "1s" })).body).toEqual({ events: [], cursor: after });
    expect(performance.now() - started).toBeGreaterThan(950);
    const waiting = poll({ after, wait: "PT30S", type: "PAUSED" });
    const task = await createTask(url());
    await done(url(), "pauseTask", { id: task.id }, "task { id }");
    const { body } = await waiting;
    expect(body.events).toMatchObject([{ type: "PAUSED", task: { id: task.id } }]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("gives pages that leave out nothing and double nothing while tasks run", async () => {
    const { id } = await createTask(url(), { overlapPolicy: "ALLOW" });
    const running = burst(url(), id, 40);
    const cursors: string[] = [];
    let after = BEGINNING;
    await until(
      "all are over",
      async () => {
        const { body } = await poll({ after, task: id, limit: "7", wait: "1s" });
        expect(body.events.length).toBeLessThanOrEqual(7);
        cursors.push(...body.events.map((event: Any) => event.cursor));
        after = body.cursor;
        return body.events.length === 0;
      },
      60_000,
    );
    await running;
    const all = await app().store.eventsAfter(0, 10_000, { taskIds: [id] });
    const places = cursors.map((text) => JSON.parse(Buffer.from(text, "base64url").toString())[1]);
    expect(places).toEqual(all.map((event) => event.cursor));
  }, 90_000);

  it.each([
    [{ taks: "x" }, "BAD_REQUEST", /"taks" with the value "x" is no parameter.*task/],
    [{ type: "STARTD" }, "BAD_REQUEST", /type is "STARTD"; one of .*STARTED/],
    [{ task: "" }, "BAD_REQUEST", /task is ""; a value/],
    [{ limit: "0" }, "OUT_OF_RANGE", /limit is "0"; a whole number from 1 to 500/],
    [{ limit: "many" }, "OUT_OF_RANGE", /limit is "many"/],
    [{ wait: "5m" }, "OUT_OF_RANGE", /wait is "5m"; seconds from 0s to 60s/],
    [{ wait: "61s" }, "OUT_OF_RANGE", /wait is "61s"/],
    [{ run: Array(101).fill("x").join(",") }, "OUT_OF_RANGE", /run has 101 values; at most 100/],
    [{ after: "x" }, "INVALID_CURSOR", /after "x" is no cursor/],
    [{ after: "" }, "INVALID_CURSOR", /after/],
    [{ after: Buffer.from('["e",99999999]').toString("base64url") }, "INVALID_CURSOR", /beyond the end/],
  ] as [Record<string, string>, string, RegExp][])("is refused with 400: %j", async (parameters, code, message) => {
    expect(await refused(parameters)).toEqual({ status: 400, code, message: expect.stringMatching(message) });
  });

  it("is refused when a parameter is there twice, and for pages of others", async () => {
    const twice = await fetch(`${url()}/events?wait=1s&wait=2s`);
    expect([twice.status, JSON.stringify(await twice.json())]).toEqual([400, expect.stringContaining("given once")]);
    const foreign = await fetch(`${url()}/events`, { headers: { origin: "https://evil.example" } });
    expect(foreign.status).toBe(403);
    expect((await fetch(`${url()}/events`, { method: "POST" })).status).toBe(405);
  });
});

describe("a stream", () => {
  it("tells events with their cursors as ids, and goes on after the last one", async () => {
    const before = app().subscriptions();
    const task = await createTask(url());
    const first = await stream({ after: BEGINNING, task: task.id });
    expect(Object.fromEntries(first.response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    const types = ({ told }: typeof first) => told().flatMap(({ kind, type }) => (kind === "TASK" ? [type] : []));
    await until("the past came", () => types(first).length === 1);
    await done(url(), "pauseTask", { id: task.id }, "task { id }");
    await until("the present came", () => types(first).length === 2);
    expect(types(first)).toEqual(["CREATED", "PAUSED"]);
    for (const frame of first.frames) if (frame.data) expect(frame.id).toBe(JSON.parse(frame.data).cursor);
    first.stop();
    await until("it is let go", () => app().subscriptions() === before);
    await done(url(), "resumeTask", { id: task.id }, "task { id }");
    const id = first.frames.findLast((frame) => frame.data?.includes("PAUSED"))?.id as string;
    const second = await stream({ after: BEGINNING, task: task.id }, { "last-event-id": id });
    await until("the rest came", () => types(second).length > 0);
    expect(types(second)).toEqual(["RESUMED"]);
  });

  it("says where it stands before anything has happened", async () => {
    const { frames } = await stream({ type: "DELETED" });
    await until("the first id came", () => frames.some((frame) => frame.id !== undefined));
    expect(frames.slice(0, 2)).toEqual([{ retry: "1000" }, { id: await eventCursor(url()) }]);
  });

  it("tells the newest cursor in quiet times", async () => {
    const { frames, told } = await stream({ type: "DELETED" });
    await createTask(url());
    const cursor = await eventCursor(url());
    await until("a heartbeat came", () => frames.at(-1)?.id === cursor, 15_000);
    expect(told()).toEqual([]);
  }, 30_000);

  it("is refused what is of polls", async () => {
    expect(await refused({ limit: "5" }, SSE)).toMatchObject({ status: 400, code: "BAD_REQUEST" });
  });
});

describe("a cursor that the log no longer reaches", () => {
  it("is answered with 410 and the oldest usable one", async () => {
    await createTask(url());
    const gone = await app().store.write((tx) => tx.pruneEvents(Number.MAX_SAFE_INTEGER, 3));
    expect(gone).toBe(3);
    for (const headers of [{}, SSE]) {
      const answer = await refused({ after: BEGINNING }, headers);
      expect(answer).toMatchObject({ status: 410, code: "CURSOR_EXPIRED", oldestCursor: expect.any(String) });
      const { body } = await poll({ after: answer.oldestCursor });
      expect(body.events.length).toBeGreaterThan(0);
    }
  });
});
