// What stands before every operation, whatever way it comes by: how many may come, how many may be under way, which documents are carried
// out, and who may ask for the schema. HTTP, server-sent events and sockets ask the same four.
import type { NextFunction, Request, Response } from "express";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { IntrospectionRule, TrustedMode } from "../domain/gate.ts";
import type { Log } from "../log.ts";
import { createFlow, type Flow } from "./flow.ts";
import { createIntrospection, type Introspection } from "./introspection.ts";
import { createRates, type Rates } from "./rates.ts";
import { type Asked, createTrustedDocuments, type TrustedDocuments } from "./trusted.ts";
import { originOf, refuse, viewerOf } from "./who.ts";

export interface GateConfig {
  /** Operations at a time: of one caller, and of all. */
  readonly callerConcurrency: number;
  readonly gatewayConcurrency: number;
  /** Subscriptions of one caller. */
  readonly callerSubscriptions: number;
  /** Operations a minute; null: any number. */
  readonly callerRate: number | null;
  readonly addressRate: number | null;
  readonly introspection: IntrospectionRule;
  /** Whether errors may name what in the schema comes near. */
  readonly suggestions: boolean;
  readonly trustedDocuments: TrustedMode;
  readonly trustedDocumentsFiles: readonly string[];
}

export interface Gate {
  readonly flow: Flow;
  readonly rates: Rates;
  readonly introspection: Introspection;
  readonly trusted: TrustedDocuments;
}

/** @throws StartupError when a manifest cannot be read */
export function createGate(config: GateConfig, schema: GraphQLSchema, log: Log): Gate {
  return {
    flow: createFlow({ mostOfOne: config.callerConcurrency, mostOfAll: config.gatewayConcurrency }),
    rates: createRates({ ofCaller: config.callerRate, ofAddress: config.addressRate }),
    introspection: createIntrospection(config.introspection),
    trusted: createTrustedDocuments({
      mode: config.trustedDocuments,
      files: config.trustedDocumentsFiles,
      schema,
      warn: (message) => log.warn(message),
    }),
  };
}

type Handler = (request: Request, response: Response, next: NextFunction) => void;

/** The same for requests, after `who.required`. */
export function gateHandlers(
  { flow, rates, introspection, trusted }: Gate,
  formatError: (error: unknown) => GraphQLFormattedError,
): Record<"rated" | "named" | "inFlow" | "mayRead", Handler> {
  const refusing =
    (handle: (request: Request, response: Response) => void): Handler =>
    (request, response, next) => {
      try {
        handle(request, response);
      } catch (error) {
        return refuse(response, formatError(error));
      }
      next();
    };
  return {
    rated: refusing((_, response) => rates.take(viewerOf(response), originOf(response).address)),
    /** Puts the text in the place of what names it, so that the next ones know texts only. */
    named: refusing((request, response) => {
      const viewer = viewerOf(response);
      if (request.method === "POST") {
        const body: unknown = request.body;
        if (typeof body !== "object" || body === null || Array.isArray(body)) return;
        const query = trusted.text(body, viewer);
        if (query !== undefined) request.body = { ...withoutName(body), query };
      } else {
        const url = new URL(request.url, "http://localhost");
        const query = trusted.text(inAddress(url.searchParams), viewer);
        if (query === undefined) return;
        for (const name of ["documentId", "extensions"]) url.searchParams.delete(name);
        url.searchParams.set("query", query);
        request.url = url.pathname + url.search;
      }
    }),
    inFlow: refusing(
      (_, response) => void response.once("close", flow.begin(viewerOf(response), originOf(response).address)),
    ),
    mayRead: refusing((_, response) => introspection.assertMayRead(viewerOf(response))),
  };
}

function withoutName(body: object): object {
  const { documentId: _, extensions, ...rest } = body as { documentId?: unknown; extensions?: unknown };
  if (typeof extensions !== "object" || extensions === null || Array.isArray(extensions))
    return extensions === undefined ? rest : { ...rest, extensions };
  const { persistedQuery: __, ...others } = extensions as { persistedQuery?: unknown };
  return { ...rest, extensions: others };
}

function inAddress(params: URLSearchParams): Asked {
  const [query, documentId, extensions] = ["query", "documentId", "extensions"].map((name) => params.get(name));
  let read: unknown;
  try {
    read = extensions ? JSON.parse(extensions) : undefined;
  } catch {
    // The next one says so.
  }
  return { query: query ?? undefined, documentId: documentId ?? undefined, extensions: read };
}
