// A TCP proxy between an instance and the database: where iptables can only take packets away, it makes them late, lets them drip, or
// resets their connections. Nothing is reordered or lost but by a reset.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** As its instance sees it: `out` is towards the database. */
export type Direction = "in" | "out";

/** How one direction carries bytes. */
export type Pace =
  | { readonly kind: "free" }
  /** Each piece comes so much later, between the two, in ms. */
  | { readonly kind: "late"; readonly fromMs: number; readonly toMs: number }
  /** A byte each so many ms. */
  | { readonly kind: "drip"; readonly everyMs: number };

export interface Link {
  /** On the host's address. */
  readonly port: number;
  /** From now on, for what waits as well, and for connections to come. */
  pace(direction: Direction, pace: Pace): void;
  /** Ends every connection with RST at both ends; answers how many. New ones are taken. */
  reset(): number;
  /** Whether it is the one that has reached the target from this port. */
  comesFrom(port: number): boolean;
  /** Everything free again: what waits goes on at once. */
  heal(): void;
  stop(): void;
}

const FREE: Pace = { kind: "free" };
/** What waits in a direction before its sender is held up, as a socket's buffer does. */
const MOST_WAITING = 256 * 1_024;

/** `random`: 0 to 1, for how late a piece is. */
export async function startLink(
  host: string,
  target: { readonly host: string; readonly port: number },
  random: () => number,
): Promise<Link> {
  const paces: Record<Direction, Pace> = { in: FREE, out: FREE };
  const pairs = new Set<readonly [Socket, Socket]>();
  const carriers: Record<Direction, Set<Carrier>> = { in: new Set(), out: new Set() };
  // Half-open, so that the end of a stream waits its turn behind its bytes.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ ...target, allowHalfOpen: true, noDelay: true });
    const pair = [near, far] as const;
    const ways = {
      out: carry(near, far, () => paces.out, random),
      in: carry(far, near, () => paces.in, random),
    };
    pairs.add(pair);
    for (const way of ["in", "out"] as const) carriers[way].add(ways[way]);
    const forget = () => {
      if (!near.closed || !far.closed) return;
      pairs.delete(pair);
      for (const way of ["in", "out"] as const) carriers[way].delete(ways[way]);
    };
    for (const [one, other] of [pair, [far, near]] as const) {
      one.on("error", () => other.resetAndDestroy());
      one.on("close", forget);
    }
  }).listen(0, host);
  await once(server, "listening");
  const pace = (direction: Direction, next: Pace) => {
    paces[direction] = next;
    for (const carrier of carriers[direction]) carrier.renew();
  };
  const reset = () => {
    const count = pairs.size;
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy();
    return count;
  };
  return {
    port: (server.address() as AddressInfo).port,
    pace,
    reset,
    comesFrom: (port) => [...pairs].some(([, far]) => far.localPort === port),
    heal() {
      pace("in", FREE);
      pace("out", FREE);
    },
    stop() {
      server.close();
      reset();
    },
  };
}

interface Carrier {
  /** The pace is another one: what waits keeps its order, not its time. */
  renew(): void;
}

function carry(source: Socket, sink: Socket, pace: () => Pace, random: () => number): Carrier {
  const waiting: { bytes: Buffer; due: number }[] = [];
  let held = 0;
  let last = 0;
  let ended = false;
  let full = false;
  let timer: NodeJS.Timeout | undefined;
  const dueOf = (now: number): number => {
    const at = pace();
    if (at.kind === "free") return now;
    return now + (at.kind === "drip" ? at.everyMs : at.fromMs + random() * (at.toMs - at.fromMs));
  };
  const pass = () => {
    clearTimeout(timer);
    for (let head = waiting[0]; head && !full && !sink.destroyed; head = waiting[0]) {
      const now = performance.now();
      if (head.due > now) {
        timer = setTimeout(pass, head.due - now);
        return;
      }
      const at = pace();
      const bytes = at.kind === "drip" ? head.bytes.subarray(0, 1) : head.bytes;
      head.bytes = head.bytes.subarray(bytes.length);
      held -= bytes.length;
      full = !sink.write(bytes);
      if (head.bytes.length === 0) waiting.shift();
      const next = waiting[0];
      if (next && at.kind === "drip") next.due = now + at.everyMs;
    }
    if (held < MOST_WAITING) source.resume();
    if (ended && waiting.length === 0 && !sink.writableEnded) sink.end();
  };
  source.on("data", (bytes: Buffer) => {
    // Late pieces wait side by side, but none passes another.
    last = Math.max(last, dueOf(performance.now()));
    waiting.push({ bytes, due: last });
    held += bytes.length;
    if (held >= MOST_WAITING) source.pause();
    if (waiting.length === 1) pass();
  });
  source.on("end", () => {
    ended = true;
    pass();
  });
  sink.on("drain", () => {
    full = false;
    pass();
  });
  sink.on("close", () => clearTimeout(timer));
  return {
    renew() {
      last = 0;
      for (const piece of waiting) {
        last = Math.max(last, dueOf(performance.now()));
        piece.due = last;
      }
      pass();
    },
  };
}
