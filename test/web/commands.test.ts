// Commands in the dashboard, in a real browser on the real server: made, run and read where they are allowed, not offered elsewhere.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { type Browser, expect as see } from "./page.ts";

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp({ ALLOW_SHELL: "true", PATH: process.env.PATH ?? "" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

describe("a command", () => {
  it("is made word by word, run, and read on the pages of its task and run", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks/new`);
    await page.getByLabel("Name").first().fill("Says hello");
    await page.getByText("Run a command").click();
    await page.getByTestId("submit-task").click();
    await see(page.getByText("Give the program to run.")).toBeVisible();
    await page.getByLabel("Program", { exact: true }).fill("printf");
    await page.getByRole("button", { name: "Add an argument" }).click();
    await page.getByLabel("Argument 1", { exact: true }).fill("%s\\n");
    await page.getByRole("button", { name: "Add an argument" }).click();
    await page.getByLabel("Argument 2", { exact: true }).fill("hello; $HOME");
    await page.getByRole("button", { name: "Add a variable" }).click();
    await page.getByLabel("Variable 1, name").fill("1BAD");
    await page.getByTestId("submit-task").click();
    await see(page.getByText(/variable name "1BAD"/)).toBeVisible();
    await page.getByLabel("Variable 1, name").fill("GOOD");
    await page.getByTestId("submit-task").click();
    await see(page.getByText("printf '%s\\n' 'hello; $HOME'").first()).toBeVisible();
    await see(page.getByText("Variables: GOOD")).toBeVisible();
    const { tasks } = await data(app.url, "{ tasks(filter: { targetKind: [SHELL] }) { nodes { id } } }");
    const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }`;
    const { triggerTask } = await data(app.url, TRIGGER, { id: tasks.nodes[0].id });
    await page.goto(`${app.url}/runs/${triggerTask.run.id}`);
    await see(page.getByTestId("run-state")).toHaveAttribute("data-state", "SUCCEEDED");
    await see(page.getByTestId("log-line").first()).toContainText("hello; $HOME");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("is not offered where the operator does not allow it", async () => {
    const other = await startTestApp();
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${other.url}/tasks/new`);
    await see(page.getByText("HTTP request")).toBeVisible();
    // The answer that would offer it has come: it stands behind the preview's in the same page.
    await see(page.getByTestId("preview-occurrence")).toHaveCount(5);
    expect(await page.getByText("Run a command").count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
    await other.stop();
  });
});
