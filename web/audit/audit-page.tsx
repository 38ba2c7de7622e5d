// Who did what, when and from where: searched and filtered by the server; everything in the address.
import { Button, Stack } from "@mantine/core";
import { IconDownload, IconFilterOff, IconListSearch } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { may } from "../access/session";
import { graphql } from "../gql";
import { useLiveQuery } from "../live/use-live-query";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { LinkButton } from "../ui/link";
import { Page } from "../ui/page";
import { Pager, pageArguments } from "../ui/pager";
import table from "../ui/table.module.css";
import { useZone } from "../ui/zone";
import { Entry } from "./entry";
import { Filters } from "./filters";
import { type AuditSearch, auditFilter, csvAddress } from "./search";

const AuditList = graphql(`
  query AuditList($filter: AuditFilter, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...AuditRow
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

const route = getRouteApi("/audit");
/** Signing in is no event of the log. */
const EVERY_MS = 10_000;

export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = auditFilter(search, useZone());
  const { data, error, stale, refetch } = useLiveQuery(AuditList, {
    variables: { filter, ...pageArguments(search) },
    wants: ({ tasks, runs }) => tasks.size + runs.size > 0,
    everyMs: EVERY_MS,
  });
  const change = (next: Partial<AuditSearch>) =>
    void navigate({ search: { ...search, after: undefined, before: undefined, ...next }, replace: true });
  return (
    <Page
      title="Audit"
      lead="Who did what, when, and from where."
      actions={
        may("ADMINISTER") && (
          <Button
            component="a"
            href={csvAddress(filter)}
            download="audit.csv"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            data-testid="csv"
          >
            CSV
          </Button>
        )
      }
    >
      <Stack gap="sm">
        <Filters search={search} change={change} />
        {error ? (
          <ErrorPanel what="The audit" error={error} retry={refetch} />
        ) : !data ? (
          <ListSkeleton rows={10} />
        ) : data.auditEntries.nodes.length === 0 ? (
          <None filtered={Object.values(search).some(Boolean)} />
        ) : (
          <div>
            <div className="panel" style={{ overflow: "hidden" }}>
              <table className={table.table} aria-label="Audit" aria-busy={stale || undefined}>
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">About</th>
                    <th scope="col">Who</th>
                    <th scope="col">From</th>
                    <th scope="col">When</th>
                  </tr>
                </thead>
                <tbody>
                  {data.auditEntries.nodes.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </tbody>
              </table>
            </div>
            <Pager
              noun="record"
              countedTo={1_000}
              total={data.auditEntries.totalCount}
              info={data.auditEntries.pageInfo}
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
        title="No entry matches these filters"
        action={
          <LinkButton to="/audit" variant="default">
            Show all entries
          </LinkButton>
        }
      />
    );
  return (
    <Empty icon={IconListSearch} title="Nothing has been done yet">
      What people and programs change, and what they are refused, stands here from now on.
    </Empty>
  );
}
