// urql with graphql-ws as it comes: the variables are read anew for each connection, so `after` may move on.
import { Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import WebSocket from "ws"; // in browsers, and in Node from 22 on, not needed

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token
let cursor = after;

const socket = createClient({
  url: `${url.replace("http", "ws")}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: credential,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
});

const client = new Client({
  url: `${url}/graphql`,
  preferGetMethod: false,
  fetchOptions: { headers: credential },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({
          unsubscribe: socket.subscribe(
            {
              query,
              get variables() {
                return { ...variables, after: cursor };
              },
            },
            sink,
          ),
        }),
      }),
    }),
  ],
});

const RUN_EVENTS = `subscription RunEvents($after: Cursor) {
  runEvents(after: $after) { cursor type run { id state } }
}`;

client.subscription(RUN_EVENTS, { after }).subscribe(({ data, error }) => {
  if (error) return console.error(error.message);
  const { type, run } = data.runEvents;
  cursor = data.runEvents.cursor;
  console.log(type, run.id, cursor);
});
