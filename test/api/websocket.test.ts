import { once } from "node:events";
import type { Socket } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import WebSocket from "ws";
import { connect, data, query, subscribe } from "../support/client.ts";
import { until } from "../support/wait.ts";
import { initialised, open, refusedUpgrade, socketUrl } from "./sockets.ts";
import { createTask, done, taskInput, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const operation = (id: string, text: string, variables?: object) => ({
  id,
  type: "subscribe",
  payload: { query: text, variables },
});
const WATCH = "subscription { taskEvents { type task { id } } }";
const NO_INTERNALS = /node_modules|\.ts\b|\bat .*\(|prisma|sqlite/i;

describe("a socket is closed", () => {
  it.each([[[]], [["graphql-ws"]], [["soap"]]])("with 4406 when it speaks another protocol: %j", async (protocols) => {
    const socket = await open(url(), protocols).catch((error: Error) => error);
    if (socket instanceof Error) expect(socket.message).toMatch(/subprotocol/i);
    else expect((await socket.closed).code).toBe(4406);
  });

  it("with 4401 when it asks before it has introduced itself", async () => {
    const socket = await open(url());
    socket.send(operation("1", WATCH));
    expect((await socket.closed).code).toBe(4401);
    expect(socket.messages).toEqual([]);
  });

  it("with 4408 when it does not introduce itself within 5 s", async () => {
    const started = performance.now();
    const socket = await open(url());
    expect((await socket.closed).code).toBe(4408);
    expect(performance.now() - started).toBeGreaterThan(4_500);
    expect(performance.now() - started).toBeLessThan(8_000);
  });

  it("with 4429 when it introduces itself twice", async () => {
    const socket = await initialised(url());
    socket.send({ type: "connection_init" });
    expect((await socket.closed).code).toBe(4429);
  });

  it("with 4409 when it uses the name of a running operation again", async () => {
    const socket = await initialised(url());
    socket.send(operation("same", WATCH));
    socket.send(operation("same", WATCH));
    expect((await socket.closed).code).toBe(4409);
  });

  it.each([
    ["no JSON", "{"],
    ["a number", "7"],
    ["null", "null"],
    ["a list", "[]"],
    ["no type", "{}"],
    ["an unknown type", '{"type":"start","id":"1","payload":{"query":"{ eventCursor }"}}'],
    ["no id", '{"type":"subscribe","payload":{"query":"{ eventCursor }"}}'],
    ["an empty id", '{"type":"subscribe","id":"","payload":{"query":"{ eventCursor }"}}'],
    ["no query", '{"type":"subscribe","id":"1","payload":{}}'],
    ["variables as a text", '{"type":"subscribe","id":"1","payload":{"query":"{ eventCursor }","variables":"x"}}'],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00])],
  ])("with 4400 when it sends %s", async (_, message) => {
    const socket = await initialised(url());
    socket.send(message);
    const { code, reason } = await socket.closed;
    expect(code).toBe(4400);
    expect(reason).not.toMatch(NO_INTERNALS);
  });

  it("with 4400 when it sends what only the server may say", async () => {
    const socket = await initialised(url());
    socket.send({ type: "next", id: "1", payload: { data: {} } });
    expect(await socket.closed).toEqual({ code: 4400, reason: "Unexpected message of type next received" });
  });

  it("after 12 to 24 s in which it answers no ping", async () => {
    const before = performance.now();
    const silent = new WebSocket(socketUrl(url()), "graphql-transport-ws", { autoPong: false });
    onTestFinished(() => silent.terminate());
    await once(silent, "open");
    silent.send('{"type":"connection_init"}');
    const [code] = await once(silent, "close");
    expect(code).toBe(1006);
    expect(performance.now() - before).toBeGreaterThan(12_000);
    expect(performance.now() - before).toBeLessThan(30_000);
  }, 40_000);

  it("without a word on stderr, whatever it has sent", async () => {
    const said = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
    onTestFinished(() => {
      for (const each of said) each.mockRestore();
    });
    for (const message of ["{", '{"type":"next","id":"1","payload":{}}', "x".repeat(1_048_577)]) {
      const socket = await initialised(url());
      socket.send(message);
      await socket.closed;
    }
    const old = await open(url(), "graphql-ws").catch(() => undefined);
    await old?.closed;
    const broken = await initialised(url());
    // A frame with reserved bits set: no message of any protocol.
    (broken.socket as unknown as { _socket: Socket })._socket.write(Buffer.from([0xf1, 0x80, 0, 0, 0, 0]));
    expect((await broken.closed).code).toBe(1002);
    for (const each of said) expect(each.mock.calls).toEqual([]);
  });

  it("with 1009 when a message is larger than 1 MiB", async () => {
    const socket = await initialised(url());
    socket.send(operation("1", `{ eventCursor } #${"x".repeat(1_048_576)}`));
    expect((await socket.closed).code).toBe(1009);
    await data(url(), "{ eventCursor }");
  });
});

