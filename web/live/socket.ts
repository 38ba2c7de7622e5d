// The way to the server for all subscriptions: one socket, opened when the first begins, tried again for ever.
import { createLiveClient } from "../../client/index.ts";
import { namespaceName } from "../access/namespace";
import { leave } from "../access/session";

/** Of our own: closed when the sign-in has ended. */
const CLOSE_UNAUTHORIZED = 4_401;
class WatchedSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener("close", ({ code }) => {
      if (code === CLOSE_UNAUTHORIZED) leave();
    });
  }
}

export const live = createLiveClient({
  webSocketImpl: WatchedSocket,
  ...(namespaceName === null ? {} : { namespace: namespaceName }),
  url: new URL("/graphql", window.location.href).href,
  // A change of page ends one log and begins another; the socket should not be closed in between.
  lingerMs: 3_000,
  // A dashboard has nothing better to do than to try: after an upgrade or a sign-in elsewhere it works again.
  isFinal: ({ code }) => code === "NOT_FOUND" || code === "INVALID_ID",
});
