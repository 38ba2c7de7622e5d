// Writes that share a commit: order, and that one's failure is nobody else's.
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqlite as openDatabase, type Transaction } from "../../server/store/database.ts";
import { openStore } from "../../server/store/index.ts";
import { raw, rows, sql } from "../../server/store/sql.ts";
import { temporaryFolder } from "../support/app.ts";
import { aTask } from "../support/tasks.ts";

const folder = await temporaryFolder();
let serial = 0;
const fresh = () => join(folder, `${++serial}.db`);

const save = (key: string) => (tx: Transaction) =>
  tx.$executeRaw(sql`INSERT INTO facts (key, value) VALUES (${key}, 'kept')`);
const fails = (key: string) => async (tx: Transaction) => {
  await save(key)(tx);
  throw new Error(`${key} was refused`);
};

/** How often the file's connections have committed, by their own words. */
async function commitsDuring(work: () => Promise<unknown>): Promise<number> {
  const prepare = Sqlite.prototype.prepare;
  let commits = 0;
  Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
    const statement = prepare.call(this, source);
    if (source !== "COMMIT") return statement;
    const run = statement.run.bind(statement) as () => Sqlite.RunResult;
    statement.run = () => {
      commits++;
      return run();
    };
    return statement;
  } as typeof prepare;
  try {
    await work();
  } finally {
    Sqlite.prototype.prepare = prepare;
  }
  return commits;
}

describe("writes that come together", () => {
  it("share one commit, and their events keep the order in which they were asked for", async () => {
    const store = await openStore(fresh());
    const told: string[] = [];
    store.onCommit(({ events }) => {
      for (const event of events) if (event.kind === "TASK") told.push(event.task.name);
    });
    const names = Array.from({ length: 20 }, (_, index) => `task ${index}`);
    const commits = await commitsDuring(() =>
      Promise.all(names.map((name) => store.write((tx) => tx.insertTask(aTask({ name }))))),
    );
    expect(commits).toBe(1);
    expect(told).toEqual(names);
    const events = await store.eventsAfter(0, 100);
    expect(events.map((event) => event.kind === "TASK" && event.task.name)).toEqual(names);
    await store.close();
  });

  it.each(["first", "middle", "last"])(
    "one that throws takes back its own changes alone, as the %s too",
    async (place) => {
      const database = await openDatabase(fresh());
      const bad = { first: 0, middle: 2, last: 4 }[place] as number;
      const outcomes = await Promise.allSettled(
        Array.from({ length: 5 }, (_, index) => database.write((index === bad ? fails : save)(`fact ${index}`))),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(
        outcomes.map((_, index) => (index === bad ? "rejected" : "fulfilled")),
      );
      expect(outcomes[bad]).toMatchObject({ reason: { message: `fact ${bad} was refused` } });
      const kept = await database.read((db) => rows(db, sql`SELECT key FROM facts ORDER BY key`));
      expect(kept.map(({ key }) => key)).toEqual(
        [0, 1, 2, 3, 4].filter((index) => index !== bad).map((index) => `fact ${index}`),
      );
      await database.close();
    },
  );

  it("are all refused when the disk is full for one of them, and none is told as kept", async () => {
    const database = await openDatabase(fresh());
    await database.write((tx) => tx.$queryRaw(raw("PRAGMA max_page_count = 10")));
    const large = (tx: Transaction) =>
      tx.$executeRaw(sql`INSERT INTO facts (key, value) VALUES ('large', ${"x".repeat(1_000_000)})`);
    const outcomes = await Promise.allSettled([save("a"), large, save("b")].map((work) => database.write(work)));
    const kept = (await database.read((db) => rows(db, sql`SELECT key FROM facts ORDER BY key`))).map(({ key }) => key);
    expect(outcomes[1]).toMatchObject({ status: "rejected", reason: { code: "STORAGE_FULL" } });
    expect(kept.includes("a")).toBe(outcomes[0]?.status === "fulfilled");
    expect(kept.includes("b")).toBe(outcomes[2]?.status === "fulfilled");
    await expect(database.write(save("c"))).rejects.toMatchObject({ code: "STORAGE_FULL" });
    await database.close();
  });

  it("are all carried out before the database closes", async () => {
    const file = fresh();
    const database = await openDatabase(file);
    const writes = Promise.all(Array.from({ length: 200 }, (_, index) => database.write(save(`fact ${index}`))));
    await database.close();
    await writes;
    const again = await openDatabase(file);
    expect(await again.read((db) => rows(db, sql`SELECT COUNT(*) AS count FROM facts`))).toEqual([{ count: 200 }]);
    await again.close();
  });
});
