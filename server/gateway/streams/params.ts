// The parameters of an operation as GraphQL over HTTP has them, from a body or from the address.
import type { Request } from "express";
import { RequestError, shown } from "../../domain/errors.ts";

export interface OperationParams {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly extensions: Readonly<Record<string, unknown>> | null;
}

type Raw = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

const refuse = (field: string, value: unknown, expected: string) =>
  new RequestError("BAD_REQUEST", `${field} is ${shown(value)}; ${expected} is expected.`);

function objectOf(field: string, value: unknown): Raw | null {
  if (value === undefined || value === null) return null;
  if (isObject(value)) return value;
  throw refuse(field, value, "an object");
}

function parsed(field: string, text: unknown): unknown {
  if (typeof text !== "string" || text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(field, text, "an object as JSON");
  }
}

/** @throws RequestError BAD_REQUEST */
export function operationParams(request: Request): OperationParams {
  const fromAddress = request.method === "GET";
  const raw: unknown = fromAddress ? request.query : request.body;
  if (!isObject(raw))
    throw new RequestError(
      "BAD_REQUEST",
      'The body must be an object sent as application/json. Example: {"query":"subscription { runEvents { type cursor } }"}',
    );
  const { query, operationName = null } = raw;
  if (typeof query !== "string" || query === "") throw refuse("query", query ?? null, "the text of an operation");
  if (operationName !== null && typeof operationName !== "string")
    throw refuse("operationName", operationName, "a text");
  const of = (field: string) => objectOf(field, fromAddress ? parsed(field, raw[field]) : raw[field]);
  return { query, operationName, variables: of("variables"), extensions: of("extensions") };
}
