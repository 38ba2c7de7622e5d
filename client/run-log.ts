// A run's log, line by line, without GraphQL.
import { type Following, followWith, type Through } from "./following.ts";
import type { Watching } from "./types.ts";

export interface LogLine {
  /** 1 for the first line of the run; no number is left out. */
  readonly number: number;
  /** RFC 3339. */
  readonly at: string;
  readonly level: "DEBUG" | "INFO" | "WARN" | "ERROR";
  /** Up to 8,192 characters. */
  readonly text: string;
  /** The attempt that wrote it. */
  readonly attempt: number;
  readonly cursor: string;
}

export type LogOptions = Through &
  Omit<Watching, "onGap"> & {
    readonly runId: string;
    /** Go on after this line's cursor; left out: from the first line. */
    readonly after?: string | undefined;
    /** Called for each line, in order, none twice. */
    readonly onLine: (line: LogLine) => void;
  };

const RUN_LOG = `subscription FollowRunLog($runId: ID!, $after: Cursor) {
  runLog(runId: $runId, after: $after) { number at level text attempt cursor }
}`;

/**
 * Tells the lines of a run's log: those so far, then each new one. `done` resolves when the run has ended and all its lines were told.
 * @example
 * await followRunLog({ url: "http://127.0.0.1:4000", runId, onLine: ({ text }) => console.log(text) }).done;
 */
export function followRunLog(options: LogOptions): Following {
  const { runId, after, onLine } = options;
  return followWith<LogLine>(options, { query: RUN_LOG, variables: { runId, after } }, onLine);
}
