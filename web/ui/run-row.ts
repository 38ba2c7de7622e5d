// What a row shows of a run. A file of its own, for it is also what an event brings: the events come with the first load,
// the table does not.
import { graphql } from "../gql";
import type { RunState, RunTrigger } from "../gql/graphql";

export const RunRow = graphql(`
  fragment RunRow on Run {
    id
    state
    trigger
    scheduledFor
    effectiveAt
    heldUntil
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
    blockedBy {
      id
    }
    task {
      id
      name
    }
  }
`);

/** What made a run, in words. */
export const TRIGGERS: Record<RunTrigger, string> = {
  SCHEDULE: "By schedule",
  MANUAL: "By hand",
  FOLLOW_UP: "By another run",
  REDRIVE: "Done again",
  BACKFILL: "By a backfill",
};

/** Whether jitter starts a run at another instant than the schedule names. A backfill starts long after in any case. */
export const isSpread = (run: { trigger: RunTrigger; scheduledFor: string; effectiveAt: string }): boolean =>
  run.trigger === "SCHEDULE" && run.effectiveAt !== run.scheduledFor;

/** Whether an error of a run in this state is one to be told. A cancelled run has one too, but `why` says it better. */
export const isFault = (state: RunState): boolean => state === "FAILED" || state === "RETRYING" || state === "RUNNING";
