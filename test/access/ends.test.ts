// What is open ends within seconds when whoever opened it may no longer; users, their roles and their passwords.
import { createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { ask, type By, headersOf, OWNER, PASSWORD, post, tokenWith, told, userWith, useSignIn } from "./support.ts";

const start = useSignIn();
const EVENTS = "subscription { taskEvents(heartbeats: true) { cursor type } }";
const by = { token: OWNER };

/** Resolves with the code its socket was closed with. */
async function follow(
  url: string,
  { cookie, token }: By,
): Promise<{ readonly opened: Promise<void>; readonly closed: Promise<number> }> {
  class WithCookie extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers: headersOf(cookie ? { cookie } : {}) });
    }
  }
  let opened = () => {};
  let closed = (_code: number) => {};
  const promises = {
    opened: new Promise<void>((resolve) => {
      opened = resolve;
    }),
    closed: new Promise<number>((resolve) => {
      closed = resolve;
    }),
  };
  const client = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WithCookie,
    connectionParams: token ? { Authorization: `Bearer ${token}` } : {},
    retryAttempts: 0,
    on: { closed: (event) => closed((event as { code: number }).code) },
  });
  client.subscribe({ query: EVENTS }, { next: () => opened(), error: () => {}, complete: () => {} });
  return promises;
}

async function stream(url: string, shown: By): Promise<{ readonly ended: Promise<string> }> {
  const response = await fetch(`${url}/graphql/stream?query=${encodeURIComponent(EVENTS)}`, {
    headers: { accept: "text/event-stream", ...headersOf(shown) },
  });
  expect(response.status).toBe(200);
  return { ended: response.text() };
}

