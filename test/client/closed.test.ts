// The kit against what ends a subscription that nobody ended: a server or a proxy's server completes it, or calls it a slow reader. It goes
// on from its cursor. What has an end of its own keeps it.
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import WebSocket, { WebSocketServer } from "ws";
import {
  type Cause,
  createLiveClient,
  followRunLog,
  LiveError,
  type RunEvent,
  subscribeRunEvents,
} from "../../client/node.ts";
import { BEGINNING, burst, createTask, done, eventCursor, finished, useSharedApp } from "../api/support.ts";
import { data } from "../support/client.ts";
import { startReceiver } from "../support/receiver.ts";
import { until } from "../support/wait.ts";

const app = useSharedApp();
const url = () => app().url;
const receiver = await startReceiver();
afterAll(() => receiver.stop());
const QUICK = { target: { http: { url: receiver.url } }, overlapPolicy: "ALLOW" };
const PATIENCE = { longestWaitMs: 200 };
const ROUNDS = 6;

interface Message {
  readonly id?: string;
  readonly type: string;
}

/** A server before the server, as some proxies are: it speaks the protocol itself, passes messages on, and ends what it likes. */
async function startRelay() {
  const server = new WebSocketServer({
    port: 0,
    host: "127.0.0.1",
    handleProtocols: (offered) => [...offered][0] as string,
  });
  const all = new Set<{ near: WebSocket; far: WebSocket; operations: Set<string> }>();
  let begun = 0;
  server.on("connection", (near) => {
    const far = new WebSocket(`${url().replace("http", "ws")}/graphql`, "graphql-transport-ws");
    const pair = { near, far, operations: new Set<string>() };
    all.add(pair);
    const early: string[] = [];
    near.on("message", (raw: Buffer) => {
      const text = raw.toString("utf8");
      const message = JSON.parse(text) as Message;
      if (message.type === "subscribe") {
        begun++;
        pair.operations.add(message.id as string);
      }
      if (far.readyState === far.OPEN) far.send(text);
      else early.push(text);
    });
    far.on("open", () => {
      for (const each of early) far.send(each);
    });
    far.on("message", (raw: Buffer) => {
      const text = raw.toString("utf8");
      const { id, type } = JSON.parse(text) as Message;
      // What it has ended is ended.
      if (id !== undefined && !pair.operations.has(id)) return;
      if (type === "complete" || type === "error") pair.operations.delete(id as string);
      near.send(text);
    });
    for (const socket of [near, far]) socket.on("error", () => {});
    near.on("close", () => {
      all.delete(pair);
      far.terminate();
    });
  });
  await until("it listens", () => server.address() !== null);
  const end = () => {
    for (const { near } of all) near.terminate();
    server.close();
  };
  onTestFinished(end);
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    /** How many operations have been begun. */
    begun: () => begun,
    /** Completes all operations; the socket stays. */
    complete() {
      for (const { near, far, operations } of all) {
        for (const id of operations)
          for (const side of [near, far]) side.send(JSON.stringify({ id, type: "complete" }));
        operations.clear();
      }
    },
    close(code: number, reason: string) {
      for (const { near } of all) near.close(code, reason);
    },
  };
}

/** All events after the cursor, as the server itself tells them, once nothing happens any more. */
async function everything(from: string): Promise<RunEvent[]> {
  const waiting = "{ runs(filter: { state: [QUEUED, RUNNING, RETRYING] }) { totalCount } }";
  await until("all runs have ended", async () => (await data(url(), waiting)).runs.totalCount === 0, 30_000);
  const head = await eventCursor(url());
  const events: RunEvent[] = [];
  const following = subscribeRunEvents({ url: url(), after: from, onEvent: (event) => events.push(event) });
  await until("all was read", () => following.cursor === head, 20_000);
  following.stop();
  return events;
}

describe("a subscription that the server completes though it has no end", () => {
  it("goes on from its cursor, nothing lost and nothing doubled, and says why it was away", async () => {
    const relay = await startRelay();
    const task = await createTask(url(), QUICK);
    const from = await eventCursor(url());
    const events: RunEvent[] = [];
    const causes: Cause[] = [];
    let ended = false;
    const following = subscribeRunEvents({
      ...PATIENCE,
      url: relay.url,
      after: from,
      onEvent: (event) => events.push(event),
      onStatus: (status, cause) => {
        if (status === "reconnecting" && cause) causes.push(cause);
      },
    });
    onTestFinished(() => following.stop());
    void following.done.then(() => {
      ended = true;
    });
    for (let round = 1; round <= ROUNDS; round++) {
      const writing = burst(url(), task.id, 20);
      await until("events come", () => events.length >= round * 10);
      relay.complete();
      await writing;
      await until("it has begun again", () => relay.begun() > round);
    }
    const all = await everything(from);
    await until("it has all", () => events.length >= all.length, 20_000);
    expect(events).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(ROUNDS * 20 * 3);
    expect(causes.map(({ message }) => message)).toContain("The server completed a subscription that has no end.");
    expect(ended).toBe(false);
    following.stop();
    await following.done;
  });

  it("goes on also with a document of one's own, whose cursor alone says where it is", async () => {
    const relay = await startRelay();
    const task = await createTask(url());
    const client = createLiveClient({ ...PATIENCE, url: relay.url });
    onTestFinished(() => client.close());
    const types: string[] = [];
    const query = `fragment Told on RunEvent { cursor type } # its own
      subscription Own($after: Cursor, $id: [ID!]) {
        runEvents(after: $after, filter: { taskId: $id, type: [STARTED, SUCCEEDED] }) { ...Told }
      }`;
    client.subscribe<{ runEvents: { type: string } }>(
      { query, variables: { after: await eventCursor(url()), id: [task.id] } },
      {
        next: ({ data: told }) => types.push(told?.runEvents.type ?? ""),
        error: (error) => types.push(error.message),
        complete: () => types.push("complete"),
      },
    );
    for (let round = 1; round <= 3; round++) {
      const run = await done(url(), "triggerTask", { id: task.id });
      await finished(url(), run.id);
      await until("it was told", () => types.filter((type) => type === "SUCCEEDED").length === round);
      relay.complete();
      await until("it has begun again", () => relay.begun() > round);
    }
    expect(types).toEqual(Array.from({ length: 3 }, () => ["STARTED", "SUCCEEDED"]).flat());
  });

  it("ends with an error when its user decided that this is final", async () => {
    const relay = await startRelay();
    const following = subscribeRunEvents({ url: relay.url, isFinal: () => true, onEvent: () => {} });
    const refused = expect(following.done).rejects.toBeInstanceOf(LiveError);
    await until("it stands", () => following.cursor !== undefined);
    relay.complete();
    await refused;
    expect(relay.begun()).toBe(1);
  });
});

