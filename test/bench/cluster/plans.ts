// `npm run bench:plans`: a PostgreSQL database filled by SQL, what its rows and indexes weigh, and the slowest plan of each thing
// that happens often; then all plans in full. `plans.ts TASKS RUNS`
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../../server/store/index.ts";
import { startServer } from "../../support/postgres-server.ts";
import { fillScale, hotWork, planOf, statementsOf } from "../../support/scale.ts";
import { grouped, machine, table } from "../figures.ts";

const [tasks = 100_000, runs = 5_000_000] = process.argv.slice(2).map(Number);
const MB = 1_048_576;

const folder = mkdtempSync(join(tmpdir(), "cronograph-plans-"));
const server = await startServer(undefined, ["shared_buffers=1GB", "max_wal_size=8GB", "maintenance_work_mem=256MB"]);
const store = await openStore(server.url);
const client = new pg.Client({ connectionString: server.url });
await client.connect();
console.log(`${machine()}; load average ${loadavg()[0]?.toFixed(1)}`);
try {
  const began = performance.now();
  // Nothing of it has to outlive a power cut.
  await client.query("SET synchronous_commit = off");
  await fillScale(store, client, { tasks, runs });
  await client.query("VACUUM ANALYZE");
  console.log(`filled in ${grouped((performance.now() - began) / 1_000)} s`);
  const { rows: weights } = await client.query(
    `SELECT relname AS name, (SELECT reltuples FROM pg_class WHERE oid = relid)::float8 AS n, pg_table_size(relid)::float8 AS heap, pg_indexes_size(relid)::float8 AS indexes
     FROM pg_stat_user_tables WHERE n_live_tup > 100 ORDER BY pg_total_relation_size(relid) DESC`,
  );
  table("what it weighs", [
    ["table", "rows", "MB", "MB of indexes", "bytes a row", "with indexes"],
    ...weights.map(({ name, n, heap, indexes }) => [
      name,
      grouped(n),
      grouped(heap / MB),
      grouped(indexes / MB),
      grouped(heap / n),
      grouped((heap + indexes) / n),
    ]),
  ]);
  const { rows: ofRuns } = await client.query(
    `SELECT indexrelname AS name, pg_relation_size(indexrelid)::float8 AS size FROM pg_stat_user_indexes WHERE relname = 'runs' ORDER BY size DESC`,
  );
  table("indexes of runs", [["", "MB"], ...ofRuns.map(({ name, size }) => [name, grouped(size / MB)])]);
  const rows = [["", "statements", "slowest ms", "read from end to end"]];
  const full: string[] = [];
  for (const [name, work] of Object.entries(hotWork(store))) {
    const sent = await statementsOf(work);
    let slowest = 0;
    const scans = new Set<string>();
    for (const statement of sent) {
      await planOf(client, statement);
      const { lines, ms } = await planOf(client, statement);
      slowest = Math.max(slowest, ms);
      for (const line of lines) {
        const scanned = /Seq Scan on (runs|attempts|events_0|tasks)\b/.exec(line)?.[1];
        if (scanned) scans.add(scanned);
      }
      full.push(`-- ${name}\n${statement.text}\n${lines.join("\n")}`);
    }
    rows.push([name, String(sent.length), slowest.toFixed(2), [...scans].join(", ")]);
  }
  table("plans, the second time", rows);
  console.log(`\n${full.join("\n\n")}`);
} finally {
  await client.end();
  await store.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
