// Runs that wait on a fresh database for instances that are up already, and what became of them: every row is counted.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { v7 as uuid } from "uuid";
import { fromTask } from "../../../server/domain/lanes.ts";
import type { NewRun } from "../../../server/domain/ports.ts";
import type { Task } from "../../../server/domain/types.ts";
import { aTask } from "../../support/tasks.ts";
import { built } from "../figures.ts";

const { openStore } = await built<typeof import("../../../server/store/index.ts")>("store/index");

const TASKS = 200;
const FAR = 8_000_000_000_000;

export interface Outcome {
  readonly ms: number;
  readonly runs: number;
  readonly cpuUs: number;
  readonly latenessMs: readonly number[];
}

/** Fresh: its tables are made. */
export async function freshDatabase(server: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** `steady`: one every 10 ms; else all at once. */
export async function carryOut(url: string, instances: number, count: number, steady: boolean): Promise<Outcome> {
  const store = await openStore(url);
  const tasks = Array.from(
    { length: TASKS },
    (_, i): Task =>
      aTask({
        id: uuid(),
        name: `nothing ${i}`,
        schedule: { kind: "MANUAL" } as Task["schedule"],
        target: { kind: "MODULE", name: "nothing" },
        overlapPolicy: "ALLOW",
      }),
  );
  await store.write(async (tx) => {
    for (const task of tasks) await tx.insertTask(task);
  });
  const runs = Array.from({ length: count }, (_, i): NewRun => {
    const waiting = { trigger: "MANUAL", state: "QUEUED", late: false, why: null } as const;
    return {
      ...fromTask(tasks[i % TASKS] as Task),
      ...waiting,
      id: uuid(),
      scheduledFor: FAR + i,
      effectiveAt: FAR + i,
      dueAt: FAR + i,
    };
  });
  for (let i = 0; i < count; i += 1_000) await store.write((tx) => tx.insertRuns(Date.now(), runs.slice(i, i + 1_000)));
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query("VACUUM ANALYZE");
  const children = await Promise.all(Array.from({ length: instances }, () => up(url)));
  const due = Date.now() + 3_000;
  await db.query(
    `UPDATE runs SET "dueAt" = $1::bigint + ("dueAt" - ${FAR}) * $2, "effectiveAt" = $1::bigint + ("effectiveAt" - ${FAR}) * $2`,
    [due, steady ? 10 : 0],
  );
  const ended = async () =>
    Number((await db.query(`SELECT count(*) FROM runs WHERE state = 'SUCCEEDED'`)).rows[0].count);
  while ((await ended()) < count) await new Promise((resolve) => setTimeout(resolve, 250));
  const { rows } = await db.query(
    `SELECT max("finishedAt") - min("startedAt") AS ms, (SELECT count(*) FROM attempts) AS attempts, (SELECT count(*) FROM events WHERE kind = 'RUN') AS events FROM runs`,
  );
  if (Number(rows[0].attempts) !== count || Number(rows[0].events) !== 3 * count)
    throw new Error(`Of ${count} runs there are ${rows[0].attempts} attempts and ${rows[0].events} events`);
  const late = await db.query(`SELECT result::bigint - "effectiveAt" AS ms FROM runs`);
  const used = await Promise.all(children.map(down));
  await db.end();
  await store.close();
  return {
    ms: Number(rows[0].ms),
    runs: count,
    cpuUs: used.reduce((sum, { cpuUs }) => sum + cpuUs, 0),
    latenessMs: late.rows.map(({ ms }) => Number(ms)),
  };
}

const INSTANCE = fileURLToPath(new URL("instance.ts", import.meta.url));

async function up(url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", INSTANCE, url], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", (code) => reject(new Error(`An instance ended with ${code}`)));
  });
  return child;
}

async function down(child: ChildProcess): Promise<{ cpuUs: number }> {
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("close", resolve));
  return JSON.parse(said.trim().split("\n").at(-1) ?? "");
}
