// The settings by which people come in through an OpenID provider and programs through JWTs: what may stand there, and what it means.
import { z } from "zod";
import { RIGHTS, type Right, rightsOf, USER_ROLES, type UserRole } from "./domain/access.ts";
import { type ClaimRule, parseRules } from "./domain/claims.ts";
import { shown } from "./domain/errors.ts";
import { isLoopbackUrl } from "./loopback.ts";
import type { Setting } from "./settings.ts";

const SCOPES = "openid profile email";
const JWT_RIGHTS = RIGHTS.map((right) => `cronograph:${right.toLowerCase()}=${right}`).join(",");
/** Signatures that a public key proves. Never HS256: whoever can check it could make it. */
const ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];
const text = z.string().min(1).max(4_000).optional();

export const IDENTITY_SETTINGS = {
  OIDC_ISSUER: {
    schema: text,
    fallback: "none",
    about:
      "OpenID provider that people sign in by, for example `https://id.example.com/realms/main`: what it calls itself, as its `/.well-known/openid-configuration` has it. See [docs/sign-in.md](docs/sign-in.md).",
  },
  OIDC_CLIENT_ID: { schema: text, fallback: "none", about: "What the provider calls this server." },
  OIDC_CLIENT_SECRET: {
    schema: text,
    fallback: "none",
    about:
      "The secret that the provider has given this server. Without one it is a public client; PKCE is used in any case.",
  },
  OIDC_SCOPES: {
    schema: z.string().default(SCOPES),
    fallback: SCOPES,
    about: "What the provider is asked for, separated by spaces.",
  },
  OIDC_ROLE_CLAIM: {
    schema: z.string().min(1).max(200).default("groups"),
    fallback: "groups",
    about: "The claim that `OIDC_ROLES` judges by; dots lead into objects, for example `realm_access.roles`.",
  },
  OIDC_ROLES: {
    schema: text,
    fallback: "none",
    about:
      "Which values of the claim give which role, separated by commas, for example `admins=ADMIN,devs=EDITOR`. The greatest counts, anew at each sign-in. Without it administrators give roles.",
  },
  OIDC_DEFAULT_ROLE: {
    schema: z.enum(["none", ...USER_ROLES]).default("none"),
    fallback: "none",
    about:
      "Role of whom `OIDC_ROLES` gives none; without `OIDC_ROLES`, of whoever comes for the first time. `none`: they are not let in; `NONE`: they see the namespaces that they are a member of.",
  },
  OIDC_BUTTON: {
    schema: z.string().trim().min(1).max(60).default("single sign-on"),
    fallback: "single sign-on",
    about: "What the sign-in page's button says after “Sign in with”.",
  },
  PASSWORD_SIGN_IN: {
    schema: z.enum(["on", "off"]).default("on"),
    fallback: "on",
    about: "`off`, with `OIDC_ISSUER`: names and passwords open nothing. API tokens still do.",
  },
  JWT_ISSUER: {
    schema: text,
    fallback: "none",
    about: "Who issues the JWTs that programs may show in place of an API token; the `iss` that stands in them.",
  },
  JWT_AUDIENCE: {
    schema: text,
    fallback: "none",
    about: "Whom the JWTs must be for: one of these, separated by commas, stands in their `aud`.",
  },
  JWT_JWKS_URL: {
    schema: text,
    fallback: "by discovery",
    about: "Where the issuer's public keys are, when its `/.well-known/openid-configuration` does not say it.",
  },
  JWT_ALGORITHMS: {
    schema: z.string().default(ALGORITHMS.join(",")),
    fallback: ALGORITHMS.join(","),
    about: "How JWTs may be signed: some of these.",
  },
  JWT_RIGHTS_CLAIM: {
    schema: z.string().min(1).max(200).default("scope"),
    fallback: "scope",
    about: "The claim that `JWT_RIGHTS` judges by; dots lead into objects.",
  },
  JWT_NAMESPACE_CLAIM: {
    schema: z.string().min(1).max(200).optional(),
    fallback: "none",
    about:
      "The claim that names the only namespace that a JWT opens; dots lead into objects. A JWT without it then opens nothing.",
  },
  JWT_RIGHTS: {
    schema: z.string().min(1).max(4_000).default(JWT_RIGHTS),
    fallback: JWT_RIGHTS,
    about:
      "Which values of the claim give which rights: a right, or a role for all of its rights, for example `deployers=EDITOR,builds=WORK`.",
  },
} satisfies Record<string, Setting>;

