// What the clock changes of a year do to the schedules of all tasks.
import { useQuery } from "@apollo/client/react";
import { Group } from "@mantine/core";
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconClockCheck } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { graphql } from "../gql";
import type { ClockChangesPageQuery } from "../gql/graphql";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { wallClock } from "../ui/format";
import { Link, LinkButton } from "../ui/link";
import { NoteChip } from "../ui/note-chip";
import { Notice } from "../ui/notice";
import { now } from "../ui/now";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import table from "../ui/table.module.css";
import { RelativeTime, Time } from "../ui/time";
import { useZone } from "../ui/zone";
import { FIRST_YEAR, LAST_YEAR } from "./search";
import classes from "./upcoming.module.css";

const ClockChangesDoc = graphql(`
  query ClockChangesPage($year: Int!) {
    clockChangeImpacts(year: $year) {
      year
      truncated
      nodes {
        task {
          id
          name
        }
        timezone
        changeAt
        offsetBefore
        offsetAfter
        kind
        at
        local
        message
      }
    }
  }
`);

const route = getRouteApi("/clock-changes");
type Impact = ClockChangesPageQuery["clockChangeImpacts"]["nodes"][number];

export function ClockChangesPage() {
  const zone = useZone();
  const thisYear = Number(wallClock(new Date(now()).toISOString(), zone).slice(0, 4));
  const year = route.useSearch().year ?? thisYear;
  const { data, error, refetch } = useQuery(ClockChangesDoc, {
    variables: { year },
    fetchPolicy: "cache-and-network",
  });
  const impacts = data?.clockChangeImpacts;
  return (
    <Page
      title={`Clock changes in ${year}`}
      back={<Link to="/upcoming">Upcoming</Link>}
      lead="Where clocks go forward or back, and what that does to the runs of tasks."
      actions={
        <Group gap="xs" component="nav" aria-label="Years">
          {year > FIRST_YEAR && (
            <LinkButton
              to="/clock-changes"
              search={{ year: year - 1 }}
              variant="default"
              leftSection={<IconChevronLeft size={15} aria-hidden />}
            >
              {year - 1}
            </LinkButton>
          )}
          {year < LAST_YEAR && (
            <LinkButton
              to="/clock-changes"
              search={{ year: year + 1 }}
              variant="default"
              rightSection={<IconChevronRight size={15} aria-hidden />}
            >
              {year + 1}
            </LinkButton>
          )}
        </Group>
      }
    >
      {impacts ? (
        impacts.nodes.length === 0 ? (
          <Empty icon={IconClockCheck} title={`No run is touched by a clock change in ${year}`}>
            Schedules in UTC, and those that run at other times of day, are the same all year.
          </Empty>
        ) : (
          <div className={classes.page}>
            {impacts.truncated && (
              <Notice tone="wait" icon={IconAlertTriangle} title="Not all of it is shown">
                There is more than can be answered at once; the first are listed.
              </Notice>
            )}
            {[...byChange(impacts.nodes)].map(([change, nodes]) => (
              <Change key={change} impacts={nodes} />
            ))}
          </div>
        )
      ) : error ? (
        <ErrorPanel what="The clock changes" error={error} retry={() => void refetch().catch(() => undefined)} />
      ) : (
        <ListSkeleton rows={6} />
      )}
    </Page>
  );
}

function byChange(impacts: readonly Impact[]): Map<string, Impact[]> {
  const changes = new Map<string, Impact[]>();
  for (const impact of impacts) {
    const key = `${impact.changeAt} ${impact.timezone}`;
    changes.set(key, [...(changes.get(key) ?? []), impact]);
  }
  return changes;
}

function Change({ impacts }: { impacts: readonly Impact[] }) {
  const first = impacts[0] as Impact;
  return (
    <Panel
      title={`${first.timezone}: ${first.offsetBefore} becomes ${first.offsetAfter}`}
      aside={
        <>
          <Time value={first.changeAt} /> · <RelativeTime value={first.changeAt} />
        </>
      }
      flush
    >
      <table className={table.table} aria-label={`What the change in ${first.timezone} does`}>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Local time</th>
            <th scope="col">Effect</th>
            <th scope="col">Runs</th>
            <th scope="col">In words</th>
          </tr>
        </thead>
        <tbody>
          {impacts.map((impact) => (
            <tr key={`${impact.task.id} ${impact.local} ${impact.kind}`} data-testid="clock-change">
              <td className={table.name}>
                <Link to="/tasks/$taskId" params={{ taskId: impact.task.id }} fw={600} c="inherit">
                  {impact.task.name}
                </Link>
              </td>
              <td data-label="Local time" className="nums">
                {impact.local.slice(0, 16).replace("T", " ")}
              </td>
              <td data-label="Effect">
                <NoteChip kind={impact.kind} />
              </td>
              <td data-label="Runs">{impact.at ? <Time value={impact.at} /> : "not at all"}</td>
              <td className={table.wide}>{impact.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
