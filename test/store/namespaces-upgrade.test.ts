// A database of before namespaces: all that it has is in the default one after its upgrade, and nothing is lost.
import { createHash } from "node:crypto";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { openStore } from "../../server/store/index.ts";
import { knownMigrations } from "../../server/store/migrate.ts";
import { temporaryFolder } from "../support/app.ts";

const folder = await temporaryFolder();

/** The columns that must have a value, each with one of its type. */
function insert(db: Sqlite.Database, table: string, given: Readonly<Record<string, string | number>>): void {
  const columns = db.pragma(`table_info("${table}")`) as {
    name: string;
    type: string;
    notnull: number;
    dflt_value: unknown;
    pk: number;
  }[];
  const row: Record<string, string | number> = {};
  for (const { name, type, notnull, dflt_value } of columns)
    if (given[name] !== undefined) row[name] = given[name];
    else if (notnull && dflt_value === null && type !== "INTEGER") row[name] = type === "TEXT" ? "[]" : 0;
    else if (notnull && dflt_value === null && name !== "cursor") row[name] = 1;
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
  ).run(...Object.values(row));
}

it("is brought along: tasks, queues, secrets, calendars, webhooks, events and the audit are in the default namespace", async () => {
  const file = join(folder, "before.db");
  const before = (await knownMigrations()).filter(({ name }) => !name.endsWith("_namespaces"));
  expect(before.length).toBe((await knownMigrations()).length - 1);
  const old = new Sqlite(file);
  old.exec(`CREATE TABLE "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`);
  for (const [index, { name, sql }] of before.entries()) {
    old.exec(sql);
    old
      .prepare(
        "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (?, ?, 1, ?, 1)",
      )
      .run(String(index), createHash("sha256").update(sql).digest("hex"), name);
  }
  const json = { schedule: '{"kind":"MANUAL"}', target: '{"kind":"MODULE","name":"m"}', retry: '{"maxAttempts":1}' };
  insert(old, "tasks", { ...json, id: "t", name: "Old", nameKey: "old", state: "ACTIVE" });
  insert(old, "queues", { name: "mail" });
  insert(old, "secrets", { id: "s", name: "KEY" });
  insert(old, "calendars", { id: "c", name: "Off", nameKey: "off" });
  insert(old, "webhooks", { id: "w", name: "hook", filter: "{}", cursor: 1 });
  insert(old, "events", { kind: "TASK", type: "CREATED", taskId: "t", data: '{"id":"t","name":"Old"}' });
  insert(old, "audit_entries", { id: "a", subjectKind: "TASK", action: "createTask" });
  insert(old, "audit_entries", { id: "b", subjectKind: "USER", action: "createUser" });
  // The log has come so far, though its events are gone: no number is given out twice.
  old.exec("UPDATE sqlite_sequence SET seq = 4711 WHERE name = 'events'");
  old.close();

  const store = await openStore(file);
  const page = { limit: 10, from: null, direction: "forward" } as const;
  const inDefault = [
    ...(await store.tasksById(["t"])).values(),
    ...(await store.queuesByName(["mail"])).values(),
    ...(await store.secretsByName(["KEY"])).values(),
    ...(await store.calendars()),
    ...(await store.webhooks.list()),
    ...(await store.eventsAfter(0, 10)),
    ...(await store.audit.entries({ namespaceId: "default" }, page)).items.map(({ item }) => item),
  ];
  expect(inDefault.map(({ namespaceId }) => namespaceId)).toEqual(Array(7).fill("default"));
  // Who may sign in is the server's affair.
  const ofServer = await store.audit.entries({ namespaceId: "default", ofServer: true }, page);
  expect(
    ofServer.items
      .map(({ item: { id, namespaceId } }) => [id, namespaceId])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  ).toEqual([
    ["a", "default"],
    ["b", null],
  ]);
  const [only, ...others] = await store.namespaces.list();
  expect([only?.name, others]).toEqual(["default", []]);
  const task = (await store.tasksById(["t"])).get("t");
  if (!task) throw new Error("The task is gone");
  await store.write((tx) => tx.saveTask({ ...task, version: 9 }, "UPDATED"));
  expect(await store.headCursor()).toBe(4712);
  await store.close();
});
