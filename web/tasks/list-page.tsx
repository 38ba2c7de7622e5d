// All tasks: searched, filtered and ordered by the server, page by page; everything in the address.
import { Stack } from "@mantine/core";
import { IconCalendarPlus, IconFilterOff, IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { TaskListQueryVariables } from "../gql/graphql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { LinkButton } from "../ui/link";
import { Page } from "../ui/page";
import { Pager, pageArguments } from "../ui/pager";
import { BulkBar } from "./bulk-bar";
import { Filters } from "./filters";
import type { TasksSearch } from "./search";
import { TaskTable } from "./task-table";

const TaskList = graphql(`
  query TaskList($filter: TaskFilter, $orderBy: TaskOrder, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
    tasks(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...TaskRow
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

const route = getRouteApi("/tasks");

function variables(search: TasksSearch): TaskListQueryVariables {
  return {
    filter: { search: search.q, state: search.state, scheduleKind: search.kind, targetKind: search.target },
    orderBy: { field: search.order ?? "NAME", direction: search.dir ?? "ASC" },
    ...pageArguments(search),
  };
}

export function TaskListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, stale, refetch } = useLiveQuery(TaskList, {
    variables: variables(search),
    wants: ({ tasks }) => tasks.size > 0,
  });
  const change = (next: Partial<TasksSearch>) =>
    void navigate({
      search: { ...search, after: undefined, before: undefined, focus: undefined, ...next },
      replace: true,
    });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (some: readonly string[]) => {
    const next = new Set(chosen);
    const all = some.every((id) => next.has(id));
    for (const id of some) {
      if (all) next.delete(id);
      else next.add(id);
    }
    setChosen(next);
  };
  const filtered = Boolean(search.q || search.state || search.kind || search.target);

  return (
    <Page
      title="Tasks"
      actions={
        may("EDIT") && (
          <LinkButton to="/tasks/new" hiddenFrom="sm" leftSection={<IconPlus size={17} aria-hidden />}>
            New task
          </LinkButton>
        )
      }
    >
      <Stack gap="sm">
        <Filters search={search} change={change} />
        {error ? (
          <ErrorPanel what="The tasks" error={error} retry={refetch} />
        ) : !data ? (
          <ListSkeleton rows={10} />
        ) : data.tasks.nodes.length === 0 ? (
          <None filtered={filtered} />
        ) : (
          <div>
            <BulkBar
              chosen={chosen}
              clear={() => setChosen(new Set())}
              filter={variables(search).filter ?? {}}
              total={data.tasks.totalCount}
            />
            <div className="panel" style={{ overflow: "hidden" }}>
              <TaskTable
                tasks={data.tasks.nodes}
                search={search}
                change={change}
                stale={stale}
                choice={may("OPERATE") ? { chosen, toggle } : undefined}
              />
            </div>
            <Pager
              noun="task"
              total={data.tasks.totalCount}
              info={data.tasks.pageInfo}
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

function None({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <Empty
        icon={IconFilterOff}
        title="No task matches"
        action={
          <LinkButton to="/tasks" variant="default">
            Show all tasks
          </LinkButton>
        }
      >
        The search looks into names and descriptions.
      </Empty>
    );
  return (
    <Empty
      icon={IconCalendarPlus}
      title="No task yet"
      action={may("EDIT") && <LinkButton to="/tasks/new">Schedule a task</LinkButton>}
    >
      A task says what should happen and when: once, by a cron expression, or every so often.
    </Empty>
  );
}
