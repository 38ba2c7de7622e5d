// What stands before every operation is the same over HTTP, WebSocket and server-sent events: rates, what may be under way, who may ask for
// the schema, and whether errors name what comes near.
import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../server/access/network.ts";
import { ANYBODY, type Viewer } from "../../server/domain/access.ts";
import { createRates } from "../../server/gateway/rates.ts";
import { codeOf, type Outcome, TRANSPORTS } from "../attacks/transports.ts";
import { headersOf, OWNER, PASSWORD, tokenWith, userWith, useSignIn } from "./support.ts";

const start = useSignIn();
const owner = { token: OWNER };
const VIEWER = { query: "{ viewer { name } }" };

describe.each(TRANSPORTS)("over %s", (name, carry) => {
  it("a caller who asks too often is told when to come again, and nobody else is held up", async () => {
    const { url } = await start({ CALLER_RATE: "6" });
    const token = await tokenWith(url, ["READ"]);
    const outcomes: Outcome[] = [];
    for (let i = 0; i < 8; i++) outcomes.push(await carry(url, { token }, VIEWER));
    expect(outcomes.slice(0, 6).map(codeOf)).toEqual(Array.from({ length: 6 }));
    const last = outcomes.at(-1) as Outcome;
    expect(codeOf(last)).toBe("RATE_LIMITED");
    expect(last.errors?.[0]?.extensions.retryAfter).toMatch(/^([1-9]|10)$/);
    if (name !== "WebSocket")
      expect([last.status, last.retryAfter]).toEqual([429, last.errors?.[0]?.extensions.retryAfter]);
    expect(codeOf(await carry(url, owner, VIEWER))).toBeUndefined();
  });

  it("all who come from one address have a rate as well", async () => {
    const { url } = await start({ ADDRESS_RATE: "8", CALLER_RATE: "none" });
    const [a, b] = [await tokenWith(url, ["READ"]), await tokenWith(url, ["READ", "WORK"])];
    const codes: unknown[] = [];
    for (let i = 0; i < 8; i++) codes.push(codeOf(await carry(url, { token: i % 2 === 0 ? a : b }, VIEWER)));
    expect(codes.slice(0, 6)).toEqual(Array.from({ length: 6 }));
    expect(codes.at(-1)).toBe("RATE_LIMITED");
  });

  it("one more operation than may be under way is refused at once, and let in when there is room", async () => {
    const { url } = await start({ CALLER_CONCURRENCY: "1" });
    // Long: a password is hashed.
    const create = (user: string) => ({
      query: `mutation { createUser(input: { name: "${user}", role: VIEWER, password: "${PASSWORD}" }) { user { id } } }`,
    });
    const outcomes = await Promise.all(["a", "b", "c", "d"].map((user) => carry(url, owner, create(user))));
    const codes = outcomes.map(codeOf);
    expect(codes).toContain("RATE_LIMITED");
    expect(codes).toContain(undefined);
    expect(codeOf(await carry(url, owner, create("later")))).toBeUndefined();
  });

  it("the schema is told to those whom the setting names", async () => {
    const schema = { query: getIntrospectionQuery() };
    const hidden = { query: '{ viewer { name } ...F } fragment F on Query { t: __type(name: "Task") { name } }' };
    const { url } = await start({ INTROSPECTION: "EDIT" });
    const [viewer, editor] = [await userWith(url, "Vera", "VIEWER"), await userWith(url, "Ed", "EDITOR")];
    for (const params of [schema, hidden]) {
      const refused = await carry(url, viewer, params);
      expect(codeOf(refused)).toBe("FORBIDDEN");
      expect(refused.errors?.[0]?.message).toMatch(/whoever has the right EDIT.*INTROSPECTION/);
      expect(refused.data ?? null).toBeNull();
      expect(codeOf(await carry(url, editor, params))).toBeUndefined();
    }
    expect(codeOf(await carry(url, viewer, { query: "{ __typename viewer { __typename name } }" }))).toBeUndefined();
    const text = async (cookie: string) => {
      const response = await fetch(`${url}/schema.graphql`, {
        headers: { connection: "close", ...headersOf({ cookie }) },
      });
      await response.text();
      return response.status;
    };
    expect([await text(viewer.cookie), await text(editor.cookie)]).toEqual([403, 200]);
    const closed = await start({ INTROSPECTION: "none" });
    expect(codeOf(await carry(closed.url, owner, schema))).toBe("FORBIDDEN");
  });

  it("errors name what comes near only where that is wanted", async () => {
    const wrong = [
      { query: "{ overwiew { activeTasks } }" },
      { query: "{ tasks(frist: 1) { totalCount } }" },
      { query: "query ($s: [RunState!]) { runs(filter: { state: $s }) { totalCount } }", variables: { s: ["FAILD"] } },
      { query: "{ runs(filter: { state: [FAILD] }) { totalCount } }" },
      { query: `{ runs(filter: { ${"Did you mean ".repeat(10)}: 1 }) { totalCount } }` },
    ];
    const said = async (url: string) =>
      (await Promise.all(wrong.map((params) => carry(url, owner, params)))).map(({ errors }) => JSON.stringify(errors));
    const [told, closed] = [await start(), await start({ INTROSPECTION: "ADMINISTER" })];
    expect((await said(told.url)).filter((text) => /Did you mean .*\?/.test(text)).length).toBeGreaterThanOrEqual(4);
    for (const text of await said(closed.url)) expect(text).not.toMatch(/Did you mean (the|\\")/);
    const forced = await start({ SUGGESTIONS: "false" });
    for (const text of await said(forced.url)) expect(text).not.toMatch(/Did you mean (the|\\")/);
  });
});

describe("rates", () => {
  const by = (id: string): Viewer => ({ ...ANYBODY, kind: "TOKEN", credential: { kind: "TOKEN", id } });

  it("are filled again steadily, up to a minute's worth", () => {
    let now = 0;
    const rates = createRates({ ofCaller: 60, ofAddress: null }, () => now);
    const let_in = (most: number) => {
      for (let count = 0; count < most; count++)
        try {
          rates.take(by("a"), "192.0.2.1");
        } catch {
          return count;
        }
      return most;
    };
    expect(let_in(100)).toBe(60);
    now += 999;
    expect(let_in(10)).toBe(0);
    now += 2;
    expect(let_in(10)).toBe(1);
    now += 3_600_000;
    expect(let_in(100)).toBe(60);
  });

  it("are those of a user whichever session is shown, and of each token by itself", () => {
    const rates = createRates({ ofCaller: 1, ofAddress: null }, () => 0);
    const session = (id: string): Viewer => ({
      ...ANYBODY,
      kind: "USER",
      userId: "ada",
      credential: { kind: "SESSION", id },
    });
    rates.take(session("one"), "192.0.2.1");
    expect(() => rates.take(session("two"), "192.0.2.2")).toThrow(/Too many operations. Ask again in 60 s/);
    rates.take(by("a"), "192.0.2.1");
    rates.take(by("b"), "192.0.2.1");
  });

  it("keep a bounded number of callers in mind: who has not come for so many others is forgotten", () => {
    const rates = createRates({ ofCaller: null, ofAddress: 10 }, () => 0);
    const other = (i: number) => `2001:db8:${(i >> 16).toString(16)}:${(i & 0xffff).toString(16)}::1`;
    const take = () => rates.take(ANYBODY, "192.0.2.1");
    for (let i = 0; i < 10; i++) take();
    for (let i = 0; i < 20_000; i++) rates.take(ANYBODY, other(i));
    expect(take).toThrow(/Too many operations/);
    for (let i = 20_000; i < 80_000; i++) rates.take(ANYBODY, other(i));
    expect(take).not.toThrow();
  });

  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:0DB8:0:12:34:56:78:9a", "2001:db8:0:12::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("take %s for one of %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
