// The event log as a feed. The table is the truth; commits of this process are told as they happen.
import type { EventScope, Store } from "../domain/ports.ts";
import type { Event } from "../domain/types.ts";
import type { Feed, Placed } from "./feed.ts";

const READ_AT_ONCE = 500;

export interface EventFeedOptions<T extends Event> {
  readonly key: string;
  /** What the table is searched for; `matches` has the last word. */
  readonly scope: EventScope;
  readonly matches: (event: Event) => event is T;
  readonly heartbeat?: ((at: number) => T) | undefined;
}

export function createEventFeed<T extends Event>(
  store: Pick<Store, "headCursor" | "eventsAfter" | "onCommit">,
  { key, scope, matches, heartbeat }: EventFeedOptions<T>,
): Feed<T> {
  const placed = (events: readonly Event[]): Placed<T>[] =>
    events.filter(matches).map((value) => ({ at: value.cursor, value }));
  return {
    key,
    ...(heartbeat ? { heartbeat } : {}),
    head: () => store.headCursor(),
    async past(after) {
      // All up to this cursor is in the table by now: a short page reaches at least as far.
      const head = await store.headCursor();
      const page = await store.eventsAfter(after, READ_AT_ONCE, scope);
      const last = page.at(-1)?.cursor ?? after;
      const more = page.length === READ_AT_ONCE;
      return { values: placed(page), through: more ? last : Math.max(last, head), more };
    },
    listen: ({ hear }) =>
      store.onCommit(({ events }) => {
        const last = events.at(-1);
        if (last) hear({ values: placed(events), through: last.cursor });
      }),
  };
}
