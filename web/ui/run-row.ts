// What a row shows of a run. A file of its own, for it is also what an event brings: the events come with the first load,
// the table does not.
import { graphql } from "../gql";
import type { RunState } from "../gql/graphql";

export const RunRow = graphql(`
  fragment RunRow on Run {
    id
    state
    trigger
    scheduledFor
    dueAt
    startedAt
    finishedAt
    latenessMs
    late
    durationMs
    attempt
    maxAttempts
    why
    error {
      code
      message
    }
    progress
    progressMessage
    task {
      id
      name
    }
  }
`);

/** Whether an error of a run in this state is one to be told. A cancelled run has one too, but `why` says it better. */
export const isFault = (state: RunState): boolean => state === "FAILED" || state === "RETRYING" || state === "RUNNING";
