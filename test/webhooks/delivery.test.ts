// What arrives at a real receiver: signed as the library of Standard Webhooks wants it, as a CloudEvent or a sentence, in order, and in
// spite of others that are slow or gone.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTask, ECHO, IN_2099, mutate } from "../api/support.ts";
import { temporaryFolder, useApps } from "../support/app.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { createWebhook, DELIVERY, deliveriesOf, KEY, readWebhook, verify, WEBHOOK } from "./support.ts";

const start = useApps();
const folder = temporaryFolder();
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const arrived = (number: number) =>
  until(`${number} messages have arrived`, () => receiver.received.length >= number && receiver.received);

describe("a CloudEvent", () => {
  it("tells of a run that failed, once for each event, and is verified by the library of Standard Webhooks", async () => {
    const { url } = await start({
      SECRETS_KEY: KEY,
      PUBLIC_URL: "https://cron.example.com",
      OUTGOING_ALLOW: "loopback",
    });
    const { webhook, secret } = await createWebhook(url, {
      url: receiver.url,
      filter: { runEvents: ["FAILED", "STARTED"] },
      headers: [{ name: "X-Team", value: "night" }],
    });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const task = await createTask(url, {
      name: "Broken <task>",
      target: { http: { url: `${receiver.url}/target` } },
      schedule: { manual: true },
      retry: { maxAttempts: 1 },
    });
    receiver.answer = ({ path }, response) => void response.writeHead(path === "/target" ? 500 : 204).end();
    const { run } = await mutate(url, "triggerTask", { id: task.id }, "run { id }");
    const messages = await until("both messages have arrived", () => {
      const found = receiver.received.filter(({ path }) => path === "/");
      return found.length === 2 && found;
    });
    for (const message of messages)
      expect(message).toMatchObject({
        method: "POST",
        headers: { "content-type": "application/cloudevents+json; charset=utf-8", "x-team": "night" },
      });
    const events = messages.map((message) => verify(secret, message));
    expect(events.map(({ type }) => type)).toEqual(["cronograph.run.started", "cronograph.run.failed"]);
    expect(events[1]).toEqual({
      specversion: "1.0",
      id: expect.stringMatching(new RegExp(`^${run.id}-\\d+$`)),
      source: "https://cron.example.com/",
      type: "cronograph.run.failed",
      subject: `runs/${run.id}`,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      datacontenttype: "application/json",
      data: {
        sequence: expect.any(Number),
        run: expect.objectContaining({ id: run.id, state: "FAILED", attempt: 1, error: expect.anything() }),
        task: { id: task.id, name: "Broken <task>" },
        url: `https://cron.example.com/runs/${run.id}`,
      },
    });
    expect(events.map(({ id }) => id)).toEqual(messages.map(({ headers }) => headers["webhook-id"]));
    const log = await until("both are in the delivery log", async () => {
      const found = await deliveriesOf(url, webhook.id);
      return found.every(({ state }) => state === "DELIVERED") && found;
    });
    expect(log).toMatchObject([
      {
        type: "cronograph.run.failed",
        run: { id: run.id },
        attempts: 1,
        status: 204,
        error: null,
        nextAttemptAt: null,
      },
      { type: "cronograph.run.started", run: { id: run.id }, attempts: 1, status: 204 },
    ]);
    expect(log[0].body).toBe(messages[1]?.body);
  });

  it("is signed by both secrets for 24 hours after a rotation", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const { webhook, secret: old } = await createWebhook(url, { url: receiver.url });
    const rotated = await mutate(url, "rotateWebhookSecret", { id: webhook.id }, `${WEBHOOK} secret`);
    expect(rotated.userErrors).toEqual([]);
    expect(Date.parse(rotated.webhook.previousSecretUntil) - Date.now()).toBeGreaterThan(86_000_000);
    await createTask(url);
    const [message] = await arrived(1);
    expect(message?.headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);
    for (const secret of [old, rotated.secret])
      expect(verify(secret, message as never).type).toBe("cronograph.task.created");
    expect(() => verify(`whsec_${Buffer.alloc(32).toString("base64")}`, message as never)).toThrow(
      /No matching signature/,
    );
  });
});

