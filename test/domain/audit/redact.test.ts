// No credential is written down for a year; and what was left out is found again when a task is set back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact, restored } from "../../../server/domain/audit/redact.ts";
import type { Json } from "../../../server/domain/types.ts";

const MARKER = "marker-5f2c";

describe("what is kept", () => {
  it.each<[string, Json]>([
    ["a header", { headers: [{ name: "Authorization", value: `Bearer ${MARKER}` }] }],
    ["a header of one's own", { headers: [{ name: "X-Api-Key", value: MARKER }] }],
    ["a cookie", { headers: [{ name: "cookie", value: `session=${MARKER}` }] }],
    ["a variable", { env: [{ name: "DB_PASSWORD", value: MARKER }] }],
    ["a payload's field", { payload: { db: { password: MARKER } } }],
    ["a number", { payload: { password: 5_021_977 } }],
    ["camel case", { payload: { clientSecret: MARKER, accessToken: MARKER, apiKey: MARKER } }],
    ["all that lies below", { payload: { credentials: { user: "ada", key: [MARKER] } } }],
    ["an address", { url: `https://ada:${MARKER}@example.com/x` }],
    ["an address that names a secret too", { url: `https://{{ secrets.USER }}:${MARKER}@example.com/x` }],
    ["a query", { url: `https://example.com/x?a=1&token=${MARKER}&b=2` }],
    ["JSON in a text", { body: `{"user":"ada","password":"${MARKER}"}` }],
    ["a secret's name with more beside it", { payload: { token: `{{ secrets.A }}-${MARKER}-and-much-more` } }],
  ])("has no credential of %s", (_, value) => {
    const text = JSON.stringify(redact(value));
    expect(text).not.toContain(MARKER);
    expect(text).not.toContain("5021977");
    expect(text).toContain("***");
  });

  it.each<[string, Json]>([
    [
      "names of secrets",
      {
        headers: [{ name: "Authorization", value: "Bearer {{ secrets.TOKEN }}" }],
        http: { url: "https://example.com", method: "GET", signingSecret: "KEY" },
      },
    ],
    ["other headers", { headers: [{ name: "Content-Type", value: "application/json" }] }],
    ["numbers of tokens", { payload: { max_tokens: 1_000, author: "ada", passenger: "x", tokenizer: "y" } }],
    ["addresses", { url: "https://example.com/reset?page=2&token={{ secrets.T }}" }],
    ["a user and a password that are secrets", { url: "https://{{ secrets.A }}:{{ secrets.B }}@example.com/" }],
    ["templates of others", { body: '{"a": {{ .Values.x }} }' }],
  ])("has %s as they are", (_, value) => {
    expect(redact(value)).toEqual(value);
  });

  it("is found again in the present definition, wherever it lies", () => {
    const present: Json = {
      url: `https://ada:${MARKER}@example.com/new`,
      headers: [
        { name: "X-New", value: "1" },
        { name: "Authorization", value: `Bearer ${MARKER}` },
      ],
      payload: { password: MARKER, list: [1, { apiKey: MARKER }] },
    };
    const kept = redact({
      headers: [{ name: "Authorization", value: "Bearer old" }],
      payload: { password: "old", list: [0, { apiKey: "old" }], more: true },
    });
    expect(restored(kept, present)).toEqual({
      headers: [{ name: "Authorization", value: `Bearer ${MARKER}` }],
      payload: { password: MARKER, list: [0, { apiKey: MARKER }], more: true },
    });
    expect(restored(kept, { headers: [], payload: {} })).toBeUndefined();
    expect(restored(kept, undefined)).toBeUndefined();
    expect(restored(redact({ url: "https://ada:old@example.com/old" }), present)).toBeUndefined();
  });

  it("comes back whole from itself, whatever it holds", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json = JSON.parse(JSON.stringify({ a: value, password: value, token: "x" })) as Json;
        expect(restored(redact(json), json)).toEqual(json);
      }),
    );
  });
});
