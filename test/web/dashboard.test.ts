// The dashboard in a real browser on the real server: what people do with tasks, and that pages are accessible, fit a phone, work
// in the dark and need nothing from outside.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { violationsOn } from "./judged.ts";
import { type Browser, expect as see } from "./page.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const CALENDAR = `mutation ($input: CreateCalendarInput!) { createCalendar(input: $input) { calendar { id } } }`;
const QUEUE = `mutation ($input: CreateQueueInput!) { createQueue(input: $input) { userErrors { message } } }`;
const PAUSE = `mutation ($input: PauseQueueInput!) { pauseQueue(input: $input) { userErrors { message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } } }`;

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp({ WORKER_THREADS: "2" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

let serial = 0;
async function create(input: object): Promise<{ id: string; name: string }> {
  const name = `Task ${++serial}`;
  const whole = {
    name,
    schedule: { cron: { expression: "0 3 * * *" } },
    target: { module: { name: "echo" } },
    ...input,
  };
  const { createTask } = await data(app.url, CREATE, { input: whole });
  expect(createTask.userErrors).toEqual([]);
  return { id: createTask.task.id, name: whole.name };
}

async function trigger(id: string): Promise<string> {
  return (await data(app.url, TRIGGER, { id })).triggerTask.run.id;
}

const ended = (id: string) =>
  until("the run has ended", async () => {
    const { run } = await data(app.url, `query ($id: ID!) { run(id: $id) { state } }`, { id });
    return ["SUCCEEDED", "FAILED"].includes(run.state) && run.state;
  });

describe("a person", () => {
  it("sees at once what another client does: a new task, a run, a pause", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks`);
    await see(page.getByTestId("live-state").first()).toHaveAttribute("data-live", "live");
    const task = await create({ name: "Made elsewhere" });
    const row = page.getByTestId("task-row").filter({ hasText: task.name });
    await see(row).toContainText("Not run yet");
    await trigger(task.id);
    await see(row).toContainText("Succeeded");
    await data(app.url, `mutation ($id: ID!) { pauseTask(input: { id: $id }) { userErrors { code } } }`, {
      id: task.id,
    });
    await see(row).toContainText("Paused");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("edits, pauses with a reason, resumes, runs and deletes a task from its menu", async () => {
    const task = await create({ name: "Handled by hand" });
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/tasks`);
    const row = page.getByTestId("task-row").filter({ hasText: task.name });
    const choose = async (item: string) => {
      await row.getByRole("button").last().click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    await choose("Pause");
    await page.getByRole("dialog").getByRole("textbox").fill("new disk");
    await page.getByTestId("confirm").click();
    await see(row).toContainText("Paused");
    await choose("Resume");
    await see(row).toContainText("Active");
    await choose("Edit");
    await page.getByLabel("Name").first().fill("Handled by hand, renamed");
    await page.getByTestId("submit-task").click();
    await see(page.getByRole("heading", { name: "Handled by hand, renamed" })).toBeVisible();
    await page.goto(`${app.url}/tasks`);
    await choose("Delete");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /delete/i })
      .click();
    await see(row).toBeGone();
    const { task: left } = await data(app.url, `query ($id: ID!) { task(id: $id) { deletedAt version } }`, {
      id: task.id,
    });
    expect(left.deletedAt).toEqual(expect.any(String));
    expect(problems).toEqual([]);
    await context.close();
  });

  it("is told at the field what is wrong, by the words of the server, and loses nothing typed", async () => {
    const { page, context } = await openPage(browser);
    await page.goto(`${app.url}/tasks/new`);
    await page.getByLabel("Name").first().fill("Wrong");
    await page.getByLabel("Cron expression").fill("61 * * * *");
    await see(page.getByText(/minute.*61/i).first()).toBeVisible();
    await page.getByLabel("Cron expression").fill("30 2 * * *");
    await see(page.getByTestId("preview-occurrence")).toHaveCount(5);
    expect(await page.getByLabel("Name").first().inputValue()).toBe("Wrong");
    await context.close();
  });

  it("follows a run's log while it is written, and sees its end without a reload", async () => {
    const task = await create({ target: { module: { name: "waits" } }, payload: { ms: 1_500 } });
    const run = await trigger(task.id);
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/runs/${run}`);
    await see(page.getByTestId("log-line").first()).toContainText("waiting");
    await see(page.getByTestId("run-state")).toHaveAttribute("data-state", "SUCCEEDED");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("cancels a run that is going", async () => {
    const task = await create({ target: { module: { name: "waits" } } });
    const run = await trigger(task.id);
    const { page, context } = await openPage(browser);
    await page.goto(`${app.url}/runs/${run}`);
    await page.getByTestId("cancel-run").click();
    await page.getByTestId("confirm").click();
    await see(page.getByTestId("run-state")).toHaveAttribute("data-state", "CANCELLED");
    await context.close();
  });

  it("reads a failure's reason on the run's page", async () => {
    const task = await create({
      target: { module: { name: "throws" } },
      payload: { message: "no space left" },
      retry: { maxAttempts: 1 },
    });
    const run = await trigger(task.id);
    expect(await ended(run)).toBe("FAILED");
    const { page, context } = await openPage(browser);
    await page.goto(`${app.url}/runs/${run}`);
    await see(page.getByText("RangeError: no space left").first()).toBeVisible();
    expect(await page.getByTestId("run-state").getAttribute("data-state")).toBe("FAILED");
    await context.close();
  });
});

describe("every page", () => {
  const pages = async () => {
    const task = await create({
      name: `A long name that goes on and on, to see where it is cut or wrapped ${++serial}`,
    });
    const run = await trigger(task.id);
    await ended(run);
    const { calendar } = (
      await data(app.url, CALENDAR, { input: { name: `Days off ${++serial}`, entries: [{ from: "2030-12-24" }] } })
    ).createCalendar;
    const queue = `queue-${++serial}`;
    await data(app.url, QUEUE, { input: { name: queue, concurrency: 1, rate: { limit: 1, period: "PT1M" } } });
    await data(app.url, PAUSE, { input: { name: queue, reason: "an outage" } });
    await trigger((await create({ queue })).id);
    return [
      "/",
      "/tasks",
      "/tasks/new",
      `/tasks/${task.id}`,
      `/tasks/${task.id}/edit`,
      "/runs",
      `/runs/${run}`,
      "/upcoming?span=7d",
      "/clock-changes",
      "/calendars",
      "/calendars/new",
      `/calendars/${calendar.id}`,
      "/queues",
      "/queues?new=true",
      `/queues/${queue}`,
      "/secrets",
      `/tasks/${task.id}?explain=2030-01-01T03:00:00Z`,
      "/cluster",
    ];
  };

  it.each(["light", "dark"] as const)(
    "has no serious accessibility violation in the %s, on a laptop",
    async (colorScheme) => {
      const { page, context, problems } = await openPage(browser, { colorScheme });
      for (const path of await pages()) {
        await page.goto(`${app.url}${path}`);
        await see(page.getByRole("heading").first()).toBeVisible();
        await see(page.locator(".mantine-Skeleton-root").first()).toBeGone();
        const violations = await violationsOn(page);
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
          [],
        );
      }
      expect(problems).toEqual([]);
      await context.close();
    },
    90_000,
  );

  it.each([320, 390])(
    "fits a phone %d pixels wide without scrolling sideways",
    async (width) => {
      const { page, context, problems } = await openPage(browser, { width, height: 844 });
      for (const path of await pages()) {
        await page.goto(`${app.url}${path}`);
        await see(page.getByRole("heading").first()).toBeVisible();
        await see(page.locator(".mantine-Skeleton-root").first()).toBeGone();
        const overflow = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
      }
      expect(problems).toEqual([]);
      await context.close();
    },
    90_000,
  );
});

describe("the playground", () => {
  it("is where a browser that opens /graphql is led, and runs its examples offline, a subscription too", async () => {
    const { page, context, problems } = await openPage(browser);
    await page.goto(`${app.url}/graphql`);
    expect(new URL(page.url()).pathname).toBe("/playground");
    const tabs = page.getByRole("tab");
    await until("three examples are there", async () => (await tabs.count()) >= 3, 30_000);
    // Ahead of all others, of which the example shows ten, whatever the time of day.
    const task = await create({ name: "Seen-in-the-playground", schedule: { every: { interval: "PT10S" } } });
    const run = page.getByRole("button", { name: /execute query/i });
    await tabs.nth(0).click();
    await see(page.locator(".graphiql-query-editor .view-line").first()).toContainText("play button");
    await run.click();
    const response = page.locator(".graphiql-response");
    await see(response).toContainText("Seen-in-the-playground");
    await tabs.nth(2).click();
    await see(page.locator(".graphiql-query-editor")).toContainText("WatchRuns");
    // For a moment after a change of tabs the play button still asks for the operation of the tab before; a fresh page does not.
    await until("the tab is remembered", async () =>
      String(await page.evaluate("localStorage.getItem('graphiql:tabState')")).includes('"activeTabIndex":2'),
    );
    await page.reload();
    await see(page.locator(".graphiql-query-editor")).toContainText("WatchRuns");
    await run.click();
    await until(
      "the subscription is open",
      async () => (await page.getByRole("button", { name: /stop query/i }).count()) > 0,
    );
    await until("an event has come", async () => {
      await trigger(task.id);
      return /"(STARTED|CREATED|SUCCEEDED)"/.test((await response.textContent()) ?? "");
    });
    expect(problems).toEqual([]);
    await context.close();
  });
});
