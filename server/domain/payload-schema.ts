// Checks payloads by a module's JSON Schema. Pure. A payload that is kept may hold places that are filled in later: what is filled in
// is always text, so a place where the schema wants a number is refused at once; what the text will be cannot be told before.
import { createContext, Script } from "node:vm";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { fail, ok, type Result, refuse, shown, type UserError } from "./errors.ts";
import { PAYLOAD_SCHEMA_BYTES } from "./limits.ts";
import { EXPECTED, hiddenPlaces, MARK, teachMark } from "./payload-secrets.ts";
import { hasPlace } from "./template.ts";
import type { Json } from "./types.ts";

/** Of a module: its schema, and the check it makes. */
export interface PayloadCheck {
  /**
   * The payload with the schema's defaults, or what is wrong with it. `shownAs` stands in the messages in place of what was filled in, which
   * may be a secret; it has the same shape.
   */
  check(
    payload: Json | undefined,
    options?: { readonly shownAs?: Json | undefined; readonly kept?: boolean },
  ): Result<Json | undefined>;
}

const MOST_PROBLEMS = 10;
/** How long the patterns of a schema may look at a payload: some try every way there is, and all others wait meanwhile. */
const PATTERNS_MS = 250;
/** What a text that is not there yet cannot be held to. */
const OF_THE_TEXT = new Set(["pattern", "format", "minLength", "maxLength", "enum", "const"]);
const COMPOSITES = new Set(["anyOf", "oneOf", "not", "if", "contains"]);

type Shape = { readonly [key: string]: Json };

/** @throws Error when it is no JSON Schema */
export function compilePayloadSchema(schema: Json): PayloadCheck {
  if (Buffer.byteLength(JSON.stringify(schema)) > PAYLOAD_SCHEMA_BYTES)
    throw new Error(`The schema has more than ${PAYLOAD_SCHEMA_BYTES} bytes.`);
  const given = typeof schema === "object" && schema !== null && !Array.isArray(schema) ? schema : {};
  const Dialect = JSON.stringify(given.$schema)?.includes("draft-07") ? Ajv : Ajv2020;
  const ajv = new Dialect({ allErrors: true, strict: false, useDefaults: true, verbose: true, logger: false });
  formats.default(ajv);
  let toBeKept = false;
  teachMark(ajv, () => toBeKept);
  const compiled: ValidateFunction = ajv.compile(schema as object);
  const validate = JSON.stringify(schema).includes('"pattern') ? bounded(compiled) : compiled;
  return {
    check(payload, { shownAs = payload, kept = false } = {}) {
      // A module that takes an object of which nothing is required needs no payload.
      const read: Json = structuredClone(payload ?? (given.type === "object" ? {} : null));
      toBeKept = kept;
      const right = validate(read);
      if (right === undefined)
        return refuse(
          "INVALID_PAYLOAD",
          ["payload"],
          `The patterns of the module's schema take more than ${PATTERNS_MS} ms for this payload. Give shorter texts, or let the module have simpler patterns.`,
        );
      if (right) return ok(payload === undefined && given.type !== "object" ? undefined : read);
      const found = compiled.errors ?? [];
      const errors = kept ? certain(found, payload ?? null) : found;
      if (errors.length === 0) return ok(payload);
      return fail(...problems(errors, given, shownAs ?? (given.type === "object" ? {} : null)));
    },
  };
}

const place = createContext({ judge: () => false });
const JUDGE = new Script("judge()");

/** Undefined: it took too long. A pattern that goes astray stops for nothing but this. */
function bounded(validate: ValidateFunction): (read: Json) => boolean | undefined {
  return (read) => {
    place.judge = () => validate(read);
    try {
      return JUDGE.runInContext(place, { timeout: PATTERNS_MS }) as boolean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
      throw error;
    } finally {
      place.judge = undefined;
    }
  };
}

const keysOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

function at(value: Json | undefined, keys: readonly string[]): Json | undefined {
  let here = value;
  for (const key of keys) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Shape)[key];
  }
  return here;
}

/** Without what hangs on a text that is filled in later. */
function certain(errors: readonly ErrorObject[], payload: Json): ErrorObject[] {
  const open = (error: ErrorObject) => {
    const value = at(payload, keysOf(error.instancePath));
    return OF_THE_TEXT.has(error.keyword) && typeof value === "string" && hasPlace(value);
  };
  const doubtful = errors.filter(open);
  const undecided = errors.filter(
    ({ keyword, instancePath }) =>
      COMPOSITES.has(keyword) && doubtful.some((each) => `${each.instancePath}/`.startsWith(`${instancePath}/`)),
  );
  // Which branch of a choice will hold may hang on such a text: what any of them marks is marked.
  return errors.filter(
    (error) =>
      error.keyword === MARK ||
      (!doubtful.includes(error) && !undecided.some(({ schemaPath }) => error.schemaPath.startsWith(schemaPath))),
  );
}

