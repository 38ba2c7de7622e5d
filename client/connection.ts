// The socket below the subscriptions: one for all, opened when the first begins, tried again for ever with growing, random waits, and
// given up when it is half-open: when pings go out and nothing comes back although nobody has closed it.
import { type Client, createClient } from "graphql-ws";
import type { Cause } from "./types.ts";

const PING_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 5_000;
const CONNECT_WITHIN_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** A connection that held for so long was a good one: the next wait is short again. */
const STEADY_MS = 5_000;

export interface ConnectionOptions {
  /** Where the API is: `http(s)://` or `ws(s)://`; without a path `/graphql` is meant. */
  readonly url: string;
  /** The payload of ConnectionInit, or a function that is called for each connection. */
  readonly connectionParams?:
    | Record<string, unknown>
    | (() => Record<string, unknown> | Promise<Record<string, unknown>>);
  /** Whose tasks and runs are followed. Default: the server's default namespace, or the only one that the token opens. */
  readonly namespace?: string;
  /** A WebSocket class. Default: that of the browser; in Node the one of the package `ws`. */
  readonly webSocketImpl?: unknown;
  /** How often to ask whether the server is there, in milliseconds. Default 10,000. */
  readonly pingEveryMs?: number;
  /** The connection is given up when nothing comes within so many milliseconds after a ping. Default 5,000. */
  readonly answerWithinMs?: number;
  /** An attempt to connect is given up after so many milliseconds. Default 10,000. */
  readonly connectWithinMs?: number;
  /** The longest wait between two attempts, in milliseconds. Default 15,000; the first is about half a second. */
  readonly longestWaitMs?: number;
  /** How long the socket stays open without a subscription, in milliseconds. Default 0. */
  readonly lingerMs?: number;
}

export interface Connection {
  readonly client: Client;
  readonly connected: () => boolean;
  /** How long to wait before try number `tries`, 0 for the first. */
  waitMs(tries: number): number;
  /** For good, also while it is being tried. */
  close(): void;
}

/** As much of a WebSocket as is used here. */
interface Socket {
  onmessage: unknown;
  addEventListener(type: "error", listener: () => void): void;
  /** Only that of `ws` has it. */
  terminate?(): void;
}
type SocketClass = new (url: string, protocols?: string) => Socket;

/** What is said first on each connection. */
function paramsOf({ connectionParams, namespace }: ConnectionOptions): {
  connectionParams?: NonNullable<ConnectionOptions["connectionParams"]>;
} {
  if (namespace === undefined) return connectionParams === undefined ? {} : { connectionParams };
  return {
    connectionParams: async () => ({
      ...(typeof connectionParams === "function" ? await connectionParams() : connectionParams),
      namespace,
    }),
  };
}

let usual: unknown = globalThis.WebSocket;
/** The class to be used where no other is given. */
export const setWebSocket = (webSocketImpl: unknown): void => {
  usual = webSocketImpl;
};

export function endpoint(url: string): string {
  const parsed = new URL(url);
  if (parsed.pathname === "/") parsed.pathname = "/graphql";
  parsed.protocol = parsed.protocol.replace("http", "ws");
  return parsed.href;
}

/** Doubling, with a random part: clients that were cut off together must not come back together. */
const backOff = (tries: number, longestMs: number): number =>
  Math.min(longestMs, FIRST_WAIT_MS * 2 ** Math.min(tries, 20)) * (0.5 + Math.random() / 2);

export function connect(
  options: ConnectionOptions,
  isFinal: (cause: Cause) => boolean,
  onChange: (connected: boolean, cause?: Cause) => void,
): Connection {
  const {
    pingEveryMs = PING_EVERY_MS,
    answerWithinMs = ANSWER_WITHIN_MS,
    connectWithinMs = CONNECT_WITHIN_MS,
  } = options;
  const waitMs = (tries: number) => backOff(tries, options.longestWaitMs ?? LONGEST_WAIT_MS);
  let socket: Socket | undefined;
  let connected = false;
  let told = false;
  let tries = 0;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let steady: ReturnType<typeof setTimeout> | undefined;
  let endWait = () => {};

  const expect = (withinMs: number) => {
    clearTimeout(deadline);
    deadline = setTimeout(giveUp, withinMs);
  };
  const giveUp = () => {
    const dead = socket;
    // What it still brings would come beside what its successor brings.
    if (dead) dead.onmessage = null;
    client.terminate();
    dead?.terminate?.();
  };
  const lost = (cause: Cause) => {
    // An error is followed by a close that says less.
    if (told) return;
    told = true;
    clearTimeout(deadline);
    clearTimeout(steady);
    socket = undefined;
    connected = false;
    onChange(false, cause);
  };

  const client: Client = createClient({
    url: endpoint(options.url),
    webSocketImpl: watched((options.webSocketImpl ?? usual) as SocketClass | undefined, (made) => {
      socket = made;
    }),
    ...paramsOf(options),
    lazy: true,
    lazyCloseTimeout: options.lingerMs ?? 0,
    keepAlive: pingEveryMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (problem) => !isFinal(causeOf(problem)),
    retryWait: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs(tries++));
        endWait = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    on: {
      connecting: () => {
        told = false;
        expect(connectWithinMs);
      },
      connected: () => {
        clearTimeout(deadline);
        steady = setTimeout(() => {
          tries = 0;
        }, STEADY_MS);
        connected = true;
        onChange(true);
      },
      ping: (received) => {
        if (!received) expect(answerWithinMs);
      },
      // Any message is a sign of life: a pong may have to wait behind many events.
      message: () => {
        if (connected) clearTimeout(deadline);
      },
      closed: (event) => lost(causeOf(event)),
      error: (error) => lost(causeOf(error)),
    },
  });
  return {
    client,
    connected: () => connected,
    waitMs,
    close() {
      // It rejects when the connection it waits for does not come.
      Promise.resolve(client.dispose()).catch(() => {});
      endWait();
      if (!connected) giveUp();
    },
  };
}

/** Of a close event, an error event or an error. */
export function causeOf(problem: unknown): Cause {
  const { code, reason, message } = (problem ?? {}) as { code?: unknown; reason?: unknown; message?: unknown };
  const text = [reason, message].find((each): each is string => typeof each === "string" && each !== "");
  if (typeof code === "number") return { closeCode: code, message: text ?? `The connection was closed with ${code}.` };
  return { message: text ?? "The connection failed." };
}

/** The class, telling each socket that is made. One given up while it connects fails when nobody listens any more; in Node that would end the process. */
function watched(Base: SocketClass | undefined, onMade: (socket: Socket) => void): unknown {
  if (!Base) return undefined;
  return class extends Base {
    constructor(url: string, protocols?: string) {
      super(url, protocols);
      this.addEventListener("error", () => {});
      onMade(this);
    }
  };
}
