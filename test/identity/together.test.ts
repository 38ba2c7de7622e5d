// Two gateways on one database, as programs of their own: a sign-in begun at one ends at the other, and neither's log tells what must not be told.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, OWNER, told } from "../access/support.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { type Program, startProgram } from "../support/program.ts";
import { CLIENT_SECRET, startProvider, type TestProvider } from "../support/provider.ts";
import { startIssuer } from "./jwt-support.ts";
import { problemIn, settingsFor, Visitor } from "./support.ts";

/** What stands before both. Nobody listens there: the test goes to the one or the other in its place. */
const PUBLIC_URL = "http://127.0.0.1:1";

let postgres: TestPostgres;
let provider: TestProvider;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let programs: Program[];

beforeAll(async () => {
  [postgres, provider, issuer] = await Promise.all([startPostgres(), startProvider(), startIssuer()]);
  const settings = {
    DATABASE_URL: postgres.url,
    ALLOW_ANONYMOUS: "false",
    OWNER_TOKEN: OWNER,
    LOG_LEVEL: "debug",
    PUBLIC_URL,
    ...settingsFor(provider),
    ...issuer.settings,
  };
  programs = [
    await startProgram(settings, ["--roles", "gateway"]),
    await startProgram(settings, ["--roles", "gateway"]),
  ];
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await Promise.all([postgres.stop(), provider.stop(), issuer.stop()]);
});

const at = (program: Program | undefined, url: URL): URL => new URL(url.pathname + url.search, program?.url);

describe("two gateways", () => {
  it("each let in whom the other has sent to the provider, and nobody a second time", async () => {
    const [first, second] = programs;
    provider.people.set("1", { preferred_username: "Ada", groups: ["devs"] });
    const ada = new Visitor();
    const callback = await ada.away(first?.url as string, "1");
    expect(callback.origin).toBe(PUBLIC_URL);
    const thief = new Visitor();
    for (const [name, value] of ada.cookies) thief.cookies.set(name, value);
    provider.forgetful = true;
    expect(await ada.back(at(second, callback))).toBe("/tasks");
    provider.forgetful = false;
    const { viewer } = await told(first?.url as string, ada.session, "{ viewer { name rights } }");
    expect(viewer).toMatchObject({ name: "Ada", rights: ["READ", "OPERATE", "EDIT", "WORK"] });
    expect(problemIn(await thief.back(at(first, callback)))).not.toBeNull();
    expect(thief.session.cookie).toBe("");
  });

  it("say what went wrong, and never a secret, a code, a token or what is in it", async () => {
    const [program] = programs;
    const url = program?.url as string;
    const secrets = [CLIENT_SECRET, OWNER];
    const keep = (token: string) => {
      secrets.push(token, ...token.split(".").slice(1));
      return token;
    };
    provider.people.set("2", { preferred_username: "Eve", secret_claim: "what-is-in-it" });
    for (const aud of ["cronograph", "another-client"]) {
      provider.spoil = async (claims) => keep(await provider.sign({ ...claims, aud, secret_claim: "what-is-in-it" }));
      const eve = new Visitor();
      const callback = await eve.away(url, "2");
      secrets.push(callback.searchParams.get("code") as string, callback.searchParams.get("state") as string);
      secrets.push(...[...eve.cookies.values()].filter((value) => value.length > 20));
      await eve.back(at(program, callback));
    }
    for (const more of [{ aud: "https://other.example" }, { exp: 1 }, { secret_claim: "what-is-in-it", iss: "x" }])
      expect((await ask(url, { token: keep(await issuer.sign(more)) }, "{ viewer { name } }")).status).toBe(401);
    const output = programs.map((each) => each.output()).join("\n");
    expect(output).toContain("single sign-on failed");
    expect(output).toContain('"problem":"no-role"');
    expect(output).toContain("JWT refused");
    for (const secret of [...secrets, "what-is-in-it"]) expect(output).not.toContain(secret);
  });
});
