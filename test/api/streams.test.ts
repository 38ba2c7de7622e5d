// Subscriptions over plain HTTP, by the clients that people use for them.
import { ServerResponse } from "node:http";
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { type Client, createClient } from "graphql-sse";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { data } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { BEGINNING, createTask, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const WATCH = "subscription ($after: Cursor) { taskEvents(after: $after) { cursor type task { id } } }";

// biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely, and a wrong reading fails it
type Any = any;

function clientOf(path: string) {
  const client = createClient({ url: `${url()}${path}`, retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  return client;
}

function watch(path: string, query: string, variables?: Record<string, unknown>, client: Client<Any> = clientOf(path)) {
  const seen = { answers: [] as Any[], errors: [] as unknown[], completed: false, stop: () => {} };
  seen.stop = client.subscribe(
    { query, ...(variables ? { variables } : {}) },
    {
      next: (answer) => seen.answers.push(answer),
      error: (error) => seen.errors.push(error),
      complete: () => {
        seen.completed = true;
      },
    },
  );
  return seen;
}

describe.each(["/graphql/stream", "/graphql"])("the graphql-sse client at %s", (path) => {
  it("follows a subscription from a cursor, and lets go of it", async () => {
    const open = app().subscriptions();
    const task = await createTask(url());
    const seen = watch(path, WATCH, { after: BEGINNING });
    const ids = () => seen.answers.map(({ data: { taskEvents } }) => taskEvents.task.id);
    await until("the past came", () => ids().includes(task.id));
    const next = await createTask(url());
    await until("the present came", () => ids().includes(next.id));
    expect(app().subscriptions()).toBe(open + 1);
    seen.stop();
    await until("it is let go", () => app().subscriptions() === open);
    expect(seen.errors).toEqual([]);
  });

  it("has a query and a mutation answered once and completed", async () => {
    const read = watch(path, "{ eventCursor }");
    await until("it is over", () => read.completed);
    expect(read.answers).toEqual([{ data: { eventCursor: expect.any(String) } }]);
    const dismissed = watch(path, 'mutation { pauseTask(input: { id: "x" }) { userErrors { code } } }');
    await until("it is over", () => dismissed.completed);
    expect(dismissed.answers[0].data.pauseTask.userErrors).toMatchObject([{ code: "INVALID_ID" }]);
  });

  it.each([
    ["{ nothing }", "BAD_REQUEST"],
    ["{", "BAD_REQUEST"],
    ['subscription { taskEvents(after: "x") { type } }', "INVALID_CURSOR"],
    ["query a { eventCursor } query b { eventCursor }", "BAD_REQUEST"],
  ])("is told what is wrong with %s", async (query, code) => {
    const seen = watch(path, query);
    await until("it is over", () => seen.completed);
    expect(seen.answers).toEqual([{ errors: [expect.objectContaining({ extensions: { code } })] }]);
  });
});

describe("Apollo Client over HTTP alone", () => {
  it("follows a subscription by multipart answers", async () => {
    const client = new ApolloClient({ link: new HttpLink({ uri: `${url()}/graphql` }), cache: new InMemoryCache() });
    const events: Any[] = [];
    const failures: unknown[] = [];
    const watched = client
      .subscribe({ query: gql(WATCH) })
      .subscribe({ next: (answer) => events.push(answer.data), error: (error) => failures.push(error) });
    onTestFinished(() => watched.unsubscribe());
    await until("an event came", async () => {
      await createTask(url());
      return events.length > 1;
    });
    expect(events[0].taskEvents).toMatchObject({ type: "CREATED", task: { id: expect.any(String) } });
    const open = app().subscriptions();
    watched.unsubscribe();
    await until("it is let go", () => app().subscriptions() === open - 1);
    expect(failures).toEqual([]);
    const cursor = await data(url(), "{ eventCursor }");
    expect((await client.query({ query: gql("{ eventCursor }"), fetchPolicy: "no-cache" })).data).toMatchObject(cursor);
  });
});

describe("the graphql-sse client with one connection for all", () => {
  const one = () => {
    const client = createClient({ url: `${url()}/graphql/stream`, retryAttempts: 0, singleConnection: true });
    onTestFinished(() => client.dispose());
    return client;
  };

  it("follows several subscriptions, gives up one, and asks in between", async () => {
    await until("none is left of before", () => app().subscriptions() === 0);
    const client = one();
    const tasks = watch("", WATCH, undefined, client);
    const log = watch("", "subscription { runEvents { cursor type } }", undefined, client);
    await until("both are let in", () => app().subscriptions() === 2);
    const task = await createTask(url());
    await until("both were told", () => tasks.answers.length > 0 && log.answers.length > 0);
    expect(tasks.answers[0].data.taskEvents).toMatchObject({ type: "CREATED", task: { id: task.id } });
    const asked = watch("", "{ eventCursor }", undefined, client);
    await until("it is answered", () => asked.completed);
    expect(asked.answers).toEqual([{ data: { eventCursor: expect.any(String) } }]);
    log.stop();
    await until("it is let go", () => app().subscriptions() === 1);
    const before = log.answers.length;
    await createTask(url());
    await until("the other goes on", () => tasks.answers.length > 1);
    expect(log.answers).toHaveLength(before);
    expect([tasks, log, asked].flatMap(({ errors }) => errors)).toEqual([]);
    client.dispose();
    await until("all are let go", () => app().subscriptions() === 0);
  });

  it("is told what is wrong with an operation", async () => {
    const wrong = watch("", 'subscription { taskEvents(after: "x") { type } }', undefined, one());
    await until("it is over", () => wrong.completed);
    expect(wrong.answers[0].errors[0].extensions.code).toBe("INVALID_CURSOR");
    const broken = watch("", "{ nothing }", undefined, one());
    await until("it failed", () => broken.errors.length > 0);
    expect(String(broken.errors[0])).toContain("400");
  });

  it("leaves nothing at the connection when an operation is over", async () => {
    const listeners = vi.spyOn(ServerResponse.prototype, "once");
    onTestFinished(() => listeners.mockRestore());
    const client = one();
    watch("", WATCH, undefined, client);
    await until("it is let in", () => app().subscriptions() > 0);
    const response = listeners.mock.contexts.find(
      (each) => (each as ServerResponse).getHeader("content-type") === "text/event-stream; charset=utf-8",
    ) as ServerResponse;
    const before = response.listenerCount("close");
    for (let i = 0; i < 20; i++) {
      const asked = watch("", "{ eventCursor }", undefined, client);
      await until("it is answered", () => asked.completed);
    }
    expect(response.listenerCount("close")).toBe(before);
  });

  it("has its reservation checked", async () => {
    const ask = async (method: string, headers: Record<string, string> = {}, body?: object, search = "") => {
      const type: Record<string, string> = body ? { "content-type": "application/json" } : {};
      const response = await fetch(`${url()}/graphql/stream${search}`, {
        method,
        headers: { ...type, ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      onTestFinished(() => void response.body?.cancel().catch(() => {}));
      return response;
    };
    const token = { "x-graphql-event-stream-token": await (await ask("PUT")).text() };
    const accept = { accept: "text/event-stream" };
    const operation = (operationId?: unknown) => ({
      query: "subscription { taskEvents { type } }",
      extensions: { operationId },
    });
    const none = { "x-graphql-event-stream-token": "none" };
    expect((await ask("POST", none, operation("a"))).status).toBe(404);
    expect((await ask("GET", { ...none, ...accept })).status).toBe(404);
    expect((await ask("DELETE", none)).status).toBe(404);
    expect((await ask("POST", token, operation("a"))).status).toBe(409);
    expect((await ask("GET", { ...token, ...accept })).status).toBe(200);
    expect((await ask("GET", { ...token, ...accept })).status).toBe(409);
    for (const wrong of [undefined, 7, "", "x".repeat(201)])
      expect((await ask("POST", token, operation(wrong))).status).toBe(400);
    expect((await ask("POST", token, operation("a"))).status).toBe(202);
    expect((await ask("POST", token, operation("a"))).status).toBe(409);
    for (let i = 1; i < 100; i++) expect((await ask("POST", token, operation(`${i}`))).status).toBe(202);
    expect(await (await ask("POST", token, operation("more"))).json()).toMatchObject({
      errors: [{ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }],
    });
    expect((await ask("DELETE", token)).status).toBe(400);
    expect((await ask("DELETE", token, undefined, "?operationId=a")).status).toBe(200);
    expect((await ask("POST", token, operation("more"))).status).toBe(202);
  });
});

describe("a request for a stream is refused", () => {
  const body = JSON.stringify({ query: WATCH });
  const json = { "content-type": "application/json" };
  const sse = { accept: "text/event-stream" };
  it.each([
    ["without the header Accept", 406, { method: "POST", headers: json, body }],
    ["by another method", 405, { method: "PATCH", headers: { ...json, ...sse }, body }],
    [
      "as a form that any page can send",
      400,
      { method: "POST", headers: { "content-type": "text/plain", ...sse }, body },
    ],
    [
      "from pages of others",
      403,
      { method: "POST", headers: { ...json, ...sse, origin: "https://evil.example" }, body },
    ],
    ["without an operation", 400, { method: "POST", headers: { ...json, ...sse }, body: "{}" }],
    [
      "with variables that are no object",
      400,
      { method: "POST", headers: { ...json, ...sse }, body: '{"query":"{a}","variables":[]}' },
    ],
    ["that is larger than 1 MiB", 413, { method: "POST", headers: { ...json, ...sse }, body: " ".repeat(1_048_577) }],
  ] as [string, number, RequestInit][])("%s", async (_, status, init) => {
    const response = await fetch(`${url()}/graphql/stream`, init);
    expect(response.status).toBe(status);
    expect(((await response.json()) as Any).errors[0]).toMatchObject({
      message: expect.any(String),
      extensions: { code: expect.any(String) },
    });
  });

  it("for a mutation in an address, while a query is answered", async () => {
    const get = (query: string) =>
      fetch(`${url()}/graphql/stream?${new URLSearchParams({ query }).toString()}`, { headers: sse });
    expect((await get('mutation { pauseTask(input: { id: "x" }) { userErrors { code } } }')).status).toBe(405);
    expect(await (await get("{ eventCursor }")).text()).toMatch(
      /^:\n\nevent: next\ndata: \{"data":\{"eventCursor":"[^"]+"\}\}\n\nevent: complete\ndata:\n\n$/,
    );
  });

  it("in multipart only when it is a subscription; others are answered as ever", async () => {
    const headers = { ...json, accept: "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json" };
    const ask = (query: string) =>
      fetch(`${url()}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
    expect(await (await ask("{ eventCursor }")).json()).toMatchObject({ data: {} });
    expect((await ask("subscription { nothing }")).status).toBe(400);
    const wrong = await (await ask('subscription { taskEvents(after: "x") { type } }')).text();
    expect(wrong).toMatch(
      /^\r\n--graphql\r\nContent-Type: application\/json\r\n\r\n\{"payload":\{"errors":.*\r\n--graphql--\r\n$/s,
    );
  });
});
