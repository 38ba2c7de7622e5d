// What is going on, with progress where a run tells it.
import { Progress } from "@mantine/core";
import type { RunRowFragment } from "../gql/graphql";
import { Link } from "../ui/link";
import { RunStateChip } from "../ui/states";
import { RelativeTime } from "../ui/time";
import classes from "./overview.module.css";

export function NowRunning({ runs }: { runs: readonly RunRowFragment[] }) {
  if (runs.length === 0) return <p className={classes.none}>Nothing is running at this moment.</p>;
  return (
    <ul className={classes.list}>
      {runs.map((run) => (
        <li key={run.id} data-testid="running-now">
          <div className={classes.going}>
            <Link to="/runs/$runId" params={{ runId: run.id }} c="inherit" fw={550} className="cut">
              {run.task.name}
            </Link>
            {run.progress != null && (
              <Progress
                color="var(--run-solid)"
                value={run.progress * 100}
                size="sm"
                mt={5}
                aria-label={`Progress of ${run.task.name}`}
              />
            )}
          </div>
          <span className={classes.when}>
            {run.startedAt ? <RelativeTime value={run.startedAt} className="quiet" /> : null}
            <RunStateChip state={run.state} />
          </span>
        </li>
      ))}
    </ul>
  );
}
