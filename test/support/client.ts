// A client as anyone would write it: GraphQL over HTTP by fetch, subscriptions by graphql-ws.
import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
  readonly data: any;
  readonly errors?: { message: string; extensions: { code: string }; path?: (string | number)[] }[];
}

export async function query(url: string, text: string, variables?: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", connection: "close" },
    body: JSON.stringify({ query: text, variables }),
    signal: AbortSignal.timeout(20_000),
  });
  return { status: response.status, ...((await response.json()) as object) } as Answer;
}

/** The data of an answer that must have no errors. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export async function data(url: string, text: string, variables?: object): Promise<any> {
  const answer = await query(url, text, variables);
  if (answer.errors) throw new Error(`The API answered ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export interface Subscription {
  /** Everything that came, in order. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly events: any[];
  readonly errors: unknown[];
  /** Resolves when the server has completed it or it failed. */
  readonly ended: Promise<void>;
  stop(): void;
}

export function connect(url: string): Client {
  return createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
  });
}

export function subscribe(client: Client, text: string, variables?: Record<string, unknown>): Subscription {
  const events: unknown[] = [];
  const errors: unknown[] = [];
  let finish = () => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const stop = client.subscribe(
    { query: text, variables: variables ?? null },
    {
      next: ({ data: value, errors: failed }) => {
        if (failed) errors.push(...failed);
        else events.push(Object.values(value ?? {})[0]);
      },
      error: (error) => {
        errors.push(...(Array.isArray(error) ? error : [error]));
        finish();
      },
      complete: finish,
    },
  );
  return { events, errors, ended, stop };
}
