// The way to the server for all subscriptions: one socket, opened when the first begins, tried again for ever.
import { createLiveClient } from "../../client/index.ts";

export const live = createLiveClient({
  url: new URL("/graphql", window.location.href).href,
  // A change of page ends one log and begins another; the socket should not be closed in between.
  lingerMs: 3_000,
  // A dashboard has nothing better to do than to try: after an upgrade or a sign-in elsewhere it works again.
  isFinal: ({ code }) => code === "NOT_FOUND" || code === "INVALID_ID",
});
