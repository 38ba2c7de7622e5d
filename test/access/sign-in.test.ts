// Who gets in, by link, password, token and cookie; who does not; and what ends a sign-in.
import { describe, expect, it } from "vitest";
import { startTestApp } from "../support/app.ts";
import { ask, OWNER, PASSWORD, post, tokenWith, told, userWith, useSignIn } from "./support.ts";

const start = useSignIn();
const VIEWER = "{ viewer { kind name rights user { name role } } }";

describe("the first start", () => {
  it("prints a link that makes the owner, once", async () => {
    const app = await start({ OWNER_TOKEN: "" });
    const [page, link] = (app.ownerLink as string).split("#");
    expect(page).toBe(`${app.url}/setup`);
    expect(link).toMatch(/^[\w-]{43}$/);
    const state = async () => (await fetch(`${app.url}/auth/state`)).json();
    expect(await state()).toEqual({
      signedIn: false,
      anonymous: false,
      needsOwner: true,
      passwordSignIn: true,
      singleSignOn: null,
      name: null,
      rights: [],
      serverRights: [],
      namespace: null,
      namespaces: [],
      trustedDocuments: "off",
      introspection: false,
    });

    const owner = { name: "Ada", password: PASSWORD };
    expect(await post(app.url, "setup", { ...owner, link: "wrong" })).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: "FORBIDDEN", field: ["link"] } }] },
    });
    expect(await post(app.url, "setup", { name: "", password: "short", link })).toMatchObject({
      status: 400,
      body: {
        errors: [
          { extensions: { code: "REQUIRED", field: ["name"] } },
          { message: expect.stringContaining("at least 12"), extensions: { field: ["password"] } },
        ],
      },
    });
    const { status, headers, cookie } = await post(app.url, "setup", { ...owner, link });
    expect(status).toBe(201);
    expect(headers.get("set-cookie")).toMatch(
      /^cronograph_session=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
    expect(await told(app.url, { cookie: cookie as string }, VIEWER)).toEqual({
      viewer: {
        kind: "USER",
        name: "Ada",
        rights: ["READ", "OPERATE", "EDIT", "ADMINISTER", "WORK"],
        user: { name: "Ada", role: "ADMIN" },
      },
    });
    expect(await state()).toMatchObject({ needsOwner: false });
    expect(await post(app.url, "setup", { name: "Eve", password: PASSWORD, link })).toMatchObject({ status: 403 });
  });

  it("takes the operator's own token, and prints no link then", async () => {
    const app = await start();
    expect(app.ownerLink).toBeNull();
    expect((await told(app.url, { token: OWNER }, VIEWER)).viewer).toMatchObject({
      kind: "TOKEN",
      name: "owner",
      user: null,
    });
  });

  it("is refused on a port that others can reach while nobody could sign in", async () => {
    const settings = { HOST: "0.0.0.0", ALLOW_ANONYMOUS: "false" };
    await expect(startTestApp(settings)).rejects.toThrow(/HOST="0.0.0.0": others can reach this port.*OWNER_TOKEN/);
  });
});

