// A click counts from the moment its button is there, however late the code comes that shows dialogs.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask, useSharedApp } from "../api/support.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { type Browser, expect as see } from "./page.ts";

const app = useSharedApp();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe("a dialog", () => {
  it.each(["Pause", "Delete"])("that is asked for before its code has come opens when it comes: %s", async (what) => {
    const task = await createTask(app().url);
    const { page, context, problems } = await openPage(browser);
    let letCome = () => {};
    const held = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route("**/assets/overlays-*.js", async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest("**/assets/overlays-*.js");
    await page.goto(`${app().url}/tasks/${task.id}`, { waitUntil: "commit" });
    await asked;
    if (what === "Delete") {
      await page.getByRole("button", { name: `Actions for ${task.name}` }).click();
      await page.getByRole("menuitem", { name: what }).click();
    } else {
      const button = page.getByRole("button", { name: what, exact: true });
      await button.click();
      await button.click();
    }
    expect(await page.getByRole("dialog").count()).toBe(0);
    letCome();
    await see(page.getByRole("dialog")).toHaveCount(1);
    await page.getByTestId("confirm").click();
    await see(page.getByRole("dialog")).toBeGone();
    if (what === "Pause") await see(page.getByText("The schedule is held")).toBeVisible();
    else await see(page.getByRole("heading", { name: "Tasks" })).toBeVisible();
    expect(problems).toEqual([]);
    await context.close();
  });
});
