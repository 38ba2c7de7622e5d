// Retries and pauses that come by themselves, in simulated time.
import { expect, it } from "vitest";
import { clockTimes, line, module, startScheduler } from "./support.ts";

it("attempts wait as a list says, and as Retry-After asks when that is longer", async () => {
  const answers = [
    { status: 500 },
    { status: 429, headers: { "Retry-After": "90" } },
    { status: 500 },
    { status: 200 },
  ];
  const scheduler = await startScheduler({ http: () => answers.shift() ?? {} });
  await scheduler.createTask({
    name: "asked to wait",
    schedule: { once: { at: "2026-06-01T12:01:00Z" } },
    target: { http: { url: "https://api.example/" } },
    retry: { maxAttempts: 5, backoff: "LIST", delays: ["PT10S", "PT30S"], jitter: false },
  });
  await scheduler.advance("PT1H");
  expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual(["12:01:00", "12:01:10", "12:02:40", "12:03:10"]);
});

it("no attempt starts later than the policy's age allows", async () => {
  const scheduler = await startScheduler();
  await scheduler.createTask({
    name: "too old",
    schedule: { once: { at: "2026-06-01T12:01:00Z" } },
    target: module("fails"),
    retry: { maxAttempts: 100, backoff: "FIXED", initialDelay: "PT20S", jitter: false, maxAge: "PT1M" },
  });
  await scheduler.advance("PT1H");
  expect(clockTimes(scheduler.calls.map((call) => call.at))).toEqual(["12:01:00", "12:01:20", "12:01:40"]);
});

it("a task pauses with the failure that is one too many, and nothing of its schedule starts after it", async () => {
  const scheduler = await startScheduler();
  await scheduler.createTask({
    name: "hopeless",
    schedule: { every: { interval: "PT1M" } },
    target: module("fails"),
    retry: { maxAttempts: 1 },
    pauseAfterFailures: 3,
  });
  await scheduler.advance("PT10M");
  expect(scheduler.calls).toHaveLength(3);
  const events = scheduler.events.map(line);
  const at = events.findIndex((event) => event.includes("TASK PAUSED"));
  expect(events[at]?.slice(0, 8)).toBe(events.findLast((event) => event.includes("RUN FAILED"))?.slice(0, 8));
});
