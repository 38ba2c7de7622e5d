// graphql-ws as it comes: it sends the same object again after it has reconnected, so a getter moves `after` on.
import { createClient } from "graphql-ws";
import WebSocket from "ws"; // in browsers, and in Node from 22 on, not needed

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token
let cursor = after;

const client = createClient({
  url: `${url.replace("http", "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: credential,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
});

client.subscribe(
  {
    query: `subscription ($after: Cursor) {
      runEvents(after: $after) { cursor type run { id state } }
    }`,
    get variables() {
      return { after: cursor };
    },
  },
  {
    next: ({ data, errors }) => {
      if (errors) return console.error(errors[0].extensions.code, errors[0].message);
      const { type, run } = data.runEvents;
      cursor = data.runEvents.cursor;
      console.log(type, run.id, cursor);
    },
    error: console.error,
    complete: () => {}, // after SLOW_CONSUMER or CURSOR_EXPIRED: subscribe anew
  },
);
