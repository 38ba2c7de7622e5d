// The figures of a run.
import { graphql } from "../gql";
import type { RunFactsFragment } from "../gql/graphql";
import { Facts } from "../ui/facts";
import { length } from "../ui/format";
import { Time } from "../ui/time";

export const RunFactsDoc = graphql(`
  fragment RunFacts on Run {
    trigger
    scheduledFor
    dueAt
    startedAt
    finishedAt
    latenessMs
    durationMs
    attempt
    maxAttempts
    instance {
      id
      hostname
      pid
    }
  }
`);

export function RunFacts({ run }: { run: RunFactsFragment }) {
  return (
    <Facts
      facts={[
        [run.trigger === "MANUAL" ? "Asked for" : "Scheduled for", <Time key="for" value={run.scheduledFor} />],
        ["Next attempt due", run.dueAt && run.attempt > 0 && <Time key="due" value={run.dueAt} />],
        ["Started", run.startedAt && <Time key="started" value={run.startedAt} />],
        ["Finished", run.finishedAt && <Time key="finished" value={run.finishedAt} />],
        ["Lateness", run.latenessMs != null && length(run.latenessMs)],
        ["Duration", run.durationMs != null && length(run.durationMs)],
        ["Attempts", run.attempt > 0 ? `${run.attempt} of at most ${run.maxAttempts}` : `at most ${run.maxAttempts}`],
        ["Trigger", run.trigger === "MANUAL" ? "By hand" : "By schedule"],
        ["Instance", run.instance && `${run.instance.hostname}, process ${run.instance.pid}`],
      ]}
    />
  );
}
