// Guessing: many passwords in one request, at the same time, or in parts; and what was good once, shown again.
import { describe, expect, it } from "vitest";
import { ask, OWNER, PASSWORD, post, tokenWith, told, userWith, useSignIn } from "../access/support.ts";
import { codeOf, TRANSPORTS } from "./transports.ts";

const start = useSignIn();
const owner = { token: OWNER };
const change = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `c${at}: changePassword(input: { current: "guess number ${at}", new: "another horse battery" }) { userErrors { code } }`,
  ).join(" ");

describe.each(TRANSPORTS)("over %s", (name, carry) => {
  it("aliases guess no more than the tries that one has", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "Ada", "VIEWER");
    const { data, errors = [] } = await carry(url, { cookie }, { query: `mutation { ${change(60)} }` });
    const guessed = Object.values((data ?? {}) as Record<string, unknown>).filter((each) => each !== null);
    expect(guessed.length).toBeLessThanOrEqual(10);
    expect(errors.every(({ extensions }) => extensions.code === "RATE_LIMITED")).toBe(true);
    // The name has had its tries, wherever they were made.
    expect((await post(url, "sign-in", { name: "Ada", password: PASSWORD })).status).toBe(429);
  });

  it("a session that was signed out and a token that was revoked open nothing", async () => {
    const { url } = await start();
    const { cookie } = await userWith(url, "Grace", "VIEWER");
    const token = await tokenWith(url, ["READ"]);
    const VIEWER = { query: "{ viewer { name } }" };
    for (const by of [{ cookie }, { token }]) expect(codeOf(await carry(url, by, VIEWER))).toBeUndefined();
    await post(url, "sign-out", {}, { cookie });
    const { apiTokens } = await told(url, owner, "{ apiTokens { id hint } }");
    const { id } = apiTokens.find(({ hint }: { hint: string }) => token.startsWith(hint));
    await told(url, owner, "mutation($id: ID!) { revokeApiToken(input: { id: $id }) { userErrors { code } } }", { id });
    // Within the second in which a credential may still be remembered.
    await expect.poll(async () => (await carry(url, { token }, VIEWER)).status, { timeout: 3_000 }).not.toBe(200);
    for (const by of [{ cookie }, { token }]) {
      const outcome = await carry(url, by, VIEWER);
      expect(outcome.data ?? null).toBeNull();
      expect(outcome.status).toBe(name === "WebSocket" ? 4401 : 401);
    }
  });
});

describe("the sign-in", () => {
  it("takes no list, no object and no number where one word is guessed", async () => {
    const { url } = await start();
    await userWith(url, "Ada", "VIEWER");
    const guess = { name: "Ada", password: PASSWORD };
    for (const body of [
      [guess, guess],
      { name: "Ada", password: [PASSWORD, "x"] },
      { name: "Ada", password: { $ne: "" } },
      { name: { $gt: "" }, password: PASSWORD },
      { ...guess, token: OWNER },
      { name: "Ada", password: null },
    ]) {
      const { status, cookie } = await post(url, "sign-in", body);
      expect([body, status, cookie]).toEqual([body, 400, undefined]);
    }
  });

  it("lets few more through than it allows when many come at the same time", async () => {
    const { url } = await start();
    await userWith(url, "Ada", "VIEWER");
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, at) => post(url, "sign-in", { name: "Ada", password: `guess number ${at}` })),
    );
    const statuses = tries.map(({ status }) => status);
    // Ten, and at most those that were worked on when the tenth had failed.
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(18);
    expect(statuses.filter((status) => status === 401 || status === 429)).toHaveLength(100);
    expect((await post(url, "sign-in", { name: "Ada", password: PASSWORD })).status).toBe(429);
  });

  it("counts tries from all addresses of a network of IPv6 together", async () => {
    const { url } = await start({ PUBLIC_URL: "https://cron.example.com" });
    const statuses: number[] = [];
    for (let at = 0; at < 14; at++) {
      const headers = { "x-forwarded-for": `2001:db8:0:1::${at.toString(16)}` };
      statuses.push(
        (await post(url, "sign-in", { name: `nobody ${at}`, password: "wrong wrong wrong" }, headers)).status,
      );
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429]);
  });

  it("answers a name that is none as slowly as one that is", async () => {
    const { url } = await start();
    await userWith(url, "Ada", "VIEWER");
    const took = async (user: string) => {
      const began = performance.now();
      expect((await post(url, "sign-in", { name: user, password: "wrong wrong wrong" })).status).toBe(401);
      return performance.now() - began;
    };
    await took("warm");
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let at = 0; at < 4; at++) {
      known.push(await took("Ada"));
      unknown.push(await took(`nobody ${at}`));
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });
});

describe("the link of the first start", () => {
  it("makes one owner, also when it is opened twice at the same time, and nobody afterwards", async () => {
    const app = await start({ OWNER_TOKEN: "" });
    const link = (app.ownerLink as string).split("#")[1];
    const open = (user: string) => post(app.url, "setup", { link, name: user, password: PASSWORD });
    const both = await Promise.all([open("Ada"), open("Eve")]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect((await open("Mallory")).status).toBe(403);
    const { cookie } = both.find(({ status }) => status === 201) as { cookie: string };
    expect((await ask(app.url, { cookie }, "{ users { role } }")).data.users).toEqual([{ role: "ADMIN" }]);
  });
});
