// Programs show JWTs over HTTP, WebSocket and server-sent events: which ones open something, what, and until when.
import { createClient } from "graphql-ws";
import { generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { afterEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { ask, OWNER, post, told, useSignIn } from "../access/support.ts";
import { CLIENT_SECRET } from "../support/provider.ts";
import { AUDIENCE, type Issuer, startIssuer } from "./jwt-support.ts";
import { useProviders } from "./support.ts";

const issuers: Issuer[] = [];
afterEach(async () => void (await Promise.all(issuers.splice(0).map((issuer) => issuer.stop()))));
const provide = useProviders();
const startApp = useSignIn();

async function start(settings: Record<string, string> = {}) {
  const issuer = await startIssuer();
  issuers.push(issuer);
  const app = await startApp({ ...issuer.settings, ...settings });
  return { issuer, url: app.url };
}

const VIEWER = "{ viewer { kind name rights user { name } } }";
const EVENTS = "subscription { taskEvents(heartbeats: true) { cursor type } }";

/** Whether it was let in, by each way. */
const WAYS: Record<string, (url: string, token: string) => Promise<boolean>> = {
  HTTP: async (url, token) => (await ask(url, { token }, VIEWER)).status === 200,
  async WebSocket(url, token) {
    const socket = await open(url, token);
    const first = await Promise.race([socket.opened.then(() => true), socket.closed.then((code) => code)]);
    socket.end();
    if (first !== true) expect(first).toBe(4401);
    return first === true;
  },
  async SSE(url, token) {
    const response = await fetch(`${url}/graphql/stream?query=${encodeURIComponent(EVENTS)}`, {
      headers: { accept: "text/event-stream", authorization: `Bearer ${token}`, connection: "close" },
    });
    await response.body?.cancel();
    return response.status === 200;
  },
};

function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function open(url: string, token: string) {
  const [opened, closed] = [later<void>(), later<number>()];
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: `Bearer ${token}` },
    retryAttempts: 0,
    on: { closed: (event) => closed.resolve((event as { code: number }).code) },
  });
  client.subscribe({ query: EVENTS }, { next: () => opened.resolve(), error: () => {}, complete: () => {} });
  return { opened: opened.promise, closed: closed.promise, end: () => void client.dispose() };
}

