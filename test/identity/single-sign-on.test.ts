// People sign in by a real OpenID provider: who gets in, as whom, with what role; and who does not.
import { describe, expect, it } from "vitest";
import { ask, OWNER, PASSWORD, post, told, userWith, useSignIn } from "../access/support.ts";
import { manualClock } from "../support/clock.ts";
import { until } from "../support/wait.ts";
import { problemIn, settingsFor, useBoth, useProviders, Visitor } from "./support.ts";

const start = useBoth();
const startAlone = useSignIn();
const provide = useProviders();
const VIEWER = "{ viewer { kind name rights user { name role issuer hasPassword } } }";
const UPDATE = "mutation($input: UpdateUserInput!) { updateUser(input: $input) { userErrors { message } } }";
const USERS = "{ users { id name role } }";
const REFUSED = "{ auditEntries(filter: { outcome: REFUSED }) { nodes { action errorCode actor { name } } } }";
const by = { token: OWNER };

describe("who comes by the provider", () => {
  it("is a user from then on, without a password, with the role that their groups give, and lands where they wanted to", async () => {
    const { provider, url } = await start();
    provider.people.set("4711", {
      preferred_username: "Grace",
      email: "ada@example.com",
      groups: ["devs", "everybody"],
    });
    const grace = new Visitor();
    expect(await grace.signIn(url, "4711", "/tasks?state=PAUSED#second")).toBe("/tasks?state=PAUSED#second");
    expect((await told(url, grace.session, VIEWER)).viewer).toEqual({
      kind: "USER",
      name: "Grace",
      rights: ["READ", "OPERATE", "EDIT", "WORK"],
      user: { name: "Grace", role: "EDITOR", issuer: provider.issuer, hasPassword: false },
    });
    // Nothing is left of the way.
    expect([...grace.cookies.keys()].filter((name) => name.startsWith("cronograph"))).toEqual(["cronograph_session"]);
    expect(await post(url, "sign-in", { name: "Grace", password: "" })).toMatchObject({ status: 401 });

    // What they may is judged anew each time, and they are the same user under another name.
    provider.people.set("4711", { preferred_username: "Grace H.", groups: ["everybody"] });
    const again = new Visitor();
    await again.signIn(url, "4711");
    expect((await told(url, again.session, VIEWER)).viewer).toMatchObject({ name: "Grace", rights: ["READ"] });
    expect((await told(url, by, USERS)).users).toHaveLength(1);
  });

  it("is in the audit: as whom they came in, and whoever was not let in", async () => {
    const { provider, url } = await start();
    provider.people.set("1", { preferred_username: "Grace", groups: ["devs"] });
    provider.people.set("2", { preferred_username: "Mallory", groups: [] });
    await new Visitor().signIn(url, "1");
    await new Visitor().signIn(url, "2");
    const done =
      "{ auditEntries(filter: { outcome: DONE }) { nodes { action actor { kind name } subject { kind name } } } }";
    const { auditEntries } = await told(url, by, done);
    expect(auditEntries.nodes.slice(0, 2)).toEqual([
      { action: "signIn", actor: { kind: "USER", name: "Grace" }, subject: { kind: "SESSION", name: null } },
      { action: "singleSignOn", actor: { kind: "ANONYMOUS", name: "Grace" }, subject: { kind: "USER", name: "Grace" } },
    ]);
    const refused: unknown[] = [];
    await until("the refusal is written", async () => {
      refused.splice(0, refused.length, ...(await told(url, by, REFUSED)).auditEntries.nodes);
      return refused.length > 0;
    });
    expect(refused).toEqual([{ action: "singleSignOn", errorCode: "FORBIDDEN", actor: { name: "Mallory" } }]);
  });

  it("is nobody else, whatever their name or address is", async () => {
    const { provider, url } = await start();
    await userWith(url, "Ada", "ADMIN");
    provider.people.set("1", { preferred_username: "ada", email: "ada@example.com", groups: ["everybody"] });
    provider.people.set("2", { name: "Ada", groups: ["everybody"] });
    provider.people.set("3", { preferred_username: "\u202e \n", email: "eve@example.com", groups: ["everybody"] });
    provider.people.set("4", { groups: ["everybody"] });
    for (const login of ["1", "2", "3", "4"]) expect(await new Visitor().signIn(url, login)).toBe("/tasks");
    expect(
      (await told(url, by, USERS)).users.map(({ name, role }: { name: string; role: string }) => `${name} ${role}`),
    ).toEqual(["4 VIEWER", "Ada ADMIN", "ada (2) VIEWER", "Ada (3) VIEWER", "eve@example.com VIEWER"]);
  });

  it("is not let in without a role, and who has lost theirs is signed out", async () => {
    const { provider, url } = await start();
    provider.people.set("1", { preferred_username: "Ada", groups: ["admins"] });
    provider.people.set("2", { preferred_username: "Eve", groups: "admins devs" });
    expect(problemIn(await new Visitor().signIn(url, "2"))).toBe("no-role");
    const ada = new Visitor();
    await ada.signIn(url, "1");
    expect((await ask(url, ada.session, VIEWER)).status).toBe(200);
    provider.people.set("1", { preferred_username: "Ada" });
    expect(await new Visitor().signIn(url, "1", "/runs")).toBe("/sign-in?problem=no-role&to=%2Fruns");
    await expect.poll(async () => (await ask(url, ada.session, VIEWER)).status, { timeout: 5_000 }).toBe(401);
    expect((await told(url, by, USERS)).users).toHaveLength(1);
  });

  it("stays out while they are kept out here", async () => {
    const { provider, url } = await start();
    provider.people.set("1", { preferred_username: "Ada", groups: ["admins"] });
    provider.people.set("2", { preferred_username: "Grace", groups: ["admins"] });
    for (const login of ["1", "2"]) await new Visitor().signIn(url, login);
    const { users } = await told(url, by, USERS);
    const { id } = users.find(({ name }: { name: string }) => name === "Grace");
    await told(url, by, UPDATE, { input: { id, disabled: true } });
    const grace = new Visitor();
    expect(problemIn(await grace.signIn(url, "2"))).toBe("kept-out");
    expect(grace.session.cookie).toBe("");
  });

  it("has the role that administrators give where no groups do", async () => {
    const { provider, url } = await start({ OIDC_ROLES: "", OIDC_DEFAULT_ROLE: "VIEWER" });
    provider.people.set("1", { preferred_username: "Ada", groups: ["admins"] });
    await new Visitor().signIn(url, "1");
    const [user] = (await told(url, by, USERS)).users;
    expect(user.role).toBe("VIEWER");
    await told(url, by, UPDATE, { input: { id: user.id, role: "OPERATOR" } });
    const ada = new Visitor();
    await ada.signIn(url, "1");
    expect((await told(url, ada.session, VIEWER)).viewer.user.role).toBe("OPERATOR");
  });

  it("comes back to a page of this site only", async () => {
    const { provider, url } = await start();
    provider.people.set("1", { groups: ["everybody"] });
    for (const to of [
      "https://evil.example/",
      "//evil.example",
      "/..//evil.example",
      "/\t/evil.example",
      "/sign-in",
      "x",
    ])
      expect([to, await new Visitor().signIn(url, "1", to)]).toEqual([to, "/"]);
  });
});

