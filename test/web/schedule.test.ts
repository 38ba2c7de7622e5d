// What people do with time in the dashboard, in a real browser on the real server: schedules of every kind, what is left
// out and why, pauses and held runs, backfills, calendars, and the view ahead.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { type Browser, choose, type Page, expect as see } from "./page.ts";

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }`;
const NEW_CALENDAR = `mutation ($input: CreateCalendarInput!) {
  createCalendar(input: $input) { calendar { id } userErrors { message } }
}`;

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

async function create(name: string, input: object): Promise<string> {
  const whole = {
    name,
    schedule: { cron: { expression: "0 3 * * *" } },
    target: { module: { name: "echo" } },
    ...input,
  };
  const { createTask } = await data(app.url, CREATE, { input: whole });
  expect(createTask.userErrors).toEqual([]);
  return createTask.task.id;
}

async function calendar(name: string, entries: object[]): Promise<string> {
  const { createCalendar } = await data(app.url, NEW_CALENDAR, { input: { name, entries } });
  expect(createCalendar.userErrors).toEqual([]);
  return createCalendar.calendar.id;
}

/** Opens a page, does something there, and wants no script error and no request to elsewhere. */
async function on(path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, problems } = await openPage(browser);
  await page.goto(`${app.url}${path}`);
  await act(page);
  expect(problems).toEqual([]);
  await context.close();
}

describe("the schedule form", () => {
  it("shows what a calendar leaves out where it would have run, and saves it", () =>
    on("/tasks/new", async (page) => {
      const year = new Date().getUTCFullYear();
      await calendar("Some whole years", [{ from: `${year}-01-01`, until: `${year + 3}-12-31` }]);
      await page.getByLabel("Name").first().fill("Left out for long");
      await page.getByLabel("Cron expression").fill("0 12 * * *");
      await see(page.getByTestId("preview-occurrence")).toHaveCount(5);
      await page.getByRole("button", { name: "Left out" }).click();
      await page.getByRole("button", { name: "A calendar" }).click();
      await choose(page, "Calendar", "Some whole years");
      await see(page.getByTestId("preview-occurrence-omitted").first()).toContainText("Some whole years");
      await choose(page, "Module", "echo");
      await page.getByTestId("submit-task").click();
      await see(page.getByTestId("schedule-facts")).toContainText("Some whole years");
    }));

  it("takes the rule for clock changes and says what it does to the next one", () =>
    on("/tasks/new", async (page) => {
      await page.getByLabel("Cron expression").fill("30 2 * 3 SUN");
      await page.getByRole("button", { name: "Clock changes" }).click();
      await see(page.getByTestId("preview-occurrence").first()).toContainText("Mar");
      await see(page.locator("[data-note=MOVED]").first()).toBeVisible();
      await choose(page, "When the clocks go forward", "Do not run");
      await see(page.locator("[data-note=MOVED]").first()).toBeGone();
      await see(page.locator("[data-note=DROPPED]").first()).toBeVisible();
    }));

  it("unites several schedules and puts what is wrong at the one it is about", () =>
    on("/tasks/new", async (page) => {
      await page.getByText("More", { exact: true }).click();
      await page.getByRole("button", { name: "Several schedules" }).click();
      const second = page.getByRole("group", { name: "Schedule 2" });
      await second.getByLabel("Cron expression").fill("0 25 * * *");
      await see(second.locator("[data-path='parts.1.cron.expression'][aria-invalid=true]")).toBeVisible();
      expect(await page.locator("[data-path='parts.0.cron.expression']").getAttribute("aria-invalid")).not.toBe("true");
      await second.getByLabel("Cron expression").fill("0 20 * * *");
      await see(page.getByTestId("preview-occurrence").nth(1)).toContainText(":00");
      await page.getByLabel("Name").first().fill("Morning and evening");
      await choose(page, "Module", "echo");
      await page.getByTestId("submit-task").click();
      await see(page.getByRole("heading", { name: "Morning and evening" })).toBeVisible();
      const { tasks } = await data(
        app.url,
        `{ tasks(filter: { scheduleKind: [UNION] }) { nodes { schedule { ... on UnionSchedule { of { description } } } } } }`,
      );
      expect(tasks.nodes[0].schedule.of).toHaveLength(2);
    }));

  it("shows before an edit is saved which runs it moves", async () => {
    const id = await create("To be moved", { schedule: { cron: { expression: "0 3 * * *" } } });
    await on(`/tasks/${id}/edit`, async (page) => {
      await page.getByLabel("Cron expression").fill("0 4 * * *");
      const preview = page.getByTestId("change-preview");
      await see(preview).toContainText("Moved1");
      await see(preview).toContainText("Unchanged0");
      await page.getByLabel("Name").first().fill("Moved");
      await page.getByTestId("submit-task").click();
      await see(page.getByRole("heading", { name: "Moved", exact: true })).toBeVisible();
    });
  });
});

describe("a pause", () => {
  it("asks on resume what becomes of what fell into it; held runs wait, and the chosen ones run", async () => {
    const id = await create("Paused for a while", {
      schedule: { cron: { expression: "* * * * * *" } },
      hold: { whenMoreThan: 0, for: "PT1H" },
    });
    await data(app.url, `mutation ($id: ID!) { pauseTask(input: { id: $id }) { userErrors { code } } }`, { id });
    const ask = `query ($id: ID!) { task(id: $id) { occurrencesSincePause heldRuns { id } } }`;
    await until("three occurrences fell into the pause", async () => {
      return (await data(app.url, ask, { id })).task.occurrencesSincePause >= 3;
    });
    await on(`/tasks/${id}`, async (page) => {
      await page.getByRole("button", { name: "Resume" }).click();
      await page.getByLabel("Hold them for a decision").check();
      await page.getByTestId("confirm").click();
      const held = page.getByTestId("held-run");
      await see(held.nth(2)).toBeVisible();
      await held.first().getByRole("checkbox").check();
      await page.getByRole("button", { name: "Run the 1 selected" }).click();
      await see(held.first()).toBeGone();
    });
    const { task, runs } = await data(
      app.url,
      `query ($id: ID!) { task(id: $id) { heldRuns { id } } runs(filter: { taskId: [$id], state: [MISSED] }) { totalCount } }`,
      { id },
    );
    expect(task.heldRuns).toEqual([]);
    expect(runs.totalCount).toBeGreaterThanOrEqual(2);
    await data(app.url, `mutation ($id: ID!) { deleteTask(input: { id: $id }) { userErrors { code } } }`, { id });
  });
});

describe("what has been", () => {
  it("is run after all by a backfill, which is counted first", async () => {
    const id = await create("Backfilled", { schedule: { every: { interval: "PT6H", phase: "PT0S" } } });
    await on(`/tasks/${id}`, async (page) => {
      await page.getByRole("button", { name: "Actions for Backfilled" }).click();
      await page.getByRole("menuitem", { name: "Backfill" }).click();
      await page.getByRole("button", { name: "Count" }).click();
      await see(page.getByTestId("backfill-sample")).toHaveCount(4);
      await page.getByTestId("start-backfill").click();
      await see(page.getByTestId("backfill").first()).toHaveAttribute("data-state", "COMPLETED");
      await see(page.getByTestId("backfill").first()).toContainText("4 of 4 ended, 4 succeeded");
      await page.getByRole("link", { name: "Its runs" }).click();
      await see(page.getByTestId("run-row")).toHaveCount(4);
    });
  });

  it("and what will not be is explained step by step, from the address alone", async () => {
    const id = await create("Explained", {
      schedule: { cron: { expression: "0 9 * * MON-FRI" } },
      exclusions: [{ dates: { from: "2090-01-02" } }],
    });
    await on(`/tasks/${id}?explain=2090-01-02T09:00:00Z`, async (page) => {
      await see(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "NOT_DUE");
      const failed = page.locator("[data-testid=check][data-passed=false]");
      await see(failed).toHaveCount(1);
      await see(failed.first()).toContainText("2090-01-02");
      await page.getByRole("button", { name: /^After/ }).click();
      await see(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "WILL_RUN");
      expect(page.url()).toContain("explain=2090-01-03T09%3A00%3A00.000Z");
      await page.getByRole("button", { name: "Close", exact: true }).click();
      await see(page.getByTestId("verdict")).toBeGone();
      await see(page.getByRole("heading", { name: "Explained" })).toBeVisible();
    });
  });
});

describe("calendars", () => {
  it("are written by hand, imported from a file, and not deleted while a task leaves them out", () =>
    on("/calendars/new", async (page) => {
      await page.getByLabel("Name").first().fill("Company days");
      await page.getByLabel(/^Entries/).fill("2090-12-24..2090-12-26 Christmas\n2091-01-01 New Year");
      await page.getByTestId("submit-calendar").click();
      await see(page.getByTestId("calendar-entry")).toHaveCount(2);
      const id = page.url().split("/").at(-1) as string;
      await page.getByRole("link", { name: "Edit" }).click();
      await page.getByText("From an .ics file").click();
      const event = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Fair\r\nDTSTART;VALUE=DATE:20900505\r\nEND:VEVENT\r\n";
      const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n${event}END:VCALENDAR\r\n`;
      await page.locator("input[type=file]").setInputFiles({
        name: "fair.ics",
        mimeType: "text/calendar",
        buffer: Buffer.from(file),
      });
      await page.getByTestId("submit-calendar").click();
      await see(page.getByTestId("calendar-entry")).toHaveCount(1);
      await see(page.getByTestId("calendar-entry").first()).toContainText("2090-05-05");
      await create("Keeps the calendar", { exclusions: [{ calendarId: id }] });
      await page.getByRole("link", { name: "Calendars" }).first().click();
      await page.getByRole("link", { name: "Company days" }).click();
      await see(page.getByRole("link", { name: "Keeps the calendar" })).toBeVisible();
      await page.getByRole("button", { name: "Delete" }).click();
      await see(page.getByRole("dialog")).toContainText("Keeps the calendar");
    }));
});

describe("the view ahead", () => {
  it("lists what is upcoming by day, and what the clock changes of a year do", async () => {
    const schedule = { cron: { expression: "30 2 * * *", timezone: "Europe/Berlin" } };
    await create("At half past two", { schedule });
    await on("/upcoming?span=7d", async (page) => {
      await see(page.getByTestId("upcoming-row").filter({ hasText: "At half past two" }).nth(5)).toBeVisible();
      await page.getByRole("link", { name: "Clock changes" }).click();
      await page
        .getByRole("link", { name: /^20\d\d$/ })
        .last()
        .click();
      const changes = page.getByTestId("clock-change").filter({ hasText: "At half past two" });
      await see(changes).toHaveCount(2);
      await see(changes.first().locator("[data-note]")).toHaveAttribute("data-note", "MOVED");
    });
  });
});
