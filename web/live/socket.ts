// The WebSocket to the server: one for all subscriptions, opened when the first begins, tried again for ever.
import { createClient } from "graphql-ws";

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const LONGEST_WAIT_MS = 15_000;
/** Ours, told to the server when a pong stays out: the way to it is dead though nobody has closed it. */
const NO_PONG = 4408;

const url = new URL("/graphql", window.location.href);
url.protocol = url.protocol.replace("http", "ws");

let open: WebSocket | undefined;
let pong: number | undefined;

/** How long to wait before try number `tries`: doubling, with a random part so that dashboards do not return at once. */
export const backOffMs = (tries: number): number =>
  Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(tries, 10)) * (0.5 + Math.random() / 2);

export const socket = createClient({
  url: url.href,
  lazy: true,
  // A change of page ends one log and begins another; the socket should not be closed in between.
  lazyCloseTimeout: 3_000,
  keepAlive: PING_EVERY_MS,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: (tries) => new Promise((resolve) => window.setTimeout(resolve, backOffMs(tries))),
  on: {
    opened: (opened) => {
      open = opened as WebSocket;
    },
    ping: (received) => {
      if (!received) pong = window.setTimeout(() => open?.close(NO_PONG, "No pong"), PONG_WITHIN_MS);
    },
    pong: (received) => {
      if (received) window.clearTimeout(pong);
    },
  },
});
