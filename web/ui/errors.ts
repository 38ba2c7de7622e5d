// Turns whatever a request threw into a sentence and a piece of advice.
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";

/** The `extensions.code` of the first GraphQL error, when there is one. */
export function errorCode(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code = error.errors[0]?.extensions?.code;
  return typeof code === "string" ? code : undefined;
}

export function explain(error: unknown): { message: string; advice: string } {
  if (CombinedGraphQLErrors.is(error)) {
    const message = error.errors.map((each) => each.message).join(" ");
    const code = errorCode(error);
    if (code === "INVALID_CURSOR" || code === "INVALID_PAGE")
      return { message, advice: "The page in the address is no longer valid. Go back to the start of the list." };
    if (code === "STORAGE_FULL")
      return { message, advice: "Free some disk space on the server; it goes on by itself." };
    if (code === "FORBIDDEN")
      return { message, advice: "Ask somebody who administers for a role that has this right." };
    if (code === "INTERNAL") return { message, advice: "This is a fault of the server. Its log has the details." };
    return { message, advice: "Try again; if it stays, look into the server's log." };
  }
  if (ServerError.is(error))
    return {
      message: `The server answered with status ${error.statusCode}.`,
      advice: "It may be starting or stopping. Try again in a moment.",
    };
  return {
    message: "The server cannot be reached.",
    advice: "Check that Cronograph is running and that this browser can reach it. The page recovers when it is back.",
  };
}
