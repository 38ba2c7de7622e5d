// Closes what stays open when whoever opened it may no longer: revoked, expired, signed out, disabled, or with other rights. Looked at
// every two seconds in the database, so it holds for every instance.
import type { Access } from "../access/access.ts";
import type { Viewer } from "../domain/access.ts";

const LOOK_EVERY_MS = 2_000;

export interface Watch {
  /** Answers how to end the watch. `close` is called once at most. */
  add(viewer: Viewer, close: () => void): () => void;
  stop(): void;
}

export function createWatch(access: Access, after: (delayMs: number, callback: () => void) => () => void): Watch {
  const open = new Map<symbol, { readonly viewer: Viewer; readonly close: () => void }>();
  let cancel: (() => void) | undefined;
  let stopped = false;

  const look = () => {
    cancel = undefined;
    if (stopped || open.size === 0) return;
    void check()
      // The database's trouble; a moment later it is asked again.
      .catch(() => {})
      .finally(again);
  };
  const again = () => {
    if (!stopped && open.size > 0) cancel ??= after(LOOK_EVERY_MS, look);
  };

  async function check(): Promise<void> {
    const lapsed = await access.lapsed([...open.values()].map(({ viewer }) => viewer));
    for (const [key, { viewer, close }] of open) {
      if (!lapsed.has(viewer)) continue;
      open.delete(key);
      close();
    }
  }

  return {
    add(viewer, close) {
      if (viewer.credential === null) return () => {};
      const key = Symbol();
      open.set(key, { viewer, close });
      again();
      return () => void open.delete(key);
    },
    stop() {
      stopped = true;
      cancel?.();
      open.clear();
    },
  };
}
