// The runs that a queue holds now: those that wait, each with its reason, and those that are going.
import { graphql } from "../gql";
import type { QueueRunFragment } from "../gql/graphql";
import { count } from "../ui/format";
import { Link } from "../ui/link";
import { RunStateChip } from "../ui/states";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";
import classes from "./queues.module.css";

export const QueueRunDoc = graphql(`
  fragment QueueRun on Run {
    ...RunRow
    queueKey
    priority
  }
`);

interface Props {
  runs: readonly QueueRunFragment[];
  label: string;
  /** Whether the runs have begun; else they wait. */
  going?: boolean;
  stale?: boolean;
  /** What is said of a run that has no reason of its own. */
  otherwise?: string | null;
}

export function QueueRuns({ runs, label, going, stale, otherwise }: Props) {
  return (
    <table className={table.table} aria-label={label} aria-busy={stale || undefined}>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Task</th>
          <th scope="col">{going ? "Started" : "Due"}</th>
          <th scope="col">Key</th>
          <th scope="col" className={table.number}>
            Priority
          </th>
          <th scope="col">{going ? "Progress" : "Why it waits"}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.id} run={run} going={going} otherwise={otherwise} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { run: QueueRunFragment } & Pick<Props, "going" | "otherwise">;

function Row({ run, going, otherwise }: RowProps) {
  const { task, queueKey, priority, progress, progressMessage, why, error } = run;
  const at = going ? run.startedAt : (run.dueAt ?? run.effectiveAt);
  return (
    <tr data-testid={going ? "running-run" : "waiting-run"}>
      <td>
        <RunStateChip state={run.state} />
      </td>
      <td className={table.name}>
        <Link to="/runs/$runId" params={{ runId: run.id }} className={table.cover} fw={600} c="inherit">
          {task.name}
        </Link>
      </td>
      <td data-label={going ? "Started" : "Due"}>{at ? <RelativeTime value={at} /> : <None />}</td>
      <td data-label="Key">{queueKey ?? <None />}</td>
      <td data-label="Priority" className={table.number}>
        {count(priority)}
      </td>
      {going ? (
        <td className={table.wide}>
          {progress == null ? (
            <None />
          ) : (
            `${Math.round(progress * 100)} %${progressMessage ? ` · ${progressMessage}` : ""}`
          )}
        </td>
      ) : (
        <td className={`${table.wide} ${classes.why}`} data-label="Why it waits">
          {why ?? error?.message ?? otherwise ?? <None />}
        </td>
      )}
    </tr>
  );
}

function None() {
  return (
    <span className="quiet" aria-hidden>
      –
    </span>
  );
}