const unsigned = (claims: JWTPayload, header: object): string =>
  `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;

describe.each(Object.entries(WAYS))("over %s", (_, isLetIn) => {
  it("a JWT opens what its scope says, and none that is not the issuer's, for this server, and of now", {
    timeout: 90_000,
  }, async () => {
    const { issuer, url } = await start();
    await issuer.addKey("ec", "ES256");
    const stranger = await generateKeyPair("RS256");
    const publicKey = new TextEncoder().encode(JSON.stringify(issuer.keys.get("one")));
    const now = issuer.seconds();
    expect(await isLetIn(url, await issuer.sign())).toBe(true);
    expect(
      await isLetIn(url, await issuer.sign({ aud: ["https://other.example", AUDIENCE] }, { typ: "JWT" }, "ec")),
    ).toBe(true);
    const none: Record<string, string> = {
      "another audience": await issuer.sign({ aud: "https://other.example" }),
      "no audience": await issuer.sign({ aud: undefined }),
      "another issuer": await issuer.sign({ iss: "https://evil.example" }),
      "no issuer": await issuer.sign({ iss: undefined }),
      expired: await issuer.sign({ exp: now - 20 }),
      "no end": await issuer.sign({ exp: undefined }),
      "not yet": await issuer.sign({ nbf: now + 60 }),
      nobody: await issuer.sign({ sub: undefined }),
      "an ID token": await issuer.sign({ nonce: "x" }),
      "a logout token": await issuer.sign({ events: {} }, { typ: "logout+jwt" }),
      "one that asks for proof": await issuer.sign({ cnf: { jkt: "x" } }),
      "no signature": unsigned(issuer.claims(), { alg: "none" }),
      "no signature, spelt otherwise": unsigned(issuer.claims(), { alg: "NoNe", kid: "one" }),
      "signed with the public key": await new SignJWT(issuer.claims())
        .setProtectedHeader({ alg: "HS256", kid: "one" })
        .sign(publicKey),
      "another's key": await new SignJWT(issuer.claims())
        .setProtectedHeader({ alg: "RS256", kid: "one" })
        .sign(stranger.privateKey),
      "another's key, brought along": await new SignJWT(issuer.claims())
        .setProtectedHeader({
          alg: "RS256",
          jku: "https://evil.example/jwks",
          jwk: issuer.keys.get("one") as object,
        } as never)
        .sign(stranger.privateKey),
      "a key that is not known": await issuer.sign({}, { kid: "two" }),
      "a key of another kind": await issuer.sign({}, { kid: "ec" }),
      "no JWT": "eyJhbGciOiJSUzI1NiJ9.e30.x",
    };
    for (const [what, token] of Object.entries(none)) expect([what, await isLetIn(url, token)]).toEqual([what, false]);
    const changed = (await issuer.sign()).split(".");
    changed[1] = Buffer.from(JSON.stringify(issuer.claims({ scope: "cronograph:administer" }))).toString("base64url");
    expect(await isLetIn(url, changed.join("."))).toBe(false);
  });
});

describe("a JWT", () => {
  it("has the rights that its claim gives, a name, no user, and may make no token that outlives it", async () => {
    const { issuer, url } = await start({
      JWT_RIGHTS_CLAIM: "roles.cronograph",
      JWT_RIGHTS: "deployers=EDITOR,builds=WORK",
    });
    const viewerOf = async (more: JWTPayload) => (await told(url, { token: await issuer.sign(more) }, VIEWER)).viewer;
    expect(await viewerOf({ roles: { cronograph: ["builds"] }, client_id: "builds" })).toEqual({
      kind: "JWT",
      name: "builds",
      rights: ["WORK"],
      user: null,
    });
    expect(await viewerOf({ roles: { cronograph: ["deployers", "builds"] }, azp: "web", sub: "ada" })).toMatchObject({
      name: "web for ada",
      rights: ["READ", "OPERATE", "EDIT", "WORK"],
    });
    // Known, but nothing more.
    expect(await viewerOf({ scope: "cronograph:administer" })).toMatchObject({ rights: [] });
    const token = await issuer.sign({ roles: { cronograph: "deployers" } });
    const refused = async (text: string) => (await ask(url, { token }, text)).errors?.[0]?.extensions.code;
    expect(await refused("{ users { name } }")).toBe("FORBIDDEN");
    const { data } = await ask(
      url,
      { token },
      'mutation { createApiToken(input: { name: "x", rights: [READ] }) { secret userErrors { code } } }',
    );
    expect(data.createApiToken).toEqual({ secret: null, userErrors: [{ code: "FORBIDDEN" }] });
    expect(await post(url, "sign-in", { token })).toMatchObject({ status: 401, cookie: undefined });
  });

  it("closes what it has opened within seconds of its end", async () => {
    const { issuer, url } = await start();
    const token = await issuer.sign({ exp: issuer.seconds() + 4 });
    const lasting = await open(url, await issuer.sign());
    const socket = await open(url, token);
    const stream = await fetch(`${url}/graphql/stream?query=${encodeURIComponent(EVENTS)}`, {
      headers: { accept: "text/event-stream", authorization: `Bearer ${token}` },
    });
    const ended = stream.text().then(() => "ended");
    await Promise.all([socket.opened, lasting.opened]);
    const late = new Promise((resolve) => setTimeout(resolve, 20_000, "late"));
    expect(await Promise.race([socket.closed, late])).toBe(4401);
    expect(await Promise.race([ended, late])).toBe("ended");
    expect(issuer.seconds()).toBeGreaterThan(0);
    expect((await ask(url, { token }, VIEWER)).status).toBe(401);
    expect(await Promise.race([lasting.closed, new Promise((resolve) => setTimeout(resolve, 2_500, "open"))])).toBe(
      "open",
    );
    lasting.end();
  });

  it("by a new key is let in seconds after the issuer has it, and keys that nobody has are not asked for at each try", async () => {
    const { issuer, url } = await start();
    expect((await ask(url, { token: await issuer.sign() }, VIEWER)).status).toBe(200);
    await issuer.addKey("two");
    const token = await issuer.sign({}, {}, "two");
    await expect
      .poll(async () => (await ask(url, { token }, VIEWER)).status, { timeout: 15_000, interval: 250 })
      .toBe(200);
    issuer.keys.delete("one");
    const before = issuer.requests.length;
    for (let i = 0; i < 20; i++) await ask(url, { token: await issuer.sign({}, { kid: `x${i}` }) }, VIEWER);
    expect(issuer.requests.length - before).toBeLessThanOrEqual(2);
  });

  it("is not judged while its issuer cannot be reached: that is nobody's wrong guess", async () => {
    const { issuer, url } = await start();
    issuer.isUp(false);
    const token = await issuer.sign();
    for (let i = 0; i < 70; i++) {
      const { status, errors } = await ask(url, { token }, VIEWER);
      expect([status, errors?.[0]?.extensions.code]).toEqual([503, "UNAVAILABLE"]);
    }
    const socket = await open(url, token);
    expect(await socket.closed).toBe(1013);
    expect((await ask(url, { token: OWNER }, VIEWER)).status).toBe(200);
    issuer.isUp(true);
    await expect
      .poll(async () => (await ask(url, { token }, VIEWER)).status, { timeout: 10_000, interval: 250 })
      .toBe(200);
    // What is known still holds while the issuer is down.
    issuer.isUp(false);
    expect((await ask(url, { token: await issuer.sign({}, { kid: "new" }) }, VIEWER)).status).not.toBe(200);
    expect((await ask(url, { token }, VIEWER)).status).toBe(200);
  });

  it("that does not hold is a guess: after sixty they are refused, and valid ones still work", async () => {
    const { issuer, url } = await start();
    const wrong = await issuer.sign({ aud: "https://other.example" });
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) statuses.push((await ask(url, { token: wrong }, VIEWER)).status);
    expect([statuses.slice(0, 60).every((status) => status === 401), statuses.at(-1)]).toEqual([true, 429]);
    expect((await ask(url, { token: await issuer.sign() }, VIEWER)).status).toBe(200);
  });

  it("is what a real provider issues to a program, and works nowhere without the settings", async () => {
    const provider = await provide();
    const response = await fetch(`${provider.issuer}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`builds:${encodeURIComponent(CLIENT_SECRET)}`)}` },
      body: new URLSearchParams({
        grant_type: "client_credentials",
        resource: AUDIENCE,
        scope: "cronograph:read cronograph:work",
      }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    const { url } = await startApp({ JWT_ISSUER: provider.issuer, JWT_AUDIENCE: AUDIENCE });
    expect((await told(url, { token }, VIEWER)).viewer).toMatchObject({
      kind: "JWT",
      name: "builds",
      rights: ["READ", "WORK"],
    });
    const without = await startApp();
    expect((await ask(without.url, { token }, VIEWER)).status).toBe(401);
  });
});
