import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it } from "vitest";
import { StorageError } from "../../server/domain/errors.ts";
import { openSqlite as openDatabase } from "../../server/store/database.ts";
import { troubleOf } from "../../server/store/health.ts";
import { raw, rows, sql } from "../../server/store/sql.ts";
import { temporaryFolder } from "../support/app.ts";

const folder = await temporaryFolder();
const save = (text: string) => `INSERT OR REPLACE INTO facts (key, value) VALUES ('k', '${text}')`;

it("a full database refuses every write until a probe has committed, and rolls back what did not fit", async () => {
  const database = await openDatabase(join(folder, "full.db"));
  const write = (text: string) => database.write((tx) => tx.$executeRaw(raw(save(text))));
  const told: (string | undefined)[] = [];
  database.health.onChange((trouble) => told.push(trouble?.code));
  const pages = (most: number) => database.write((tx) => tx.$queryRaw(raw(`PRAGMA max_page_count = ${most}`)));
  await write("kept");
  await pages(10);
  await expect(write("x".repeat(1_000_000))).rejects.toMatchObject({ code: "STORAGE_FULL" });
  await expect(write("small")).rejects.toBeInstanceOf(StorageError);
  await database.health.probe();
  expect(database.health.trouble).toMatchObject({ code: "STORAGE_FULL", lasting: false });
  expect(await database.read((db) => rows(db, sql`SELECT value FROM facts WHERE key = 'k'`))).toEqual([
    { value: "kept" },
  ]);
  expect(told).toEqual(["STORAGE_FULL"]);
  await database.close();
});

it("knows a damaged file by what the driver says, and that no probe heals it", async () => {
  const file = join(folder, "text.db");
  await writeFile(file, "no database ".repeat(1_000));
  const damaged = new Sqlite(file);
  let thrown: unknown;
  try {
    damaged.exec("SELECT * FROM sqlite_master");
  } catch (error) {
    thrown = error;
  }
  damaged.close();
  expect(troubleOf(thrown)).toMatchObject({ code: "UNAVAILABLE", lasting: true });
});

it("takes no error for the disk's because of a user's words in it", () => {
  expect(troubleOf(new Error('name "SQLITE_FULL: database or disk is full" is taken'))).toBeUndefined();
  expect(troubleOf(new TypeError("x"))).toBeUndefined();
});
