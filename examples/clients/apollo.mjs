// Apollo Client: the kit's link for subscriptions, HTTP for the rest.
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { createLiveClient } from "cronograph/client";
import { LiveLink } from "cronograph/client/apollo";

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token

const live = createLiveClient({ url, connectionParams: credential });
live.status.subscribe((status) => console.error(status)); // reconnecting, live, caught up

const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.split(
    ({ operationType }) => operationType === "subscription",
    new LiveLink(live),
    new HttpLink({ uri: `${url}/graphql`, headers: credential }),
  ),
});

// The kit resumes what declares $after and selects cursor; with $heartbeats it knows when it has caught up.
const RUN_EVENTS = gql`
  subscription RunEvents($after: Cursor, $heartbeats: Boolean! = false) {
    runEvents(after: $after, heartbeats: $heartbeats) {
      cursor
      type
      run {
        id
        state
      }
    }
  }
`;

client.subscribe({ query: RUN_EVENTS, variables: { after } }).subscribe({
  next: ({ data, error }) => {
    if (error) return console.error(error.message);
    const { type, run, cursor } = data.runEvents;
    console.log(type, run.id, cursor);
  },
});
