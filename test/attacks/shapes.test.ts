// Operations whose shape is the attack (OWASP GraphQL Cheat Sheet: denial of service, batching): refused or answered soon on every
// transport, in words without a stack, and the server goes on answering others.
import { describe, expect, it } from "vitest";
import { useSharedApp } from "../api/support.ts";
import { query } from "../support/client.ts";
import { codeOf, type Params, TRANSPORTS } from "./transports.ts";

const app = useSharedApp({ SUGGESTIONS: "false" });
const SOON_MS = 5_000;
const times = (count: number, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => text(at)).join(" ");
const nested = (depth: number, head: string, tail = "") => head.repeat(depth) + tail + "}".repeat(depth);

const REFUSED: readonly (readonly [string, string])[] = [
  ["5,000 aliases", `{ ${times(5_000, (at) => `a${at}: eventCursor`)} }`],
  ["300 aliases of a page of tasks", `{ ${times(300, (at) => `a${at}: tasks(first: 100) { nodes { id } }`)} }`],
  ["3,000 directives on a field", `{ eventCursor ${"@include(if: true) ".repeat(3_000)} }`],
  ["1,500 unknown directives", `{ eventCursor ${times(1_500, (at) => `@d${at}`)} }`],
  ["the same directive 300 times", `{ eventCursor ${"@skip(if: false) ".repeat(300)} }`],
  ["a fragment that spreads itself", "{ ...A } fragment A on Query { ...A }"],
  [
    "a circle of 100 fragments",
    `{ ...F0 } ${times(100, (at) => `fragment F${at} on Query { ...F${(at + 1) % 100} }`)}`,
  ],
  ["500 levels", `{ tasks { nodes ${nested(400, "{ lastRun { task ", "{ id }")} } }`],
  ["100,000 braces", "{a".repeat(100_000)],
  ["100,000 lists in a literal", `{ tasks(filter: ${"[".repeat(100_000)}`],
  [
    "pages within pages within pages",
    `{ tasks(first: 100) { nodes { ${nested(3, "runs(first: 100) { nodes { task { id ", "id").replaceAll("}", "} } }")} } } }`,
  ],
  [
    "the schema in circles",
    `{ __schema { types ${nested(40, "{ fields { type ", "{ name }").replaceAll("}", "} }")} } }`,
  ],
  ["900 fields that collide", `{ ${times(900, (at) => `x: ${at % 2 === 0 ? "eventCursor" : "__typename"}`)} }`],
  ["400 operations and no name", times(400, (at) => `query Q${at} { eventCursor }`)],
  ["a text of 900 kB", `{ eventCursor } # ${"x".repeat(900_000)}\n ${"{".repeat(3_000)}`],
  ["390 variables that nobody uses", `query (${times(390, (at) => `$v${at}: Int`)}) { eventCursor }`],
];

const ANSWERED: readonly (readonly [string, string])[] = [
  ["a field 600 times", `{ ${"eventCursor ".repeat(600)} }`],
  [
    "fragments that double 25 times",
    `{ ...F0 } ${times(25, (at) => `fragment F${at} on Query { ${at < 24 ? `...F${at + 1} ...F${at + 1}` : "eventCursor"} }`)}`,
  ],
  ["what overlaps again and again", `{ ${"tasks(first: 1) { nodes { name } } ".repeat(150)} }`],
];

async function soon<T>(work: Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work;
  expect(performance.now() - began).toBeLessThan(SOON_MS);
  return result;
}

describe.each(TRANSPORTS)("over %s", (_, carry) => {
  const send = (params: Params) => soon(carry(app().url, {}, params));

  it.each(REFUSED)("%s is refused", async (__, text) => {
    const outcome = await send({ query: text });
    expect(codeOf(outcome)).toMatch(/^(QUERY_TOO_COMPLEX|BAD_REQUEST)$/);
    expect(outcome.data ?? null).toBeNull();
    for (const { message } of outcome.errors ?? []) {
      expect(message.length).toBeLessThan(1_000);
      expect(message).not.toMatch(/call stack|node_modules|\.ts:|at .*\(/);
    }
    expect(outcome.errors?.length).toBeLessThanOrEqual(101);
    await soon(query(app().url, "{ eventCursor }"));
  });

  it.each(ANSWERED)("%s costs no more than once", async (__, text) => {
    expect((await send({ query: text })).errors).toBeUndefined();
  });

  it("variables that are deep, long or of another kind are refused", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const filter = "query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }";
    for (const f of [deep, JSON.stringify({ search: "x".repeat(900_000) }), '{"search":{"a":1}}', '"x"', "7", "[[]]"])
      expect(codeOf(await send(`{"query":${JSON.stringify(filter)},"variables":{"f":${f}}}`))).toMatch(
        /^(BAD_REQUEST|TOO_LONG)$/,
      );
    const create = "mutation ($i: CreateTaskInput!) { createTask(input: $i) { task { id } userErrors { code } } }";
    const i = `{"name":"deep","schedule":{"manual":true},"target":{"module":{"name":"echo"}},"payload":${deep}}`;
    const { data, errors } = await send(`{"query":${JSON.stringify(create)},"variables":{"i":${i}}}`);
    expect(errors?.[0]?.extensions.code ?? data.createTask.userErrors[0].code).toMatch(/^(BAD_REQUEST|TOO_DEEP)$/);
  });

  it("a list of operations is none", async () => {
    const one = '{"query":"{ eventCursor }"}';
    const outcome = await send(`[${one},${one}]`);
    expect(outcome.data ?? null).toBeNull();
    expect([400, 4400]).toContain(outcome.status);
  });
});
