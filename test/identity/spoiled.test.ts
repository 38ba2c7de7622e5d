// What a provider says is believed only where it is signed, for this server, for this sign-in, and of now. Where it says nothing, that is told.
import { generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { ask, OWNER, told, useSignIn } from "../access/support.ts";
import { freePort } from "../support/program.ts";
import { CLIENT_SECRET, type TestProvider } from "../support/provider.ts";
import { problemIn, settingsFor, useBoth, useProviders, Visitor } from "./support.ts";

const start = useBoth();
const startAlone = useSignIn();
const provide = useProviders();
const USERS = "{ users { name } }";
const SECONDS = () => Math.floor(Date.now() / 1_000);

const without = (claims: JWTPayload, name: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

const unsigned = (claims: JWTPayload): string =>
  [{ alg: "none" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".")
    .concat(".");

type Spoil = (claims: JWTPayload, provider: TestProvider) => Promise<string>;

const stranger = await generateKeyPair("RS256");
const hs256 = (claims: JWTPayload, key: string): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(new TextEncoder().encode(key));

const SPOILT: Record<string, Record<string, Spoil>> = {
  "for this sign-in, for this server": {
    "wrong nonce": (claims, { sign }) => sign({ ...claims, nonce: "of another sign-in" }),
    "no nonce": (claims, { sign }) => sign(without(claims, "nonce")),
    "another audience": (claims, { sign }) => sign({ ...claims, aud: "another-client" }),
    "several audiences, of another party": (claims, { sign }) =>
      sign({ ...claims, aud: ["cronograph", "x"], azp: "x" }),
    "no token": async () => "",
  },
  "of now, of somebody, of the provider": {
    "another issuer": (claims, { sign }) => sign({ ...claims, iss: "https://evil.example" }),
    expired: (claims, { sign }) => sign({ ...claims, iat: SECONDS() - 7_200, exp: SECONDS() - 3_600 }),
    "no end": (claims, { sign }) => sign(without(claims, "exp")),
    "no subject": (claims, { sign }) => sign(without(claims, "sub")),
  },
  "signed by the provider": {
    "another's key": (claims) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(stranger.privateKey),
    "a key that is not known": (claims, { sign }) => sign(claims, { kid: "two" }),
    "no signature": async (claims) => unsigned(claims),
    "signed with the public key": (claims, { publicKey }) => hs256(claims, JSON.stringify(publicKey)),
    "signed with the client's secret": (claims) => hs256(claims, CLIENT_SECRET),
  },
};

describe("an ID token", () => {
  it.each(Object.entries(SPOILT))("opens nothing unless it is %s", async (_, spoilt) => {
    const { provider, url } = await start();
    provider.people.set("1", { preferred_username: "Ada", groups: ["admins"] });
    for (const [what, spoil] of Object.entries(spoilt)) {
      provider.spoil = (claims) => spoil(claims, provider);
      const visitor = new Visitor();
      expect([what, problemIn(await visitor.signIn(url, "1"))]).toEqual([what, "invalid"]);
      expect([what, visitor.session.cookie]).toEqual([what, ""]);
    }
    // It is for no other reason.
    provider.spoil = (claims) => provider.sign(claims);
    expect(await new Visitor().signIn(url, "1")).toBe("/tasks");
  });
});

describe("a provider", () => {
  it("that is down at the start holds up nothing, is told of at use, and is asked again", async () => {
    const port = await freePort();
    const settings = settingsFor({ issuer: `http://127.0.0.1:${port}` });
    const { url } = await startAlone(settings);
    expect((await ask(url, { token: OWNER }, "{ viewer { name } }")).status).toBe(200);
    const ada = new Visitor();
    const began = performance.now();
    const { next } = await ada.ask(new URL("/auth/oidc/start?to=/runs", url));
    expect(`${next?.pathname}${next?.search}`).toBe("/sign-in?problem=unreachable&to=%2Fruns");
    expect(performance.now() - began).toBeLessThan(6_000);
    const provider = await provide({ port });
    provider.people.set("1", { groups: ["devs"] });
    await expect.poll(() => ada.signIn(url, "1"), { timeout: 15_000, interval: 500 }).toBe("/tasks");
  });

  it("that calls itself something else is no provider of ours", async () => {
    const provider = await provide();
    const { url } = await startAlone({ ...settingsFor(provider), OIDC_ISSUER: `${provider.issuer}/realms/x` });
    const { next } = await new Visitor().ask(new URL("/auth/oidc/start", url));
    expect(next?.searchParams.get("problem")).toBe("unreachable");
  });

  it("may know this server without a secret", async () => {
    const provider = await provide({ pub: true });
    provider.people.set("1", { preferred_username: "Ada", groups: ["devs"] });
    const { url } = await startAlone({ ...settingsFor(provider), OIDC_CLIENT_SECRET: "" });
    const ada = new Visitor();
    expect(await ada.signIn(url, "1")).toBe("/tasks");
    expect((await told(url, ada.session, "{ viewer { name } }")).viewer.name).toBe("Ada");
  });

  it("that does not know the secret lets nobody in", async () => {
    const { provider, url } = await start({ OIDC_CLIENT_SECRET: "another-secret-than-the-provider-knows" });
    provider.people.set("1", { groups: ["admins"] });
    expect(problemIn(await new Visitor().signIn(url, "1"))).toBe("invalid");
    expect((await told(url, { token: OWNER }, USERS)).users).toEqual([]);
  });
});
