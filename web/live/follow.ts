// Follows one subscription for as long as it is wanted: over lost connections, restarts and refusals.
// The variables are read anew at each (re)connection, so a caller that moves its cursor resumes where it was.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { getOperationAST, print } from "graphql";
import { client } from "./client";
import { backOffMs, socket } from "./socket";

interface Options<Data, Variables> {
  document: TypedDocumentNode<Data, Variables>;
  /** Called for each connection. */
  variables: () => Variables;
  next: (data: Data) => void;
  /** The server has no more to send. Left out: the end is taken for a fault and followed by a new try. */
  complete?: () => void;
  /** The server refused with this code. Answer true to give up. */
  refused?: (code: string | undefined) => boolean;
}

/** Answers the function that ends it. */
export function follow<Data, Variables>(options: Options<Data, Variables>): () => void {
  const { document, variables, next, complete, refused } = options;
  const request = {
    // As Apollo does for its own requests: without `__typename` the cache knows no entity.
    query: print(client.cache.transformDocument(document)),
    operationName: getOperationAST(document)?.name?.value,
    // A getter: graphql-ws sends this same object again after it has reconnected.
    get variables() {
      return variables() as Record<string, unknown>;
    },
  };
  let stop: (() => void) | undefined;
  let timer: number | undefined;
  let ended = false;
  let tries = 0;

  const again = () => {
    if (!ended) timer = window.setTimeout(begin, backOffMs(tries++));
  };
  const begin = () => {
    // What goes wrong after the start comes as a last answer with errors, before the end.
    let broken = false;
    let gaveUp = false;
    const fail = (errors: unknown) => {
      broken = true;
      const first = Array.isArray(errors) ? errors[0] : undefined;
      const code = first?.extensions?.code;
      gaveUp = refused?.(typeof code === "string" ? code : undefined) ?? false;
    };
    stop = socket.subscribe<Data>(request, {
      next: (message) => {
        if (message.errors) return fail(message.errors);
        tries = 0;
        if (message.data) next(message.data);
      },
      complete: () => {
        if (ended || gaveUp) return;
        if (complete && !broken) complete();
        else again();
      },
      error: (error) => {
        fail(error);
        if (!gaveUp) again();
      },
    });
  };
  begin();
  return () => {
    ended = true;
    window.clearTimeout(timer);
    stop?.();
  };
}
