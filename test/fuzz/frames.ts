// Broken sockets: a right handshake of HTTP, then bytes that are no WebSocket, frames that are no messages, and messages out of order.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Random } from "./operations.ts";

const MESSAGES = [
  "{",
  "null",
  "[]",
  '"text"',
  '{"type":"connection_init"}',
  '{"type":"connection_init","payload":"x"}',
  '{"type":"connection_init","payload":{"authorization":["Bearer"]}}',
  '{"type":"subscribe"}',
  '{"id":"1","type":"subscribe","payload":{"query":"{ viewer { name } }"}}',
  '{"id":"1","type":"subscribe","payload":{"query":"subscription { taskEvents { cursor } }"}}',
  '{"id":"1","type":"subscribe","payload":{"query":"subscription { taskEvents { cursor } }","variables":[]}}',
  '{"id":1,"type":"complete"}',
  '{"id":"1","type":"complete"}',
  '{"type":"ping","payload":{"x":1}}',
  '{"type":"pong"}',
  '{"id":"1","type":"next","payload":{}}',
  '{"id":"1","type":"error","payload":[]}',
  '{"__proto__":{"polluted":1},"type":"ping"}',
  `{"type":"ping","payload":{"x":"${"y".repeat(70_000)}"}}`,
];

/** RFC 6455 §5.2, masked as a client must. */
function frame(
  opcode: number,
  payload: Buffer,
  { fin = true, masked = true, rsv = 0, length = payload.length } = {},
): Buffer {
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  const mask = masked ? 0x80 : 0;
  const head =
    length < 126
      ? Buffer.from([first, mask | length])
      : length < 65_536
        ? Buffer.from([first, mask | 126, length >> 8, length & 255])
        : Buffer.concat([
            Buffer.from([first, mask | 127]),
            Buffer.from(BigInt(length).toString(16).padStart(16, "0"), "hex"),
          ]);
  // With a mask of nothing the payload stays as it is.
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

export function createFrames(random: Random) {
  const whole = (below: number): number => Math.floor(random() * below);
  const bytes = (count: number): Buffer => Buffer.from(Array.from({ length: count }, () => whole(256)));
  const message = (): Buffer => Buffer.from(MESSAGES[whole(MESSAGES.length)] as string);
  const KINDS: readonly (() => Buffer)[] = [
    () => bytes(whole(200)),
    () => frame(1, message()),
    () => frame(1, message()),
    () => frame(1, message()),
    () => frame(2, message()),
    () => frame(1, bytes(50)),
    () => frame(1, message(), { masked: false }),
    () => frame(1, message(), { fin: false }),
    () => frame(0, message()),
    () => frame(1, message(), { rsv: 1 + whole(7) }),
    () => frame(3 + whole(5), message()),
    () => frame(8, bytes(whole(130))),
    () => frame(9, bytes(whole(130))),
    () => frame(1, Buffer.alloc(0), { length: 2 ** 31 }),
    () => frame(1, message(), { length: 1_048_577 }),
  ];
  return { next: (): Buffer => (KINDS[whole(KINDS.length)] as () => Buffer)() };
}

/** One socket with some of them; ends when the server closes it, or by itself. */
export async function brokenSocket(
  port: number,
  frames: readonly Buffer[],
  headers: string,
  endAfterMs: number,
): Promise<void> {
  const socket: Socket = connect(port, "127.0.0.1");
  const closed = once(socket, "close");
  socket.on("error", () => {});
  socket.on("data", () => {});
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${headers}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
  );
  for (const each of frames) if (socket.writable) socket.write(each);
  const timer = setTimeout(() => socket.destroy(), endAfterMs);
  await closed;
  clearTimeout(timer);
}
