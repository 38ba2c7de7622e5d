// Signed requests: what a receiver does with the library of Standard Webhooks, and what cannot be signed.
import { randomBytes } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTask, finished, mutate, readRun, readTask, useSharedApp } from "../api/support.ts";
import { data } from "../support/client.ts";
import { type Received, type Receiver, startReceiver } from "../support/receiver.ts";

const newKey = (bytes = 32) => `whsec_${randomBytes(bytes).toString("base64")}`;
const app = useSharedApp({ SECRETS_KEY: randomBytes(32).toString("base64") });
let serial = 0;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterEach(() => {
  receiver.received.length = 0;
  receiver.answer = (_, response) => void response.end("ok");
});
afterAll(() => receiver.stop());

async function secretOf(value: string): Promise<string> {
  const name = `KEY_${++serial}`;
  expect((await mutate(app().url, "createSecret", { name, value }, "secret { id }")).userErrors).toEqual([]);
  return name;
}

async function send(signingSecret: string, http: object = {}, retry: object = { maxAttempts: 1 }) {
  const target = { http: { url: `${receiver.url}/hook`, method: "POST", signingSecret, ...http } };
  const task = await createTask(app().url, { target, payload: { for: "ü" }, retry });
  const { run } = await mutate(app().url, "triggerTask", { id: task.id }, "run { id }");
  await finished(app().url, run.id);
  return {
    task,
    run: await readRun(
      app().url,
      run.id,
      "id state why error { code message } result logs(first: 50) { nodes { text } }",
    ),
  };
}

const verified = (key: string, { body, headers }: Received): unknown =>
  new Webhook(key).verify(body, headers as Record<string, string>);

describe("a signed request", () => {
  it("is verified by the library of Standard Webhooks, and by no other key", async () => {
    const key = newKey();
    const { run } = await send(await secretOf(key));
    expect(run.state).toBe("SUCCEEDED");
    const [request] = receiver.received as [Received];
    expect(verified(key, request)).toEqual({ for: "ü" });
    expect(request.headers["webhook-id"]).toBe(run.id);
    expect(() => verified(newKey(), request)).toThrow(/No matching signature/);
    expect(() => verified(key, { ...request, body: `${request.body} ` })).toThrow(/No matching signature/);
  });

  it("keeps its id over all attempts, and has the time of each", async () => {
    const key = newKey();
    let calls = 0;
    receiver.answer = (_, response) => response.writeHead(++calls < 2 ? 500 : 200).end();
    const before = Math.floor(Date.now() / 1_000);
    const retry = { maxAttempts: 2, initialDelay: "PT1.5S", maxDelay: "PT1.5S", jitter: false };
    const { run } = await send(await secretOf(key), {}, retry);
    const sent = receiver.received.map((request) => {
      verified(key, request);
      return request.headers;
    });
    expect(sent.map((headers) => headers["webhook-id"])).toEqual([run.id, run.id]);
    const [first = 0, second = 0] = sent.map((headers) => Number(headers["webhook-timestamp"]));
    expect(first).toBeGreaterThanOrEqual(before);
    expect(second).toBeGreaterThan(first);
  });

  it("has a signature by each key while one is exchanged", async () => {
    const [next, old] = [newKey(24), newKey(64)];
    await send(await secretOf(`${next} ${old}\n`));
    const [request] = receiver.received as [Received];
    expect(request.headers["webhook-signature"]).toMatch(/^v1,\S{44} v1,\S{44}$/);
    expect([verified(next, request), verified(old, request)]).toEqual([{ for: "ü" }, { for: "ü" }]);
  });

  it("without a body signs the empty text", async () => {
    const key = newKey();
    await send(await secretOf(key), { method: "GET" });
    const [{ headers, body }] = receiver.received as [Received];
    expect(body).toBe("");
    const at = new Date(Number(headers["webhook-timestamp"]) * 1_000);
    expect(headers["webhook-signature"]).toBe(new Webhook(key).sign(String(headers["webhook-id"]), at, ""));
  });

  it("follows no redirect: what is signed is for one server", async () => {
    receiver.answer = (_, response) => response.writeHead(307, { location: "/elsewhere" }).end();
    const { run } = await send(await secretOf(newKey()));
    expect(run).toMatchObject({
      state: "FAILED",
      error: { code: "HTTP_STATUS", message: expect.stringContaining("A signed request follows no redirect") },
    });
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook"]);
  });

  it.each([
    "hunter2-hunter2",
    `whsec_${"A".repeat(20)}`,
    `whsec_${"A".repeat(100)}`,
    "whsec_not base64!",
    `${newKey()},${newKey()}`,
  ])("is not sent with what is no key: %s", async (value) => {
    const { run } = await send(await secretOf(value));
    expect(run).toMatchObject({
      state: "FAILED",
      error: { code: "SECRET_UNAVAILABLE", message: expect.stringContaining("whsec_ and 24 to 64 bytes in base64") },
    });
    expect(receiver.received).toEqual([]);
  });

  it("tells the secret's name, never its key, and holds it against deletion", async () => {
    const key = newKey();
    receiver.answer = (_, response) => void response.end(`the key is ${key}`);
    const name = await secretOf(key);
    const { task, run } = await send(name);
    expect((await readTask(app().url, task.id)).target).toMatchObject({ signingSecret: name });
    expect(run.result.body).toBe("the key is ***");
    expect(JSON.stringify(run)).not.toContain(key.slice(6));
    const { secret } = await mutate(
      app().url,
      "updateSecret",
      { id: await idOf(name), description: "x" },
      "secret { tasks { name } }",
    );
    expect(secret.tasks).toEqual([{ name: task.name }]);
    const [error] = (await mutate(app().url, "deleteSecret", { id: await idOf(name) }, "__typename")).userErrors;
    expect(error).toMatchObject({ code: "ILLEGAL_STATE" });
  });

  it("is no longer signed when the target is given without it", async () => {
    const { task } = await send(await secretOf(newKey()));
    const http = { url: receiver.url };
    const edited = await mutate(app().url, "updateTask", { id: task.id, version: 1, target: { http } });
    expect(edited.task.target.signingSecret).toBeNull();
  });
});

async function idOf(name: string): Promise<string> {
  const { secrets } = await data(app().url, "{ secrets { id name } }");
  return secrets.find((each: { name: string }) => each.name === name).id;
}
