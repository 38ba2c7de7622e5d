// The searches that happen often use an index on PostgreSQL too, where the planner decides by what it knows of the rows.

import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { fillScale, hotWork, planOf, statementsOf } from "../support/scale.ts";

let postgres: TestPostgres;
let client: pg.Client;
let store: Store;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.database();
  store = await openStore(url);
  client = await postgres.client(url);
  await fillScale(store, client, { tasks: 2_000, runs: 40_000 });
  await client.query("VACUUM ANALYZE");
});
afterAll(async () => {
  await store.close();
  await postgres.stop();
});

describe("PostgreSQL's plans with 2,000 tasks and 42,000 runs", () => {
  it("read no large table from end to end", { timeout: 20_000 }, async () => {
    for (const [name, work] of Object.entries(hotWork(store))) {
      const sent = await statementsOf(work);
      expect(sent.length, name).toBeGreaterThan(0);
      // A count of all rows stops at its limit, in whichever order it reads them.
      for (const statement of sent.filter(({ text }) => !text.includes("WHERE true LIMIT"))) {
        const { lines } = await planOf(client, statement);
        const scans = lines.filter((line) => /Seq Scan on (runs|attempts|events_0|tasks)\b/.test(line));
        expect(scans, `${name}: ${statement.text}\n${lines.join("\n")}`).toEqual([]);
      }
    }
  });
});
