// The searches that happen often use an index on PostgreSQL too, where the planner decides by what it knows of the rows.

import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { prunable } from "../../server/domain/retention.ts";
import { scoped } from "../../server/domain/scoped/store.ts";
import { openStore } from "../../server/store/index.ts";
import { BY_INDEX } from "../../server/store/postgres/access.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { fillScale, hotWork, planOf, statementsOf } from "../support/scale.ts";
import { aRun, aTask, NOON, newId } from "../support/tasks.ts";

/** That a statement looks at; reading the runs from end to end takes more. */
const MOST_PAGES = 600;
const PAGE_BYTES = 8_192;
/** The plan's first line of buffers is of the whole statement. */
const pagesOf = (lines: readonly string[]): number =>
  Number(/Buffers: shared hit=(\d+)/.exec(lines.join("\n"))?.[1] ?? 0);

let postgres: TestPostgres;
let client: pg.Client;
let store: Store;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.database();
  store = await openStore(url);
  client = await postgres.client(url);
  await fillScale(store, client, { tasks: 2_000, runs: 40_000, queued: 5_000 });
  await client.query("VACUUM ANALYZE");
});
afterAll(async () => {
  await store.close();
  await postgres.stop();
});

describe("PostgreSQL's plans with 2,000 tasks and 47,000 runs, 5,000 of which wait for a slot", () => {
  it("read no large table from end to end", { timeout: 20_000 }, async () => {
    const { rows } = await client.query<{ bytes: string }>(`SELECT pg_relation_size('runs') AS bytes`);
    expect(Number(rows[0]?.bytes) / PAGE_BYTES).toBeGreaterThan(1.5 * MOST_PAGES);
    for (const [name, work] of Object.entries(hotWork(store))) {
      const sent = await statementsOf(work);
      expect(sent.length, name).toBeGreaterThan(0);
      // A count of all rows stops at its limit, in whichever order it reads them.
      for (const statement of sent.filter(({ text }) => !text.includes("WHERE true LIMIT"))) {
        const { lines } = await planOf(client, statement);
        const scans = lines.filter((line) => /Seq Scan on (runs|attempts|events_0|tasks)\b/.test(line));
        expect(scans, `${name}: ${statement.text}\n${lines.join("\n")}`).toEqual([]);
        expect(pagesOf(lines), `${name}: ${statement.text}\n${lines.join("\n")}`).toBeLessThan(MOST_PAGES);
      }
    }
  });

  it("nor through the runs of others for a namespace, be it small or the default one", {
    timeout: 20_000,
  }, async () => {
    const none = { tasks: null, runningRuns: null, waitingRuns: null, secrets: null, webhooks: null };
    const times = { version: 1, createdAt: NOON, updatedAt: NOON, deletedAt: null };
    const small = { ...times, id: newId(), name: "small", description: null, quotas: { ...none, runningRuns: 3 } };
    await store.write(async (tx) => {
      await tx.namespaces.insert(small);
      for (let index = 0; index < 5; index++) {
        const task = aTask({ namespaceId: small.id });
        await tx.insertTask(task);
        await tx.insertRuns(NOON, [aRun(task, NOON - 10_000_000 - index)]);
      }
    });
    await client.query("VACUUM ANALYZE");
    for (const id of [small.id, "default"]) {
      const own = scoped(store, id);
      const page = { limit: 25, from: null, direction: "forward" } as const;
      const sort = { field: "SCHEDULED_FOR", direction: "DESC" } as const;
      const work: Record<string, () => Promise<unknown>> = {
        "page of runs": () => own.runs({}, sort, page),
        "page of failed runs": () => own.runs({ state: ["FAILED", "MISSED"] }, sort, page),
        "events after a cursor": () => own.eventsAfter(5, 100),
        "a quota": () => store.write((tx) => tx.namespaces.used(id, "runningRuns", 4)),
      };
      for (const [name, ask] of Object.entries(work))
        for (const statement of await statementsOf(ask)) {
          const { lines } = await planOf(client, statement);
          const scans = lines.filter((line) => /Seq Scan on (runs|attempts|events_0)\b/.test(line));
          const shown = `${name} of ${id}: ${statement.text}\n${lines.join("\n")}`;
          // Of the default namespace nearly everything is: what is counted up to its limit may be read in any order.
          const anyOrder = id === "default" && statement.text.includes("COUNT(*)");
          expect(anyOrder ? [] : scans, shown).toEqual([]);
        }
    }
  });
});

