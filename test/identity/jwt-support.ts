// An issuer of JWTs: its keys over HTTP, by discovery, and whatever JWT a test wants of them.
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { startReceiver } from "../support/receiver.ts";

export const AUDIENCE = "https://cron.example.com";

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

export async function startIssuer() {
  const receiver = await startReceiver();
  const pairs = new Map<string, Pair>();
  const keys = new Map<string, JWK>();
  let up = true;
  receiver.answer = ({ path }, response) => {
    response.setHeader("content-type", "application/json");
    if (!up) return void response.writeHead(503).end("{}");
    if (path === "/.well-known/openid-configuration")
      return void response.end(JSON.stringify({ issuer: receiver.url, jwks_uri: `${receiver.url}/jwks` }));
    response.end(JSON.stringify({ keys: [...keys.values()] }));
  };

  async function addKey(kid: string, alg = "RS256"): Promise<void> {
    const pair = await generateKeyPair(alg, { extractable: true });
    pairs.set(kid, pair);
    keys.set(kid, { ...(await exportJWK(pair.publicKey)), kid, alg, use: "sig" });
  }
  await addKey("one");

  const seconds = () => Math.floor(Date.now() / 1_000);
  const claims = (more: JWTPayload = {}): JWTPayload => ({
    iss: receiver.url,
    aud: AUDIENCE,
    sub: "builds",
    scope: "cronograph:read",
    iat: seconds(),
    exp: seconds() + 60,
    ...more,
  });
  return {
    issuer: receiver.url,
    requests: receiver.received,
    keys,
    addKey,
    claims,
    seconds,
    isUp(now: boolean) {
      up = now;
    },
    sign: (more: JWTPayload = {}, header: object = {}, kid = "one"): Promise<string> => {
      const made = claims(more);
      const left = Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
      const { privateKey } = pairs.get(kid) as Pair;
      return new SignJWT(left)
        .setProtectedHeader({ alg: keys.get(kid)?.alg ?? "RS256", kid, typ: "at+jwt", ...header })
        .sign(privateKey);
    },
    stop: receiver.stop,
    settings: { JWT_ISSUER: receiver.url, JWT_AUDIENCE: AUDIENCE },
  };
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;
