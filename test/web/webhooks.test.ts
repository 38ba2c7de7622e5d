// Webhooks in a real browser: made in the page, its secret seen once, tested, a failed message read and sent again.
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { KEY, verify } from "../webhooks/support.ts";
import { type Browser, choose, expect as see } from "./page.ts";

const CREATE = `mutation { createTask(input: { name: "Watched", schedule: { manual: true }, target: { module: { name: "echo" } } }) { task { id } } }`;

let app: TestApp;
let browser: Browser;
let receiver: Receiver;

beforeAll(async () => {
  app = await startTestApp({ SECRETS_KEY: KEY });
  receiver = await startReceiver();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await receiver?.stop();
  await app?.stop();
});

it("a person makes a webhook, keeps its secret, tests it, reads why a message failed and sends it again", async () => {
  const { page, context, problems } = await openPage(browser);
  await page.goto(`${app.url}/webhooks`);
  await page.getByRole("button", { name: "Make a webhook" }).click();
  await page.getByText("CloudEvents, signed", { exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("to a program");
  await page.getByRole("textbox", { name: "URL" }).fill("nowhere");
  await page.getByTestId("submit-webhook").click();
  await see(page.getByText("is not an absolute URL")).toBeVisible();
  await page.getByRole("textbox", { name: "URL" }).fill(receiver.url);
  await choose(page, "Events of tasks", "Created");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Headers" }).fill("X-Team: night");
  await page.getByTestId("submit-webhook").click();
  const secret = (await page.getByTestId("signing-secret").textContent()) ?? "";
  await page.getByTestId("secret-kept").click();
  await see(page.getByTestId("webhook-row")).toContainText("Tasks: created");
  await page.getByRole("link", { name: "to a program" }).click();

  await page.getByTestId("test-webhook").click();
  await see(page.getByTestId("delivery-row")).toContainText("Delivered");
  expect(verify(secret, receiver.received[0] as never).type).toBe("cronograph.webhook.test");
  expect(receiver.received[0]?.headers["x-team"]).toBe("night");

  receiver.answer = (_, response) => void response.writeHead(500).end("out of order");
  await data(app.url, CREATE);
  const row = page.getByTestId("delivery-row").first();
  await see(row).toContainText("The receiver answered 500: out of order");
  await see(page.getByRole("note").filter({ hasText: "The receiver takes nothing" })).toBeVisible();
  receiver.answer = (_, response) => void response.end();
  await row.getByRole("button", { name: "Send again" }).click();
  await see(row).toContainText("Delivered");
  await row.getByRole("button", { name: "What is sent" }).click();
  await see(page.getByRole("dialog")).toContainText('"name": "Watched"');
  await page.keyboard.press("Escape");

  await page.getByTestId("pause-webhook").click();
  await page.getByRole("textbox", { name: "Reason" }).fill("it moves");
  await page.getByTestId("confirm").click();
  await see(page.getByRole("note").filter({ hasText: "it moves" })).toBeVisible();
  await page.getByTestId("resume-webhook").click();
  await page.getByTestId("rotate-secret").click();
  await page.getByTestId("confirm").click();
  await see(page.getByTestId("signing-secret")).toContainText("whsec_");
  expect(await page.getByTestId("signing-secret").textContent()).not.toBe(secret);
  await page.getByTestId("secret-kept").click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByTestId("confirm").click();
  await see(page.getByText("There is no webhook yet")).toBeVisible();
  expect(problems).toEqual([]);
  await context.close();
});
