// So many sockets that subscribe and count. Latencies are from the event's own instant, which is a whole millisecond, to its arrival.
import WebSocket from "ws";

const QUERY = "subscription { runEvents { cursor at type run { id state progress } } }";

interface Start {
  readonly url: string;
  readonly count: number;
  /** Whether the server speaks graphql-transport-ws. */
  readonly protocol: boolean;
}

let received = 0;
let late: number[] = [];
const sockets: WebSocket[] = [];

function open({ url, protocol }: Start, id: string): Promise<void> {
  const socket = new WebSocket(url, protocol ? "graphql-transport-ws" : [], { perMessageDeflate: false });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.on("open", () => (protocol ? socket.send('{"type":"connection_init"}') : resolve()));
    socket.on("message", (data: Buffer) => {
      const text = data.toString("latin1");
      const at = text.indexOf('"at":"');
      if (at > 0) {
        received++;
        // Each 16th is enough for a percentile, and leaves the machine to the server.
        if ((received & 15) === 0) late.push(Date.now() - Date.parse(text.slice(at + 6, at + 30)));
      } else if (text.includes("connection_ack")) {
        socket.send(JSON.stringify({ id, type: "subscribe", payload: { query: QUERY } }));
        resolve();
      }
    });
  });
}

type Command = ({ do: "start" } & Start) | { do: "count" } | { do: "stop" };
process.on("message", async (command: Command) => {
  if (command.do === "start")
    for (let made = 0; made < command.count; made += 50) {
      const some = Math.min(50, command.count - made);
      await Promise.all(Array.from({ length: some }, (_, index) => open(command, `${process.pid}-${made + index}`)));
    }
  if (command.do === "stop") for (const socket of sockets.splice(0)) socket.terminate();
  process.send?.({ received, late });
  if (command.do !== "count") {
    received = 0;
    late = [];
  } else late = [];
});
process.send?.({});
