// `npm run bench:sign-in`: a list query a second without sign-in and limits, by nobody in particular (ALLOW_ANONYMOUS), by API token and by
// session cookie, of the same program on a file with the same tasks. Rounds are interleaved; the ratio is what counts. `sign-in.ts ROUNDS REQUESTS`
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { BUILT, startProgram } from "../support/program.ts";
import { grouped, machine, median, percentile, table } from "./figures.ts";

const ROUNDS = Number(process.argv[2] ?? 5);
const REQUESTS = Number(process.argv[3] ?? 3_000);
const AT_ONCE = 16;
const TASKS = 200;
const OWNER_TOKEN = "token-of-the-benchmark-0123456789";
const LIST =
  "{ tasks(first: 25) { nodes { id name state nextRunAt schedule { description } lastRun { state } } totalCount } }";
const CREATE =
  "mutation($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { message } } }";

type Headers = Readonly<Record<string, string>>;

async function ask(pool: Pool, headers: Headers, query: string, variables?: object): Promise<void> {
  const { body } = await pool.request({
    path: "/graphql",
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { errors } = (await body.json()) as { errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
}

async function cookieOf(url: string): Promise<string> {
  const response = await fetch(`${url}/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token: OWNER_TOKEN }),
  });
  return response.headers.getSetCookie()[0]?.split(";")[0] as string;
}

async function round(pool: Pool, headers: Headers, took: number[]): Promise<number> {
  let left = REQUESTS;
  const began = performance.now();
  const client = async () => {
    while (left-- > 0) {
      const sent = performance.now();
      await ask(pool, headers, LIST);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return (REQUESTS / (performance.now() - began)) * 1_000;
}

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-"));
console.log(`${machine()}; ${AT_ONCE} clients on the same machine`);
const open = async (name: string, settings: Record<string, string>) => {
  const program = await startProgram(
    { DATABASE_URL: `file:${join(folder, `${name}.db`)}`, LOG_LEVEL: "error", ...settings },
    [],
    BUILT,
  );
  return { program, pool: new Pool(program.url, { connections: AT_ONCE, pipelining: 1 }) };
};
/** Nobody is asked for and nothing is counted. What an operation's shape and size may be is part of reading it, and has no switch. */
const UNBOUNDED = {
  CALLER_RATE: "none",
  ADDRESS_RATE: "none",
  CALLER_CONCURRENCY: "100000",
  GATEWAY_CONCURRENCY: "1000000",
};
const unbounded = await open("unbounded", { ALLOW_ANONYMOUS: "true", ...UNBOUNDED });
const anybody = await open("anybody", { ALLOW_ANONYMOUS: "true" });
const known = await open("known", { ALLOW_ANONYMOUS: "false", OWNER_TOKEN });
try {
  const token = { authorization: `Bearer ${OWNER_TOKEN}` };
  const contestants: Record<string, { readonly pool: Pool; readonly headers: Headers }> = {
    "no sign-in, no limits": { pool: unbounded.pool, headers: {} },
    "nobody has to sign in": { pool: anybody.pool, headers: {} },
    "API token": { pool: known.pool, headers: token },
    "session cookie": { pool: known.pool, headers: { cookie: await cookieOf(known.program.url) } },
  };
  for (const { pool, headers } of [
    { pool: unbounded.pool, headers: {} },
    { pool: anybody.pool, headers: {} },
    { pool: known.pool, headers: token },
  ])
    for (let i = 0; i < TASKS; i++)
      await ask(pool, headers, CREATE, {
        input: {
          name: `task ${i}`,
          schedule: { once: { at: "2099-01-01T00:00:00Z" } },
          target: { http: { url: "https://example.org/hook" } },
        },
      });
  const figures = Object.entries(contestants).map(([name, each]) => ({
    name,
    ...each,
    rates: [] as number[],
    took: [] as number[],
  }));
  for (const { pool, headers } of figures) await round(pool, headers, []);
  for (let at = 0; at < ROUNDS; at++)
    for (const each of figures) each.rates.push(await round(each.pool, each.headers, each.took));
  const base = median(figures[0]?.rates ?? []);
  table(`25 of ${TASKS} tasks, median of ${ROUNDS} rounds of ${grouped(REQUESTS)}`, [
    ["", "requests a second", "ratio", "p50 ms", "p99 ms"],
    ...figures.map(({ name, rates, took }) => [
      name,
      grouped(median(rates)),
      (median(rates) / base).toFixed(2),
      percentile(took, 50).toFixed(1),
      percentile(took, 99).toFixed(1),
    ]),
  ]);
} finally {
  for (const { pool, program } of [unbounded, anybody, known]) {
    await pool.close();
    await program.terminate();
  }
  rmSync(folder, { recursive: true, force: true });
}
