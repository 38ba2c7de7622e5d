// So many sockets that keep their cursor, as clients should: dropped all at once they come back at random moments and go on where they were.
import WebSocket from "ws";

interface Follower {
  last: string | null;
  received: number;
  /** Places of the log that were passed over or came twice. */
  wrong: number;
  socket: WebSocket | undefined;
}

/** For `n` of the log's events: the number within the run's events, which grows by one. */
const QUERY = "subscription ($after: Cursor) { runEvents(after: $after) { cursor at sequence run { id } } }";
const followers: Follower[] = [];
let late: number[] = [];
let connected = 0;
let refused = 0;
let url = "";

function open(follower: Follower, index: number): Promise<void> {
  // One address has ports for some 28,000 connections, those lately closed included.
  const localAddress = `127.0.0.${1 + (index % 4)}`;
  const socket = new WebSocket(url, "graphql-transport-ws", { perMessageDeflate: false, localAddress });
  follower.socket = socket;
  const sequences = new Map<string, number>();
  return new Promise((resolve) => {
    socket.on("error", () => {
      refused++;
      resolve();
    });
    socket.on("open", () => socket.send('{"type":"connection_init"}'));
    socket.on("message", (data: Buffer) => {
      const message = JSON.parse(data.toString()) as {
        type: string;
        payload?: { data: { runEvents: { cursor: string; at: string; sequence: number; run: { id: string } } } };
      };
      if (message.type === "connection_ack") {
        connected++;
        const payload = { query: QUERY, variables: { after: follower.last } };
        socket.send(JSON.stringify({ id: "1", type: "subscribe", payload }));
        resolve();
      }
      if (message.type !== "next" || !message.payload) return;
      const { cursor, at, sequence, run } = message.payload.data.runEvents;
      const before = sequences.get(run.id);
      if (before !== undefined && sequence !== before + 1) follower.wrong++;
      sequences.set(run.id, sequence);
      follower.last = cursor;
      follower.received++;
      if (index % 16 === 0) late.push(Date.now() - Date.parse(at));
    });
  });
}

type Command =
  | { do: "start"; url: string; count: number; after: string | null; atOnce: number; pauseMs: number }
  | { do: "drop"; withinMs: number }
  | { do: "count" };
process.on("message", async (command: Command) => {
  if (command.do === "start") {
    ({ url } = command);
    for (let made = 0; made < command.count; made += command.atOnce) {
      const some = Array.from({ length: Math.min(command.atOnce, command.count - made) }, (_, i) => {
        const follower: Follower = { last: command.after, received: 0, wrong: 0, socket: undefined };
        followers.push(follower);
        return open(follower, made + i);
      });
      await Promise.race([Promise.all(some), new Promise((resolve) => setTimeout(resolve, 30_000))]);
      await new Promise((resolve) => setTimeout(resolve, command.pauseMs));
    }
  }
  if (command.do === "drop") {
    connected = 0;
    for (const { socket } of followers) socket?.terminate();
    await Promise.all(
      followers.map(async (follower, index) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * command.withinMs));
        await open(follower, index);
      }),
    );
  }
  process.send?.({
    connected,
    refused,
    late,
    received: followers.map(({ received }) => received),
    wrong: followers.reduce((sum, { wrong }) => sum + wrong, 0),
  });
  late = [];
});
process.send?.({});
