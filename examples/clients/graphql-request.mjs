// graphql-request for queries and mutations, graphql-ws beside it for what happens: what there is, then every change after it.
import { gql, request } from "graphql-request";
import { createClient } from "graphql-ws";
import WebSocket from "ws"; // in browsers, and in Node from 22 on, not needed

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token

// The cursor is read with the lists or before them: then nothing that happens in between is missed.
const { eventCursor, runs } = await request({
  url: `${url}/graphql`,
  requestHeaders: credential,
  document: gql`
    {
      eventCursor
      runs(first: 10) {
        nodes {
          id
          state
        }
      }
    }
  `,
});
console.error(`${runs.nodes.length} runs, events up to ${eventCursor}`);

let cursor = after ?? eventCursor;
const socket = createClient({
  url: `${url.replace("http", "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: credential,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
});
const events = socket.iterate({
  query: gql`
    subscription ($after: Cursor) {
      runEvents(after: $after) {
        cursor
        type
        run {
          id
          state
        }
      }
    }
  `,
  get variables() {
    return { after: cursor };
  },
});
for await (const { data, errors } of events) {
  if (errors) throw new Error(errors[0].message);
  const { type, run } = data.runEvents;
  cursor = data.runEvents.cursor;
  console.log(type, run.id, cursor);
}
