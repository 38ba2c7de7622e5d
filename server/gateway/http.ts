// The HTTP server: GraphQL, health, the dashboard and the playground on one port. Every error is JSON, never a page or a stack.

import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { Server as NetServer } from "node:net";
import { join } from "node:path";
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { nextTurn } from "../clock.ts";
import type { ErrorCode } from "../domain/errors.ts";
import type { Log } from "../log.ts";
import { PACKAGE_ROOT } from "../package.ts";
import { complexityRule, MAX_TOKENS } from "./complexity.ts";
import { exportRoutes } from "./exports/exports.ts";
import type { FormatError } from "./format-error.ts";
import { type Gate, gateHandlers } from "./gate.ts";
import { type Context, createContext, type Services } from "./graphql/context.ts";
import { schemaText } from "./graphql/schema.ts";
import { HEALTH_PATHS, healthOf, type NotReady } from "./health.ts";
import { refuseForeign } from "./origin.ts";
import { answerBroken, RECEIVING } from "./receiving.ts";
import { signInRoutes } from "./sign-in.ts";
import type { Streams } from "./streams/streams.ts";
import { originOf, viewerOf, type Who } from "./who.ts";

export const GRAPHQL_PATH = "/graphql";
const STREAM_PATH = "/graphql/stream";
const EVENTS_PATH = "/events";
/** Room for the largest payload and body together with the query around them. */
const MAX_BODY_BYTES = 1_048_576;
/** How long a stop waits for answers: a write may wait six seconds for the database. */
const ANSWERED_WITHIN_MS = 8_000;
const LOOK_EVERY_MS = 20;
/** In which a new connection brings its request. */
const IDLE_MS = 1_000;
const QUIET_MS = 1;
const MOST_TURNS = 200;
const WEB_ROOT = join(PACKAGE_ROOT, "dist", "web");
const SECURITY_HEADERS = {
  "Content-Security-Policy":
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
};

export interface HttpOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly streams: Streams;
  readonly who: Who;
  readonly gate: Gate;
  readonly format: FormatError;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
  readonly log: Log;
  readonly loopbackOnly: boolean;
  readonly publicUrl: string | null;
  /** Undefined while everything is well, else why this instance should get no requests. */
  readonly notReady: NotReady;
  /** Calls back after some milliseconds of real time. Answers how to call it off. */
  readonly after: (delayMs: number, callback: () => void) => () => void;
}

export interface HttpGateway {
  readonly server: Server;
  /** Takes no new connection, so that a balancer goes elsewhere. What was asked is still answered. */
  close(): Promise<void>;
  /** Resolves when all is answered, or a while later. */
  stop(): Promise<void>;
}

export async function createHttp(options: HttpOptions): Promise<HttpGateway> {
  const { schema, services, streams, who, gate, log } = options;
  const apollo = new ApolloServer<Context>({
    schema,
    formatError: options.format,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [complexityRule],
    // Documents are known by a manifest, on every transport; nobody adds one by asking.
    persistedQueries: false,
    // A right of its own decides; see below.
    introspection: true,
    plugins: [ApolloServerPluginLandingPageDisabled(), refuseSubscriptions, introspectionBy(gate)],
    logger: log as never,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const app = express();
  app.disable("x-powered-by");
  let closing: Promise<void> | undefined;
  app.use((request, response, next) => {
    response.set(SECURITY_HEADERS);
    if (closing) response.set("Connection", "close");
    const refusal = refuseForeign(request, options.loopbackOnly, options.publicUrl);
    if (refusal) answerError(response, 403, "FORBIDDEN", refusal);
    else next();
  });
  health(app, options);
  app.get(GRAPHQL_PATH, (request, response, next) => {
    if (request.query.query === undefined && request.accepts(["json", "html"]) === "html")
      response.redirect("/playground");
    else next();
  });
  app.options(GRAPHQL_PATH, (_, response) => void response.set("Allow", "GET, POST").sendStatus(204));
  app.use(
    "/auth",
    signInRoutes({ ...services, who, gate, publicUrl: options.publicUrl, formatError: options.formatError }),
  );
  const body = express.json({ limit: MAX_BODY_BYTES });
  const { rated, named, inFlow, mayRead } = gateHandlers(gate, options.formatError);
  // Who it is comes before anything that costs.
  app.all(STREAM_PATH, who.required, rated, body, named, streams.sse);
  app.all(EVENTS_PATH, who.required, rated, streams.events);
  app.all(
    GRAPHQL_PATH,
    who.required,
    rated,
    body,
    named,
    streams.graphql,
    inFlow,
    expressMiddleware(apollo, { context: async ({ res }) => createContext(services, viewerOf(res), originOf(res)) }),
  );
  app.use(exportRoutes(options, [who.required, rated, inFlow]));
  app.get(
    "/schema.graphql",
    who.required,
    rated,
    mayRead,
    (_, response) => void response.type("text/plain").send(schemaText()),
  );
  pages(app);
  app.use(onError(log));
  const server = createServer(RECEIVING, app);
  server.on("clientError", answerBroken);
  const closed = new Promise<void>((resolve) => server.once("close", resolve));
  const close = () => {
    closing ??= stopListening(server);
    return closing;
  };
  return {
    server,
    close,
    async stop() {
      await close();
      await answered(server, closed, options.after);
      await apollo.stop();
    },
  };
}

/**
 * Connections that wait to be accepted are reset when a listener closes, so it is closed right after a turn of the event loop that had
 * nothing else to do than to accept them. A server of HTTP would close the connections without a request along: one that has just been
 * accepted is about to bring its own.
 */
async function stopListening(server: Server): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const began = performance.now();
    await nextTurn();
    if (performance.now() - began < QUIET_MS) break;
  }
  if (server.listening) NetServer.prototype.close.call(server);
}

