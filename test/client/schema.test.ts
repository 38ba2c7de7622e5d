// The kit's words are those of schema.graphql.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, GraphQLEnumType, GraphQLInputObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { PACKAGE_ROOT } from "../../server/package.ts";

const read = (path: string) => readFileSync(join(PACKAGE_ROOT, path), "utf8");
const schema = buildSchema(read("schema.graphql"));
const kit = read("client/schema.ts");
const MARKS = ["SNAPSHOT", "SNAPSHOT_END", "HEARTBEAT"];

const words = (name: string): string[] => {
  const text = new RegExp(`export type ${name} =([^;]*);`).exec(kit)?.[1] ?? "";
  const own = [...text.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word);
  return text.includes("Mark") ? [...own, ...MARKS] : own;
};
const fields = (name: string, file = kit): string[] => {
  const text = new RegExp(`export interface ${name} {(.*?)\n}`, "s").exec(file)?.[1] ?? "";
  return [...text.matchAll(/^ {2}(?:readonly )?(\w+)\?:/gm)].map(([, field = ""]) => field);
};

describe("the kit knows", () => {
  it.each(["RunState", "RunTrigger", "TaskState", "ScheduleKind", "TargetKind", "RunEventType", "TaskEventType"])(
    "every value of %s",
    (name) => {
      const type = schema.getType(name);
      if (!(type instanceof GraphQLEnumType)) throw new Error(`${name} is no enum`);
      expect(words(name).sort()).toEqual(
        type
          .getValues()
          .map((value) => value.name)
          .sort(),
      );
    },
  );

  it.each([
    ["RunFilter", kit],
    ["TaskFilter", kit],
    ["RunEventFilter", read("client/events.ts")],
    ["TaskEventFilter", read("client/events.ts")],
  ])("every field of %s", (name, file) => {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLInputObjectType)) throw new Error(`${name} is no input`);
    expect(fields(name, file)).toEqual(Object.keys(type.getFields()));
  });
});
