// `/auth/oidc/…`: to the provider and back again. Browsers come here themselves, so every answer leads to a page.
import { parseCookie } from "cookie";
import express, { type Request, type Router } from "express";
import { AWAY_MS, type Oidc, type Problem } from "../access/oidc.ts";
import type { Route } from "./sign-in.ts";
import { wayBack } from "./way-back.ts";
import type { Who } from "./who.ts";

const CALLBACK = "/auth/oidc/callback";
const COOKIE = "cronograph_away_";
/** So many tabs may be away at a time; a browser that is sent off again and again keeps no more. */
const MOST_AWAY = 5;

export interface SingleSignOnOptions {
  readonly oidc: Oidc;
  readonly who: Who;
  /** Origin of the proxy before the server; null without one: then the server is on loopback and was asked by its own name. */
  readonly publicUrl: string | null;
  readonly route: Route;
}

export function singleSignOnRoutes({ oidc, who, publicUrl, route }: SingleSignOnOptions): Router {
  const router = express.Router();
  // The provider's page leads here, so a stricter one would stay behind.
  const cookie = { httpOnly: true, sameSite: "lax", secure: who.secure, path: "/" } as const;
  const prefix = who.cookieName(COOKIE);
  const originOf = (request: Request) => publicUrl ?? `http://${request.headers.host}`;
  const cookiesOf = ({ headers }: Request) => Object.entries(parseCookie(headers.cookie ?? ""));

  const refused = (problem: Problem, to: string) =>
    `/sign-in?${new URLSearchParams({ problem, ...(to === "/" ? {} : { to }) }).toString()}`;

  router.get(
    "/start",
    route(async (request, response) => {
      const origin = originOf(request);
      const to = wayBack(request.query.to, origin);
      const begun = await oidc.begin(new URL(CALLBACK, origin), to);
      if ("problem" in begun) return response.redirect(303, refused(begun.problem, to));
      const away = cookiesOf(request).filter(([name]) => name.startsWith(prefix));
      for (const [name] of away.slice(0, Math.max(0, away.length - MOST_AWAY + 1))) response.clearCookie(name, cookie);
      response.cookie(prefix + begun.away.name, begun.away.secret, { ...cookie, maxAge: AWAY_MS });
      response.redirect(303, begun.location.href);
    }),
  );

  router.get(
    "/callback",
    route(async (request, response) => {
      const origin = originOf(request);
      const cookies = new Map(cookiesOf(request));
      let spent: string | undefined;
      const held = (name: string) => {
        spent = prefix + name;
        return cookies.get(spent);
      };
      const url = new URL(CALLBACK, origin);
      url.search = new URL(request.originalUrl, origin).search;
      const finished = await oidc.finish(url, held, who.from(request));
      if (spent !== undefined && cookies.has(spent)) response.clearCookie(spent, cookie);
      const to = wayBack(finished.to, origin);
      if ("problem" in finished) return response.redirect(303, refused(finished.problem, to));
      who.remember(response, finished.begun);
      response.redirect(303, to);
    }),
  );
  return router;
}
