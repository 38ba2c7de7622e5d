// The same operation over each transport, as a program that means harm would send it: any body, any payload.
import WebSocket from "ws";
import { type By, headersOf } from "../access/support.ts";

export interface Outcome {
  /** Of HTTP; of a socket that was closed its code. */
  readonly status: number;
  readonly retryAfter?: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** A text is sent as it is: JSON that no object could be written as. */
export type Params = object | string;
export type Carry = (url: string, by: By, params: Params) => Promise<Outcome>;
const textOf = (params: Params, usual = {}) =>
  typeof params === "string" ? params : JSON.stringify({ ...usual, ...params });
const PATIENCE_MS = 20_000;

async function http(url: string, by: By, params: Params): Promise<Outcome> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headersOf(by) },
    body: textOf(params),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    ...((await response.json()) as object),
  };
}

/** The first answer, or the code that the socket was closed with. */
export function socket(url: string, by: By, params: Params): Promise<Outcome> {
  const opened = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
    headers: headersOf(by),
  });
  return new Promise<Outcome>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The socket said nothing.")), PATIENCE_MS);
    opened.on("error", reject);
    opened.on("open", () => opened.send('{"type":"connection_init"}'));
    opened.on("close", (code) => resolve({ status: code }));
    opened.on("message", (data: Buffer) => {
      const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: object };
      if (type === "connection_ack")
        opened.send(`{"id":"1","type":"subscribe","payload":${textOf(params, { query: "" })}}`);
      else if (type === "next") resolve({ status: 200, ...payload });
      else if (type === "error") resolve({ status: 200, errors: payload as never });
      if (type !== "connection_ack") clearTimeout(timer);
    });
  }).finally(() => opened.terminate());
}

/** The first event that brings something. */
async function sse(url: string, by: By, params: Params): Promise<Outcome> {
  const response = await fetch(`${url}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", connection: "close", ...headersOf(by) },
    body: textOf(params),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const retryAfter = response.headers.get("retry-after");
  if (!response.headers.get("content-type")?.includes("event-stream"))
    return { status: response.status, retryAfter, ...((await response.json()) as object) };
  let text = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    const body = /event: next\ndata: ([^\n]*)\n\n/.exec(text)?.[1];
    if (body !== undefined) return { status: response.status, ...(JSON.parse(body) as object) };
  }
  throw new Error(`The stream ended without an answer: ${text}`);
}

export const TRANSPORTS: readonly (readonly [string, Carry])[] = [
  ["HTTP", http],
  ["WebSocket", socket],
  ["SSE", sse],
];

export const codeOf = ({ errors }: Outcome): unknown => errors?.[0]?.extensions.code;
