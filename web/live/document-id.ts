// Operations by the name that the code generator has given them: shorter to send, and all that a server takes which carries out trusted
// documents only.
import type { DocumentNode } from "graphql";

/** Undefined for a document that was not made with the page. */
export const documentIdOf = (document: DocumentNode): string | undefined =>
  (document as { __meta__?: { documentId?: string } }).__meta__?.documentId;

/** Asks by the name. A server of another version does not know it, and is sent the text. */
export const fetchByName: typeof fetch = async (to, init) => {
  const { query, extensions, ...rest } = JSON.parse(init?.body as string) as {
    query: string;
    extensions?: { documentId?: string };
  };
  const send = (what: object) => fetch(to, { ...init, body: JSON.stringify({ ...what, ...rest }) });
  const documentId = extensions?.documentId;
  if (documentId === undefined) return send({ query });
  const response = await send({ documentId });
  return response.status === 404 ? send({ query }) : response;
};
