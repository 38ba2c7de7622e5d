// A writer whose way to the database is slow holds the lock that all writers take turns under for a bounded time.
import { afterEach, describe, expect, it } from "vitest";
import type { Store } from "../../server/domain/ports.ts";
import { openStore } from "../../server/store/index.ts";
import { type Link, startLink } from "../chaos/cluster/link.ts";
import { startPostgres } from "../support/postgres.ts";
import { until } from "../support/wait.ts";

/** With three ways there and back under the lock: far beyond what it may be held. */
const EACH_WAY_MS = 900;
/** A turn is given up after 3 s, and whoever waits for his is refused after 5 s. */
const MOST_WAIT_MS = 5_000;
/** A lease of 4.5 s is renewed each 1.5 s: what is left for a renewal, which takes no turn. */
const MOST_RENEWAL_MS = 3_000;

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function open(url: string): Promise<Store> {
  const store = await openStore(url);
  stops.push(() => store.close());
  return store;
}

async function throughLink(url: string): Promise<{ readonly store: Store; readonly link: Link }> {
  const { hostname, port } = new URL(url);
  const link = await startLink("127.0.0.1", { host: hostname, port: Number(port) }, () => 0.5);
  stops.push(() => link.stop());
  const by = new URL(url);
  by.port = String(link.port);
  return { store: await open(by.href), link };
}

describe("a slow way to the database", () => {
  it("lets pass what has gathered, a part at a time", { timeout: 60_000 }, async () => {
    const postgres = await startPostgres();
    stops.push(() => postgres.stop());
    const { store, link } = await throughLink(postgres.url);
    const write = (key: string) => store.write((tx) => tx.saveFact(key, '"kept"'));
    await write("first");
    link.pace("in", { kind: "late", fromMs: 60, toMs: 60 });
    // By themselves quick enough; all of them in one turn would take some ten seconds.
    const keys = Array.from({ length: 60 }, (_, index) => `key ${index}`);
    await Promise.all(keys.map(write));
    link.heal();
    for (const key of keys) expect(await store.fact(key)).toBe('"kept"');
  });

  it("has its turn for a bounded time and costs nobody a lease, is told, and is gone with its cause", {
    timeout: 90_000,
  }, async () => {
    const postgres = await startPostgres();
    stops.push(() => postgres.stop());
    const healthy = await open(postgres.url);
    const { store: slow, link } = await throughLink(postgres.url);
    const write = (store: Store) => store.write((tx) => tx.saveFact("test", String(Math.random())));
    const renew = (store: Store) => store.renewLeases("somebody", 0, [{ runId: "none", attempt: 1 }]);
    await write(slow);
    await renew(slow);

    const pace = { kind: "late", fromMs: EACH_WAY_MS, toMs: EACH_WAY_MS } as const;
    link.pace("in", pace);
    link.pace("out", pace);
    let over = false;
    const outcomes: string[] = [];
    // As an instance does that has much to tell: one write after the other, and probes when it was refused.
    const writing = (async () => {
      while (!over) {
        outcomes.push(
          await write(slow).then(
            () => "done",
            ({ message }: Error) => message,
          ),
        );
        await slow.health.probe();
      }
    })();
    const waits: number[] = [];
    const renewals: number[] = [];
    for (const end = performance.now() + 15_000; performance.now() < end; ) {
      const began = performance.now();
      await write(healthy);
      waits.push(performance.now() - began);
      const asked = performance.now();
      for (const store of [healthy, slow]) await renew(store);
      renewals.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    over = true;
    link.heal();
    await writing;
    expect(Math.max(...waits)).toBeLessThan(MOST_WAIT_MS);
    expect(Math.max(...renewals)).toBeLessThan(MOST_RENEWAL_MS);
    expect(outcomes.join("\n")).toMatch(/not written within three seconds.*its turn was given up/);
    await until(
      "it writes again",
      async () => {
        await slow.health.probe();
        return slow.health.trouble === null;
      },
      10_000,
    );
    await write(slow);
  });
});