function problems(errors: readonly ErrorObject[], schema: Shape, payload: Json): UserError[] {
  const found = new Map<string, UserError>();
  const branches = errors.filter(({ keyword }) => COMPOSITES.has(keyword));
  const isHidden = hiddenPlaces(errors);
  for (const error of errors) {
    // The branches of a choice say less than the choice.
    if (branches.some((choice) => choice !== error && error.schemaPath.startsWith(`${choice.schemaPath}/`))) continue;
    const keys = [...keysOf(error.instancePath), ...ownKey(error)];
    const place = ["payload", ...keys];
    const expected = expectation(error);
    const value = isHidden(error.instancePath) ? "is not told" : valueWords(error, at(payload, keys));
    const example = error.keyword === MARK ? "" : exampleWords(schema, keys);
    const message = `${place.join(".")} ${value}: expected ${expected}. ${example}`;
    const id = JSON.stringify(place);
    if (!found.has(id)) found.set(id, { code: "INVALID_PAYLOAD", field: place, message: message.trim() });
  }
  return [...found.values()].slice(0, MOST_PROBLEMS);
}

/** The property that the error is about when it is reported at the object that holds it. */
function ownKey({ keyword, params }: ErrorObject): string[] {
  if (keyword === "required" || keyword === "dependentRequired") return [String(params.missingProperty)];
  if (keyword === "additionalProperties") return [String(params.additionalProperty)];
  if (keyword === "unevaluatedProperties") return [String(params.unevaluatedProperty)];
  return [];
}

function valueWords({ keyword }: ErrorObject, value: Json | undefined): string {
  if (keyword.endsWith("Properties") && !/^m(in|ax)/.test(keyword)) return "is not known";
  return value === undefined ? "is missing" : `is ${typeof value === "string" ? shown(value) : cut(value)}`;
}

const cut = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

const list = (values: readonly Json[]): string => values.map((value) => cut(value)).join(", ");

/** The rule in words that go after "expected". */
function expectation({ keyword, params, message = "", parentSchema, schema }: ErrorObject): string {
  const rules = (parentSchema ?? {}) as Shape;
  switch (keyword) {
    case MARK:
      return EXPECTED;
    case "required":
    case "dependentRequired":
      return "a value";
    case "type":
      return article([params.type].flat().join(" or "));
    case "enum":
      return `one of ${list(schema as Json[])}`;
    case "const":
      return cut(schema as Json);
    case "minimum":
    case "exclusiveMinimum":
    case "maximum":
    case "exclusiveMaximum":
      return range(rules);
    case "format":
      return `text of the format ${params.format}`;
    case "pattern":
      return `text that matches ${params.pattern}`;
    case "additionalProperties":
    case "unevaluatedProperties":
      return rules.properties ? `one of ${Object.keys(rules.properties).join(", ")}` : "no such field";
    case "anyOf":
    case "oneOf":
      return choices(schema as Json[]);
    default:
      return message.replace(/^must (?:be |NOT )?/, (start) => (start.endsWith("NOT ") ? "it not to " : ""));
  }
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

function range({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, type }: Shape): string {
  const number = type === "integer" ? "a whole number" : "a number";
  const bounds = [
    minimum !== undefined && `at least ${cut(minimum)}`,
    exclusiveMinimum !== undefined && `above ${cut(exclusiveMinimum)}`,
    maximum !== undefined && `at most ${cut(maximum)}`,
    exclusiveMaximum !== undefined && `below ${cut(exclusiveMaximum)}`,
  ].filter(Boolean);
  return `${number} of ${bounds.join(" and ")}`;
}

function choices(branches: readonly Json[]): string {
  const types = branches.map((branch) => (branch as Shape | null)?.type);
  return types.every((type) => typeof type === "string")
    ? types.map(article).join(" or ")
    : "one of the forms that the schema allows";
}

/** A value that is right there, and where a schema has a whole example, that of the place. */
function exampleWords(schema: Shape, keys: readonly string[]): string {
  const example = exampleAt(schema, keys);
  return example === undefined ? "" : `Example: ${cut(example)}.`;
}

function exampleAt(schema: Shape, keys: readonly string[]): Json | undefined {
  const whole = Array.isArray(schema.examples) ? at(schema.examples[0], keys) : undefined;
  if (whole !== undefined) return whole;
  let here: Shape | undefined = schema;
  for (const key of keys) {
    const next: Json | undefined =
      (here?.properties as Shape | undefined)?.[key] ?? (/^\d+$/.test(key) ? here?.items : undefined);
    if (typeof next !== "object" || next === null || Array.isArray(next)) return undefined;
    here = next;
  }
  return exampleOf(here);
}

const OF_TYPES: Readonly<Record<string, Json>> = { string: "text", boolean: true, array: [], object: {}, null: null };
const OF_FORMATS: Readonly<Record<string, string>> = {
  email: "ops@example.com",
  uri: "https://example.com",
  date: "2026-11-24",
  "date-time": "2026-11-24T08:00:00Z",
  ipv4: "192.0.2.1",
  uuid: "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90",
};

function exampleOf(schema: Shape): Json | undefined {
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === "integer" || schema.type === "number")
    return (schema.minimum as number | undefined) ?? (schema.maximum as number | undefined) ?? 1;
  if (typeof schema.format === "string") return OF_FORMATS[schema.format];
  return schema.pattern === undefined
    ? typeof schema.type === "string"
      ? OF_TYPES[schema.type]
      : undefined
    : undefined;
}
