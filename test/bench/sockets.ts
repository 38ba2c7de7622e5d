// `npm run bench:sockets -- [sockets] [seconds of the storm] [postgres]`: many sockets held, all dropped at once, and readers that stop or crawl
// in a storm of events; server and clients in processes of their own. With `postgres` the events are another instance's, on one PostgreSQL.
import { once } from "node:events";
import { connect } from "node:net";
import WebSocket from "ws";
import { data } from "../support/client.ts";
import { startServer } from "../support/postgres-server.ts";
import { ask, start, wait } from "./fan-out/processes.ts";
import { grouped, machine, percentile, table } from "./figures.ts";

const SOCKETS = Number(process.argv[2] ?? 10_000);
const STORM_SECONDS = Number(process.argv[3] ?? 20);
const STORM_PER_SECOND = 5_000;
const HEALTHY = 98;

const ms = (value: number) => `${Math.round(value)} ms`;

console.log(machine());
const postgres = process.argv[4] === "postgres" ? await startServer() : undefined;
const environment: Record<string, string> = postgres ? { BENCH_DATABASE_URL: postgres.url } : {};
const [server, hello] = await start("server", environment);
const [publisher] = postgres ? await start("server", environment) : [server];
// Before anybody asks for a cursor or counts.
await ask(publisher, { do: "prepare" });
const url = `${hello.product}/graphql`;
const api = (hello.product as string).replace("ws", "http");
const cursor = async () => (await data(api, "{ eventCursor }")).eventCursor as string;

async function gone(): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { subscriptions } = await ask(server, { do: "usage" });
    if (subscriptions === 0) return performance.now() - began;
    if (performance.now() - began > 60_000) return Number.POSITIVE_INFINITY;
    await wait(100);
  }
}

async function held(): Promise<void> {
  const [clients] = await start("resuming");
  const before = await ask(server, { do: "usage" });
  const after = await cursor();
  const began = performance.now();
  const up = await ask(clients, { do: "start", url, count: SOCKETS, after, atOnce: 100, pauseMs: 50 });
  const ramp = performance.now() - began;
  await wait(3_000);
  const full = await ask(server, { do: "usage" });
  await ask(publisher, { do: "steady", perSecond: 1, seconds: 15 });
  await wait(1_000);
  const told = await ask(clients, { do: "count" });
  const quiet = await ask(server, { do: "usage" });

  // Events go on while all are dropped and come back; the API is asked all the time.
  const asked: number[] = [];
  let asking = true;
  const questions = (async () => {
    while (asking) {
      const from = performance.now();
      await data(api, "{ tasks(first: 5) { nodes { id name } } }");
      asked.push(performance.now() - from);
      await wait(20);
    }
  })();
  const more = ask(publisher, { do: "steady", perSecond: 10, seconds: 15 });
  await wait(2_000);
  const back = await ask(clients, { do: "drop", withinMs: 5_000 });
  await more;
  await wait(3_000);
  asking = false;
  await questions;
  const end = await ask(clients, { do: "count" });
  const storm = await ask(server, { do: "usage" });
  const missing = end.received.filter((received: number) => received !== 15 + 150).length;
  clients.kill("SIGKILL");
  const freed = await gone();

  table(`${grouped(SOCKETS)} sockets, each with a subscription`, [
    ["", ""],
    ["connected, 100 at a time", `${grouped(up.connected)} in ${(ramp / 1_000).toFixed(1)} s`],
    ["memory of a connection", `${(((full.rssMb - before.rssMb) * 1_000) / SOCKETS).toFixed(1)} kB`],
    ["1 event a second: to its arrival, p99", ms(percentile(told.late, 99))],
    ["  delay of the server's event loop, p99", ms(quiet.delayP99)],
    ["all dropped, back within 5 s", `${grouped(back.connected)} of ${grouped(SOCKETS)}`],
    ["  the API meanwhile, p99", `${ms(percentile(asked, 99))} of ${grouped(asked.length)} requests`],
    ["  delay of the event loop, p99", ms(storm.delayP99)],
    ["  with a gap or a double in the end", `${missing + end.wrong}`],
    ["client killed: all freed after", ms(freed)],
  ]);
}

/** A reader by hand on a bare socket: so many bytes a second. */
async function lazy(bytesASecond: number): Promise<void> {
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname });
  await once(socket, "connect");
  const frame = (text: string) => {
    const body = Buffer.from(text);
    return Buffer.concat([Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 255, 0, 0, 0, 0]), body]);
  };
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
  );
  await wait(300);
  socket.write(frame('{"type":"connection_init"}'));
  await wait(300);
  const query = "subscription { runEvents { cursor at sequence type run { id state progress } } }";
  socket.write(frame(JSON.stringify({ id: "1", type: "subscribe", payload: { query } })));
  await wait(300);
  socket.on("error", () => {});
  socket.pause();
  const timer = setInterval(() => {
    socket.read(bytesASecond / 10);
    if (socket.destroyed) clearInterval(timer);
  }, 100);
  timer.unref();
}

async function storm(): Promise<void> {
  const [clients] = await start("resuming");
  const after = await cursor();
  await ask(clients, { do: "start", url, count: HEALTHY, after, atOnce: 50, pauseMs: 10 });
  await lazy(1_024);
  const stopped = new WebSocket(url, "graphql-transport-ws");
  await once(stopped, "open");
  stopped.send('{"type":"connection_init"}');
  await once(stopped, "message");
  const query = "subscription { runEvents { cursor at sequence type run { id state progress } } }";
  stopped.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
  const before = await ask(server, { do: "usage" });
  stopped.pause();
  const began = performance.now();
  const sent = await ask(publisher, { do: "storm", perSecond: STORM_PER_SECOND, seconds: STORM_SECONDS });
  const seconds = (performance.now() - began) / 1_000;
  let told = await ask(clients, { do: "count" });
  const late = [...told.late];
  for (let i = 0; i < 100 && told.received.some((received: number) => received < sent.sent); i++) {
    await wait(100);
    told = await ask(clients, { do: "count" });
    late.push(...told.late);
  }
  const { subscriptions, rssMb } = await ask(server, { do: "usage" });
  const short = told.received.filter((received: number) => received !== sent.sent).length;
  table(
    `${grouped(sent.sent)} events in ${seconds.toFixed(1)} s, ${HEALTHY} readers, one that crawls, one that has stopped`,
    [
      ["", ""],
      ["published a second", grouped(sent.sent / seconds)],
      ["to its arrival at the healthy, p50", ms(percentile(late, 50))],
      ["  p99", ms(percentile(late, 99))],
      ["  readers with a gap or a double", `${short + told.wrong}`],
      ["subscriptions left: the two slow ones end", `${subscriptions} of ${HEALTHY + 2}`],
      ["memory grown by", `${(rssMb - before.rssMb).toFixed(0)} MB`],
    ],
  );
  stopped.terminate();
  clients.kill("SIGKILL");
}

try {
  await storm();
  await gone();
  await held();
} finally {
  for (const child of new Set([server, publisher])) child.kill();
  await postgres?.stop();
}
process.exit(0);
