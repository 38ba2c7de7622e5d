// JWTs that programs show: whether the issuer has signed them for this server, and what their claims give. Nothing of them is kept.
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type FlattenedJWSInput,
  type JWSHeaderParameters,
  type JWTPayload,
  jwtVerify,
} from "jose";
import * as oidc from "openid-client";
import { RIGHTS, type Standing } from "../domain/access.ts";
import { claimValues, given } from "../domain/claims.ts";
import { RequestError } from "../domain/errors.ts";
import type { Clock } from "../domain/ports.ts";
import type { JwtConfig } from "../identity.ts";
import type { Log } from "../log.ts";

/** How far the issuer's clock may be off. A JWT ends so much later here, for requests and for what they have opened. */
const LEEWAY_S = 5;
const ANSWER_MS = 5_000;
/** A key that is not known is looked for no more often. */
const COOLDOWN_MS = 5_000;
const TROUBLE_MS = 3_000;
const NAME_LENGTH = 100;

/** Three parts of base64url, of which the first begins as JSON does. Other tokens of ours never look like this. */
const FORM = /^e[\w-]+\.[\w-]+\.[\w-]*$/;
/** RFC 9068 §2.1, and what most issuers write. Not the types of ID tokens' and proofs' kin. */
const TYPES = [undefined, "jwt", "at+jwt", "application/at+jwt"];
/** What access tokens do not have: ID tokens (OIDC Core §2), logout tokens; and proof of a key that would have to be asked for (RFC 7800). */
const NOT_OURS = ["nonce", "at_hash", "c_hash", "events", "cnf"];

/** What a JWT alone is to blame for. */
const NO_KEY = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

type KeySet = ReturnType<typeof createRemoteJWKSet>;

export interface Jwts {
  isOne(bearer: string): boolean;
  /** `namespace`: the name of the only one that it opens. Null: it does not hold. @throws RequestError UNAVAILABLE when the issuer's keys cannot be had */
  standing(jwt: string): Promise<{ readonly standing: Standing; readonly namespace: string | null } | null>;
}

export function createJwts({ config, clock, log }: { config: JwtConfig; clock: Clock; log: Log }): Jwts {
  const { issuer, audience, algorithms, rightsClaim, rights, namespaceClaim } = config;
  let keys: Promise<KeySet> | undefined;
  let downUntil = 0;

  const isDown = () => performance.now() < downUntil;
  const unavailable = () =>
    new RequestError(
      "UNAVAILABLE",
      "JWTs cannot be judged now: their issuer's keys cannot be had. Try again in a few seconds.",
      { retryAfter: String(TROUBLE_MS / 1_000) },
    );
  const wentDown = (error: unknown) => {
    if (!isDown()) log.error({ issuer, reason: (error as Error).message }, "the keys of JWTs cannot be had");
    downUntil = performance.now() + TROUBLE_MS;
    return unavailable();
  };

  async function keySet(): Promise<KeySet> {
    keys ??= jwksUrl(config).then((url) =>
      createRemoteJWKSet(url, { timeoutDuration: ANSWER_MS, cooldownDuration: COOLDOWN_MS }),
    );
    try {
      return await keys;
    } catch (error) {
      keys = undefined;
      throw wentDown(error);
    }
  }

  /** Where the issuer is down, what it has said still holds for a while; it is not asked about each key that somebody makes up. */
  async function keyOf(header?: JWSHeaderParameters, token?: FlattenedJWSInput) {
    const isAsked = !isDown();
    if (!isAsked && keys === undefined) throw unavailable();
    const set = await keySet();
    const known = set.fresh ? set.jwks() : undefined;
    if (!isAsked && !known) throw unavailable();
    try {
      return await (isAsked || !known ? set(header, token) : createLocalJWKSet(known)(header, token));
    } catch (error) {
      if (NO_KEY.some((kind) => error instanceof kind)) throw error;
      throw wentDown(error);
    }
  }

  async function verified(jwt: string): Promise<JWTPayload | null> {
    try {
      const { payload, protectedHeader } = await jwtVerify(jwt, keyOf, {
        issuer,
        audience: [...audience],
        algorithms: [...algorithms],
        requiredClaims: ["exp"],
        clockTolerance: LEEWAY_S,
        currentDate: new Date(clock.now()),
      });
      const isAccess =
        TYPES.includes(protectedHeader.typ?.toLowerCase()) && !NOT_OURS.some((claim) => claim in payload);
      if (isAccess) return payload;
      log.debug({ issuer, reason: "it is no access token" }, "JWT refused");
    } catch (error) {
      if (error instanceof RequestError) throw error;
      // Its own words: never the payload that the error holds.
      if (error instanceof errors.JOSEError) log.debug({ issuer, reason: error.message }, "JWT refused");
      else if (error instanceof TypeError) log.debug({ issuer, reason: "its key does not fit" }, "JWT refused");
      else throw error;
    }
    return null;
  }

  return {
    isOne: (bearer) => FORM.test(bearer),
    async standing(jwt) {
      const payload = await verified(jwt);
      const name = payload && nameOf(payload);
      if (!payload || !name) return null;
      const found = new Set(given(payload, rightsClaim, rights).flat());
      const [namespace = null] = namespaceClaim === null ? [] : claimValues(payload, namespaceClaim);
      // Where the operator binds JWTs to namespaces, one that names none opens nothing.
      if (namespaceClaim !== null && namespace === null) return null;
      const standing: Standing = {
        kind: "JWT",
        name,
        serverRights: RIGHTS.filter((right) => found.has(right)),
        boundTo: null,
        memberships: new Map(),
        userId: null,
        credential: {
          kind: "JWT",
          id: JSON.stringify([issuer, payload.sub, payload.client_id ?? payload.azp]),
          expiresAt: ((payload.exp as number) + LEEWAY_S) * 1_000,
        },
      };
      return { standing, namespace };
    },
  };
}

async function jwksUrl({ issuer, jwksUrl: given }: JwtConfig): Promise<URL> {
  if (given) return given;
  const url = new URL(issuer);
  const execute = url.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  const found = await oidc.discovery(url, "none", undefined, undefined, { execute, timeout: ANSWER_MS / 1_000 });
  const { jwks_uri: keys } = found.serverMetadata();
  if (keys === undefined) throw new Error("its discovery names no jwks_uri; set JWT_JWKS_URL");
  return new URL(keys);
}

/** A program by what it is called, and for whom it asks where that is somebody else. Null: nobody. */
function nameOf({ sub, client_id: client, azp }: JWTPayload): string | null {
  const parts = [client ?? azp, sub].filter((part): part is string => typeof part === "string" && part !== "");
  const clean = (part: string) => part.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�");
  return [...new Set(parts)].map(clean).join(" for ").slice(0, NAME_LENGTH) || null;
}
