import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { data, query } from "../support/client.ts";
import { RUN, TASK, useSharedApp } from "./support.ts";

const app = useSharedApp();

describe("an operation that asks for a great deal", () => {
  const aliases = (count: number, field: string) =>
    `{${Array.from({ length: count }, (_, i) => `a${i}:${field}`).join(" ")}}`;
  const nested = (depth: number) =>
    `{ tasks(first: 100) { nodes { id ${"runs(first: 100) { nodes { task { id ".repeat(depth)}${"} } }".repeat(depth)} } } }`;

  it.each([
    ["5,000 aliases", aliases(5_000, "eventCursor")],
    ["400 runs of tasks of runs of tasks", nested(400)],
    ["100 runs of each task of each of 100 runs of each task of 100 runs", nested(3)],
    ["100,000 levels", "{a".repeat(100_000)],
    ["100,000 levels of a literal", `{ tasks(filter: ${"[".repeat(100_000)}`],
    ["100,000 levels of a type", `query ($a: ${"[".repeat(100_000)}`],
  ])("is refused as too complex in words that help: %s", async (_, text) => {
    const started = performance.now();
    const answer = await query(app().url, text);
    expect(answer.errors?.[0]).toMatchObject({
      extensions: { code: expect.stringMatching(/^(QUERY_TOO_COMPLEX|BAD_REQUEST)$/) },
    });
    expect(answer.errors?.[0]?.message).not.toMatch(/call stack/);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    [
      "a page with everything on it",
      `{ tasks(first: 100) { totalCount nodes { ${TASK} upcoming { at local } lastRun { ${RUN} } } } }`,
    ],
    [
      "a task with its runs and their attempts",
      `{ tasks(first: 1) { nodes { runs(first: 100) { nodes { ${RUN} attempts { nodes { number } } } } } } }`,
    ],
    ["everything about the schema", getIntrospectionQuery()],
  ])("is answered while it is within reason: %s", async (_, text) => {
    expect((await query(app().url, text)).errors).toBeUndefined();
  });

  it("does not keep the others waiting, nor does it end the server: the same field 2,000 times, fragments that double", async () => {
    const doubling = Array.from(
      { length: 25 },
      (_, i) => `fragment F${i} on Query { ${i < 24 ? `...F${i + 1} ...F${i + 1}` : "eventCursor"} }`,
    );
    expect((await query(app().url, `{ ...F0 } ${doubling.join(" ")}`)).status).toBe(200);
    const repeated = await query(app().url, `{ ${"tasks { nodes { name } } ".repeat(2_000)} }`);
    expect(repeated.errors?.[0]?.message ?? "").not.toBe("Validation aborted.");
    await data(app().url, "{ eventCursor }");
  });
});
