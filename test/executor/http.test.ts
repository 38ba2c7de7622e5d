import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const start = useApps();
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }`;
const RUN = `query ($id: ID!) { run(id: $id) { id state attempt result resultTruncated error { code message } attempts { nodes { outcome durationMs } } } }`;

let receiver: Receiver;
const usual = (_: unknown, response: { end(text: string): void }) => response.end("ok");
beforeAll(async () => {
  receiver = await startReceiver();
});
afterEach(() => {
  receiver.answer = usual;
  receiver.received.length = 0;
});
afterAll(() => receiver.stop());

async function send(http: object, more: object = {}) {
  const { url } = await start();
  const input = {
    name: `http ${Math.random()}`,
    schedule: { once: { at: "2099-01-01T00:00:00Z" } },
    target: { http: { url: `${receiver.url}/path?query=1`, ...http } },
    retry: { maxAttempts: 1 },
    ...more,
  };
  const { createTask } = await data(url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  const { triggerTask } = await data(url, TRIGGER, { id: createTask.task.id });
  return until("the request is over", async () => {
    const { run } = await data(url, RUN, { id: triggerTask.run.id });
    return ["SUCCEEDED", "FAILED"].includes(run.state) && run;
  });
}

describe("HTTP targets", () => {
  it("send method, headers and body as given, with the run's key, attempt and instant", async () => {
    const run = await send({
      method: "PUT",
      headers: [
        { name: "X-Own", value: "a b" },
        { name: "Content-Type", value: "text/csv" },
      ],
      body: "a,b\n",
    });
    expect(run.state).toBe("SUCCEEDED");
    const [request] = receiver.received;
    expect(request).toMatchObject({ method: "PUT", path: "/path?query=1", body: "a,b\n" });
    expect(request?.headers).toMatchObject({
      "x-own": "a b",
      "content-type": "text/csv",
      "idempotency-key": run.id,
      "x-run-attempt": "1",
      "x-run-fence": "1",
      "x-scheduled-for": expect.stringMatching(/^\d{4}-.*Z$/),
      "user-agent": expect.stringMatching(/^Cronograph\//),
      traceparent: expect.stringMatching(new RegExp(`^00-${run.id.replaceAll("-", "")}-[0-9a-f]{16}-01$`)),
    });
  });

  it("send the payload as JSON when there is no body, and nothing with a GET", async () => {
    await send({ method: "POST" }, { payload: { a: [1, "ü"] } });
    await send({ method: "GET" }, { payload: { a: 1 } });
    expect(receiver.received.map(({ body, headers }) => [body, headers["content-type"]])).toEqual([
      ['{"a":[1,"ü"]}', "application/json"],
      ["", undefined],
    ]);
  });

  it("keep the answer: status, type and body, JSON as JSON", async () => {
    receiver.answer = (_, response) =>
      response.writeHead(201, { "content-type": "application/problem+json" }).end('{"n":1}');
    expect((await send({})).result).toEqual({
      status: 201,
      contentType: "application/problem+json",
      bytes: 7,
      body: { n: 1 },
    });
    receiver.answer = (_, response) => response.writeHead(204).end();
    expect((await send({})).result).toEqual({ status: 204, contentType: null, bytes: 0, body: null });
  });

  it("fail on a status that is not expected, and keep what the server said", async () => {
    receiver.answer = (_, response) => response.writeHead(503).end("busy");
    const run = await send({});
    expect(run).toMatchObject({
      state: "FAILED",
      error: { code: "HTTP_STATUS", message: expect.stringContaining("answered 503; expected 200 to 299") },
    });
    expect(run.result.body).toBe("busy");
    receiver.answer = (_, response) => response.writeHead(404).end();
    expect((await send({ expectedStatus: [404, 410] })).state).toBe("SUCCEEDED");
    receiver.answer = usual;
    expect((await send({ expectedStatus: [404] })).error.message).toContain("answered 200; expected 404");
  });

  it("are called again with the same key after a failure, with the next attempt's number", async () => {
    let calls = 0;
    receiver.answer = (_, response) => response.writeHead(++calls < 3 ? 500 : 200).end();
    const run = await send({}, { retry: { maxAttempts: 5, initialDelay: "PT0S", maxDelay: "PT0S" } });
    expect(run).toMatchObject({ state: "SUCCEEDED", attempt: 3, error: null });
    const sent = ["idempotency-key", "x-run-attempt", "x-run-fence"];
    expect(receiver.received.map(({ headers }) => sent.map((name) => headers[name]))).toEqual([
      [run.id, "1", "1"],
      [run.id, "2", "2"],
      [run.id, "3", "3"],
    ]);
  });

  it("follow redirects, but not for ever, and take no credentials to another host", async () => {
    receiver.answer = ({ path }, response) =>
      path === "/end" ? response.end("there") : response.writeHead(302, { location: "/end" }).end();
    expect((await send({})).result.body).toBe("there");
    receiver.answer = (_, response) => response.writeHead(302, { location: "/again" }).end();
    expect((await send({})).state).toBe("FAILED");
    const other = await startReceiver();
    receiver.answer = (_, response) =>
      response.writeHead(307, { location: `${other.url.replace("127.0.0.1", "localhost")}/` }).end();
    await send({ headers: [{ name: "Authorization", value: "Bearer secret" }] });
    expect(other.received[0]?.headers.authorization).toBeUndefined();
    await other.stop();
  });

  it("end at their timeout when the server hangs, before or within its answer", async () => {
    receiver.answer = () => {};
    expect((await send({}, { timeout: "PT1S" })).error.code).toBe("TIMEOUT");
    receiver.answer = (_, response) => void response.write("the start, and then nothing");
    expect((await send({}, { timeout: "PT1S" })).attempts.nodes[0].outcome).toBe("TIMED_OUT");
  });

  it("end at their timeout when the answer comes a byte at a time, for ever", async () => {
    receiver.answer = (_, response) => {
      const drip = setInterval(() => response.write("."), 100);
      response.on("close", () => clearInterval(drip)).on("error", () => {});
    };
    const [attempt] = (await send({}, { timeout: "PT1S" })).attempts.nodes;
    expect(attempt.outcome).toBe("TIMED_OUT");
    expect(attempt.durationMs).toBeLessThan(2_500);
  });

  it("fail when an answer is shorter than it says, and when what should be TLS is none", async () => {
    receiver.answer = (_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("not a thousand", () => response.destroy());
    };
    expect((await send({})).error.code).toBe("HTTP_REQUEST");
    const plain = createServer((socket) => {
      socket.on("error", () => {});
      socket.end("this is no TLS\r\n", () => socket.destroy());
    });
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    const { port } = plain.address() as { port: number };
    expect((await send({ url: `https://127.0.0.1:${port}/` })).error.code).toBe("HTTP_REQUEST");
    plain.close();
  });

  it("keep only the start of an endless answer", async () => {
    receiver.answer = (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", write).on("error", () => {});
      write();
    };
    const before = process.memoryUsage().rss;
    const run = await send({});
    expect(run.state).toBe("SUCCEEDED");
    expect(run.result.body).toHaveLength(32_768);
    expect(process.memoryUsage().rss - before).toBeLessThan(50e6);
  });

  it("fail with a reason when nobody listens, the name is unknown, the connection breaks or the answer is no HTTP", async () => {
    expect((await send({ url: "http://127.0.0.1:1/" })).error).toMatchObject({
      code: "HTTP_REQUEST",
      message: expect.stringContaining("ECONNREFUSED"),
    });
    expect((await send({ url: "http://no-such-host.invalid/" })).error.code).toBe("HTTP_REQUEST");
    receiver.answer = (_, response) => void response.destroy();
    expect((await send({})).error.code).toBe("HTTP_REQUEST");
    const babble = createServer((socket) => {
      socket.on("error", () => {});
      socket.end("hello\r\n\r\n", () => socket.destroy());
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => babble.once("listening", resolve));
    const { port } = babble.address() as { port: number };
    expect((await send({ url: `http://127.0.0.1:${port}/` })).error.code).toBe("HTTP_REQUEST");
    babble.close();
  });
});
