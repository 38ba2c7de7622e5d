// Opaque cursors: positions in the event log, in a run's log and in lists, as base64url text that only this file reads.
import { RequestError, shown } from "../../domain/errors.ts";
import type { Position } from "../../domain/ports.ts";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

function decode(field: string, cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return refuse(field, cursor);
  }
}

function refuse(field: string, cursor: string): never {
  throw new RequestError(
    "INVALID_CURSOR",
    `${field} ${shown(cursor)} is no cursor of this place. Use one that an answer gave, as it was given.`,
  );
}

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const eventCursor = (position: number): string => encode(["e", position]);
export const lineCursor = (number: number): string => encode(["l", number]);

/** The number that was put in. @throws RequestError INVALID_CURSOR */
function readNumber(kind: "e" | "l", field: string, cursor: string): number {
  const value = decode(field, cursor);
  if (Array.isArray(value) && value.length === 2 && value[0] === kind && isNumber(value[1])) return value[1];
  return refuse(field, cursor);
}

export const readEventCursor = (field: string, cursor: string): number => readNumber("e", field, cursor);
export const readLineCursor = (field: string, cursor: string): number => readNumber("l", field, cursor);

/** `order` names the list's order: a cursor of one order means nothing in another. */
export const listCursor = (order: string, { value, id }: Position): string => encode([order, value, id]);

export function readListCursor(order: string, field: string, cursor: string): Position {
  const parts = decode(field, cursor);
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== order || typeof parts[2] !== "string")
    return refuse(field, cursor);
  const value: unknown = parts[1];
  if (value !== null && typeof value !== "string" && typeof value !== "number") return refuse(field, cursor);
  return { value, id: parts[2] };
}
