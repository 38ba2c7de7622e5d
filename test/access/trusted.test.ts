// Where only trusted documents are carried out, nothing else is, whatever way it comes by; and everywhere an operation may be asked for by
// its name. The manifest is the dashboard's own, as the build has made it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { DASHBOARD_MANIFEST } from "../../server/gateway/trusted.ts";
import { codeOf, TRANSPORTS } from "../attacks/transports.ts";
import { temporaryFolder } from "../support/app.ts";
import { headersOf, OWNER, post, useSignIn } from "./support.ts";

const start = useSignIn();
const folder = await temporaryFolder();
const owner = { token: OWNER };
const DASHBOARD = JSON.parse(readFileSync(DASHBOARD_MANIFEST, "utf8")) as Record<string, string>;
const named = (name: string) => {
  const found = Object.entries(DASHBOARD).find(([, text]) => text.includes(` ${name}`));
  if (!found) throw new Error(`The dashboard has no ${name}`);
  return { documentId: found[0], query: found[1] };
};
const QUEUES = named("QueueList");
const MINE = "query Mine { viewer { name } }";
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const cookieOf = async (url: string) => ({ cookie: (await post(url, "sign-in", { token: OWNER })).cookie as string });

let serial = 0;
function manifest(content: unknown): string {
  const file = join(folder, `manifest-${++serial}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** Everything that is in no manifest, in any disguise. */
const STRANGE: readonly object[] = [
  { query: MINE },
  { query: getIntrospectionQuery() },
  { query: `${QUEUES.query} ` },
  { query: MINE, documentId: `sha256:${hashOf(MINE)}` },
  { query: MINE, documentId: `sha256:${"0".repeat(64)}` },
  { query: MINE, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(MINE) } } },
  { query: `${QUEUES.query}\nquery Other { viewer { name } }`, operationName: "Other" },
];

describe.each(TRANSPORTS)("over %s", (name, carry) => {
  it("nothing is carried out in the mode `only` but what a manifest has", async () => {
    const { url } = await start({ TRUSTED_DOCUMENTS: "only", TRUSTED_DOCUMENTS_FILE: "" });
    for (const params of STRANGE) {
      const outcome = await carry(url, owner, params);
      expect([params, codeOf(outcome)]).toEqual([params, "FORBIDDEN"]);
      expect(outcome.errors?.[0]?.message).toMatch(
        /trusted documents.*TRUSTED_DOCUMENTS=only.*sha256:[0-9a-f]{64} is in no manifest/,
      );
      expect(outcome.data ?? null).toBeNull();
      if (name !== "WebSocket") expect(outcome.status).toBe(403);
    }
    const unknown = await carry(url, owner, { documentId: `sha256:${hashOf(MINE)}` });
    expect([codeOf(unknown), name === "WebSocket" ? 404 : unknown.status]).toEqual(["NOT_FOUND", 404]);
    for (const params of [
      { documentId: QUEUES.documentId },
      { documentId: QUEUES.documentId.slice(7) },
      { query: QUEUES.query },
      { extensions: { persistedQuery: { version: 1, sha256Hash: QUEUES.documentId.slice(7) } } },
    ])
      expect(Object.keys((await carry(url, owner, params)).data)).toContain("queues");
  });

  it("browsers are held to them in the mode `sessions`, and programs with a token are not", async () => {
    const { url } = await start({ TRUSTED_DOCUMENTS: "sessions" });
    const session = await cookieOf(url);
    expect(codeOf(await carry(url, session, { query: MINE }))).toBe("FORBIDDEN");
    expect((await carry(url, session, { documentId: QUEUES.documentId })).data.queues).toBeDefined();
    expect((await carry(url, owner, { query: MINE })).data.viewer.name).toBe("owner");
  });

  it("the operator's own manifests count as well, in each of their forms", async () => {
    const files = [
      manifest({ [`sha256:${hashOf(MINE)}`]: MINE }),
      manifest({
        format: "apollo-persisted-query-manifest",
        version: 1,
        operations: [{ id: "two", name: "Two", type: "query", body: "query Two { viewer { rights } }" }],
      }),
    ];
    const { url } = await start({ TRUSTED_DOCUMENTS: "only", TRUSTED_DOCUMENTS_FILE: files.join(", ") });
    expect((await carry(url, owner, { documentId: `sha256:${hashOf(MINE)}` })).data.viewer.name).toBe("owner");
    expect((await carry(url, owner, { documentId: "two" })).data.viewer.rights).toContain("READ");
    // What is trusted has no more rights than its caller.
    expect(codeOf(await carry(url, owner, { query: "{ viewer { kind } }" }))).toBe("FORBIDDEN");
  });

  it("an operation may be asked for by its name where any is carried out, and an unknown name goes by its text", async () => {
    const { url } = await start();
    expect((await carry(url, owner, { documentId: QUEUES.documentId })).data.queues).toBeDefined();
    expect(codeOf(await carry(url, owner, { documentId: "sha256:0" }))).toBe("NOT_FOUND");
    expect((await carry(url, owner, { documentId: "sha256:0", query: MINE })).data.viewer.name).toBe("owner");
    expect(codeOf(await carry(url, owner, { documentId: 7, query: MINE }))).toBe("BAD_REQUEST");
  });
});

describe("GET", () => {
  const get = async (url: string, query: string) => {
    const headers = { "content-type": "application/json", connection: "close", ...headersOf(owner) };
    const response = await fetch(`${url}/graphql?${query}`, { headers });
    return {
      status: response.status,
      ...((await response.json()) as { data?: object; errors?: { extensions: { code: string } }[] }),
    };
  };

  it("goes by the same manifests, and nothing is slipped past them by saying it twice", async () => {
    const { url } = await start({ TRUSTED_DOCUMENTS: "only" });
    const mine = `query=${encodeURIComponent(MINE)}`;
    const trusted = `query=${encodeURIComponent(QUEUES.query)}`;
    expect(await get(url, `documentId=${QUEUES.documentId}`)).toMatchObject({ status: 200, data: { queues: {} } });
    for (const query of [mine, `${mine}&${trusted}`, `${mine}&documentId=sha256:0`])
      expect(await get(url, query)).toMatchObject({ status: 403, errors: [{ extensions: { code: "FORBIDDEN" } }] });
    for (const query of [`${trusted}&${mine}`, `documentId=${QUEUES.documentId}&${mine}`])
      expect(Object.keys((await get(url, query)).data ?? {})).toEqual(["queues"]);
    const update = named("PauseTask");
    expect(await get(url, `documentId=${update.documentId}`)).toMatchObject({ status: 405 });
  });
});

describe("a start", () => {
  it.each([
    ["no file", "/no/such/manifest.json", /TRUSTED_DOCUMENTS_FILE="\/no\/such\/manifest.json": ENOENT/],
    ["no JSON", manifest("{"), /JSON/],
    ["another form", manifest([{ query: MINE }]), /or an Apollo manifest is expected/],
    [
      "a wrong hash",
      manifest({ [`sha256:${hashOf("other")}`]: MINE }),
      /is not the SHA-256 of its text, which is sha256:/,
    ],
  ])("is refused by a manifest that is %s", async (_, file, message) => {
    await expect(start({ TRUSTED_DOCUMENTS: "only", TRUSTED_DOCUMENTS_FILE: file })).rejects.toThrow(message);
  });

  it("goes on with a document that the schema no longer has, which is answered by what is wrong with it", async () => {
    const gone = "query Gone { nothing { id } }";
    const { url } = await start({ TRUSTED_DOCUMENTS: "only", TRUSTED_DOCUMENTS_FILE: manifest({ gone }) });
    const [, carry] = TRANSPORTS[0] as (typeof TRANSPORTS)[number];
    expect(await carry(url, owner, { documentId: "gone" })).toMatchObject({
      errors: [{ message: expect.stringContaining('Cannot query field "nothing"') }],
    });
  });
});
