// graphql-sse's single connection mode, for browsers that allow six connections to a server: a connection is reserved, then carries the
// answers of many operations, which are asked for and given up by requests of their own.
// A reservation: made (PUT) → connected → gone with its connection, or when nobody has come for it.
import { randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import { RequestError, shown } from "../../domain/errors.ts";
import { createFlow } from "../flow.ts";
import { byOf, viewerOf } from "../who.ts";
import { SSE } from "./framings.ts";
import { deliver, type Operations } from "./operations.ts";
import { operationParams } from "./params.ts";
import type { After, Framing, Stream } from "./stream.ts";

const TOKEN_HEADER = "x-graphql-event-stream-token";
const MOST_RESERVATIONS = 1_000;
const MOST_OF_CALLER = 100;
const MOST_OPERATIONS = 100;
const WAIT_MS = 60_000;

interface Reservation {
  /** Whose it is: what somebody else's token says nobody else may go on with. */
  readonly owner: string;
  stream: Stream | undefined;
  /** What gives each operation up. */
  readonly operations: Map<string, () => void>;
  readonly expired: () => void;
  /** It counts no more. */
  readonly leave: () => void;
}

const tooMany = (one: boolean, most: number) =>
  new RequestError(
    "TOO_MANY_SUBSCRIPTIONS",
    `${most} streams${one ? " of this caller" : ""} are reserved. Try again later.`,
  );

/** Whoever opened it, in the namespace in which they did: it is closed when they may no longer be there. */
function ownerOf(response: Response): string {
  const { credential, namespace } = viewerOf(response);
  return `${credential?.id ?? ""} ${namespace.id}`;
}

export interface SingleConnections {
  /** The token that a request shows; undefined: it is not of this mode. */
  tokenOf(request: Request): string | undefined;
  reserve(response: Response): void;
  connect(token: string, response: Response): void;
  operate(token: string, request: Request, response: Response): Promise<void>;
  complete(token: string | undefined, request: Request, response: Response): void;
}

export interface SingleOptions {
  readonly operations: Operations;
  readonly after: After;
  readonly openStream: (response: Response, framing: Framing) => Stream;
}

export function createSingleConnections({ operations, after, openStream }: SingleOptions): SingleConnections {
  const reservations = new Map<string, Reservation>();
  const flow = createFlow({ mostOfOne: MOST_OF_CALLER, mostOfAll: MOST_RESERVATIONS, refusal: tooMany });

  function end(token: string): void {
    reservations.get(token)?.leave();
    reservations.delete(token);
  }

  function reservationOf(token: string | undefined, response: Response): Reservation {
    const found = reservations.get(token ?? "");
    if (found?.owner === ownerOf(response)) return found;
    throw new RequestError("NOT_FOUND", "There is no such stream. Reserve one with PUT, and connect within 60 s.");
  }

  /** One operation's way through the connection. */
  function channel(stream: Stream, id: string, finish: () => void) {
    const name = JSON.stringify(id);
    const next = (body: string) => `event: next\ndata: {"id":${name},"payload":${body}}\n\n`;
    const closing = new Set<() => void>();
    return {
      reader: {
        send: (bodies: readonly string[]) => stream.write(bodies.map(next).join("")),
        unread: stream.reader.unread,
        cut: stream.reader.cut,
      },
      tell: (body: string) => stream.write(next(body)),
      finish() {
        stream.write(`event: complete\ndata: {"id":${name}}\n\n`);
        finish();
      },
      onClose: (callback: () => void) => void closing.add(callback),
      close() {
        for (const each of closing) each();
      },
    };
  }

  return {
    tokenOf(request) {
      const { token } = request.query;
      return request.get(TOKEN_HEADER) ?? (typeof token === "string" ? token : undefined);
    },
    reserve(response) {
      const { viewer, origin } = byOf(response);
      const leave = flow.begin(viewer, origin.address);
      const token = randomUUID();
      const expired = after(WAIT_MS, () => end(token));
      reservations.set(token, { owner: ownerOf(response), stream: undefined, operations: new Map(), expired, leave });
      response.status(201).set("Cache-Control", "no-store").type("text/plain").send(token);
    },
    connect(token, response) {
      const reservation = reservationOf(token, response);
      if (reservation.stream) throw new RequestError("CONFLICT", "This stream is connected already. Reserve another.");
      reservation.expired();
      const stream = openStream(response, SSE);
      reservation.stream = stream;
      stream.onClose(() => {
        end(token);
        for (const close of reservation.operations.values()) close();
        reservation.operations.clear();
      });
    },
    async operate(token, request, response) {
      const { stream, operations: open } = reservationOf(token, response);
      if (!stream) throw new RequestError("ILLEGAL_STATE", "The stream is not connected yet. Connect before you ask.");
      const params = operationParams(request);
      const id = params.extensions?.operationId;
      if (typeof id !== "string" || id === "" || id.length > 200)
        throw new RequestError(
          "BAD_REQUEST",
          `extensions.operationId is ${shown(id ?? null)}; a text of 1 to 200 characters is expected.`,
        );
      if (open.has(id)) throw new RequestError("CONFLICT", `The operation ${shown(id)} is there already.`);
      if (open.size >= MOST_OPERATIONS)
        throw new RequestError(
          "TOO_MANY_SUBSCRIPTIONS",
          `A stream may have ${MOST_OPERATIONS} operations at a time. Complete one, or reserve another stream.`,
        );
      const kind = operations.kind(params);
      if (kind === "mutation" && request.method === "GET")
        throw new RequestError("BAD_REQUEST", "A mutation is sent with POST.");
      const to = channel(stream, id, () => open.delete(id));
      open.set(id, to.close);
      const opened = await operations.run(params, byOf(response), to.reader);
      if (kind === undefined) {
        open.delete(id);
        response.status(400).json(opened);
        return;
      }
      response.status(202).end();
      // It may have been given up while it was opened.
      if (!open.has(id) && Symbol.asyncIterator in opened) await opened.return(undefined);
      else await deliver(opened, to);
    },
    complete(token, request, response) {
      const { operations: open } = reservationOf(token, response);
      const { operationId } = request.query;
      if (typeof operationId !== "string" || operationId === "")
        throw new RequestError("BAD_REQUEST", "operationId is missing: the name of the operation that is given up.");
      const close = open.get(operationId);
      open.delete(operationId);
      close?.();
      response.status(200).end();
    },
  };
}
