// Joins the protocol (graphql-ws) to sockets (ws): messages, pings, the end. What a client does wrong closes its socket and is a
// line in the log for those who look for it; only what we do wrong is an error there.
import type { IncomingMessage } from "node:http";
import { CloseCode, handleProtocols, makeServer, type ServerOptions } from "graphql-ws";
import type { WebSocket, WebSocketServer } from "ws";
import type { Log } from "../log.ts";

/** A socket that does not answer one ping before the next is due is gone. */
const PING_EVERY_MS = 12_000;

export interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

type After = (delayMs: number, callback: () => void) => () => void;

export function serveSockets(
  sockets: WebSocketServer,
  options: ServerOptions<Record<string, unknown>, Extra>,
  { after, log }: { readonly after: After; readonly log: Log },
): void {
  const server = makeServer(options);
  sockets.options.handleProtocols = handleProtocols;
  sockets.on("connection", (socket: WebSocket, request: IncomingMessage) => {
    // ws closes the socket itself; without a listener the error would end the process.
    socket.on("error", (error) => log.debug({ err: error }, "socket failed"));
    const stopPings = keepAlive(socket, after);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(text, (error) => {
              // The connection has failed, and ends: the client's way or the client, never the answer.
              if (error) log.debug({ err: error }, "an answer was not taken");
              resolve();
            });
          }),
        // The library puts ids of the client's into it, and more than 123 bytes would be an error (RFC 6455 §5.5).
        close: (code, reason) => socket.close(code, cutReason(reason)),
        onMessage: (take) =>
          socket.on("message", (data: Buffer) => {
            take(data.toString()).catch((error: Error) => refuse(socket, error, log));
          }),
      },
      { socket, request },
    );
    socket.once("close", (code, reason) => {
      stopPings();
      // A client's end must not be ours: what ends with it may fail in its own way.
      Promise.resolve(closed(code, String(reason))).catch((error: Error) =>
        log.error({ err: error }, "the end of a socket failed"),
      );
    });
  });
}

export const cutReason = (reason = ""): string =>
  Buffer.from(reason)
    .subarray(0, 120)
    .toString()
    .replace(/\ufffd$/, "");

function refuse(socket: WebSocket, error: Error, log: Log): void {
  // The one thing that the library throws at the client's doing: a message that only a server may send.
  if (/^Unexpected message of type/.test(error.message)) {
    log.debug({ reason: error.message }, "socket refused");
    socket.close(CloseCode.BadRequest, cutReason(error.message));
    return;
  }
  log.error({ err: error }, "a socket's message failed");
  socket.close(CloseCode.InternalServerError, "Internal server error");
}

function keepAlive(socket: WebSocket, after: After): () => void {
  let answered = true;
  let cancel = () => {};
  const ping = () => {
    cancel = after(PING_EVERY_MS, () => {
      if (!answered) return socket.terminate();
      answered = socket.readyState !== socket.OPEN;
      if (!answered) socket.ping();
      ping();
    });
  };
  socket.on("pong", () => {
    answered = true;
  });
  ping();
  return () => cancel();
}
