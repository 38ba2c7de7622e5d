// One life of the program inside a simulation: its view of the clock and of the store. Ended by a crash, it writes nothing more and
// its timers never fire; the clock and the store themselves outlive it.
import { systemClock } from "../clock.ts";
import type { Clock, Store } from "../domain/ports.ts";
import type { Activity } from "./activity.ts";

export interface Session {
  readonly clock: Clock;
  /** As the activity's; what a crash cuts off has ended. */
  begin: Activity["begin"];
  /** The store as this life sees it; every call counts as work. Closing it only ends the listening. */
  open(store: Store): Store;
  readonly crashed: boolean;
  crash(): void;
}

const WRITES: ReadonlySet<PropertyKey> = new Set<keyof Store>(["write", "saveInstance", "buryInstances"]);

export function createSession(clock: Clock, activity: Activity): Session {
  let crashed = false;
  const unsubscribe = new Set<() => void>();
  const going = new Set<() => void>();

  const begin: Activity["begin"] = (what) => {
    if (crashed) return () => {};
    const end = activity.begin(what);
    going.add(end);
    return () => {
      going.delete(end);
      end();
    };
  };

  const after: Clock["after"] = (delayMs, callback) => {
    // What is left of a dead program must not wait for a time that may never come: it is being put away.
    if (crashed) return systemClock.after(0, callback);
    return clock.after(delayMs, () => {
      if (!crashed) callback();
    });
  };

  function call(
    store: Store,
    key: PropertyKey,
    work: (...args: unknown[]) => unknown,
  ): (...args: unknown[]) => unknown {
    if (key === "onCommit") {
      return (listener) => {
        const stop = store.onCommit(listener as Parameters<Store["onCommit"]>[0]);
        unsubscribe.add(stop);
        return stop;
      };
    }
    if (key === "close") return async () => endListening();
    return async (...args) => {
      if (crashed && WRITES.has(key)) throw new Error("The program has crashed: it writes nothing more.");
      const end = begin(`the database does ${String(key)}`);
      try {
        return await work.apply(store, args);
      } finally {
        end();
      }
    };
  }

  function endListening(): void {
    for (const stop of unsubscribe) stop();
    unsubscribe.clear();
  }

  return {
    clock: { now: clock.now, after, simulated: clock.simulated },
    begin,
    open(store) {
      const calls = new Map<PropertyKey, unknown>();
      return new Proxy(store, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key, target);
          if (typeof value !== "function") return value;
          if (!calls.has(key)) calls.set(key, call(target, key, value as (...args: unknown[]) => unknown));
          return calls.get(key);
        },
      });
    },
    get crashed() {
      return crashed;
    },
    crash() {
      crashed = true;
      endListening();
      for (const end of going) end();
      going.clear();
    },
  };
}
