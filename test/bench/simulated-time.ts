// How long simulated time takes: a year of one daily task, and an hour to a week of one minutely task.
// `node --import tsx test/bench/simulated-time.ts`
import { createTestScheduler } from "../../server/testing/index.ts";

const RUNS = [
  ["a year of one daily task", "30 2 * * *", "P365D"],
  ["a day of one minutely task", "* * * * *", "P1D"],
  ["a week of one minutely task", "* * * * *", "P7D"],
] as const;

for (const [what, expression, length] of RUNS) {
  const scheduler = await createTestScheduler({ startAt: "2026-01-01T00:00:00Z", modules: { quick: () => 1 } });
  await scheduler.createTask({
    name: what,
    schedule: { cron: { expression, timezone: "Europe/Berlin" } },
    target: { module: { name: "quick" } },
  });
  const began = performance.now();
  await scheduler.advance(length);
  const ms = performance.now() - began;
  const runs = scheduler.calls.length;
  console.log(`${what}: ${(ms / 1_000).toFixed(1)} s, ${runs} runs, ${(ms / runs).toFixed(2)} ms each`);
  await scheduler.stop();
}
