// How requests come in: how long one may take, and what is answered to what is none.
import type { ServerOptions } from "node:http";
import type { Duplex } from "node:stream";

const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/** A request comes within these: who sends it a byte at a time holds no connection for long. Sockets and streams of answers are not bounded by it. */
export const RECEIVING: ServerOptions = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: 2_000,
};

const STATUS: Readonly<Record<string, readonly [string, string]>> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "The request's headers are too large."],
  ERR_HTTP_REQUEST_TIMEOUT: [
    "408 Request Timeout",
    `A request has to come within ${REQUEST_MS / 1_000} s, its headers within ${HEADERS_MS / 1_000}.`,
  ],
};

/** What is no HTTP at all, answered before there is a request. */
export function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, message] = STATUS[error.code ?? ""] ?? ["400 Bad Request", "This is not a valid HTTP request."];
  const body = JSON.stringify({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
