// Follows the event log and runs' log lines. A subscription first listens to commits, then reads the table from its cursor, then
// goes on with the commits it has heard meanwhile, each event once: nothing falls between the two.
import { RequestError } from "../domain/errors.ts";
import { SUBSCRIBER_EVENTS } from "../domain/limits.ts";
import type { Clock, Commit, EventSubscription, Events, Store } from "../domain/ports.ts";
import { isFinal } from "../domain/run-states.ts";
import type { Event, LogLine } from "../domain/types.ts";
import { type Channel, createChannel } from "./channel.ts";

const READ_AT_ONCE = 500;
/** A follower of the table asks the reader to catch up before it reads on: no queue grows with the table. */
const ROOM = SUBSCRIBER_EVENTS;

export function createEvents(store: Store, clock: Clock): Events {
  const open = new Set<Channel<never>>();

  function follow<T>(onCommit: (commit: Commit) => void, overflow: () => Error): Channel<T> {
    const unsubscribe = store.onCommit(onCommit);
    const channel: Channel<T> = createChannel<T>({
      capacity: ROOM,
      overflow,
      onEnd: () => {
        unsubscribe();
        open.delete(channel as Channel<never>);
      },
    });
    open.add(channel as Channel<never>);
    return channel;
  }

  return {
    events: (subscription) => followEvents(store, clock, subscription, follow),
    logLines: (runId, after) => followLines(store, runId, after, follow),
    close() {
      for (const channel of open) channel.close();
    },
  };
}

type Follow = <T>(onCommit: (commit: Commit) => void, overflow: () => Error) => Channel<T>;

function followEvents(
  store: Store,
  clock: Clock,
  { after, scope, matches }: EventSubscription,
  follow: Follow,
): AsyncIterableIterator<Event> {
  let position = after ?? 0;
  let live = false;
  let newest = 0;
  const slow = () =>
    new RequestError(
      "SLOW_CONSUMER",
      `The subscriber left more than ${SUBSCRIBER_EVENTS} events unread. Subscribe again after the last cursor to miss nothing.`,
    );
  const source = follow<Event>(({ events }) => {
    newest = events.at(-1)?.cursor ?? newest;
    if (!live) return;
    for (const event of events) {
      if (event.cursor <= position) continue;
      position = event.cursor;
      if (matches(event) && !source.push(event)) return;
    }
  }, slow);

  async function prepare(): Promise<void> {
    const head = await store.headCursor();
    if (after === null) position = Math.max(position, head);
    // A cursor beyond the end comes from another database: following it would be silence.
    else if (after > head)
      throw new RequestError(
        "INVALID_CURSOR",
        "after is beyond the end of the event log: it belongs to another database. Read eventCursor anew.",
      );
  }

  /** What the table holds beyond the cursor, page by page as the reader takes it; then live, with no await in between. */
  let past: Event[] = [];
  async function readPast(): Promise<Event | undefined> {
    for (;;) {
      const next = past.shift();
      if (next) return next;
      if (live) return undefined;
      const told = newest;
      const page = await store.eventsAfter(position, READ_AT_ONCE, scope);
      position = page.at(-1)?.cursor ?? position;
      past = page.filter(matches);
      if (page.length < READ_AT_ONCE && newest === told) {
        // Nothing was committed since the read began, so what was told before it is read or does not match.
        position = Math.max(position, told);
        live = true;
      } else if (past.length === 0) {
        // The database driver never yields to the event loop; a long stretch without a match must.
        await new Promise<void>((resolve) => clock.after(0, resolve));
      }
    }
  }

  let ready: Promise<void> | undefined;
  return {
    async next() {
      try {
        ready ??= prepare();
        await ready;
        const event = await readPast();
        return event ? { value: event, done: false } : await source.next();
      } catch (error) {
        source.close();
        throw error;
      }
    },
    return() {
      past = [];
      live = true;
      return source.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The lines so far, then each new one; ends when the run is final and all its lines were given. */
function followLines(store: Store, runId: string, after: number, follow: Follow): AsyncIterableIterator<LogLine> {
  let position = after;
  let past: LogLine[] = [];
  let news = true;
  const wake = follow<true>(
    ({ logsOf, events }) => {
      if (news) return;
      if (logsOf.has(runId) || events.some((event) => event.kind === "RUN" && event.runId === runId)) {
        news = true;
        wake.push(true);
      }
    },
    () => new Error("unreachable: at most one wake-up is queued"),
  );

  async function next(): Promise<IteratorResult<LogLine, undefined>> {
    for (;;) {
      const line = past.shift();
      if (line) {
        position = line.number;
        return { value: line, done: false };
      }
      // Asked before the lines are read: a run that is final now has written its last line already.
      news = false;
      const final = isFinal((await store.runsById([runId])).get(runId)?.state ?? "CANCELLED");
      past = await store.logsAfter(runId, position, READ_AT_ONCE);
      if (past.length > 0) continue;
      if (final) {
        wake.close();
        return { value: undefined, done: true };
      }
      if ((await wake.next()).done) return { value: undefined, done: true };
    }
  }
  return {
    next: () =>
      next().catch((error: unknown) => {
        wake.close();
        throw error;
      }),
    return: () => {
      past = [];
      return wake.return() as unknown as Promise<IteratorResult<LogLine, undefined>>;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
