// Follows redirects. A task's own headers are for the server that its URL names: across origins only those go along that say what the
// message is and which run it is of, for the next server is the choice of the one before, and any header may hold a key.
import type { HttpAnswer, HttpMessage, Transport } from "./http.ts";

const MAX_REDIRECTIONS = 5;
const REDIRECTS = new Set([300, 301, 302, 303, 307, 308]);
/** Across origins. None of them is a place where keys are put; those of the run tell its receiver what was done already. */
const FOR_EVERYBODY = new Set([
  "accept",
  "accept-language",
  "content-type",
  "user-agent",
  "traceparent",
  "idempotency-key",
  "x-run-attempt",
  "x-run-fence",
  "x-scheduled-for",
]);

type Answer = HttpAnswer & { readonly body: { dump?(): Promise<unknown> } };

/** The last answer is told as it is when there are too many. @throws when one leads to what is no address of the web */
export function following(send: (url: string, message: HttpMessage) => Promise<Answer>): Transport {
  return async (url, message) => {
    let place = new URL(url);
    let next = message;
    for (let left = MAX_REDIRECTIONS; ; left--) {
      const answer = await send(place.href, next);
      const { location } = answer.headers;
      if (left === 0 || typeof location !== "string" || !REDIRECTS.has(answer.statusCode)) return answer;
      await answer.body.dump?.();
      const to = new URL(location, place);
      if (to.protocol !== "http:" && to.protocol !== "https:")
        throw new Error(`it redirects to ${to.protocol}, which is not followed`);
      next = redirected(next, answer.statusCode, to.origin === place.origin);
      place = to;
    }
  };
}

/** RFC 9110 §15.4, as browsers do it: 303 and a POST's 301 and 302 lead to a GET. What was left out once stays out on the way back. */
function redirected(message: HttpMessage, status: number, sameOrigin: boolean): HttpMessage {
  const asGet =
    (status === 303 && message.method !== "HEAD") || ((status === 301 || status === 302) && message.method === "POST");
  const headers = Object.entries(message.headers).filter(
    ([name]) => (sameOrigin || FOR_EVERYBODY.has(name)) && !(asGet && name.startsWith("content-")),
  );
  return {
    ...message,
    ...(asGet ? { method: "GET", body: null } : {}),
    headers: Object.fromEntries(headers),
  };
}
