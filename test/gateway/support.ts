// Groups over a real store in memory, and readers that a test can hold still.
import { afterEach, beforeEach, vi } from "vitest";
import { systemClock } from "../../server/clock.ts";
import type { Store } from "../../server/domain/ports.ts";
import type { Event } from "../../server/domain/types.ts";
import { createEventFeed } from "../../server/events/event-feed.ts";
import type { Feed } from "../../server/events/feed.ts";
import { type From, Group } from "../../server/gateway/live/group.ts";
import { openStore } from "../../server/store/index.ts";
import { aTask } from "../support/tasks.ts";

export function useGroups() {
  let store: Store;
  let groups: Group<unknown>[];
  beforeEach(async () => {
    store = await openStore(":memory:");
    groups = [];
  });
  afterEach(async () => {
    for (const group of groups) group.close();
    await store.close();
  });

  return {
    store: () => store,
    /** So many events in one commit. */
    write: (count: number) =>
      store.write(async (tx) => {
        for (let made = 0; made < count; made++) await tx.insertTask(aTask());
      }),
    cursors: async () => (await store.eventsAfter(0, 10_000)).map((event) => event.cursor),
    eventFeed: (matches: (event: Event) => boolean = () => true, heartbeats = false): Feed<Event> =>
      createEventFeed(store, {
        key: "events",
        scope: {},
        matches: (event): event is Event => matches(event),
        cursorText: String,
        heartbeat: heartbeats ? (at) => ({ cursor: at }) as Event : undefined,
      }),
    /** `rendered` tells what answers were made; an answer is an event's cursor, or the value itself. */
    groupOf<T>(feed: Feed<T>, after = systemClock.after, onIdle = () => {}) {
      const rendered = vi.fn<(values: readonly T[]) => Promise<string[]>>(async (values) =>
        values.map((value) => JSON.stringify((value as { cursor?: number }).cursor ?? value)),
      );
      const group = new Group<T>({ feed, render: rendered, pastTurn: (work) => work(), after, onIdle });
      groups.push(group as Group<unknown>);
      return { group, rendered };
    },
  };
}

/** Reads as fast as it may, until the test says that it has left something unread. */
export function read<T>(group: Group<T>, from: From<T>) {
  const got: unknown[] = [];
  const state = { got, unread: 0, cut: false, ended: undefined as Error | null | undefined };
  const leave = group.open(
    {
      send: (bodies) => got.push(...bodies.map((body) => JSON.parse(body) as unknown)),
      unread: () => state.unread,
      cut: () => {
        state.cut = true;
      },
    },
    from,
    (error) => {
      state.ended = error;
    },
  );
  return Object.assign(state, { leave });
}
