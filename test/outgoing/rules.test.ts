// Which addresses may be reached: pure, for every spelling that a URL takes.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import { describeAllow, readOutgoingAllow } from "../../server/outgoing/allow.ts";
import { createOutgoingRules, type OutgoingRules } from "../../server/outgoing/rules.ts";
import { BY_LIST, NEVER, PUBLIC, RESERVED } from "./spellings.ts";

function rulesOf(text: string): OutgoingRules {
  const problems: string[] = [];
  const allow = readOutgoingAllow(text, false, problems);
  expect(problems).toEqual([]);
  return createOutgoingRules(allow);
}

const none = rulesOf("none");
const most = rulesOf("loopback,private,0.0.0.0/0,::/0");
const hostOf = (host: string) => new URL(`http://${host}/`).hostname;
const judged = (rules: OutgoingRules, host: string) => rules.literalRefusal(hostOf(host));

describe("without a list", () => {
  it.each([...NEVER, ...BY_LIST, ...RESERVED])("%s is refused: %s", (_, host) => {
    expect(judged(none, host)).toMatch(
      / is .*(address|service)\. (Such addresses are never reached|It is reached only if)/,
    );
  });
  it.each(["localhost", "LOCALHOST", "localhost.", "a.localhost"])("%s is refused as loopback", (host) => {
    expect(judged(none, host)).toMatch(
      /leads to 127\.0\.0\.1, which is a loopback address\..*OUTGOING_ALLOW=127\.0\.0\.1\./,
    );
  });
  it.each(PUBLIC)("%s is no matter: %s", (_, host) => expect(judged(none, host)).toBeNull());
});

describe("the operator's list", () => {
  it.each(NEVER)("lets nothing through to %s: %s", (_, host) => {
    expect(judged(most, host)).toMatch(/Such addresses are never reached\.$/);
  });
  it.each(BY_LIST)("lets through to %s by a word: %s", (_, host) => {
    expect(judged(rulesOf("private,loopback"), host)).toBeNull();
  });
  it.each(RESERVED)("lets through to %s by a CIDR only: %s", (_, host) => {
    expect(judged(rulesOf("private,loopback"), host)).toContain("a reserved address");
    expect(judged(most, host)).toBeNull();
  });

  it("tells loopback from private, and one network from the next", () => {
    expect(judged(rulesOf("loopback"), "10.0.0.1")).toContain("10.0.0.1 is a private address");
    expect(judged(rulesOf("private"), "[::1]")).toContain("::1 is a loopback address");
    const one = rulesOf("10.1.0.0/16, fd00:1::/32");
    expect(["10.1.255.255", "[::ffff:10.1.0.1]", "[fd00:1::9]"].map((host) => judged(one, host))).toEqual([
      null,
      null,
      null,
    ]);
    for (const host of ["10.2.0.1", "10.0.255.255", "[fd00:2::1]", "[::ffff:10.2.0.1]"])
      expect(judged(one, host)).toContain("a private address");
  });

  it("lets a host through to wherever its name leads, but never to metadata", () => {
    const rules = rulesOf("NAS.home.arpa.");
    expect(rules.refusal("192.168.1.9", "nas.home.arpa")).toBeNull();
    expect(rules.refusal("127.0.0.1", "NAS.home.arpa.")).toBeNull();
    expect(rules.refusal("192.168.1.9", "other.home.arpa")).toBe(
      "other.home.arpa leads to 192.168.1.9, which is a private address. It is reached only if the operator's setting OUTGOING_ALLOW has it, for example OUTGOING_ALLOW=192.168.1.9.",
    );
    expect(rules.refusal("::ffff:169.254.169.254", "nas.home.arpa")).toBe(
      "nas.home.arpa leads to ::ffff:169.254.169.254, which is 169.254.169.254, an address of a cloud's metadata service. Such addresses are never reached.",
    );
    expect(rules.refusal("fe80::1%eth0", "nas.home.arpa")).toContain("a link-local address");
  });

  it("judges every form that holds an IPv4 address as that address", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), ([a, b, c, d]) => {
        const word = (high: number, low: number) => ((high << 8) | low).toString(16);
        const other = (high: number, low: number) => (((high << 8) | low) ^ 0xffff).toString(16);
        const plain = none.refusal(`${a}.${b}.${c}.${d}`, "x") === null;
        for (const form of [
          `::ffff:${a}.${b}.${c}.${d}`,
          `64:ff9b::${word(a, b)}:${word(c, d)}`,
          `2002:${word(a, b)}:${word(c, d)}::1`,
          `2001:0:808:808::${other(a, b)}:${other(c, d)}`,
        ])
          expect([form, none.refusal(form, "x") === null]).toEqual([form, plain]);
      }),
    );
  });
});

describe("OUTGOING_ALLOW", () => {
  const allowOf = (settings: Record<string, string | undefined>) => readConfig(settings, "/srv").outgoingAllow;

  it("holds loopback and private addresses by default only where nobody else reaches the server", () => {
    const open = { HOST: "0.0.0.0", ALLOW_ANONYMOUS: "true" };
    for (const owner of [{}, { HOST: "::1" }, { HOST: "localhost" }])
      expect(allowOf(owner)).toMatchObject({ words: ["loopback", "private"], byDefault: true });
    for (const shared of [open, { PUBLIC_URL: "https://cron.example.com" }, { ROLES: "executor" }])
      expect(allowOf(shared)).toEqual({ words: [], ranges: [], hosts: [], byDefault: true });
    expect(allowOf({ ...open, OUTGOING_ALLOW: "private" }).words).toEqual(["private"]);
    expect(allowOf({ OUTGOING_ALLOW: "none" })).toEqual({ words: [], ranges: [], hosts: [], byDefault: false });
  });

  it("is described in a line", () => {
    expect(describeAllow(allowOf({}))).toBe(
      "public addresses, loopback addresses, private addresses (since only this machine reaches the server; OUTGOING_ALLOW=none forbids it)",
    );
    expect(describeAllow(allowOf({ OUTGOING_ALLOW: "10.1.2.3, nas" }))).toBe(
      "public addresses, 10.1.2.3/32, nas (OUTGOING_ALLOW)",
    );
    expect(describeAllow(allowOf({ OUTGOING_ALLOW: "none" }))).toBe("public addresses only (OUTGOING_ALLOW)");
  });

  it.each([
    ["10.0.0.0/33", /"10.0.0.0\/33" is no CIDR.*0 to 32/],
    ["fd00::/129", /0 to 128/],
    ["10.0.0.0/8/8", /no CIDR/],
    ["10.0.0.0/x", /no CIDR/],
    ["10.1", /"10\.1" is none of loopback, private/],
    ["0x7f.1", /none of/],
    ["http://nas/", /none of.*Example/],
    ["loopback,,private", /"" is none of/],
    ["none,private", /"none" is none of/],
    ["169.254.169.254", /"169.254.169.254" is never reached/],
    ["169.254.0.0/16", /never reached/],
    ["::ffff:169.254.169.254", /never reached/],
    ["fe80::/10", /never reached/],
  ])("refuses %s", (text, message) => {
    expect(() => allowOf({ OUTGOING_ALLOW: text })).toThrow(message);
  });
});
