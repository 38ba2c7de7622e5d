// The monitor while its database comes and goes: whoever could not renew is given the time to, and whoever is dead is taken over all the same.
import { expect, it, onTestFinished } from "vitest";
import { LEASE_RENEWAL_MS } from "../../server/domain/limits.ts";
import type { StorageHealth, StorageTrouble, Store } from "../../server/domain/ports.ts";
import { createLog } from "../../server/log.ts";
import { monitorPoll } from "../../server/monitor/monitor.ts";
import { openStore } from "../../server/store/index.ts";
import { add, claim } from "../store/conformance-writes.ts";
import { manualClock } from "../support/clock.ts";
import { aTask, NOON, newId } from "../support/tasks.ts";

const TROUBLE: StorageTrouble = { code: "UNAVAILABLE", message: "It comes and goes.", lasting: false };
const LEASE_MS = 6_000;

/** A run whose instance is dead, and a monitor of another one. */
async function aLoss() {
  const store = await openStore(":memory:");
  onTestFinished(() => store.close());
  const clock = manualClock(NOON);
  let change: (trouble: StorageTrouble | null) => void = () => {};
  const health: Partial<StorageHealth> = {
    trouble: null,
    onChange: (listener) => {
      change = listener;
      return () => {};
    },
  };
  const shared = new Proxy(store, {
    get(real, key) {
      if (key === "exclusive") return false;
      if (key === "health") return health;
      const value: unknown = Reflect.get(real, key);
      return typeof value === "function" ? value.bind(real) : value;
    },
  }) as Store;
  const log = createLog("silent");
  const poll = monitorPoll({
    store: shared,
    clock,
    log,
    instanceId: "me",
    random: () => 0.5,
    newId,
    holds: () => false,
  });
  const [id] = (await add(store, aTask(), NOON)) as [string];
  expect(await claim(store, NOON, "dead")).toHaveLength(1);
  const state = async () => (await store.runsById([id])).get(id)?.state;
  return { clock, poll, state, change: (trouble: StorageTrouble | null) => change(trouble) };
}

it("after a time without a database gives everybody the time to renew", async () => {
  const { clock, poll, state, change } = await aLoss();
  clock.advance(LEASE_MS - 1_000);
  change(TROUBLE);
  clock.advance(3_000);
  change(null);
  expect(await poll()).toBe(LEASE_RENEWAL_MS);
  expect(await state()).toBe("RUNNING");
  clock.advance(LEASE_RENEWAL_MS);
  await poll();
  expect(await state()).toBe("RETRYING");
});

it("takes over what is lost however often the database is in trouble for a moment", async () => {
  const { clock, poll, state, change } = await aLoss();
  clock.advance(LEASE_MS);
  for (let turn = 0; turn < 3; turn++) {
    change(TROUBLE);
    clock.advance(500);
    change(null);
    await poll();
    clock.advance(500);
  }
  expect(await state()).toBe("RETRYING");
});