describe("a way back", () => {
  it("opens nothing for another browser, for another state, or without one", async () => {
    const { provider, url } = await start();
    provider.people.set("1", { groups: ["admins"] });
    const [ada, eve] = [new Visitor(), new Visitor()];
    const callback = await ada.away(url, "1");
    await eve.away(url, "1");
    expect(problemIn(await eve.back(callback))).toBe("stale");
    const other = new URL(callback);
    other.searchParams.set("state", `${callback.searchParams.get("state")?.slice(0, -1)}-`);
    expect(problemIn(await ada.back(other))).toBe("stale");
    other.searchParams.delete("state");
    expect(problemIn(await ada.back(other))).toBe("stale");
    expect([ada.session.cookie, eve.session.cookie]).toEqual(["", ""]);
  });

  it("is gone once, even where the provider would take its code twice", async () => {
    const { provider, url } = await start();
    provider.people.set("1", { groups: ["admins"] });
    const ada = new Visitor();
    provider.forgetful = true;
    const callback = await ada.away(url, "1");
    const kept = [...ada.cookies];
    const thief = () => {
      const visitor = new Visitor();
      for (const [name, value] of kept) visitor.cookies.set(name, value);
      return visitor;
    };
    expect(await ada.back(callback)).toBe("/tasks");
    expect(problemIn(await ada.back(callback))).toBe("stale");
    const one = thief();
    expect(problemIn(await one.back(callback))).toBe("stale");
    expect(one.session.cookie).toBe("");
    // And where it does not.
    provider.forgetful = false;
    expect(problemIn(await thief().back(callback))).toBe("invalid");
  });

  it("is gone within ten minutes", async () => {
    const provider = await provide();
    provider.people.set("1", { groups: ["admins"] });
    const clock = manualClock(Date.now());
    const { url } = await startAlone({ ...settingsFor(provider), DATABASE_URL: ":memory:" }, clock);
    const [early, late] = [new Visitor(), new Visitor()];
    const [soon, then] = [await early.away(url, "1"), await late.away(url, "1")];
    clock.advance(599_000);
    expect(await early.back(soon)).toBe("/tasks");
    clock.advance(1_000);
    expect(problemIn(await late.back(then))).toBe("stale");
  });

  it("says that the provider or the person said no", async () => {
    const { url } = await start();
    const where = await new Visitor().signIn(url, "nobody");
    expect(problemIn(where)).toBe("denied");
  });

  it("is not tried without end", async () => {
    const { url } = await start();
    const callback = new URL("/auth/oidc/callback?code=x&state=y", url);
    for (let i = 0; i < 10; i++) expect(problemIn(await new Visitor().back(callback))).toBe("stale");
    expect(problemIn(await new Visitor().back(callback))).toBe("too-many");
  });
});

