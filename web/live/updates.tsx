// The one owner of the event subscriptions. It remembers its place in the event log, writes what it hears into the
// cache, where every row reads it, and tells lists when their members may have changed. It draws nothing.
import { useEffect } from "react";
import { graphql } from "../gql";
import type { RunEventType } from "../gql/graphql";
import { RunRow } from "../ui/run-row";
import { batch } from "./batch";
import { client } from "./client";
import { follow } from "./follow";
import { announceAll, anybodyListens } from "./signals";
import { socket } from "./socket";
import { usePaused } from "./state";
import { TaskLive } from "./task-live";

const Start = graphql(`
  query LiveStart {
    eventCursor
  }
`);

const RunEvents = graphql(`
  subscription LiveRuns($after: Cursor) {
    runEvents(after: $after) {
      cursor
      type
      run {
        ...RunRow
      }
    }
  }
`);

const TaskEvents = graphql(`
  subscription LiveTasks($after: Cursor) {
    taskEvents(after: $after) {
      cursor
      type
      task {
        ...TaskLive
      }
    }
  }
`);

/** Where the two subscriptions stand. Kept while the component is away, so that a pause loses nothing. */
const place: { runs?: string; tasks?: string } = {};

/** Events that change a run but neither the lists it is in nor any count. */
const QUIET: ReadonlySet<RunEventType> = new Set<RunEventType>(["PROGRESS", "LATE_RESULT_IGNORED"]);

async function findStart(): Promise<void> {
  const early = anybodyListens();
  const { data } = await client.query({ query: Start, fetchPolicy: "no-cache" });
  place.runs = data?.eventCursor;
  place.tasks = data?.eventCursor;
  // What was asked before the cursor was read may miss an event between the two.
  if (early) announceAll();
}

function begin(restart: () => void): () => void {
  const changes = batch(client.cache);
  // The log no longer reaches back to where we were: read everything anew and go on from there.
  const refused = (code: string | undefined): boolean => {
    if (code !== "CURSOR_EXPIRED" && code !== "INVALID_CURSOR") return false;
    place.runs = undefined;
    place.tasks = undefined;
    restart();
    return true;
  };
  const stops = [
    follow({
      document: RunEvents,
      variables: () => ({ after: place.runs }),
      refused,
      next: ({ runEvents: { cursor, type, run } }) => {
        if (cursor === place.runs || !run) return;
        place.runs = cursor;
        if (type === "WITHDRAWN") changes.drop(run);
        else changes.write(RunRow, "RunRow", run);
        if (!QUIET.has(type)) changes.touch({ run: run.id, task: run.task.id });
      },
    }),
    follow({
      document: TaskEvents,
      variables: () => ({ after: place.tasks }),
      refused,
      next: ({ taskEvents: { cursor, task } }) => {
        if (cursor === place.tasks || !task) return;
        place.tasks = cursor;
        changes.write(TaskLive, "TaskLive", task);
        changes.touch({ task: task.id });
      },
    }),
    // A connection that comes back brings the events in between, but a list whose question failed must be asked again.
    socket.on("connected", (_socket, _payload, wasRetry) => {
      if (wasRetry) announceAll();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    changes.flush();
  };
}

export function LiveUpdates() {
  const paused = usePaused();
  useEffect(() => {
    if (paused) return undefined;
    let ended = false;
    let stop: (() => void) | undefined;
    const start = async () => {
      stop?.();
      // Should this fail too, the subscription starts from now, and the lists are read again once it stands.
      if (place.runs === undefined) await findStart().catch(() => undefined);
      if (!ended) stop = begin(() => void start());
    };
    void start();
    return () => {
      ended = true;
      stop?.();
    };
  }, [paused]);
  return null;
}
