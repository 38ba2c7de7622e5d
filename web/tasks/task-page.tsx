// One task: its schedule in words, what comes, what was, and what can be done.
import { Button } from "@mantine/core";
import {
  IconHelpCircle,
  IconInfoCircle,
  IconMapOff,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
} from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { TaskDetailFragment } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { JsonBlock } from "../ui/json-block";
import { Link, LinkButton } from "../ui/link";
import { Notice } from "../ui/notice";
import { now } from "../ui/now";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { ScheduleRaw, scheduleZone } from "../ui/schedule-words";
import { TaskStateChip } from "../ui/states";
import { RelativeTime, Time } from "../ui/time";
import { Policies } from "./policies";
import { Restore } from "./restore";
import { RunStrip } from "./run-strip";
import { ScheduleFacts } from "./schedule-facts";
import { TargetSummary } from "./target-summary";
import { TaskMenu } from "./task-menu";
import classes from "./task-page.module.css";
import { TaskRuns } from "./task-runs";
import { Upcoming } from "./upcoming";
import { useTaskActions } from "./use-task-actions";

// What few tasks need comes when it is needed.
const ExplainPanel = lazy(() => import("./explain-panel"));
const HeldRuns = lazy(() => import("./held-runs"));
const TaskHistory = lazy(() => import("./history"));
const Backfills = lazy(() => import("./backfills"));

const TaskPageDoc = graphql(`
  query TaskPage($id: ID!) {
    task(id: $id) {
      ...TaskDetail
    }
  }
`);

export const TaskDetail = graphql(`
  fragment TaskDetail on Task {
    ...TaskActions
    ...TaskPolicies
    ...ScheduleFacts
    ...HeldRuns
    description
    payload
    pauseReason
    pausedAt
    nextRunAt
    createdAt
    updatedAt
    schedule {
      ...ScheduleWords
    }
    target {
      ...TargetSummary
    }
    upcoming(first: 5) {
      ...UpcomingRow
    }
    backfills {
      ...BackfillRow
    }
    strip: runs(
      first: 30
      filter: { state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }
    ) {
      nodes {
        ...RunBar
      }
    }
  }
`);

const NO_TIMES: Record<string, string> = {
  StartupSchedule: "It runs when the server starts.",
  ManualSchedule: "It runs by hand, or after another task.",
};

const route = getRouteApi("/tasks/$taskId");

export function TaskPage() {
  const { taskId } = route.useParams();
  return <TaskOf key={taskId} id={taskId} />;
}

function TaskOf({ id }: { id: string }) {
  const { data, error, refetch } = useLiveQuery(TaskPageDoc, {
    variables: { id },
    wants: ({ tasks }) => tasks.has(id),
  });
  if (error)
    return (
      <Page title="Task">
        <ErrorPanel what="The task" error={error} retry={refetch} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Task">
        <PageSkeleton heights={[120, 240, 300]} />
      </Page>
    );
  if (!data.task)
    return (
      <Page title="Task not found">
        <Empty
          icon={IconMapOff}
          title="There is no such task"
          action={
            <LinkButton to="/tasks" variant="default">
              To the tasks
            </LinkButton>
          }
        >
          The link may be wrong, or the server's database has been replaced.
        </Empty>
      </Page>
    );
  return <Content task={data.task} />;
}

function Content({ task }: { task: TaskDetailFragment }) {
  const { explain, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const ask = (at: string | null) =>
    void navigate({ search: { ...search, explain: at ?? undefined }, replace: true, resetScroll: false });
  const zone = scheduleZone(task.schedule);
  return (
    <Page
      title={task.name}
      back={<Link to="/tasks">Tasks</Link>}
      badge={task.deletedAt ? undefined : <TaskStateChip state={task.state} large />}
      lead={task.description}
      actions={task.deletedAt ? undefined : <Actions task={task} />}
    >
      <div className={classes.page}>
        {task.deletedAt && (
          <Notice tone="mute" icon={IconInfoCircle} title="This task is deleted">
            It was deleted <RelativeTime value={task.deletedAt} />. Its history is kept. <Restore task={task} />
          </Notice>
        )}
        {task.state === "PAUSED" && (
          <Notice tone="wait" icon={IconPlayerPause} title="The schedule is held">
            Paused {task.pausedAt && <RelativeTime value={task.pausedAt} />}
            {task.pauseReason ? `: ${task.pauseReason}` : ". No reason was given."}
          </Notice>
        )}
        {task.heldRuns.length > 0 && (
          <Suspense fallback={<PageSkeleton heights={[260]} />}>
            <HeldRuns task={task} />
          </Suspense>
        )}
        <div className={classes.columns}>
          <Panel title="Schedule">
            <p className={classes.words}>{task.schedule.description}</p>
            <p className={classes.raw}>
              <ScheduleRaw schedule={task.schedule} />
              {zone && <span className="quiet"> · {zone}</span>}
            </p>
            <ScheduleFacts task={task} />
            <h3 className={classes.small}>What it does</h3>
            <TargetSummary target={task.target} />
          </Panel>
          <Panel
            title="Next runs"
            aside={
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconHelpCircle size={15} aria-hidden />}
                onClick={() => ask(task.nextRunAt ?? new Date(now()).toISOString())}
              >
                Explain an instant
              </Button>
            }
            flush
          >
            <Upcoming
              occurrences={task.upcoming}
              zone={zone}
              state={task.state}
              none={NO_TIMES[task.schedule.__typename]}
            />
          </Panel>
        </div>
        <Suspense fallback={<PageSkeleton heights={[220]} />}>
          {explain && <ExplainPanel taskId={task.id} at={explain} zone={zone} ask={ask} />}
          {task.backfills.length > 0 && <Backfills backfills={task.backfills} />}
        </Suspense>
        <Panel title="Last 30 runs" aside="height: duration">
          <RunStrip runs={task.strip.nodes} />
        </Panel>
        <TaskRuns taskId={task.id} />
        <div className={classes.columns}>
          <Panel title="Policies">
            <Policies task={task} />
          </Panel>
          {task.payload != null && (
            <Panel title="Payload">
              <JsonBlock value={task.payload} label="Payload" />
            </Panel>
          )}
        </div>
        <Suspense fallback={<PageSkeleton heights={[200]} />}>
          <TaskHistory task={task} />
        </Suspense>
        <p className={classes.foot}>
          Created <Time value={task.createdAt} /> · last changed <Time value={task.updatedAt} /> · version{" "}
          {task.version}
        </p>
      </div>
    </Page>
  );
}

function Actions({ task }: { task: TaskDetailFragment }) {
  const actions = useTaskActions(task);
  if (!may("OPERATE")) return null;
  return (
    <>
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        onClick={() => void actions.runNow()}
        data-testid="run-now"
      >
        Run now
      </Button>
      {task.state === "ACTIVE" && (
        <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={actions.pause}>
          Pause
        </Button>
      )}
      {task.state === "PAUSED" && (
        <Button
          variant="default"
          leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
          onClick={() => void actions.resume()}
        >
          Resume
        </Button>
      )}
      {may("EDIT") && (
        <LinkButton
          variant="default"
          to="/tasks/$taskId/edit"
          params={{ taskId: task.id }}
          leftSection={<IconPencil size={16} aria-hidden />}
        >
          Edit
        </LinkButton>
      )}
      <TaskMenu task={task} short />
    </>
  );
}
