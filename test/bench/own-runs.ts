// Cronograph itself, all roles in this process, on a SQLite file. `own-runs.ts FILE RUNNER OFFER COUNT`
// RUNNER: `module` is a module that does nothing, in a thread; `in-process` a Runner that does nothing, so that what is left is the
// engine. OFFER: `flat` are runs that wait already, `herd` ones due at one instant, `steady` one every 10 ms.
// A run is its row, its attempt's row and the rows of its events: queued, started, ended; all are counted in the end.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import { fromTask } from "../../server/domain/lanes.ts";
import type { NewRun, Runner, Store } from "../../server/domain/ports.ts";
import type { ModuleTarget, Task } from "../../server/domain/types.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { aTask } from "../support/tasks.ts";
import { answer, built, meter } from "./figures.ts";

const { startApp } = await built<typeof import("../../server/app.ts")>("app");
const { systemClock } = await built<typeof import("../../server/clock.ts")>("clock");
const { readConfig } = await built<typeof import("../../server/config.ts")>("config");
const { createLog } = await built<typeof import("../../server/log.ts")>("log");
const { openStore } = await built<typeof import("../../server/store/index.ts")>("store/index");

const [file = "", runnerName = "in-process", offer = "flat", given = "20000"] = process.argv.slice(2);
const count = Number(given);
const TASKS = 200;
const LEASE_MS = 10_000;
/** As many as an instance carries out at a time where nothing but the engine sets the bound. */
const CAPACITY = 1_000;
const MODULE = "nothing";

const folder = mkdtempSync(join(tmpdir(), "cronograph-bench-tasks-"));
writeFileSync(join(folder, `${MODULE}.js`), "export default () => Date.now();\n");

const nothing: Runner<ModuleTarget> = {
  capacity: CAPACITY,
  run: async () => ({ ok: true, result: Date.now() }),
  stop: async () => {},
};

const config = readConfig(
  { PORT: "0", ALLOW_ANONYMOUS: "true", DATABASE_URL: `file:${file}`, TASKS_DIR: folder },
  PACKAGE_ROOT,
);
const app = await startApp(config, {
  clock: systemClock,
  log: createLog("error"),
  standIns: {
    openStore,
    newId: () => uuid(),
    modules: (files) => files,
    runners: (real) => (runnerName === "module" ? real : { ...real, MODULE: nothing }),
    leaseMs: LEASE_MS,
  },
});
const { store } = app;

const tasks = Array.from(
  { length: TASKS },
  (_, i): Task =>
    aTask({
      id: uuid(),
      name: `nothing ${i}`,
      schedule: { kind: "MANUAL" } as Task["schedule"],
      target: { kind: "MODULE", name: MODULE },
      overlapPolicy: "ALLOW",
    }),
);
await store.write(async (tx) => {
  for (const task of tasks) await tx.insertTask(task);
});

/** Resolves when this many more runs have ended well. */
function ends(wanted: number): Promise<void> {
  let left = wanted;
  return new Promise((resolve) => {
    const stop = store.onCommit(({ events }) => {
      for (const event of events) if (event.type === "SUCCEEDED") left--;
      if (left > 0) return;
      stop();
      resolve();
    });
  });
}

async function offerRuns(dueAt: (index: number) => number, number: number): Promise<NewRun[]> {
  const now = Date.now();
  const runs = Array.from({ length: number }, (_, i): NewRun => {
    const at = dueAt(i);
    const of = fromTask(tasks[i % TASKS] as Task);
    return {
      ...of,
      id: uuid(),
      trigger: "MANUAL",
      state: "QUEUED",
      scheduledFor: at,
      effectiveAt: at,
      dueAt: at,
      late: false,
      why: null,
    };
  });
  for (let i = 0; i < number; i += 1_000) await store.write((tx) => tx.insertRuns(now, runs.slice(i, i + 1_000)));
  return runs;
}

// Threads are warm and code is compiled, as in a server that has been up for a moment.
const warm = ends(500);
await offerRuns(() => Date.now(), 500);
await warm;

const perRunMs = (await spentOn(async () => void (await offerRuns(() => Number.MAX_SAFE_INTEGER / 4, 1_000)))) / 1_000;
const dueAt = Math.ceil(Date.now() + 1_000 + 2 * perRunMs * count);
const runs = await offerRuns((i) => (offer === "steady" ? dueAt + i * 10 : dueAt), count);
if (Date.now() > dueAt) throw new Error("The machine has become too slow while the runs were made; run it again.");
const all = ends(count);
await new Promise((resolve) => setTimeout(resolve, dueAt - Date.now()));
const measure = meter();
const began = performance.now();
await all;
const ms = performance.now() - began;
const used = measure();
await app.stop();

const checked = await openStore(file);
const latenessMs = await latenessOf(checked, runs);
await checked.close();
rmSync(folder, { recursive: true, force: true });
answer({ ms, runs: count, ...used, latenessMs });
process.exit(0);

async function spentOn(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** When each target was entered, past its instant. @throws when a row is missing */
async function latenessOf(db: Store, made: readonly NewRun[]): Promise<number[]> {
  const late: number[] = [];
  for (let i = 0; i < made.length; i += 1_000) {
    const part = made.slice(i, i + 1_000);
    const ids = part.map(({ id }) => id);
    const contents = await db.runContents(ids);
    const events = await db.eventsAfter(0, 4_000, { runIds: ids });
    if (events.length !== 3 * ids.length) throw new Error(`${events.length} events of ${ids.length} runs`);
    for (const { id, effectiveAt } of part) late.push((contents.get(id)?.result as number) - effectiveAt);
  }
  const attempts = await db.attempts(made.at(-1)?.id as string, { limit: 5, direction: "forward", from: null });
  if (attempts.items.length !== 1) throw new Error("An attempt's row is missing");
  return late;
}
