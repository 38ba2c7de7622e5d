import { describe, expect, it, onTestFinished } from "vitest";
import { connect, type Subscription, subscribe } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { createTask, done, finished, readRun, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const LOG =
  "subscription ($runId: ID!, $after: Cursor) { runLog(runId: $runId, after: $after) { number at level text attempt cursor } }";

function connected() {
  const client = connect(url());
  onTestFinished(() => void client.dispose());
  return client;
}

const enough = (subscription: Subscription, count: number) =>
  until(`${count} lines came`, () => subscription.events.length >= count);

describe("the log of a run", () => {
  it("gives the lines so far, then each new one, and completes when the run is over", async () => {
    const { id } = await createTask(url(), { target: { module: { name: "waits" } }, payload: { ms: 60_000 } });
    const run = await done(url(), "triggerTask", { id });
    const early = subscribe(connected(), LOG, { runId: run.id });
    await enough(early, 1);
    expect(early.events[0]).toMatchObject({ number: 1, level: "INFO", text: "waiting", attempt: 1 });
    const late = subscribe(connected(), LOG, { runId: run.id });
    await enough(late, 1);
    await done(url(), "cancelRun", { id: run.id });
    await Promise.all([early.ended, late.ended]);
    expect([early.errors, late.errors]).toEqual([[], []]);
    const asked = "Asked to stop (CANCEL) by its abort signal; it has 2 s.";
    expect(early.events.map((line) => line.text)).toEqual(["waiting", asked, "let go"]);
    expect(late.events).toEqual(early.events);
    expect((await finished(url(), run.id)).state).toBe("CANCELLED");
  });

  it("of a finished run comes to everyone who asks, however short it is", async () => {
    const { id } = await createTask(url(), { target: { module: { name: "chatters" } }, payload: { lines: 1 } });
    const run = await done(url(), "triggerTask", { id });
    await finished(url(), run.id);
    // Selections of their own: each is the first reader of its group, the second of a kind joins one that is over.
    for (const fields of ["number", "text", "number text", "number text", "at", "at"]) {
      const log = subscribe(connected(), `subscription { runLog(runId: "${run.id}") { ${fields} } }`);
      await log.ended;
      expect(log.events).toHaveLength(1);
    }
  });

  it("of a finished run comes whole, or from a line on, and completes at once", async () => {
    const { id } = await createTask(url(), { target: { module: { name: "chatters" } }, payload: { lines: 1_200 } });
    const run = await done(url(), "triggerTask", { id });
    await finished(url(), run.id);
    const all = subscribe(connected(), LOG, { runId: run.id });
    await all.ended;
    expect(all.events.map((line) => line.number)).toEqual(Array.from({ length: 1_200 }, (_, i) => i + 1));
    const rest = subscribe(connected(), LOG, { runId: run.id, after: all.events[1_189].cursor });
    await rest.ended;
    expect(rest.events).toEqual(all.events.slice(1_190));
    const none = subscribe(connected(), LOG, { runId: run.id, after: all.events.at(-1).cursor });
    await none.ended;
    expect([none.events, none.errors]).toEqual([[], []]);
    const { logs } = await readRun(
      url(),
      run.id,
      "logs(last: 2) { totalCount nodes { number at level text attempt cursor } edges { cursor } }",
    );
    expect(logs).toEqual({
      totalCount: 1_200,
      nodes: all.events.slice(-2),
      edges: all.events.slice(-2).map(({ cursor }) => ({ cursor })),
    });
  });

  it("goes on over attempts, and numbers its lines through", async () => {
    const { id } = await createTask(url(), {
      target: { module: { name: "throws" } },
      retry: { maxAttempts: 3, initialDelay: "PT0.2S", maxDelay: "PT1S", jitter: false },
    });
    const run = await done(url(), "triggerTask", { id });
    const watched = subscribe(connected(), LOG, { runId: run.id });
    await watched.ended;
    expect(watched.events.map((line) => line.number)).toEqual(watched.events.map((_, index) => index + 1));
    expect(new Set(watched.events.map((line) => line.attempt))).toEqual(new Set([1, 2, 3]));
  });
});
