// What can be wrong with an input (values, not exceptions) and the few classes that are thrown.

/** The closed list of DESIGN §4; `schema.graphql` has the same words with their meaning. */
export const ERROR_CODES = [
  "REQUIRED",
  "TOO_LONG",
  "TOO_DEEP",
  "OUT_OF_RANGE",
  "INVALID_CHARACTERS",
  "INVALID_CRON",
  "INVALID_RRULE",
  "INVALID_CALENDAR",
  "INVALID_TIME_ZONE",
  "INVALID_DATE",
  "DATE_IN_PAST",
  "NONEXISTENT_LOCAL_TIME",
  "AMBIGUOUS_LOCAL_TIME",
  "INVALID_DURATION",
  "INVALID_URL",
  "URL_NOT_ALLOWED",
  "INVALID_HEADER",
  "MODULE_NOT_ALLOWED",
  "TARGET_DISABLED",
  "INVALID_PAYLOAD",
  "INVALID_PAYLOAD_KEY",
  "PAYLOAD_TOO_LARGE",
  "INVALID_ID",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "CONFLICT",
  "ILLEGAL_STATE",
  "STALE_LEASE",
  "IDEMPOTENCY_CONFLICT",
  "INVALID_PAGE",
  "INVALID_CURSOR",
  "CURSOR_EXPIRED",
  "SLOW_CONSUMER",
  "TOO_MANY_SUBSCRIPTIONS",
  "QUERY_TOO_COMPLEX",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "RATE_LIMITED",
  "QUOTA_EXCEEDED",
  "STORAGE_FULL",
  "UNAVAILABLE",
  "BAD_REQUEST",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An input that was refused. `field` is the path in the input object; null when it is about no single field. */
export interface UserError {
  readonly code: ErrorCode;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/** A value or what was wrong with the input for it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly UserError[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (...errors: UserError[]): Result<never> => ({ ok: false, errors });
export const refuse = (code: ErrorCode, field: readonly string[] | null, message: string): Result<never> =>
  fail({ code, field, message });

/** A request that cannot be answered for a reason of the caller's; becomes a top-level GraphQL error with its code. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** What a program can go on with, beside the code. */
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export type StorageCode = Extract<ErrorCode, "STORAGE_FULL" | "UNAVAILABLE">;

/** The database takes no writes, or cannot be read: nobody's bug. Said once by the one who watches it, not by each who meets it. */
export class StorageError extends RequestError {
  constructor(code: StorageCode, message: string, options?: ErrorOptions) {
    super(code, message);
    this.cause = options?.cause;
  }
}

/** The program cannot start or go on as configured; the message is for the operator and the exit code is 1. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

/** A run was moved along a way that `domain/run-states` does not have: a bug. */
export class IllegalTransitionError extends Error {
  override readonly name = "IllegalTransitionError";
}

const SHOWN_CHARACTERS = 80;
/** Beyond those that JSON escapes: what shows nothing, or turns the text around it. */
const UNSEEN = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A user's value for an error message: quoted, control characters escaped, cut at 80 characters. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const cut = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return escapeUnseen(JSON.stringify(cut));
}

/** Of a text that is JSON: what a terminal obeys or a reader does not see becomes an escape, which means the same. */
export const escapeUnseen = (json: string): string =>
  json.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