describe("a sign-in", () => {
  it("is wanted for everything but health and the pages", async () => {
    const { url } = await start();
    for (const path of [
      "/graphql?query={viewer{name}}",
      "/graphql/stream?query={viewer{name}}",
      "/events",
      "/schema.graphql",
    ]) {
      const response = await fetch(`${url}${path}`, { headers: { accept: "application/json" } });
      expect([path, response.status]).toEqual([path, 401]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    }
    for (const path of ["/healthz", "/readyz"]) expect((await fetch(`${url}${path}`)).status).toBe(200);
    // Not even an error of the query's own is told.
    expect(await ask(url, {}, "{ nonsense }")).toMatchObject({ status: 401 });
    expect(await ask(url, { token: "cg_nobody" }, VIEWER)).toMatchObject({ status: 401 });
    expect(await ask(url, { cookie: "cronograph_session=nobody" }, VIEWER)).toMatchObject({ status: 401 });
  });

  it("by name and password, whatever the name's case; out again with it", async () => {
    const { url } = await start();
    await userWith(url, "Grace", "EDITOR");
    const wrong = await post(url, "sign-in", { name: "grace", password: "not her password" });
    const nobody = await post(url, "sign-in", { name: "nobody", password: "not her password" });
    expect(wrong).toMatchObject({ status: 401, cookie: undefined });
    // Nobody learns which names there are.
    expect(nobody.body).toEqual(wrong.body);
    const { status, cookie = "" } = await post(url, "sign-in", { name: "grace", password: PASSWORD });
    expect(status).toBe(200);
    expect((await told(url, { cookie }, VIEWER)).viewer).toMatchObject({
      name: "Grace",
      rights: ["READ", "OPERATE", "EDIT", "WORK"],
    });
    expect((await post(url, "sign-out", {}, { cookie })).status).toBe(204);
    expect(await ask(url, { cookie }, VIEWER)).toMatchObject({ status: 401 });
  });

  it("by token, and it ends with the token", async () => {
    const { url } = await start();
    const token = await tokenWith(url, ["READ"]);
    expect(await post(url, "sign-in", { token: "cg_nobody" })).toMatchObject({ status: 401 });
    const { cookie = "" } = await post(url, "sign-in", { token });
    expect((await told(url, { cookie }, VIEWER)).viewer).toMatchObject({
      kind: "TOKEN",
      name: "READ",
      rights: ["READ"],
    });
    const { apiTokens } = await told(url, { token: OWNER }, "{ apiTokens { id name } }");
    const { id } = apiTokens.find(({ name }: { name: string }) => name === "READ");
    await told(
      url,
      { token: OWNER },
      "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { userErrors { message } } }",
      { id },
    );
    await expect.poll(async () => (await ask(url, { cookie }, VIEWER)).status, { timeout: 5_000 }).toBe(401);
    await expect.poll(async () => (await ask(url, { token }, VIEWER)).status, { timeout: 5_000 }).toBe(401);
  });

  it("is refused after ten wrong passwords within a minute, with the time to wait; a valid cookie still works", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "Grace", "VIEWER");
    const attempt = () => post(url, "sign-in", { name: "grace", password: "wrong wrong wrong" });
    for (let i = 0; i < 10; i++) expect((await attempt()).status).toBe(401);
    const refused = await attempt();
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ extensions: { code: "RATE_LIMITED" } }] } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(url, { cookie }, VIEWER)).status).toBe(200);
  });

  it("by guessed tokens is refused after sixty, and valid ones still work", async () => {
    const { url } = await start();
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++) statuses.push((await ask(url, { token: `cg_guess${i}` }, VIEWER)).status);
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask(url, { token: OWNER }, VIEWER)).status).toBe(200);
  });

  it("takes only what it asks for", async () => {
    const { url } = await start();
    for (const body of [
      { name: "a" },
      { name: "a", password: "b", role: "ADMIN" },
      [],
      null,
      { name: { $ne: 1 }, password: "x" },
    ])
      expect(await post(url, "sign-in", body)).toMatchObject({ status: 400, cookie: undefined });
    const plain = await fetch(`${url}/auth/sign-in`, {
      method: "POST",
      body: '{"token":"x"}',
      headers: { "content-type": "text/plain" },
    });
    expect(plain.status).toBe(400);
    const foreign = await post(url, "sign-in", { token: OWNER }, { origin: "https://evil.example" });
    expect(foreign).toMatchObject({ status: 403, cookie: undefined });
  });

  it("has a cookie for HTTPS alone behind a proxy that speaks it", async () => {
    const { url } = await start({ PUBLIC_URL: "https://cron.example.com" });
    const { headers, cookie = "" } = await post(url, "sign-in", { token: OWNER });
    expect(headers.get("set-cookie")).toMatch(/^__Host-cronograph_session=.*; HttpOnly; Secure; SameSite=Strict$/);
    expect((await ask(url, { cookie }, VIEWER)).status).toBe(200);
  });
});
