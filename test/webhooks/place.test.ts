// Where a webhook stands in the event log outlives the process and a pause.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTask, mutate } from "../api/support.ts";
import { temporaryFolder, useApps } from "../support/app.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { createWebhook, KEY, readWebhook, verify, WEBHOOK } from "./support.ts";

const start = useApps();
const folder = temporaryFolder();
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const arrived = (number: number) =>
  until(`${number} messages have arrived`, () => receiver.received.length >= number && receiver.received);

describe("a webhook's place in the log", () => {
  it("outlives the process: what happened while it could not send arrives after the next start, nothing twice", async () => {
    const file = `file:${join(await folder, "restart.db")}`;
    const settings = { SECRETS_KEY: KEY, DATABASE_URL: file };
    // The gateway alone takes changes and sends nothing.
    const gateway = await start({ ...settings, ROLES: "gateway" });
    const { webhook, secret } = await createWebhook(gateway.url, { url: receiver.url });
    for (let index = 0; index < 3; index++) await createTask(gateway.url, { name: `while away ${index}` });
    await gateway.stop();
    const whole = await start(settings);
    await arrived(3);
    await createTask(whole.url, { name: "while there" });
    const all = await arrived(4);
    await until("all is written down", async () => (await readWebhook(whole.url, webhook.id)).pendingDeliveries === 0);
    await whole.stop();
    const again = await start(settings);
    await createTask(again.url, { name: "after it all" });
    await arrived(5);
    expect(all.map((message) => verify(secret, message).data.task.name)).toEqual([
      "while away 0",
      "while away 1",
      "while away 2",
      "while there",
      "after it all",
    ]);
  });

  it("stays while it is paused: what happened meanwhile is sent when it is resumed, or left out if so wished", async () => {
    const { url } = await start({ SECRETS_KEY: KEY });
    const kept = await createWebhook(url, { url: `${receiver.url}/kept` });
    const skipped = await createWebhook(url, { url: `${receiver.url}/skipped` });
    for (const { webhook } of [kept, skipped]) {
      const paused = await mutate(url, "pauseWebhook", { id: webhook.id, reason: "it moves" }, WEBHOOK);
      expect(paused.webhook).toMatchObject({ state: "PAUSED", stateReason: "it moves" });
    }
    await createTask(url, { name: "meanwhile" });
    await mutate(url, "resumeWebhook", { id: skipped.webhook.id, skipMissed: true }, WEBHOOK);
    const resumed = await mutate(url, "resumeWebhook", { id: kept.webhook.id }, WEBHOOK);
    expect(resumed.webhook).toMatchObject({ state: "ACTIVE", stateReason: null });
    await arrived(1);
    await createTask(url, { name: "afterwards" });
    const all = await arrived(3);
    const got = all.map(({ path, body }) => `${path} ${JSON.parse(body).data.task.name}`).sort();
    expect(got).toEqual(["/kept afterwards", "/kept meanwhile", "/skipped afterwards"]);
  });
});
