// Cronograph in some processes on one database: fills it, lets it run, and counts every row of it.
import pg from "pg";
import { v7 as uuid } from "uuid";
import { fromTask } from "../../../server/domain/lanes.ts";
import type { NewRun, Store } from "../../../server/domain/ports.ts";
import type { Task } from "../../../server/domain/types.ts";
import { aTask } from "../../support/tasks.ts";
import { built } from "../figures.ts";
import { type Contestant, start } from "./contestant.ts";

const { systemClock } = await built<typeof import("../../../server/clock.ts")>("clock");
const { tzdataVersion } =
  await built<typeof import("../../../server/domain/schedule/index.ts")>("domain/schedule/index");
const { keepTzdata } = await built<typeof import("../../../server/scheduler/time-zones.ts")>("scheduler/time-zones");
const { openStore } = await built<typeof import("../../../server/store/index.ts")>("store/index");
const TASKS = 200;
const FAR = Date.UTC(2099, 0, 1);
/** For the processes to start on a busy machine, and for each of them. */
const BEFORE_MS = 10_000;
const EACH_BEFORE_MS = 8_000;

export interface OwnOutcome {
  readonly ms: number;
  readonly runs: number;
  readonly cpuUs: number;
  readonly serverUs: number;
  readonly latenessMs: number[];
}

export interface Offer {
  readonly processes: number;
  readonly runs: number;
  /** Between the due instants of two runs; 0: all at one. */
  readonly everyMs: number;
  /** Further tasks that wait, each for a run of its own. */
  readonly held?: number;
  /** Each run takes so long, and a process has so many going at a time. */
  readonly waits?: { readonly ms: number; readonly atOnce: number };
}

export async function ownRuns(url: string, offer: Offer, serverCpu: () => number): Promise<OwnOutcome> {
  await fill(url, offer);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const processes: Contestant[] = [];
  try {
    await client.query("VACUUM ANALYZE");
    const dueAt = Date.now() + BEFORE_MS + offer.processes * EACH_BEFORE_MS;
    await client.query(
      `UPDATE runs SET "dueAt" = at, "effectiveAt" = at, "scheduledFor" = at
       FROM (SELECT id AS run, $1 + $2 * (row_number() OVER (ORDER BY id) - 1) AS at FROM runs WHERE trigger = 'MANUAL') AS placed WHERE id = run`,
      [dueAt, offer.everyMs],
    );
    processes.push(
      ...(await Promise.all(Array.from({ length: offer.processes }, () => start("./own.ts", started(url, offer))))),
    );
    if (Date.now() > dueAt) throw new Error("The processes were not ready in time; run it again.");
    await new Promise((resolve) => setTimeout(resolve, dueAt - Date.now()));
    const before = serverCpu();
    const took = processes.map((each) => each.go());
    for (let going = true; going; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const { rows } = await client.query(
        `SELECT EXISTS (SELECT 1 FROM runs WHERE state IN ('QUEUED', 'RUNNING', 'RETRYING')) AS going`,
      );
      going = rows[0].going;
    }
    const serverUs = serverCpu() - before;
    for (const each of processes) each.enough();
    const cpuUs = (await Promise.all(took)).reduce((sum, each) => sum + each.cpuUs, 0);
    return { ...(await counted(client, offer.runs, dueAt)), runs: offer.runs, cpuUs, serverUs };
  } finally {
    for (const each of processes) each.kill();
    await client.end();
  }
}

const started = (url: string, { waits }: Offer): string[] => [
  url,
  ...(waits ? [String(waits.ms), String(waits.atOnce)] : []),
];