/** Requests that are under way get their answers; a connection that brings none for a while is of no more use. */
async function answered(server: Server, closed: Promise<void>, after: HttpOptions["after"]): Promise<void> {
  let cancel = () => {};
  const look = (leftMs: number) => {
    if (leftMs < ANSWERED_WITHIN_MS - IDLE_MS) server.closeIdleConnections();
    if (leftMs <= 0) server.closeAllConnections();
    else cancel = after(LOOK_EVERY_MS, () => look(leftMs - LOOK_EVERY_MS));
  };
  look(ANSWERED_WITHIN_MS);
  await closed;
  cancel();
}

/** A stream of answers does not fit into one. */
const refuseSubscriptions: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== "subscription") return;
        const message = `Subscriptions go over WebSocket (graphql-transport-ws) at ${GRAPHQL_PATH}, as server-sent events at ${STREAM_PATH}, or as multipart/mixed;subscriptionSpec="1.0".`;
        throw new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
      },
    };
  },
};

const introspectionBy = ({ introspection }: Gate): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        try {
          introspection.assertMay(document, contextValue.viewer);
        } catch (error) {
          const extensions = { http: { status: 403 } };
          throw new GraphQLError((error as Error).message, { originalError: error as Error, extensions });
        }
      },
    };
  },
});

function health(app: Express, { notReady }: HttpOptions): void {
  for (const path of HEALTH_PATHS)
    app.get(path, (_, response) => {
      const { status, body } = healthOf(path, notReady);
      response.status(status).json(body);
    });
}

/** The built web client. Its file names carry a hash, so they are kept for ever; the pages themselves never. */
function pages(app: Express): void {
  app.use("/assets", express.static(join(WEB_ROOT, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  app.get("/playground", (_, response) => sendPage(response, "playground.html"));
  app.use(express.static(WEB_ROOT, { index: false, maxAge: 0 }));
  app.get("/{*path}", (request: Request, response: Response, next) => {
    if (request.accepts(["json", "html"]) === "html") sendPage(response, "index.html");
    else next();
  });
  app.use((request, response) => {
    answerError(
      response,
      404,
      "NOT_FOUND",
      `There is nothing at ${request.method} ${request.path.slice(0, 200)}. The API is at ${GRAPHQL_PATH}.`,
    );
  });
}

function sendPage(response: Response, name: string): void {
  if (!existsSync(join(WEB_ROOT, name))) {
    answerError(
      response,
      404,
      "NOT_FOUND",
      "The dashboard is not built. Run `npm run build`, or `npm run dev` while you work on it.",
    );
    return;
  }
  response.sendFile(name, { root: WEB_ROOT, headers: { "Cache-Control": "no-cache" } });
}

function answerError(response: Response, status: number, code: ErrorCode, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}

/** Express's own errors: broken JSON, too large, wrong encoding, missing files. */
function onError(log: Log): ErrorRequestHandler {
  return (error: Error & { status?: number; type?: string }, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, "request failed");
    if (error.type === "entity.too.large") {
      return answerError(
        response,
        413,
        "PAYLOAD_TOO_LARGE",
        `The request's body is larger than ${MAX_BODY_BYTES} bytes.`,
      );
    }
    if (error.type === "entity.parse.failed") {
      return answerError(
        response,
        400,
        "BAD_REQUEST",
        'The body is not valid JSON. Example: {"query":"{ overview { activeTasks } }"}',
      );
    }
    // The file server says 403 to a path that leads out of its folder: for everybody else there is nothing.
    if (status === 404 || (status === 403 && request.path.startsWith("/assets")))
      return answerError(response, 404, "NOT_FOUND", "There is no such file.");
    if (status >= 500)
      return answerError(response, 500, "INTERNAL", "The server failed to answer this. Its log says more.");
    answerError(response, status, "BAD_REQUEST", `The request cannot be read: ${error.message}`);
  };
}
