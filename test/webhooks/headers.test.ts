// A webhook's headers cannot smuggle in others, neither as they are given nor when secrets are filled in.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTask, mutate } from "../api/support.ts";
import { useApps } from "../support/app.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { createWebhook, deliveriesOf, KEY, TASKS_MADE } from "./support.ts";

const start = useApps();
let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

describe("a webhook's header", () => {
  it.each([
    ["X-Test", "a\r\nX-Evil: 1", "value"],
    ["X-Test", "a\nX-Evil: 1", "value"],
    ["X-Test", "a\rX-Evil: 1", "value"],
    ["X-Test", "a\u0000", "value"],
    ["X-Test\r\nX-Evil", "1", "name"],
    ["X-Test:", "1", "name"],
    ["Host", "internal.example", "name"],
    ["Transfer-Encoding", "chunked", "name"],
    ["Proxy-Authorization", "Basic eDp5", "name"],
    ["Webhook-Signature", "v1,x", "name"],
  ])("is refused at its field: %j with %j", async (name, value, part) => {
    const { url } = await start();
    const input = { name: "hook", format: "SLACK", url: receiver.url, filter: TASKS_MADE, headers: [{ name, value }] };
    expect((await mutate(url, "createWebhook", input, "webhook { id }")).userErrors).toEqual([
      { code: "INVALID_HEADER", field: ["headers", "0", part], message: expect.stringContaining("Example") },
    ]);
  });

  it("that a secret would break is not sent, and the log says which without telling the secret", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    await mutate(url, "createSecret", { name: "TOKEN", value: "hunter2\r\nX-Evil: 1" }, "secret { id }");
    const headers = [{ name: "Authorization", value: "Bearer {{ secrets.TOKEN }}" }];
    const { webhook } = await createWebhook(url, { format: "SLACK", url: receiver.url, headers });
    await createTask(url);
    const [delivery] = await until("it was tried", async () => {
      const found = await deliveriesOf(url, webhook.id);
      return found[0]?.attempts === 1 && found;
    });
    expect(delivery.error).toBe(
      "Header authorization has line breaks or control characters when its secrets are filled in.",
    );
    expect(receiver.received).toEqual([]);
  });
});
