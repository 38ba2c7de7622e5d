// Something that has a state rather than a history, as a feed: told at once, then anew when it has changed, not too often.
import type { Clock, Commit, Store } from "../domain/ports.ts";
import type { Feed } from "./feed.ts";

export interface StateFeedOptions<T> {
  readonly key: string;
  readonly read: () => Promise<T>;
  /** Whether a commit can have changed it. */
  readonly touches: (commit: Commit) => boolean;
  /** What of it counts as a change. */
  readonly digest?: (value: T) => unknown;
  /** The least time between two tellings. */
  readonly everyMs: number;
  /** It changes with time alone too: read anew after so long. */
  readonly atLeastEveryMs?: number;
}

export function createStateFeed<T>(
  store: Pick<Store, "onCommit">,
  clock: Clock,
  { key, read, touches, digest = (value) => value, everyMs, atLeastEveryMs }: StateFeedOptions<T>,
): Feed<T> {
  return {
    key,
    newestOnly: true,
    head: async () => 0,
    listen({ hear, fail }) {
      let stopped = false;
      let version = 0;
      let told: string | undefined;
      let dirty = false;
      let busy = true;
      let cancelRest = () => {};
      let cancelNext = () => {};

      async function tell(): Promise<void> {
        busy = true;
        dirty = false;
        cancelNext();
        try {
          const value = await read();
          if (stopped) return;
          const text = JSON.stringify(digest(value));
          if (text !== told) hear({ values: [{ at: ++version, value }], through: version });
          told = text;
        } catch (error) {
          fail(error as Error);
          return;
        }
        cancelRest = clock.after(everyMs, () => {
          busy = false;
          if (dirty) void tell();
        });
        if (atLeastEveryMs !== undefined)
          cancelNext = clock.after(atLeastEveryMs, () => (busy ? undefined : void tell()));
      }

      const unsubscribe = store.onCommit((commit) => {
        if (!touches(commit)) return;
        dirty = true;
        if (!busy) void tell();
      });
      void tell();
      return () => {
        stopped = true;
        cancelRest();
        cancelNext();
        unsubscribe();
      };
    },
  };
}
