import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFile, open, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { openStore } from "../../server/store/index.ts";
import { knownMigrations } from "../../server/store/migrate.ts";
import { temporaryFolder } from "../support/app.ts";
import { aTask } from "../support/tasks.ts";

const folder = await temporaryFolder();
let serial = 0;
const fresh = () => join(folder, `${++serial}.db`);

/** A closed database with some rows in it. */
async function filled(): Promise<string> {
  const file = fresh();
  const store = await openStore(file);
  for (let index = 0; index < 300; index++) {
    await store.write((tx) => tx.insertTask(aTask({ name: `task ${index}`, description: "x".repeat(500) })));
  }
  await store.close();
  return file;
}

describe("opening a SQLite file", () => {
  it("makes it with Prisma's own migrations, WAL and full synchronisation, and opens it again", async () => {
    const file = join(folder, "new", "deep", "cronograph.db");
    for (let round = 0; round < 2; round++) await (await openStore(file)).close();
    const db = new Sqlite(file);
    const applied = db.prepare("SELECT migration_name, finished_at FROM _prisma_migrations").all() as {
      migration_name: string;
    }[];
    expect(applied.map((row) => row.migration_name)).toEqual(
      (await knownMigrations()).map((migration) => migration.name),
    );
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    db.close();
  });

  it("has the schema that schema.prisma says: the last migration's copy is the schema", async () => {
    const names = (await knownMigrations()).map((migration) => migration.name);
    const migrations = join(PACKAGE_ROOT, "prisma", "sqlite", "migrations");
    const last = await readFile(join(migrations, names.at(-1) as string, "schema.prisma"), "utf8");
    expect(last).toBe(await readFile(join(PACKAGE_ROOT, "prisma", "sqlite", "schema.prisma"), "utf8"));
  });

  it("brings a database of the first version along: every task, run, attempt and line is kept", async () => {
    const file = fresh();
    const [first] = await knownMigrations();
    const old = new Sqlite(file);
    old.exec(first?.sql as string);
    old.exec(`CREATE TABLE "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
      "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
      "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
    const checksum = createHash("sha256")
      .update(first?.sql as string)
      .digest("hex");
    old
      .prepare(
        "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES ('1', ?, 1, ?, 1)",
      )
      .run(checksum, first?.name);
    old.exec(`INSERT INTO tasks (id, name, nameKey, searchText, state, version, scheduleKind, schedule, targetKind, target, retry, timeoutMs,
        overlapPolicy, missedRunPolicy, catchUpWindowMs, onCrash, plannedThrough, createdAt, updatedAt)
      VALUES ('t', 'Old one', 'old one', 'old one', 'ACTIVE', 3, 'EVERY', '{"kind":"EVERY","intervalMs":60000,"anchor":0}', 'MODULE',
        '{"kind":"MODULE","name":"m"}', '{"maxAttempts":1,"initialDelayMs":0,"maxDelayMs":0,"factor":1,"jitter":false}', 1000,
        'SKIP', 'LAST', 1000, 'RETRY', 0, 0, 0);
      INSERT INTO runs (id, taskId, trigger, occurrence, state, lane, scheduledFor, late, attempt, maxAttempts, crashes, interruptions,
        hasPayload, resultTruncated, eventSequence, logLines, logBytes, createdAt)
      VALUES ('r', 't', 'SCHEDULE', 5000, 'SUCCEEDED', 'MODULE', 5000, false, 1, 1, 0, 0, false, false, 1, 1, 1, 0);
      INSERT INTO attempts (runId, number, startedAt, instanceId) VALUES ('r', 1, 5000, 'i');
      INSERT INTO log_lines (runId, number, attempt, at, level, text) VALUES ('r', 1, 1, 5000, 'INFO', 'kept');
      INSERT INTO events (at, kind, type, taskId, runId, sequence, data) VALUES (0, 'RUN', 'CREATED', 't', 'r', 1, '{"id":"r","scheduledFor":5000}');
      INSERT INTO events (at, kind, type, taskId, data) VALUES (0, 'TASK', 'CREATED', 't', '{"id":"t","name":"Old one"}')`);
    old.close();
    const store = await openStore(file);
    const task = (await store.tasksById(["t"])).get("t");
    expect(task).toMatchObject({
      name: "Old one",
      seed: "Old one",
      exclusions: [],
      maxRuns: null,
      jitterMs: 0,
      startDeadlineMs: null,
    });
    expect(task?.catchUp).toEqual({ limit: 10, order: "OLDEST_FIRST", ratePerMinute: null, hold: null });
    expect((await store.runsById(["r"])).get("r")).toMatchObject({
      effectiveAt: 5_000,
      heldUntil: null,
      backfillId: null,
    });
    const page = { limit: 10, from: null, direction: "forward" } as const;
    expect((await store.attempts("r", page)).items).toHaveLength(1);
    expect((await store.logs("r", page)).items).toHaveLength(1);
    const [run, event] = await store.eventsAfter(0, 10);
    expect(run).toMatchObject({ run: { effectiveAt: 5_000 } });
    expect(event).toMatchObject({ task: { jitterMs: 0, exclusions: [], catchUp: { limit: 10 }, seed: "Old one" } });
    await store.close();
  });

  it("refuses a database that a newer program has written", async () => {
    const file = await filled();
    const db = new Sqlite(file);
    db.prepare(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count, finished_at) VALUES ('x', 'x', '29990101000000_future', 0, 1, 1)",
    ).run();
    db.close();
    await expect(openStore(file)).rejects.toThrow(
      /written by a newer Cronograph.*29990101000000_future.*Start the newer version/s,
    );
  });

  it("refuses a database whose migration broke off", async () => {
    const file = await filled();
    const db = new Sqlite(file);
    db.prepare("UPDATE _prisma_migrations SET finished_at = NULL").run();
    db.close();
    await expect(openStore(file)).rejects.toThrow(/broke off\. Restore the database/);
  });

  it.each([
    ["a file of no bytes", (file: string) => truncate(file, 0), /is empty \(0 bytes\)/],
    ["a text file", (file: string) => writeFile(file, "hello ".repeat(1_000)), /is damaged: file is not a database/],
    ["a zeroed header", (file: string) => overwrite(file, 0, 100), /is damaged/],
    ["a page of garbage", (file: string) => overwrite(file, 4_096 * 9, 4_096), /is damaged/],
    [
      "half a file",
      async (file: string) => truncate(file, Math.floor((await stat(file)).size / 8192) * 4_096),
      /is damaged/,
    ],
  ])("refuses %s, names it and says what to do", async (_, damage, message) => {
    const file = fresh();
    await copyFile(await filled(), file);
    await damage(file);
    const before = await readFile(file);
    const opening = openStore(file);
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.toThrow(`${file}`);
    await expect(opening).rejects.toThrow(/Restore it from a backup/);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it("refuses a second owner in this process and from another one, and is free again after a kill", async () => {
    const file = await filled();
    const holder = spawn(process.execPath, ["--import", "tsx", "-e", HOLD, file], {
      cwd: PACKAGE_ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    await expect(openStore(file)).rejects.toThrow(/is in use by another Cronograph process/);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const store = await openStore(file);
    await expect(openStore(file)).rejects.toThrow(/is in use by another Cronograph process/);
    expect(
      (await store.tasks({}, { field: "NAME", direction: "ASC" }, { limit: 1, from: null, direction: "forward" }))
        .total,
    ).toBe(300);
    await store.close();
  });
});

const HOLD = `import("./server/store/index.ts").then(async ({ openStore }) => {
  await openStore(process.argv[1]);
  console.log("held");
  setInterval(() => {}, 1000);
});`;

async function overwrite(file: string, from: number, length: number): Promise<void> {
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(length, from === 0 ? 0 : 0xa5), 0, length, from);
  await handle.close();
}
