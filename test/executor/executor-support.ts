// An executor under a clock that the test moves, with a runner of the test's own and a store that fails as the test says.
import { afterEach, beforeEach, expect } from "vitest";
import { StorageError } from "../../server/domain/errors.ts";
import type { Runner, Store, StoreTransaction, TargetResult, Work } from "../../server/domain/ports.ts";
import { createExecutor, type Executor } from "../../server/executor/executor.ts";
import { createLog } from "../../server/log.ts";
import { openStore } from "../../server/store/index.ts";
import { type ManualClock, manualClock } from "../support/clock.ts";
import { NOON, newId } from "../support/tasks.ts";

interface Going {
  readonly work: Work;
  finish(result: TargetResult): void;
}

/** Anew for each test. */
export let store: Store;
export let clock: ManualClock;
export let executor: Executor;
export let going: Going[];

interface Faults {
  /** As while the disk is full. */
  refusesWrites: boolean;
  /** As where there is room for a claim and none for a result. */
  refusesResults: boolean;
  /** As where other instances may take a run over. */
  shared: boolean;
  /** How long the answer of a write takes that has been done. */
  answersAfterMs: number;
  /** Answers that do not come, as from a link that has gone silent; null while they do. */
  silence: (() => void)[] | null;
  /** Whether a runner goes on for as long as it likes after it was told to stop. */
  stubborn: boolean;
}

const NONE: Faults = {
  refusesWrites: false,
  refusesResults: false,
  shared: false,
  answersAfterMs: 0,
  silence: null,
  stubborn: false,
};
export const faults: Faults = { ...NONE };

const full = () => new StorageError("STORAGE_FULL", "The disk is full.");
const withoutResults = (tx: StoreTransaction): StoreTransaction =>
  new Proxy(tx, {
    get(real, key) {
      if (key === "report") return () => Promise.reject(full());
      const value: unknown = Reflect.get(real, key, real);
      return typeof value === "function" ? value.bind(real) : value;
    },
  });

beforeEach(async () => {
  store = await openStore(":memory:");
  Object.assign(faults, NONE);
  clock = manualClock(NOON);
  going = [];
  const runner: Runner = {
    capacity: 3,
    run: (work) =>
      new Promise((resolve) => {
        going.push({ work, finish: resolve });
        work.signal.addEventListener("abort", () => {
          if (!faults.stubborn) resolve({ ok: false, error: { code: "ABORTED", message: "let go" } });
        });
      }),
    stop: async () => {},
  };
  /** What changes something fails as the database's faults want it. */
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    if (faults.refusesWrites) throw full();
    if (faults.silence) await new Promise<void>((resolve) => faults.silence?.push(resolve));
    const done = await change();
    if (faults.answersAfterMs > 0) await new Promise<void>((resolve) => clock.after(faults.answersAfterMs, resolve));
    return done;
  };
  const faulty: Pick<Store, "write" | "renewLeases"> = {
    write: (work) => changing(() => store.write((tx) => work(faults.refusesResults ? withoutResults(tx) : tx))),
    renewLeases: (...held) => changing(() => store.renewLeases(...held)),
  };
  executor = createExecutor({
    store: new Proxy(store, {
      get(real, key) {
        if (key === "exclusive") return !faults.shared;
        const value: unknown = Reflect.get(key in faulty ? faulty : real, key);
        return typeof value === "function" ? value.bind(real) : value;
      },
    }),
    clock,
    log: createLog("silent"),
    instanceId: "me",
    newId,
    runners: { HTTP: runner, MODULE: runner } as never,
    random: () => 0.5,
    secrets: async () => new Map(),
    modules: { find: async () => null },
  });
});
afterEach(async () => {
  let stopped = false;
  void executor.stop(0).then(() => {
    stopped = true;
  });
  await pass("it has stopped", () => stopped);
  expect(clock.timers).toBe(0);
  await store.close();
});

/** The link speaks again. */
export function release(): void {
  const held = faults.silence ?? [];
  faults.silence = null;
  for (const answer of held) answer();
}

/** Lets time pass in small steps, with the work that each step sets off, until something has happened. */
export async function pass(what: string, look: () => unknown, stepMs = 10): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error(`Time passed in vain until ${what}`);
    clock.advance(stepMs);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
export const stateOf = async (id: string) => (await store.runsById([id])).get(id);