describe("an upgrade", () => {
  it("is refused for pages of others and for foreign names of this server", async () => {
    expect(await refusedUpgrade(url(), "/graphql", { origin: "https://evil.example" })).toMatchObject({
      status: 403,
      body: expect.stringContaining("evil.example"),
    });
    expect(await refusedUpgrade(url(), "/graphql", { origin: "null" })).toMatchObject({ status: 403 });
    expect(await refusedUpgrade(url(), "/graphql", { host: "evil.example" })).toMatchObject({ status: 403 });
  });

  it("is refused at any other path", async () => {
    for (const path of ["/", "/graphql/other", "/graphqlx", "/healthz"])
      expect((await refusedUpgrade(url(), path)).status).toBe(404);
  });

  it("is accepted from our own pages", async () => {
    const socket = await open(url(), "graphql-transport-ws", { origin: url() });
    socket.send({ type: "connection_init" });
    expect(await socket.message("connection_ack")).toEqual({ type: "connection_ack" });
  });
});

describe("over a WebSocket", () => {
  it("queries and mutations are answered and completed as over HTTP", async () => {
    const socket = await initialised(url());
    const create =
      "mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id name } userErrors { code } } }";
    socket.send(operation("make", create, { input: taskInput({ name: "made over a socket" }) }));
    const { payload } = await socket.message("next", "make");
    expect(payload.data.createTask).toMatchObject({ task: { name: "made over a socket" }, userErrors: [] });
    await socket.message("complete", "make");
    const read = "query ($id: ID!) { task(id: $id) { id name } }";
    socket.send(operation("read", read, { id: payload.data.createTask.task.id }));
    expect((await socket.message("next", "read")).payload).toEqual({ data: { task: payload.data.createTask.task } });
  });

  it.each([
    ["broken GraphQL", "{ overview {"],
    ["no operation", "# nothing"],
    ["endless depth", "{a".repeat(50_000)],
    ["an unknown field", "{ overwiew { activeTasks } }"],
    ["an unknown operation", "query a { eventCursor } query b { eventCursor }"],
    ["a wrong variable", "query ($first: Int!) { tasks(first: $first) { totalCount } }"],
    ["a wrong page", "{ tasks(first: 0) { totalCount } }"],
    ["a wrong cursor", '{ tasks(after: "x") { totalCount } }'],
    ["a subscription's wrong cursor", 'subscription { taskEvents(after: "x") { type } }'],
    ["a subscription's unknown run", 'subscription { runLog(runId: "x") { text } }'],
    ["two subscriptions in one", "subscription { taskEvents { type } runEvents { type } }"],
  ])("an error has the code and the words that it has over HTTP, and the socket stays: %s", async (_, text) => {
    const socket = await initialised(url());
    socket.send(operation("stays", "subscription { runEvents { type } }"));
    socket.send(operation("wrong", text));
    const answered = await until(
      "an answer came",
      () =>
        socket.messages.find((each) => each.id === "wrong" && each.type !== "complete") ||
        (socket.socket.readyState !== 1 && { payload: "closed" }),
    );
    const [error] = answered.payload.errors ?? answered.payload;
    expect(error).toEqual(
      expect.objectContaining({ message: expect.any(String), extensions: { code: expect.any(String) } }),
    );
    expect(JSON.stringify(answered)).not.toMatch(NO_INTERNALS);
    if (!text.startsWith("subscription")) {
      const [overHttp] = (await query(url(), text)).errors ?? [];
      expect(error.extensions).toEqual(overHttp?.extensions);
    }
    socket.send(operation("next", "{ eventCursor }"));
    await socket.message("next", "next");
  });

  it.each([
    ["taskEvents", "x", "INVALID_CURSOR"],
    ["taskEvents", "", "INVALID_CURSOR"],
    ["runEvents", Buffer.from('["l",1]').toString("base64url"), "INVALID_CURSOR"],
    ["runEvents", Buffer.from('["e",-1]').toString("base64url"), "INVALID_CURSOR"],
    ["runEvents", Buffer.from('["e",1e300]').toString("base64url"), "INVALID_CURSOR"],
    ["runEvents", Buffer.from('["e",99999999]').toString("base64url"), "INVALID_CURSOR"],
  ])("%s after the cursor %j is refused, never answered with silence", async (field, after, code) => {
    const socket = await initialised(url());
    socket.send(operation("1", `subscription ($after: Cursor) { ${field}(after: $after) { cursor } }`, { after }));
    const { payload } = await until("an answer came", () => socket.messages.find((each) => each.id === "1"), 3_000);
    const [error] = payload.errors ?? payload;
    expect(error.extensions.code).toBe(code);
    await until("the operation is over", () =>
      socket.messages.some((each) => each.id === "1" && /complete|error/.test(each.type)),
    );
  });

  it("more than 100 ids in a subscription's filter are refused", async () => {
    const socket = await initialised(url());
    const ids = Array(101).fill("x");
    socket.send(
      operation("1", "subscription ($ids: [ID!]) { runEvents(filter: { runId: $ids }) { cursor } }", { ids }),
    );
    const { payload } = await until("an answer came", () => socket.messages.find((each) => each.id === "1"));
    expect((payload.errors ?? payload)[0].extensions.code).toBe("OUT_OF_RANGE");
  });

  it("a client gets events with the usual library", async () => {
    const client = connect(url());
    const watched = subscribe(client, WATCH);
    await until("the first event came", async () => {
      await createTask(url());
      return watched.events.length > 0;
    });
    expect(watched.events[0]).toMatchObject({ type: "CREATED", task: { id: expect.any(String) } });
    watched.stop();
    await watched.ended;
    await client.dispose();
  });
});

