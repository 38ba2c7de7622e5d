// Modules that mean harm, or might as well: each is contained and reported, and what others have to do starts in time meanwhile.
import { expect, it } from "vitest";
import { useApps } from "../support/app.ts";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";

const start = useApps();
const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { code field message } } }`;
const TRIGGER = `mutation ($id: ID!) { triggerTask(input: { id: $id }) { run { id } userErrors { code } } }`;
const RUN = `query ($id: ID!) { run(id: $id) { id state result error { code message } startedAt finishedAt
  attempts { nodes { outcome } } logs(last: 2) { totalCount nodes { level text } } } }`;
const RUNS = `query ($id: ID!) { runs(filter: { taskId: [$id] }, first: 100) { nodes { state latenessMs } } }`;

/** What others may wait for a start while a module does its worst, on a machine that is busy with tests. */
const OTHERS_WAIT_MS = 3_000;
const SOFT_STOP_MS = 2_000;

async function create(url: string, name: string, more: object): Promise<string> {
  const input = {
    name: `${name} ${Math.random()}`,
    target: { module: { name } },
    retry: { maxAttempts: 1 },
    ...more,
  };
  const { createTask } = await data(url, CREATE, { input });
  expect(createTask.userErrors).toEqual([]);
  return createTask.task.id;
}

/** Runs it beside a task of every second, and sees that this one keeps its time. */
async function endure(module: string, { timeout = "PT20S", payload }: { timeout?: string; payload?: unknown } = {}) {
  const { url } = await start({ WORKER_THREADS: "2", WORKER_MEMORY_MB: "64" });
  const other = await create(url, "echo", {
    schedule: { every: { interval: "PT1S" } },
    overlapPolicy: "ALLOW",
  });
  const id = await create(url, module, { schedule: { manual: true }, timeout, payload });
  const { triggerTask } = await data(url, TRIGGER, { id });
  const run = await until(
    `${module} is over`,
    async () => {
      const { run } = await data(url, RUN, { id: triggerTask.run.id });
      return ["SUCCEEDED", "FAILED", "CANCELLED"].includes(run.state) && run;
    },
    40_000,
  );
  const others: { state: string; latenessMs: number | null }[] = await until("others have run", async () => {
    const { runs } = await data(url, RUNS, { id: other });
    const begun = runs.nodes.filter(({ latenessMs }: { latenessMs: number | null }) => latenessMs !== null);
    return begun.length > 0 && begun;
  });
  for (const { latenessMs } of others) expect(latenessMs).toBeLessThan(OTHERS_WAIT_MS);
  return { ...run, tookMs: Date.parse(run.finishedAt) - Date.parse(run.startedAt) };
}

it.each([
  ["an endless loop", "hangs"],
  ["a regular expression that takes for ever", "hostile/regexp"],
])("%s is terminated soon after its time", async (_, module) => {
  const run = await endure(module, { timeout: "PT1S" });
  expect(run).toMatchObject({ state: "FAILED", error: { code: "TIMEOUT" } });
  expect(run.attempts.nodes).toEqual([{ outcome: "TIMED_OUT" }]);
  expect(run.tookMs).toBeLessThan(1_000 + SOFT_STOP_MS + 1_500);
});

it("a child process that holds the thread up delays its end, not that of the attempt", async () => {
  const run = await endure("hostile/blocks-stop", { timeout: "PT1S" });
  expect(run).toMatchObject({ state: "FAILED", error: { code: "TIMEOUT" } });
});

it("a heap without bounds ends its thread", async () => {
  expect(await endure("eats-memory")).toMatchObject({ state: "FAILED", error: { code: "OUT_OF_MEMORY" } });
});

it("process.exit ends its thread", async () => {
  expect(await endure("exits")).toMatchObject({ state: "FAILED", error: { code: "CRASHED" } });
});

it("a rejection that nobody handles fails the attempt with its reason", async () => {
  const run = await endure("hostile/rejects");
  expect(run).toMatchObject({ state: "FAILED", error: { message: expect.stringContaining("nobody caught this") } });
});

it.each(["circle", "function", "bigint"])(
  "a result that does not survive JSON (%s) is said so or left out",
  async (payload) => {
    const run = await endure("hostile/not-json", { payload });
    if (payload === "circle") {
      expect(run.state).toBe("FAILED");
      expect(run.error.message).toMatch(/circular/i);
    } else expect(run.state).toBe("SUCCEEDED");
  },
);

it("a million lines, some 100 MB, are cut with a mark, and cost little memory", async () => {
  const before = process.memoryUsage().rss;
  const run = await endure("hostile/floods", { timeout: "PT60S" });
  expect(run).toMatchObject({ state: "SUCCEEDED", result: "flooded" });
  expect(run.logs.totalCount).toBeLessThanOrEqual(10_000);
  expect(run.logs.nodes.at(-1).text).toContain("cut here");
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
}, 90_000);
