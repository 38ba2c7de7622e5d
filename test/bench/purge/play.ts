// Retention removes many old runs from PostgreSQL while two instances work: how long each of its transactions takes with the wait for its
// turn, and how late runs start meanwhile. The purge is the product's own, in the caller's process, where it can be timed.
import pg from "pg";
import { systemClock } from "../../../server/clock.ts";
import type { Store } from "../../../server/domain/ports.ts";
import { createLog } from "../../../server/log.ts";
import { retentionPoll } from "../../../server/monitor/retention.ts";
import { openStore } from "../../../server/store/index.ts";
import { data } from "../../support/client.ts";
import { type Program, startProgram } from "../../support/program.ts";
import { fillScale } from "../../support/scale.ts";

const TASKS = 10;
/** Each is due every second. */
const LIVE_TASKS = 20;
const HOUR_MS = 3_600_000;
/** The instances have planned and started by then. */
const WARM_MS = 3_000;
/** For a run's start, as docs/guarantees.md has it. */
const WINDOW_MS = 10_000;

export interface Purge {
  /** Old ones before, and how many of them are left. */
  readonly runs: number;
  readonly left: number;
  readonly ms: number;
  /** Of each transaction that removes, with the wait for its turn; and of the search before it. */
  readonly batchMs: readonly number[];
  readonly searchMs: readonly number[];
  /** Of the live tasks' occurrences during the purge, from the instant to the start; and those that have not started. */
  readonly lateMs: readonly number[];
  readonly missing: number;
}

/** `url`: of an empty database. Ends after `mostMs` when not all is gone by then; `entry`: how instances are started. */
export async function playPurge(url: string, runs: number, mostMs: number, entry?: readonly string[]): Promise<Purge> {
  const store = await openStore(url);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  const instances: Program[] = [];
  try {
    await client.connect();
    await fillScale(store, client, { tasks: TASKS, runs });
    // Of the old tasks only what they left behind counts.
    await client.query(`DELETE FROM runs WHERE "finishedAt" IS NULL`);
    await client.query(`UPDATE tasks SET state = 'PAUSED', "nextRunAt" = NULL`);
    await client.query("VACUUM ANALYZE");
    const settings = { DATABASE_URL: url, RUN_RETENTION: "none", LOG_LEVEL: "error" };
    for (let index = 0; index < 2; index++) instances.push(await startProgram(settings, [], entry));
    await makeLive((instances[0] as Program).url);
    await new Promise((resolve) => setTimeout(resolve, WARM_MS));
    return await purge(store, client, runs, mostMs);
  } finally {
    await Promise.all(instances.map((one) => one.kill()));
    await client.end();
    await store.close();
  }
}

async function makeLive(url: string): Promise<void> {
  for (let index = 0; index < LIVE_TASKS; index++) {
    const { createTask } = await data(url, CREATE, {
      input: {
        name: `live ${index}`,
        schedule: { cron: { expression: "* * * * * *" } },
        target: { module: { name: "echo" } },
        overlapPolicy: "ALLOW",
      },
    });
    if (createTask.userErrors.length > 0) throw new Error(JSON.stringify(createTask.userErrors));
  }
}

const CREATE = `mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } userErrors { field message } } }`;

async function purge(store: Store, client: pg.Client, runs: number, mostMs: number): Promise<Purge> {
  const batchMs: number[] = [];
  const searchMs: number[] = [];
  let over = false;
  const timed = async <T>(into: number[], work: Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await work;
    into.push(performance.now() - began);
    return answer;
  };
  const watched: Store = Object.create(store, {
    write: { value: (work: Parameters<Store["write"]>[0]) => timed(batchMs, store.write(work)) },
    prunableRuns: {
      value: (...args: Parameters<Store["prunableRuns"]>) => timed(searchMs, store.prunableRuns(...args)),
    },
    tasksWithEndedRuns: {
      value: async (...args: Parameters<Store["tasksWithEndedRuns"]>) => {
        const found = await timed(searchMs, store.tasksWithEndedRuns(...args));
        over ||= found.through === null;
        return found;
      },
    },
    tasksById: { value: store.tasksById.bind(store) },
  });
  const poll = retentionPoll({
    store: watched,
    clock: systemClock,
    log: createLog("error"),
    usual: { maxAgeMs: HOUR_MS, maxCount: null },
  });
  const from = Date.now();
  while (!over && Date.now() - from < mostMs) {
    const pause = await poll();
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, 1_000)));
  }
  const to = Date.now();
  const due = LIVE_TASKS * (Math.floor(to / 1_000) - Math.ceil(from / 1_000) + 1);
  let lateMs = await startsOfLive(client, from, to);
  // What was due last has its whole window.
  while (lateMs.length < due && Date.now() < to + WINDOW_MS) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    lateMs = await startsOfLive(client, from, to);
  }
  const { rows: old } = await client.query<{ left: string }>(
    `SELECT count(*) AS left FROM runs WHERE "taskId" NOT IN (SELECT id FROM tasks WHERE name LIKE 'live %')`,
  );
  return { runs, left: Number(old[0]?.left), ms: to - from, batchMs, searchMs, lateMs, missing: due - lateMs.length };
}

async function startsOfLive(client: pg.Client, from: number, to: number): Promise<number[]> {
  const { rows: live } = await client.query<{ at: string; started: string | null }>(
    `SELECT r."scheduledFor" AS at, min(a."startedAt") AS started FROM runs r LEFT JOIN attempts a ON a."runId" = r.id AND a.number = 1
     WHERE r."taskId" IN (SELECT id FROM tasks WHERE name LIKE 'live %') AND r."scheduledFor" BETWEEN $1 AND $2 GROUP BY r.id`,
    [from, to],
  );
  return live.flatMap(({ at, started }) => (started === null ? [] : [Number(started) - Number(at)]));
}
