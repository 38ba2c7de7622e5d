// The page Cluster with several instances on one PostgreSQL: what each does, and whose clock is off.
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { launchBrowser, openPage } from "../support/browser.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type Program, startProgram } from "../support/program.ts";
import { type Browser, expect as see } from "./page.ts";

let postgres: TestPostgres;
let program: Program;
let browser: Browser;

beforeAll(async () => {
  postgres = await startPostgres();
  program = await startProgram({ DATABASE_URL: postgres.url });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await program?.kill();
  await postgres?.stop();
});

it("shows each instance's load and runs, and warns of a clock that is more than two seconds off", async () => {
  // As another machine would have written it.
  const client = await postgres.client();
  const add = (id: string, pid: number, running: number, load: number | null, ahead: number | null) =>
    client.query(
      `INSERT INTO instances (id, hostname, pid, version, roles, "startedAt", "lastSeenAt", running, load, "clockAheadMs")
       SELECT $1, 'elsewhere', $2, version, roles, "startedAt", "lastSeenAt" + 3600000, $3, $4, $5 FROM instances LIMIT 1`,
      [id, pid, running, load, ahead],
    );
  await add("0190c2a4-0000-7000-8000-000000000001", 11, 3, 0.372, -90_000);
  await add("0190c2a4-0000-7000-8000-000000000002", 12, 1, 0.99, 1_900);
  await add("0190c2a4-0000-7000-8000-000000000003", 13, 0, null, 2_100);
  const { page, context, problems } = await openPage(browser);
  await page.goto(`${program.url}/cluster`);
  const row = (pid: number) =>
    page.getByTestId("instance-row").filter({ hasText: new RegExp(`process ${pid}(?!\\d)`) });
  await see(row(program.child.pid as number)).toContainText("% · 0 runs");
  await see(row(11)).toContainText("37 % · 3 runs");
  await see(row(11).getByTestId("clock-warning")).toContainText("Clock 1 min 30 s behind");
  await see(row(12)).toContainText("99 % · 1 run");
  await see(row(12).getByTestId("clock-warning")).toHaveCount(0);
  await see(row(13)).toContainText("0 runs");
  await see(row(13).getByRole("progressbar")).toHaveCount(0);
  await see(row(13).getByTestId("clock-warning")).toContainText("Clock 2.1 s ahead");
  expect(problems).toEqual([]);
  await context.close();
});

it("shows within seconds that an instance is silent, and that it was counted out, whatever the browser's clock", async () => {
  const client = await postgres.client();
  await client.query(
    `INSERT INTO instances (id, hostname, pid, version, roles, "startedAt", "lastSeenAt", running)
     SELECT '0190c2a4-0000-7000-8000-000000000009', 'elsewhere', 19, version, roles, "startedAt", "lastSeenAt", 0 FROM instances LIMIT 1`,
  );
  const seen = (ago: number) =>
    client.query(
      `UPDATE instances SET "lastSeenAt" = EXTRACT(EPOCH FROM clock_timestamp()) * 1000 - $1 WHERE pid = 19 AND "stoppedAt" IS NULL`,
      [ago],
    );
  // Those of the test before, of an hour ahead.
  await client.query(`DELETE FROM instances WHERE pid IN (11, 12, 13)`);
  await seen(0);
  const { page, context, problems } = await openPage(browser);
  // Somebody's machine whose clock is an hour ahead.
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 3_600_000;
  });
  await page.goto(`${program.url}/cluster`);
  const rowOf = (pid: number) =>
    page.getByTestId("instance-row").filter({ hasText: new RegExp(`process ${pid}(?!\\d)`) });
  const row = rowOf(19);
  await see(row).toContainText("Alive");
  const silence = setInterval(() => void seen(7_000), 200);
  onTestFinished(() => clearInterval(silence));
  await see(row).toContainText("Silent");
  const own = rowOf(program.child.pid as number);
  await see(own).toContainText("Alive");
  clearInterval(silence);
  await see(row).toContainText("Stopped");
  // After some answers on this page, which tell the server's time too.
  expect(await own.getByRole("cell").last().innerText()).toMatch(/^(now|[0-6] s ago)$/);
  expect(problems).toEqual([]);
  await context.close();
});
