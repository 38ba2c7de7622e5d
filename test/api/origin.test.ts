import { describe, expect, it } from "vitest";
import { refuseForeign } from "../../server/gateway/origin.ts";

const ask = (headers: Record<string, string>, publicUrl: string | null = null, loopbackOnly = true) =>
  refuseForeign({ headers }, loopbackOnly, publicUrl);

describe("who may use the server from a browser", () => {
  it("is its own pages, under a loopback name, and programs", () => {
    expect(ask({ host: "127.0.0.1:4000" })).toBeUndefined();
    expect(ask({ host: "localhost:4000", origin: "http://localhost:4000" })).toBeUndefined();
    expect(ask({ host: "[::1]:4000", origin: "http://[::1]:4000" })).toBeUndefined();
  });

  it("is no page under another name, and none that a foreign name has been bent to", () => {
    expect(ask({ host: "127.0.0.1:4000", origin: "https://evil.example" })).toMatch(/refused/);
    expect(ask({ host: "127.0.0.1:4000", origin: "null" })).toMatch(/refused/);
    expect(ask({ host: "evil.example", origin: "http://evil.example" })).toMatch(/loopback/);
    expect(ask({})).toMatch(/loopback/);
  });

  it("is a proxy's page when the operator has named the proxy, whether it keeps the Host or not", () => {
    const proxy = "https://cron.example.com";
    expect(ask({ host: "cron.example.com", origin: proxy }, proxy)).toBeUndefined();
    expect(ask({ host: "127.0.0.1:4000", origin: proxy }, proxy)).toBeUndefined();
    expect(ask({ host: "127.0.0.1:4000", origin: "https://evil.example" }, proxy)).toMatch(/refused/);
    expect(ask({ host: "evil.example", origin: proxy }, proxy)).toMatch(/PUBLIC_URL/);
  });
});
