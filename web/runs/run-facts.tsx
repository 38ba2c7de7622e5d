// The figures of a run.
import { graphql } from "../gql";
import type { RunFactsFragment } from "../gql/graphql";
import { Facts } from "../ui/facts";
import { length } from "../ui/format";
import { Link } from "../ui/link";
import { isSpread, TRIGGERS } from "../ui/run-row";
import { Time } from "../ui/time";

export const RunFactsDoc = graphql(`
  fragment RunFacts on Run {
    trigger
    scheduledFor
    effectiveAt
    heldUntil
    backfill {
      id
    }
    dueAt
    startedAt
    finishedAt
    latenessMs
    durationMs
    attempt
    maxAttempts
    fallback
    instance {
      id
      hostname
      pid
    }
    worker
    queue
    queueKey
    priority
  }
`);

/** The call of the fallback target comes beyond those that the policy grants. */
function attemptsWords({ attempt, maxAttempts, fallback }: RunFactsFragment): string {
  if (fallback) return `${attempt}, with the fallback target`;
  return attempt > 0 ? `${attempt} of at most ${maxAttempts}` : `at most ${maxAttempts}`;
}

export function RunFacts({ run }: { run: RunFactsFragment }) {
  return (
    <Facts
      facts={[
        [run.trigger === "MANUAL" ? "Asked for" : "Scheduled for", <Time key="for" value={run.scheduledFor} />],
        [
          "Spread to",
          isSpread(run) && (
            <>
              <Time value={run.effectiveAt} />{" "}
              <span className="quiet">
                ({length(Date.parse(run.effectiveAt) - Date.parse(run.scheduledFor))} later)
              </span>
            </>
          ),
        ],
        ["Held until", run.heldUntil && <Time key="held" value={run.heldUntil} />],
        ["Next attempt due", run.dueAt && run.attempt > 0 && <Time key="due" value={run.dueAt} />],
        ["Started", run.startedAt && <Time key="started" value={run.startedAt} />],
        ["Finished", run.finishedAt && <Time key="finished" value={run.finishedAt} />],
        ["Lateness", run.latenessMs != null && length(run.latenessMs)],
        ["Duration", run.durationMs != null && length(run.durationMs)],
        ["Attempts", attemptsWords(run)],
        [
          "Trigger",
          run.backfill ? (
            <Link key="backfill" to="/runs" search={{ backfill: run.backfill.id, view: "all" }} underline="always">
              {TRIGGERS[run.trigger]}
            </Link>
          ) : (
            TRIGGERS[run.trigger]
          ),
        ],
        [
          "Queue",
          run.queue && (
            <Link key="queue" to="/queues/$queueName" params={{ queueName: run.queue }} underline="always">
              {run.queue}
            </Link>
          ),
        ],
        ["Key in the queue", run.queueKey],
        ["Priority", run.priority !== 0 && String(run.priority)],
        ["Instance", run.instance && `${run.instance.hostname}, process ${run.instance.pid}`],
        ["Worker", run.worker],
      ]}
    />
  );
}
