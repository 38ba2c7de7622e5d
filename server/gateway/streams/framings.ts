// The forms in which answers go over HTTP.
import type { Framing } from "./stream.ts";

/** Server-sent events as the graphql-sse protocol has them, one operation a connection. */
export const SSE: Framing = {
  contentType: "text/event-stream; charset=utf-8",
  // Some browsers take the headers for real with the first byte only.
  begin: ":\n\n",
  next: (body) => `event: next\ndata: ${body}\n\n`,
  ping: ":\n\n",
  end: "event: complete\ndata:\n\n",
};

const BOUNDARY = "\r\n--graphql";
const part = (json: string) => `\r\nContent-Type: application/json\r\n\r\n${json}${BOUNDARY}`;

/** Apollo's multipart subscriptions. Each part brings the boundary after it: without it the client would not read the part. */
export const MULTIPART: Framing = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  begin: BOUNDARY,
  next: (body) => part(`{"payload":${body}}`),
  ping: part("{}"),
  end: "--\r\n",
};

/** Server-sent events whose bodies are whole frames already. */
export const EVENTS: Framing = { ...SSE, begin: "retry: 1000\n\n", next: (body) => body, end: "" };
