// A real OpenID provider on loopback, whose people are made up by tests and whose answers a test may spoil on their way.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import Provider from "oidc-provider";

export const CLIENT_ID = "cronograph";
export const CLIENT_SECRET = "the-client's-secret-of-the-tests-0123456789";

export interface TestProvider {
  readonly issuer: string;
  /** Claims by who signs in. */
  readonly people: Map<string, Record<string, unknown>>;
  /** What becomes of an ID token before it is handed out. */
  spoil: ((claims: JWTPayload) => Promise<string>) | null;
  /** Answers a code as often as it is shown. */
  forgetful: boolean;
  /** Signs with the provider's own key. */
  sign(claims: JWTPayload, header?: object): Promise<string>;
  readonly publicKey: JWK;
  stop(): Promise<void>;
}

const PAGE = `<!doctype html><html lang="en"><title>Provider</title><h1>The provider</h1>
<form method="post"><label>Who are you? <input name="login" autofocus></label> <button>Go on</button></form>`;

export async function startProvider({ port = 0, host = "127.0.0.1", pub = false } = {}): Promise<TestProvider> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const named = { kid: "one", alg: "RS256", use: "sig" };
  const jwk = { ...(await exportJWK(privateKey)), ...named };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen({ port, host }, resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const people: TestProvider["people"] = new Map();
  const answers = new Map<string, Record<string, unknown>>();

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        ...(pub ? { token_endpoint_auth_method: "none" } : { client_secret: CLIENT_SECRET }),
        redirect_uris: ["http://127.0.0.1/auth/oidc/callback"],
        ...(pub ? { application_type: "native" } : {}),
      },
      {
        client_id: "builds",
        client_secret: CLIENT_SECRET,
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ["of the tests"] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, ClientCredentials: 60 },
    claims: { openid: ["sub"], profile: ["preferred_username", "name"], email: ["email"], groups: ["groups"] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: "cronograph:read cronograph:work",
          accessTokenFormat: "jwt",
          accessTokenTTL: 60,
        }),
      },
    },
    findAccount: (_: unknown, id: string) =>
      people.has(id) ? { accountId: id, claims: () => ({ sub: id, ...people.get(id) }) } : undefined,
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid profile email groups");
      await grant.save();
      return grant;
    },
    renderError(ctx: { type: string; body: string }, out: { error: string; error_description: string }) {
      ctx.type = "text";
      ctx.body = `${out.error}: ${out.error_description}`;
    },
  });
  // The server's port is not known before it has started.
  provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).pathname === "/auth/oidc/callback";
  provider.use(async (context, next) => {
    await next();
    const token = context.path === "/token" ? context.body?.id_token : undefined;
    if (typeof token !== "string" || !test.spoil) return;
    const claims = JSON.parse(Buffer.from(token.split(".")[1] as string, "base64url").toString()) as JWTPayload;
    context.body = { ...context.body, id_token: await test.spoil(claims) };
  });
  const carryOut = provider.callback();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (test.forgetful && request.url === "/token") return forget(request, response);
    if (!request.url?.startsWith("/interaction/")) return carryOut(request, response);
    if (request.method === "GET") return void response.setHeader("content-type", "text/html").end(PAGE);
    const login = new URLSearchParams(await textOf(request)).get("login") ?? "";
    const result = people.has(login) ? { login: { accountId: login } } : { error: "access_denied" };
    await provider.interactionFinished(request, response, result);
  }

  /** Asks itself once for each code, and says the same again. */
  async function forget(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const code = new URLSearchParams(body).get("code") ?? "";
    if (!answers.has(code)) {
      test.forgetful = false;
      const { authorization = "" } = request.headers;
      const headers = { "content-type": "application/x-www-form-urlencoded", authorization };
      const answer = await fetch(`${issuer}/token`, { method: "POST", headers, body });
      answers.set(code, (await answer.json()) as Record<string, unknown>);
      test.forgetful = true;
    }
    response.setHeader("content-type", "application/json").end(JSON.stringify(answers.get(code)));
  }

  const test: TestProvider = {
    issuer,
    people,
    spoil: null,
    forgetful: false,
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one", ...header }).sign(privateKey),
    publicKey: { ...(await exportJWK(publicKey)), ...named },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return test;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
