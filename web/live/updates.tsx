// The one owner of the event subscriptions. It remembers its place in the event log, writes what it hears into the
// cache, where every row reads it, and tells lists when their members may have changed. It draws nothing.
import { useEffect } from "react";
import { graphql } from "../gql";
import type { RunEventType } from "../gql/graphql";
import { RunRow } from "../ui/run-row";
import { batch } from "./batch";
import { client } from "./client";
import { follow } from "./follow";
import { announceAll } from "./signals";
import { live } from "./socket";
import { usePaused } from "./state";
import { TaskLive } from "./task-live";

// The kit asks for heartbeats where a document lets it: they tell it when it has caught up, and where it is in quiet times.
const RunEvents = graphql(`
  subscription LiveRuns($after: Cursor, $heartbeats: Boolean! = false) {
    runEvents(after: $after, heartbeats: $heartbeats) {
      cursor
      type
      run {
        ...RunRow
      }
    }
  }
`);

const TaskEvents = graphql(`
  subscription LiveTasks($after: Cursor, $heartbeats: Boolean! = false) {
    taskEvents(after: $after, heartbeats: $heartbeats) {
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

function begin(): () => void {
  const changes = batch(client.cache);
  const stops = [
    // What was asked before the subscription stood, or while it was away, may lack something; and after a gap everything may.
    live.status.subscribe((status) => {
      if (status === "caught up") announceAll();
    }),
    follow({
      document: RunEvents,
      variables: { after: place.runs },
      onCursor: (cursor) => {
        place.runs = cursor;
      },
      onGap: announceAll,
      next: ({ runEvents: { type, run } }) => {
        if (!run) return;
        if (type === "WITHDRAWN") changes.drop(run);
        else changes.write(RunRow, "RunRow", run);
        if (!QUIET.has(type)) changes.touch({ run: run.id, task: run.task.id });
      },
    }),
    follow({
      document: TaskEvents,
      variables: { after: place.tasks },
      onCursor: (cursor) => {
        place.tasks = cursor;
      },
      onGap: announceAll,
      next: ({ taskEvents: { task } }) => {
        if (!task) return;
        changes.write(TaskLive, "TaskLive", task);
        changes.touch({ task: task.id });
      },
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    changes.flush();
  };
}

export function LiveUpdates() {
  const paused = usePaused();
  useEffect(() => (paused ? undefined : begin()), [paused]);
  return null;
}
