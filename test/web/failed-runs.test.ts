// Failed runs and follow-ups in a real browser: what a person does about them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { type Browser, choose, expect as see } from "./page.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id, payload: { tried: 1 } }) { run { id } } }`;

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

async function create(name: string, module: string): Promise<string> {
  const input = { name, schedule: { manual: true }, target: { module: { name: module } }, retry: { maxAttempts: 1 } };
  return (await data(app.url, CREATE, { input })).createTask.task.id;
}

async function fail(taskId: string): Promise<string> {
  const { id } = (await data(app.url, TRIGGER, { id: taskId })).triggerTask.run;
  await until("the run has failed", async () => {
    const { run } = await data(app.url, `query ($id: ID!) { run(id: $id) { state } }`, { id });
    return run.state === "FAILED";
  });
  return id;
}

describe("a person", () => {
  it("runs some failed runs again after a count, and dismisses the rest with a reason", async () => {
    const task = await create("Always fails", "throws");
    const [first] = [await fail(task), await fail(task)];
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/`);
    await page.getByRole("link", { name: "Failed for good" }).click();
    await see(page.getByTestId("run-row")).toHaveCount(2);
    await page.getByRole("checkbox", { name: "Choose Always fails" }).last().click();
    await see(page.getByTestId("redrive")).toContainText("1 chosen run");
    await page.getByTestId("redrive").click();
    await page.getByTestId("confirm-redrive").click();
    const again = await until("it was done again", async () => {
      const { run } = await data(app.url, `query ($id: ID!) { run(id: $id) { redrivenBy { id state } } }`, {
        id: first,
      });
      return run.redrivenBy?.state === "FAILED" && run.redrivenBy.id;
    });
    expect(again).toBeTruthy();
    // The rest is what the page shows: the run that was done again has come into it by then.
    await see(page.locator(`a[href*="${again}"]`).first()).toBeVisible();
    await page.getByTestId("dismiss").click();
    await page.getByRole("textbox", { name: "Reason" }).fill("Known, and mended");
    await page.getByTestId("confirm").click();
    await see(page.getByText("No failed run waits for anybody")).toBeVisible();
    expect(problems).toEqual([]);
    await context.close();
  });

  it("runs one again with another payload, and sees both runs name each other", async () => {
    const id = await fail(await create("Fails by its payload", "throws"));
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/runs/${id}`);
    await page.getByTestId("run-again").click();
    await page.getByRole("textbox", { name: "Payload for the new run" }).fill('{ "tried": 2 }');
    await page.getByTestId("confirm-retry").click();
    await see(page.getByText("Does again")).toBeVisible();
    const { run } = await data(app.url, `query ($id: ID!) { run(id: $id) { redrivenBy { payload } } }`, { id });
    expect(run.redrivenBy.payload).toEqual({ tried: 2 });
    await page.goto(`${app.url}/runs/${id}`);
    await see(page.getByText("Done again by")).toBeVisible();
    expect(problems).toEqual([]);
    await context.close();
  });

  it("has a task that runs after another one, and follows the runs by their links", async () => {
    await create("The second", "echo");
    const first = await create("The first", "echo");
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks/${first}/edit`);
    await page.getByRole("button", { name: "Retries, limits and policies" }).click();
    await page.getByTestId("add-follow-up").click();
    await choose(page, "Run this task", "The second", "The second");
    await page.getByTestId("submit-task").click();
    await see(page.getByRole("link", { name: "The second" })).toBeVisible();
    const { triggerTask } = await data(app.url, TRIGGER, { id: first });
    await page.goto(`${app.url}/runs/${triggerTask.run.id}`);
    await page.getByRole("link", { name: /^The second, / }).click();
    await see(page.getByRole("link", { name: "The first, succeeded" })).toBeVisible();
    expect(problems).toEqual([]);
    await context.close();
  });
});
