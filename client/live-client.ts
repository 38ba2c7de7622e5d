// A graphql-ws client for Cronograph: subscriptions that lose nothing and tell nothing twice, and whether they are up to date.
import { type ConnectionOptions, connect } from "./connection.ts";
import { type Resumed, resume } from "./resume.ts";
import type { Cause, LiveRequest, LiveSink, LiveStatus, Observable, Watching } from "./types.ts";

/** Refused for good: another try would be refused too. 4403 is the close code of `FORBIDDEN`, 4401 of a missing introduction, 4404 of a namespace that is not there. */
const FINAL_CLOSES = [1002, 1003, 1007, 1009, 4400, 4401, 4403, 4404, 4406, 4409, 4429];
/** What passes by itself. Any other code that the server answers is final. */
const PASSING = [
  "SLOW_CONSUMER",
  "TOO_MANY_SUBSCRIPTIONS",
  "UNAVAILABLE",
  "RATE_LIMITED",
  "STORAGE_FULL",
  "INTERNAL",
  "INTERNAL_SERVER_ERROR",
];

export interface LiveClientOptions extends ConnectionOptions {
  /**
   * Whether a lost connection or a refusal is the end. Left out: close codes that say that the client is wrong (4400, 4401, 4403 …) and
   * error codes other than SLOW_CONSUMER, TOO_MANY_SUBSCRIPTIONS, UNAVAILABLE, RATE_LIMITED, STORAGE_FULL and INTERNAL are.
   */
  readonly isFinal?: (cause: Cause) => boolean;
}

export interface LiveClient {
  /**
   * Begins a subscription (or carries out any other operation). Answers the function that ends it, after which nothing is told any more.
   * The three functions of the sink are those of graphql-ws, so that links and exchanges made for it take this client.
   */
  subscribe<Data = Record<string, unknown>>(
    request: LiveRequest,
    sink: LiveSink<Data>,
    watching?: Watching,
  ): () => void;
  /** Of all subscriptions together: the worst counts. */
  readonly status: Observable<LiveStatus>;
  /** Ends all subscriptions and closes the socket. */
  close(): void;
}

/**
 * Makes a client. It connects when the first subscription begins.
 * @example
 * const live = createLiveClient({ url: "http://127.0.0.1:4000" });
 * live.status.subscribe((status) => console.log(status)); // live, caught up, reconnecting
 */
export function createLiveClient(options: LiveClientOptions): LiveClient {
  const all = new Set<Resumed>();
  const listeners = new Set<(status: LiveStatus) => void>();
  const isFinal = options.isFinal ?? usuallyFinal;
  let status: LiveStatus = "reconnecting";

  const look = () => {
    for (const each of all) if (each.ended) all.delete(each);
    const next = worst();
    if (next === status) return;
    status = next;
    for (const listener of listeners) listener(status);
  };
  const worst = (): LiveStatus => {
    if (!connection.connected()) return "reconnecting";
    const statuses = [...all]
      .filter(({ marked, status: each }) => marked || each === "reconnecting")
      .map((each) => each.status);
    return (["reconnecting", "live"] as const).find((each) => statuses.includes(each)) ?? "caught up";
  };
  const connection = connect(options, isFinal, (connected, cause) => {
    if (!connected && cause) for (const each of [...all]) each.lost(cause);
    look();
  });

  return {
    subscribe(request, sink, watching = {}) {
      const one = resume(request, sink, watching, { connection, isFinal, onChange: look });
      all.add(one);
      look();
      return () => one.stop();
    },
    status: {
      get: () => status,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close() {
      for (const each of [...all]) each.stop();
      all.clear();
      connection.close();
    },
  };
}

export function usuallyFinal({ code, closeCode }: Cause): boolean {
  if (closeCode !== undefined) return FINAL_CLOSES.includes(closeCode);
  // Without a code the connection itself failed.
  return code !== undefined && !PASSING.includes(code);
}
