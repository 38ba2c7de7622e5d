import { connect as connectTcp } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { data } from "../support/client.ts";
import { useSharedApp } from "./support.ts";

const app = useSharedApp();
const JSON_TYPE = { "content-type": "application/json" };
const OVERVIEW = JSON.stringify({ query: "{ overview { activeTasks } }" });

interface Sent {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** Sends a request and insists that its answer is JSON without a stack or a path of the machine. */
async function send({ path = "/graphql", method = "POST", headers = JSON_TYPE, body }: Sent) {
  const response = await fetch(app().url + path, {
    method,
    headers,
    body: body ?? null,
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(text).not.toMatch(/node_modules|\.ts\b|at .*\(|\/work\/|<html/i);
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const refusal = async (sent: Sent) => {
  const { status, body } = await send(sent);
  return { status, code: body.errors[0].extensions.code, message: body.errors[0].message as string };
};
const post = (body: string) => refusal({ body });
const broken = (fragment: RegExp, status = 400) => ({
  status,
  code: "BAD_REQUEST",
  message: expect.stringMatching(fragment),
});

/** Sends bytes as they are and gives all that comes back. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(app().url);
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host: hostname, port: Number(port) }, () => socket.end(text));
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}

describe("a body that is no operation", () => {
  it.each([
    ["malformed JSON", '{"query":', /not valid JSON.*Example/],
    ["no object", '"{ eventCursor }"', /not valid JSON.*Example/],
    ["nothing", "", /body/i],
    ["an empty object", "{}", /body|query/i],
    ["a query that is no text", '{"query":1}', /must be strings/],
    ["an empty query", '{"query":""}', /query/],
    ["a query of white space and a comment", '{"query":" # nothing "}', /Syntax Error/],
    ["broken GraphQL", '{"query":"{ overview { "}', /Syntax Error/],
    ["an unknown field", '{"query":"{ overwiew { activeTasks } }"}', /overwiew.*Did you mean "overview"/],
    ["an unknown argument", '{"query":"{ tasks(limit: 3) { totalCount } }"}', /limit/],
    ["a field without its fields", '{"query":"{ overview }"}', /selection of subfields/],
    ["variables as text", '{"query":"{ eventCursor }","variables":"{}"}', /variables/],
    ["variables as a list", '{"query":"{ eventCursor }","variables":[]}', /variables/],
    ["an unknown operation name", '{"query":"{ eventCursor }","operationName":"other"}', /other/],
    ["an operation name that is no text", '{"query":"{ eventCursor }","operationName":7}', /operationName/],
    ["extensions that are no object", '{"query":"{ eventCursor }","extensions":7}', /extensions/],
    [
      "several operations and no name",
      '{"query":"query a { eventCursor } query b { eventCursor }"}',
      /operationName|operation name/,
    ],
    ["an anonymous operation beside others", '{"query":"{ eventCursor } query b { eventCursor }"}', /anonymous/],
    ["an operation hidden in a prototype", '{"__proto__":{"query":"{ eventCursor }"}}', /query/],
    ["fields of every object", '{"query":"{ constructor }"}', /Cannot query field "constructor"/],
    [
      "a fragment that spreads itself",
      '{"query":"{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"}',
      /within itself/,
    ],
    ["a list of operations", `[${OVERVIEW}]`, /batching/],
  ])("is refused: %s", async (_, body, message) => {
    expect(await post(body)).toEqual(broken(message));
  });

  it.each([
    ["a number beyond 32 bits", 3_000_000_000, /3000000000.*32-bit/],
    ["a fraction for a whole number", 1.5, /1\.5.*non-integer/],
    ["a text for a number", "7", /"7".*non-integer/],
    ["a list for a number", [7], /non-integer/],
  ])("is refused: %s", async (_, first, message) => {
    expect(
      await post(
        JSON.stringify({ query: "query ($first: Int) { tasks(first: $first) { totalCount } }", variables: { first } }),
      ),
    ).toEqual(broken(message));
  });

  it("is refused in a short answer, however long the wrong value is", async () => {
    const { message } = await post(
      JSON.stringify({
        query: "query ($n: Int) { tasks(first: $n) { totalCount } }",
        variables: { n: "x".repeat(500_000) },
      }),
    );
    expect(message.length).toBeLessThan(1_000);
  });

  it("is told to use the WebSocket when it subscribes", async () => {
    expect(await post('{"query":"subscription { taskEvents { cursor } }"}')).toMatchObject({
      status: 400,
      code: "BAD_REQUEST",
      message: expect.stringMatching(/WebSocket/i),
    });
  });
});

describe("a request that is no GraphQL request", () => {
  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
    "is refused as a page's form could send it: %j",
    async (type) => {
      const { status, code } = await refusal({ headers: { "content-type": type }, body: OVERVIEW });
      expect([status, code]).toEqual([400, "BAD_REQUEST"]);
    },
  );

  it("is refused with its length when it is too long, before it is read whole", async () => {
    expect(await post(JSON.stringify({ query: `{ eventCursor } #${"x".repeat(1_048_576)}` }))).toEqual({
      status: 413,
      code: "PAYLOAD_TOO_LARGE",
      message: expect.stringContaining("1048576"),
    });
    const bomb = gzipSync(Buffer.alloc(5_000_000, " "));
    expect(
      await refusal({ headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: new Uint8Array(bomb) }),
    ).toMatchObject({ status: 413 });
  });

  it("is refused in an unknown encoding or character set", async () => {
    expect(await refusal({ headers: { "content-type": "application/json; charset=latin1" }, body: OVERVIEW })).toEqual(
      broken(/charset/, 415),
    );
    expect(await refusal({ headers: { ...JSON_TYPE, "content-encoding": "rot13" }, body: OVERVIEW })).toEqual(
      broken(/encoding/, 415),
    );
    expect(await refusal({ headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: OVERVIEW })).toEqual(
      broken(/cannot be read/),
    );
  });

  it("is refused by GET when it would change something or is forged by a page", async () => {
    const change = encodeURIComponent('mutation { pauseTask(input: { id: "x" }) { userErrors { code } } }');
    expect(await refusal({ method: "GET", path: `/graphql?query=${change}` })).toEqual(
      broken(/only support query/, 405),
    );
    expect(await refusal({ method: "GET", path: "/graphql?query=%7BeventCursor%7D", headers: {} })).toEqual(
      broken(/CSRF|Cross-Site/i),
    );
    expect(await refusal({ method: "GET", path: "/graphql?query=%7BeventCursor%7D&variables=%7B" })).toEqual(
      broken(/variables/),
    );
    const { status, body } = await send({ method: "GET", path: "/graphql?query=%7BeventCursor%7D" });
    expect([status, Object.keys(body.data)]).toEqual([200, ["eventCursor"]]);
  });

  it.each(["PUT", "PATCH", "DELETE"])("is refused by %s with the methods that are allowed", async (method) => {
    const { status, headers, body } = await send({ method, body: OVERVIEW });
    expect([status, body.errors[0].extensions.code]).toEqual([405, "BAD_REQUEST"]);
    expect(headers.get("allow")).toBe("GET, POST");
  });

  it.each([
    ["GET", "/nope"],
    ["POST", "/nope"],
    ["POST", "/schema.graphql"],
    ["GET", "/assets/nope.js"],
    ["GET", "/assets/%2e%2e%2f%2e%2e%2fpackage.json"],
    ["POST", "/graphql/other"],
  ])("gets 404 at an unknown place: %s %s", async (method, path) => {
    const { status, code } = await refusal({
      method,
      path,
      headers: { ...JSON_TYPE, accept: "application/json" },
      ...(method === "POST" ? { body: OVERVIEW } : {}),
    });
    expect([status, code]).toEqual([404, "NOT_FOUND"]);
  });

  it("gets JSON for a path that cannot be decoded", async () => {
    expect(await refusal({ method: "GET", path: "/%E0%A4%A", headers: { accept: "text/html" } })).toEqual(
      broken(/%E0%A4%A/),
    );
    expect((await refusal({ method: "GET", path: "/assets/%00", headers: {} })).status).toBeLessThan(500);
  });

  it("gets JSON even when it is no HTTP, is cut off or has endless headers", async () => {
    const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    for (const [bytes, status] of [
      ["GARBAGE\r\n\r\n", 400],
      [`${head}Content-Length: 100\r\n\r\n{"query"`, 400],
      [`${head}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`, 400],
      [`GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ] as const) {
      const answer = await raw(bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n"))).errors[0].extensions.code).toBe("BAD_REQUEST");
    }
    await data(app().url, "{ eventCursor }");
  });
});

describe("a browser", () => {
  const page = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

  it("is led from the API to the playground", async () => {
    const response = await fetch(`${app().url}/graphql`, { headers: page, redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([302, "/playground"]);
  });

  it.each(["evil.example", "127.0.0.1.evil.example:4000", "localhost.evil.example", "[::2]", "0.0.0.0:4000"])(
    "is refused when it thinks this is %s (DNS rebinding)",
    async (host) => {
      const answer = await raw(
        `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${OVERVIEW.length}\r\n\r\n${OVERVIEW}`,
      );
      expect(answer).toMatch(/^HTTP\/1.1 403 .*application\/json.*"code":"FORBIDDEN"/s);
    },
  );

  it.each(["https://evil.example", "null", "http://127.0.0.1:1", "file://", "http://localhost.evil.example"])(
    "is refused when a page of %s sends it",
    async (origin) => {
      expect(await refusal({ headers: { ...JSON_TYPE, origin }, body: OVERVIEW })).toMatchObject({
        status: 403,
        code: "FORBIDDEN",
      });
    },
  );

  it("is served when the page is our own", async () => {
    expect((await send({ headers: { ...JSON_TYPE, origin: app().url }, body: OVERVIEW })).status).toBe(200);
  });

  it("is never told that other origins may read answers", async () => {
    const { headers } = await send({ headers: { ...JSON_TYPE, origin: app().url }, body: OVERVIEW });
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    const asked = await fetch(`${app().url}/graphql`, {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect([asked.status, [...asked.headers.keys()].filter((name) => name.startsWith("access-control"))]).toEqual([
      403,
      [],
    ]);
  });
});

describe("health and headers", () => {
  it("says that it is alive and ready", async () => {
    expect((await send({ method: "GET", path: "/healthz" })).body).toEqual({ status: "ok" });
    expect((await send({ method: "GET", path: "/readyz" })).body).toEqual({ status: "ready" });
    expect((await fetch(`${app().url}/healthz`, { method: "HEAD" })).status).toBe(200);
  });

  it("is asked for the methods of a place without a body", async () => {
    const response = await fetch(`${app().url}/graphql`, { method: "OPTIONS" });
    expect([response.status, response.headers.get("allow")]).toEqual([204, expect.stringContaining("POST")]);
  });

  it.each(["/graphql", "/healthz", "/nope"])(
    "does not name its software and forbids frames, sniffing and foreign scripts at %s",
    async (path) => {
      const { headers } = await send({ method: "GET", path });
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
    },
  );

  it("answers in the media type of GraphQL over HTTP when asked for it", async () => {
    const { headers } = await send({
      headers: { ...JSON_TYPE, accept: "application/graphql-response+json" },
      body: OVERVIEW,
    });
    expect(headers.get("content-type")).toBe("application/graphql-response+json; charset=utf-8");
  });
});
