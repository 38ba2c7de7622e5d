// How much it costs to tell many the same: the product beside graphql-ws as it comes and a bare broadcast, in one run, with server and
// clients in processes of their own. `npm run bench:fan-out -- [subscribers] [events a second]`
import type { ChildProcess } from "node:child_process";
import { ask, start, wait } from "./fan-out/processes.ts";
import { percentile } from "./figures.ts";

const [subscribers = 1_000, perSecond = 100] = process.argv.slice(2).map(Number);
const SECONDS = 8;
const BURST = 400;

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  readonly kbEach: number;
  readonly lost: number;
}

/** Until everything has come, or nothing comes any more. */
async function arrived(
  clients: ChildProcess,
  expected: number,
): Promise<{ received: number; late: number[]; ms: number }> {
  const began = performance.now();
  const late: number[] = [];
  for (let last = -1, still = 0; ; ) {
    const answer = await ask(clients, { do: "count" });
    late.push(...answer.late);
    still = answer.received === last ? still + 1 : 0;
    last = answer.received;
    if (last >= expected || still > 500) return { received: last, late, ms: performance.now() - began };
    await wait(20);
  }
}

async function measure(name: string, url: string, protocol: boolean): Promise<Figures> {
  const [server, hello] = await start("server");
  const [clients] = await start("clients");
  const target = url === "" ? `${hello.product}/graphql` : `${hello.others}${url}`;
  const before = await ask(server, { do: "usage" });
  await ask(clients, { do: "start", url: target, count: subscribers, protocol });
  await wait(1_000);
  const held = await ask(server, { do: "usage" });
  const steady = await ask(server, { do: "steady", perSecond, seconds: SECONDS });
  const slow = await arrived(clients, perSecond * SECONDS * subscribers);
  await wait(500);
  await ask(clients, { do: "start", url: target, count: 0, protocol });
  const began = performance.now();
  await ask(server, { do: "burst", count: BURST });
  const fast = await arrived(clients, BURST * subscribers);
  const seconds = (performance.now() - began) / 1_000;
  await ask(clients, { do: "stop" });
  for (const child of [server, clients]) child.kill();
  const { late } = slow;
  const figures = {
    perSecond: Math.round(fast.received / seconds),
    p50: percentile(late, 50),
    p99: percentile(late, 99),
    cpu: (steady.cpuMs - held.cpuMs) / (SECONDS * 1_000),
    kbEach: ((held.rssMb - before.rssMb) * 1_000) / subscribers,
    lost: perSecond * SECONDS * subscribers - slow.received + BURST * subscribers - fast.received,
  };
  console.log(
    `${name.padEnd(28)} flat out ${String(figures.perSecond).padStart(7)} deliveries/s; at ${perSecond}/s p50 ${figures.p50} ms, p99 ${figures.p99} ms, ` +
      `${Math.round(figures.cpu * 100)} % of a core, ${figures.kbEach.toFixed(1)} kB a connection, ${figures.lost} not delivered`,
  );
  return figures;
}

console.log(`${subscribers} subscribers, each in a socket of its own\n`);
const bare = await measure("bare broadcast", "/bare", false);
const product = await measure("Cronograph", "", true);
const plain = await measure("graphql-ws as it comes", "/plain", true);
console.log(
  `\nCronograph: ${(product.perSecond / plain.perSecond).toFixed(1)} times graphql-ws as it comes, ` +
    `${Math.round((100 * product.perSecond) / bare.perSecond)} % of a bare broadcast`,
);
