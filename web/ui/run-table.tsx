// Runs as rows; on a narrow screen as cards. Used wherever runs are listed.
import { Checkbox } from "@mantine/core";
import "@mantine/core/styles/Checkbox.css";
import type { RunRowFragment } from "../gql/graphql";
import { length } from "./format";
import { Link } from "./link";
import { isFault, isSpread, TRIGGERS } from "./run-row";
import { LateChip, RunStateChip } from "./states";
import table from "./table.module.css";
import { Clock, RelativeTime, Time } from "./time";

interface Props {
  runs: readonly RunRowFragment[];
  /** Lists of one task need not name it in each row. */
  withTask?: boolean;
  label: string;
  stale?: boolean;
  /** With it each row can be chosen. */
  choice?: Choice;
}

interface Choice {
  chosen: ReadonlySet<string>;
  /** Chooses these, or chooses them no longer when all of them are. */
  toggle: (ids: readonly string[]) => void;
}

export function RunTable({ runs, withTask, label, stale, choice }: Props) {
  const ids = runs.map(({ id }) => id);
  const some = choice && ids.some((id) => choice.chosen.has(id));
  const all = choice && ids.every((id) => choice.chosen.has(id));
  return (
    <table className={table.table} aria-label={label} aria-busy={stale || undefined}>
      <thead>
        <tr>
          {choice && (
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label="Choose all on this page"
                checked={all}
                indeterminate={some && !all}
                onChange={() => choice.toggle(ids)}
              />
            </th>
          )}
          <th scope="col">State</th>
          {withTask && <th scope="col">Task</th>}
          <th scope="col">Scheduled for</th>
          <th scope="col">Started</th>
          <th scope="col" className={table.number}>
            Lateness
          </th>
          <th scope="col" className={table.number}>
            Duration
          </th>
          <th scope="col" className={table.number}>
            Attempt
          </th>
          <th scope="col">Note</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.id} run={run} withTask={withTask} choice={choice} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ run, withTask, choice }: { run: RunRowFragment; withTask?: boolean; choice?: Choice }) {
  return (
    <tr data-testid="run-row" data-state={run.state}>
      {choice && (
        <td className={table.above}>
          <Checkbox
            size="xs"
            aria-label={`Choose ${run.task.name}`}
            checked={choice.chosen.has(run.id)}
            onChange={() => choice.toggle([run.id])}
          />
        </td>
      )}
      <td className={table.lead}>
        <RunStateChip state={run.state} />
      </td>
      {withTask && (
        <td className={table.name}>
          <Link to="/tasks/$taskId" params={{ taskId: run.task.id }} className={table.above} fw={600} c="inherit">
            {run.task.name}
          </Link>
          {run.trigger !== "SCHEDULE" && <span className={table.sub}>{TRIGGERS[run.trigger]}</span>}
        </td>
      )}
      <td data-label="Scheduled for">
        <Link to="/runs/$runId" params={{ runId: run.id }} className={table.cover} c="inherit">
          <Time value={run.scheduledFor} />
        </Link>
        <span className={table.sub}>
          {isSpread(run) ? (
            <>
              spread to <Clock value={run.effectiveAt} />
            </>
          ) : (
            <RelativeTime value={run.scheduledFor} />
          )}
          {!withTask && run.trigger !== "SCHEDULE" && ` · ${TRIGGERS[run.trigger].toLowerCase()}`}
        </span>
      </td>
      <td data-label="Started">{run.startedAt ? <Clock value={run.startedAt} /> : <None />}</td>
      <td data-label="Lateness" className={table.number}>
        {run.latenessMs == null ? <None /> : length(run.latenessMs)}
        {run.late && (
          <span className={table.sub}>
            <LateChip />
          </span>
        )}
      </td>
      <td data-label="Duration" className={table.number}>
        {run.durationMs == null ? <None /> : length(run.durationMs)}
      </td>
      <td data-label="Attempt" className={table.number}>
        {run.attempt === 0 ? <None /> : `${run.attempt} / ${run.maxAttempts}`}
      </td>
      <td className={table.note}>
        <Note run={run} />
      </td>
    </tr>
  );
}

/** One line: how far it is, else what went wrong, else why it is as it is. */
function Note({ run }: { run: RunRowFragment }) {
  if (run.state === "RUNNING" && run.progress != null)
    return (
      <span className="cut">
        {Math.round(run.progress * 100)} %{run.progressMessage ? ` · ${run.progressMessage}` : ""}
      </span>
    );
  if (run.state === "HELD" && run.heldUntil)
    return (
      <span className="cut">
        Waits for a decision until <Time value={run.heldUntil} />
      </span>
    );
  const failed = run.error !== null && isFault(run.state);
  const text = failed ? run.error?.message : run.why;
  const decided = run.trigger === "SCHEDULE" && (run.state === "SKIPPED" || run.state === "MISSED");
  return (
    <>
      {text && (
        <span className="cut" data-tone={failed ? "bad" : undefined} title={text}>
          {text}
        </span>
      )}
      {(decided || run.blockedBy) && (
        <span className={`${table.sub} ${table.above}`}>
          {run.blockedBy && (
            <Link to="/runs/$runId" params={{ runId: run.blockedBy.id }}>
              The run in the way
            </Link>
          )}
          {decided && run.blockedBy && " · "}
          {decided && (
            <Link to="/tasks/$taskId" params={{ taskId: run.task.id }} search={{ explain: run.scheduledFor }}>
              Why?
            </Link>
          )}
        </span>
      )}
    </>
  );
}

function None() {
  return (
    <span className="quiet" aria-hidden>
      –
    </span>
  );
}