describe("passwords", () => {
  it("open nothing where they are turned off; tokens still do", async () => {
    const { provider, url, ownerLink } = await start({ PASSWORD_SIGN_IN: "off", OWNER_TOKEN: "" });
    expect(ownerLink).toBeNull();
    expect(await (await fetch(`${url}/auth/state`)).json()).toMatchObject({
      passwordSignIn: false,
      singleSignOn: "single sign-on",
      needsOwner: false,
    });
    provider.people.set("1", { preferred_username: "Ada", groups: ["admins"] });
    const ada = new Visitor();
    await ada.signIn(url, "1");
    const create = `mutation { createUser(input: { name: "Grace", role: ADMIN, password: ${JSON.stringify(PASSWORD)} }) { userErrors { message } } }`;
    await told(url, ada.session, create);
    expect(await post(url, "sign-in", { name: "Grace", password: PASSWORD })).toMatchObject({
      status: 403,
      cookie: undefined,
      body: { errors: [{ extensions: { code: "FORBIDDEN" } }] },
    });
    await until("the refusal is in the audit", async () => {
      const { auditEntries } = await told(url, ada.session, REFUSED);
      return auditEntries.nodes.some(
        (entry: Record<string, unknown>) => entry.action === "signIn" && entry.errorCode === "FORBIDDEN",
      );
    });
    const make = 'mutation { createApiToken(input: { name: "x", rights: [READ] }) { secret userErrors { message } } }';
    const { createApiToken } = await told(url, ada.session, make);
    expect(await post(url, "sign-in", { token: createApiToken.secret })).toMatchObject({ status: 200 });
  });
});
