// The physical floor under a run: a hand-written claim loop on better-sqlite3, WAL and synchronous FULL. It claims 200 at a time,
// does nothing, writes one row a run and marks its job done; no attempts, events, leases or fences. `floor.ts FILE COUNT`
import Sqlite from "better-sqlite3";
import { answer, meter } from "./figures.ts";

const [file = "", count = "20000"] = process.argv.slice(2);
const AT_ONCE = 200;

const db = new Sqlite(file);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`CREATE TABLE jobs (id TEXT PRIMARY KEY, state TEXT NOT NULL, dueAt INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX jobs_due ON jobs (state, dueAt);
  CREATE TABLE runs (id TEXT PRIMARY KEY, startedAt INTEGER NOT NULL, finishedAt INTEGER NOT NULL, outcome TEXT NOT NULL) WITHOUT ROWID`);
const add = db.prepare("INSERT INTO jobs VALUES (?, 'QUEUED', ?)");
db.transaction(() => {
  for (let i = 0; i < Number(count); i++) add.run(String(i).padStart(36, "0"), Date.now());
})();

const claim = db.prepare(
  `UPDATE jobs SET state = 'TAKEN' WHERE id IN
     (SELECT id FROM jobs WHERE state = 'QUEUED' AND dueAt <= ? ORDER BY dueAt LIMIT ${AT_ONCE}) RETURNING id`,
);
const record = db.prepare("INSERT INTO runs VALUES (?, ?, ?, 'SUCCEEDED')");
const done = db.prepare("UPDATE jobs SET state = 'DONE' WHERE id = ?");
const recordAll = db.transaction((claimed: readonly { id: string }[], startedAt: number) => {
  for (const { id } of claimed) {
    record.run(id, startedAt, Date.now());
    done.run(id);
  }
});

const measure = meter();
const began = performance.now();
for (;;) {
  const claimed = claim.all(Date.now()) as { id: string }[];
  if (claimed.length === 0) break;
  recordAll(claimed, Date.now());
}
answer({ ms: performance.now() - began, runs: Number(count), ...measure() });
