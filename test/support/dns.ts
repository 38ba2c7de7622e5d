// A DNS server on loopback that answers as the test says, and a lookup that asks it: what a name leads to may change from one question to
// the next, as in DNS rebinding.
import { createSocket } from "node:dgram";
import { type LookupAddress, promises } from "node:dns";
import { isIPv4, type LookupFunction } from "node:net";

const A = 1;
const AAAA = 28;

export interface NameServer {
  readonly lookup: LookupFunction;
  /** The names that were asked for, in order, once for each lookup. */
  readonly asked: string[];
  /** Which addresses a name has now. */
  answer: (name: string) => readonly string[];
  stop(): Promise<void>;
}

export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => {
    const { name, type, end } = readQuestion(question);
    const found = (current.get(name) ?? []).filter((each) => (isIPv4(each) ? A : AAAA) === type);
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(found.length, 6);
    head.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([head, question.subarray(12, end), ...found.map(record)]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const resolver = new promises.Resolver({ timeout: 2_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const current = new Map<string, readonly string[]>();

  async function find(name: string): Promise<LookupAddress[]> {
    server.asked.push(name);
    current.set(name, server.answer(name));
    const none = () => [];
    const four = await resolver.resolve4(name).catch(none);
    const six = await resolver.resolve6(name).catch(none);
    return [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))];
  }

  const server: NameServer = {
    asked: [],
    answer: () => [],
    lookup: (name, _, callback) =>
      void find(name).then((found) =>
        found.length > 0
          ? callback(null, found)
          : callback(Object.assign(new Error(`${name} is not known`), { code: "ENOTFOUND" }), []),
      ),
    stop: () => {
      resolver.cancel();
      return new Promise((resolve) => socket.close(() => resolve()));
    },
  };
  return server;
}

/** `end`: where the question ends in the message. */
function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join("."), type: message.readUInt16BE(at + 1), end: at + 5 };
}

/** A resource record of the name in the question, good for no time at all. */
function record(address: string): Buffer {
  const data = isIPv4(address) ? Buffer.from(address.split(".").map(Number)) : ipv6(address);
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(isIPv4(address) ? A : AAAA, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function ipv6(address: string): Buffer {
  const [head = "", tail = ""] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const words = (text: string) => (text === "" ? [] : text.split(":").map((word) => Number.parseInt(word, 16)));
  const [left, right] = [words(head), words(tail)];
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
  return Buffer.from(all.flatMap((word) => [word >> 8, word & 0xff]));
}