/** @throws when a row is missing */
async function counted(client: pg.Client, runs: number, dueAt: number): Promise<{ ms: number; latenessMs: number[] }> {
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM runs WHERE state = 'SUCCEEDED') AS runs, (SELECT count(*)::int FROM attempts WHERE outcome = 'SUCCEEDED') AS attempts,
       (SELECT count(*)::int FROM events WHERE "runId" IN (SELECT id FROM runs WHERE trigger = 'MANUAL')) AS events,
       (SELECT max("finishedAt")::float8 FROM runs) AS ended`,
  );
  const { ended, ...found } = rows[0];
  if (found.runs !== runs || found.attempts !== runs || found.events !== 3 * runs)
    throw new Error(`Rows are missing: ${JSON.stringify(found)} of ${runs} runs`);
  const late = await client.query(
    `SELECT (result::bigint - "effectiveAt")::float8 AS ms FROM runs WHERE state = 'SUCCEEDED'`,
  );
  return { ms: ended - dueAt, latenessMs: late.rows.map(({ ms }) => ms) };
}

async function fill(url: string, { runs, held = 0 }: Offer): Promise<void> {
  const store = await openStore(url);
  await keepRules(store);
  const task = (name: string, more: Partial<Task> = {}) =>
    aTask({
      id: uuid(),
      name,
      schedule: { kind: "MANUAL" } as Task["schedule"],
      target: { kind: "MODULE", name: "nothing" },
      overlapPolicy: "ALLOW",
      ...more,
    });
  const tasks = Array.from({ length: TASKS }, (_, i) => task(`nothing ${i}`));
  // As a scheduler leaves it that has planned it: nothing of the start is in the figures.
  const waiting = task("held", { schedule: { kind: "ONCE", at: FAR, timezone: null }, plannedThrough: FAR });
  for (const each of held > 0 ? [...tasks, waiting] : tasks) await store.write((tx) => tx.insertTask(each));
  const made = Array.from({ length: runs }, (_, i): NewRun => {
    const of = fromTask(tasks[i % TASKS] as Task);
    return {
      ...of,
      id: uuid(),
      trigger: "MANUAL",
      state: "QUEUED",
      scheduledFor: FAR,
      effectiveAt: FAR,
      dueAt: FAR,
      late: false,
      why: null,
    };
  });
  for (let i = 0; i < runs; i += 1_000) await store.write((tx) => tx.insertRuns(Date.now(), made.slice(i, i + 1_000)));
  if (held > 0)
    await store.write((tx) =>
      tx.insertRuns(Date.now(), [
        {
          ...fromTask(waiting),
          id: uuid(),
          trigger: "SCHEDULE",
          state: "SCHEDULED",
          scheduledFor: FAR,
          effectiveAt: FAR,
          dueAt: FAR,
          late: false,
          why: null,
        },
      ]),
    );
  await store.close();
  if (held > 1) await copyHeld(url, waiting.id, held - 1);
}

/** Some 0.4 s of work that an instance does once in half a year, soon after its start: no part of a run. */
async function keepRules(store: Store): Promise<void> {
  const step = keepTzdata({ store, clock: systemClock, version: tzdataVersion(), afterMs: 0 });
  for (let left = 0; left < Number.POSITIVE_INFINITY; ) left = await step();
}

/** Copies of one task and of its run, made by the database. */
async function copyHeld(url: string, id: string, copies: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const columns = async (table: string) =>
    (
      await client.query<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public' AND is_generated = 'NEVER'`,
        [table],
      )
    ).rows.map(({ name }) => name);
  const copy = async (table: string, where: string, changed: Record<string, string>) => {
    const names = await columns(table);
    await client.query(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")})
       SELECT ${names.map((name) => changed[name] ?? `"${name}"`).join(", ")} FROM ${table}, generate_series(1, ${copies}) AS place WHERE ${where} = '${id}'`,
    );
  };
  const key = (prefix: string) => `'${prefix}-' || lpad(place::text, 9, '0')`;
  await copy("tasks", "id", { id: key("held"), name: key("held"), nameKey: "NULL", searchText: key("held") });
  await copy("runs", `"taskId"`, { id: key("run"), taskId: key("held") });
  await client.end();
}