describe("a signing secret", () => {
  it("is sealed anew by the operator's new key at a start, and opens by it alone from then on", async () => {
    const file = `file:${join(await folder, "sealed.db")}`;
    const newer = randomBytes(32).toString("base64");
    const first = await start({ SECRETS_KEY: KEY, DATABASE_URL: file });
    const { webhook, secret } = await createWebhook(first.url, { url: receiver.url });
    await first.stop();
    const test = async (keys: string) => {
      const app = await start({ SECRETS_KEY: keys, DATABASE_URL: file });
      const { delivery } = await mutate(app.url, "testWebhook", { id: webhook.id }, `delivery { ${DELIVERY} }`);
      await app.stop();
      return delivery;
    };
    expect(await test(newer)).toMatchObject({ state: "FAILED", status: null, error: /is sealed by the key/ });
    for (const keys of [`${newer},${KEY}`, newer]) expect(await test(keys)).toMatchObject({ state: "DELIVERED" });
    expect(receiver.received.map((message) => verify(secret, message).type)).toEqual([
      "cronograph.webhook.test",
      "cronograph.webhook.test",
    ]);
  });
});

describe("a message for a chat", () => {
  it("is a sentence with the link to the run, its special characters escaped, and needs no key on the server", async () => {
    const { url } = await start({ PUBLIC_URL: "https://cron.example.com", OUTGOING_ALLOW: "loopback" });
    const { webhook, secret } = await createWebhook(url, {
      url: receiver.url,
      format: "SLACK",
      filter: { runEvents: ["SUCCEEDED"], taskEvents: ["PAUSED"] },
    });
    expect(webhook.signed).toBe(false);
    expect(secret).toBeNull();
    const task = await createTask(url, { name: "a & b <c> @channel", target: ECHO, schedule: { manual: true } });
    const { run } = await mutate(url, "triggerTask", { id: task.id }, "run { id }");
    await arrived(1);
    await mutate(url, "pauseTask", { id: task.id, reason: "the <disk> is full" });
    const [first, second] = await arrived(2);
    expect(first?.headers).toMatchObject({ "content-type": "application/json; charset=utf-8" });
    expect(first?.headers).not.toHaveProperty("webhook-signature");
    const { text, ...rest } = JSON.parse(first?.body ?? "");
    expect(rest).toEqual({});
    expect(text).toMatch(/^“a &amp; b &lt;c&gt; @\u2060channel” succeeded, planned for 2\S+Z\.\n/u);
    expect(text.endsWith(`\nhttps://cron.example.com/runs/${run.id}`)).toBe(true);
    expect(JSON.parse(second?.body ?? "").text).toBe(
      `The task “a &amp; b &lt;c&gt; @\u2060channel” was paused: the &lt;disk&gt; is full.\nhttps://cron.example.com/tasks/${task.id}`,
    );
  });

  it("goes to an address whose secret part stands in no answer and no error", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    await mutate(url, "createSecret", { name: "SLACK_PATH", value: "T000/B000/xyz123" }, "secret { id }");
    const { webhook } = await createWebhook(url, {
      url: `${receiver.url}/services/{{secrets.SLACK_PATH}}`,
      format: "SLACK",
    });
    receiver.answer = ({ path }, response) => void response.writeHead(404).end(`no such path: ${path}`);
    await createTask(url);
    const [message] = await arrived(1);
    expect(message?.path).toBe("/services/T000/B000/xyz123");
    const hook = await until("the answer is written down", async () => {
      const found = await readWebhook(url, webhook.id);
      return found.failingSince && found;
    });
    expect(hook.deliveries.nodes[0]).toMatchObject({
      status: 404,
      error: "The receiver answered 404: no such path: /services/***",
    });
    expect(JSON.stringify(hook)).not.toContain("xyz123");
  });
});

