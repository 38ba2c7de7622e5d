// The runs of one task, page by page.
import { getRouteApi } from "@tanstack/react-router";
import { graphql } from "../gql";
import { useLiveQuery } from "../live/use-live-query";
import { ErrorPanel, ListSkeleton } from "../ui/feedback";
import { Link } from "../ui/link";
import { Pager, pageArguments } from "../ui/pager";
import { Panel } from "../ui/panel";
import { RunTable } from "../ui/run-table";

const TaskRunsDoc = graphql(`
  query TaskRuns($taskId: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
    runs(
      filter: { taskId: [$taskId], state: [HELD, QUEUED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, SKIPPED, MISSED] }
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      nodes {
        ...RunRow
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
    }
  }
`);

const route = getRouteApi("/tasks/$taskId");

export function TaskRuns({ taskId }: { taskId: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, stale, refetch } = useLiveQuery(TaskRunsDoc, {
    variables: { taskId, ...pageArguments(search) },
    wants: ({ tasks }) => tasks.has(taskId),
  });
  if (error) return <ErrorPanel what="The runs" error={error} retry={refetch} />;
  if (!data) return <ListSkeleton rows={5} />;
  return (
    <div>
      <Panel
        title="Runs"
        aside={
          <Link to="/runs" search={{ task: taskId }}>
            Filter them
          </Link>
        }
        flush
      >
        {data.runs.nodes.length > 0 ? (
          <RunTable runs={data.runs.nodes} label="Runs of this task" stale={stale} />
        ) : (
          <p className="quiet" style={{ margin: 0, padding: "1.5rem 1rem", textAlign: "center" }}>
            It has not run yet.
          </p>
        )}
      </Panel>
      {data.runs.nodes.length > 0 && (
        <Pager
          noun="run"
          total={data.runs.totalCount}
          info={data.runs.pageInfo}
          go={(position) => void navigate({ search: { explain: search.explain, ...position }, resetScroll: false })}
        />
      )}
    </div>
  );
}
