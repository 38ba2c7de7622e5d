// One operation over each transport, and all that was answered, as text.
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { type By, headersOf } from "./support.ts";

/** Long enough for a refusal, which comes at once; a subscription that is let in may say nothing. */
const LET_IN_MS = 400;
const ANSWERED_MS = 20_000;

/** What differs from one answer to the next in any case. */
export const settled = (text: string): string =>
  text
    .replaceAll(/"(cursor|startCursor|endCursor)":"[^"]*"/g, '"$1":"…"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "(an instant)")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "(an id)");

/** `letInMs`: for how long a subscription is listened to. */
type Carry = (url: string, by: By, text: string, letInMs?: number) => Promise<string>;

export const overHttp: Carry = async (url, by, text) => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headersOf(by) },
    body: JSON.stringify({ query: text }),
  });
  return `${response.status} ${await response.text()}`;
};

export const overSse: Carry = async (url, by, text, letInMs = LET_IN_MS) => {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), text.startsWith("subscription") ? letInMs : ANSWERED_MS);
  let body = "";
  try {
    const response = await fetch(`${url}/graphql/stream`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream", ...headersOf(by) },
      body: JSON.stringify({ query: text }),
      signal: cut.signal,
    });
    body = `${response.status} `;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      body += Buffer.from(chunk).toString();
  } catch (error) {
    if (!cut.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return body.replaceAll(/^:.*$\n?/gm, "").trim();
};

export const overWebSocket: Carry = async (url, by, text, letInMs = LET_IN_MS) => {
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: {
      ...(by.token ? { authorization: `Bearer ${by.token}` } : {}),
      ...(by.namespace === undefined ? {} : { namespace: by.namespace }),
    },
  });
  let told = "";
  try {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, text.startsWith("subscription") ? letInMs : ANSWERED_MS);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      client.subscribe(
        { query: text },
        {
          next: (value) => {
            told += JSON.stringify(value);
          },
          error: (error) => {
            const closed = error as { code?: number; reason?: string };
            told += closed.code ? `${closed.code} ${closed.reason}` : JSON.stringify(error);
            done();
          },
          complete: done,
        },
      );
    });
  } finally {
    await client.dispose();
  }
  return told;
};

export const TRANSPORTS: Readonly<Record<string, Carry>> = {
  HTTP: overHttp,
  WebSocket: overWebSocket,
  SSE: overSse,
};
