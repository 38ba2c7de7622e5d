// A wire between a client and the server that a test cuts, or lets go dead: nothing passes any more though nobody has closed it.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Wire {
  /** The server's address by way of the wire. */
  readonly url: string;
  /** How many connections have been made. */
  readonly made: number;
  readonly refused: number;
  /** Breaks every connection off. */
  cut(): void;
  /** Those that are there now let nothing pass any more. */
  deaden(): void;
  /** While it is true, new connections are broken off at once. */
  refusing: boolean;
}

export async function startWire(to: string): Promise<Wire> {
  const port = Number(new URL(to).port);
  const pairs = new Set<readonly [Socket, Socket]>();
  const state = { made: 0, refused: 0, refusing: false };
  const server = createServer((near) => {
    if (state.refusing) {
      state.refused++;
      near.destroy();
      return;
    }
    state.made++;
    const far = connect(port, "127.0.0.1");
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on("error", () => {});
      socket.on("close", () => {
        near.destroy();
        far.destroy();
        pairs.delete(pair);
      });
    }
    near.pipe(far).pipe(near);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  onTestFinished(async () => {
    cut();
    await new Promise((resolve) => server.close(resolve));
  });
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    deaden() {
      for (const [near, far] of pairs) {
        near.unpipe(far).on("data", () => {});
        far.unpipe(near).on("data", () => {});
      }
    },
  });
}
