import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@graphql-codegen/cli";
import {
  buildClientSchema,
  buildSchema,
  type GraphQLEnumType,
  type GraphQLNamedType,
  getIntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { describe, expect, it, onTestFinished } from "vitest";
import codegen from "../../codegen.ts";
import { ERROR_CODES } from "../../server/domain/errors.ts";
import { RUN_EVENT_TYPES, RUN_STATES, TASK_EVENT_TYPES } from "../../server/domain/types.ts";
import { PACKAGE_ROOT } from "../../server/package.ts";
import { data } from "../support/client.ts";
import { useSharedApp } from "./support.ts";

const app = useSharedApp();
const path = (...parts: string[]) => join(PACKAGE_ROOT, ...parts);
const text = await readFile(path("schema.graphql"), "utf8");
const written = buildSchema(text);
const types = Object.values(written.getTypeMap()).filter(
  (type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type),
);

/** What subscriptions tell beside the log's events. */
const MARKS = ["SNAPSHOT", "SNAPSHOT_END", "HEARTBEAT"];

describe("the contract", () => {
  it("is what the server serves, descriptions included", async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      oneOf: true,
      specifiedByUrl: true,
    });
    const served = buildClientSchema(await data(app().url, query));
    expect(printSchema(lexicographicSortSchema(served))).toBe(printSchema(lexicographicSortSchema(written)));
  });

  it("can be fetched as it was written", async () => {
    const response = await fetch(`${app().url}/schema.graphql`);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe(text);
  });

  it("describes every type, field, argument, enum value and input field", () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it("ends every description like a sentence", () => {
    const sentences = types.flatMap(descriptions).filter(([, description]) => !/[.`]$/.test(description.trim()));
    expect(sentences).toEqual([]);
  });

  it("has the error codes, states and event types of the rules, in their order", () => {
    const values = (name: string) => (written.getType(name) as GraphQLEnumType).getValues().map((value) => value.name);
    expect(values("ErrorCode")).toEqual(ERROR_CODES);
    expect(values("RunState")).toEqual(RUN_STATES);
    expect(values("RunEventType")).toEqual([...RUN_EVENT_TYPES, ...MARKS]);
    expect(values("TaskEventType")).toEqual([...TASK_EVENT_TYPES, ...MARKS]);
  });

  it("answers each mutation with userErrors and takes one input object", () => {
    const fields = Object.values(written.getMutationType()?.getFields() ?? {});
    const shapes = fields.map(({ name, args, type }) => [
      name,
      args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(),
      String(type),
    ]);
    const capital = (name: string) => name[0]?.toUpperCase() + name.slice(1);
    expect(shapes).toEqual(
      fields.map(({ name }) => [name, `input: ${capital(name)}Input!`, `${capital(name)}Payload!`]),
    );
    for (const { type } of fields)
      expect(printSchema(written)).toMatch(
        new RegExp(`type ${String(type).slice(0, -1)} [^}]*userErrors: \\[UserError!\\]!`),
      );
  });
});

describe("generated code", () => {
  // Inside the package, because the generated imports are written relative to it.
  const fresh = async (): Promise<Map<string, string>> => {
    const silent = { ...codegen, silent: true, cwd: PACKAGE_ROOT, overwrite: true };
    const files = (await generate(silent, false)) as { filename: string; content: string }[];
    return new Map(files.map(({ filename, content }) => [filename.replace(`${PACKAGE_ROOT}/`, ""), content]));
  };

  it("is what schema.graphql and the client's documents make", async () => {
    const files = await fresh();
    expect([...files.keys()]).toContain("server/gateway/graphql/generated.ts");
    for (const [name, content] of files) {
      const kept = await readFile(path(name), "utf8");
      expect(kept.trim() === content.trim(), `${name} is stale: run \`npm run generate\``).toBe(true);
    }
  });

  it("leaves no file behind that nothing makes any more", async () => {
    const made = [...(await fresh()).keys()].filter((name) => name.startsWith("web/gql/")).sort();
    const kept = (await readdir(path("web/gql"))).map((name) => `web/gql/${name}`).sort();
    // Written by the hook after all others.
    expect(kept).toEqual([...made, "web/gql/documents.json"].sort());
  });

  it("is stale as soon as the schema changes", async () => {
    const folder = await mkdtemp(path("node_modules", ".contract-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const files = (await generate(
      {
        silent: true,
        schema: text.replace("type Query {", 'type Query {\n  "New."\n  extra: Int\n'),
        generates: { [join(folder, "out.ts")]: codegen.generates["server/gateway/graphql/generated.ts"] as object },
      },
      false,
    )) as { content: string }[];
    expect(files[0]?.content).toContain("extra");
    expect(files[0]?.content).not.toBe(await readFile(path("server/gateway/graphql/generated.ts"), "utf8"));
  });
});

function parts(type: GraphQLNamedType): [string, string | null | undefined][] {
  const found: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    for (const value of type.getValues()) found.push([`${type.name}.${value.name}`, value.description]);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) found.push([`${type.name}.${field.name}`, field.description]);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      found.push([`${type.name}.${field.name}`, field.description]);
      for (const argument of field.args)
        found.push([`${type.name}.${field.name}(${argument.name})`, argument.description]);
    }
  }
  return found;
}

const undescribed = (type: GraphQLNamedType): string[] =>
  parts(type).flatMap(([name, description]) => (description?.trim() ? [] : [name]));
const descriptions = (type: GraphQLNamedType): [string, string][] =>
  parts(type).map(([name, description]) => [name, description ?? ""]);
