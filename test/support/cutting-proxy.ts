// A TCP proxy that cuts: a reset, a close, or silence in both directions with the connection left open, as when packets are dropped.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type Cut = "reset" | "close" | "silence";

export interface CuttingProxy {
  readonly url: string;
  readonly cuts: Readonly<Record<Cut, number>>;
  /** From now on connections are left alone; those that are silenced stay so. */
  calm(): void;
  stop(): void;
}

/** `plan` says for each new connection after how many milliseconds it is cut and how. */
export async function startCuttingProxy(
  target: string,
  plan: () => { readonly afterMs: number; readonly cut: Cut },
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  const cuts = { reset: 0, close: 0, silence: 0 };
  let calm = false;

  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let silent = false;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => {
        if (!silent) to.write(chunk);
      });
      // The other side of a silenced connection never learns of its end.
      from.on("close", () => {
        sockets.delete(from);
        if (!silent) to.destroy();
      });
      from.on("error", () => {});
    }
    if (calm) return;
    const { afterMs, cut } = plan();
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (near.destroyed || far.destroyed) return;
      cuts[cut]++;
      if (cut === "silence") silent = true;
      else if (cut === "close") {
        near.end();
        far.end();
      } else {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
    }, afterMs);
    timers.add(timer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts,
    calm() {
      calm = true;
      for (const timer of timers) clearTimeout(timer);
    },
    stop() {
      server.close();
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}
