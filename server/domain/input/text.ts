// Checks of texts, numbers and JSON from outside. The databases accept different things (NUL, lone surrogates, numbers that
// overflow); what passes here is accepted and given back unchanged by all of them.
import { type ErrorCode, ok, type Result, refuse, shown } from "../errors.ts";
import { KEY_LENGTH, PAYLOAD_BYTES, PAYLOAD_DEPTH } from "../limits.ts";
import type { Json } from "../types.ts";

/** Control characters but tab, line feed and carriage return. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
/** They turn the direction of the text around them: what is read is not what is there. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
/** Characters that show nothing by themselves. */
const INVISIBLE = /[\p{Cf}\p{Z}\u115f\u1160\u3164\uffa0]/gu;

export interface TextRule {
  readonly least?: number;
  readonly most: number;
  /** Line breaks are allowed. */
  readonly lines?: boolean;
  readonly example: string;
}

/** The text without white space at its ends. Errors: REQUIRED, TOO_LONG, INVALID_CHARACTERS. */
export function checkText(field: readonly string[], value: string, rule: TextRule): Result<string> {
  const name = field.at(-1);
  const text = value.trim();
  const example = `Example: ${JSON.stringify(rule.example)}.`;
  if (text.replace(INVISIBLE, "").length < (rule.least ?? 0))
    return refuse("REQUIRED", field, `${name} is empty. ${example}`);
  const length = [...text].length;
  if (length > rule.most) {
    return refuse(
      "TOO_LONG",
      field,
      `${name} ${shown(text)} has ${length} characters; at most ${rule.most} are allowed.`,
    );
  }
  if (
    CONTROL.test(text) ||
    DIRECTION.test(text) ||
    !text.isWellFormed() ||
    (!rule.lines && /[\r\n\u2028\u2029]/.test(text))
  ) {
    return refuse(
      "INVALID_CHARACTERS",
      field,
      `${name} ${shown(text)} has control characters or broken Unicode. ${example}`,
    );
  }
  return ok(text);
}

export function checkKey(field: readonly string[], key: string): Result<string> {
  return checkText(field, key, { least: 1, most: KEY_LENGTH, example: "order-4711" });
}

export function checkInteger(field: readonly string[], value: number, least: number, most: number): Result<number> {
  if (Number.isInteger(value) && value >= least && value <= most) return ok(value);
  return refuse(
    "OUT_OF_RANGE",
    field,
    `${field.at(-1)} ${value} is not a whole number from ${least} to ${most}. Example: ${least}.`,
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function checkId(field: readonly string[], id: string): Result<string> {
  if (UUID.test(id)) return ok(id);
  return refuse(
    "INVALID_ID",
    field,
    `id ${shown(id)} is not an id of Cronograph. Example: "019a8f3e-7c1d-7a44-9f6e-0c5b7d2f1a90".`,
  );
}

/**
 * The payload as it will be given to the target. Undefined: none. Errors: PAYLOAD_TOO_LARGE (UTF-8 bytes as JSON), TOO_DEEP,
 * INVALID_PAYLOAD_KEY (`__proto__`, which programs that merge objects fall over), INVALID_CHARACTERS.
 */
export function checkPayload(field: readonly string[], payload: unknown): Result<Json | undefined> {
  if (payload === undefined || payload === null) return ok(undefined);
  const fault = findFault(payload, 1);
  if (fault) return refuse(fault.code, field, fault.message);
  const bytes = Buffer.byteLength(JSON.stringify(payload));
  if (bytes > PAYLOAD_BYTES) {
    return refuse(
      "PAYLOAD_TOO_LARGE",
      field,
      `payload has ${bytes} bytes as JSON; at most ${PAYLOAD_BYTES} are allowed.`,
    );
  }
  return ok(payload as Json);
}

function findFault(value: unknown, depth: number): { code: ErrorCode; message: string } | undefined {
  if (typeof value === "string") return textFault(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { code: "INVALID_PAYLOAD", message: `payload holds the number ${value}, which JSON does not have.` };
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > PAYLOAD_DEPTH)
    return { code: "TOO_DEEP", message: `payload is nested more than ${PAYLOAD_DEPTH} levels deep.` };
  for (const key of Object.keys(value)) {
    if (key === "__proto__")
      return { code: "INVALID_PAYLOAD_KEY", message: `payload has the key "__proto__", which is not allowed.` };
    const fault = textFault(key) ?? findFault((value as Record<string, unknown>)[key], depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function textFault(text: string): { code: ErrorCode; message: string } | undefined {
  if (!text.includes("\u0000") && text.isWellFormed()) return undefined;
  return {
    code: "INVALID_CHARACTERS",
    message: `payload holds ${shown(text)}, which has a NUL character or broken Unicode.`,
  };
}
