// The scheduler's polls on a real store: starts of the server, rests between runs, bounds, holds, jitter, time zone rules.
import { describe, expect, it } from "vitest";
import { deleteTask } from "../../server/domain/commands/delete-task.ts";
import { updateTask } from "../../server/domain/commands/update-task.ts";
import type { Run } from "../../server/domain/types.ts";
import type { RulesChange, ZoneRules } from "../../server/domain/tzdata.ts";
import { createLog } from "../../server/log.ts";
import { keepTzdata, noticeTzdata } from "../../server/scheduler/time-zones.ts";
import { HOUR, MINUTE, SECOND, scheduling } from "../support/scheduling.ts";
import { NOON, newId } from "../support/tasks.ts";

const log = createLog("fatal");
const { now, create, runsOf, states, taskNow, start, finish, restarted } = scheduling();

describe("a task of the server's start", () => {
  it("runs once for each start of a scheduler, after its delay, and is never completed", async () => {
    const task = await create({ startup: { delay: "PT5S" } });
    for (let poll = 0; poll < 3; poll++) await now().plan();
    expect((await runsOf(task)).map((run) => run.scheduledFor)).toEqual([NOON + 5 * SECOND]);
    now().clock.advance(5 * SECOND);
    await finish(await start());
    now().clock.advance(HOUR);
    const again = restarted();
    for (let poll = 0; poll < 3; poll++) await again();
    expect(await states(task)).toEqual(["SUCCEEDED", "SCHEDULED"]);
    expect((await taskNow(task)).state).toBe("ACTIVE");
  });
});

describe("a rest between runs", () => {
  it("begins with the end of a run, however long that took", async () => {
    const task = await create({ every: { interval: "PT1M", from: "LAST_END" } });
    await now().plan();
    now().clock.advance(MINUTE);
    const going = await start();
    now().clock.advance(10 * MINUTE);
    await now().plan();
    expect(await states(task)).toEqual(["RUNNING"]);
    await finish(going);
    await now().plan();
    expect((await runsOf(task)).map((run) => run.scheduledFor - NOON)).toEqual([MINUTE, 12 * MINUTE]);
  });
});

describe("a maximum of runs", () => {
  it("is used up by starts alone: what was skipped does not count, and then the task is completed", async () => {
    const task = await create({ every: { interval: "PT10S" } }, { maxRuns: 2 });
    let going: Awaited<ReturnType<typeof start>> = [];
    for (let step = 0; step < 60 && (await taskNow(task)).state === "ACTIVE"; step++) {
      await now().plan();
      const taken = await start();
      if (step % 8 === 7) await finish(going.splice(0));
      going = [...going, ...taken];
      now().clock.advance(5 * SECOND);
    }
    await finish(going);
    const all = await states(task);
    expect(all.filter((state) => state === "SUCCEEDED")).toHaveLength(2);
    expect(all).toContain("SKIPPED");
    expect(await taskNow(task)).toMatchObject({ state: "COMPLETED", runCount: 2 });
    const revived = await updateTask(now().deps, { id: task.id, version: 1, maxRuns: 3 });
    expect(revived).toMatchObject({ ok: true, value: { state: "ACTIVE", runCount: 2 } });
  });
});

describe("held occurrences", () => {
  it("wait for their time, then the policy decides", async () => {
    const task = await create(
      { every: { interval: "PT1M" } },
      { hold: { whenMoreThan: 2, for: "PT5M" }, missedRunPolicy: "LAST" },
    );
    await now().plan();
    now().clock.jump(4 * MINUTE + 30 * SECOND);
    await now().plan();
    expect((await states(task)).slice(0, 4)).toEqual(["HELD", "HELD", "HELD", "HELD"]);
    expect((await start()).length).toBe(0);
    now().clock.advance(5 * MINUTE);
    await now().plan();
    expect((await states(task)).slice(0, 4)).toEqual(["MISSED", "MISSED", "MISSED", "QUEUED"]);
  });
});

describe("jitter", () => {
  it("starts a run at its effective instant, not before, and lateness counts from there", async () => {
    // How far is drawn from the task's id: the first that is late by its nominal instant.
    let run: Run | undefined;
    for (let tries = 0; (run?.effectiveAt ?? 0) <= NOON + 10 * MINUTE + 11 * SECOND; tries++) {
      if (run) await deleteTask(now().deps, { id: run.taskId });
      run = (await runsOf(await create({ every: { interval: "PT10M" } }, { jitter: "PT5M" })))[0];
      expect(run?.scheduledFor).toBe(NOON + 10 * MINUTE);
      expect(tries).toBeLessThan(20);
    }
    const { effectiveAt = 0 } = run ?? {};
    now().clock.jump(effectiveAt - NOON - 1);
    await now().plan();
    expect(await start()).toEqual([]);
    now().clock.jump(1);
    expect((await start()).map((each) => [each.run.id, each.run.late])).toEqual([[run?.id, false]]);
  });

  it("does not lose an occurrence to an edit that comes between its nominal and its effective instant", async () => {
    const task = await create({ every: { interval: "PT10M" } }, { jitter: "PT5M" });
    now().clock.jump(10 * MINUTE + SECOND);
    const edited = await updateTask(now().deps, {
      id: task.id,
      version: 1,
      exclusions: [{ dates: { from: "2030-01-01" } }],
    });
    expect(edited.ok).toBe(true);
    expect((await runsOf(task))[0]).toMatchObject({ scheduledFor: NOON + 10 * MINUTE, state: "SCHEDULED" });
  });
});

