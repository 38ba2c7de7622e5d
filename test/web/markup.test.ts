// What people and runs write is text on every page: no markup of theirs becomes a part of it, and nothing of it runs.
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import type { Browser } from "./page.ts";

const EVIL = `<img src=x onerror="window.owned=1"><script>window.owned=1</script><a href="javascript:window.owned=1">x</a>{{constructor.constructor('window.owned=1')()}}`;
let browser: Browser;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it("markup in names, descriptions, payloads, results, logs, errors and reasons is shown as it was written", async () => {
  const create = "mutation ($i: CreateTaskInput!) { createTask(input: $i) { task { id } userErrors { message } } }";
  const trigger = "mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }";
  const make = async (name: string, module: string): Promise<{ task: string; run: string }> => {
    const input = {
      name: `${name} ${EVIL}`.slice(0, 200),
      description: EVIL,
      schedule: { manual: true },
      target: { module: { name: module } },
      payload: { message: EVIL, html: EVIL },
      retry: { maxAttempts: 1 },
    };
    const made = (await data(app.url, create, { i: input })).createTask;
    expect(made.userErrors).toEqual([]);
    const { run } = (await data(app.url, trigger, { id: made.task.id })).triggerTask;
    return { task: made.task.id, run: run.id };
  };
  const [echoed, thrown] = [await make("echo", "echo"), await make("throws", "throws")];
  for (const { run } of [echoed, thrown])
    await until(
      "it is over",
      async () => {
        const { state } = (await data(app.url, "query ($id: ID!) { run(id: $id) { state } }", { id: run })).run;
        return state === "SUCCEEDED" || state === "FAILED";
      },
      60_000,
    );
  const pause = "mutation ($i: PauseTaskInput!) { pauseTask(input: $i) { userErrors { message } } }";
  await data(app.url, pause, { i: { id: echoed.task, reason: EVIL.slice(0, 200) } });

  const { page, context, problems } = await openPage(browser);
  const paths = [
    "/",
    "/tasks",
    "/runs",
    `/tasks/${echoed.task}`,
    `/tasks/${echoed.task}/edit`,
    `/runs/${echoed.run}`,
    `/runs/${thrown.run}`,
  ];
  for (const path of [...paths, `/tasks?search=${encodeURIComponent(EVIL)}`, `/runs/${encodeURIComponent(EVIL)}`]) {
    await page.goto(app.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle").catch(() => {});
    expect([path, await page.evaluate("window.owned")]).toEqual([path, undefined]);
    expect([path, await page.locator("img[src=x], a[href^='javascript:']").count()]).toEqual([path, 0]);
  }
  await page.goto(`${app.url}/runs/${thrown.run}`);
  await page.getByText("onerror").first().waitFor();
  expect(problems).toEqual([]);
  await context.close();
});
