// A wire between clients and the server. A test cuts it, or gives a plan by which each connection is cut: by a reset, by a close, or by
// silence in both directions with the connection left open, as when packets are dropped.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type Cut = "reset" | "close" | "silence";

/** After how many milliseconds a connection is cut, and how. */
export interface Planned {
  readonly afterMs: number;
  readonly cut: Cut;
}

export interface Wire {
  /** The server's address by way of the wire. */
  readonly url: string;
  /** How many connections have been made. */
  readonly made: number;
  readonly refused: number;
  readonly cuts: Readonly<Record<Cut, number>>;
  /** While it is true, new connections are broken off at once. */
  refusing: boolean;
  /** Cuts all connections that are there now. */
  cut(how?: Cut): void;
  /** From now on the plan cuts nothing any more; those that are silent stay so. */
  calm(): void;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  silent: boolean;
}

/** It is gone when the test has finished. `plan` is asked for each new connection, and so is `target`, where it changes. */
export async function startWire(to: string, plan?: () => Planned, target = () => to): Promise<Wire> {
  const pairs = new Set<Pair>();
  const timers = new Set<NodeJS.Timeout>();
  const cuts = { reset: 0, close: 0, silence: 0 };
  const state = { made: 0, refused: 0, refusing: false, cuts };
  let planned = plan;

  const cutOne = (pair: Pair, how: Cut) => {
    const { near, far } = pair;
    if (pair.silent || near.destroyed || far.destroyed) return;
    cuts[how]++;
    if (how === "silence") {
      pair.silent = true;
      near.unpipe(far).on("data", () => {});
      far.unpipe(near).on("data", () => {});
    } else
      for (const socket of [near, far]) {
        if (how === "close") socket.end();
        else socket.resetAndDestroy();
      }
  };
  const server = createServer((near) => {
    if (state.refusing) {
      state.refused++;
      near.destroy();
      return;
    }
    state.made++;
    const { hostname, port } = new URL(target());
    const far = connect(Number(port), hostname);
    const pair: Pair = { near, far, silent: false };
    pairs.add(pair);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        // The other side of a silent connection never learns of its end.
        if (!pair.silent) other.destroySoon();
        if (other.destroyed) pairs.delete(pair);
      });
    }
    near.pipe(far).pipe(near);
    if (!planned) return;
    const { afterMs, cut } = planned();
    const timer = setTimeout(() => {
      timers.delete(timer);
      cutOne(pair, cut);
    }, afterMs);
    timers.add(timer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const calm = () => {
    planned = undefined;
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
  onTestFinished(async () => {
    calm();
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
    await new Promise((resolve) => server.close(resolve));
  });
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut(how: Cut = "reset") {
      for (const pair of pairs) cutOne(pair, how);
    },
    calm,
  });
}
