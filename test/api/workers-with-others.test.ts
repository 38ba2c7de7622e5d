// Workers beside what else a task may have: places to fill in, secrets, a pause after failures.
import { describe, expect, it } from "vitest";
import { useApps } from "../support/app.ts";
import { createTask, done, mutate, readTask, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const freshApp = useApps();
let serial = 0;

/** A run that waits to be claimed from a queue of its own. */
async function waiting(changes: object) {
  const queue = `queue-${++serial}`;
  const task = await createTask(url(), { target: { worker: { queue } }, ...changes });
  const { id } = await done(url(), "triggerTask", { id: task.id });
  return { queue, task, id: id as string };
}

const claim = async (queue: string) =>
  (await mutate(url(), "claimRuns", { queue, workerId: "w1" }, "claims { attempt payload }")).claims;

describe("a worker", () => {
  it("is given its payload with the run's own places filled in, and no secret", async () => {
    const { queue, id } = await waiting({ payload: { id: "{{ run.id }}", other: "{{ theirs }}" } });
    const [claimed] = await claim(queue);
    expect(claimed.payload).toEqual({ id, other: "{{ theirs }}" });
    const keyed = await freshApp({ SECRETS_KEY: Buffer.alloc(32, 7).toString("base64") });
    const made = await mutate(keyed.url, "createSecret", { name: "TOKEN", value: "hunter2" }, "secret { id }");
    expect(made.userErrors).toEqual([]);
    const target = { worker: { queue: "some" } };
    const input = taskInput({ target, payload: ["{{ secrets.TOKEN }}"] });
    const { userErrors } = await mutate(keyed.url, "createTask", input, "task { id }");
    expect(userErrors).toMatchObject([{ code: "BAD_REQUEST", field: ["payload"] }]);
    const task = await createTask(keyed.url, {
      target: { module: { name: "echo" } },
      payload: ["{{ secrets.TOKEN }}"],
    });
    const edit = await mutate(keyed.url, "updateTask", { id: task.id, version: 1, target }, "task { id }");
    expect(edit.userErrors).toMatchObject([{ code: "BAD_REQUEST", field: ["payload"] }]);
  });

  it("that fails as often in a row as the task allows has the task paused with its last failure", async () => {
    const { queue, task, id } = await waiting({ retry: { maxAttempts: 1 }, pauseAfterFailures: 1 });
    const [{ attempt }] = await claim(queue);
    const fence = { runId: id, attempt, workerId: "w1" };
    await done(url(), "failRun", { ...fence, code: "NO_LUCK", message: "nothing works" }, "run { id }");
    const paused = await readTask(url(), task.id, "state pauseReason consecutiveFailures");
    expect(paused).toMatchObject({
      state: "PAUSED",
      pauseReason: expect.stringContaining(fence.runId),
      consecutiveFailures: 1,
    });
  });
});
