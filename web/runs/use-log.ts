// The lines of a run's log as they come: the ones so far, then each new one, over reconnects without gap or double.
import { useEffect, useState, useSyncExternalStore } from "react";
import { graphql } from "../gql";
import type { LogLineFragment } from "../gql/graphql";
import { follow } from "../live/follow";
import { usePaused } from "../live/state";

export const LogLineDoc = graphql(`
  fragment LogLine on LogLine {
    number
    at
    level
    text
    attempt
    cursor
  }
`);

const RunLog = graphql(`
  subscription RunLog($runId: ID!, $after: Cursor) {
    runLog(runId: $runId, after: $after) {
      ...LogLine
    }
  }
`);

/** Lines arrive one by one; they are shown together this often. */
const SHOW_EVERY_MS = 100;

export type Line = LogLineFragment;

function logStore(runId: string) {
  let lines: readonly Line[] = [];
  let waiting: Line[] = [];
  let complete = false;
  let planned = false;
  /** Where it is: kept while the user has paused. */
  let after: string | undefined;
  const listeners = new Set<() => void>();
  let shown: { lines: readonly Line[]; complete: boolean } = { lines, complete };

  const show = () => {
    planned = false;
    if (waiting.length > 0) lines = lines.concat(waiting);
    waiting = [];
    shown = { lines, complete };
    for (const listener of listeners) listener();
  };
  const plan = () => {
    if (!planned) window.setTimeout(show, SHOW_EVERY_MS);
    planned = true;
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => shown,
    follow: () =>
      follow({
        document: RunLog,
        variables: { runId, after },
        onCursor: (cursor) => {
          after = cursor;
        },
        next: ({ runLog: line }) => {
          waiting.push(line);
          plan();
        },
        complete: () => {
          complete = true;
          plan();
        },
      }),
  };
}

export function useLog(runId: string): { lines: readonly Line[]; complete: boolean } {
  const [store] = useState(() => logStore(runId));
  const paused = usePaused();
  useEffect(() => (paused || store.read().complete ? undefined : store.follow()), [store, paused]);
  return useSyncExternalStore(store.subscribe, store.read);
}
