// What the migrations make, one after the other, is what the schema says: neither forgets a column of the other.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { openStore } from "../../server/store/index.ts";
import { temporaryFolder } from "../support/app.ts";

const PRISMA = join(PACKAGE_ROOT, "prisma", "sqlite");
const schema = readFileSync(join(PRISMA, "schema.prisma"), "utf8");
const folders = readdirSync(join(PRISMA, "migrations")).filter((name) => /^\d{14}_/.test(name));
const folder = await temporaryFolder();

interface Model {
  readonly table: string;
  readonly columns: string[];
  readonly indexes: string[];
}

/** Tables with their columns and what is indexed, as written in the schema; relations have no column. */
function models(): Model[] {
  return [...schema.matchAll(/^model \w+ \{\n(.*?)^\}/gms)].map(([, body = ""]) => {
    const fields = [...body.matchAll(/^ {2}(\w+)\s+(String|Int|BigInt|Boolean|Float)\b/gm)];
    return {
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "",
      columns: fields.map(([, name = ""]) => name).sort(),
      indexes: [...body.matchAll(/@@(?:index|unique)\(\[([^\]]+)\](?:, where: raw\("(.+?)"\))?\)/g)]
        .map(([, list = "", where = ""]) => `${list} ${where.replaceAll("\\", "")}`)
        .sort(),
    };
  });
}

describe("the migrations", () => {
  it("make the tables, columns and indexes of the schema, no more and no fewer", async () => {
    const file = join(folder, "made.db");
    await (await openStore(file)).close();
    const db = new Sqlite(file, { readonly: true });
    const made = models().map(({ table }): Model => {
      const names = (pragma: string, of: string) =>
        (db.pragma(`${pragma}("${of}")`) as { name: string }[]).map(({ name }) => name);
      const indexes = (db.pragma(`index_list("${table}")`) as { name: string; origin: string }[])
        .filter(
          ({ name, origin }) => origin === "c" && names("index_info", name).length > 1 - Number(!name.endsWith("_key")),
        )
        .map(({ name }) => {
          const made = db.prepare("SELECT sql FROM sqlite_master WHERE name = ?").pluck().get(name) as string;
          return `${names("index_info", name).join(", ")} ${made.split(" WHERE ")[1] ?? ""}`;
        });
      return { table, columns: names("table_info", table).sort(), indexes: indexes.sort() };
    });
    db.close();
    expect(models().length).toBeGreaterThan(8);
    expect(made).toEqual(models());
  });

  it("end with the schema as it is: the next one starts from there", () => {
    const newest = folders.sort().at(-1) as string;
    expect(readFileSync(join(PRISMA, "migrations", newest, "schema.prisma"), "utf8")).toBe(schema);
  });

  it("but for the first ones build no table anew: that would hold up a start for as long as a table is long", () => {
    for (const name of folders.sort().slice(2))
      expect(readFileSync(join(PRISMA, "migrations", name, "migration.sql"), "utf8"), name).not.toMatch(
        /DROP TABLE|RENAME TO/,
      );
  });
});
