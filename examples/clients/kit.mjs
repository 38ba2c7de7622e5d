// The client kit: no GraphQL, no framework.
import { subscribeRunEvents } from "cronograph/client";

const [url = "http://127.0.0.1:4000", after] = process.argv.slice(2);
const credential = process.env.TOKEN ? { authorization: `Bearer ${process.env.TOKEN}` } : {}; // an API token

const following = subscribeRunEvents({
  url,
  connectionParams: credential,
  after, // the cursor of an earlier life; left out: from now on
  onEvent: ({ type, run, cursor }) => console.log(type, run?.id, cursor),
  onStatus: (status, cause) => console.error(status, cause?.message ?? ""), // reconnecting, live, caught up
  onGap: ({ code }) => console.error(code, "Read everything anew: the log does not reach back so far."),
});
await following.done;
