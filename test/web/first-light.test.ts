// From an empty clone to a task that runs live on the page: the README's start command in a fresh folder, then a person's clicks in a
// real browser. The clone holds what a commit of this tree would; the dependencies are those that `npm ci` has installed here.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { ask, PASSWORD, post } from "../access/support.ts";
import { temporaryFolder } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { freePort } from "../support/program.ts";
import { until } from "../support/wait.ts";
import { type Browser, expect as see } from "./page.ts";

const clone = join(await temporaryFolder(), "cronograph");
let browser: Browser;
let url: string;
let stop: () => Promise<number | null>;
let output = "";

function cloneInto(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: PACKAGE_ROOT,
  });
  for (const name of listed.toString("utf8").split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(PACKAGE_ROOT, name), join(folder, name), { verbatimSymlinks: true });
  }
  symlinkSync(join(PACKAGE_ROOT, "node_modules"), join(folder, "node_modules"));
}

beforeAll(async () => {
  cloneInto(clone);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const child = spawn("npm", ["start"], {
    cwd: clone,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  stop = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), "SIGTERM");
    return exited;
  };
  await until("npm start is ready", async () => (await fetch(`${url}/readyz`)).ok, 120_000);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stop?.();
});

describe("a newcomer", () => {
  it("is told by npm start where to look", () => {
    expect(output).toContain(`Dashboard    ${url}/`);
    expect(output).toContain(`Playground   ${url}/playground`);
    expect(output).toContain(join(clone, "data", "cronograph.db"));
    expect(output).toContain(`Be the owner ${url}/setup#`);
  });

  it("schedules a task in the dashboard and watches it run, without a reload", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(/Be the owner (\S+)/.exec(output)?.[1] as string);
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel(/^Password/).fill(PASSWORD);
    await page.getByTestId("be-owner").click();
    await see(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await page.getByTestId("new-task").first().click();
    await page.getByLabel("Name", { exact: false }).first().fill("First light");
    await page.getByLabel("Cron expression").fill("*/2 * * * * *");
    await see(page.getByTestId("preview-occurrence")).toHaveCount(5);
    await page.getByText("HTTP request", { exact: true }).first().click();
    await page.getByLabel("URL").fill(`${url}/healthz`);
    await page.getByTestId("submit-task").click();
    await see(page.getByRole("heading", { name: "First light" })).toBeVisible();
    await page.evaluate("window.sameDocument = true");
    const row = page.getByTestId("run-row").filter({ hasText: "Succeeded" });
    await see(row.first()).toBeVisible();
    const before = await row.count();
    await until("more runs have appeared by themselves", async () => (await row.count()) > before, 10_000);
    await row.first().getByRole("link").first().click();
    await see(page.getByTestId("run-state")).toHaveAttribute("data-state", "SUCCEEDED");
    await see(page.getByTestId("log-line").first()).toContainText("answered 200");
    expect(await page.evaluate("window.sameDocument")).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("stops it in good order with Ctrl-C, and finds everything again at the next start", async () => {
    await stop();
    // npm may end before what it has started.
    await until("it has said that it stops", async () => output.includes("stopping"), 10_000);
    const child = spawn("npm", ["start"], {
      cwd: clone,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: new URL(url).port },
      stdio: "ignore",
      detached: true,
    });
    try {
      await until("the second start is ready", async () => (await fetch(`${url}/readyz`)).ok, 30_000);
      const { cookie } = await post(url, "sign-in", { name: "ada", password: PASSWORD });
      const { data } = await ask(url, { cookie: cookie as string }, "{ tasks { nodes { name lastRun { state } } } }");
      expect(data.tasks.nodes).toEqual([{ name: "First light", lastRun: { state: expect.any(String) } }]);
    } finally {
      const exited = once(child, "exit");
      process.kill(-(child.pid as number), "SIGTERM");
      await exited;
    }
  });
});
