// Test schedulers that a test starts are stopped after it, and leave nothing behind.
import { onTestFinished } from "vitest";
import {
  createTestScheduler,
  type SimulatedModule,
  type TestEvent,
  type TestScheduler,
  type TestSchedulerOptions,
} from "../../server/testing/index.ts";
import { expectNothingLeft, heldResources } from "../support/app.ts";

export const START = "2026-06-01T12:00:00Z";

/** Functions that tests need again and again. */
export const MODULES: Record<string, SimulatedModule> = {
  quick: () => "done",
  fails: () => {
    throw new Error("no luck");
  },
  minute: async (_, { sleep }) => sleep("PT1M"),
  /** Sleeps as long as its payload says. */
  sleeps: async (duration: string, { sleep }) => sleep(duration),
};

export async function startScheduler(options: Partial<TestSchedulerOptions> = {}): Promise<TestScheduler> {
  const before = heldResources();
  const scheduler = await createTestScheduler({ startAt: START, modules: MODULES, ...options });
  onTestFinished(async () => {
    await scheduler.stop();
    await expectNothingLeft(before);
  });
  return scheduler;
}

export const module = (name: string) => ({ module: { name } });

/** `12:00:05 RUN STARTED task`. */
export const line = ({ at, kind, type, task }: TestEvent): string =>
  `${at.toISOString().slice(11, 19)} ${kind} ${type} ${task}`;

export const clockTimes = (dates: readonly (Date | null)[]): (string | null)[] =>
  dates.map(
    (date) =>
      date
        ?.toISOString()
        .slice(11, 23)
        .replace(/\.000$/, "") ?? null,
  );
