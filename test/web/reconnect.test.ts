// The dashboard over a server that dies and comes back: it says so, and then shows what happened meanwhile, without a reload.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { freePort, type Program, startProgram } from "../support/program.ts";
import { type Browser, expect as see } from "./page.ts";

const settings = {
  DATABASE_URL: `file:${join(await temporaryFolder(), "reconnect.db")}`,
  PORT: String(await freePort()),
};
let browser: Browser;
let program: Program;

beforeAll(async () => {
  program = await startProgram(settings);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.kill();
});

const create = (name: string) =>
  data(
    program.url,
    `mutation ($name: String!) { createTask(input: { name: $name, schedule: { every: { interval: "PT1H" } }, target: { module: { name: "echo" } } }) { task { id } } }`,
    { name },
  );

describe("a dashboard whose server is killed", () => {
  it("says that it reconnects, comes back by itself, and has missed nothing", async () => {
    const before = (await create("Before the kill")).createTask.task.id;
    const { page, context } = await openPage(browser);
    await page.goto(`${program.url}/tasks`);
    const live = page.getByTestId("live-state").first();
    await see(live).toHaveAttribute("data-live", "live");
    await page.evaluate("window.sameDocument = true");
    await program.kill();
    await see(live).toHaveAttribute("data-live", "reconnecting");
    program = await startProgram(settings);
    await create("While it was away");
    await data(program.url, `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }`, { id: before });
    // The longer it was away, the longer the waits between two tries: up to 15 seconds.
    await see(live).toHaveAttribute("data-live", "live", 60_000);
    await see(page.getByTestId("task-row").filter({ hasText: "While it was away" })).toBeVisible();
    await see(page.getByTestId("task-row").filter({ hasText: "Before the kill" })).toContainText("Succeeded");
    expect(await page.evaluate("window.sameDocument")).toBe(true);
    await context.close();
  });
});
