// The dashboard where nothing but its own documents is carried out, in a real browser, and what the playground says there.
import { readFileSync } from "node:fs";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DASHBOARD_MANIFEST } from "../../server/gateway/trusted.ts";
import { headersOf, OWNER, post, told } from "../access/support.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { type Browser, expect as see } from "./page.ts";

const DASHBOARD = JSON.parse(readFileSync(DASHBOARD_MANIFEST, "utf8")) as Record<string, string>;
const idOf = (start: string) => Object.entries(DASHBOARD).find(([, text]) => text.startsWith(start))?.[0];
let browser: Browser;
let app: TestApp;

async function startWith(mode: string): Promise<void> {
  app = await startTestApp({ ALLOW_ANONYMOUS: "false", OWNER_TOKEN: OWNER, TRUSTED_DOCUMENTS: mode });
}
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

async function signIn(context: BrowserContext): Promise<void> {
  const { cookie } = await post(app.url, "sign-in", { token: OWNER });
  const [name, value] = (cookie as string).split("=") as [string, string];
  await context.addCookies([{ name, value, url: app.url }]);
}

describe("in the mode `only`", () => {
  beforeAll(() => startWith("only"));
  afterAll(() => app?.stop());

  it("every page works by names alone, changes and live events, too", async () => {
    const { page, context, problems } = await openPage(browser);
    await signIn(context);
    const sent: { query?: string; documentId?: string }[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && new URL(request.url()).pathname === "/graphql")
        sent.push(request.postDataJSON() as object);
    });
    for (const path of [
      "/tasks",
      "/upcoming",
      "/runs",
      "/queues",
      "/calendars",
      "/secrets",
      "/webhooks",
      "/cluster",
      "/users",
      "/account",
    ]) {
      await page.goto(app.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await page.goto(`${app.url}/queues`);
    await page.getByRole("button", { name: "Make a queue" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("narrow");
    await page.getByTestId("submit-queue").click();
    await see(page.getByTestId("queue-row")).toHaveCount(1);

    await page.goto(`${app.url}/tasks`);
    await see(page.getByTestId("live-state")).toHaveAttribute("data-live", "live");
    // Elsewhere, by the dashboard's own document: the open page hears of it.
    const input = { name: "Heard of", schedule: { manual: true }, target: { module: { name: "echo" } } };
    const made = await fetch(`${app.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", connection: "close", ...headersOf({ token: OWNER }) },
      body: JSON.stringify({ documentId: idOf("mutation CreateTask("), variables: { input } }),
    });
    expect(await made.json()).toMatchObject({ data: { createTask: { userErrors: [] } } });
    await see(page.getByRole("link", { name: "Heard of" })).toBeVisible();
    expect(sent.length).toBeGreaterThan(10);
    for (const body of sent) {
      expect(body.documentId).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(body.query).toBeUndefined();
    }
    expect(await page.getByRole("link", { name: "API playground" }).count()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("the playground says what will be refused", async () => {
    const { page, context } = await openPage(browser);
    await signIn(context);
    await page.goto(`${app.url}/playground`);
    await see(page.getByTestId("playground-notice")).toContainText("carries out trusted documents only");
    await context.close();
  });

  it("programs are refused as well", async () => {
    await expect(told(app.url, { token: OWNER }, "{ viewer { name } }")).rejects.toThrow(/TRUSTED_DOCUMENTS=only/);
  });
});

describe("in the mode `sessions`", () => {
  beforeAll(() => startWith("sessions"));
  afterAll(() => app?.stop());

  it("the playground says how it can be used", async () => {
    const { page, context } = await openPage(browser);
    await signIn(context);
    await page.goto(app.url);
    await see(page.getByRole("link", { name: "API playground" })).toBeVisible();
    await page.goto(`${app.url}/playground`);
    await see(page.getByTestId("playground-notice")).toContainText("unless the headers have an API token");
    await context.close();
  });
});
