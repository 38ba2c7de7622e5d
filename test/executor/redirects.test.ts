// Where a redirect leads is the choice of the server that answers, not of whoever made the task.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { TargetResult } from "../../server/domain/ports.ts";
import type { HttpTarget, Run } from "../../server/domain/types.ts";
import { createHttpRunner } from "../../server/executor/targets/http.ts";
import { readOutgoingAllow } from "../../server/outgoing/allow.ts";
import { createOutgoingRules } from "../../server/outgoing/rules.ts";
import { type Receiver, startReceiver } from "../support/receiver.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";

const runner = createHttpRunner(10, { rules: createOutgoingRules(readOutgoingAllow("loopback", false, [])) });
let first: Receiver;
let second: Receiver;
beforeAll(async () => {
  [first, second] = await Promise.all([startReceiver(), startReceiver()]);
});
afterEach(() => {
  for (const each of [first, second]) {
    each.received.length = 0;
    each.answer = (_, response) => response.end("there");
  }
});
afterAll(() => Promise.all([runner.stop(), first.stop(), second.stop()]));

const KEYS = {
  Authorization: "Bearer secret-1",
  Cookie: "session=secret-2",
  "X-Api-Key": "secret-3",
  "X-Hub-Signature-256": "secret-4",
  "Private-Token": "secret-5",
  Accept: "text/plain",
};

function send(target: Partial<HttpTarget>): Promise<TargetResult> {
  const headers = Object.entries(KEYS).map(([name, value]) => ({ name, value }));
  const whole: HttpTarget = {
    kind: "HTTP",
    url: `${first.url}/start`,
    method: "GET",
    headers,
    body: null,
    expectedStatus: [],
    ...target,
  };
  const run = { id: newId(), attempt: 1, scheduledFor: NOON, fallback: null } as Run;
  const signal = AbortSignal.timeout(20_000);
  const silent = { log: () => {}, alive: () => {}, progress: () => {} };
  const task = aTask({ target: whole });
  return runner.run({ run, task, target: whole, payload: undefined, at: NOON, signal, ...silent });
}

const to =
  (location: string, status = 307): Receiver["answer"] =>
  (_, response) =>
    response.writeHead(status, { location }).end("moved");
const secretsIn = (receiver: Receiver, at = 0) =>
  Object.values(receiver.received[at]?.headers ?? {}).filter((value) => String(value).includes("secret-"));

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])(
    "to another origin takes none of the task's own headers along: %d",
    async (status) => {
      first.answer = to(`${second.url}/end`, status);
      expect(await send({})).toMatchObject({ ok: true });
      expect(secretsIn(first)).toHaveLength(5);
      expect(secretsIn(second)).toEqual([]);
      expect(second.received[0]?.headers).toMatchObject({
        accept: "text/plain",
        "idempotency-key": first.received[0]?.headers["idempotency-key"],
        "x-run-attempt": "1",
        host: new URL(second.url).host,
      });
    },
  );

  it("to the same address under another name is one to another origin", async () => {
    first.answer = ({ path }, response) =>
      path === "/start"
        ? response.writeHead(307, { location: `${first.url.replace("127.0.0.1", "localhost")}/end` }).end()
        : response.end();
    expect(await send({})).toMatchObject({ ok: true });
    expect(secretsIn(first, 1)).toEqual([]);
  });

  it("back from another origin does not bring them back: nobody else chooses what is asked with them", async () => {
    first.answer = ({ path }, response) =>
      path === "/start" ? to(`${second.url}/`)({} as never, response) : response.end("deleted");
    second.answer = to(`${first.url}/delete-everything`);
    expect(await send({})).toMatchObject({ ok: true });
    expect(first.received.map(({ path }) => path)).toEqual(["/start", "/delete-everything"]);
    expect(secretsIn(first, 1)).toEqual([]);
  });

  it("to the same origin goes with everything, relative or whole", async () => {
    first.answer = ({ path }, response) => {
      if (path === "/start") to("/next")({} as never, response);
      else if (path === "/next") to(`${first.url}/end`)({} as never, response);
      else response.end();
    };
    expect(await send({ method: "PUT", body: "a,b" })).toMatchObject({ ok: true });
    expect(first.received.map(({ path, method, body }) => `${method} ${path} ${body}`)).toEqual([
      "PUT /start a,b",
      "PUT /next a,b",
      "PUT /end a,b",
    ]);
    expect(secretsIn(first, 2)).toHaveLength(5);
  });

  it.each([
    ["POST", 301, "GET", ""],
    ["POST", 302, "GET", ""],
    ["POST", 303, "GET", ""],
    ["POST", 307, "POST", "a,b"],
    ["POST", 308, "POST", "a,b"],
    ["PUT", 301, "PUT", "a,b"],
    ["PUT", 303, "GET", ""],
  ] as const)(
    "keeps method and body as browsers do: %s and %d are followed by a %s",
    async (method, status, then, body) => {
      first.answer = ({ path }, response) =>
        path === "/start" ? to("/end", status)({} as never, response) : response.end();
      const headers = [{ name: "Content-Type", value: "text/csv" }];
      expect(await send({ method, body: "a,b", headers })).toMatchObject({ ok: true });
      expect(first.received[1]).toMatchObject({ method: then, body });
      expect(first.received[1]?.headers["content-type"]).toBe(then === "GET" ? undefined : "text/csv");
    },
  );

  it("is followed five times, and what comes then is the answer", async () => {
    first.answer = ({ path }, response) => to(`/${(Number(path.slice(1)) || 0) + 1}`)({} as never, response);
    expect(await send({})).toMatchObject({ ok: false, error: { code: "HTTP_STATUS", httpStatus: 307 } });
    expect(first.received).toHaveLength(6);
  });
});
