// The first page: how the scheduler is doing now, what comes next, what just ended.
import { Button } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { may, session } from "../access/session";
import { graphql } from "../gql";
import type { OverviewPageQuery } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { Link, LinkButton } from "../ui/link";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { RunTable } from "../ui/run-table";
import { Counts } from "./counts";
import { Lateness } from "./lateness";
import { NextDue } from "./next-due";
import { NowRunning } from "./now-running";
import classes from "./overview.module.css";
import { Past24Hours } from "./past-24-hours";

const ClockChangeNotice = lazy(() => import("./clock-change-notice"));

const Overview = graphql(`
  query OverviewPage {
    overview {
      cursor
      activeTasks
      pausedTasks
      runningRuns
      waitingRuns
      deadLetters
      last24Hours {
        ...Past24Hours
      }
      lateness {
        ...Lateness
      }
      next(first: 10) {
        ...RunRow
      }
    }
    tasks(first: 1) {
      totalCount
    }
    going: runs(filter: { state: [RUNNING] }, first: 8) {
      nodes {
        ...RunRow
      }
    }
    ended: runs(filter: { state: [SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }, first: 8) {
      nodes {
        ...RunRow
      }
    }
  }
`);

export function OverviewPage() {
  const { data, error, refetch } = useLiveQuery(Overview, { variables: {}, wants: () => true });
  return (
    <Page title="Overview">
      {error ? (
        <ErrorPanel what="The overview" error={error} retry={refetch} />
      ) : data ? (
        <Content data={data} />
      ) : (
        <PageSkeleton heights={[94, 150, 330, 240]} />
      )}
    </Page>
  );
}

function Content({ data }: { data: OverviewPageQuery }) {
  const { overview, going, ended, tasks } = data;
  if (tasks.totalCount === 0 && ended.nodes.length === 0)
    return (
      <Empty
        icon={IconCalendarPlus}
        title="Nothing is scheduled yet"
        action={
          <>
            {may("EDIT") && <LinkButton to="/tasks/new">Schedule a task</LinkButton>}
            {session().trustedDocuments !== "only" && (
              <Button component="a" href="/playground" variant="default">
                Try the API
              </Button>
            )}
          </>
        }
      >
        A task says what should happen and when: once, by a cron expression, or every so often. You will see here what
        is running, what comes next and how punctual it was.
      </Empty>
    );
  return (
    <div className={classes.page}>
      <Suspense>
        <ClockChangeNotice />
      </Suspense>
      <Counts overview={overview} />
      <div className={classes.pair}>
        <div className={classes.column}>
          <Panel title="Past 24 hours">
            <Past24Hours counts={overview.last24Hours} />
          </Panel>
          <Panel title="How late runs started" aside="past 24 hours">
            <Lateness lateness={overview.lateness} />
          </Panel>
          <Panel
            title="Running now"
            aside={
              <Link to="/runs" search={{ state: ["RUNNING"] }}>
                All running
              </Link>
            }
            flush
          >
            <NowRunning runs={going.nodes.filter((run) => run.state === "RUNNING")} />
          </Panel>
        </div>
        <Panel title="Next due" aside={<Link to="/upcoming">All upcoming</Link>} flush>
          <NextDue runs={overview.next} />
        </Panel>
      </div>
      <Panel title="Newest finished runs" aside={<Link to="/runs">All runs</Link>} flush>
        {ended.nodes.length > 0 ? (
          <RunTable runs={ended.nodes} withTask label="Newest finished runs" />
        ) : (
          <p className={classes.none}>No run has finished yet.</p>
        )}
      </Panel>
    </div>
  );
}
