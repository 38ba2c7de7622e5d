// The form of a payload: which fields a schema gives, when it can show what is written, and what it writes.
import { describe, expect, it } from "vitest";
import { changed, defaultWords, type Field, fieldsOf, readValues, strangers } from "../../../web/ui/payload-schema";

const SCHEMA = {
  type: "object",
  required: ["folder", "keep"],
  properties: {
    folder: { type: "string", title: "Folder" },
    keep: { type: "integer", minimum: 1, default: 7 },
    format: { enum: ["pdf", "html"] },
    dryRun: { type: "boolean", default: true },
    pattern: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
    to: { type: "array", items: { type: "string" } },
    mail: { type: "object", properties: { host: { type: "string" } } },
    headers: { type: "object", additionalProperties: { type: "string" } },
  },
};
const fields = fieldsOf(SCHEMA) as readonly Field[];

describe("a payload's form", () => {
  it("has a field for each property, and JSON for what no field can show", () => {
    expect(fields.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      "folder text",
      "keep number",
      "format choice",
      "dryRun boolean",
      "pattern list",
      "to list",
      "mail object",
      "headers json",
    ]);
    expect(fields[0]).toMatchObject({ label: "Folder", required: true });
    // What has a default need not be given.
    expect(fields[1]).toMatchObject({ label: "keep", required: false, whole: true, min: 1 });
    expect(defaultWords(fields[1] as Field)).toBe("Default: 7");
    for (const other of [null, true, { type: "array" }, { type: "object" }]) expect(fieldsOf(other)).toBeNull();
  });

  it("asks for the name of a secret where a value is not taken", () => {
    const properties = {
      pw: { type: "string", writeOnly: true, description: "Of the mail server.", examples: ["hunter2"] },
    };
    expect(fieldsOf({ type: "object", properties })).toMatchObject([
      {
        description: "Of the mail server. By the name of a secret: its value is not kept here.",
        example: "{{ secrets.NAME }}",
      },
    ]);
  });

  it("gives way to JSON when a value is of another kind than its field", () => {
    expect(readValues('{"folder":"x","pattern":"*.log","other":1}', fields)).toMatchObject({ pattern: "*.log" });
    expect(readValues("", fields)).toEqual({});
    for (const text of ['{"keep":"7"}', '{"mail":{"host":1}}', '{"to":[1]}', "[1]", "{"])
      expect(readValues(text, fields)).toBeNull();
  });

  it("writes what was changed in the schema's order, and leaves strangers alone", () => {
    const values = { other: 1, keep: 3 };
    expect(strangers(fields, values)).toEqual(["other"]);
    expect(JSON.stringify(changed(fields, values, "folder", "x"))).toBe('{"folder":"x","keep":3,"other":1}');
    expect(changed(fields, values, "keep", undefined)).toEqual({ other: 1 });
  });
});
