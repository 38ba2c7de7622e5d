// A network of its own for a round: a bridge, and for each instance a namespace with one wire to it. Links are cut by iptables inside
// of the namespace, so that nobody is told anything: packets vanish. Needs root, ip and iptables.
import { execFileSync, spawnSync } from "node:child_process";
import { bridgeOf, namespaceOf } from "./leftovers.ts";

export type Way = "both" | "in" | "out";

export interface Namespace {
  readonly name: string;
  readonly address: string;
  /** Packets from and to a port of the host or of the instance vanish from now on. */
  cut(port: number, side: "far" | "near", way: Way): void;
  heal(): void;
}

export interface Network {
  /** Of the host, as instances see it. */
  readonly address: string;
  readonly namespaces: readonly Namespace[];
  destroy(): void;
}

const run = (...command: string[]) =>
  execFileSync(command[0] as string, command.slice(1), { stdio: ["ignore", "ignore", "pipe"] });

/**
 * `id`: claimed, so that what is taken away is nobody else's.
 * @throws Error where namespaces cannot be made
 */
export function createNetwork(id: number, count: number): Network {
  if (process.getuid?.() !== 0)
    throw new Error("The cluster's faults need root: each instance has its own network namespace.");
  const bridge = bridgeOf(id);
  const subnet = `10.${100 + Math.floor(id / 250)}.${id % 250}`;
  const made: string[] = [];
  const destroy = () => {
    for (const name of made) spawnSync("ip", ["netns", "del", name]);
    spawnSync("ip", ["link", "del", bridge]);
  };
  process.once("exit", destroy);
  try {
    run("ip", "link", "add", bridge, "type", "bridge");
    run("ip", "addr", "add", `${subnet}.1/24`, "dev", bridge);
    run("ip", "link", "set", bridge, "up");
    const namespaces = Array.from({ length: count }, (_, index): Namespace => {
      const name = namespaceOf(id, index);
      const address = `${subnet}.${10 + index}`;
      const inside = (...command: string[]) => run("ip", "netns", "exec", name, ...command);
      run("ip", "netns", "add", name);
      made.push(name);
      run("ip", "link", "add", `cgv${id}x${index}`, "type", "veth", "peer", "name", "eth0", "netns", name);
      run("ip", "link", "set", `cgv${id}x${index}`, "master", bridge, "up");
      inside("ip", "addr", "add", `${address}/24`, "dev", "eth0");
      inside("ip", "link", "set", "eth0", "up");
      inside("ip", "link", "set", "lo", "up");
      return {
        name,
        address,
        cut(port, side, way) {
          const [out, back] = side === "far" ? ["--dport", "--sport"] : ["--sport", "--dport"];
          const drop = (chain: string, which: string) =>
            inside("iptables", "-A", chain, "-p", "tcp", which, String(port), "-j", "DROP");
          if (way !== "in") drop("OUTPUT", out as string);
          if (way !== "out") drop("INPUT", back as string);
        },
        heal: () => void inside("iptables", "-F"),
      };
    });
    return {
      address: `${subnet}.1`,
      namespaces,
      destroy() {
        process.off("exit", destroy);
        destroy();
      },
    };
  } catch (error) {
    destroy();
    throw new Error(`The cluster's network could not be made: ${(error as Error).message}`);
  }
}
