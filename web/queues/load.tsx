// How full a queue is, and what waits in it.
import { Progress } from "@mantine/core";
import type { QueueRowFragment } from "../gql/graphql";
import { count } from "../ui/format";
import { RelativeTime } from "../ui/time";
import classes from "./queues.module.css";

/** `3 of 5` over a bar; without a bound the number alone. */
export function Running({ queue }: { queue: QueueRowFragment }) {
  const { name, runningRuns, concurrency } = queue;
  if (concurrency === null) return <span className="nums">{count(runningRuns)}</span>;
  const full = runningRuns >= concurrency;
  return (
    <div className={classes.load}>
      <span className="nums">
        {count(runningRuns)} of {count(concurrency)}
        {full && <span className="quiet"> · full</span>}
      </span>
      <Progress
        value={Math.min(100, (runningRuns / concurrency) * 100)}
        color={full ? "var(--wait-solid)" : "var(--run-solid)"}
        size="sm"
        aria-label={`Running in ${name}`}
      />
    </div>
  );
}

/** `12`, and since when the oldest has been due. */
export function Waiting({ queue: { waitingRuns, oldestDueAt } }: { queue: QueueRowFragment }) {
  if (waitingRuns === 0) return <span className="quiet">none</span>;
  return (
    <div>
      <span className="nums" data-testid="waiting">
        {count(waitingRuns)} waiting
      </span>
      {oldestDueAt && (
        <span className={classes.sub}>
          {waitingRuns > 1 && "oldest "}due <RelativeTime value={oldestDueAt} />
        </span>
      )}
    </div>
  );
}
