// urql: the kit takes the place of graphql-ws in the subscription exchange.
import { Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createLiveClient } from "cronograph/client";

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token

const live = createLiveClient({ url, connectionParams: credential });

const client = new Client({
  url: `${url}/graphql`,
  preferGetMethod: false,
  fetchOptions: { headers: credential },
  exchanges: [
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({ unsubscribe: live.subscribe(request, sink) }),
      }),
    }),
  ],
});

const RUN_EVENTS = `subscription RunEvents($after: Cursor, $heartbeats: Boolean! = false) {
  runEvents(after: $after, heartbeats: $heartbeats) { cursor type run { id state } }
}`;

client.subscription(RUN_EVENTS, { after }).subscribe(({ data, error }) => {
  if (error) return console.error(error.message);
  const { type, run, cursor } = data.runEvents;
  console.log(type, run.id, cursor);
});
