// One process with the product and two others to compare it with, all told of the same events: graphql-ws as it comes, executing for
// each subscriber, and a bare broadcast of one ready text. Commands come from the parent.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { GraphQLSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { systemClock } from "../../../server/clock.ts";
import { ANYBODY } from "../../../server/domain/access.ts";
import { createChannel } from "../../../server/events/channel.ts";
import { createContext, type Services } from "../../../server/gateway/graphql/context.ts";
import { createSchema } from "../../../server/gateway/graphql/schema.ts";
import { startTestApp } from "../../support/app.ts";
import { aRun, aTask } from "../../support/tasks.ts";

// Several of them on one PostgreSQL: what one publishes, the other's subscribers hear.
const database = process.env.BENCH_DATABASE_URL;
const app = await startTestApp({
  EVENT_RETENTION: "none",
  CALLER_SUBSCRIPTIONS: "20000",
  ...(database ? { DATABASE_URL: database } : {}),
});
const { store } = app;

/** Every subscriber has a source, an execution and a text of its own. */
function plain(): WebSocketServer {
  const schema: GraphQLSchema = createSchema();
  const field = schema.getSubscriptionType()?.getFields().runEvents;
  if (!field) throw new Error("no runEvents");
  field.subscribe = () => {
    const channel = createChannel<unknown>({ capacity: 1e6, overflow: () => new Error("full"), onEnd: () => stop() });
    const stop = store.onCommit(({ events }) => {
      for (const event of events) if (event.kind === "RUN") channel.push({ runEvents: event });
    });
    return channel;
  };
  const sockets = new WebSocketServer({ noServer: true });
  const services = { store, clock: systemClock } as unknown as Services;
  useServer({ schema, context: () => createContext(services, ANYBODY) }, sockets);
  return sockets;
}

/** What it costs to send a text to so many at all. */
function bare(): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  store.onCommit(({ events }) => {
    for (const event of events) {
      if (event.kind !== "RUN" || sockets.clients.size === 0) continue;
      const { cursor, at, type, run } = event;
      const shown = { cursor: String(cursor), type, at: new Date(at).toISOString() };
      const body = { runEvents: { ...shown, run: { id: run.id, state: run.state, progress: run.progress } } };
      const text = JSON.stringify({ id: run.id, type: "next", payload: { data: body } });
      for (const socket of sockets.clients) socket.send(text);
    }
  });
  return sockets;
}

const others = { "/plain": plain(), "/bare": bare() };
const server = createServer();
server.on("upgrade", (request, socket, head) => {
  const sockets = others[request.url as keyof typeof others];
  sockets.handleUpgrade(request, socket, head, (upgraded) => sockets.emit("connection", upgraded, request));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 4_096, resolve));
const port = (server.address() as AddressInfo).port;

const task = aTask({ state: "PAUSED", timeoutMs: 86_400_000 });
const runs = Array.from({ length: 100 }, () => aRun(task, Date.now(), { trigger: "MANUAL", state: "QUEUED" }));
const run = runs[0] as (typeof runs)[0];
let ready: Promise<void> | undefined;
/** Runs that go on, in the process that publishes. */
const prepare = () =>
  store.write(async (tx) => {
    await tx.insertTask({ ...task, overlapPolicy: "ALLOW" });
    await tx.insertRuns(Date.now(), runs);
    const slots = { MODULE: runs.length };
    await tx.claim({ instanceId: "bench", now: Date.now(), leaseUntil: Date.now() + 86_400_000, slots });
  });

/** One event in one commit: progress of a run that goes on. */
let told = 0;
const publish = () =>
  store.write((tx) => {
    const progress = [{ runId: run.id, attempt: 1, progress: (++told % 1_000) / 1_000, message: null }];
    return tx.report({ instanceId: "bench", at: Date.now(), lines: [], progress, completions: [] });
  });

/** Of a hundred runs, in commits of fifty. Answers how many. */
async function storm(perSecond: number, seconds: number): Promise<number> {
  const start = performance.now();
  let sent = 0;
  while (performance.now() - start < seconds * 1_000) {
    const due = ((performance.now() - start) / 1_000) * perSecond;
    for (; sent + 50 <= due; sent += 50) {
      const progress = runs.slice(sent % 100, (sent % 100) + 50).map(({ id }) => ({
        runId: id,
        attempt: 1,
        progress: (++told % 1_000) / 1_000,
        message: null,
      }));
      const at = Date.now();
      await store.write((tx) => tx.report({ instanceId: "bench", at, lines: [], progress, completions: [] }));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return sent;
}

/** Every 20 ms what is due by then. */
async function steadily(perSecond: number, seconds: number): Promise<void> {
  const start = performance.now();
  for (let sent = 0; sent < perSecond * seconds; ) {
    const due = Math.min(perSecond * seconds, ((performance.now() - start) / 1_000) * perSecond);
    for (; sent < due; sent++) await publish();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

type Command =
  | { do: "prepare" }
  | { do: "steady" | "storm"; perSecond: number; seconds: number }
  | { do: "burst"; count: number }
  | { do: "usage" };
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on("message", async (command: Command) => {
  if (command.do !== "usage") {
    ready ??= prepare();
    await ready;
  }
  if (command.do === "steady") await steadily(command.perSecond, command.seconds);
  let sent = 0;
  if (command.do === "storm") sent = await storm(command.perSecond, command.seconds);
  if (command.do === "burst") for (let sent = 0; sent < command.count; sent++) await publish();
  const { user, system } = process.cpuUsage();
  process.send?.({
    sent,
    cpuMs: (user + system) / 1_000,
    rssMb: process.memoryUsage.rss() / 1e6,
    subscriptions: app.subscriptions(),
    // Since it was asked last.
    delayP99: delay.percentile(99) / 1e6,
  });
  delay.reset();
});
process.send?.({ product: app.url.replace("http", "ws"), others: `ws://127.0.0.1:${port}` });
