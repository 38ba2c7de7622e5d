// What is written to a socket whose client has just gone.
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { buildSchema } from "graphql";
import { pino } from "pino";
import { afterEach, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { serveSockets } from "../../server/gateway/sockets.ts";

const server = createServer();
const sockets = new WebSocketServer({ server });
afterEach(() => {
  sockets.close();
  server.closeAllConnections();
  server.close();
});

it("an answer to a connection that was reset is nobody's error", async () => {
  const lines: { level: number; msg: string }[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  let answer: (text: string) => void = () => {};
  let asked = () => {};
  const underWay = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const rootValue = {
    slow: () => {
      asked();
      return new Promise<string>((resolve) => {
        answer = resolve;
      });
    },
  };
  serveSockets(
    sockets,
    { schema: buildSchema("type Query { slow: String }"), roots: { query: rootValue } },
    { after: () => () => {}, log },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const closed = new Promise((resolve) => sockets.on("connection", (socket) => socket.once("close", resolve)));
  const client = new WebSocket(`ws://127.0.0.1:${port}`, "graphql-transport-ws");
  client.on("error", () => {});
  client.on("open", () => client.send('{"type":"connection_init"}'));
  client.on("message", (text: Buffer) => {
    if (String(text).includes("connection_ack"))
      client.send('{"id":"1","type":"subscribe","payload":{"query":"{ slow }"}}');
  });
  await underWay;
  (client as unknown as { _socket: Socket })._socket.resetAndDestroy();
  answer("x".repeat(1_000));
  await closed;
  await new Promise((resolve) => setImmediate(resolve));
  expect(lines.filter(({ level }) => level > 20)).toEqual([]);
  expect(lines.map(({ msg }) => msg)).toContain("an answer was not taken");
});
