// Two teams in the dashboard: the page of who administers, the switch, addresses that say whose they are, and who sees which.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OWNER, PASSWORD, userWith } from "../access/support.ts";
import { aTask, done } from "../access/teams.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { judged } from "./judged.ts";
import { type Browser, type Page, expect as see } from "./page.ts";

const SHOTS = process.env.SCREENSHOTS;
const owner = { token: OWNER };
let browser: Browser;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ ALLOW_ANONYMOUS: "false", OWNER_TOKEN: OWNER });
  browser = await launchBrowser();
  await userWith(app.url, "Ada", "ADMIN");
  await userWith(app.url, "Vera", "NONE");
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel(/^Password/).fill(PASSWORD);
  await page.getByTestId("sign-in").click();
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

describe("namespaces in the dashboard", () => {
  it("are not to be seen while there is one, and are made, bounded and given members on their page", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/namespaces`);
    await signIn(page, "Ada");
    await see(page.getByRole("heading", { name: "Namespaces" })).toBeVisible();
    await see(page.getByTestId("namespace-row")).toHaveCount(1);
    expect(await page.getByTestId("namespace").count()).toBe(0);
    await page.getByTestId("new-namespace").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Billing");
    await dialog.getByLabel("Running").fill("many");
    await page.getByTestId("save-namespace").click();
    await see(dialog.getByText("is no whole number from 0 to 1,000,000")).toBeVisible();
    await dialog.getByLabel("Running").fill("4");
    await page.getByTestId("save-namespace").click();
    await see(dialog.getByText("lower-case letters, digits and hyphens are expected")).toBeVisible();
    await dialog.getByLabel("Name").fill("billing");
    await dialog.getByLabel("Description").fill("Invoices and reminders");
    await dialog.getByLabel("Tasks").fill("1");
    await shot(page, "new-namespace");
    expect(await judged(page)).toEqual([]);
    await page.getByTestId("save-namespace").click();
    await see(page.getByTestId("namespace-row")).toHaveCount(2);
    await done(app.url, { ...owner, namespace: "billing" }, "createTask", aTask({ name: "Invoices" }), "task { id }");
    const row = page.getByTestId("namespace-row").filter({ hasText: "billing" });
    await see(row).toContainText("Invoices and reminders");
    await see(row).toContainText("1 of 1");
    // Now that there are two, there is a switch.
    await see(page.getByTestId("namespace")).toBeVisible();
    await page.getByRole("button", { name: "Members of billing" }).click();
    await dialog.getByLabel("New member").selectOption({ label: "Vera" });
    await dialog.getByLabel("As", { exact: true }).selectOption("EDITOR");
    await page.getByTestId("add-member").click();
    await see(page.getByTestId("member-row")).toHaveCount(1);
    await shot(page, "namespace-members");
    expect(await judged(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await see(dialog).toBeGone();
    await shot(page, "namespaces");
    expect(await judged(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await shot(page, "namespaces-phone");
    expect(await judged(page)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 850 });
    await page.getByRole("button", { name: "Delete billing" }).click();
    await page.getByTestId("confirm").click();
    await see(page.getByText("is not empty (tasks: 1)")).toBeVisible();
    expect(problems).toEqual([]);
    await context.close();
  });

  it("are switched above the menu, and addresses say whose the page is", async () => {
    const { page, context, problems } = await openPage(browser);
    await done(app.url, owner, "createTask", aTask({ name: "Backup" }), "task { id }");
    await page.goto(`${app.url}/tasks`);
    await signIn(page, "Ada");
    await see(page.getByText("Backup")).toBeVisible();
    expect(await page.getByText("Invoices").count()).toBe(0);
    await page.getByTestId("namespace").selectOption("billing");
    await see(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await page.getByRole("link", { name: "Tasks", exact: true }).click();
    await see(page.getByText("Invoices")).toBeVisible();
    expect(pathOf(page)).toBe("/ns/billing/tasks");
    expect(await page.getByText("Backup").count()).toBe(0);
    await shot(page, "tasks-of-billing");
    expect(await judged(page)).toEqual([]);
    // What happens there is seen at once, what happens elsewhere is not.
    await done(app.url, owner, "createTask", aTask({ name: "Elsewhere" }), "task { id }");
    await done(
      app.url,
      owner,
      "updateNamespace",
      { name: "billing", version: 1, quotas: { tasks: null } },
      "namespace { name }",
    );
    await done(app.url, { ...owner, namespace: "billing" }, "createTask", aTask({ name: "Reminders" }), "task { id }");
    await see(page.getByText("Reminders")).toBeVisible();
    expect(await page.getByText("Elsewhere").count()).toBe(0);
    // The address alone is enough.
    const address = page.url();
    const other = await context.newPage();
    await other.goto(address);
    await see(other.getByText("Invoices")).toBeVisible();
    await other.getByText("Invoices").click();
    await see(other.getByRole("heading", { name: "Invoices" })).toBeVisible();
    expect(pathOf(other)).toMatch(/^\/ns\/billing\/tasks\//);
    await other.getByTestId("namespace").selectOption("default");
    await see(other.getByRole("heading", { name: "Overview" })).toBeVisible();
    expect(pathOf(other)).toBe("/");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("are those of a member alone for who has no role in all, and there is none where they may not see one", async () => {
    const { page, context, problems } = await openPage(browser, { width: 320, height: 640, colorScheme: "dark" });
    await page.goto(`${app.url}/tasks`);
    await signIn(page, "Vera");
    await see(page.getByText("Invoices")).toBeVisible();
    expect(pathOf(page)).toBe("/ns/billing/tasks");
    await page.getByRole("button", { name: "Open the menu" }).click();
    await see(page.getByRole("link", { name: "Webhooks" })).toBeVisible();
    await see(page.getByTestId("account")).toContainText("Vera");
    expect(await page.getByTestId("namespace").count()).toBe(0);
    for (const name of ["Users", "Namespaces", "Audit"])
      expect([name, await page.getByRole("link", { name }).count()]).toEqual([name, 0]);
    await see(page.getByTestId("new-task")).toBeVisible();
    await shot(page, "menu-of-a-member");
    await page.goto(`${app.url}/ns/nowhere/tasks`);
    await see(page.getByText("There is no namespace “nowhere” that you may see")).toBeVisible();
    expect(await judged(page)).toEqual([]);
    await shot(page, "no-namespace-phone");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("are kept over the sign-in", async () => {
    const { page, context } = await openPage(browser);
    await page.goto(`${app.url}/ns/billing/tasks?state=ACTIVE`);
    await see(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("to")).toBe("/ns/billing/tasks?state=ACTIVE");
    await signIn(page, "Ada");
    await see(page.getByText("Invoices")).toBeVisible();
    expect(pathOf(page)).toBe("/ns/billing/tasks");
    await context.close();
  });
});
