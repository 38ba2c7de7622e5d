// Reads a task's payload by a schema and turns what is wrong into one readable error.
// Every problem names the field, the value that was got, what was expected and an example. Never guesses a value and
// never reads the environment. Files below `_shared` are helpers, not modules that a task can name.

import { InvalidPayloadError } from "cronograph/task";
import { z } from "zod";

/** What the server knows of a payload: the schema without the rules that only the module can tell. `example` is a whole good payload. */
export function payloadSchema(schema: z.ZodType, example: Record<string, unknown>): { readonly type: "object" } {
  const told = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  // A copy: what zod makes is a Standard Schema too, and would be read as one.
  const copy = { ...told, type: "object" as const, examples: [example] };
  return copy;
}

/** The payload as the schema describes it, or an error that lists all problems at once. `example` is a whole good payload. */
export function readPayload<T>(schema: z.ZodType<T>, payload: unknown, example: Record<string, unknown>): T {
  const read = schema.safeParse(payload ?? {});
  if (read.success) return read.data;
  const problems = read.error.issues.slice(0, 10).flatMap((issue) => describe(issue, payload, example));
  throw new InvalidPayloadError(
    `The payload is refused. ${problems.join(" ")} A whole payload: ${JSON.stringify(example)}`,
  );
}

/** The error of one field, for rules that a schema cannot say. */
export function fieldError(field: string, value: unknown, expected: string, example: unknown): Error {
  return new Error(`payload.${field} is ${show(value)}: expected ${expected}, for example ${JSON.stringify(example)}.`);
}

function describe(issue: z.core.$ZodIssue, payload: unknown, example: Record<string, unknown>): string[] {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(example).join(", ");
    return issue.keys.map((key) => `payload.${key} is not known: expected fields such as ${known}.`);
  }
  const path = ["payload", ...issue.path.map(String)].join(".");
  const sample = at(example, issue.path);
  const expected = issue.message.replace(/^Invalid input: /, "").replace(/^(Too (?:small|big)): /, "");
  const hint = sample === undefined ? "" : `, for example ${JSON.stringify(sample)}`;
  return [`${path} is ${show(at(payload, issue.path))}: ${expected}${hint}.`];
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  return here;
}

function show(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