describe("a socket's subscriptions", () => {
  it("are at most 100; the next is refused by name, the others go on, and a place becomes free again", async () => {
    const socket = await initialised(url());
    for (let i = 1; i <= 101; i++) socket.send(operation(`s${i}`, WATCH));
    const refused = await socket.message("error", "s101");
    expect(refused.payload).toEqual([
      { message: expect.stringContaining("100"), extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } },
    ]);
    socket.send({ id: "s1", type: "complete" });
    socket.send(operation("s101", WATCH));
    await created(socket.messages, (ids) => ids.size === 100 && ids.has("s101"));
    expect(socket.messages.filter((each) => each.type === "error")).toHaveLength(1);
  });

  it("end when they are completed, and nothing comes any more", async () => {
    const socket = await initialised(url());
    socket.send(operation("gone", WATCH));
    await created(socket.messages, (ids) => ids.has("gone"));
    socket.send({ id: "gone", type: "complete" });
    socket.send(operation("fence", "{ eventCursor }"));
    await socket.message("next", "fence");
    socket.send(operation("stays", WATCH));
    const before = socket.messages.filter((each) => each.id === "gone").length;
    await created(socket.messages, (ids) => ids.has("stays"));
    expect(socket.messages.filter((each) => each.id === "gone")).toHaveLength(before);
  });

  it("are let go when the socket is cut off", async () => {
    await until("none is left of before", () => app().subscriptions() === 0);
    const socket = await initialised(url());
    const task = await createTask(url(), { target: { module: { name: "waits" } } });
    const run = await done(url(), "triggerTask", { id: task.id });
    for (let i = 0; i < 20; i++) socket.send(operation(`s${i}`, WATCH));
    socket.send(operation("log", `subscription { runLog(runId: "${run.id}") { text } }`));
    await until("all are listening", () => app().subscriptions() === 21);
    socket.socket.terminate();
    await until("all are let go", () => app().subscriptions() === 0);
    expect((await data(url(), "{ overview { runningRuns } }")).overview).toEqual({ runningRuns: 1 });
    await done(url(), "cancelRun", { id: run.id });
  });
});

/** Waits until events of new tasks have come to the subscriptions that are meant. */
// biome-ignore lint/suspicious/noExplicitAny: messages are read freely
async function created(messages: any[], enough: (ids: Set<string>) => boolean): Promise<void> {
  await until("events came to all", async () => {
    const task = await createTask(url());
    return until(
      "this event came",
      () =>
        enough(
          new Set(
            messages.filter((each) => each.payload?.data?.taskEvents?.task.id === task.id).map((each) => each.id),
          ),
        ),
      500,
    );
  });
}