describe("what has an end of its own", () => {
  it("keeps it: the log of a run that has ended, and a query", async () => {
    const relay = await startRelay();
    const client = createLiveClient({ ...PATIENCE, url: relay.url });
    onTestFinished(() => client.close());
    const task = await createTask(url());
    const run = await done(url(), "triggerTask", { id: task.id });
    await finished(url(), run.id);
    const lines: number[] = [];
    await followRunLog({ client, runId: run.id, onLine: ({ number }) => lines.push(number) }).done;
    expect(lines.length).toBeGreaterThan(0);
    const answers: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      const query = "# no subscription {\nquery ($id: ID!) { subscription: run(id: $id) { state } }";
      const sink = { next: (answer: unknown) => answers.push(answer), error: reject, complete: resolve };
      client.subscribe({ query, variables: { id: run.id } }, sink);
    });
    expect(answers).toEqual([{ data: { subscription: { state: "SUCCEEDED" } } }]);
    expect(relay.begun()).toBe(2);
  });
});

describe("a reader that is called slow", () => {
  it("goes on from its cursor when its socket is closed with 4508", async () => {
    const relay = await startRelay();
    const task = await createTask(url(), QUICK);
    const from = await eventCursor(url());
    const events: RunEvent[] = [];
    const codes: (number | undefined)[] = [];
    const following = subscribeRunEvents({
      ...PATIENCE,
      url: relay.url,
      after: from,
      onEvent: (event) => events.push(event),
      onStatus: (_, cause) => {
        if (cause) codes.push(cause.closeCode);
      },
    });
    onTestFinished(() => following.stop());
    for (let round = 1; round <= 3; round++) {
      const writing = burst(url(), task.id, 20);
      await until("events come", () => events.length >= round * 10);
      relay.close(4508, "SLOW_CONSUMER");
      await writing;
      await until("it has begun again", () => relay.begun() > round);
    }
    const all = await everything(from);
    await until("it has all", () => events.length >= all.length, 20_000);
    expect(events).toEqual(all);
    expect(codes).toEqual([4508, 4508, 4508]);
  });

  it("goes on from its cursor when the server has cut its subscription off, which it had left unread", async () => {
    const sockets: WebSocket[] = [];
    class Kept extends WebSocket {
      constructor(address: string, protocols?: string) {
        super(address, protocols);
        sockets.push(this);
      }
    }
    const { id } = await createTask(url(), { ...QUICK, payload: "x".repeat(10_000) });
    const events: RunEvent<{ id: string }>[] = [];
    const codes: (string | undefined)[] = [];
    const following = subscribeRunEvents<{ id: string }>({
      ...PATIENCE,
      url: url(),
      webSocketImpl: Kept,
      // It reads no answer to a ping either.
      pingEveryMs: 60_000,
      after: BEGINNING,
      filter: { taskId: [id] },
      fields: "id task { a: payload b: payload c: payload }",
      onEvent: (event) => events.push(event),
      onStatus: (_, cause) => {
        if (cause) codes.push(cause.code ?? String(cause.closeCode));
      },
    });
    onTestFinished(() => following.stop());
    await until("it stands", () => following.cursor !== undefined);
    sockets[0]?.pause();
    for (let part = 0; part < 6; part++) await burst(url(), id, 60);
    const all = (await everything(BEGINNING)).filter(({ run }) => run?.task.id === id);
    sockets[0]?.resume();
    await until("it has all", () => events.length >= all.length, 20_000);
    expect(events.map(({ cursor }) => cursor)).toEqual(all.map(({ cursor }) => cursor));
    expect(all.length).toBeGreaterThanOrEqual(360 * 3);
    // It is told by an error of the subscription; where it read nothing for over ten seconds, its socket has been closed as well.
    expect(["SLOW_CONSUMER", "4508", "1006"]).toContain(codes[0]);
  }, 90_000);
});
