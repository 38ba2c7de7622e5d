// `npm run bench:audit -- [entries]`: what it costs to look something up in an audit of a million entries, on both databases, and what an
// entry costs the change that it belongs to.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { systemClock } from "../../server/clock.ts";
import { audited } from "../../server/domain/audit/audited.ts";
import { type AuditQuery, bySystem } from "../../server/domain/audit/entry.ts";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { startServer } from "../support/postgres-server.ts";
import { aTask, newId } from "../support/tasks.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 27);
const START = END - 400 * DAY;
const STEP = (END - START) / COUNT;
const BEFORE = JSON.stringify({ description: "a".repeat(40), timeout: "PT1M" });
const DEFINITION = JSON.stringify({ name: "x".repeat(30), schedule: {}, target: {}, payload: "p".repeat(900) });

/** One actor in 50, one action in 20, one task in 2,000; one in 200 is refused; one name is there once. */
const rows = (series: string, text: (sql: string) => string, mod: (n: number) => string) => `
  INSERT INTO audit_entries (id, at, "actorKind", "actorId", "actorName", "userId", address, "userAgent", transport, action, "subjectKind",
    "subjectId", "subjectName", version, outcome, "changeId", omitted, "searchText", before, after, definition)
  SELECT 'e' || substr('000000000' || ${text("n")}, -9), ${START} + CAST(n * ${STEP} AS BIGINT), 'USER', 'user-' || ${mod(50)}, 'user ' || ${mod(50)}, 'user-' || ${mod(50)},
    '10.0.0.' || ${mod(250)}, 'Mozilla/5.0 (X11; Linux x86_64)', 'HTTP', 'action' || ${mod(20)}, 'TASK', 'task-' || ${mod(2000)},
    'Task number ' || ${mod(2000)}, n, CASE WHEN ${mod(200)} = 0 THEN 'REFUSED' ELSE 'DONE' END, 'change-' || ${text("n")}, 0,
    'action' || ${mod(20)} || chr || 'user ' || ${mod(50)} || chr || 'task number ' || ${mod(2000)} || chr || 'task-' || ${mod(2000)} || chr || '10.0.0.' || ${mod(250)}
      || CASE WHEN n = ${Math.floor(COUNT / 10)} THEN ' needle' ELSE '' END,
    '${BEFORE}', '${BEFORE}', CASE WHEN ${mod(3)} = 0 THEN '${DEFINITION}' END
  FROM ${series}`;

const SQLITE = rows(
  `(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${COUNT}) SELECT n, char(10) AS chr FROM c)`,
  (sql) => sql,
  (n) => `(n % ${n})`,
);
const POSTGRESQL = rows(
  `(SELECT n, chr(10) AS chr FROM generate_series(1::bigint, ${COUNT}) AS n) AS numbers`,
  (sql) => `${sql}::text`,
  (n) => `(n % ${n})`,
).replace("substr('000000000' || n::text, -9)", "right('000000000' || n::text, 9)");

const QUESTIONS: Readonly<Record<string, AuditQuery>> = {
  "the newest": {},
  "of an actor": { actorId: "user-7" },
  "of an action": { action: ["action7"] },
  "of three actions": { action: ["action7", "action8", "none"] },
  "of a task": { subjectKind: "TASK", subjectId: "task-77" },
  "of a kind": { subjectKind: "TASK" },
  "of a kind that is not there": { subjectKind: "SECRET" },
  refused: { outcome: "REFUSED" },
  "of a change": { changeId: "change-500" },
  "of a day": { from: END - 200 * DAY, before: END - 199 * DAY },
  "of an actor on a day": { actorId: "user-7", from: END - 200 * DAY, before: END - 199 * DAY },
  "an action of an actor": { actorId: "user-7", action: ["action7"] },
  "a text that many have": { search: "TASK NUMBER 7" },
  "a text that one has": { search: "needle" },
  "a text that none has": { search: "nowhere" },
};

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;

async function measure(name: string, store: Store): Promise<void> {
  for (const [question, query] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    let found = 0;
    for (let index = 0; index < 5; index++) {
      const began = performance.now();
      found = (await store.audit.entries(query, { limit: 25, from: null, direction: "forward" })).total;
      times.push(performance.now() - began);
    }
    console.log(
      `${name.padEnd(11)} ${question.padEnd(28)} ${median(times).toFixed(1).padStart(8)} ms  (${found} found)`,
    );
  }
  const middle = { value: END - 200 * DAY, id: "x" };
  const began = performance.now();
  await store.audit.entries({}, { limit: 25, from: middle, direction: "forward" });
  console.log(
    `${name.padEnd(11)} ${"a page in the middle".padEnd(28)} ${(performance.now() - began).toFixed(1).padStart(8)} ms`,
  );
  const old = performance.now();
  await store.audit.definition("task-77", COUNT / 2);
  console.log(
    `${name.padEnd(11)} ${"a task at a version".padEnd(28)} ${(performance.now() - old).toFixed(1).padStart(8)} ms`,
  );
  const pruning = performance.now();
  const gone = await store.write((tx) => tx.audit.prune(END, 100));
  console.log(
    `${name.padEnd(11)} ${`forgetting ${gone}`.padEnd(28)} ${(performance.now() - pruning).toFixed(1).padStart(8)} ms`,
  );
  const act = { origin: bySystem("SERVER"), action: "updateTask", of: "TASK", changeId: "c" } as const;
  const task = aTask();
  await store.write((tx) => tx.insertTask(task));
  const one = async (by: Store, version: number) => {
    const began = performance.now();
    await by.write((tx) => tx.saveTask({ ...task, version, description: String(version) }, "UPDATED"));
    return performance.now() - began;
  };
  const { store: told } = audited(store, act, { clock: systemClock, newId });
  const [plain, with_]: [number[], number[]] = [[], []];
  for (let version = 2; version < 202; version += 2) {
    plain.push(await one(store, version));
    with_.push(await one(told, version + 1));
  }
  console.log(
    `${name.padEnd(11)} an edit without an entry ${median(plain).toFixed(2)} ms, with one ${median(with_).toFixed(2)} ms`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "cronograph-audit-"));
const file = join(folder, "audit.db");
await (await openStore(file)).close();
const db = new Sqlite(file);
const filling = performance.now();
db.exec(SQLITE);
db.close();
console.log(`sqlite: ${COUNT} entries made in ${Math.round(performance.now() - filling)} ms`);
const sqlite = await openStore(file);
await measure("sqlite", sqlite);
await sqlite.close();
rmSync(folder, { recursive: true });

const postgres = await startServer();
try {
  await (await openStore(postgres.url)).close();
  const client = new pg.Client({ connectionString: postgres.url });
  client.on("error", () => {});
  await client.connect();
  const began = performance.now();
  await client.query(POSTGRESQL);
  await client.query("VACUUM ANALYZE audit_entries");
  await client.end();
  console.log(`postgresql: ${COUNT} entries made in ${Math.round(performance.now() - began)} ms`);
  const store = await openStore(postgres.url);
  await measure("postgresql", store);
  await store.close();
} finally {
  await postgres.stop();
}
