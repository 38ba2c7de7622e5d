// Queues in a real browser: made in the page, chosen in a task's form, seen filling, paused and resumed.
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { type Browser, choose, expect as see } from "./page.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }`;
const CANCEL = `mutation ($id: ID!) { cancelRun(input: { id: $id }) { userErrors { message } } }`;

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp({ WORKER_THREADS: "2" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it("a person makes a queue, puts a task in it, sees a run wait with its reason, pauses and resumes", async () => {
  const { page, context, problems } = await openPage(browser);
  await page.goto(`${app.url}/queues`);
  await page.getByRole("button", { name: "Make a queue" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("two words");
  await page.getByRole("textbox", { name: "Runs at a time", exact: true }).fill("1");
  await page.getByTestId("submit-queue").click();
  await see(page.locator(".mantine-TextInput-error")).toContainText("letters");
  await page.getByRole("textbox", { name: "Name" }).fill("mails");
  await page.getByTestId("submit-queue").click();
  await see(page.getByTestId("queue-row")).toContainText("0 of 1");

  const input = { name: "Letters", schedule: { manual: true }, target: { module: { name: "hangs" } } };
  const { id } = (await data(app.url, CREATE, { input: { ...input, overlapPolicy: "ALLOW" } })).createTask.task;
  await page.goto(`${app.url}/tasks/${id}/edit`);
  await page.getByRole("button", { name: "Retries, limits and policies" }).click();
  await choose(page, "Queue", "mails");
  await page.getByTestId("submit-task").click();
  await page.getByRole("link", { name: "mails" }).click();
  await see(page.getByText("Nothing waits.")).toBeVisible();

  const runs = [];
  for (let each = 0; each < 2; each++) runs.push((await data(app.url, TRIGGER, { id })).triggerTask.run.id);
  await see(page.getByTestId("waiting")).toContainText("1 waiting");
  await see(page.getByTestId("waiting-run")).toContainText('queue "mails" runs at most 1 at a time');
  await page.getByTestId("pause-queue").click();
  await page.getByRole("textbox", { name: "Reason" }).fill("an outage");
  await page.getByTestId("confirm").click();
  await see(page.getByRole("note").filter({ hasText: "an outage" })).toBeVisible();
  await page.getByTestId("resume-queue").click();
  await see(page.getByTestId("pause-queue")).toBeVisible();
  for (const run of runs) await data(app.url, CANCEL, { id: run });
  await see(page.getByText("Nothing waits.")).toBeVisible();
  expect(problems).toEqual([]);
  await context.close();
});
