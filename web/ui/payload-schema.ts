// Reads a module's JSON Schema for a form: which fields it can show, and what stands in them. Nothing is checked here; the server does.

export type Scalar = "string" | "number" | "integer";

interface Common {
  readonly key: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly default: unknown;
}

/** `json`: what no other kind can show. */
export type Field = Common &
  (
    | { readonly kind: "text"; readonly long: boolean; readonly example: string | undefined }
    | {
        readonly kind: "number";
        readonly whole: boolean;
        readonly min: number | undefined;
        readonly max: number | undefined;
      }
    | { readonly kind: "boolean" }
    | { readonly kind: "choice"; readonly choices: readonly (string | number)[] }
    /** `single`: one value may stand alone, without a list. */
    | { readonly kind: "list"; readonly of: Scalar; readonly single: boolean }
    | { readonly kind: "object"; readonly fields: readonly Field[] }
    | { readonly kind: "json" }
  );

export type Values = Readonly<Record<string, unknown>>;
type Schema = Values;

const LONG_TEXT = 300;
const MOST_DEPTH = 4;

export const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const scalarOf = (schema: unknown): Scalar | null =>
  isValues(schema) &&
  (schema.type === "string" || schema.type === "number" || schema.type === "integer") &&
  !schema.enum
    ? schema.type
    : null;

const numberOr = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
const textOr = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The fields of an object's schema; null when it is none, so that only JSON can be written. */
export function fieldsOf(schema: unknown, depth = 1): readonly Field[] | null {
  if (!isValues(schema) || schema.type !== "object" || !isValues(schema.properties)) return null;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(schema.properties).map(([key, given]) =>
    fieldOf(key, isValues(given) ? given : {}, required.includes(key), depth),
  );
  return fields.length === 0 ? null : fields;
}

function fieldOf(key: string, schema: Schema, required: boolean, depth: number): Field {
  const common = {
    key,
    label: textOr(schema.title) ?? key,
    description: schema.writeOnly === true ? kindOfSecret(schema) : textOr(schema.description),
    required: required && schema.default === undefined,
    default: schema.default,
  };
  const choices = schema.enum;
  if (Array.isArray(choices) && choices.every((each) => typeof each === "string" || typeof each === "number"))
    return { ...common, kind: "choice", choices };
  switch (schema.type) {
    case "string": {
      const given = Array.isArray(schema.examples) ? textOr(schema.examples[0]) : undefined;
      const example = schema.writeOnly === true ? "{{ secrets.NAME }}" : given;
      return {
        ...common,
        kind: "text",
        long: (numberOr(schema.minLength) ?? 0) > LONG_TEXT || schema.format === "textarea",
        example,
      };
    }
    case "number":
    case "integer":
      return {
        ...common,
        kind: "number",
        whole: schema.type === "integer",
        min: numberOr(schema.minimum),
        max: numberOr(schema.maximum),
      };
    case "boolean":
      return { ...common, kind: "boolean" };
    case "array": {
      const of = scalarOf(schema.items);
      return of ? { ...common, kind: "list", of, single: false } : { ...common, kind: "json" };
    }
    case "object": {
      const fields = depth < MOST_DEPTH ? fieldsOf(schema, depth + 1) : null;
      return fields ? { ...common, kind: "object", fields } : { ...common, kind: "json" };
    }
    default:
      return oneOrMany(schema)
        ? { ...common, kind: "list", of: oneOrMany(schema) as Scalar, single: true }
        : { ...common, kind: "json" };
  }
}

/** Of what is marked `writeOnly` the server takes no value. */
const kindOfSecret = ({ description }: Schema): string =>
  [textOr(description), "By the name of a secret: its value is not kept here."].filter(Boolean).join(" ");

/** `anyOf` a scalar and a list of the same. */
function oneOrMany({ anyOf }: Schema): Scalar | null {
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return null;
  const [one, many] = anyOf as [unknown, unknown];
  const of = scalarOf(one);
  return of !== null && isValues(many) && many.type === "array" && scalarOf(many.items) === of ? of : null;
}

/** The payload as the form holds it; null when it is no object or has a value that a field cannot show. */
export function readValues(text: string, fields: readonly Field[]): Values | null {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isValues(value) && shows(fields, value) ? value : null;
  } catch {
    return null;
  }
}

const shows = (fields: readonly Field[], values: Values): boolean =>
  fields.every((field) => {
    const value = values[field.key];
    return value === undefined || canShow(field, value);
  });

function canShow(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case "text":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return field.choices.includes(value as string);
    case "list": {
      const fits = (each: unknown) => typeof each === (field.of === "string" ? "string" : "number");
      return Array.isArray(value) ? value.every(fits) : field.single && fits(value);
    }
    case "object":
      return isValues(value) && shows(field.fields, value);
    case "json":
      return true;
  }
}

/** What is in the payload but has no field. */
export const strangers = (fields: readonly Field[], values: Values): string[] =>
  Object.keys(values).filter((key) => !fields.some((field) => field.key === key));

/** With one value changed; undefined takes it away. Keys keep their order, new ones come in that of the fields. */
export function changed(fields: readonly Field[], values: Values, key: string, value: unknown): Values {
  const { [key]: before, ...rest } = values;
  if (value === undefined) return rest;
  if (before !== undefined) return { ...values, [key]: value };
  const order = fields.map((field) => field.key);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(Object.entries({ ...values, [key]: value }).sort(([a], [b]) => place(a) - place(b)));
}

/** `Default: 30`, where it says something. */
export function defaultWords({ default: value }: Field): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (Array.isArray(value) ? value.length === 0 : isValues(value)) return undefined;
  return `Default: ${Array.isArray(value) ? value.join(", ") : String(value as string)}`;
}