export interface OidcConfig {
  readonly issuer: URL;
  readonly clientId: string;
  /** Null: a public client. */
  readonly clientSecret: string | null;
  readonly scopes: string;
  readonly roleClaim: string;
  /** Null: administrators give roles. */
  readonly roles: readonly ClaimRule<UserRole>[] | null;
  readonly defaultRole: UserRole | null;
  readonly button: string;
}

export interface JwtConfig {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** Null: the issuer's discovery says it. */
  readonly jwksUrl: URL | null;
  readonly algorithms: readonly string[];
  readonly rightsClaim: string;
  readonly rights: readonly ClaimRule<readonly Right[]>[];
  /** Null: a JWT opens every namespace. */
  readonly namespaceClaim: string | null;
}

export interface IdentityConfig {
  readonly oidc: OidcConfig | null;
  readonly jwt: JwtConfig | null;
  readonly passwordSignIn: boolean;
}

/** Whether the provider can make somebody who administers. */
export const makesAdmins = ({ oidc }: Pick<IdentityConfig, "oidc">): boolean =>
  oidc !== null && (oidc.defaultRole === "ADMIN" || (oidc.roles ?? []).some(({ gives }) => gives === "ADMIN"));

export type IdentityValues = z.infer<
  z.ZodObject<{ [K in keyof typeof IDENTITY_SETTINGS]: (typeof IDENTITY_SETTINGS)[K]["schema"] }>
>;

export interface Surroundings {
  readonly anonymous: boolean;
  /** Others reach it, and no PUBLIC_URL says by what name. */
  readonly nameless: boolean;
}

export function readIdentity(values: IdentityValues, around: Surroundings, problems: string[]): IdentityConfig {
  const passwordSignIn = values.PASSWORD_SIGN_IN === "on";
  if (!passwordSignIn && values.OIDC_ISSUER === undefined)
    problems.push("PASSWORD_SIGN_IN=off without OIDC_ISSUER: nobody could sign in. Set OIDC_ISSUER as well.");
  return { oidc: readOidc(values, around, problems), jwt: readJwt(values, around, problems), passwordSignIn };
}

