// Workers under the simulated clock: a test claims through the API, and time ends what a worker leaves behind.
import { expect, it } from "vitest";
import { startScheduler } from "./support.ts";

const CLAIM = `mutation { claimRuns(input: { queue: "emails", workerId: "w1", limit: 5 }) {
  claims { attempt leaseUntil run { id scheduledFor state } } userErrors { message } } }`;

it("a worker takes runs at their simulated instants; one that it leaves is lost at the end of its lease", async () => {
  const scheduler = await startScheduler();
  await scheduler.createTask({
    name: "mail",
    schedule: { once: { at: "2026-06-01T12:01:00Z" } },
    target: { worker: { queue: "emails" } },
  });
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely
  const claims = async (): Promise<any[]> => ((await scheduler.query(CLAIM)) as any).claimRuns.claims;
  await scheduler.advance("PT59S");
  expect(await claims()).toEqual([]);
  await scheduler.advance("PT1S");
  expect(await claims()).toMatchObject([
    { attempt: 1, leaseUntil: "2026-06-01T12:01:30.000Z", run: { scheduledFor: "2026-06-01T12:01:00.000Z" } },
  ]);
  await scheduler.advance("PT29S");
  expect(await claims()).toEqual([]);
  await scheduler.advance("PT1S");
  const [{ attempt, run }] = (await claims()) as [{ attempt: number; run: { id: string } }];
  expect(attempt).toBe(2);
  await scheduler.query(
    'mutation ($runId: ID!) { completeRun(input: { runId: $runId, attempt: 2, workerId: "w1" }) { run { state } } }',
    { runId: run.id },
  );
  expect(await scheduler.runs()).toMatchObject([{ state: "SUCCEEDED", attempt: 2 }]);
});
