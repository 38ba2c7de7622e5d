// Leases are renewed beside the writers' turns: nobody loses a run because another instance is slow with what it writes.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { aRun, aTask, NOON } from "../support/tasks.ts";

const RUNS = 5;
/** Of one statement by itself, even on a busy machine: less than somebody may hold the writers' lock. */
const AT_ONCE_MS = 1_500;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

async function holding(): Promise<{ store: Store; url: string; mine: { runId: string; attempt: number }[] }> {
  const url = await postgres.database();
  const store = await openStore(url);
  onTestFinished(() => store.close());
  const task = aTask({ overlapPolicy: "ALLOW" });
  await store.write(async (tx) => {
    await tx.insertTask(task);
    await tx.insertRuns(
      NOON,
      Array.from({ length: RUNS }, () => aRun(task, NOON, { trigger: "MANUAL", state: "QUEUED" })),
    );
  });
  const { claimed } = await store.write((tx) =>
    tx.claim({ instanceId: "one", now: NOON, leaseUntil: NOON + 4_500, slots: { [task.target.kind]: RUNS } }),
  );
  expect(claimed).toHaveLength(RUNS);
  return { store, url, mine: claimed.map(({ run }) => ({ runId: run.id, attempt: run.attempt })) };
}

const leases = async (url: string) => {
  const client = await postgres.client(url);
  const { rows } = await client.query<{ id: string; until: number }>(
    `SELECT id, "leaseUntil"::float8 AS until FROM runs`,
  );
  return new Map(rows.map(({ id, until }) => [id, until]));
};

describe("leases on PostgreSQL", () => {
  it("are renewed while another instance has its turn", async () => {
    const { store, url, mine } = await holding();
    const other = await openStore(url);
    onTestFinished(() => other.close());
    let end = () => {};
    let begun = () => {};
    const turn = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const writing = other.write(async (tx) => {
      await tx.saveFact("test", "1");
      begun();
      await new Promise<void>((resolve) => {
        end = resolve;
      });
    });
    await turn;
    const from = performance.now();
    const { held, busy } = await store.renewLeases("one", NOON + 9_000, mine);
    expect(performance.now() - from).toBeLessThan(AT_ONCE_MS);
    end();
    await writing;
    expect([held.size, busy.size]).toEqual([RUNS, 0]);
    expect([...(await leases(url)).values()]).toEqual(Array(RUNS).fill(NOON + 9_000));
  });

  it("wait for no row: what somebody is changing is said to be busy, and the others are renewed", async () => {
    const { store, url, mine } = await holding();
    const [changed] = mine as [(typeof mine)[number]];
    const person = await postgres.client(url);
    await person.query("BEGIN");
    await person.query("UPDATE runs SET priority = 5 WHERE id = $1", [changed.runId]);
    const from = performance.now();
    const { held, busy } = await store.renewLeases("one", NOON + 9_000, mine);
    expect(performance.now() - from).toBeLessThan(AT_ONCE_MS);
    await person.query("COMMIT");
    expect([...busy]).toEqual([changed.runId]);
    expect(held.size).toBe(RUNS - 1);
    expect((await store.renewLeases("one", NOON + 9_000, mine)).held.size).toBe(RUNS);
  });

  it("and a takeover exclude each other, whichever comes first", async () => {
    const { store, url, mine } = await holding();
    const other = await openStore(url);
    onTestFinished(() => other.close());
    const past = NOON + 4_500;
    const takeOver = () =>
      other.write(async (tx) => {
        const lost = await tx.lostRuns(past, 10);
        await tx.recoverLost(
          past,
          lost.map(({ run }) => ({
            id: run.id,
            state: "RETRYING",
            dueAt: past,
            finishedAt: null,
            late: false,
            why: null,
            event: "LOST",
            error: { code: "LOST", message: "its instance is gone" },
          })),
        );
      });
    const [{ held }] = await Promise.all([store.renewLeases("one", NOON + 20_000, mine), takeOver()]);
    const now = await leases(url);
    for (const { runId } of mine) expect(now.get(runId)).toBe(held.has(runId) ? NOON + 20_000 : null);
    // Of those it was told to hold it may be told that they are gone only when somebody has taken them since.
    expect((await store.renewLeases("one", NOON + 20_000, mine)).held).toEqual(held);
  });
});
