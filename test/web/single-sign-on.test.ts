// By a provider on another site and back again, in a real browser: its rules for cookies decide whether one is signed in.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settingsFor } from "../identity/support.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { startProvider, type TestProvider } from "../support/provider.ts";
import { judged } from "./judged.ts";
import { type Browser, type Page, expect as see } from "./page.ts";

const SHOTS = process.env.SCREENSHOTS;
let browser: Browser;
let provider: TestProvider;
let app: TestApp;

beforeAll(async () => {
  // For a browser `localhost` and `127.0.0.1` are two sites.
  provider = await startProvider({ host: "localhost" });
  provider.people.set("grace", { preferred_username: "Grace", groups: ["admins"] });
  provider.people.set("eve", { preferred_username: "Eve" });
  app = await startTestApp({ ALLOW_ANONYMOUS: "false", ...settingsFor(provider), OIDC_BUTTON: "Example ID" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await provider?.stop();
});

const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function go(page: Page, login: string): Promise<void> {
  await page.getByTestId("single-sign-on").click();
  await see(page.getByRole("heading", { name: "The provider" })).toBeVisible();
  expect(new URL(page.url()).hostname).toBe("localhost");
  await page.getByLabel("Who are you?").fill(login);
  await page.getByRole("button", { name: "Go on" }).click();
}

/** What a page does beside asking the provider. */
const ours = (problems: string[]) => problems.filter((problem) => !problem.startsWith(`request: ${provider.issuer}`));

describe("single sign-on", () => {
  it("leads by the provider to the page that was asked for, and out again", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks?state=PAUSED`);
    await see(page.getByTestId("single-sign-on")).toContainText("Sign in with Example ID");
    expect(await judged(page)).toEqual([]);
    await shot(page, "single-sign-on");
    await go(page, "grace");
    await see(page.getByTestId("account")).toContainText("Grace");
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/tasks?state=PAUSED");
    const [session] = (await context.cookies(app.url)).filter(({ name }) => name === "cronograph_session");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Strict" });

    await page.getByTestId("account").click();
    await see(page.getByText("Signed in as Grace, administrator.")).toBeVisible();
    // They have none.
    expect(await page.getByRole("button", { name: "Change the password" }).count()).toBe(0);
    await page.getByRole("link", { name: "Users" }).click();
    await see(page.getByText("by single sign-on")).toBeVisible();
    expect(await judged(page)).toEqual([]);
    await shot(page, "single-sign-on-users");
    await page.getByRole("button", { name: "Sign out" }).click();
    await see(page.getByTestId("single-sign-on")).toBeVisible();
    expect(ours(problems)).toEqual([]);
    await context.close();
  });

  it("says why somebody is not let in, on a phone and in the dark", async () => {
    const { page, context, problems } = await openPage(browser, { width: 320, height: 700, colorScheme: "dark" });
    await page.goto(`${app.url}/runs`);
    await go(page, "eve");
    await see(page.getByText("gives you no role here")).toBeVisible();
    expect(new URL(page.url()).searchParams.get("to")).toBe("/runs");
    expect(await judged(page)).toEqual([]);
    await shot(page, "single-sign-on-phone");
    // What stands in the address is no text of ours.
    await page.goto(`${app.url}/sign-in?problem=Call%200800%20evil`);
    await see(page.getByText("Try again.")).toBeVisible();
    expect(await page.getByText("0800").count()).toBe(0);
    expect(ours(problems)).toEqual([]);
    await context.close();
  });
});

describe("without passwords", () => {
  it("single sign-on and tokens are all that is offered", async () => {
    const other = await startTestApp({ ALLOW_ANONYMOUS: "false", ...settingsFor(provider), PASSWORD_SIGN_IN: "off" });
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${other.url}/sign-in`);
    await see(page.getByTestId("single-sign-on")).toBeVisible();
    expect([await page.getByLabel("Name").count(), await page.getByLabel(/^Password/).count()]).toEqual([0, 0]);
    expect(await judged(page)).toEqual([]);
    await shot(page, "single-sign-on-alone");
    await page.getByRole("button", { name: "With an API token instead" }).click();
    await see(page.getByLabel("API token")).toBeVisible();
    await page.getByRole("button", { name: "Without an API token" }).click();
    await go(page, "grace");
    await see(page.getByTestId("account")).toContainText("Grace");
    expect(ours(problems)).toEqual([]);
    await context.close();
    await other.stop();
  });
});
