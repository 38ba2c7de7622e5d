// Sign-in by an OpenID provider: the code flow with PKCE. Nothing is kept here between the way there and the way back, so any gateway may
// see either: the browser holds one secret, and state, nonce and verifier are hashes of it. What the provider hands out ends here.
import { createHash, timingSafeEqual } from "node:crypto";
import * as oidc from "openid-client";
import { systemClock } from "../clock.ts";
import { audited } from "../domain/audit/audited.ts";
import { NOBODY } from "../domain/audit/entry.ts";
import type { Refusals } from "../domain/audit/refusals.ts";
import { type Claims, claimValues, given } from "../domain/claims.ts";
import type { AccessDeps } from "../domain/commands/access.ts";
import { admit, type RolePolicy } from "../domain/commands/identities.ts";
import { RequestError } from "../domain/errors.ts";
import { maskFor } from "../domain/mask.ts";
import { makesAdmins, type OidcConfig } from "../identity.ts";
import type { Log } from "../log.ts";
import type { Access, Begun, From } from "./access.ts";
import { networkOf } from "./network.ts";

/** How long somebody may take at the provider. */
export const AWAY_MS = 600_000;
const ANSWER_S = 5;
/** How long the provider's own description holds; and how long one that could not be had is not asked for again. */
const KNOWN_MS = 3_600_000;
const TROUBLE_MS = 3_000;
/** What a user may be called, best first. */
const NAMES = ["preferred_username", "email", "name", "sub"];
const LONGEST_REASON = 500;

/**
 * Why nobody was let in. `unreachable`: the provider. `stale`: begun elsewhere, too long ago, or finished already. `denied`: by the
 * provider or the person. `invalid`: what the provider said does not hold.
 */
export type Problem = "unreachable" | "stale" | "denied" | "invalid" | "no-role" | "kept-out" | "too-many";

/** What the browser holds while it is away. */
export interface Away {
  readonly name: string;
  readonly secret: string;
}

export interface Oidc {
  readonly button: string;
  /** `callback`: where the provider sends people back to. `to`: where they go then. */
  begin(
    callback: URL,
    to: string,
  ): Promise<{ readonly location: URL; readonly away: Away } | { readonly problem: Problem }>;
  /** `url`: as the provider has sent it. `held`: by a cookie's name. `to` is as it was begun with, and not proven to be. */
  finish(
    url: URL,
    held: (name: string) => string | undefined,
    from: From,
  ): Promise<{ readonly begun: Begun; readonly to: string } | { readonly problem: Problem; readonly to?: string }>;
}

export interface OidcOptions extends AccessDeps {
  readonly config: OidcConfig;
  readonly access: Access;
  readonly refusals: Refusals;
  readonly log: Log;
}

