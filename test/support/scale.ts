// A PostgreSQL database with many rows, made by the database itself, and the plans of the statements that the store sends there.
import pg from "pg";
import type { Store } from "../../server/domain/ports.ts";
import { prunable } from "../../server/domain/retention.ts";
import { aRun, aTask, NOON } from "./tasks.ts";

/** Runs that have events left: the log is kept for a shorter time. */
const EVENTS_OF = 20_000;

export interface Scale {
  readonly tasks: number;
  /** Of all tasks together; nearly all have ended, a task's next one waits. */
  readonly runs: number;
  /** Runs that are due and wait for a slot. */
  readonly queued?: number;
  /** Runs of the task "first" that somebody has triggered; all have ended. */
  readonly byHand?: number;
}

/** Copies of one task, its runs over the past, an attempt and three events of each. */
export async function fillScale(
  store: Store,
  client: pg.Client,
  { tasks, runs, queued = 0, byHand = 0 }: Scale,
): Promise<void> {
  const task = aTask({ id: "first", name: "first" });
  await store.write(async (tx) => {
    await tx.insertTask(task);
    await tx.insertRuns(NOON, [{ ...aRun(task, NOON), id: "first" }]);
  });
  const key = (prefix: string, place: string) => `'${prefix}-' || lpad((${place})::text, 9, '0')`;
  await copy(client, "tasks", `id = 'first'`, tasks, {
    id: key("task", "place"),
    name: key("task", "place"),
    nameKey: key("task", "place"),
    searchText: key("task", "place"),
    createdAt: `${NOON} - place`,
    nextRunAt: `${NOON} + place::bigint * 1000`,
    runCount: String(Math.floor(runs / tasks)),
  });
  const at = `${NOON} - ((place::bigint * 7919) % ${runs} + 1) * 1000`;
  const ended = {
    id: key("run", "place"),
    taskId: key("task", `place % ${tasks} + 1`),
    occurrence: at,
    scheduledFor: at,
    effectiveAt: at,
    dueAt: "NULL",
    startedAt: at,
    finishedAt: `${at} + 500`,
    createdAt: at,
    attempt: "1",
    eventSequence: "3",
    instanceId: `'instance'`,
  };
  await copy(client, "runs", `id = 'first'`, runs, {
    ...ended,
    state: `CASE WHEN place % 100 = 0 THEN 'FAILED' WHEN place % 100 = 1 THEN 'MISSED' ELSE 'SUCCEEDED' END`,
  });
  await copy(client, "runs", `id = 'first'`, tasks, {
    id: key("next", "place"),
    taskId: key("task", "place"),
    occurrence: `${NOON} + place::bigint * 1000`,
    scheduledFor: `${NOON} + place::bigint * 1000`,
    effectiveAt: `${NOON} + place::bigint * 1000`,
    dueAt: `${NOON} + place::bigint * 1000`,
  });
  await copy(client, "runs", `id = 'first'`, queued, {
    id: key("queued", "place"),
    taskId: key("task", `place % ${tasks} + 1`),
    state: `'QUEUED'`,
    trigger: `'MANUAL'`,
    occurrence: "NULL",
    dueAt: `${NOON} - place`,
  });
  await copy(client, "runs", `id = 'first'`, byHand, {
    ...ended,
    id: key("byhand", "place"),
    taskId: `'first'`,
    state: `'SUCCEEDED'`,
    trigger: `'MANUAL'`,
    occurrence: "NULL",
  });
  await client.query(
    `INSERT INTO attempts ("runId", number, "startedAt", "finishedAt", outcome, "instanceId")
     SELECT id, 1, "startedAt", "finishedAt", 'SUCCEEDED', 'instance' FROM runs WHERE state = 'SUCCEEDED'`,
  );
  await client.query(
    `INSERT INTO events (cursor, at, kind, type, "taskId", "runId", sequence, data)
     SELECT head + (place - 1) * 3 + sequence, ${NOON}, 'RUN', 'SUCCEEDED', ${key("task", `place % ${tasks} + 1`)}, ${key("run", "place")}, sequence, '{}'
     FROM (SELECT max(cursor) AS head FROM events) AS old, generate_series(1, ${Math.min(runs, EVENTS_OF)}) AS place, generate_series(1, 3) AS sequence`,
  );
}

