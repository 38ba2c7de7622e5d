// GraphQL over WebSocket (`graphql-transport-ws`) at the same path as the queries. Bounded: message size, subscriptions of a
// socket, time to initialise, unread bytes.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Log } from "../log.ts";
import { complexityRule, MAX_TOKENS } from "./complexity.ts";
import { createFormatError } from "./format-error.ts";
import { createContext, type Services } from "./graphql/context.ts";
import { refuseForeign } from "./origin.ts";

const MAX_MESSAGE_BYTES = 1_048_576;
const MAX_SUBSCRIPTIONS = 100;
const MAX_UNREAD_BYTES = 4_194_304;
const INIT_TIMEOUT_MS = 5_000;
const PING_EVERY_MS = 12_000;
const GOODBYE_MS = 1_000;
/** Application close codes of the protocol's own range. */
const CLOSE_SLOW = 4_508;
const CLOSE_GOING_AWAY = 1_001;

export interface WsOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly log: Log;
  readonly path: string;
  readonly loopbackOnly: boolean;
  readonly publicUrl: string | null;
  /** Calls back after some milliseconds of real time: the other side is out in the world. Answers how to call it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

export interface WsGateway {
  /** Closes every socket with 1001 and the cursor to go on from. */
  stop(cursor: string): Promise<void>;
}

export function createWs(options: WsOptions): WsGateway {
  const { server, schema, services, log, path, loopbackOnly, publicUrl, after } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const formatError = createFormatError(log);

  const gateway = useServer(
    {
      schema,
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      onSubscribe(context, _, { query, operationName, variables }) {
        if (Object.keys(context.subscriptions).length <= MAX_SUBSCRIPTIONS) {
          const document = read(schema, query);
          if (Array.isArray(document)) return document;
          return {
            schema,
            document,
            operationName,
            variableValues: variables,
            contextValue: createContext(services),
          } as ExecutionArgs;
        }
        const message = `A socket may have ${MAX_SUBSCRIPTIONS} operations at a time. Complete one, or open another socket.`;
        return [new GraphQLError(message, { extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } })];
      },
      onNext({ extra: { socket } }, _, __, ___, result) {
        if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.close(CLOSE_SLOW, "SLOW_CONSUMER");
        if (!result.errors) return;
        return { ...result, errors: result.errors.map((error) => formatError(plain(error), error)) };
      },
      onError({ extra: { socket } }, _, __, errors) {
        // A write to a socket that has just gone fails the operation too; nobody is there to be told.
        if (socket.readyState !== socket.OPEN) return;
        return errors.map((error) => formatError(plain(error), error));
      },
    },
    sockets,
    PING_EVERY_MS,
  );

  sockets.on("connection", (socket: WebSocket) => {
    // ws closes the socket itself; without a listener the error would end the process.
    socket.on("error", (error) => log.debug({ err: error }, "socket failed"));
  });

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const pathname = (request.url ?? "").split("?")[0];
    if (pathname !== path) return reject(socket, 404, "There is no WebSocket here; use /graphql.");
    const refusal = refuseForeign(request, loopbackOnly, publicUrl);
    if (refusal) return reject(socket, 403, refusal);
    sockets.handleUpgrade(request, socket, head, (upgraded) => sockets.emit("connection", upgraded, request));
  });

  return {
    async stop(cursor) {
      for (const socket of sockets.clients) socket.close(CLOSE_GOING_AWAY, JSON.stringify({ cursor }));
      // The library waits for every client to answer; one that does not must not hold up the stop.
      const cancelTimer = after(GOODBYE_MS, () => {
        for (const socket of sockets.clients) socket.terminate();
      });
      await gateway.dispose();
      cancelTimer();
    },
  };
}

/** The document, or what is wrong with it: graphql-ws would close the whole socket for a syntax error. */
function read(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const errors = validate(schema, document, [...specifiedRules, complexityRule]);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    return [new GraphQLError("The operation is nested too deep.", { extensions: { code: "QUERY_TOO_COMPLEX" } })];
  }
}

const plain = (error: unknown) =>
  error instanceof GraphQLError ? error.toJSON() : { message: String((error as Error).message) };

function reject(socket: Duplex, status: number, message: string): void {
  const reason = status === 404 ? "Not Found" : "Forbidden";
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(message)}\r\nConnection: close\r\n\r\n${message}`,
  );
}
