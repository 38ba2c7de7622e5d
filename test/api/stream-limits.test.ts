// Readers over HTTP are bounded as those of sockets, share their work, and lose nothing when the server goes.
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createClient } from "graphql-sse";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import WebSocket from "ws";
import { Group } from "../../server/gateway/live/group.ts";
import { startTestApp, temporaryFolder } from "../support/app.ts";
import { connect, subscribe } from "../support/client.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";
import { initialised, socketUrl } from "./sockets.ts";
import { BEGINNING, burst, createTask, done, useSharedApp } from "./support.ts";

const app = useSharedApp();
const url = () => app().url;
const receiver = await startReceiver();
afterAll(() => receiver.stop());
const folder = await temporaryFolder();
const QUICK = { target: { http: { url: receiver.url } }, retry: { maxAttempts: 1 } };
const MULTIPART = 'multipart/mixed;subscriptionSpec="1.0"';

/** A response that is read only as the test says. */
function follow(accept: string, query: string, variables = {}, path = "/graphql"): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", accept };
    const sent = request(url() + path, { method: "POST", headers, agent: false }, resolve);
    onTestFinished(() => void sent.destroy());
    sent.on("error", reject);
    sent.end(JSON.stringify({ query, variables }));
  });
}

function textOf(response: IncomingMessage) {
  const state = { text: "", closed: false };
  response.on("data", (chunk: Buffer) => {
    state.text += chunk.toString("utf8");
  });
  response.on("error", () => {});
  response.on("close", () => {
    state.closed = true;
  });
  return state;
}

describe("the same subscription over every transport", () => {
  it("is one group: one execution for all of them", async () => {
    const opened = vi.spyOn(Group.prototype, "open");
    onTestFinished(() => opened.mockRestore());
    const task = await createTask(url());
    const query = `subscription { taskEvents(filter: { taskId: "${task.id}" }) { cursor type } }`;
    const socket = await initialised(url());
    socket.send({ id: "1", type: "subscribe", payload: { query } });
    const readers = [
      textOf(await follow("text/event-stream", query, {}, "/graphql/stream")),
      textOf(await follow("text/event-stream", query)),
      textOf(await follow(MULTIPART, query)),
    ];
    await until("all are let in", () => opened.mock.contexts.length === 4);
    expect(new Set(opened.mock.contexts).size).toBe(1);
    await done(url(), "pauseTask", { id: task.id }, "task { id }");
    const { payload } = await socket.message("next", "1");
    const body = JSON.stringify(payload);
    await until("all have it", () => readers.every(({ text }) => text.includes(body)));
    expect(readers[0]?.text).toBe(`:\n\nevent: next\ndata: ${body}\n\n`);
    expect(readers[2]?.text).toBe(
      `\r\n--graphql\r\nContent-Type: application/json\r\n\r\n{"payload":${body}}\r\n--graphql`,
    );
  });
});

describe.each([
  ["server-sent events", "text/event-stream", /^data: (.*)$/gm],
  ["multipart", MULTIPART, /^\{"payload":(.*)\}$/gm],
])("a reader of %s that does not read", (_, accept, form) => {
  it("holds back nobody, is told SLOW_CONSUMER when it reads again, and misses nothing from its cursor", async () => {
    const { id } = await createTask(url(), { ...QUICK, overlapPolicy: "ALLOW", payload: "x".repeat(20_000) });
    const large = Array.from({ length: 10 }, (_, i) => `a${i}: payload`).join(" ");
    const query = `subscription ($id: [ID!]) { runEvents(filter: { taskId: $id }) { cursor run { task { ${large} } } } }`;
    const slow = await follow(accept, query, { id: [id] });
    const got = textOf(slow);
    await until("it is live", async () => {
      await done(url(), "triggerTask", { id, payload: null }, "run { id }");
      return got.text.includes("runEvents");
    });
    slow.pause();
    const client = connect(url());
    onTestFinished(() => void client.dispose());
    const events =
      "subscription ($filter: RunEventFilter, $after: Cursor) { runEvents(filter: $filter, after: $after) { cursor type } }";
    const quick = subscribe(client, events, { filter: { taskId: [id] } });
    await burst(url(), id, 200);
    await until(
      "the others have it all",
      () => quick.events.filter(({ type }) => type === "SUCCEEDED").length >= 200,
      30_000,
    );
    slow.resume();
    await until("it is over", () => got.closed, 20_000);
    const answers = [...got.text.replaceAll("\r", "").matchAll(form)].flatMap(([, body]) =>
      body ? [JSON.parse(body)] : [],
    );
    expect(answers.at(-1).errors).toMatchObject([{ extensions: { code: "SLOW_CONSUMER" } }]);
    const read = answers.slice(0, -1).map((answer) => answer.data.runEvents.cursor as string);
    const rest = subscribe(client, events, { after: read.at(-1), filter: { taskId: [id] } });
    const all = subscribe(client, events, { after: BEGINNING, filter: { taskId: [id] } });
    await until(
      "everything came",
      () => all.events.length > 600 && all.events.at(-1).cursor === rest.events.at(-1)?.cursor,
      20_000,
    );
    const cursors = all.events.map((event) => event.cursor);
    expect([...read, ...rest.events.map((event) => event.cursor)]).toEqual(cursors.slice(cursors.indexOf(read[0])));
  }, 90_000);
});

