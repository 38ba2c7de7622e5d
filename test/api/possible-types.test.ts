// A fragment on an interface matches a type only when the client's cache knows that the type is one of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isAbstractType } from "graphql";
import { expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";

const read = (path: string): string => readFileSync(join(PACKAGE_ROOT, path), "utf8");
const schema = buildSchema(read("schema.graphql"));
const client = read("web/live/client.ts");

/** Interfaces that the client asks for by fragments. */
const asked = Object.values(schema.getTypeMap())
  .filter(isAbstractType)
  .filter(({ name }) => new RegExp(`^ *${name}: \\[`, "m").test(client));

it("are found", () => {
  expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(["Schedule", "Target", "Exclusion"]));
});

it.each(asked.map((type) => [type.name, type] as const))("of %s are all known to the client", (name, type) => {
  const [, list = ""] = new RegExp(`^ *${name}: \\[([^\\]]*)\\]`, "m").exec(client) ?? [];
  const known = [...list.matchAll(/"(\w+)"/g)].map(([, each]) => each);
  expect(new Set(known)).toEqual(new Set(schema.getPossibleTypes(type).map((each) => each.name)));
});
