// The audit, a task's history and changes of many tasks, in a real browser.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, OWNER, post, told, userWith } from "../access/support.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { judged } from "./judged.ts";
import { type Browser, choose, type Page, expect as see } from "./page.ts";

const SHOTS = process.env.SCREENSHOTS;
let browser: Browser;
let app: TestApp;
let cookie: string;
const by = { token: OWNER };

beforeAll(async () => {
  app = await startTestApp({ ALLOW_ANONYMOUS: "false", OWNER_TOKEN: OWNER });
  ({ cookie } = await userWith(app.url, "ada", "ADMIN"));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(options: Parameters<typeof openPage>[1] = {}, held = cookie) {
  const opened = await openPage(browser, options);
  const [name = "", value = ""] = held.split("=");
  await opened.context.addCookies([{ name, value, url: app.url }]);
  return opened;
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
async function mutate(name: string, input: object): Promise<any> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const text = `mutation($input: ${type}) { ${name}(input: $input) { task { id name version state } userErrors { message } } }`;
  return (await told(app.url, by, text, { input }))[name].task;
}

const taskOf = (name: string, more: object = {}) => ({
  name,
  schedule: { every: { interval: "PT1H" } },
  target: { http: { url: "https://example.com/report", method: "POST", headers: [{ name: "X-Team", value: "a" }] } },
  ...more,
});

describe("the audit", () => {
  it("is read, searched and filtered in the address, and opens to what changed", async () => {
    const task = await mutate("createTask", taskOf("Audited report", { description: "Once a day" }));
    const target = {
      http: {
        url: "https://example.com/other",
        method: "POST",
        headers: [{ name: "Authorization", value: "Bearer marker-shown-nowhere" }],
      },
    };
    await mutate("updateTask", { id: task.id, version: 1, description: null, timeout: "PT5M", target });
    await post(app.url, "sign-in", { name: "ada", password: "not it" });
    const { page, context, problems } = await open();
    await page.goto(`${app.url}/`);
    await page.getByRole("link", { name: "Audit" }).click();
    await see(page.getByTestId("audit-row").first()).toBeVisible();
    await see(page.getByText("Refused: UNAUTHENTICATED").first()).toBeVisible();
    await choose(page, "About", "Task");
    await see(page.getByTestId("audit-row")).toHaveCount(2);
    expect(new URL(page.url()).searchParams.get("kind")).toBe("TASK");
    await page.getByRole("button", { name: /What changed: Update task/ }).click();
    const changes = page.getByLabel("What changed", { exact: true });
    await see(changes).toContainText("target › http › url");
    await see(changes).toContainText("Before: https://example.com/report");
    await see(changes).toContainText("After: https://example.com/other");
    await see(changes).toContainText("After: ***");
    expect(await page.content()).not.toContain("marker-shown-nowhere");
    expect(await judged(page)).toEqual([]);
    await shot(page, "audit-open");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("textbox", { name: "Search" }).fill("audited rep");
    await see(page.getByTestId("audit-row")).toHaveCount(2);
    const file = await page.request.get(
      new URL((await page.getByTestId("csv").getAttribute("href")) as string, app.url).href,
    );
    expect((await file.text()).split("\r\n").filter(Boolean)).toHaveLength(3);
    // The same address shows the same.
    await page.reload();
    await see(page.getByTestId("audit-row")).toHaveCount(2);
    expect(problems).toEqual([]);
    await context.close();
    for (const [name, options] of [
      ["dark", { colorScheme: "dark" }],
      ["narrow", { width: 320, height: 700 }],
    ] as const) {
      const other = await open(options);
      await other.page.goto(`${app.url}/audit?subject=${task.id}`);
      await other.page.getByRole("button", { name: /What changed: Update task/ }).click();
      expect([name, await judged(other.page)]).toEqual([name, []]);
      await shot(other.page, `audit-${name}`);
      await other.context.close();
    }
  });

  it("is offered to nobody who may not administer", async () => {
    const { cookie: eve } = await userWith(app.url, "eve", "VIEWER");
    const { id } = await mutate("createTask", taskOf("Seen by eve"));
    await mutate("updateTask", { id, version: 1, timeout: "PT5M" });
    const { page, context } = await open({}, eve);
    await page.goto(`${app.url}/tasks/${id}`);
    await see(page.getByTestId("history-entry")).toHaveCount(2);
    await see(page.getByTestId("revert")).toHaveCount(0);
    await see(page.getByRole("link", { name: "Audit" })).toHaveCount(0);
    await page.goto(`${app.url}/tasks`);
    await see(page.getByTestId("task-row").first()).toBeVisible();
    await see(page.getByTestId("bulk-bar")).toHaveCount(0);
    await see(page.getByRole("checkbox")).toHaveCount(0);
    await context.close();
  });
});

describe("a task", () => {
  it("goes back to an earlier version from its page, and comes back when it was deleted", async () => {
    const { id } = await mutate("createTask", taskOf("First name", { timeout: "PT1M" }));
    await mutate("updateTask", { id, version: 1, name: "Second name", timeout: "PT9M" });
    const { page, context, problems } = await open();
    await page.goto(`${app.url}/tasks/${id}`);
    await see(page.getByRole("heading", { name: "Second name" })).toBeVisible();
    await page
      .getByRole("button", { name: /What changed/ })
      .first()
      .click();
    await see(page.getByLabel("What changed: Update task")).toContainText("Before: PT1M");
    expect(await judged(page)).toEqual([]);
    await shot(page, "task-history");
    await page.getByRole("button", { name: "Revert to version 1" }).click();
    await see(page.getByRole("dialog")).toContainText("Revert to version 1?");
    await shot(page, "task-revert");
    await page.getByTestId("confirm").click();
    await see(page.getByRole("heading", { name: "First name", level: 1 })).toBeVisible();
    await see(page.getByTestId("history-entry")).toHaveCount(3);
    await told(app.url, by, "mutation($id: ID!) { deleteTask(input: { id: $id }) { userErrors { message } } }", { id });
    await see(page.getByText("This task is deleted")).toBeVisible();
    await page.getByTestId("restore").click();
    await see(page.getByText("This task is deleted")).toBeGone();
    const { data } = await ask(app.url, by, `{ task(id: "${id}") { deletedAt state timeout } }`);
    expect(data?.task).toEqual({ deletedAt: null, state: "ACTIVE", timeout: "PT1M" });
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe("many tasks", () => {
  it("are chosen and paused, and the toast takes it back; what was deleted comes back from the audit", async () => {
    const ids: string[] = [];
    for (const name of ["Bulk one", "Bulk two", "Bulk three"]) ids.push((await mutate("createTask", taskOf(name))).id);
    const states = async () =>
      Promise.all(
        ids.map(async (id) => {
          const { data } = await ask(app.url, by, `{ task(id: "${id}") { state deletedAt } }`);
          const task = data?.task as { state: string; deletedAt: string | null };
          return task.deletedAt === null ? task.state : "DELETED";
        }),
      );
    const { page, context, problems } = await open();
    await page.goto(`${app.url}/tasks?q=bulk`);
    await see(page.getByTestId("task-row")).toHaveCount(3);
    await page.getByRole("checkbox", { name: "Choose Bulk one" }).check();
    await page.getByRole("checkbox", { name: "Choose Bulk two" }).check();
    await see(page.getByTestId("bulk-bar")).toContainText("2 tasks chosen");
    expect(await judged(page)).toEqual([]);
    await shot(page, "tasks-chosen");
    await page.getByTestId("bulk-pause").click();
    await page.getByRole("textbox", { name: "Reason" }).fill("Moving house");
    await page.getByTestId("confirm").click();
    await see(page.getByText("2 tasks paused.")).toBeVisible();
    expect(await states()).toEqual(["PAUSED", "PAUSED", "ACTIVE"]);
    await shot(page, "tasks-undo");
    await page.getByTestId("undo").click();
    await see(page.getByText("Undone: 2 tasks as before")).toBeVisible();
    expect(await states()).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);

    await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
    await page.getByTestId("bulk-delete").click();
    await page.getByTestId("confirm").click();
    await see(page.getByText("3 tasks deleted.")).toBeVisible();
    expect(await states()).toEqual(["DELETED", "DELETED", "DELETED"]);
    await page.goto(`${app.url}/audit?action=deleteTasks`);
    await see(page.getByTestId("audit-row")).toHaveCount(3);
    await page
      .getByRole("button", { name: /What changed/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Undo the change" }).click();
    await page.getByTestId("confirm").click();
    await see(page.getByText("Undone: 3 tasks as before")).toBeVisible();
    expect(await states()).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
    expect(problems).toEqual([]);
    await context.close();
    const narrow = await open({ width: 320, height: 700 });
    await narrow.page.goto(`${app.url}/tasks?q=bulk`);
    await narrow.page.getByRole("checkbox", { name: "Choose Bulk one" }).check();
    expect(await judged(narrow.page)).toEqual([]);
    await shot(narrow.page, "tasks-narrow");
    await narrow.context.close();
  });
});
