// The root of what can be watched: which feed each subscription follows, and from where. `live/` carries it out.
import { RequestError, shown } from "../../domain/errors.ts";
import type { Event, RunEvent, TaskEvent } from "../../domain/types.ts";
import { createEventFeed } from "../../events/event-feed.ts";
import type { Feed } from "../../events/feed.ts";
import { createLineFeed } from "../../events/line-feed.ts";
import type { From } from "../live/group.ts";
import type { Services } from "./context.ts";
import { readEventCursor, readLineCursor } from "./cursors.ts";
import { ids } from "./filters.ts";
import type {
  SubscriptionRunEventsArgs,
  SubscriptionRunLogArgs,
  SubscriptionRunsAvailableArgs,
  SubscriptionTaskEventsArgs,
} from "./generated.ts";
import { createQueueFeed, names } from "./worker.ts";

/** What an operation follows, and from where. */
// biome-ignore lint/suspicious/noExplicitAny: each field has values of its own, which only its resolvers read
export interface Following extends From<any> {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly feed: Feed<any>;
}

type Follow<A> = (args: A, services: Services) => Promise<Following>;

const allows = <T>(list: readonly T[] | null | undefined, value: T): boolean => !list || list.includes(value);

/** @throws RequestError when the cursor is not of this log or no longer reaches it */
async function position(after: string | null | undefined, { store }: Services): Promise<number | null> {
  if (typeof after !== "string") return null;
  const cursor = readEventCursor("after", after);
  // A cursor beyond the end comes from another database: following it would be silence.
  if (cursor > (await store.headCursor()))
    throw new RequestError(
      "INVALID_CURSOR",
      "after is beyond the end of the event log: it belongs to another database. Read eventCursor anew.",
    );
  return cursor;
}

const runEvents: Follow<SubscriptionRunEventsArgs> = async ({ filter, after }, services) => {
  ids("taskId", filter?.taskId);
  ids("runId", filter?.runId);
  const matches = (event: Event): event is RunEvent =>
    event.kind === "RUN" &&
    allows(filter?.runId, event.runId) &&
    allows(filter?.taskId, event.taskId) &&
    allows(filter?.type, event.type);
  const feed = createEventFeed<RunEvent>(services.store, {
    key: `runEvents ${JSON.stringify(filter ?? {})}`,
    scope: { kind: "RUN", runIds: filter?.runId ?? undefined, taskIds: filter?.taskId ?? undefined },
    matches,
  });
  return { feed, after: await position(after, services) };
};

const taskEvents: Follow<SubscriptionTaskEventsArgs> = async ({ filter, after }, services) => {
  ids("taskId", filter?.taskId);
  const matches = (event: Event): event is TaskEvent =>
    event.kind === "TASK" && allows(filter?.taskId, event.taskId) && allows(filter?.type, event.type);
  const feed = createEventFeed<TaskEvent>(services.store, {
    key: `taskEvents ${JSON.stringify(filter ?? {})}`,
    scope: { kind: "TASK", taskIds: filter?.taskId ?? undefined },
    matches,
  });
  return { feed, after: await position(after, services) };
};

const runLog: Follow<SubscriptionRunLogArgs> = async ({ runId, after }, { store }) => {
  if (!(await store.runsById([runId])).has(runId))
    throw new RequestError("NOT_FOUND", `No run has the id ${shown(runId)}.`);
  const from = typeof after === "string" ? readLineCursor("after", after) : 0;
  return { feed: createLineFeed(store, runId), after: from };
};

const runsAvailable: Follow<SubscriptionRunsAvailableArgs> = async (args, { workers, newId }) => {
  const { queue, workerId } = names(args.queue, args.workerId);
  return { feed: createQueueFeed(workers, queue, workerId, newId()), after: null };
};

/** By the names of the fields of Subscription. */
export const followings = { runEvents, taskEvents, runLog, runsAvailable };
