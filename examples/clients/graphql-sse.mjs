// graphql-sse: server-sent events, for where no WebSocket gets through. Each try goes on after the last cursor.
import { createClient } from "graphql-sse";

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token
let cursor = after;

const client = createClient({ url: `${url}/graphql/stream`, headers: credential, retryAttempts: 0 });
const query = `subscription ($after: Cursor) {
  runEvents(after: $after) { cursor type run { id state } }
}`;

for (;;) {
  try {
    for await (const { data, errors } of client.iterate({ query, variables: { after: cursor } })) {
      if (errors) throw errors[0];
      const { type, run } = data.runEvents;
      cursor = data.runEvents.cursor;
      console.log(type, run.id, cursor);
    }
  } catch (error) {
    console.error(error.message);
  }
  await new Promise((resolve) => setTimeout(resolve, 500 + 1_500 * Math.random()));
}