function readOidc(
  values: IdentityValues,
  { anonymous, nameless }: Surroundings,
  problems: string[],
): OidcConfig | null {
  if (values.OIDC_ISSUER === undefined) {
    alone(values, ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_ROLES"], "OIDC_ISSUER", problems);
    return null;
  }
  const issuer = readUrl("OIDC_ISSUER", values.OIDC_ISSUER, problems);
  if (values.OIDC_CLIENT_ID === undefined)
    problems.push("OIDC_CLIENT_ID is not set: the provider of OIDC_ISSUER has to know this server by a client id.");
  if (anonymous) problems.push("OIDC_ISSUER with ALLOW_ANONYMOUS=true: nobody would have to sign in. Set one of them.");
  if (nameless)
    problems.push(
      "OIDC_ISSUER without PUBLIC_URL: the provider has to send people back to an address that they reach. Set PUBLIC_URL, for example to https://cron.example.com.",
    );
  if (!values.OIDC_SCOPES.split(/\s+/).includes("openid"))
    problems.push(`OIDC_SCOPES=${shown(values.OIDC_SCOPES)}: “openid” is missing. Example: ${SCOPES}.`);
  const roles = readRules("OIDC_ROLES", values.OIDC_ROLES, USER_ROLES, problems);
  const defaultRole = values.OIDC_DEFAULT_ROLE === "none" ? null : values.OIDC_DEFAULT_ROLE;
  if (roles === null && defaultRole === null)
    problems.push(
      "OIDC_ISSUER without OIDC_ROLES and OIDC_DEFAULT_ROLE: nobody would be let in. Set OIDC_ROLES, for example to admins=ADMIN,devs=EDITOR, or, where everybody whom the provider knows may see everything, OIDC_DEFAULT_ROLE=VIEWER.",
    );
  return {
    issuer,
    clientId: values.OIDC_CLIENT_ID ?? "",
    clientSecret: values.OIDC_CLIENT_SECRET ?? null,
    scopes: values.OIDC_SCOPES,
    roleClaim: values.OIDC_ROLE_CLAIM,
    roles,
    defaultRole,
    button: values.OIDC_BUTTON,
  };
}

function readJwt(values: IdentityValues, { anonymous }: Surroundings, problems: string[]): JwtConfig | null {
  if (values.JWT_ISSUER === undefined) {
    alone(values, ["JWT_AUDIENCE", "JWT_JWKS_URL"], "JWT_ISSUER", problems);
    return null;
  }
  if (anonymous)
    problems.push("JWT_ISSUER with ALLOW_ANONYMOUS=true: nobody would have to show a JWT. Set one of them.");
  const audience = listOf(values.JWT_AUDIENCE ?? "");
  if (audience.length === 0)
    problems.push(
      "JWT_AUDIENCE is not set: JWTs that the issuer has made for other services would open this one. Example: https://cron.example.com.",
    );
  const algorithms = listOf(values.JWT_ALGORITHMS);
  const wrong = algorithms.filter((name) => !ALGORITHMS.includes(name));
  if (wrong.length > 0 || algorithms.length === 0)
    problems.push(
      `JWT_ALGORITHMS=${shown(values.JWT_ALGORITHMS)}: ${wrong.map(shown).join(", ") || "nothing"} is no signature that a public key proves. Expected some of ${ALGORITHMS.join(", ")}.`,
    );
  const jwksUrl =
    values.JWT_JWKS_URL === undefined ? null : readUrl("JWT_JWKS_URL", values.JWT_JWKS_URL, problems, { query: true });
  // Without discovery it is a name only, and needs to be no address.
  if (jwksUrl === null) readUrl("JWT_ISSUER", values.JWT_ISSUER, problems);
  const words = [...RIGHTS, ...USER_ROLES];
  const rules = readRules("JWT_RIGHTS", values.JWT_RIGHTS, words, problems) ?? [];
  const rights = rules.map(({ value, gives }) => ({ value, gives: rightsBehind(gives) }));
  const claims = { rightsClaim: values.JWT_RIGHTS_CLAIM, namespaceClaim: values.JWT_NAMESPACE_CLAIM ?? null };
  return { issuer: values.JWT_ISSUER, audience, jwksUrl, algorithms, rights, ...claims };
}

const rightsBehind = (word: Right | UserRole): readonly Right[] =>
  (USER_ROLES as readonly string[]).includes(word) ? rightsOf(word as UserRole) : [word as Right];

const listOf = (given: string): string[] =>
  given
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function alone(values: IdentityValues, names: readonly (keyof IdentityValues)[], needed: string, problems: string[]) {
  for (const name of names)
    if (values[name] !== undefined)
      problems.push(`${name} without ${needed}: it would do nothing. Set ${needed} as well.`);
}

function readRules<T extends string>(
  name: string,
  given: string | undefined,
  words: readonly T[],
  problems: string[],
): ClaimRule<T>[] | null {
  if (given === undefined) return null;
  const rules = parseRules(given, words);
  if (rules !== null) return rules;
  problems.push(
    `${name}=${shown(given)}: Expected VALUE=WORD, separated by commas, with a word of ${words.join(", ")}. Example: admins=${words.at(-1)}.`,
  );
  return [];
}

const EXAMPLE = new URL("https://id.example.com");

function readUrl(name: string, given: string, problems: string[], { query = false } = {}): URL {
  const url = URL.canParse(given) ? new URL(given) : EXAMPLE;
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopbackUrl(url));
  const isBare = url.username === "" && url.password === "" && url.hash === "" && (query || url.search === "");
  if (!URL.canParse(given) || !isSafe || !isBare)
    // Whatever stands before an @ must not stand in a log.
    problems.push(
      `${name}=${shown(given.replace(/\/\/.*@/, "//…@"))}: Expected an https: URL (http: on loopback) without a name, a password${query ? "" : ", a query"} or a fragment. Example: ${EXAMPLE.href}realms/main.`,
    );
  if (!query && url.pathname.includes("/.well-known/"))
    problems.push(`${name}=${shown(given)}: Expected what stands before /.well-known/.`);
  return url;
}