it("a reader that never reads again is cut off", async () => {
  await until("none is left of before", () => app().subscriptions() === 0);
  const { id } = await createTask(url(), { ...QUICK, overlapPolicy: "ALLOW", payload: "x".repeat(20_000) });
  await burst(url(), id, 100);
  const large = Array.from({ length: 10 }, (_, i) => `a${i}: payload`).join(" ");
  const query = `subscription ($id: [ID!], $after: Cursor) { runEvents(filter: { taskId: $id }, after: $after) { run { task { ${large} } } } }`;
  const deaf = await follow("text/event-stream", query, { id: [id], after: BEGINNING });
  deaf.pause();
  await until("it has its place", () => app().subscriptions() === 1);
  await until("it has lost it", () => app().subscriptions() === 0, 30_000);
  const got = textOf(deaf);
  deaf.resume();
  await until("its connection is gone", () => got.closed);
  expect(deaf.complete).toBe(false);
}, 60_000);

it("a stop breaks streams off without completing them: the graphql-sse client comes back and goes on from its cursor", async () => {
  const settings = { DATABASE_URL: `file:${folder}/again.db` };
  const first = await startTestApp(settings);
  const port = new URL(first.url).port;
  let cursor = BEGINNING;
  const ids: string[] = [];
  const followed = async (): Promise<"completed" | "broken off"> => {
    const client = createClient({ url: `http://127.0.0.1:${port}/graphql/stream`, retryAttempts: 0 });
    const query = "subscription ($after: Cursor) { taskEvents(after: $after) { cursor task { id } } }";
    try {
      for await (const { data } of client.iterate<{ taskEvents: { cursor: string; task: { id: string } } }>({
        query,
        variables: { after: cursor },
      })) {
        if (!data) continue;
        cursor = data.taskEvents.cursor;
        ids.push(data.taskEvents.task.id);
      }
      return "completed";
    } catch {
      return "broken off";
    }
  };
  const one = followed();
  const before = await createTask(first.url);
  await until("it is followed", () => ids.includes(before.id));
  await first.stop();
  expect(await one).toBe("broken off");
  const second = await startTestApp({ ...settings, PORT: port });
  onTestFinished(() => second.stop());
  const missed = await createTask(second.url);
  void followed();
  await until("what it missed came", () => ids.includes(missed.id));
  expect(ids).toEqual([before.id, missed.id]);
}, 60_000);

it("a stop closes sockets without completing their subscriptions, which would not be asked for again", async () => {
  const stopped = await startTestApp();
  const socket = await initialised(stopped.url);
  socket.send({ id: "1", type: "subscribe", payload: { query: "subscription { taskEvents { cursor } }" } });
  await until("it is let in", () => stopped.subscriptions() === 1);
  await stopped.stop();
  expect(await socket.closed).toMatchObject({ code: 1001 });
  expect(socket.messages.map(({ type }) => type)).toEqual(["connection_ack"]);
});

it("the process has 20,000 subscriptions, over all transports together; the next is refused by name, and a place becomes free again", async () => {
  const full = await startTestApp({ CALLER_SUBSCRIPTIONS: "20000" });
  onTestFinished(() => full.stop());
  const query = "subscription { taskEvents { cursor } }";
  const sockets: WebSocket[] = [];
  for (let i = 0; i < 200; i++) {
    const socket = new WebSocket(socketUrl(full.url), "graphql-transport-ws");
    onTestFinished(() => socket.terminate());
    await once(socket, "open");
    socket.send('{"type":"connection_init"}');
    await once(socket, "message");
    for (let id = 0; id < 100; id++)
      socket.send(JSON.stringify({ id: `${id}`, type: "subscribe", payload: { query } }));
    sockets.push(socket);
  }
  await until("all are let in", () => full.subscriptions() === 20_000, 60_000);
  const code = [{ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }];
  const headers = { "content-type": "application/json", accept: "text/event-stream" };
  const init = { method: "POST", headers, body: JSON.stringify({ query }) };
  const [, refused] = /^data: (\{.*)$/m.exec(await (await fetch(`${full.url}/graphql/stream`, init)).text()) ?? [];
  expect(JSON.parse(refused as string).errors).toMatchObject(code);
  const events = await (await fetch(`${full.url}/events`, { headers })).text();
  expect(events).toContain("TOO_MANY_SUBSCRIPTIONS");
  const another = await initialised(full.url);
  another.send({ id: "1", type: "subscribe", payload: { query } });
  const answer = await until("it is refused", () => another.messages.find(({ id }) => id === "1"));
  expect(answer.payload.errors ?? answer.payload).toMatchObject(code);
  sockets[0]?.terminate();
  await until("places are free again", () => full.subscriptions() === 19_900);
  another.send({ id: "2", type: "subscribe", payload: { query } });
  await until("it is let in", () => full.subscriptions() === 19_901);
}, 120_000);