describe("messages of one webhook", () => {
  it("come in the log's order, and a receiver that never answers holds up neither another one nor a commit", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const stuck = await startReceiver();
    stuck.answer = () => {};
    try {
      const slow = await createWebhook(url, { url: stuck.url });
      await createWebhook(url, { url: receiver.url });
      const names = Array.from({ length: 30 }, (_, index) => `in order ${index}`);
      const began = performance.now();
      for (const name of names) await createTask(url, { name });
      const all = await arrived(30);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(all.map(({ body }) => JSON.parse(body).data.task.name)).toEqual(names);
      expect(new Set(all.map(({ headers }) => headers["webhook-id"])).size).toBe(30);
      expect(stuck.received).toHaveLength(1);
      expect((await readWebhook(url, slow.webhook.id)).pendingDeliveries).toBe(30);
    } finally {
      await stuck.stop();
    }
  });

  it("are of the tasks and types that its filter names", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const first = await createTask(url, { name: "Nightly backup" });
    const second = await createTask(url, { name: "Report", description: "after the BACKUP" });
    const third = await createTask(url, { name: "Other" });
    await createWebhook(url, { url: `${receiver.url}/search`, filter: { taskEvents: ["PAUSED"], search: "backup" } });
    await createWebhook(url, {
      url: `${receiver.url}/ids`,
      filter: { taskEvents: ["PAUSED", "RESUMED"], taskId: [third.id] },
    });
    for (const { id } of [first, second, third]) await mutate(url, "pauseTask", { id });
    await mutate(url, "resumeTask", { id: third.id });
    const all = await arrived(4);
    const at = (path: string) =>
      all.filter((each) => each.path === path).map(({ body }) => JSON.parse(body).data.task.name);
    expect(at("/search")).toEqual(["Nightly backup", "Report"]);
    expect(at("/ids")).toEqual(["Other", "Other"]);
  });
});

describe("a test message", () => {
  it("is sent at once, even to a webhook that is paused, and its outcome is the answer", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const { webhook, secret } = await createWebhook(url, { url: receiver.url });
    await mutate(url, "pauseWebhook", { id: webhook.id }, WEBHOOK);
    const test = async () =>
      (await mutate(url, "testWebhook", { id: webhook.id }, `delivery { ${DELIVERY} }`)).delivery;
    expect(await test()).toMatchObject({
      type: "cronograph.webhook.test",
      state: "DELIVERED",
      status: 200,
      attempts: 1,
    });
    expect(verify(secret, receiver.received[0] as never)).toMatchObject({
      type: "cronograph.webhook.test",
      data: { message: expect.stringContaining("This is a test") },
    });
    receiver.answer = (_, response) => void response.writeHead(301, { location: "/elsewhere" }).end();
    expect(await test()).toMatchObject({
      state: "FAILED",
      status: 301,
      error: expect.stringContaining("Redirects are not followed"),
      nextAttemptAt: null,
    });
    expect(receiver.received.map(({ path }) => path)).toEqual(["/", "/"]);
    await receiver.stop();
    expect(await test()).toMatchObject({
      state: "FAILED",
      status: null,
      error: expect.stringContaining("ECONNREFUSED"),
    });
    expect(await deliveriesOf(url, webhook.id)).toHaveLength(3);
  });
});

describe("a receiver", () => {
  it("that is of no use for now gets its message again by hand, with the same id", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const { webhook } = await createWebhook(url, { url: receiver.url });
    receiver.answer = (_, response) => void response.writeHead(500).end();
    await createTask(url, { schedule: IN_2099 });
    await arrived(1);
    const failed = await until("the failure is written down", async () => {
      const [found] = await deliveriesOf(url, webhook.id);
      return found.status === 500 && found;
    });
    expect(failed).toMatchObject({ state: "PENDING", attempts: 1, error: "The receiver answered 500." });
    receiver.answer = (_, response) => void response.end();
    const again = await mutate(url, "redeliver", { id: failed.id }, "delivery { id state }");
    expect(again).toEqual({ delivery: { id: failed.id, state: "PENDING" }, userErrors: [] });
    const [first, second] = await arrived(2);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.body).toBe(first?.body);
    await until("it is delivered", async () => (await deliveriesOf(url, webhook.id))[0].state === "DELIVERED");
  });
});
