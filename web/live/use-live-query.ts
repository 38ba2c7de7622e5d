// A query that is asked again when events say that its answer may have changed: soon, but at most once a second,
// not while the page is hidden and not while the user has paused. What no event tells of is asked again at an interval.
import type { OperationVariables } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useEffect, useRef } from "react";
import { type Change, onChange } from "./signals";
import { isPaused } from "./state";

/** Several events come together; wait for the others. */
const SETTLE_MS = 150;
const AT_MOST_EVERY_MS = 1000;

interface Options<Variables> {
  variables: Variables;
  /** Whether this change can touch the answer. `all` is asked about elsewhere. */
  wants: (change: Change) => boolean;
  /** For an answer that also changes without an event. Left out: only events lead to a new question. */
  everyMs?: number;
}

/** `data` stays while a new answer is on its way; `error` is only given when there is nothing to show. */
export function useLiveQuery<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, wants, everyMs }: Options<Variables>,
) {
  const query = useQuery<Data, OperationVariables>(document as TypedDocumentNode<Data, OperationVariables>, {
    variables,
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
  });
  const latest = useRef({ wants, refetch: query.refetch });
  useEffect(() => {
    latest.current = { wants, refetch: query.refetch };
  });

  useEffect(() => {
    let timer: number | undefined;
    let startedAt = Number.NEGATIVE_INFINITY;
    let asking = false;
    let dirty = false;

    const plan = () => {
      dirty = true;
      if (timer !== undefined || asking || isHidden()) return;
      timer = window.setTimeout(ask, Math.max(SETTLE_MS, startedAt + AT_MOST_EVERY_MS - performance.now()));
    };
    const ask = async () => {
      timer = undefined;
      if (isPaused()) return;
      dirty = false;
      asking = true;
      startedAt = performance.now();
      // A failure is shown by the query's own result.
      await latest.current.refetch().catch(() => undefined);
      asking = false;
      if (dirty) plan();
    };
    const shown = () => {
      if (dirty) plan();
    };

    const stop = onChange((change) => {
      if (change.all || latest.current.wants(change)) plan();
    });
    const interval = everyMs === undefined ? undefined : window.setInterval(plan, everyMs);
    window.document.addEventListener("visibilitychange", shown);
    return () => {
      stop();
      window.document.removeEventListener("visibilitychange", shown);
      window.clearTimeout(timer);
      window.clearInterval(interval);
    };
  }, [everyMs]);

  const data = (query.data ?? query.previousData) as Data | undefined;
  return {
    data,
    error: data ? undefined : query.error,
    /** Whether what is shown belongs to an earlier question. */
    stale: query.data === undefined && data !== undefined,
    refetch: () => void query.refetch().catch(() => undefined),
  };
}

const isHidden = (): boolean => window.document.visibilityState === "hidden";
