import { describe, expect, it } from "vitest";
import { compilePayloadSchema } from "../../server/domain/payload-schema.ts";
import type { Json } from "../../server/domain/types.ts";

const REPORT: Json = {
  type: "object",
  properties: {
    folder: { type: "string", minLength: 1 },
    keep: { type: "integer", minimum: 1, maximum: 100, default: 7 },
    format: { enum: ["pdf", "html"] },
    to: { type: "array", items: { type: "string", format: "email" } },
    pattern: {
      anyOf: [
        { type: "string", maxLength: 5 },
        { type: "array", items: { type: "string" } },
      ],
    },
  },
  required: ["folder"],
  additionalProperties: false,
  examples: [{ folder: "/srv/reports", keep: 14 }],
};

const problems = (payload: Json | undefined, options = {}, schema = REPORT) => {
  const read = compilePayloadSchema(schema).check(payload, options);
  return read.ok ? [] : read.errors.map(({ field, message }) => [field?.join("."), message]);
};

describe("a payload held to its module's schema", () => {
  it("is given the defaults, and is itself left as it was", () => {
    const payload = { folder: "a" };
    expect(compilePayloadSchema(REPORT).check(payload)).toEqual({ ok: true, value: { folder: "a", keep: 7 } });
    expect(payload).toEqual({ folder: "a" });
  });

  it("is refused with the place, the value, the rule and an example", () => {
    expect(problems({ keep: 0, format: "doc", to: ["ops"], extra: 1, pattern: 5 })).toEqual([
      ["payload.folder", 'payload.folder is missing: expected a value. Example: "/srv/reports".'],
      ["payload.extra", "payload.extra is not known: expected one of folder, keep, format, to, pattern."],
      ["payload.keep", "payload.keep is 0: expected a whole number of at least 1 and at most 100. Example: 14."],
      ["payload.format", 'payload.format is "doc": expected one of "pdf", "html". Example: "pdf".'],
      ["payload.to.0", 'payload.to.0 is "ops": expected text of the format email. Example: "ops@example.com".'],
      ["payload.pattern", "payload.pattern is 5: expected a string or an array."],
    ]);
    expect(problems({ folder: 5 })).toEqual([
      ["payload.folder", 'payload.folder is 5: expected a string. Example: "/srv/reports".'],
    ]);
  });

  it("may be left out when nothing of an object is required", () => {
    expect(problems(undefined)).toEqual([
      ["payload.folder", 'payload.folder is missing: expected a value. Example: "/srv/reports".'],
    ]);
    const lenient: Json = { type: "object", properties: { keep: { default: 3 } } };
    expect(compilePayloadSchema(lenient).check(undefined)).toEqual({ ok: true, value: { keep: 3 } });
  });

  it("is not judged by text that is filled in later, but a number it cannot become is refused", () => {
    const kept = { kept: true };
    const place = "{{ run.scheduledDate }}";
    expect(problems({ folder: "x", format: place, to: [place], pattern: `a longer ${place}` }, kept)).toEqual([]);
    expect(problems({ folder: "x", keep: place }, kept)[0]?.[0]).toBe("payload.keep");
    // Somebody else's template is text like any other.
    expect(problems({ folder: "x", format: "{{ their.own }}" }, kept)[0]?.[0]).toBe("payload.format");
    expect(problems({ folder: "x", format: place })[0]?.[0]).toBe("payload.format");
  });

  it("is shown as it was before it was filled in", () => {
    const filled = { folder: "x", format: `${"s3cret".repeat(20)}` };
    const [[, message] = []] = problems(filled, { shownAs: { folder: "x", format: "{{ secrets.TOKEN }}" } });
    expect(message).toContain("{{ secrets.TOKEN }}");
    expect(message).not.toContain("s3cret");
  });

  describe("whose fields are marked writeOnly", () => {
    const LOGIN: Json = {
      type: "object",
      properties: {
        user: { type: "string" },
        password: { type: "string", writeOnly: true, minLength: 8, examples: ["hunter2hunter2"] },
        pin: { type: "integer", writeOnly: true },
        keys: { type: "object", writeOnly: true },
        auth: {
          anyOf: [{ type: "object", properties: { token: { type: "string", writeOnly: true } } }, { type: "null" }],
        },
      },
    };
    const kept = { kept: true };
    const NAMED =
      "expected the name of a secret, such as {{ secrets.NAME }}, as the module's schema marks it writeOnly.";

    it("is kept with the names of secrets", () => {
      const payload = {
        user: "ada",
        password: "{{ secrets.PW }}",
        keys: { a: "Bearer {{secrets.A}}", old: null },
        auth: { token: "{{ secrets.T }}" },
      };
      expect(problems(payload, kept, LOGIN)).toEqual([]);
      expect(problems({}, kept, LOGIN)).toEqual([]);
    });

    it("is refused with a value, which is not told", () => {
      expect(problems({ password: "s3cret" }, kept, LOGIN)).toEqual([
        ["payload.password", `payload.password is not told: ${NAMED}`],
      ]);
      const wrong: Json[] = [
        { password: "s3cret {{ secrets.PW }}" },
        { password: "{{ run.s3cret }}" },
        { pin: 123456 },
        { keys: { a: ["{{ secrets.A }}", "s3cret"] } },
        { auth: { token: "s3cret" } },
        { password: 123456 },
      ];
      for (const payload of wrong) {
        const found = problems(payload, kept, LOGIN);
        expect(found).not.toEqual([]);
        expect(JSON.stringify(found)).not.toMatch(/s3cret|123456/);
      }
    });

    it("is refused with a value too where a text that is filled in later decides which branch holds", () => {
      const password = { type: "string", writeOnly: true };
      const choice: Json = {
        type: "object",
        oneOf: [
          { properties: { kind: { const: "basic" }, password } },
          { properties: { kind: { const: "token" }, token: password } },
        ],
      };
      const proxy = { type: "object", properties: { url: { type: "string", format: "uri" }, password } };
      const open: Json = { type: "object", properties: { proxy: { anyOf: [proxy, { type: "null" }] } } };
      const kind = "{{ run.trigger }}";
      for (const found of [
        problems({ kind, password: "s3cret" }, kept, choice),
        problems({ proxy: { url: "{{ run.id }}", password: "s3cret" } }, kept, open),
      ]) {
        expect(found.map(([, message]) => message)).toEqual([expect.stringContaining(NAMED)]);
        expect(JSON.stringify(found)).not.toContain("s3cret");
      }
      expect(problems({ kind, password: "{{ secrets.PW }}" }, kept, choice)).toEqual([]);
      expect(problems({ kind: "token", password: "told" }, kept, choice)).toEqual([]);
    });

    it("is held to the rest of the schema when it is filled in", () => {
      expect(problems({ password: "long enough" }, {}, LOGIN)).toEqual([]);
      const [[place, message] = []] = problems(
        { password: "short" },
        { shownAs: { password: "{{ secrets.PW }}" } },
        LOGIN,
      );
      expect(place).toBe("payload.password");
      expect(message).toContain("{{ secrets.PW }}");
    });
  });

  it("may have a schema of draft 7; what is no schema is an error", () => {
    const draft7: Json = { $schema: "http://json-schema.org/draft-07/schema#", type: "object", required: ["a"] };
    expect(problems({}, {}, draft7)[0]?.[0]).toBe("payload.a");
    expect(() => compilePayloadSchema({ type: "nonsense" })).toThrow("schema is invalid");
    expect(() => compilePayloadSchema({ description: "x".repeat(70_000) })).toThrow("65536 bytes");
  });
});
