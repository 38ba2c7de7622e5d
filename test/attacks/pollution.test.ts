// Names that mean something to every object of JavaScript: in variables, payloads, headers, ids and the bodies of every endpoint. The server is
// in this process, so what it polluted would show here.
import { afterEach, describe, expect, it } from "vitest";
import { useSharedApp } from "../api/support.ts";
import { data } from "../support/client.ts";
import { type Params, TRANSPORTS } from "./transports.ts";

const app = useSharedApp();
const EVIL = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1}}';
const CREATE =
  "mutation ($i: CreateTaskInput!) { createTask(input: $i) { task { id payload } userErrors { code field message } } }";

afterEach(() => {
  for (const polluted of [{}, [], () => {}, Object.create({}), new Map(), ""])
    expect((polluted as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const asked = (query: string, variables: string): Params =>
  `{"query":${JSON.stringify(query)},"variables":${variables}}`;

describe.each(TRANSPORTS)("over %s", (name, carry) => {
  it.each([
    ["variables", asked("{ eventCursor }", EVIL)],
    ["an input object", asked("query ($f: TaskFilter) { tasks(filter: $f) { totalCount } }", `{"f":${EVIL}}`)],
    ["extensions", `{"query":"{ eventCursor }","extensions":${EVIL}}`],
    ["the parameters", `{"query":"{ eventCursor }",${EVIL.slice(1)}`],
    ["a name of an operation", '{"query":"query __proto__ { eventCursor }","operationName":"__proto__"}'],
    ["a document's name", '{"documentId":"__proto__"}'],
    ["a hash", '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"constructor"}}}'],
    ["an alias", '{"query":"{ __proto__: eventCursor constructor: eventCursor toString: eventCursor }"}'],
    ["a field", '{"query":"{ constructor { prototype } hasOwnProperty }"}'],
    ["a directive", '{"query":"{ eventCursor @constructor @toString }"}'],
    ["a type", '{"query":"query ($a: constructor, $b: toString) { eventCursor } fragment f on __proto__ { a }"}'],
    [
      "an enum's value",
      asked("query ($s: [RunState!]) { runs(filter: { state: $s }) { totalCount } }", '{"s":["constructor"]}'),
    ],
  ])("%s change no object, and are refused or mean nothing", async (_, params) => {
    const { status, errors } = await carry(app().url, {}, params);
    expect(status).not.toBe(500);
    expect(JSON.stringify(errors ?? [])).not.toContain("INTERNAL");
  });

  it("a payload's keys are refused by name, at any depth", async () => {
    for (const payload of [EVIL, `{"a":[{"b":${EVIL}}]}`, '{"constructor":{"prototype":{"polluted":1}}}']) {
      const i = `{"name":"polluted ${name}","schedule":{"manual":true},"target":{"module":{"name":"echo"}},"payload":${payload}}`;
      const outcome = await carry(app().url, {}, asked(CREATE, `{"i":${i}}`));
      const { task, userErrors } = outcome.data.createTask;
      if (task === null) expect(userErrors[0]).toMatchObject({ code: "INVALID_PAYLOAD_KEY", field: ["payload"] });
      // An own key called constructor is only a key.
      else expect(Object.keys(task.payload)).toEqual(["constructor"]);
    }
  });

  it("names, headers and queues called like that are refused or are texts like others", async () => {
    for (const evil of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
      const input = {
        name: `${evil} ${name}`,
        schedule: { manual: true },
        target: { http: { url: "http://127.0.0.1:9/", headers: [{ name: evil, value: "1" }] } },
        queue: evil,
        concurrencyKey: evil,
      };
      const { data: answer, errors } = await carry(app().url, {}, { query: CREATE, variables: { i: input } });
      expect(JSON.stringify(errors ?? [])).not.toContain("INTERNAL");
      expect(answer?.createTask === undefined || Array.isArray(answer.createTask.userErrors)).toBe(true);
    }
  });
});

describe("other endpoints", () => {
  it.each([
    ["/auth/sign-in", `{"name":"a","password":"b",${EVIL.slice(1)}`],
    ["/auth/sign-in", EVIL],
    ["/auth/setup", `{"link":"a","name":"__proto__","password":"constructor",${EVIL.slice(1)}`],
    ["/auth/sign-out", EVIL],
    ["/graphql/stream", EVIL],
  ])("%s takes nothing from it: %s", async (path, body) => {
    const response = await fetch(app().url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        connection: "close",
        accept: "text/event-stream, application/json",
      },
      body,
    });
    await response.text();
    expect(response.status).toBeLessThan(500);
  });

  it("addresses with such parameters are as good as any other wrong one", async () => {
    for (const path of [
      "/events?__proto__[polluted]=1",
      "/events?constructor=1",
      "/graphql?__proto__[query]=1&query[polluted]=1",
    ]) {
      const response = await fetch(app().url + path, {
        headers: { "content-type": "application/json", connection: "close" },
      });
      await response.text();
      expect([path, response.status]).toEqual([path, 400]);
    }
    await data(app().url, "{ eventCursor }");
  });
});
