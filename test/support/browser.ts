// A real Chromium, headless, that may talk to loopback only: a page that needs anything else fails its test.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { onTestFailed, vi } from "vitest";
import { ensureProgram } from "../../tools/programs.mjs";

/** How long something may take to appear. On an idle machine it never does; a test waits no longer than it must. */
export const PATIENCE_MS = 30_000;
// A test of a page has many steps, and a busy machine takes ten times as long for each.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Tests of networks beside this one make interfaces, and Chromium then breaks off what is on its way. */
const NOT_OURS = /net::ERR_NETWORK_CHANGED/;

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and the console, and requests to anywhere else than loopback. Must stay empty. */
  readonly problems: string[];
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: ensureProgram("chromium"), args: ARGUMENTS });

export async function openPage(
  browser: Browser,
  options: { width?: number; height?: number; colorScheme?: "light" | "dark"; timezoneId?: string } = {},
): Promise<OpenPage> {
  const { width = 1366, height = 850, colorScheme = "light", timezoneId = "Europe/Berlin" } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, timezoneId, locale: "en-GB" });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !NOT_OURS.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.hostname !== "127.0.0.1")
      problems.push(`request: ${request.url()}`);
  });
  tellWhenFailed(page, problems);
  return { page, context, problems };
}

/** What could not be found says little without what was there. */
function tellWhenFailed(page: Page, problems: readonly string[]): void {
  onTestFailed(async ({ task }) => {
    const error = task.result?.errors?.[0];
    if (!error || page.isClosed()) return;
    const text = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
    error.message += `\n\nOn ${page.url()} stood:\n${text.slice(0, 2_000)}\n${problems.join("\n")}`;
  });
}