const within = async <T>(ms: number, promise: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const REVOKE = "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { token { revokedAt } userErrors { code } } }";
const UPDATE =
  "mutation($input: UpdateUserInput!) { updateUser(input: $input) { user { role disabled } userErrors { code field message } } }";

describe("what is open", () => {
  it("is refused without a credential, and by one that is wrong", async () => {
    const { url } = await start();
    for (const shown of [{}, { token: "cg_nobody" }, { cookie: "cronograph_session=nobody" }])
      expect(await within(5_000, (await follow(url, shown)).closed)).toBe(4401);
  });

  it("by a token ends within seconds of its revocation, sockets and streams", async () => {
    const { url } = await start();
    const token = await tokenWith(url, ["READ"]);
    const socket = await follow(url, { token });
    const other = await follow(url, by);
    const { ended } = await stream(url, { token });
    await within(5_000, Promise.all([socket.opened, other.opened]));
    const { apiTokens } = await told(url, by, "{ apiTokens { id hint } }");
    const { id } = apiTokens.find(({ hint }: { hint: string }) => token.startsWith(hint));
    const { revokeApiToken } = await told(url, by, REVOKE, { id });
    expect(revokeApiToken.token.revokedAt).not.toBeNull();
    expect(await within(5_000, socket.closed)).toBe(4401);
    await within(5_000, ended);
    // Only what was opened by it.
    expect(await Promise.race([other.closed, new Promise((resolve) => setTimeout(resolve, 2_500, "open"))])).toBe(
      "open",
    );
  });

  it("ends when its user signs out, is disabled, or gets another role", async () => {
    const { url } = await start();
    const { id, cookie } = await userWith(url, "Grace", "VIEWER");
    const again = async () => (await post(url, "sign-in", { name: "Grace", password: PASSWORD })).cookie as string;
    const [second, third] = [await again(), await again()];
    const sockets = await Promise.all([cookie, second, third].map((each) => follow(url, { cookie: each })));
    await within(5_000, Promise.all(sockets.map(({ opened }) => opened)));
    await post(url, "sign-out", {}, { cookie });
    expect(await within(5_000, sockets[0]?.closed as Promise<number>)).toBe(4401);
    await told(url, by, UPDATE, { input: { id, role: "OPERATOR" } });
    // With its next connection it has what is new.
    expect(await within(5_000, sockets[1]?.closed as Promise<number>)).toBe(4401);
    expect((await told(url, { cookie: second }, "{ viewer { rights } }")).viewer.rights).toContain("OPERATE");
    const last = await follow(url, { cookie: third });
    await within(5_000, last.opened);
    await told(url, by, UPDATE, { input: { id, disabled: true } });
    expect(await within(5_000, last.closed)).toBe(4401);
    expect((await ask(url, { cookie: third }, "{ viewer { name } }")).status).toBe(401);
    expect(await post(url, "sign-in", { name: "Grace", password: PASSWORD })).toMatchObject({ status: 401 });
  });

  it("over a single connection of server-sent events is its owner's alone", async () => {
    const { url } = await start();
    const [mine, other] = [await tokenWith(url, ["READ"]), await tokenWith(url, ["READ", "WORK"])];
    const reserve = await fetch(`${url}/graphql/stream`, { method: "PUT", headers: headersOf({ token: mine }) });
    const reservation = await reserve.text();
    const use = (token: string) =>
      fetch(`${url}/graphql/stream`, {
        headers: { accept: "text/event-stream", "x-graphql-event-stream-token": reservation, ...headersOf({ token }) },
      });
    expect((await use(other)).status).toBe(404);
    const opened = await use(mine);
    expect(opened.status).toBe(200);
    await opened.body?.cancel();
  });
});

describe("users", () => {
  it("keep one who administers, whatever is tried", async () => {
    const { url } = await start();
    const { id } = await userWith(url, "Ada", "ADMIN");
    const refused = {
      userErrors: [{ code: "ILLEGAL_STATE", field: ["id"], message: expect.stringContaining("last user") }],
    };
    for (const change of [{ role: "EDITOR" }, { disabled: true }])
      expect((await ask(url, by, UPDATE, { input: { id, ...change } })).data.updateUser).toMatchObject(refused);
    const remove = "mutation($id: ID!) { deleteUser(input: { id: $id }) { userErrors { code field message } } }";
    expect((await ask(url, by, remove, { id })).data.deleteUser).toMatchObject(refused);
    await userWith(url, "Grace", "ADMIN");
    expect((await told(url, by, remove, { id })).deleteUser.userErrors).toEqual([]);
    expect((await told(url, by, "{ users { name role lastSeenAt sessions { userAgent } } }")).users).toMatchObject([
      { name: "Grace", role: "ADMIN" },
    ]);
  });

  it("have names of their own, and passwords that are not easy to guess", async () => {
    const { url } = await start();
    await userWith(url, "Ada", "VIEWER");
    const create = async (name: string, password: string) =>
      (
        await ask(
          url,
          by,
          "mutation($i: CreateUserInput!) { createUser(input: $i) { userErrors { code field message } } }",
          {
            i: { name, role: "VIEWER", password },
          },
        )
      ).data.createUser.userErrors;
    expect(await create("ADA", PASSWORD)).toMatchObject([{ code: "ALREADY_EXISTS", field: ["name"] }]);
    expect(await create("grace", "aaaaaaaaaaaaaaaa")).toMatchObject([{ code: "OUT_OF_RANGE", field: ["password"] }]);
    const errors = await create("", "geheim");
    expect(errors).toMatchObject([
      { code: "REQUIRED", field: ["name"] },
      { code: "OUT_OF_RANGE", field: ["password"] },
    ]);
    expect(JSON.stringify(errors)).not.toContain("geheim");
  });

  it("change their own password, which ends their other sessions", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "Ada", "VIEWER");
    const { cookie: other = "" } = await post(url, "sign-in", { name: "Ada", password: PASSWORD });
    const change = async (current: string) =>
      (
        await ask(
          url,
          { cookie },
          "mutation($i: ChangePasswordInput!) { changePassword(input: $i) { userErrors { code field } } }",
          {
            i: { current, new: "another horse battery" },
          },
        )
      ).data.changePassword.userErrors;
    expect(await change("wrong wrong wrong")).toEqual([{ code: "FORBIDDEN", field: ["current"] }]);
    expect(await change(PASSWORD)).toEqual([]);
    await expect
      .poll(async () => (await ask(url, { cookie: other }, "{ viewer { name } }")).status, { timeout: 5_000 })
      .toBe(401);
    const { viewer } = await told(url, { cookie }, "{ viewer { user { sessions { current } } } }");
    expect(viewer.user.sessions).toEqual([{ current: true }]);
    expect((await post(url, "sign-in", { name: "Ada", password: PASSWORD })).status).toBe(401);
  });

  it("have ten tries for the present password, counted together with those of the sign-in", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "Ada", "VIEWER");
    const change = (current: string) =>
      ask(
        url,
        { cookie },
        "mutation($i: ChangePasswordInput!) { changePassword(input: $i) { userErrors { code field } } }",
        { i: { current, new: "another horse battery" } },
      );
    for (let i = 0; i < 5; i++)
      expect((await change(`wrong wrong ${i}`)).data.changePassword.userErrors).toMatchObject([{ field: ["current"] }]);
    for (let i = 0; i < 5; i++)
      expect((await post(url, "sign-in", { name: "ada", password: "wrong wrong" })).status).toBe(401);
    // Nor does it help to know it by now.
    const { data, errors } = await change(PASSWORD);
    expect([data, errors?.[0]?.extensions]).toMatchObject([null, { code: "RATE_LIMITED" }]);
    expect((await post(url, "sign-in", { name: "Ada", password: PASSWORD })).status).toBe(429);
  });

  it("give tokens no more than they have, and see nobody else's", async () => {
    const { url } = await start();
    const [ada, grace] = [await userWith(url, "Ada", "VIEWER"), await userWith(url, "Grace", "EDITOR")];
    const make = async (shown: By, input: object) =>
      (
        await ask(
          url,
          shown,
          "mutation($i: CreateApiTokenInput!) { createApiToken(input: $i) { secret token { id hint rights } userErrors { code field } } }",
          { i: input },
        )
      ).data.createApiToken;
    expect(await make(ada, { name: "x", rights: ["READ", "EDIT"] })).toMatchObject({
      secret: null,
      userErrors: [{ code: "FORBIDDEN", field: ["rights"] }],
    });
    expect(await make(ada, { name: "x", rights: [], expiresAt: "2001-01-01T00:00:00Z" })).toMatchObject({
      userErrors: [
        { code: "REQUIRED", field: ["rights"] },
        { code: "DATE_IN_PAST", field: ["expiresAt"] },
      ],
    });
    const { secret, token } = await make(grace, { name: "deploys", rights: ["EDIT", "READ"] });
    expect(secret).toMatch(/^cg_[\w-]{43}$/);
    expect((await told(url, { token: secret }, "{ viewer { kind name rights user { name } } }")).viewer).toEqual({
      kind: "TOKEN",
      name: "deploys",
      rights: ["READ", "EDIT"],
      user: { name: "Grace" },
    });
    // A token that could make tokens would outlive its own end.
    expect(await make({ token: secret }, { name: "y", rights: ["READ"] })).toMatchObject({
      userErrors: [{ code: "FORBIDDEN" }],
    });
    expect((await told(url, ada, "{ apiTokens { id } }")).apiTokens).toEqual([]);
    expect((await ask(url, ada, REVOKE, { id: token.id })).data.revokeApiToken.userErrors).toEqual([
      { code: "NOT_FOUND" },
    ]);
    // What its user may no longer, it may no longer.
    await told(url, by, UPDATE, { input: { id: grace.id, role: "VIEWER" } });
    await expect
      .poll(async () => (await told(url, { token: secret }, "{ viewer { rights } }")).viewer.rights, { timeout: 5_000 })
      .toEqual(["READ"]);
  });
});
