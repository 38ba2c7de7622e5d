// When the store says that the scheduler is not needed, its poll would indeed do nothing: whatever tasks there are, whatever happened.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backfillTask } from "../../server/domain/commands/backfill-task.ts";
import { type CreateTask, createTask } from "../../server/domain/commands/create-task.ts";
import type { Deps } from "../../server/domain/commands/deps.ts";
import { pauseTask, resumeTask } from "../../server/domain/commands/pause-task.ts";
import type { Claimed, Store } from "../../server/domain/ports.ts";
import type { Task } from "../../server/domain/types.ts";
import { createLog } from "../../server/log.ts";
import { schedulerPoll } from "../../server/scheduler/scheduler.ts";
import { openStore } from "../../server/store/index.ts";
import { claim, complete, succeeded } from "../store/conformance-writes.ts";
import { manualClock } from "../support/clock.ts";
import { NOON, newId } from "../support/tasks.ts";

const COMMON: Omit<CreateTask, "name" | "schedule"> = {
  target: { module: { name: "m" } },
  timeout: "PT5M",
  overlapPolicy: "SKIP",
  missedRunPolicy: "LAST",
  catchUpWindow: "P1D",
  onCrash: "RETRY",
  paused: false,
};

const every = (interval: string, more: object = {}) => ({ every: { interval, from: "ANCHOR", ...more } });

const KINDS = [
  { schedule: every("PT1M") },
  { schedule: { cron: { expression: "*/10 * * * * *", timezone: "UTC" } }, overlapPolicy: "BUFFER" },
  { schedule: { once: { at: "2026-06-01T12:05:00Z" } } },
  { schedule: every("PT5M"), maxRuns: 3, missedRunPolicy: "SKIP" },
  { schedule: every("PT40S", { from: "LAST_END" }) },
  { schedule: every("PT5M"), overlapPolicy: "BUFFER", startDeadline: "PT30S" },
  { schedule: every("PT10M"), missedRunPolicy: "ALL", hold: { whenMoreThan: 0, for: "PT2M" } },
  { schedule: every("PT1M"), endAt: "2026-06-01T12:06:30Z" },
  { schedule: { startup: { delay: "PT1S" } } },
  { schedule: { manual: true } },
];

const kinds = fc.shuffledSubarray(KINDS, { minLength: 1, maxLength: 2 });
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ pass: fc.integer({ min: 1, max: 70_000 }) }) },
    { weight: 1, arbitrary: fc.record({ pass: fc.integer({ min: 300_000, max: 900_000 }) }) },
    { weight: 3, arbitrary: fc.constant("claim" as const) },
    { weight: 3, arbitrary: fc.constant("finish" as const) },
    { weight: 1, arbitrary: fc.record({ pause: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ resume: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ backfill: fc.nat(8) }) },
  ),
  { minLength: 10, maxLength: 30 },
);

const FIVE_MINUTES = { pass: 300_000 };
/** What chance seldom finds: a hold that ends, and a maximum of runs of which one was planned and then skipped. */
const RARE: [(typeof KINDS)[number][], typeof steps extends fc.Arbitrary<infer Moves> ? Moves : never][] = [
  [[KINDS[6] as (typeof KINDS)[number]], [{ pass: 900_000 }, { pass: 70_000 }, { pass: 60_000 }]],
  [
    [KINDS[3] as (typeof KINDS)[number]],
    [FIVE_MINUTES, "claim", "finish", FIVE_MINUTES, "claim", FIVE_MINUTES, "claim"],
  ],
];

/** All that a poll could change. */
async function everything(store: Store, tasks: readonly Task[]): Promise<unknown> {
  const ids = tasks.map(({ id }) => id);
  return [
    await store.headCursor(),
    [...(await store.tasksById(ids)).values()],
    [...(await store.backfillsOf(ids)).values()].map((list) => list.map(({ state, created }) => [state, created])),
  ];
}

describe("the scheduler's attention", () => {
  it("is asked for whenever its poll has something to do", async () => {
    let idle = 0;
    let busy = 0;
    await fc.assert(
      fc.asyncProperty(kinds, steps, async (chosen, moves) => {
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
        const poll = schedulerPoll({ store, clock, newId, log: createLog("silent") });
        const tasks: Task[] = [];
        let going: Claimed[] = [];

        async function look(): Promise<void> {
          for (let again = 0; again < 20; again++) {
            const at = await store.nextAttention();
            const needed = at !== null && at <= clock.now();
            const before = needed ? undefined : await everything(store, tasks);
            await poll();
            if (!needed) expect(await everything(store, tasks)).toEqual(before);
            if (needed) busy++;
            else idle++;
            if (!needed) return;
          }
        }

        for (const [index, kind] of chosen.entries()) {
          const made = await createTask(deps, { ...COMMON, name: `task ${index}`, ...kind } as CreateTask);
          if (!made.ok) throw new Error(JSON.stringify(made.errors));
          tasks.push(made.value);
        }
        await poll();
        for (const move of moves) {
          const id = (index: number) => (tasks[index % tasks.length] as Task).id;
          if (move === "claim") going.push(...(await claim(store, clock.now(), "me")));
          else if (move === "finish") {
            for (const each of going) await complete(store, succeeded(each, clock.now()), "me");
            going = [];
          } else if ("pass" in move) clock.advance(move.pass);
          else if ("pause" in move) await pauseTask(deps, { id: id(move.pause) });
          else if ("resume" in move) await resumeTask(deps, { id: id(move.resume) });
          else {
            const until = new Date(clock.now()).toISOString();
            const from = new Date(clock.now() - 600_000).toISOString();
            await backfillTask(deps, {
              id: id(move.backfill),
              from,
              until,
              scope: "ALL",
              dryRun: false,
              order: "OLDEST_FIRST",
            });
          }
          await look();
        }
        await store.close();
      }),
      { numRuns: 25, examples: RARE },
    );
    expect(idle).toBeGreaterThan(50);
    expect(busy).toBeGreaterThan(50);
  }, 60_000);
});
