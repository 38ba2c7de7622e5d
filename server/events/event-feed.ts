// The event log as a feed. The table is the truth; commits of this process are told as they happen.
import { RequestError } from "../domain/errors.ts";
import type { EventScope, Store } from "../domain/ports.ts";
import type { Event } from "../domain/types.ts";
import type { Feed, Placed } from "./feed.ts";

const READ_AT_ONCE = 500;

export interface EventFeedOptions<T extends Event, U> {
  readonly key: string;
  /** What the table is searched for; `matches` has the last word. */
  readonly scope: EventScope;
  readonly matches: (event: Event) => event is T;
  readonly heartbeat?: ((at: number) => U) | undefined;
  /** The cursor as clients know it. */
  readonly cursorText: (cursor: number) => string;
}

/** @throws RequestError CURSOR_EXPIRED from `past` when events beyond the place have been removed */
export function createEventFeed<T extends Event, U = never>(
  store: Pick<Store, "headCursor" | "eventsAfter" | "eventsPrunedThrough" | "onCommit">,
  { key, scope, matches, heartbeat, cursorText }: EventFeedOptions<T, U>,
): Feed<T | U> {
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
      // Asked after the page was read: what it lacks had been removed by then.
      const gone = await store.eventsPrunedThrough();
      if (after < gone)
        throw new RequestError(
          "CURSOR_EXPIRED",
          `The event log no longer reaches back to this cursor. Read what there is anew, and go on from ${cursorText(gone)} or later.`,
          { oldestCursor: cursorText(gone) },
        );
      const last = page.at(-1)?.cursor ?? after;
      const more = page.length === READ_AT_ONCE;
      return { values: placed(page), through: more ? last : Math.max(last, head), more };
    },
    listen: ({ hear }) =>
      store.onCommit(({ events, through = events.at(-1)?.cursor }) => {
        if (through !== undefined) hear({ values: placed(events), through });
      }),
  };
}
