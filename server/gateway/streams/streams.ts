// Answers that go on, over plain HTTP, for those whom a WebSocket does not reach: server-sent events by the graphql-sse protocol,
// Apollo's multipart subscriptions, and the event log for curl.
import type { NextFunction, Request, Response } from "express";
import type { GraphQLField, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { ErrorCode } from "../../domain/errors.ts";
import type { Documents } from "../documents.ts";
import type { Gate } from "../gate.ts";
import type { Services } from "../graphql/context.ts";
import { assertMay } from "../graphql/needs.ts";
import type { Live } from "../live/live.ts";
import type { Watch } from "../watch.ts";
import { byOf, viewerOf } from "../who.ts";
import { createEvents } from "./events.ts";
import { MULTIPART, SSE } from "./framings.ts";
import { createOperations, deliver } from "./operations.ts";
import { type OperationParams, operationParams } from "./params.ts";
import { createSingleConnections } from "./single.ts";
import { type After, type Framing, openStream, type Stream } from "./stream.ts";

export interface StreamsOptions {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly live: Live;
  readonly documents: Documents;
  readonly gate: Gate;
  readonly watch: Watch;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
  readonly after: After;
}

type Handler = (request: Request, response: Response, next: NextFunction) => Promise<void>;

export interface Streams {
  /** Requests that want none of this go on to the next. */
  readonly graphql: Handler;
  readonly sse: Handler;
  readonly events: Handler;
  /** Every stream is broken off, as if the connection had been lost: clients come back and go on from their cursors. */
  stop(): void;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ILLEGAL_STATE: 409,
  CURSOR_EXPIRED: 410,
  TOO_MANY_SUBSCRIPTIONS: 503,
  STORAGE_FULL: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const accepts = (request: Request, what: RegExp) => what.test(request.get("accept") ?? "");
const EVENT_STREAM = /\btext\/event-stream\b/i;
const MULTIPART_SUBSCRIPTION = /\bmultipart\/mixed\s*;[^,]*subscriptionSpec="?1\.0\b/i;

export function createStreams(options: StreamsOptions): Streams {
  const { formatError, after, watch } = options;
  const operations = createOperations(options);
  /** What the log tells is what this subscription tells. */
  const eventsRule = options.schema.getSubscriptionType()?.getFields().runEvents as GraphQLField<unknown, unknown>;
  const open = new Set<Stream>();

  function begin(response: Response, framing: Framing): Stream {
    const stream = openStream(response, framing, after);
    open.add(stream);
    const unwatch = watch.add(viewerOf(response), () => stream.breakOff());
    stream.onClose(() => {
      open.delete(stream);
      unwatch();
    });
    return stream;
  }
  const events = createEvents({ ...options, openStream: begin });
  const single = createSingleConnections({ operations, after, openStream: begin });

  async function carryOut(params: OperationParams, response: Response, framing: Framing): Promise<void> {
    const stream = begin(response, framing);
    await deliver(await operations.run(params, byOf(response), stream.reader), stream);
  }

  /** What goes wrong before there is a stream has a status. */
  const answering =
    (handle: Handler): Handler =>
    async (request, response, next) => {
      try {
        await handle(request, response, next);
      } catch (error) {
        if (response.headersSent) {
          response.destroy();
          return;
        }
        const formatted = formatError(error);
        response.status(STATUS[formatted.extensions?.code as ErrorCode] ?? 400).json({ errors: [formatted] });
      }
    };

  function notAllowed(response: Response, methods: string): void {
    const message = `Only ${methods} can be used here.`;
    response
      .status(405)
      .set("Allow", methods)
      .json({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
  }

  const sse = answering(async (request, response) => {
    const { method } = request;
    const token = single.tokenOf(request);
    if (method === "PUT") return single.reserve(response);
    if (method === "DELETE") return single.complete(token, request, response);
    if (method !== "GET" && method !== "POST") return notAllowed(response, "GET, POST, PUT, DELETE");
    const streamed = accepts(request, EVENT_STREAM);
    if (token !== undefined)
      return streamed ? single.connect(token, response) : single.operate(token, request, response);
    // Also keeps out what a foreign page can make a browser send without being asked: it cannot set this header.
    if (!streamed) {
      const message = "Answers here are server-sent events. Send the header Accept: text/event-stream.";
      response.status(406).json({ errors: [{ message, extensions: { code: "BAD_REQUEST" } }] });
      return;
    }
    const params = operationParams(request);
    if (request.method === "GET" && operations.kind(params) === "mutation") return notAllowed(response, "POST");
    await carryOut(params, response, SSE);
  });

  return {
    sse,
    graphql: async (request, response, next) => {
      if (accepts(request, EVENT_STREAM)) return sse(request, response, next);
      if (request.method !== "POST" || !accepts(request, MULTIPART_SUBSCRIPTION)) return next();
      await answering(async () => {
        const params = operationParams(request);
        // Others, and what is no operation, have their answers from the usual place.
        if (operations.kind(params) === "subscription") await carryOut(params, response, MULTIPART);
        else next();
      })(request, response, next);
    },
    events: answering(async (request, response) => {
      if (request.method !== "GET") return notAllowed(response, "GET");
      assertMay(eventsRule, "Subscription", viewerOf(response));
      await events.handle(request, response);
    }),
    stop() {
      events.stop();
      for (const stream of open) stream.breakOff();
    },
  };
}
