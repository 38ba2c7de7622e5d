// Operations by the name that the code generator has given them: shorter to send, and all that a server takes which carries out trusted
// documents only.
import type { DocumentNode } from "graphql";

/** Undefined for a document that was not made with the page. */
export const documentIdOf = (document: DocumentNode): string | undefined =>
  (document as { __meta__?: { documentId?: string } }).__meta__?.documentId;

/** After a sleep of the computer a request may hang on a connection that is dead: its answer would be waited for as long as TCP does. */
const MOST_WAITING_MS = 60_000;

/** Asks by the name. A server of another version does not know it, and is sent the text. Rejects when no answer comes within a minute. */
export const fetchByName: typeof fetch = async (to, init) => {
  const { query, extensions, ...rest } = JSON.parse(init?.body as string) as {
    query: string;
    extensions?: { documentId?: string };
  };
  const end = new AbortController();
  const tooLong = setTimeout(() => end.abort(new Error("No answer came for a minute.")), MOST_WAITING_MS);
  const calledOff = init?.signal;
  if (calledOff?.aborted) end.abort(calledOff.reason);
  calledOff?.addEventListener("abort", () => end.abort(calledOff.reason));
  const send = (what: object) => fetch(to, { ...init, body: JSON.stringify({ ...what, ...rest }), signal: end.signal });
  try {
    const documentId = extensions?.documentId;
    if (documentId === undefined) return await send({ query });
    const response = await send({ documentId });
    return response.status === 404 ? await send({ query }) : response;
  } finally {
    clearTimeout(tooLong);
  }
};
