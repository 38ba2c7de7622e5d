// The root of what can be watched: which feed each subscription follows, and from where. `live/` carries it out.
import { RequestError, shown } from "../../domain/errors.ts";
import { DEFAULT_NAMESPACE } from "../../domain/namespace.ts";
import { createLineFeed } from "../../events/line-feed.ts";
import { createStateFeed } from "../../events/state-feed.ts";
import type { Services } from "./context.ts";
import { readLineCursor } from "./cursors.ts";
import { type Follow, myRuns, runEvents, taskEvents } from "./event-subscriptions.ts";
import { upcoming as readUpcoming } from "./future.ts";
import type { SubscriptionRunLogArgs, SubscriptionRunsAvailableArgs, SubscriptionUpcomingArgs } from "./generated.ts";
import { readOverview } from "./overview.ts";
import { createQueueFeed, names } from "./worker.ts";

const OVERVIEW_EVERY_MS = 500;
const UPCOMING_EVERY_MS = 1_000;
/** Its window moves on with the time. */
const UPCOMING_AT_LEAST_MS = 60_000;

const runLog: Follow<SubscriptionRunLogArgs> = async ({ runId, after }, { store }) => {
  if (!(await store.runsById([runId])).has(runId))
    throw new RequestError("NOT_FOUND", `No run has the id ${shown(runId)}.`);
  const from = typeof after === "string" ? readLineCursor("after", after) : 0;
  return { feed: createLineFeed(store, runId), after: from };
};

const runsAvailable: Follow<SubscriptionRunsAvailableArgs> = async (args, { store, workers, newId }) => {
  const { queue, workerId } = names(args.queue, args.workerId);
  return {
    feed: createQueueFeed(workers, store.namespaceId ?? DEFAULT_NAMESPACE, queue, workerId, newId()),
    after: null,
  };
};

const overview: Follow<unknown> = async (_, services) => ({
  after: null,
  feed: createStateFeed(services.store, services.clock, {
    key: "overview",
    read: () => readOverview(services),
    touches: ({ events }) => events.length > 0,
    everyMs: OVERVIEW_EVERY_MS,
  }),
});

const upcoming: Follow<SubscriptionUpcomingArgs> = async (args, services: Services) => {
  const read = () => readUpcoming(services, args);
  // What is wrong with the arguments is said before anything is followed.
  await read();
  return {
    after: null,
    feed: createStateFeed(services.store, services.clock, {
      key: `upcoming ${JSON.stringify(args)}`,
      read,
      digest: ({ nodes, truncated }) => [truncated, nodes.map(({ task, ...occurrence }) => [task.id, occurrence])],
      touches: ({ events }) => events.some(({ type }) => type !== "PROGRESS"),
      everyMs: UPCOMING_EVERY_MS,
      atLeastEveryMs: UPCOMING_AT_LEAST_MS,
    }),
  };
};

/** By the names of the fields of Subscription. */
export const followings = { runEvents, taskEvents, myRuns, runLog, runsAvailable, overview, upcoming };
