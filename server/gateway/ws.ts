// GraphQL over WebSocket (`graphql-transport-ws`) at the same path as the queries. Bounded: message size, subscriptions of a
// socket, time to initialise, unread bytes.
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { CloseCode } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Viewer } from "../domain/access.ts";
import { RequestError } from "../domain/errors.ts";
import type { Log } from "../log.ts";
import type { Documents } from "./documents.ts";
import type { Gate } from "./gate.ts";
import { type Context, createContext, type Services } from "./graphql/context.ts";
import type { Live } from "./live/live.ts";
import type { Reader } from "./live/reader.ts";
import { refuseForeign } from "./origin.ts";
import { cutReason, serveSockets } from "./sockets.ts";
import type { Watch } from "./watch.ts";
import type { Said, Who } from "./who.ts";

const MAX_MESSAGE_BYTES = 1_048_576;
const MAX_SUBSCRIPTIONS = 100;
const MAX_ID_LENGTH = 200;
const MAX_UNREAD_BYTES = 4_194_304;
const INIT_TIMEOUT_MS = 5_000;
/** Sockets that nobody has said anything on. */
const MOST_UNKNOWN = 4_096;
const GOODBYE_MS = 1_000;
/** Application close codes of the protocol's own range. */
const CLOSE_SLOW = 4_508;
const CLOSE_GOING_AWAY = 1_001;
/** As graphql-ws says it of an operation before the handshake. */
const CLOSE_UNAUTHORIZED = 4_401;
/** There is no such namespace, or none that one may see. */
const CLOSE_NOT_FOUND = 4_404;
/** Of RFC 6455's registry: clients come back a while later. */
const CLOSE_TRY_AGAIN_LATER = 1_013;

