// Subscriptions to the event log: what of it they want, and what they are told first.
import { canonicalJson } from "../../domain/canonical-json.ts";
import { RequestError } from "../../domain/errors.ts";
import { matchesRun, matchesTask } from "../../domain/filters.ts";
import { ownerOf } from "../../domain/lanes.ts";
import type { RunSnapshotQuery } from "../../domain/ports.ts";
import { FINAL_STATES } from "../../domain/run-states.ts";
import { type Event, RUN_STATES, type RunEvent, type TaskEvent } from "../../domain/types.ts";
import { createEventFeed } from "../../events/event-feed.ts";
import type { Feed } from "../../events/feed.ts";
import { mark, type RunNews, runSnapshot, type TaskNews, taskSnapshot } from "../../events/news.ts";
import type { From } from "../live/group.ts";
import type { Services } from "./context.ts";
import { eventCursor, readEventCursor } from "./cursors.ts";
import { ids, runQuery, taskQuery } from "./filters.ts";
import type { SubscriptionMyRunsArgs, SubscriptionRunEventsArgs, SubscriptionTaskEventsArgs } from "./generated.ts";
import { checkedWorkerId } from "./worker.ts";

/** What an operation follows, and from where. */
// biome-ignore lint/suspicious/noExplicitAny: each field has values of its own, which only its resolvers read
export interface Following extends From<any> {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly feed: Feed<any>;
}

export type Follow<A> = (args: A, services: Services) => Promise<Following>;

const MOST_SHOWN = 1_000;
const OPEN_STATES = RUN_STATES.filter((state) => !FINAL_STATES.includes(state));
const allows = <T>(list: readonly T[] | null | undefined, value: T): boolean => !list || list.includes(value);

interface Place {
  readonly after?: string | null | undefined;
  readonly snapshot: boolean;
  readonly heartbeats: boolean;
}

/** @throws RequestError when the cursor is not of this log, or there is one beside a snapshot */
async function position({ after, snapshot }: Place, services: Services): Promise<number | null> {
  if (typeof after !== "string") return null;
  if (snapshot)
    throw new RequestError(
      "BAD_REQUEST",
      "A subscription goes on after a cursor or begins with a snapshot, not both. Leave out after or snapshot.",
    );
  return positionOf(after, services);
}

/** @throws RequestError INVALID_CURSOR when it is not of this log */
export async function positionOf(after: string, { store }: Pick<Services, "store">): Promise<number> {
  const cursor = readEventCursor("after", after);
  // A cursor beyond the end comes from another database: following it would be silence.
  if (cursor > (await store.headCursor()))
    throw new RequestError(
      "INVALID_CURSOR",
      "after is beyond the end of the event log: it belongs to another database. Read eventCursor anew.",
    );
  return cursor;
}

function bounded<T>(items: readonly T[], what: string): readonly T[] {
  if (items.length <= MOST_SHOWN) return items;
  const message = `More than ${MOST_SHOWN} ${what} match; a snapshot shows at most so many. Narrow the filter.`;
  throw new RequestError("OUT_OF_RANGE", message);
}

interface RunsWanted {
  readonly key: string;
  readonly query: RunSnapshotQuery;
  /** Null or undefined: all. */
  readonly types: readonly string[] | null | undefined;
  readonly place: Place;
}

async function followRuns({ key, query, types, place }: RunsWanted, services: Services): Promise<Following> {
  const { store, clock } = services;
  const { runIds, owner } = query;
  const feed = createEventFeed<RunEvent, RunNews>(store, {
    key: `${key} ${place.heartbeats}`,
    scope: { kind: "RUN", runIds, taskIds: query.taskId },
    matches: (event: Event): event is RunEvent =>
      event.kind === "RUN" &&
      allows(runIds, event.runId) &&
      allows<string>(types, event.type) &&
      (owner === undefined || event.run.instanceId === owner) &&
      matchesRun(query, event.run),
    cursorText: eventCursor,
    heartbeat: place.heartbeats ? (at) => mark("HEARTBEAT", at, clock.now()) : undefined,
  });
  const snapshot = async () => {
    const { cursor, items } = await store.snapshotRuns({ ...query, state: query.state ?? OPEN_STATES }, MOST_SHOWN);
    const at = clock.now();
    const values = bounded(items, "runs").map((item) => runSnapshot(item, cursor, at));
    return { values: [...values, mark("SNAPSHOT_END", cursor, at)], through: cursor };
  };
  return { feed, after: await position(place, services), snapshot: place.snapshot ? snapshot : undefined };
}

export const runEvents: Follow<SubscriptionRunEventsArgs> = async ({ filter, ...place }, services) => {
  const taskIds = ids("taskId", filter?.taskId);
  const inner = runQuery(filter?.run);
  const taskId =
    taskIds && inner.taskId ? taskIds.filter((id) => inner.taskId?.includes(id)) : (taskIds ?? inner.taskId);
  const query = { ...inner, taskId, runIds: ids("runId", filter?.runId) };
  const key = `runEvents ${canonicalJson((filter ?? {}) as never)}`;
  return followRuns({ key, query, types: filter?.type, place }, services);
};

export const myRuns: Follow<SubscriptionMyRunsArgs> = async ({ workerId, ...place }, services) => {
  const owner = ownerOf(checkedWorkerId(workerId));
  return followRuns({ key: `myRuns ${workerId}`, query: { owner }, types: null, place }, services);
};

export const taskEvents: Follow<SubscriptionTaskEventsArgs> = async ({ filter, ...place }, services) => {
  const { store, clock } = services;
  const taskIds = ids("taskId", filter?.taskId);
  const query = taskQuery(filter?.task);
  const feed = createEventFeed<TaskEvent, TaskNews>(store, {
    key: `taskEvents ${canonicalJson((filter ?? {}) as never)} ${place.heartbeats}`,
    scope: { kind: "TASK", taskIds },
    matches: (event: Event): event is TaskEvent =>
      event.kind === "TASK" &&
      allows(taskIds, event.taskId) &&
      allows<string>(filter?.type, event.type) &&
      matchesTask(query, event.task),
    cursorText: eventCursor,
    heartbeat: place.heartbeats ? (at) => mark("HEARTBEAT", at, clock.now()) : undefined,
  });
  const snapshot = async () => {
    const { cursor, items } = await store.snapshotTasks(query, taskIds ?? null, MOST_SHOWN);
    const at = clock.now();
    const values = bounded(items, "tasks").map((task) => taskSnapshot(task, cursor, at));
    return { values: [...values, mark("SNAPSHOT_END", cursor, at)], through: cursor };
  };
  return { feed, after: await position(place, services), snapshot: place.snapshot ? snapshot : undefined };
};
