// `/auth/…`: begins and ends sessions. Beside GraphQL, because they set a cookie and are asked before anybody is known.
import express, { type Request, type Response, type Router } from "express";
import type { GraphQLFormattedError } from "graphql";
import { z } from "zod";
import type { Access, Begun } from "../access/access.ts";
import type { Oidc } from "../access/oidc.ts";
import { RequestError, type Result } from "../domain/errors.ts";
import type { Store } from "../domain/ports.ts";
import type { Gate } from "./gate.ts";
import { singleSignOnRoutes } from "./single-sign-on.ts";
import { refuse, type Who } from "./who.ts";

const MAX_BODY_BYTES = 10_240;
const text = z.string().max(1_000);
const SETUP = z.strictObject({ link: text, name: text, password: text });
const BY_NAME = z.strictObject({ name: text, password: text });
const BY_TOKEN = z.strictObject({ token: text });

/** What goes wrong on the way is answered. */
export type Route = (
  handle: (request: Request, response: Response) => Promise<void>,
) => (request: Request, response: Response) => Promise<void>;

export interface SignInOptions {
  readonly access: Access;
  readonly store: Pick<Store, "namespaces">;
  readonly oidc: Oidc | null;
  readonly who: Who;
  readonly gate: Gate;
  readonly publicUrl: string | null;
  readonly formatError: (error: unknown) => GraphQLFormattedError;
}

export function signInRoutes({ access, store, oidc, who, gate, publicUrl, formatError }: SignInOptions): Router {
  const router = express.Router();
  router.use(express.json({ limit: MAX_BODY_BYTES }), (_, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });

  const route: Route = (handle) => async (request: Request, response: Response) => {
    try {
      await handle(request, response);
    } catch (error) {
      refuse(response, formatError(error));
    }
  };

  function answer(response: Response, status: number, result: Result<Begun>): void {
    if (!result.ok) {
      const [first] = result.errors;
      const errors = result.errors.map(({ code, field, message }) => ({
        message,
        extensions: { code, ...(field ? { field } : {}) },
      }));
      response
        .status(first?.code === "UNAUTHENTICATED" ? 401 : first?.code === "FORBIDDEN" ? 403 : 400)
        .json({ errors });
      return;
    }
    const { expiresAt, name } = result.value;
    who.remember(response, result.value);
    response.status(status).json({ name, expiresAt: new Date(expiresAt).toISOString() });
  }

  router.get(
    "/state",
    route(async (request, response) => {
      // Of a namespace that they may not see is told that they are in none.
      const placed = await who.viewer(request).catch((error: unknown) => {
        if (error instanceof RequestError && error.code === "NOT_FOUND") return undefined;
        throw error;
      });
      const viewer = placed === undefined ? await access.viewer(who.shown(request), who.from(request).address) : placed;
      const { sees = null } = viewer ?? {};
      const namespaces = viewer === null ? [] : await store.namespaces.list();
      response.json({
        signedIn: viewer !== null,
        anonymous: access.anonymous,
        needsOwner: await access.needsOwner(),
        passwordSignIn: access.passwordSignIn,
        singleSignOn: oidc?.button ?? null,
        name: viewer?.name ?? null,
        rights: placed?.rights ?? [],
        serverRights: viewer?.serverRights ?? [],
        namespace: placed && placed.rights.length > 0 ? placed.namespace.name : null,
        namespaces: namespaces.filter(({ id }) => sees === null || sees.includes(id)).map(({ name }) => name),
        // What the playground has to know.
        trustedDocuments: gate.trusted.mode,
        introspection: viewer !== null && gate.introspection.may(viewer),
      });
    }),
  );
  router.post(
    "/setup",
    route(async (request, response) => {
      const { link, ...input } = read(SETUP, request.body, '{"link":"…","name":"ada","password":"…"}');
      answer(response, 201, await access.makeOwner(link, input, who.from(request)));
    }),
  );
  router.post(
    "/sign-in",
    route(async (request, response) => {
      const by = read(z.union([BY_TOKEN, BY_NAME]), request.body, '{"name":"ada","password":"…"} or {"token":"cg_…"}');
      answer(response, 200, await access.signIn(by, who.from(request)));
    }),
  );
  router.post(
    "/sign-out",
    route(async (request, response) => {
      const { cookie: held } = who.shown(request);
      if (held !== null) await access.signOut(held, who.from(request));
      who.forget(response);
      response.status(204).end();
    }),
  );
  if (oidc) router.use("/oidc", singleSignOnRoutes({ oidc, who, publicUrl, route }));
  return router;
}

function read<T>(schema: z.ZodType<T>, body: unknown, example: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RequestError("BAD_REQUEST", `The body is not what is expected, JSON like ${example}.`);
}
