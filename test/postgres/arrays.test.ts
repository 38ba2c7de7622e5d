// Values that go to PostgreSQL in its binary format come back as they were.
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeArray } from "../../server/store/postgres/arrays.ts";
import { Batched, type ColumnType } from "../../server/store/sql.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";

let postgres: TestPostgres;
let client: pg.Client;
beforeAll(async () => {
  postgres = await startPostgres();
  client = await postgres.client(await postgres.database());
});
afterAll(() => postgres.stop());

const ARRAYS = { text: "text[]", int: "bigint[]", float: "double precision[]", bool: "boolean[]" } as const;

async function returned(type: ColumnType, values: readonly unknown[]): Promise<(string | null)[]> {
  const { rows } = await client.query<{ value: string | null }>(
    `SELECT value::text FROM unnest($1::${ARRAYS[type]}) WITH ORDINALITY AS given(value, place) ORDER BY place`,
    [encodeArray(new Batched(type, values))],
  );
  return rows.map(({ value }) => value);
}

describe("arrays in PostgreSQL's binary format", () => {
  it("hold texts of any characters, with nulls between them", async () => {
    const texts = [
      "",
      "a",
      null,
      'quoted "so" and \\so\\',
      "{a,b}",
      "NULL",
      "line\nand\ttab",
      "ä ß €",
      "🕰️ 時計",
      "x".repeat(70_000),
    ];
    expect(await returned("text", texts)).toEqual(texts);
    expect(await returned("text", [undefined])).toEqual([null]);
  });

  it("take what PostgreSQL cannot keep as the replacement character", async () => {
    expect(await returned("text", ["a\0b", "\ud800", "\udc00x"])).toEqual(["a\uFFFDb", "\uFFFD", "\uFFFDx"]);
  });

  it("take other values in a column of texts as their text", async () => {
    expect(await returned("text", [7, true])).toEqual(["7", "true"]);
  });

  it("hold whole numbers up to 2^53 of either sign", async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const numbers = [
      0,
      1,
      -1,
      255,
      -256,
      2 ** 31,
      2 ** 32,
      2 ** 32 - 1,
      -(2 ** 32),
      -(2 ** 32) - 1,
      1_764_201_600_000,
      most,
      -most,
    ];
    expect(await returned("int", [...numbers, null])).toEqual([...numbers.map(String), null]);
  });

  it("refuse what is no such number, before anything is sent", () => {
    for (const value of [1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, "much"])
      expect(() => encodeArray(new Batched("int", [1, value]))).toThrow(`${value} is no whole number below 2^53`);
  });

  it("hold fractions and answers", async () => {
    expect(await returned("float", [0.1, -2.5e-9, null])).toEqual(["0.1", "-2.5e-09", null]);
    expect(await returned("bool", [true, false, null, 1])).toEqual(["true", "false", null, "true"]);
  });

  it("may be empty", async () => {
    for (const type of ["text", "int", "float", "bool"] as const) expect(await returned(type, [])).toEqual([]);
  });
});