describe("a change of the time zone rules", () => {
  const keep = async (version: string) => {
    const poll = keepTzdata({ ...now(), version, afterMs: 0 });
    while ((await poll()) < Number.POSITIVE_INFINITY);
  };
  /** As if Berlin had kept summer time all year in the rules before: an hour ahead of the truth in winter. */
  async function keepOtherRules(): Promise<void> {
    await keep("2025z");
    const rules = JSON.parse((await now().store.fact("tzdata.rules")) as string) as ZoneRules;
    const berlin = {
      starts: [Math.floor(NOON / SECOND) - 1_000_000],
      offsets: [7_200],
      until: Math.floor(rules.until / SECOND),
    };
    const zones = { ...rules.zones, "Europe/Berlin": berlin };
    await now().store.write((tx) => tx.saveFact("tzdata.rules", JSON.stringify({ ...rules, zones })));
  }
  const notice = (version: string): Promise<RulesChange | null> =>
    noticeTzdata({ ...now(), log, newId, now: now().clock.now(), version });

  it("keeps the rules when the database can be written to again", async () => {
    const { store, clock } = now();
    let failures = 2;
    const refusing: typeof store = Object.create(store, {
      write: {
        value: async (work: Parameters<typeof store.write>[0]) => {
          if (failures-- > 0) throw new Error("The database cannot be reached.");
          return store.write(work);
        },
      },
    });
    const poll = keepTzdata({ store: refusing, clock, version: "2025z", afterMs: 0 });
    for (let refused = 0; refused < 2; ) await poll().catch(() => refused++);
    expect(await poll()).toBe(Number.POSITIVE_INFINITY);
    const kept = JSON.parse((await store.fact("tzdata.rules")) ?? "null") as ZoneRules | null;
    expect(kept?.version).toBe("2025z");
    expect(Object.keys(kept?.zones ?? {}).length).toBeGreaterThan(400);
  });

  it("lists the tasks whose runs move, plans them anew, and leaves the others alone", async () => {
    const berlin = (expression: string) => ({ cron: { expression, timezone: "Europe/Berlin" } });
    const december = await create(berlin("0 9 1 12 *"));
    const july = await create(berlin("0 9 1 7 *"), { endAt: "2026-08-01T00:00:00Z" });
    const kolkata = await create({ cron: { expression: "0 9 1 12 *", timezone: "Asia/Kolkata" } });
    await keepOtherRules();
    expect(await notice("2025z")).toBeNull();
    const versions = async () =>
      Promise.all([december, july, kolkata].map(async (task) => (await taskNow(task)).updatedAt));
    now().clock.jump(SECOND);
    expect(await notice("2026a")).toMatchObject({
      from: "2025z",
      to: "2026a",
      timezones: ["Europe/Berlin"],
      moved: [
        {
          taskId: december.id,
          was: Date.UTC(2026, 11, 1, 7),
          now: Date.UTC(2026, 11, 1, 8),
          message: "2026-12-01 07:00:00 UTC becomes 2026-12-01 08:00:00 UTC.",
        },
      ],
    });
    expect(await versions()).toEqual([NOON + SECOND, NOON, NOON]);
    expect((await runsOf(december)).map((run) => run.scheduledFor)).toEqual([Date.UTC(2026, 11, 1, 8)]);
    const events = (await now().store.eventsAfter(0, 100)).filter(({ type }) => type === "REPLANNED");
    expect(events.map(({ taskId }) => taskId)).toEqual([december.id]);
    expect(await notice("2026a")).toBeNull();
    expect(JSON.parse((await now().store.fact("tzdata.change")) as string)).toMatchObject({ to: "2026a" });
  });

  it("is nothing to a database that was never started before", async () => {
    await create({ cron: { expression: "0 9 * * *", timezone: "Europe/Berlin" } });
    expect(await notice("2026a")).toBeNull();
    await keep("2026a");
    expect(JSON.parse((await now().store.fact("tzdata.rules")) as string)).toMatchObject({ version: "2026a" });
  });
});