/** @param changed expressions in place of the copied row's columns; `place` counts from 1 */
async function copy(
  client: pg.Client,
  table: string,
  where: string,
  copies: number,
  changed: Record<string, string>,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = $1 AND table_schema = 'public' AND is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  await client.query(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")})
     SELECT ${names.map((name) => changed[name] ?? `"${name}"`).join(", ")} FROM ${table}, generate_series(1, ${copies}) AS place WHERE ${where}`,
  );
}

export interface Sent {
  readonly text: string;
  readonly values: unknown[];
}

/** The statements that the store really sends, caught from the driver while `work` runs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent = new Map<string, Sent>();
  const prototype = pg.Client.prototype;
  const query = prototype.query;
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof first === "string" ? first : first.text;
    const values = (typeof first === "string" ? second : first.values) ?? [];
    if (/^\s*(SELECT|WITH|UPDATE|DELETE)/i.test(text) && Array.isArray(values)) sent.set(text, { text, values });
    return (query as (...given: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return [...sent.values()];
}

/** As it is carried out with these values, and taken back. `settings`: those of the connection that carries it out. */
export async function planOf(
  client: pg.Client,
  { text, values }: Sent,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ lines: string[]; ms: number }> {
  await client.query("BEGIN");
  try {
    for (const [name, value] of Object.entries(settings)) await client.query(`SET LOCAL ${name} = ${value}`);
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
    const lines = rows.map((row) => row["QUERY PLAN"]);
    return { lines, ms: Number(/Execution Time: ([\d.]+)/.exec(lines.at(-1) ?? "")?.[1]) };
  } finally {
    await client.query("ROLLBACK");
  }
}

const PAGE = { limit: 25, from: null, direction: "forward" } as const;
const BY_TIME = { field: "SCHEDULED_FOR", direction: "DESC" } as const;

/** What happens often, each by a name. */
export function hotWork(store: Store): Record<string, () => Promise<unknown>> {
  const request = {
    instanceId: "i",
    now: NOON + 10_500,
    leaseUntil: NOON + 20_000,
    slots: { HTTP: 20, MODULE: 4, SHELL: 4 },
  };
  const usual = { maxAgeMs: 60_000, maxCount: 10 };
  return {
    "claim of due runs": () => store.write((tx) => tx.claim(request)),
    "next due instant": () => store.nextDue(NOON),
    "next attention": () => store.nextAttention(),
    "lost runs": () => store.write((tx) => tx.lostRuns(NOON, 10)),
    "next lease end": () => store.nextLeaseEnd(),
    "tasks to plan": () => store.write((tx) => tx.tasksToPlan(NOON, 10)),
    "tasks overdue": () => store.write((tx) => tx.tasksOverdue(NOON, 10)),
    "held until now": () => store.write((tx) => tx.tasksHeldUntil(NOON, 10)),
    "start deadlines that are over": () => store.write((tx) => tx.missDeadlines(NOON, 10)),
    "queue timeouts that are over": () => store.write((tx) => tx.endQueueTimeouts(NOON, 10)),
    "tasks whose bound opens again": () => store.write((tx) => tx.reopenBounded(10)),
    "tasks without a run left": () => store.write((tx) => tx.completeExhausted(NOON, 10)),
    "running backfills": () => store.write((tx) => tx.runningBackfills(10)),
    "page of runs": () => store.runs({}, BY_TIME, PAGE),
    "page of failed runs": () => store.runs({ state: ["FAILED", "MISSED"] }, BY_TIME, PAGE),
    "page of a task's runs": () => store.runs({ taskId: ["task-000000007"] }, BY_TIME, PAGE),
    "page of tasks by name": () => store.tasks({}, { field: "NAME", direction: "ASC" }, PAGE),
    "page of tasks by next run": () => store.tasks({}, { field: "NEXT_RUN_AT", direction: "ASC" }, PAGE),
    "last runs of 25 tasks": () =>
      store.lastRuns(Array.from({ length: 25 }, (_, i) => `task-${String(i + 1).padStart(9, "0")}`)),
    "events after a cursor": () => store.eventsAfter(5, 100),
    "what retention removes": () => store.prunableRuns("task-000000007", prunable(null, usual, NOON), 100, 1_000),
    "tasks that retention looks at": () => store.tasksWithEndedRuns("task-000000007", 100),
  };
}
