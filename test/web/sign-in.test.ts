// From the link of the first start to users, tokens and the way out, in a real browser.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, PASSWORD } from "../access/support.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { judged } from "./judged.ts";
import { type Browser, type Page, expect as see } from "./page.ts";

const SHOTS = process.env.SCREENSHOTS;
let browser: Browser;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ ALLOW_ANONYMOUS: "false" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

/** Chromium says each refusal in its console, at some time after the answer. */
const isNot = (status: number) => (problem: string) =>
  !problem.includes(`the server responded with a status of ${status}`);

async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByTestId("sign-in").click();
}

describe("the sign-in", () => {
  it("is where everybody lands whom nobody knows, and says to open the link while there is no user", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks?state=PAUSED`);
    await see(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await see(page.getByText("Nobody is here yet")).toBeVisible();
    expect(new URL(page.url()).searchParams.get("to")).toBe("/tasks?state=PAUSED");
    expect(await judged(page)).toEqual([]);
    await shot(page, "sign-in");
    await page.goto(`${app.url}/setup`);
    await see(page.getByText("This link is not complete")).toBeVisible();
    expect(problems).toEqual([]);
    await context.close();
  });

  it("begins by the link, whose owner makes a user and a token", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(app.ownerLink as string);
    await see(page.getByRole("heading", { name: "Be the owner" })).toBeVisible();
    expect(await judged(page)).toEqual([]);
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel(/^Password/).fill("short");
    await page.getByTestId("be-owner").click();
    await see(page.getByText("at least 12 are needed")).toBeVisible();
    await shot(page, "setup");
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByTestId("be-owner").click();
    await see(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await see(page.getByTestId("account")).toContainText("Ada");

    await page.getByRole("link", { name: "Users" }).click();
    await page.getByTestId("new-user").click();
    await page.getByRole("dialog").getByLabel("Name").fill("Vera");
    await page.getByRole("dialog").getByLabel("Role").selectOption("VIEWER");
    await page
      .getByRole("dialog")
      .getByLabel(/^Password/)
      .fill(PASSWORD);
    await shot(page, "new-user");
    await page.getByTestId("save-user").click();
    await see(page.getByTestId("user-row")).toHaveCount(2);
    expect(await judged(page)).toEqual([]);
    await shot(page, "users");

    await page.getByTestId("account").click();
    await page.getByTestId("new-token").click();
    await page.getByRole("dialog").getByLabel("Name").fill("deploys");
    await shot(page, "new-token");
    await page.getByTestId("make-token").click();
    const token = (await page.getByTestId("token-secret").textContent()) as string;
    expect(token).toMatch(/^cg_[\w-]{43}$/);
    expect((await ask(app.url, { token }, "{ viewer { name rights } }")).data.viewer).toEqual({
      name: "deploys",
      rights: ["READ"],
    });
    await page.getByRole("button", { name: "I have it" }).click();
    await see(page.getByTestId("token-row")).toHaveCount(1);
    await see(page.getByTestId("token-secret")).toHaveCount(0);
    expect(await page.content()).not.toContain(token);
    await see(page.getByTestId("session-row")).toHaveCount(1);
    expect(await judged(page)).toEqual([]);
    await shot(page, "account");
    await page.getByRole("button", { name: "Revoke deploys" }).click();
    await page.getByTestId("confirm").click();
    await see(page.getByText("revoked", { exact: true })).toBeVisible();
    expect(problems.filter(isNot(400))).toEqual([]);
    await context.close();
  });

  it("leads back to the page that was asked for, offers no more than one may, and ends with the sign-out", async () => {
    const { page, context, problems } = await openPage(browser, { width: 320, height: 640, colorScheme: "dark" });
    await page.goto(`${app.url}/runs`);
    await signIn(page, "vera", "wrong wrong wrong");
    await see(page.getByText("The name or the password is wrong.")).toBeVisible();
    expect(await judged(page)).toEqual([]);
    await shot(page, "sign-in-phone");
    await signIn(page, "vera");
    await see(page.getByRole("heading", { name: "Runs" })).toBeVisible();
    await page.getByRole("button", { name: "Open the menu" }).click();
    await see(page.getByTestId("account")).toContainText("Vera");
    expect(await page.getByTestId("new-task").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Users" }).count()).toBe(0);
    await shot(page, "menu-phone");
    await page.getByTestId("account").click();
    await see(page.getByText("Signed in as Vera, viewer.")).toBeVisible();
    expect(await judged(page)).toEqual([]);
    await shot(page, "account-phone");
    await page.getByRole("button", { name: "Open the menu" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await see(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(problems.filter(isNot(401))).toEqual([]);
    await context.close();
  });

  it("leads nowhere else", async () => {
    const { page, context } = await openPage(browser);
    await page.goto(`${app.url}/sign-in?to=/%09/evil.example/`);
    await signIn(page, "vera");
    await see(page.getByTestId("account")).toContainText("Vera");
    expect(new URL(page.url()).origin).toBe(app.url);
    await context.close();
  });

  it("leads on whom the server still knows, as it does for a moment after a session has ended elsewhere", async () => {
    const { page, context } = await openPage(browser);
    await page.goto(`${app.url}/sign-in?to=%2Fruns%3Fstate%3DFAILED`);
    await signIn(page, "vera");
    await see(page.getByRole("heading", { name: "Runs" })).toBeVisible();
    await page.goto(`${app.url}/sign-in?to=%2Fqueues`);
    await see(page.getByRole("heading", { name: "Queues" })).toBeVisible();
    await context.close();
  });

  it("is asked for anew, on every open page, when it has ended elsewhere", async () => {
    const { page, context } = await openPage(browser);
    await page.goto(app.url);
    await signIn(page, "vera");
    await see(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    const other = await context.newPage();
    await other.goto(`${app.url}/queues`);
    await see(other.getByRole("heading", { name: "Queues" })).toBeVisible();
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const { viewer } = (await ask(app.url, { cookie }, "{ viewer { user { sessions { id current } } } }")).data;
    const { id } = viewer.user.sessions.find(({ current }: { current: boolean }) => current);
    await ask(app.url, { cookie }, "mutation($id: ID!) { endSession(input: { id: $id }) { userErrors { code } } }", {
      id,
    });
    await see(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await see(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await signIn(other, "vera");
    await see(other.getByRole("heading", { name: "Queues" })).toBeVisible();
    await context.close();
  });
});
