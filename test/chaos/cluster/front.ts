// The way of all clients: a proxy that hands each connection to one of the instances that are ready, as a load balancer does, and
// breaks off the connections to one that does not answer any more.
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Front {
  readonly url: string;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 400;
const ANSWER_MS = 2_000;

export async function startFront(
  addresses: readonly { host: string; port: number }[],
  random: () => number,
): Promise<Front> {
  const ready = addresses.map(() => false);
  const links = addresses.map(() => new Set<Socket>());
  let stopped = false;
  const silent = addresses.map(() => 0);
  const look = async (index: number): Promise<void> => {
    const { host, port } = addresses[index] as (typeof addresses)[number];
    let answered = false;
    try {
      const response = await fetch(`http://${host}:${port}/readyz`, {
        headers: { connection: "close" },
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      answered = true;
      ready[index] = response.ok;
    } catch {
      ready[index] = false;
    }
    // Once may be the machine's.
    silent[index] = answered ? 0 : (silent[index] ?? 0) + 1;
    if ((silent[index] ?? 0) > 1) for (const socket of links[index] ?? []) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (!stopped) void look(index);
  };
  for (const index of addresses.keys()) void look(index);
  const server = createServer((near) => {
    const able = [...addresses.keys()].filter((index) => ready[index]);
    const chosen = able[Math.floor(random() * able.length)];
    near.on("error", () => {});
    // As a port on which nobody listens.
    if (chosen === undefined) return void near.resetAndDestroy();
    const far = connect(addresses[chosen] as { host: string; port: number });
    links[chosen]?.add(far);
    far.on("error", () => {});
    far.on("close", () => {
      links[chosen]?.delete(far);
      near.destroy();
    });
    near.on("close", () => far.destroy());
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      stopped = true;
      for (const all of links) for (const socket of all) socket.destroy();
      server.close();
    },
  };
}
