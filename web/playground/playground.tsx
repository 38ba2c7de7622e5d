// The playground's page: the product's name, the way back, GraphiQL.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { useEffect, useState } from "react";
import { loadSession } from "../access/session";
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
  const [stranger, setStranger] = useState(false);
  useEffect(() => {
    void loadSession().then(({ signedIn }) => setStranger(!signedIn));
  }, []);
  return (
    <div className="playground">
      <header className="playground-head">
        <a href="/" className="playground-brand">
          <Logo size={24} />
          Cronograph
        </a>
        <h1>API playground</h1>
        {stranger ? (
          <p>
            Nobody has signed in: every answer will be 401. <a href="/sign-in?to=/playground">Sign in</a> first.
          </p>
        ) : (
          <p>Queries, mutations and live subscriptions on this server. The book at the left has the whole contract.</p>
        )}
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
