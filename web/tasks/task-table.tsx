// Tasks as rows; on a narrow screen as cards.
import { Checkbox, UnstyledButton, VisuallyHidden } from "@mantine/core";
import "@mantine/core/styles/Checkbox.css";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { graphql } from "../gql";
import type { TaskOrderField, TaskRowFragment } from "../gql/graphql";
import { Link } from "../ui/link";
import { ScheduleRaw, scheduleZone } from "../ui/schedule-words";
import { RunStateChip, TaskStateChip } from "../ui/states";
import table from "../ui/table.module.css";
import { RelativeTime, Time } from "../ui/time";
import { ZoneName } from "../ui/zone-name";
import type { TasksSearch } from "./search";
import { TaskMenu } from "./task-menu";

export const TaskRow = graphql(`
  fragment TaskRow on Task {
    ...TaskActions
    description
    nextRunAt
    pauseReason
    schedule {
      ...ScheduleWords
    }
    target {
      summary
    }
    lastRun {
      id
      state
      scheduledFor
      finishedAt
    }
  }
`);

interface Props {
  tasks: readonly TaskRowFragment[];
  search: TasksSearch;
  change: (next: Partial<TasksSearch>) => void;
  stale?: boolean;
  /** Rows can be chosen; left out: they cannot. */
  choice?: Choice;
}

export interface Choice {
  chosen: ReadonlySet<string>;
  toggle: (ids: readonly string[]) => void;
}

export function TaskTable({ tasks, search, change, stale, choice }: Props) {
  const ids = tasks.map(({ id }) => id);
  const some = choice !== undefined && ids.some((id) => choice.chosen.has(id));
  const all = choice !== undefined && ids.every((id) => choice.chosen.has(id));
  return (
    <table className={table.table} aria-label="Tasks" aria-busy={stale || undefined}>
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
          <Sortable field="NAME" label="Name" search={search} change={change} />
          <th scope="col">Schedule</th>
          <th scope="col">Zone</th>
          <th scope="col">Last result</th>
          <Sortable field="NEXT_RUN_AT" label="Next run" search={search} change={change} />
          <th scope="col">State</th>
          <th scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <Row key={task.id} task={task} choice={choice} />
        ))}
      </tbody>
    </table>
  );
}

interface SortableProps extends Pick<Props, "search" | "change"> {
  field: TaskOrderField;
  label: string;
}

function Sortable({ field, label, search, change }: SortableProps) {
  const active = (search.order ?? "NAME") === field;
  const down = search.dir === "DESC";
  return (
    <th scope="col" aria-sort={active ? (down ? "descending" : "ascending") : undefined}>
      <UnstyledButton
        fz="inherit"
        fw="inherit"
        c="inherit"
        onClick={() => change({ order: field, dir: active && !down ? "DESC" : "ASC" })}
      >
        {label} {active && (down ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
      </UnstyledButton>
    </th>
  );
}

function Row({ task, choice }: { task: TaskRowFragment; choice?: Choice }) {
  return (
    <tr data-testid="task-row" data-task={task.name}>
      {choice && (
        <td className={table.choice}>
          <Checkbox
            size="xs"
            aria-label={`Choose ${task.name}`}
            checked={choice.chosen.has(task.id)}
            onChange={() => choice.toggle([task.id])}
          />
        </td>
      )}
      <td className={table.name}>
        <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={table.cover} fw={600} c="inherit">
          {task.name}
        </Link>
        <span className={`${table.sub} cut`}>{task.target.summary}</span>
      </td>
      <td className={table.wide}>
        {task.schedule.description}
        <span className={table.sub}>
          <ScheduleRaw schedule={task.schedule} />
        </span>
      </td>
      <td data-label="Zone">
        <ZoneName name={scheduleZone(task.schedule)} />
      </td>
      <td data-label="Last result">
        {task.lastRun ? (
          <>
            <RunStateChip state={task.lastRun.state} />
            <span className={table.sub}>
              <RelativeTime value={task.lastRun.finishedAt ?? task.lastRun.scheduledFor} />
            </span>
          </>
        ) : (
          <span className="quiet">Not run yet</span>
        )}
      </td>
      <td data-label="Next run">
        {task.nextRunAt ? (
          <>
            <RelativeTime value={task.nextRunAt} />
            <span className={table.sub}>
              <Time value={task.nextRunAt} />
            </span>
          </>
        ) : (
          <span className="quiet">–</span>
        )}
      </td>
      <td data-label="State">
        <TaskStateChip state={task.state} />
        {task.pauseReason && (
          <span className={`${table.sub} cut`} style={{ maxWidth: "10rem" }} title={task.pauseReason}>
            {task.pauseReason}
          </span>
        )}
      </td>
      <td className={table.menu}>
        <TaskMenu task={task} />
      </td>
    </tr>
  );
}
