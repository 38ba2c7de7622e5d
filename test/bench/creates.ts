// `npm run bench:creates`: tasks made a second through the whole API: HTTP, GraphQL, checks, planning, and a commit that is on the disk
// before the answer. 32 clients at once, each with one mutation a request over a connection that it keeps.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { BUILT, startProgram } from "../support/program.ts";
import { grouped, machine, median, percentile, table } from "./figures.ts";

const ROUNDS = Number(process.argv[2] ?? 3);
const COUNT = Number(process.argv[3] ?? 10_000);
const AT_ONCE = 32;
const CREATE = `mutation Create($input: CreateTaskInput!) {
  createTask(input: $input) { task { id version nextRunAt } userErrors { code field message } }
}`;

const KINDS: Record<string, (at: number) => object> = {
  "one-time": () => ({ once: { at: "2099-01-01T00:00:00Z" } }),
  "daily, in a zone": (i) => ({ cron: { expression: `${i % 60} 3 * * *`, timezone: "Europe/Berlin" } }),
};

let made = 0;
async function create(pool: Pool, schedule: object): Promise<void> {
  const input = { name: `task ${++made}`, schedule, target: { http: { url: "https://example.org/hook" } } };
  const { body } = await pool.request({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: CREATE, variables: { input } }),
  });
  const { data, errors } = (await body.json()) as { data?: { createTask: { task: unknown } }; errors?: unknown };
  if (!data?.createTask.task) throw new Error(JSON.stringify(errors ?? data));
}

async function many(pool: Pool, schedule: (at: number) => object, count: number): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const client = async () => {
    while (next < count) {
      const began = performance.now();
      await create(pool, schedule(next++));
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return took;
}

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-"));
console.log(`${machine()}; ${AT_ONCE} clients on the same machine`);
try {
  const rows = [["schedule", "created a second", "p50 ms", "p99 ms"]];
  for (const [kind, schedule] of Object.entries(KINDS)) {
    const rates: number[] = [];
    let took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const file = join(folder, `${kind} ${round}.db`);
      const program = await startProgram({ DATABASE_URL: `file:${file}`, LOG_LEVEL: "error" }, [], BUILT);
      const pool = new Pool(program.url, { connections: AT_ONCE, pipelining: 1 });
      await many(pool, schedule, 1_000);
      const began = performance.now();
      took = took.concat(await many(pool, schedule, COUNT));
      rates.push((COUNT / (performance.now() - began)) * 1_000);
      await pool.close();
      await program.terminate();
    }
    rows.push([kind, grouped(median(rates)), percentile(took, 50).toFixed(1), percentile(took, 99).toFixed(1)]);
  }
  table(`median of ${ROUNDS} rounds of ${grouped(COUNT)}`, rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