export function createOidc(options: OidcOptions): Oidc {
  const { config, access, clock, newId, newSecret, digest, tries, log, refusals } = options;
  const policy: RolePolicy = {
    byClaims: config.roles !== null,
    fallback: config.defaultRole,
    makesAdmins: makesAdmins({ oidc: config }),
  };
  const provider = config.issuer.href;
  let described: { readonly metadata: Promise<oidc.ServerMetadata>; readonly until: number } | undefined;

  const told = (problem: Problem, error: unknown, secrets: readonly string[], more: object = {}) => {
    const reason = maskFor([config.clientSecret ?? "", ...secrets].filter((each) => each !== ""))(reasonOf(error));
    log.warn({ provider, problem, reason: reason.slice(0, LONGEST_REASON), ...more }, "single sign-on failed");
    return { problem };
  };

  const execute = config.issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  function metadata(): Promise<oidc.ServerMetadata> {
    const now = performance.now();
    if (described && described.until > now) return described.metadata;
    const asked = oidc
      .discovery(config.issuer, config.clientId, undefined, undefined, { execute, timeout: ANSWER_S })
      .then((found) => found.serverMetadata());
    described = { metadata: asked, until: now + KNOWN_MS };
    asked.catch(() => {
      described = { metadata: asked, until: performance.now() + TROUBLE_MS };
    });
    return asked;
  }

  /** One for each use: what keys it has seen does not outlive a sign-in, and it tells the time by the database's clock. */
  async function client(): Promise<oidc.Configuration> {
    const known = await metadata();
    const skew = Math.round((clock.now() - systemClock.now()) / 1_000);
    const made = new oidc.Configuration(known, config.clientId, { [oidc.clockSkew]: skew }, authOf(config, known));
    made.timeout = ANSWER_S;
    for (const extension of [...execute, oidc.enableNonRepudiationChecks]) extension(made);
    return made;
  }

  /** The claims of the token, and of the userinfo endpoint where the token lacks some. */
  async function claimsOf(
    found: oidc.Configuration,
    tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  ) {
    const own = tokens.claims() as oidc.IDToken;
    const isEnough =
      (config.roles === null || claimValues(own, config.roleClaim).length > 0) && namesIn(own).length > 1;
    if (isEnough || found.serverMetadata().userinfo_endpoint === undefined) return own;
    return { ...(await oidc.fetchUserInfo(found, tokens.access_token, own.sub)), ...own };
  }

  return {
    button: config.button,
    async begin(callback, to) {
      try {
        const found = await client();
        const secret = `${newSecret()}.${clock.now()}.${Buffer.from(to).toString("base64url")}`;
        const { state, nonce, verifier } = derived(secret);
        const location = oidc.buildAuthorizationUrl(found, {
          redirect_uri: callback.href,
          scope: config.scopes,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
        });
        return { location, away: { name: nameOf(state), secret } };
      } catch (error) {
        return told("unreachable", error, []);
      }
    },
    async finish(url, held, from) {
      const key = `single sign-on ${networkOf(from.address)}`;
      try {
        await tries.allowed(key);
      } catch (error) {
        if (error instanceof RequestError && error.code === "RATE_LIMITED") return { problem: "too-many" };
        throw error;
      }
      const state = url.searchParams.get("state") ?? "";
      const secret = held(nameOf(state)) ?? "";
      const { state: expected, nonce, verifier } = derived(secret);
      const [, startedAt = "", where = ""] = secret.split(".");
      const expiresAt = Number(startedAt) + AWAY_MS;
      if (secret === "" || !isSame(state, expected) || !(clock.now() < expiresAt)) {
        await tries.failed(key);
        return { problem: "stale" };
      }
      const to = Buffer.from(where, "base64url").toString();
      const secrets = [verifier, url.searchParams.get("code") ?? "", secret];
      const complain = (problem: Problem, error: unknown) => ({
        ...told(problem, error, secrets, { address: from.address }),
        to,
      });
      let found: oidc.Configuration;
      try {
        found = await client();
      } catch (error) {
        return complain("unreachable", error);
      }
      let person: Claims & { readonly iss: string; readonly sub: string };
      try {
        const checks = {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        };
        person = (await claimsOf(found, await oidc.authorizationCodeGrant(found, url, checks))) as typeof person;
      } catch (error) {
        await tries.failed(key);
        return complain(problemOf(error), error);
      }
      const names = namesIn(person);
      const origin = { actor: { ...NOBODY, name: names[0] ?? NOBODY.name }, ...from, transport: "HTTP" } as const;
      const act = { origin, action: "singleSignOn", of: "USER", changeId: newId() } as const;
      const admission = await admit(
        { ...options, store: audited(options.store, act, options).store },
        {
          identity: { issuer: person.iss, subject: person.sub },
          names,
          roles: given(person, config.roleClaim, config.roles ?? []),
          way: { hash: digest(secret), expiresAt },
        },
        policy,
      );
      if (!("refused" in admission)) return { begun: await access.begin(admission.user, from), to };
      const { user } = admission;
      refusals.note(act, "FORBIDDEN", user && { kind: "USER", id: user.id, name: user.name });
      const name = user?.name ?? names[0];
      log.warn({ provider, problem: admission.refused, name, address: from.address }, "single sign-on refused");
      return { problem: admission.refused, to };
    },
  };
}

const namesIn = (claims: Claims): string[] => NAMES.flatMap((name) => claimValues(claims, name));

/** Domains of their own, so that who sees one of them learns nothing of the others. */
function derived(secret: string) {
  const hash = (what: string) => createHash("sha256").update(`cronograph ${what} ${secret}`).digest("base64url");
  return { state: hash("state"), nonce: hash("nonce"), verifier: hash("verifier") };
}

/** Several tabs may be away at a time. */
const nameOf = (state: string): string => state.replace(/[^\w-]/g, "").slice(0, 12);

function isSame(given: string, right: string): boolean {
  const [one, other] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(one as Buffer, other as Buffer);
}

/** In the body where the provider takes it there: not all agree on how the header is to be encoded. */
function authOf({ clientSecret }: OidcConfig, { token_endpoint_auth_methods_supported: methods }: oidc.ServerMetadata) {
  if (clientSecret === null) return oidc.None();
  return methods?.includes("client_secret_post")
    ? oidc.ClientSecretPost(clientSecret)
    : oidc.ClientSecretBasic(clientSecret);
}

/** An answer that is none of the protocol comes from something that stands before the provider. */
const SILENCE = new Set<string | undefined>(["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM"]);

function problemOf(error: unknown): Problem {
  if (error instanceof oidc.AuthorizationResponseError) return error.error === "access_denied" ? "denied" : "invalid";
  // As `fetch` says that there was no answer.
  const isSilence = error instanceof TypeError || (error instanceof oidc.ClientError && SILENCE.has(error.code));
  return isSilence ? "unreachable" : "invalid";
}

/** Never a cause's own fields: they hold claims and tokens. */
function reasonOf(error: unknown): string {
  const { message, cause, error: code, error_description: description } = error as Record<string, unknown>;
  const parts = [message, code, description, (cause as Error | undefined)?.message];
  return parts
    .filter((part) => typeof part === "string" && part !== "")
    .map(String)
    .join(": ");
}
