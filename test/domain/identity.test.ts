// What claims give, and which settings of single sign-on and JWTs make sense.
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { claimValues, given, parseRules } from "../../server/domain/claims.ts";

const WORDS = ["VIEWER", "ADMIN"] as const;

describe("claims", () => {
  it("are found by their whole name, or along its dots, as texts", () => {
    const claims = {
      groups: ["a", "b c", 1, null],
      realm_access: { roles: ["x"] },
      "https://example.com/roles": "y z",
      scope: "read write",
      hd: "example.com",
      n: 1,
    };
    expect(claimValues(claims, "groups")).toEqual(["a", "b c"]);
    expect(claimValues(claims, "realm_access.roles")).toEqual(["x"]);
    // Only scopes are lists of words.
    expect(claimValues(claims, "https://example.com/roles")).toEqual(["y z"]);
    expect(claimValues(claims, "scope")).toEqual(["read", "write"]);
    for (const name of ["n", "none", "groups.length", "__proto__", "constructor.name", "hd.length", ""])
      expect([name, claimValues(claims, name)]).toEqual([name, []]);
  });

  it("give what the rules say, by equality", () => {
    const rules = parseRules("admins=ADMIN, cn=devs,ou=groups=VIEWER,two words=VIEWER", WORDS) ?? [];
    expect(rules).toEqual([
      { value: "admins", gives: "ADMIN" },
      { value: "cn=devs,ou=groups", gives: "VIEWER" },
      { value: "two words", gives: "VIEWER" },
    ]);
    expect(given({ groups: ["admins", "cn=devs,ou=groups"] }, "groups", rules)).toEqual(["ADMIN", "VIEWER"]);
    for (const groups of ["admins devs", ["ADMINS"], ["admin"], { admins: true }, undefined])
      expect(given({ groups }, "groups", rules)).toEqual([]);
  });

  it.each(["", "admins", "admins=OWNER", "=ADMIN", "admins=ADMIN,devs", ",a=ADMIN"])(
    "rules like %j are refused",
    (text) => {
      expect(parseRules(text, WORDS)).toBeNull();
    },
  );
});

describe("the settings", () => {
  const oidc = { OIDC_ISSUER: "https://id.example.com/realms/x", OIDC_CLIENT_ID: "cronograph", OIDC_ROLES: "a=ADMIN" };
  const jwt = { JWT_ISSUER: "https://id.example.com", JWT_AUDIENCE: "https://cron.example.com" };
  const read = (settings: Record<string, string>) => readConfig(settings, "/srv");

  it("that make sense are taken", () => {
    expect(read(oidc)).toMatchObject({
      oidc: { clientSecret: null, defaultRole: null },
      jwt: null,
      passwordSignIn: true,
    });
    expect(read({ ...oidc, HOST: "0.0.0.0", PUBLIC_URL: "https://cron.example.com" }).oidc).not.toBeNull();
    expect(read({ ...jwt, JWT_AUDIENCE: "a, b" }).jwt).toMatchObject({ audience: ["a", "b"], jwksUrl: null });
    // A name that is no address, where the keys' own is given.
    expect(
      read({ ...jwt, JWT_ISSUER: "our-issuer", JWT_JWKS_URL: "https://id.example.com/jwks?v=1" }).jwt,
    ).not.toBeNull();
    expect(read({})).toMatchObject({ oidc: null, jwt: null });
  });

  it.each([
    [{ OIDC_CLIENT_ID: "x" }, /OIDC_CLIENT_ID without OIDC_ISSUER/],
    [{ PASSWORD_SIGN_IN: "off" }, /PASSWORD_SIGN_IN=off without OIDC_ISSUER: nobody could sign in/],
    [{ PASSWORD_SIGN_IN: "no" }, /PASSWORD_SIGN_IN="no"/],
    [{ ...oidc, OIDC_ISSUER: "http://id.example.com" }, /OIDC_ISSUER="http:.*Expected an https: URL/],
    [{ ...oidc, OIDC_ISSUER: "id.example.com" }, /OIDC_ISSUER="id.example.com": Expected an https: URL/],
    [
      { ...oidc, OIDC_ISSUER: "https://id.example.com/.well-known/openid-configuration" },
      /stands before \/\.well-known/,
    ],
    [{ ...oidc, OIDC_CLIENT_ID: "" }, /OIDC_CLIENT_ID is not set/],
    [{ ...oidc, OIDC_ROLES: "" }, /without OIDC_ROLES and OIDC_DEFAULT_ROLE: nobody would be let in/],
    [{ ...oidc, OIDC_ROLES: "admins:ADMIN" }, /OIDC_ROLES="admins:ADMIN": Expected VALUE=WORD/],
    [{ ...oidc, OIDC_DEFAULT_ROLE: "OWNER" }, /OIDC_DEFAULT_ROLE="OWNER"/],
    [{ ...oidc, OIDC_SCOPES: "profile" }, /OIDC_SCOPES="profile": “openid” is missing/],
    [{ ...oidc, ALLOW_ANONYMOUS: "true" }, /OIDC_ISSUER with ALLOW_ANONYMOUS=true/],
    [{ ...oidc, HOST: "0.0.0.0" }, /OIDC_ISSUER without PUBLIC_URL/],
    [{ JWT_AUDIENCE: "x" }, /JWT_AUDIENCE without JWT_ISSUER/],
    [{ ...jwt, JWT_AUDIENCE: "" }, /JWT_AUDIENCE is not set/],
    [{ ...jwt, JWT_ALGORITHMS: "RS256,HS256" }, /JWT_ALGORITHMS=.*"HS256" is no signature that a public key proves/],
    [{ ...jwt, JWT_ALGORITHMS: "none" }, /"none" is no signature/],
    [{ ...jwt, JWT_RIGHTS: "x=EVERYTHING" }, /JWT_RIGHTS="x=EVERYTHING": Expected VALUE=WORD/],
    [{ ...jwt, JWT_ISSUER: "our-issuer" }, /JWT_ISSUER="our-issuer": Expected an https: URL/],
    [{ ...jwt, JWT_JWKS_URL: "http://id.example.com/jwks" }, /JWT_JWKS_URL=.*Expected an https: URL/],
    [{ ...jwt, ALLOW_ANONYMOUS: "true" }, /JWT_ISSUER with ALLOW_ANONYMOUS=true/],
  ] as [Record<string, string>, RegExp][])("that do not are told of: %j", (settings, message) => {
    expect(() => read(settings)).toThrow(message);
  });

  it("that are secret are never shown", () => {
    const wrong = () =>
      read({ ...oidc, OIDC_CLIENT_SECRET: "geheim".repeat(1_000), OIDC_ISSUER: "https://u:geheim@id.example.com" });
    expect(wrong).toThrow(/OIDC_CLIENT_SECRET: /);
    expect(wrong).not.toThrow(/geheim/);
    const other = () => read({ ...oidc, OIDC_ISSUER: "https://u:geheim@id.example.com" });
    expect(other).toThrow(/OIDC_ISSUER=/);
    expect(other).not.toThrow(/geheim/);
  });
});
