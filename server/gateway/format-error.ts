// Top-level GraphQL errors: a code from the closed list, never a stack or an internal message.
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ERROR_CODES, type ErrorCode, RequestError } from "../domain/errors.ts";
import type { Log } from "../log.ts";

/** Apollo's words for a request that is no valid operation. */
const BROKEN = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Without suggestions nobody is told names of the schema that come near to those they have guessed. */
export function createFormatError(log: Log, suggestions = true): FormatError {
  const said = suggestions ? (message: string) => message : withoutSuggestion;
  return (formatted, error) => {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (cause instanceof RequestError) return shaped(formatted, cause.code, cause.message, cause.details);
    const code = codeOf(cause) ?? formatted.extensions?.code;
    if (typeof code === "string" && (ERROR_CODES as readonly string[]).includes(code))
      return shaped(formatted, code as ErrorCode);
    if (/^Maximum call stack/.test(formatted.message)) {
      return shaped(formatted, "QUERY_TOO_COMPLEX", "The operation is nested too deep.");
    }
    // Parsing and validation make errors without a cause of their own; so do wrong variables.
    if ((typeof code === "string" && BROKEN.has(code)) || cause === undefined || cause instanceof GraphQLError) {
      return shaped(formatted, "BAD_REQUEST", said(formatted.message));
    }
    log.error({ err: cause, path: formatted.path }, "operation failed");
    return shaped(formatted, "INTERNAL", "The server failed to answer this. Its log says more.");
  };
}

/** By places, not by a pattern: the message has whatever value the client has sent. */
function withoutSuggestion(message: string): string {
  const at = message.lastIndexOf(" Did you mean ");
  return at > 0 && message.endsWith("?") ? message.slice(0, at) : message;
}

/** Apollo puts a word of its own over that of a validation rule. */
const codeOf = (cause: unknown): unknown => (cause instanceof GraphQLError ? cause.extensions.code : undefined);

const MESSAGE_LENGTH = 500;
/** GraphQL's own messages repeat the whole wrong value. */
const cut = (text: string): string => (text.length > MESSAGE_LENGTH ? `${text.slice(0, MESSAGE_LENGTH)}…` : text);

function shaped(
  formatted: GraphQLFormattedError,
  code: ErrorCode,
  message = formatted.message,
  details: Readonly<Record<string, string>> = {},
): GraphQLFormattedError {
  const { locations, path } = formatted;
  return {
    message: cut(message),
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code, ...details },
  };
}

/** An error as it goes out, before it is shaped. */
export const plain = (error: unknown) =>
  error instanceof GraphQLError ? error.toJSON() : { message: String((error as Error).message) };
