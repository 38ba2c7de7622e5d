// The playground's page: the product's name, the way back, GraphiQL.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { useEffect, useState } from "react";
import { loadSession, type Session, session } from "../access/session";
import { Logo } from "../ui/logo";
import { EXAMPLES } from "./examples";

const url = new URL("/graphql", window.location.href);
const socket = new URL(url);
socket.protocol = socket.protocol.replace("http", "ws");

const fetcher = createGraphiQLFetcher({
  url: url.href,
  wsClient: createClient({ url: socket.href, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true }),
});

export function Playground() {
  const [known, setKnown] = useState(session);
  useEffect(() => {
    void loadSession().then(setKnown);
  }, []);
  return (
    <div className="playground">
      <header className="playground-head">
        <a href="/" className="playground-brand">
          <Logo size={24} />
          Cronograph
        </a>
        <h1>API playground</h1>
        <p data-testid="playground-notice">
          <Notice {...known} />
        </p>
        <a href="/" className="playground-back">
          Back to the dashboard
        </a>
      </header>
      <main className="playground-main">
        <GraphiQL fetcher={fetcher} defaultTabs={[...EXAMPLES]} shouldPersistHeaders={false}>
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </div>
  );
}

/** What is to be expected here, before somebody finds out by an error. */
function Notice({ signedIn, trustedDocuments, introspection }: Session) {
  if (!signedIn)
    return (
      <>
        Nobody has signed in: every answer will be 401. <a href="/sign-in?to=/playground">Sign in</a> first.
      </>
    );
  if (trustedDocuments === "only")
    return "This server carries out trusted documents only: whatever is written here is refused, unless a manifest of the operator has it.";
  if (trustedDocuments === "sessions")
    return "Browsers may send this server trusted documents only: whatever is written here is refused, unless the headers have an API token.";
  if (!introspection)
    return "Operations are carried out, but the schema is not told to you: there are neither suggestions nor the book at the left.";
  return "Queries, mutations and live subscriptions on this server. The book at the left has the whole contract.";
}