describe("PostgreSQL's plans with a few tasks that have many runs each", () => {
  it("read no more for retention and planning of tasks that are new, and of one that is run by hand alone", async () => {
    const url = await postgres.database();
    const own = await openStore(url);
    onTestFinished(() => own.close());
    const db = await postgres.client(url);
    await fillScale(own, db, { tasks: 5, runs: 20_000, byHand: 20_000 });
    await db.query("VACUUM ANALYZE");
    // What the planner knows nothing of.
    for (let index = 0; index < 20; index++)
      await own.write((tx) => tx.insertTask(aTask({ id: `new-${String(index).padStart(2, "0")}` })));
    const usual = { maxAgeMs: 60_000, maxCount: 10 };
    const work: Record<string, () => Promise<unknown>> = {
      "tasks that retention looks at": () => own.tasksWithEndedRuns("", 100),
      "what retention removes": () => own.prunableRuns("first", prunable(null, usual, NOON), 100, 1_000),
      "where a task stands": () => own.write((tx) => tx.taskProgress(["first", "new-01"])),
    };
    for (const [name, ask] of Object.entries(work))
      for (const statement of await statementsOf(ask)) {
        const { lines } = await planOf(db, statement);
        expect(pagesOf(lines), `${name}: ${statement.text}\n${lines.join("\n")}`).toBeLessThan(MOST_PAGES);
      }
  });
});

describe("PostgreSQL's plans for runs in a state that its statistics know nothing of", () => {
  it("find those that start, end and keep their lease by their id", { timeout: 20_000 }, async () => {
    const url = await postgres.database();
    const own = await openStore(url);
    onTestFinished(() => own.close());
    const db = await postgres.client(url);
    await fillScale(own, db, { tasks: 50, runs: 2_000, queued: 3_000 });
    await db.query(`UPDATE tasks SET "overlapPolicy" = 'ALLOW'`);
    await db.query("VACUUM ANALYZE");
    const claim = async (instanceId: string) => {
      const request = { instanceId, now: NOON, leaseUntil: NOON + 20_000, slots: { HTTP: 500, MODULE: 500 } };
      return (await own.write((tx) => tx.claim(request))).claimed.map(({ run }) => run);
    };
    for (const instance of ["a", "b", "c"]) expect(await claim(instance)).toHaveLength(500);
    const mine = await claim("mine");
    const ended = mine.map(({ id, attempt }) => ({
      runId: id,
      attempt,
      at: NOON + 1,
      outcome: "SUCCEEDED" as const,
      state: "SUCCEEDED" as const,
      event: "SUCCEEDED" as const,
      error: null,
      dueAt: null,
      why: null,
      outputTail: null,
      result: null,
      resultTruncated: false,
    }));
    const held = mine.map(({ id, attempt }) => ({ runId: id, attempt }));
    const report = { instanceId: "mine", at: NOON + 1, lines: [], progress: [], completions: ended };
    const work: Record<string, () => Promise<unknown>> = {
      "a claim": () => claim("other"),
      "a renewal": () => own.renewLeases("mine", NOON + 30_000, held),
      "a report": () => own.write((tx) => tx.report(report)),
    };
    for (const [name, ask] of Object.entries(work)) {
      const sent = (await statementsOf(ask)).filter(({ text }) => /^\s*(UPDATE runs SET|WITH mine)/.test(text));
      expect(sent.length, name).toBeGreaterThan(0);
      for (const statement of sent) {
        const { lines } = await planOf(db, statement, BY_INDEX);
        const used = lines.flatMap(
          (line) =>
            /(?:Scan using (\S+) on runs|(Seq Scan) on runs|Bitmap Index Scan on (\S+))/.exec(line)?.slice(1) ?? [],
        );
        const shown = `${name}: ${statement.text}\n${lines.join("\n")}`;
        expect(new Set(used.filter((index) => index !== undefined)), shown).toEqual(new Set(["runs_pkey"]));
      }
    }
  });
});
