// A WebSocket that speaks only as the test says: for abuse of the protocol, and for reading at a pace of one's own.
import { once } from "node:events";
import { onTestFinished } from "vitest";
import WebSocket from "ws";
import { until } from "../support/wait.ts";

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

export interface RawSocket {
  readonly socket: WebSocket;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads messages freely, and a wrong reading fails it
  readonly messages: any[];
  readonly closed: Promise<Closed>;
  send(message: unknown): void;
  /** The first message of this type for this operation. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  message(type: string, id?: string): Promise<any>;
}

export const socketUrl = (url: string, path = "/graphql") => url.replace("http", "ws") + path;

export async function open(
  url: string,
  protocols: string | string[] = "graphql-transport-ws",
  headers = {},
): Promise<RawSocket> {
  const socket = new WebSocket(socketUrl(url), protocols, { headers });
  const messages: { type: string; id?: string }[] = [];
  socket.on("message", (data: Buffer) => messages.push(JSON.parse(data.toString("utf8"))));
  socket.on("error", () => {});
  const closed = new Promise<Closed>((resolve) =>
    socket.on("close", (code, reason) => resolve({ code, reason: String(reason) })),
  );
  onTestFinished(() => socket.terminate());
  await once(socket, "open");
  return {
    socket,
    messages,
    closed,
    send: (message) =>
      socket.send(typeof message === "string" || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    message: (type, id) =>
      until(`${type} ${id ?? ""} came`, () =>
        messages.find((each) => each.type === type && (id === undefined || each.id === id)),
      ),
  };
}

export async function initialised(url: string): Promise<RawSocket> {
  const opened = await open(url);
  opened.send({ type: "connection_init" });
  await opened.message("connection_ack");
  return opened;
}

/** The status and body with which an upgrade is refused. */
export function refusedUpgrade(url: string, path: string, headers = {}): Promise<{ status: number; body: string }> {
  const socket = new WebSocket(socketUrl(url, path), "graphql-transport-ws", { headers });
  return new Promise((resolve, reject) => {
    socket.on("open", () => reject(new Error("was not refused")));
    socket.on("error", () => {});
    socket.on("unexpected-response", (_, response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
  });
}
