// Who sends a request: what it shows, and from where. One place for HTTP, streams and sockets.
import type { IncomingMessage } from "node:http";
import { parseCookie } from "cookie";
import type { NextFunction, Request, Response } from "express";
import type { GraphQLFormattedError } from "graphql";
import { type Access, type Begun, type From, type Shown, unauthenticated } from "../access/access.ts";
import type { Viewer } from "../domain/access.ts";
import { type AuditTransport, actorOf, type Origin } from "../domain/audit/entry.ts";

/** With its prefix a browser takes the cookie from this very host alone, over HTTPS (RFC 6265bis §4.1.3.2). */
const PREFIX = "__Host-";
const NAMESPACE_HEADER = "cronograph-namespace";
export const NAMESPACE_PARAMETER = "namespace";
const MOST_MS = 30 * 86_400_000;
const BEARER = /^Bearer +([\x21-\x7e]{1,8192})$/i;
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** What comes over a network has an address. */
export type RequestOrigin = Origin & From;

/** Who asks, and from where. */
export interface By {
  readonly viewer: Viewer;
  readonly origin: RequestOrigin;
}

/** In place of the headers of the same meaning. */
export interface Said {
  readonly authorization?: string | undefined;
  readonly namespace?: string | undefined;
}

export interface WhoOptions {
  readonly access: Access;
  /** Origin of the proxy before the server; null without one. */
  readonly publicUrl: string | null;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
}

export interface Who {
  /** Cookies go over HTTPS alone. */
  readonly secure: boolean;
  /** A cookie's name, bound to this host where it can be. */
  cookieName(name: string): string;
  /** Lets the browser keep a session. */
  remember(response: Response, begun: Begun): void;
  forget(response: Response): void;
  shown(request: Pick<IncomingMessage, "headers">): Shown;
  from(request: IncomingMessage): From;
  /** Of what somebody does. */
  origin(request: IncomingMessage, viewer: Viewer, transport: AuditTransport): RequestOrigin;
  /** `said`: what a socket gives in place of headers. @throws RequestError NOT_FOUND where they may not see the namespace */
  viewer(request: IncomingMessage, said?: Said): Promise<Viewer | null>;
  /** Lets nobody through who is nobody. */
  required(request: Request, response: Response, next: NextFunction): Promise<void>;
}

export function createWho({ access, publicUrl, formatError }: WhoOptions): Who {
  const secure = publicUrl?.startsWith("https:") ?? false;
  const cookieName = (base: string) => `${secure ? PREFIX : ""}${base}`;
  const name = cookieName("cronograph_session");
  const cookie = { httpOnly: true, sameSite: "strict", secure, path: "/" } as const;
  const shown: Who["shown"] = ({ headers }) => ({
    bearer: headers.authorization === undefined ? null : (BEARER.exec(headers.authorization)?.[1] ?? ""),
    cookie: (headers.cookie !== undefined && parseCookie(headers.cookie)[name]) || null,
  });
  const from: Who["from"] = (request) => ({
    address: remoteAddress(request, publicUrl !== null),
    userAgent: request.headers["user-agent"] ?? "",
  });
  const viewer: Who["viewer"] = (request, { authorization, namespace } = {}) => {
    const { cookie, authorization: header, [NAMESPACE_HEADER]: named } = request.headers;
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...((authorization ?? header) ? { authorization: authorization ?? header } : {}),
    };
    const name = namespace ?? (Array.isArray(named) ? named.join() : named) ?? inAddress(request);
    return access.viewer(shown({ headers } as Pick<IncomingMessage, "headers">), from(request).address, name || null);
  };
  const origin: Who["origin"] = (request, known, transport) => ({
    ...from(request),
    actor: actorOf(known),
    transport,
    namespaceId: known.namespace.id,
  });
  return {
    secure,
    cookieName,
    // It moves along with its use; the store decides.
    remember: (response, { secret }) => void response.cookie(name, secret, { ...cookie, maxAge: MOST_MS }),
    forget: (response) => void response.clearCookie(name, cookie),
    shown,
    from,
    origin,
    viewer,
    async required(request, response, next) {
      let found: Viewer | null;
      try {
        found = await viewer(request);
        if (found === null) throw unauthenticated();
      } catch (error) {
        return refuse(response, formatError(error));
      }
      response.locals.viewer = found;
      response.locals.origin = origin(request, found, "HTTP");
      next();
    },
  };
}

/** Where no header can be set: a link to a file, a browser's EventSource. */
const inAddress = ({ url = "" }: IncomingMessage): string | null =>
  url.includes(`${NAMESPACE_PARAMETER}=`)
    ? new URL(url, "http://localhost").searchParams.get(NAMESPACE_PARAMETER)
    : null;

/** Whom `required` has let through, and where they are. */
export const viewerOf = (response: Response): Viewer => response.locals.viewer as Viewer;
export const originOf = (response: Response): RequestOrigin => response.locals.origin as RequestOrigin;

export const byOf = (response: Response): By => ({ viewer: viewerOf(response), origin: originOf(response) });

export function refuse(response: Response, error: GraphQLFormattedError): void {
  const { code, retryAfter } = error.extensions ?? {};
  if (code === "UNAUTHENTICATED") response.set("WWW-Authenticate", 'Bearer realm="cronograph"');
  if (typeof retryAfter === "string") response.set("Retry-After", retryAfter);
  response.status(STATUS[String(code)] ?? 400).json({ errors: [error] });
}

/** Behind a proxy the address that it has added itself, which is the last one: those before it are anybody's word. */
function remoteAddress({ headers, socket }: IncomingMessage, behindProxy: boolean): string {
  const forwarded = behindProxy ? headers["x-forwarded-for"] : undefined;
  const list = Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "");
  return list.split(",").at(-1)?.trim().slice(0, 64) || (socket.remoteAddress ?? "unknown");
}
