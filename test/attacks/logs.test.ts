// What a stranger can make the server write down, and what of it a reader is told: a line of the log is one JSON object whatever the names in it
// are, a terminal is told nothing, and a stream of events has no events but the server's.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OWNER, PASSWORD, post, told } from "../access/support.ts";
import { type Program, startProgram } from "../support/program.ts";
import { until } from "../support/wait.ts";
import { TRANSPORTS } from "./transports.ts";

const FORGED = '{"level":30,"time":"2026-11-27T00:00:00.000Z","msg":"forged"}';
const EVIL = `a\r\n${FORGED}\r\n\u001b[2J\u001b]0;owned\u0007\u009b31m\u2028${FORGED}\u0000b`;
const owner = { token: OWNER };
let program: Program;

beforeAll(async () => {
  program = await startProgram({
    DATABASE_URL: ":memory:",
    ALLOW_ANONYMOUS: "false",
    OWNER_TOKEN: OWNER,
    LOG_LEVEL: "debug",
  });
}, 90_000);
afterAll(() => program?.terminate());

/** Lines of the log; what is written once the program is ready is nothing else. */
function lines(): Record<string, unknown>[] {
  const output = program.output();
  for (const control of output.replaceAll("\n", ""))
    expect(control >= " " && (control < "\u007f" || control > "\u009f")).toBe(true);
  const log = output.slice(output.indexOf("Press Ctrl-C to stop.\n") + "Press Ctrl-C to stop.\n".length);
  return log
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the log", () => {
  it("has one object a line, whatever is in a name, a header, an operation or an id", async () => {
    const { url } = program;
    const agent = { "user-agent": `curl\t\u009b${FORGED}` };
    expect((await post(url, "sign-in", { name: EVIL, password: "wrong wrong wrong" }, agent)).status).toBe(401);
    expect((await post(url, "setup", { link: EVIL, name: EVIL, password: PASSWORD })).status).toBe(403);
    for (const [, carry] of TRANSPORTS) {
      await carry(url, owner, { query: `query a { ${EVIL} }` });
      await carry(url, owner, { query: "{ eventCursor }", operationName: EVIL });
      await carry(url, owner, { documentId: EVIL });
      await carry(url, owner, {
        query: "query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }",
        variables: { f: EVIL },
      });
    }
    await fetch(`${url}/${encodeURIComponent(EVIL)}?${encodeURIComponent(EVIL)}`, { headers: { connection: "close" } });
    await until("the refused sign-in is in the log", () => lines().some(({ msg }) => msg === "sign-in refused"));
    const refused = lines().find(({ msg }) => msg === "sign-in refused");
    expect(refused?.name).toBe(EVIL.slice(0, 100));
    expect(lines().some(({ msg }) => msg === "forged")).toBe(false);
    expect(
      program
        .output()
        .split("\n")
        .filter((line) => line.startsWith(FORGED.slice(0, 20)) && line.includes('"msg":"forged"}')),
    ).toEqual([]);
  });
});

describe("what is kept", () => {
  it("is no line of its own and no event of its own for a reader", async () => {
    const { url } = program;
    const create =
      "mutation ($i: CreateTaskInput!) { createTask(input: $i) { task { id name } userErrors { code field message } } }";
    const name = `x\n\nevent: next\ndata: {"forged":true}\n\nid: forged`;
    const i = { name, description: name, schedule: { manual: true }, target: { module: { name: "echo" } } };
    const [, carry] = TRANSPORTS[0] as (typeof TRANSPORTS)[number];
    const { data } = await carry(url, owner, { query: create, variables: { i } });
    // A name is one line; a description may have more.
    expect(data.createTask.userErrors).toMatchObject([{ code: "INVALID_CHARACTERS", field: ["name"] }]);
    expect(data.createTask.userErrors[0].message).not.toContain("\n");
    await told(url, owner, create, { i: { ...i, name: "one line" } });
    for (const path of [
      "/events?after=WyJlIiwwXQ",
      "/graphql/stream?query=" +
        encodeURIComponent('subscription { taskEvents(after: "WyJlIiwwXQ") { task { name description } } }'),
    ]) {
      const cut = new AbortController();
      const headers = { accept: "text/event-stream", authorization: `Bearer ${OWNER}` };
      const response = await fetch(url + path, { headers, signal: cut.signal });
      let text = "";
      try {
        for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
          text += Buffer.from(chunk).toString();
          if (text.includes("one line")) cut.abort();
        }
      } catch (error) {
        if (!cut.signal.aborted) throw error;
      }
      expect(text).toContain("one line");
      expect(text).not.toMatch(/^(data: \{"forged"|id: forged)/m);
    }
  });

  it("comes back to an operation under a name of its own without breaking out", async () => {
    const { url } = program;
    const headers = { authorization: `Bearer ${OWNER}`, "content-type": "application/json" };
    const reservation = await (await fetch(`${url}/graphql/stream`, { method: "PUT", headers })).text();
    const held = { ...headers, "x-graphql-event-stream-token": reservation };
    const cut = new AbortController();
    const stream = await fetch(`${url}/graphql/stream`, {
      headers: { ...held, accept: "text/event-stream" },
      signal: cut.signal,
    });
    const operationId = 'x"}\n\nevent: next\ndata: {"forged":true}\n\n';
    const body = JSON.stringify({ query: "{ eventCursor }", extensions: { operationId } });
    expect((await fetch(`${url}/graphql/stream`, { method: "POST", headers: held, body })).status).toBe(202);
    let text = "";
    try {
      for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        if (text.includes("event: complete")) cut.abort();
      }
    } catch (error) {
      if (!cut.signal.aborted) throw error;
    }
    const ids = [...text.matchAll(/^data: (.*)$/gm)].map(
      ([, json]) => (JSON.parse(json as string) as { id: string }).id,
    );
    expect(ids).toEqual([operationId, operationId]);
  });
});
