// A real store with the scheduler's poll and a clock that the test moves: tasks are made by the commands, runs claimed by hand.
import { afterEach, beforeEach } from "vitest";
import { createTask } from "../../server/domain/commands/create-task.ts";
import type { Deps } from "../../server/domain/commands/deps.ts";
import type { Claimed, Store } from "../../server/domain/ports.ts";
import type { Run, Task } from "../../server/domain/types.ts";
import { createLog } from "../../server/log.ts";
import { schedulerPoll } from "../../server/scheduler/scheduler.ts";
import { openStore } from "../../server/store/index.ts";
import { claim, complete, succeeded } from "../store/conformance-writes.ts";
import { type ManualClock, manualClock } from "./clock.ts";
import { NOON, newId } from "./tasks.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export interface Scheduling {
  readonly store: Store;
  readonly clock: ManualClock;
  readonly deps: Deps;
  readonly plan: () => Promise<number>;
}

/** Made anew for each test, at noon; the values are there within tests only. */
export function scheduling() {
  let at: Scheduling;
  beforeEach(async () => {
    const store = await openStore(":memory:");
    const clock = manualClock(NOON);
    const modules = { has: async () => true, find: async () => null, list: async () => [] };
    const deps: Deps = {
      store,
      clock,
      newId,
      modules,
      shellAllowed: false,
      urlRefusal: () => null,
      digest: (text) => text,
      seal: null,
    };
    at = { store, clock, deps, plan: schedulerPoll({ store, clock, newId, log: createLog("fatal") }) };
  });
  afterEach(() => at.store.close());

  const runsOf = async (task: Task): Promise<Run[]> => {
    const page = await at.store.runs(
      { taskId: [task.id] },
      { field: "SCHEDULED_FOR", direction: "ASC" },
      { limit: 1_000, from: null, direction: "forward" },
    );
    return page.items.map(({ item }) => item);
  };
  return {
    now: () => at,
    async create(schedule: Parameters<typeof createTask>[1]["schedule"], changes: object = {}): Promise<Task> {
      const made = await createTask(at.deps, {
        name: `task ${newId()}`,
        schedule,
        target: { module: { name: "m" } },
        timeout: "PT5M",
        overlapPolicy: "SKIP",
        missedRunPolicy: "LAST",
        catchUpWindow: "P1D",
        onCrash: "RETRY",
        paused: false,
        ...changes,
      });
      if (!made.ok) throw new Error(JSON.stringify(made.errors));
      return made.value;
    },
    runsOf,
    states: async (task: Task) => (await runsOf(task)).map(({ state }) => state),
    /** When its runs were due, counted from noon. */
    instants: async (task: Task) => (await runsOf(task)).map(({ scheduledFor }) => scheduledFor - NOON),
    taskNow: async (task: Task) => (await at.store.tasksById([task.id])).get(task.id) as Task,
    /** A server that starts. */
    restarted: () => schedulerPoll({ store: at.store, clock: at.clock, newId, log: createLog("fatal") }),
    start: () => claim(at.store, at.clock.now(), "me", { HTTP: 100, MODULE: 100, SHELL: 100 }),
    async finish(claimed: readonly Claimed[]): Promise<void> {
      for (const each of claimed) await complete(at.store, succeeded(each, at.clock.now()), "me");
    },
  };
}
