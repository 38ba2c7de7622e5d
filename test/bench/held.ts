// `npm run bench:held`: a database that holds many tasks. How long a start takes, what the idle program costs, and how long the first
// page of the list takes by HTTP: by name, by next run, with a search. `held.ts COUNT`
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuid } from "uuid";
import { fromTask } from "../../server/domain/lanes.ts";
import { END_OF_TIME } from "../../server/domain/limits.ts";
import { data } from "../support/client.ts";
import { BUILT, startProgram } from "../support/program.ts";
import { aTask } from "../support/tasks.ts";
import { built, grouped, machine, percentile, table } from "./figures.ts";

const { openStore } = await built<typeof import("../../server/store/index.ts")>("store/index");
const COUNT = Number(process.argv[2] ?? 100_000);
const AT_ONCE = 1_000;
const PAGES = 500;
/** After the first pass over all tasks that the retention makes. */
const SETTLE_MS = Number(process.argv[3] ?? 60_000);
const IDLE_MS = 10_000;
const FAR = Date.UTC(2099, 0, 1);

const folder = await mkdtemp(join(tmpdir(), "cronograph-bench-"));
const file = join(folder, "held.db");

const store = await openStore(file);
for (let made = 0; made < COUNT; made += AT_ONCE) {
  const tasks = Array.from({ length: Math.min(AT_ONCE, COUNT - made) }, (_, i) => {
    const at = FAR + (made + i) * 1_000;
    return aTask({
      id: uuid(),
      name: `${["backup", "report", "sync", "mail"][i % 4]} ${made + i}`,
      schedule: { kind: "ONCE", at, timezone: null },
      plannedThrough: END_OF_TIME,
    });
  });
  await store.write(async (tx) => {
    for (const task of tasks) await tx.insertTask(task);
    await tx.insertRuns(
      Date.now(),
      tasks.map((task, i) => {
        const at = FAR + (made + i) * 1_000;
        const when = { scheduledFor: at, effectiveAt: at, dueAt: at };
        return {
          ...fromTask(task),
          ...when,
          id: uuid(),
          trigger: "SCHEDULE",
          state: "SCHEDULED",
          late: false,
          why: null,
        };
      }),
    );
  });
}
await store.close();

/** Of one core. Clock ticks of the process by the system's own count. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

console.log(`${machine()}; ${grouped(COUNT)} tasks`);
const began = performance.now();
const program = await startProgram({ DATABASE_URL: `file:${file}`, LOG_LEVEL: "error" }, [], BUILT);
console.log(`ready after ${((performance.now() - began) / 1_000).toFixed(2)} s`);
try {
  const list =
    "query ($first: Int, $filter: TaskFilter, $orderBy: TaskOrder) { tasks(first: $first, filter: $filter, orderBy: $orderBy) { totalCount nodes { id name state nextRunAt } } }";
  const rows = [["first page of 25", "p50 ms", "p99 ms", "max ms"]];
  for (const [what, variables] of Object.entries({
    "by name": { orderBy: { field: "NAME", direction: "ASC" } },
    "by next run": { orderBy: { field: "NEXT_RUN_AT", direction: "ASC" } },
    "with a search": { filter: { search: "backup 99" }, orderBy: { field: "NAME", direction: "ASC" } },
  })) {
    const took: number[] = [];
    for (let i = 0; i < PAGES; i++) {
      const asked = performance.now();
      await data(program.url, list, { first: 25, ...variables });
      took.push(performance.now() - asked);
    }
    rows.push([what, ...[50, 99, 100].map((percent) => percentile(took, percent).toFixed(1))]);
  }
  table("the list by HTTP, each page over a connection of its own", rows);
  await wait(SETTLE_MS);
  const before = cpuSeconds(program.child.pid as number);
  await wait(IDLE_MS);
  const idle = ((cpuSeconds(program.child.pid as number) - before) / IDLE_MS) * 100_000;
  console.log(`\nidle: ${idle.toFixed(1)} % of one core`);
} finally {
  await program.terminate();
  await rm(folder, { recursive: true, force: true });
}
