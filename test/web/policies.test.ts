// What is done about failures and how long runs are kept, set in the form and read on the task's page; and what every page says while the
// database takes no changes.
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp, temporaryFolder } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { startProgram } from "../support/program.ts";
import { type Browser, choose, expect as see } from "./page.ts";

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const POLICIES = `{ tasks { nodes { id retry { rules { httpStatus errorCode exitCode action } }
  retention { succeeded { maxAge maxCount } failed { maxAge maxCount } other { maxAge maxCount } } } } }`;

describe("a task's policies", () => {
  it("have a table of rules about failures and rules about history, which keep what was typed", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks/new`);
    await page.getByLabel("Name").first().fill("Careful");
    await page.getByText("HTTP request", { exact: true }).first().click();
    await page.getByLabel("URL").fill("http://127.0.0.1:9/");
    await page.getByText("Retries, limits and policies").click();

    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByLabel("Rule 1, HTTP status").fill("9xx");
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByLabel("Rule 2, error").fill("CRASHED");
    await choose(page, "Rule 2, what is done", "Fail and pause the task");
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByRole("button", { name: "Remove rule 3" }).click();

    await page.getByRole("switch", { name: "A rule for succeeded runs" }).click();
    await page.getByLabel("How many succeeded runs are kept").fill("20");
    await page.getByRole("switch", { name: "A rule for failed runs" }).click();

    // A wrong rule is refused at its own field, and nothing that was typed is gone.
    await page.getByTestId("submit-task").click();
    await see(page.getByText(/9xx/).first()).toBeVisible();
    expect(page.url()).toBe(`${app.url}/tasks/new`);
    expect(await page.getByLabel("Rule 2, error").inputValue()).toBe("CRASHED");
    await page.getByLabel("Rule 1, HTTP status").fill("5xx");
    await page.getByTestId("submit-task").click();
    await see(page.getByRole("heading", { name: "Careful" })).toBeVisible();

    await see(page.getByText("status 5xx: fail at once · CRASHED: fail and pause the task")).toBeVisible();
    const { tasks } = await data(app.url, POLICIES);
    expect(tasks.nodes[0].retry.rules).toEqual([
      { httpStatus: "5xx", errorCode: null, exitCode: null, action: "FAIL" },
      { httpStatus: null, errorCode: "CRASHED", exitCode: null, action: "PAUSE_TASK" },
    ]);
    expect(tasks.nodes[0].retention).toEqual({
      succeeded: { maxAge: "P30D", maxCount: 20 },
      failed: { maxAge: "P30D", maxCount: null },
      other: null,
    });

    await page.goto(`${app.url}/tasks/${tasks.nodes[0].id}/edit`);
    await page.getByText("Retries, limits and policies").click();
    await see(page.getByLabel("Rule 2, error")).toBeVisible();
    expect(await page.getByLabel("How many succeeded runs are kept").inputValue()).toBe("20");
    await page.getByRole("switch", { name: "A rule for failed runs" }).click();
    await page.getByRole("button", { name: "Remove rule 1" }).click();
    await page.getByTestId("submit-task").click();
    await see(page.getByRole("heading", { name: "Careful" })).toBeVisible();
    const [changed] = (await data(app.url, POLICIES)).tasks.nodes;
    expect([changed.retry.rules.length, changed.retention.failed]).toEqual([1, null]);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe("a database that takes no changes", () => {
  it("is said on every page, with what it means, until it is over", async () => {
    const file = join(await temporaryFolder(), "locked.db");
    const program = await startProgram({ DATABASE_URL: `file:${file}`, LOG_LEVEL: "error" });
    const { page, context } = await openPage(browser);
    const notice = page.getByText("Nothing is started now");
    const other = new Sqlite(file);
    try {
      await page.goto(program.url);
      await see(page.getByRole("heading", { name: "Overview" })).toBeVisible();
      expect(await notice.count()).toBe(0);
      other.exec("BEGIN IMMEDIATE");
      await see(notice).toBeVisible();
      await see(page.getByText(/Another program holds the database locked.*goes on by itself/)).toBeVisible();
      await page.goto(`${program.url}/tasks`);
      await see(notice).toBeVisible();
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, "trouble.png") });
      other.exec("ROLLBACK");
      await see(notice).toBeGone();
    } finally {
      other.close();
      await context.close();
      await program.kill();
    }
  });
});
