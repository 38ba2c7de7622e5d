// All runs of all tasks: what happened, what will, filtered; everything in the address.
import { SegmentedControl, Stack } from "@mantine/core";
import { IconCircleCheck, IconFilterOff, IconHistory } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { RunFilter, RunListQueryVariables } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { LinkButton } from "../ui/link";
import { Page } from "../ui/page";
import { Pager, pageArguments } from "../ui/pager";
import { RunTable } from "../ui/run-table";
import { FailedList } from "./failed-list";
import { Filters } from "./filters";
import { HISTORY, type RunsSearch, type View } from "./search";

const RunList = graphql(`
  query RunList($filter: RunFilter, $orderBy: RunOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
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

const route = getRouteApi("/runs");

function variables(search: RunsSearch): RunListQueryVariables {
  const upcoming = search.view === "upcoming";
  const failed = search.view === "failed";
  const filter: RunFilter = {
    deadLetter: failed || undefined,
    state: failed
      ? undefined
      : upcoming
        ? ["SCHEDULED"]
        : (search.state ?? (search.view === "all" ? undefined : [...HISTORY])),
    taskId: search.task ? [search.task] : undefined,
    trigger: search.trigger ? [search.trigger] : undefined,
    late: search.late,
    backfillId: search.backfill ? [search.backfill] : undefined,
    queue: search.queue ? [search.queue] : undefined,
  };
  return {
    filter,
    orderBy: { field: "SCHEDULED_FOR", direction: upcoming ? "ASC" : "DESC" },
    ...pageArguments(search),
  };
}

export function RunListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, stale, refetch } = useLiveQuery(RunList, {
    variables: variables(search),
    wants: ({ runs }) => runs.size > 0,
  });
  const change = (next: Partial<RunsSearch>) =>
    void navigate({ search: { ...search, after: undefined, before: undefined, ...next }, replace: true });
  const { state, task, trigger, late, backfill, queue } = search;
  const filtered = Boolean(state || task || trigger || late || backfill || queue);

  return (
    <Page
      title="Runs"
      actions={
        <SegmentedControl
          aria-label="Which runs"
          value={search.view ?? "history"}
          onChange={(view) => change({ view: view === "history" ? undefined : (view as View), state: undefined })}
          data={[
            { value: "history", label: "History" },
            { value: "upcoming", label: "Upcoming" },
            { value: "all", label: "All" },
            { value: "failed", label: "Failed" },
          ]}
        />
      }
    >
      <Stack gap="sm">
        <Filters search={search} change={change} />
        {error ? (
          <ErrorPanel what="The runs" error={error} retry={refetch} />
        ) : !data ? (
          <ListSkeleton rows={10} />
        ) : data.runs.nodes.length === 0 ? (
          <None filtered={filtered} view={search.view} />
        ) : (
          <div>
            {search.view === "failed" ? (
              <FailedList
                runs={data.runs.nodes}
                filter={variables(search).filter ?? {}}
                total={data.runs.totalCount}
                stale={stale}
              />
            ) : (
              <div className="panel" style={{ overflow: "hidden" }}>
                <RunTable runs={data.runs.nodes} withTask label="Runs" stale={stale} />
              </div>
            )}
            <Pager
              noun="run"
              total={data.runs.totalCount}
              info={data.runs.pageInfo}
              go={(position) =>
                void navigate({ search: { ...search, after: undefined, before: undefined, ...position } })
              }
            />
          </div>
        )}
      </Stack>
    </Page>
  );
}

function None({ filtered, view }: { filtered: boolean; view?: View }) {
  if (filtered)
    return (
      <Empty
        icon={IconFilterOff}
        title="No run matches these filters"
        action={
          <LinkButton to="/runs" variant="default">
            Show all runs
          </LinkButton>
        }
      />
    );
  if (view === "failed")
    return (
      <Empty icon={IconCircleCheck} title="No failed run waits for anybody">
        A run that fails in all its attempts stands here until somebody runs it again or dismisses it.
      </Empty>
    );
  return (
    <Empty
      icon={IconHistory}
      title={view === "upcoming" ? "No run is planned" : "No run yet"}
      action={may("EDIT") && <LinkButton to="/tasks/new">Schedule a task</LinkButton>}
    >
      Each occurrence of a task becomes a run: when it falls due, it is carried out and recorded here.
    </Empty>
  );
}
