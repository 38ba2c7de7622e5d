// Quotas hold over instances: what two of them add or start at the same time is no more than one could.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Namespace } from "../../server/domain/namespace.ts";
import type { Store } from "../../server/domain/ports.ts";
import { overQuota } from "../../server/domain/quota.ts";
import { openStore } from "../../server/store/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { aRun, aTask, NOON, newId } from "../support/tasks.ts";

let postgres: TestPostgres;
let stores: Store[];

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.database();
  stores = [await openStore(url), await openStore(url), await openStore(url)];
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await postgres.stop();
});

async function aNamespace(quotas: Partial<Namespace["quotas"]>): Promise<Namespace> {
  const id = newId();
  const none = { tasks: null, runningRuns: null, waitingRuns: null, secrets: null, webhooks: null };
  const times = { version: 1, createdAt: NOON, updatedAt: NOON, deletedAt: null };
  const namespace = { ...times, id, name: `team-${id.slice(-6)}`, description: null, quotas: { ...none, ...quotas } };
  await (stores[0] as Store).write((tx) => tx.namespaces.insert(namespace));
  return namespace;
}

it("three instances together add no more tasks than the quota", async () => {
  const { id } = await aNamespace({ tasks: 7 });
  const add = (store: Store) =>
    store.write(async (tx) => {
      if (await overQuota(tx, id, "tasks")) return false;
      return tx.insertTask(aTask({ namespaceId: id }));
    });
  const added = await Promise.all(Array.from({ length: 30 }, (_, index) => add(stores[index % 3] as Store)));
  expect(added.filter(Boolean)).toHaveLength(7);
  for (const store of stores) expect((await store.namespaces.usage([id])).get(id)?.tasks).toBe(7);
});

it("three instances together start no more runs than the quota, and in the end all of them", async () => {
  const { id } = await aNamespace({ runningRuns: 4 });
  const [one] = stores as [Store];
  const runs: string[] = [];
  for (let index = 0; index < 20; index++) {
    const task = aTask({ namespaceId: id });
    const run = aRun(task, NOON);
    runs.push(run.id);
    await one.write(async (tx) => {
      await tx.insertTask(task);
      await tx.insertRuns(NOON, [run]);
    });
  }
  const claim = (store: Store, instanceId: string, now: number) =>
    store.write((tx) => tx.claim({ instanceId, now, leaseUntil: now + 60_000, slots: { HTTP: 50, MODULE: 50 } }));
  const started = new Set<string>();
  for (let round = 0; round < 20 && started.size < 20; round++) {
    const now = NOON + round;
    const claims = await Promise.all(stores.map((store, index) => claim(store, `instance-${index}`, now)));
    const claimed = claims.flatMap((each, index) => each.claimed.map((found) => ({ found, by: `instance-${index}` })));
    const { runningRuns } = (await one.namespaces.usage([id])).get(id) as { runningRuns: number };
    expect(runningRuns).toBe(claimed.length);
    expect(claimed.length).toBeLessThanOrEqual(4);
    for (const { found, by } of claimed) {
      started.add(found.run.id);
      const ended = { outcome: "SUCCEEDED", state: "SUCCEEDED", event: "SUCCEEDED", error: null, dueAt: null } as const;
      const rest = { why: null, result: null, resultTruncated: false };
      const completion = { runId: found.run.id, attempt: 1, at: now, ...ended, ...rest };
      const report = { instanceId: by, at: now, lines: [], progress: [], completions: [completion] };
      await one.write((tx) => tx.report(report));
    }
  }
  expect([...started].sort()).toEqual(runs.sort());
});
