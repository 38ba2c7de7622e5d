// What comes next, soonest first.
import type { RunRowFragment } from "../gql/graphql";
import { Link } from "../ui/link";
import { RelativeTime, Time } from "../ui/time";
import classes from "./overview.module.css";

export function NextDue({ runs }: { runs: readonly RunRowFragment[] }) {
  if (runs.length === 0)
    return <p className={classes.none}>No run is planned. Active tasks show their next run here.</p>;
  return (
    <ol className={classes.list}>
      {runs.map((run) => (
        <li key={run.id}>
          <Link to="/tasks/$taskId" params={{ taskId: run.task.id }} c="inherit" fw={550} className="cut">
            {run.task.name}
          </Link>
          <span className={classes.when}>
            <RelativeTime value={run.scheduledFor} /> <span className="quiet">· </span>
            <Time value={run.scheduledFor} className="quiet" />
          </span>
        </li>
      ))}
    </ol>
  );
}
