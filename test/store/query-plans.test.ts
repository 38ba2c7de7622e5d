// The searches that happen often use an index: shown by the database's own plan, on a database with rows in it.
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import type { AuditQuery } from "../../server/domain/audit/entry.ts";
import { prunable } from "../../server/domain/retention.ts";
import { openStore } from "../../server/store/index.ts";
import { temporaryFolder } from "../support/app.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";

const folder = await temporaryFolder();
const file = join(folder, "plans.db");

/** The statements that the store really sends, caught from the driver while `work` runs. */
async function statements(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>): Promise<string[]> {
  const sent = new Set<string>();
  const prepare = Sqlite.prototype.prepare;
  Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
    sent.add(source);
    return prepare.call(this, source);
  } as typeof prepare;
  const store = await openStore(file);
  try {
    sent.clear();
    await work(store);
  } finally {
    Sqlite.prototype.prepare = prepare;
    await store.close();
  }
  return [...sent].filter((source) => /^\s*(SELECT|UPDATE|DELETE|INSERT INTO runs)/i.test(source));
}

function plan(source: string): string[] {
  const db = new Sqlite(file, { readonly: true });
  try {
    const count = source.split("?").length - 1;
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${source}`).all(...Array(count).fill("[]")) as { detail: string }[];
    return rows.map((row) => row.detail);
  } finally {
    db.close();
  }
}

const SMALL = /json_each|VIRTUAL TABLE|added|mine|CONSTANT ROW/;

/** Every table of ours is searched by an index, never read from end to end. */
function expectIndexed(sources: string[]): void {
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) {
    const steps = plan(source);
    // What a statement has just selected itself is no table.
    const own = new Set(steps.flatMap((detail) => /^(?:CO-ROUTINE|MATERIALIZE) (.+)$/.exec(detail)?.[1] ?? []));
    const scans = steps.filter((detail) => {
      const table = /^SCAN (\S+|\(.+\))/.exec(detail)?.[1];
      return table && !own.has(table) && !/USING (COVERING )?INDEX/.test(detail) && !SMALL.test(detail);
    });
    expect(scans, `${source}\n${plan(source).join("\n")}`).toEqual([]);
  }
}

const page = { limit: 25, from: { value: NOON, id: "x" }, direction: "forward" } as const;

describe("query plans", () => {
  beforeAll(async () => {
    const store = await openStore(file);
    for (let index = 0; index < 20; index++) {
      const task = aTask({ name: `task ${index}` });
      await store.write(async (tx) => {
        await tx.insertTask(task);
        await tx.insertRuns(
          NOON,
          Array.from({ length: 50 }, (_, run) => aRun(task, NOON + run * 1_000)),
        );
      });
    }
    await store.close();
  });

  it("find due runs by lane and due time", async () => {
    const sent = await statements((store) =>
      store.write((tx) =>
        tx.claim({ instanceId: "i", now: NOON, leaseUntil: NOON + 1, slots: { HTTP: 1, MODULE: 1, SHELL: 1 } }),
      ),
    );
    expectIndexed(sent);
    expect(sent.flatMap(plan).join("\n")).toContain(
      "runs_lane_state_priority_dueAt_id_queueKey_idx (lane=? AND state=? AND priority=? AND dueAt<?)",
    );
  });

  it("find the next due instant, lost runs and leases by index", async () => {
    expectIndexed(await statements((store) => store.nextDue(NOON)));
    expectIndexed(await statements((store) => store.write((tx) => tx.lostRuns(NOON, 10))));
    expectIndexed(
      await statements((store) => store.write((tx) => tx.renewLeases("i", NOON + 1, [{ runId: "r", attempt: 1 }]))),
    );
  });

  it("find tasks to plan, overdue and exhausted ones by index", async () => {
    expectIndexed(await statements((store) => store.write((tx) => tx.tasksToPlan(NOON, 10))));
    const overdue = await statements((store) => store.write((tx) => tx.tasksOverdue(NOON, 10)));
    expectIndexed(overdue);
    expect(overdue.flatMap(plan).join("\n")).toContain("runs_state_dueAt_idx (state=? AND dueAt<?)");
    const exhausted = await statements((store) => store.write((tx) => tx.completeExhausted(NOON, 10)));
    expectIndexed(exhausted);
    // However many tasks wait for an instant to come: they have a next run.
    expect(exhausted.flatMap(plan).join("\n")).toContain(
      "tasks_state_nextRunAt_scheduleKind_idx (state=? AND nextRunAt=? AND scheduleKind=?)",
    );
  });

  it("find by index when the scheduler and the monitor are needed next", async () => {
    const sent = await statements((store) => store.nextAttention());
    expectIndexed(sent);
    // The next due occurrence and the task planned least far are the first of their index; nothing is sorted for them.
    expect(sent.flatMap(plan).join("\n")).toContain("runs_state_dueAt_idx (state=? AND dueAt>?)");
    expect(sent.flatMap(plan).join("\n")).toContain("tasks_state_plannedThrough_idx (state=?)");
    expect(sent.flatMap(plan).join("\n")).not.toContain("TEMP B-TREE");
    expectIndexed(await statements((store) => store.nextLeaseEnd()));
  });

  it("find what retention removes without sorting, however many runs a task has", async () => {
    const usual = { maxAgeMs: 60_000, maxCount: 10 };
    const sent = await statements((store) => store.prunableRuns("t", prunable(null, usual, NOON), 100, 1_000));
    expectIndexed(sent);
    const plans = sent.flatMap(plan).join("\n");
    expect(plans).toContain("runs_taskId_state_finishedAt_idx (taskId=? AND state=? AND finishedAt<?)");
    expect(plans.replaceAll(/SCAN newest\nUSE TEMP B-TREE FOR ORDER BY|B-TREE FOR LAST TERM/g, "")).not.toContain(
      "TEMP B-TREE",
    );
    expectIndexed(await statements((store) => store.write((tx) => tx.pruneRuns("t", ["a", "b"]))));
    const looked = await statements((store) => store.tasksWithEndedRuns("a", 10));
    expectIndexed(looked);
    expect(looked.flatMap(plan).join("\n")).toContain("runs_taskId_state_finishedAt_idx (taskId=? AND state=?)");
  });

  it("find audit entries by each condition, newest first, without sorting", async () => {
    const queries: AuditQuery[] = [
      {},
      { actorId: "a" },
      { action: ["createTask"] },
      { subjectKind: "TASK" },
      { subjectKind: "TASK", subjectId: "t" },
      { outcome: "REFUSED" },
      { from: NOON, before: NOON + 1 },
      { search: "x" },
    ];
    for (const query of queries) {
      const sent = await statements((store) => store.audit.entries(query, page));
      expectIndexed(sent);
      expect(sent.flatMap(plan).join("\n"), JSON.stringify(query)).not.toContain("TEMP B-TREE");
    }
    expectIndexed(await statements((store) => store.audit.ofChange("c", 10)));
    const then = await statements((store) => store.audit.definition("t", 3));
    expect(then.flatMap(plan).join("\n")).toContain("audit_entries_subjectId_version_idx (subjectId=? AND version");
    expectIndexed(await statements((store) => store.write((tx) => tx.audit.prune(NOON, 10))));
  });

  it("page through tasks in each order without sorting", async () => {
    for (const field of ["NAME", "NEXT_RUN_AT", "CREATED_AT", "UPDATED_AT"] as const) {
      for (const direction of ["ASC", "DESC"] as const) {
        const sent = await statements((store) => store.tasks({}, { field, direction }, page));
        expectIndexed(sent);
        expect(sent.flatMap(plan).join("\n"), field).not.toContain("TEMP B-TREE");
      }
    }
  });

  it("page through runs, a task's runs and runs of a state without sorting", async () => {
    const order = { field: "SCHEDULED_FOR", direction: "DESC" } as const;
    for (const query of [{}, { taskId: ["t"] }, { state: ["FAILED" as const, "MISSED" as const] }]) {
      const sent = await statements((store) => store.runs(query, order, page));
      expectIndexed(sent.filter((source) => !source.includes("merged")));
      // The branches of a merged page come from an index each, in order; only the few rows of a page are sorted.
      const plans = sent.filter((source) => !source.includes("COUNT")).map((source) => plan(source).join("\n"));
      for (const each of plans) {
        expect(each.split("TEMP B-TREE").length - 1, each).toBe(query.state ? query.state.length : 0);
        expect(each).toMatch(query.state ? /runs_state_scheduledFor_id_idx \(state=\? AND/ : /USING INDEX runs_/);
      }
    }
  });

  it("find dead letters, and what followed a run, by index", async () => {
    const order = { field: "SCHEDULED_FOR", direction: "DESC" } as const;
    const sent = await statements((store) => store.runs({ deadLetter: true }, order, page));
    expectIndexed(sent);
    for (const source of sent.filter((each) => !each.includes("COUNT")))
      expect(plan(source).join("\n")).toMatch(
        /runs_state_redrivenByRunId_dismissedAt_scheduledFor_id_idx \(state=\?.*id\)</,
      );
    const all = { ids: null, living: true };
    expectIndexed(await statements((store) => store.write((tx) => tx.deadLetters({}, all, 100))));
    expectIndexed(await statements((store) => store.childRuns(["r"])));
  });

  it("read the log and the event log by their cursors", async () => {
    expectIndexed(await statements((store) => store.logsAfter("r", 5, 10)));
    expectIndexed(await statements((store) => store.eventsAfter(5, 10)));
    expectIndexed(await statements((store) => store.lastRuns(["a", "b"])));
  });
});
