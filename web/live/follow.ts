// A typed document as a subscription of the client kit, which keeps its place over lost connections, restarts and refusals.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { getOperationAST, print } from "graphql";
import type { Gap, LiveStatus } from "../../client/index.ts";
import { client } from "./client";
import { documentIdOf } from "./document-id";
import { live } from "./socket";

interface Options<Data, Variables> {
  document: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  next: (data: Data) => void;
  /** The server has no more to send. */
  complete?: () => void;
  /** Where the subscription has come to. */
  onCursor?: (cursor: string) => void;
  onStatus?: (status: LiveStatus) => void;
  onGap?: (gap: Gap) => void;
}

/** Answers the function that ends it. */
export function follow<Data, Variables>({
  document,
  variables,
  next,
  complete,
  ...watching
}: Options<Data, Variables>): () => void {
  return live.subscribe<Data>(
    {
      // As Apollo does for its own requests: without `__typename` the cache knows no entity.
      query: print(client.cache.transformDocument(document)),
      documentId: documentIdOf(document),
      operationName: getOperationAST(document)?.name?.value,
      variables: variables as Record<string, unknown>,
    },
    {
      next: ({ data }) => {
        if (data) next(data);
      },
      complete: () => complete?.(),
      // What was refused for good, as a log that is no more, has nothing to show; the page says so by its queries.
      error: () => {},
    },
    watching,
  );
}
