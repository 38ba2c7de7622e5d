// What docs/webhooks.md shows a receiver to be is the example that runs, and the example takes what is signed, and nothing else.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { createTask, mutate } from "../api/support.ts";
import { useApps } from "../support/app.ts";
import { freePort } from "../support/program.ts";
import { until } from "../support/wait.ts";
import { createWebhook, DELIVERY, KEY } from "./support.ts";

const start = useApps();
const FILE = "examples/webhook-receiver.mjs";
const read = (path: string) => readFileSync(join(PACKAGE_ROOT, path), "utf8");

it("the receiver of the documentation is the example", () => {
  expect(read("docs/webhooks.md")).toContain(`\`\`\`js\n${read(FILE)}\`\`\`\n`);
});

it("the example takes messages that are signed, tells of each event once, and refuses the others", async () => {
  const { url } = await start({ SECRETS_KEY: KEY });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { webhook, secret } = await createWebhook(url, { url: address });
  const receiver = spawn(process.execPath, [FILE], {
    cwd: PACKAGE_ROOT,
    env: { PATH: process.env.PATH, WEBHOOK_SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void receiver.kill("SIGKILL"));
  let said = "";
  receiver.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until("the receiver listens", () => said.includes("listening"));

  const test = await mutate(url, "testWebhook", { id: webhook.id }, `delivery { ${DELIVERY} }`);
  expect(test.delivery).toMatchObject({ state: "DELIVERED", status: 204 });
  await createTask(url, { name: "told of once" });
  await until("the event is told of", () => said.includes("cronograph.task.created told of once"));

  await mutate(url, "redeliver", { id: test.delivery.id }, "delivery { id }");
  await mutate(url, "rotateWebhookSecret", { id: webhook.id }, "secret");
  const again = await mutate(url, "testWebhook", { id: webhook.id }, `delivery { ${DELIVERY} }`);
  expect(again.delivery).toMatchObject({ state: "DELIVERED", status: 204 });
  await mutate(url, "rotateWebhookSecret", { id: webhook.id }, "secret");
  const late = await mutate(url, "testWebhook", { id: webhook.id }, `delivery { ${DELIVERY} }`);
  expect(late.delivery).toMatchObject({
    state: "FAILED",
    status: 401,
    error: "The receiver answered 401: wrong signature",
  });
  expect((await fetch(address, { method: "POST", body: "{}" })).status).toBe(401);
  expect(said.match(/cronograph\.webhook\.test/g)).toHaveLength(2);
});