export interface WsOptions {
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly live: Live;
  readonly documents: Documents;
  readonly who: Who;
  readonly gate: Gate;
  readonly watch: Watch;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
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

/** What is carried out, and where its answers go. */
type Operation = ExecutionArgs & { readonly contextValue: Context; readonly reader: Reader };

export function createWs(options: WsOptions): WsGateway {
  const { server, schema, services, live, documents, who, gate, watch, formatError, log, after } = options;
  const { path, loopbackOnly, publicUrl } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  /** Nobody has said anything on them yet. */
  const unknown = new Set<WebSocket>();

  serveSockets(
    sockets,
    {
      schema,
      connectionInitWaitTimeout: INIT_TIMEOUT_MS,
      async onConnect({ connectionParams, extra: { socket, request } }) {
        const viewer = await who.viewer(request, saidIn(connectionParams)).catch((error: unknown) => {
          if (error instanceof RequestError && error.code === "NOT_FOUND") return error;
          if (error instanceof RequestError && error.code === "RATE_LIMITED") return null;
          if (error instanceof RequestError && error.code === "UNAVAILABLE") return undefined;
          throw error;
        });
        if (viewer instanceof RequestError) {
          socket.close(CLOSE_NOT_FOUND, cutReason(viewer.message));
          return false;
        }
        if (viewer === undefined) {
          socket.close(CLOSE_TRY_AGAIN_LATER, "Try again later");
          return false;
        }
        // Closed by us: the library's own word would be Forbidden, which no client can tell from a right that is missing.
        if (viewer === null) return closeUnauthorized(socket);
        // It may have gone while that was found out: nothing would end its watch.
        if (socket.readyState !== socket.OPEN) return false;
        viewers.set(socket, viewer);
        unknown.delete(socket);
        socket.once(
          "close",
          watch.add(viewer, () => closeUnauthorized(socket)),
        );
        return true;
      },
      onSubscribe({ subscriptions, extra: { socket, request } }, id, payload) {
        if (id.length > MAX_ID_LENGTH) {
          // Every answer would bring it back.
          socket.close(CloseCode.BadRequest, `The id of an operation may have ${MAX_ID_LENGTH} characters.`);
          return [new GraphQLError("The id of the operation is too long.")];
        }
        if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS) {
          const message = `A socket may have ${MAX_SUBSCRIPTIONS} operations at a time. Complete one, or open another socket.`;
          return [new GraphQLError(message, { extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } })];
        }
        const viewer = viewers.get(socket) as Viewer;
        const origin = who.origin(request, viewer, "WEBSOCKET");
        try {
          gate.rates.take(viewer, origin.address);
          const document = documents.read(gate.trusted.text(payload, viewer) ?? "");
          if (Array.isArray(document)) return document;
          gate.introspection.assertMay(document as DocumentNode, viewer);
          const { operationName, variables: variableValues } = payload;
          const reader = readerOf(socket, id);
          const contextValue = createContext(services, viewer, origin);
          return { schema, document, operationName, variableValues, contextValue, reader } as Operation;
        } catch (error) {
          return [asGraphQLError(error)];
        }
      },
      async execute(operation) {
        const { viewer, origin } = (operation as Operation).contextValue;
        let end: () => void;
        try {
          end = gate.flow.begin(viewer, origin.address ?? "");
        } catch (error) {
          return { errors: [asGraphQLError(error)] };
        }
        return Promise.resolve(execute(operation)).finally(end);
      },
      // Answers go from the group to the socket; here only the end comes back.
      subscribe: (operation) => live.open(operation as Operation, (operation as Operation).reader),
      onNext({ extra: { socket } }, _, __, ___, result) {
        if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.close(CLOSE_SLOW, "SLOW_CONSUMER");
        if (!result.errors) return;
        // Those of a subscription have their form already.
        return {
          ...result,
          errors: result.errors.map((error) => (error instanceof GraphQLError ? formatError(error) : error)),
        };
      },
      onError({ extra: { socket } }, _, __, errors) {
        // A write to a socket that has just gone fails the operation too; nobody is there to be told.
        if (socket.readyState !== socket.OPEN) return;
        return errors.map(formatError);
      },
    },
    { after, log },
  );

  function readerOf(socket: WebSocket, id: string): Reader {
    const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    const wire = wires.get(socket);
    return {
      send(bodies) {
        if (socket.readyState !== socket.OPEN) return;
        // One write for all of them.
        wire?.cork();
        for (const body of bodies) socket.send(`${head}${body}}`);
        wire?.uncork();
      },
      unread: () => socket.bufferedAmount,
      cut() {
        socket.close(CLOSE_SLOW, "SLOW_CONSUMER");
        // It does not read, so it will not answer.
        after(GOODBYE_MS, () => socket.terminate());
      },
    };
  }

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const pathname = (request.url ?? "").split("?")[0];
    if (pathname !== path) return reject(socket, 404, "There is no WebSocket here; use /graphql.");
    const refusal = refuseForeign(request, loopbackOnly, publicUrl);
    if (refusal) return reject(socket, 403, refusal);
    if (unknown.size >= MOST_UNKNOWN)
      return reject(socket, 503, "Too many sockets wait for their connection_init. Try again in a few seconds.");
    sockets.handleUpgrade(request, socket, head, (upgraded) => {
      wires.set(upgraded, socket);
      unknown.add(upgraded);
      upgraded.once("close", () => unknown.delete(upgraded));
      sockets.emit("connection", upgraded, request);
    });
  });

  return {
    async stop(cursor) {
      for (const socket of sockets.clients) socket.close(CLOSE_GOING_AWAY, JSON.stringify({ cursor }));
      // One that does not answer must not hold up the stop.
      const cancelTimer = after(GOODBYE_MS, () => {
        for (const socket of sockets.clients) socket.terminate();
      });
      await new Promise<void>((resolve) => {
        sockets.close(() => resolve());
      });
      cancelTimer();
    },
  };
}

const asGraphQLError = (error: unknown) =>
  new GraphQLError((error as Error).message, { originalError: error as Error });

/** Who has opened a socket, from its `connection_init` on. */
const viewers = new WeakMap<WebSocket, Viewer>();

/** A browser cannot set headers of a socket, so what they would say may stand in the payload of `connection_init`. */
function saidIn(params: Readonly<Record<string, unknown>> | undefined): Said {
  const said = (wanted: string): string | undefined => {
    const entry = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === wanted);
    return typeof entry?.[1] === "string" ? entry[1] : undefined;
  };
  return { authorization: said("authorization"), namespace: said("namespace") ?? said("cronograph-namespace") };
}

function closeUnauthorized(socket: WebSocket): false {
  socket.close(CLOSE_UNAUTHORIZED, "Unauthorized");
  return false;
}

/** The raw connections below the sockets. */
const wires = new WeakMap<WebSocket, Duplex>();

function reject(socket: Duplex, status: number, message: string): void {
  const reason = STATUS_CODES[status];
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(message)}\r\nConnection: close\r\n\r\n${message}`,
  );
}
