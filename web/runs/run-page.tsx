// One run: what it did, when, why, and what it writes while it does.
import { Progress, Text } from "@mantine/core";
import { IconAlertTriangle, IconHandStop, IconInfoCircle, IconMapOff } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { graphql } from "../gql";
import type { RunDetailFragment } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { JsonBlock } from "../ui/json-block";
import { Link, LinkButton } from "../ui/link";
import { Notice } from "../ui/notice";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { isFault, isSpread } from "../ui/run-row";
import { LateChip, RunStateChip } from "../ui/states";
import { Time } from "../ui/time";
import { Attempts } from "./attempts";
import { Log } from "./log";
import { Related } from "./related";
import { RunActions } from "./run-actions";
import { RunFacts } from "./run-facts";
import classes from "./run-page.module.css";
import { Timeline } from "./timeline";

const RunPageDoc = graphql(`
  query RunPage($id: ID!) {
    run(id: $id) {
      ...RunDetail
    }
  }
`);

export const RunDetail = graphql(`
  fragment RunDetail on Run {
    ...RunRow
    ...RunFacts
    ...RunTimeline
    ...RelatedRuns
    result
    resultTruncated
    payload
    task {
      id
      name
      payload
      deletedAt
    }
    blockedBy {
      id
      scheduledFor
      task {
        id
        name
      }
    }
    attempts(last: 25) {
      ...RunAttempts
    }
  }
`);

const route = getRouteApi("/runs/$runId");

const LEADS = {
  SCHEDULE: "Scheduled for",
  MANUAL: "Run by hand",
  BACKFILL: "Backfilled for",
  FOLLOW_UP: "Followed at",
  REDRIVE: "Done again for",
};

export function RunPage() {
  const { runId } = route.useParams();
  return <RunOf key={runId} id={runId} />;
}

function RunOf({ id }: { id: string }) {
  const { data, error, refetch } = useLiveQuery(RunPageDoc, { variables: { id }, wants: ({ runs }) => runs.has(id) });
  if (error)
    return (
      <Page title="Run">
        <ErrorPanel what="The run" error={error} retry={refetch} />
      </Page>
    );
  if (!data)
    return (
      <Page title="Run">
        <PageSkeleton heights={[92, 210, 320]} />
      </Page>
    );
  if (!data.run)
    return (
      <Page title="Run not found">
        <Empty
          icon={IconMapOff}
          title="There is no such run"
          action={
            <LinkButton to="/runs" variant="default">
              To the runs
            </LinkButton>
          }
        >
          It was planned and then taken back by an edit, a pause or a deletion of its task, or the link is wrong.
        </Empty>
      </Page>
    );
  return <Content run={data.run} />;
}

function Content({ run }: { run: RunDetailFragment }) {
  return (
    <Page
      title={run.task.name}
      back={<Link to="/runs">Runs</Link>}
      badge={
        <>
          <RunStateChip state={run.state} large testId="run-state" />
          {run.late && <LateChip />}
        </>
      }
      lead={
        <>
          {LEADS[run.trigger]} <Time value={run.scheduledFor} />
          {isSpread(run) && (
            <>
              , spread to <Time value={run.effectiveAt} />
            </>
          )}{" "}
          ·{" "}
          <Link to="/tasks/$taskId" params={{ taskId: run.task.id }} underline="always">
            {run.task.deletedAt ? "Deleted task" : "To the task"}
          </Link>
        </>
      }
      actions={<RunActions run={run} />}
    >
      <div className={classes.page}>
        <Explanations run={run} />
        {run.state === "RUNNING" && run.progress != null && (
          <div className={`panel ${classes.progress}`}>
            <Text size="sm" fw={550} className="nums">
              {Math.round(run.progress * 100)} %{run.progressMessage ? ` · ${run.progressMessage}` : ""}
            </Text>
            <Progress color="var(--run-solid)" value={run.progress * 100} aria-label="Progress" size="md" mt={6} />
          </div>
        )}
        <Panel title="Timeline">
          <Timeline run={run} />
        </Panel>
        <Panel title="Facts">
          <RunFacts run={run} />
        </Panel>
        <Related run={run} />
        {run.state !== "SCHEDULED" && run.startedAt && <Log runId={run.id} finished={run.finishedAt != null} />}
        {run.attempts.nodes.length > 0 && (
          <Panel title="Attempts" flush>
            <Attempts attempts={run.attempts} />
          </Panel>
        )}
        <div className={classes.values}>
          {run.result != null && (
            <Panel title="Result" aside={run.resultTruncated ? "cut at 64 KiB" : undefined}>
              <JsonBlock value={run.result} label="Result" />
            </Panel>
          )}
          {(run.payload ?? run.task.payload) != null && (
            <Panel title="Payload" aside={run.payload != null ? "given for this run" : "of the task"}>
              <JsonBlock value={run.payload ?? run.task.payload} label="Payload" />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}

function Explanations({ run }: { run: RunDetailFragment }) {
  return (
    <>
      {run.error && isFault(run.state) && (
        <Notice tone="bad" icon={IconAlertTriangle} title={run.error.code}>
          <span className={classes.pre}>{run.error.message}</span>
        </Notice>
      )}
      {run.state === "HELD" && (
        <Notice tone="wait" icon={IconHandStop} title="Held for a decision">
          It was missed and waits for somebody
          {run.heldUntil && (
            <>
              {" "}
              until <Time value={run.heldUntil} />; then the policy for missed runs decides
            </>
          )}
          .{" "}
          <Link to="/tasks/$taskId" params={{ taskId: run.task.id }} underline="always">
            Decide on the task's page
          </Link>
        </Notice>
      )}
      {(run.why || run.blockedBy) && (
        <Notice tone="plan" icon={IconInfoCircle} title="Why">
          {run.why}{" "}
          {run.blockedBy && (
            <Link to="/runs/$runId" params={{ runId: run.blockedBy.id }} underline="always">
              See the run in the way
            </Link>
          )}{" "}
          {run.trigger === "SCHEDULE" && (
            <Link
              to="/tasks/$taskId"
              params={{ taskId: run.task.id }}
              search={{ explain: run.scheduledFor }}
              underline="always"
            >
              Explain it step by step
            </Link>
          )}
        </Notice>
      )}
    </>
  );
}
