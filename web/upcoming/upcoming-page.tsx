// What is to run within a window, over all tasks: by day, and how busy each hour is. The answer changes with the clock and
// with edits, hardly with events, so this page asks again now and then.
import { useQuery } from "@apollo/client/react";
import { Button, SegmentedControl } from "@mantine/core";
import { IconAlertTriangle, IconCalendarTime } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { UpcomingPageQuery, UpcomingPageQueryVariables } from "../gql/graphql";
import { usePaused } from "../live/state";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { plural, wallClock } from "../ui/format";
import { InstantInput } from "../ui/instant-input";
import { Link, LinkButton } from "../ui/link";
import { NoteChip } from "../ui/note-chip";
import { Notice } from "../ui/notice";
import { now } from "../ui/now";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { Clock, RelativeTime, Time } from "../ui/time";
import { useZone } from "../ui/zone";
import { byDay, condense, dayName, type Row as RowOf } from "./days";
import { HeatStrip } from "./heat-strip";
import type { Span, UpcomingSearch } from "./search";
import classes from "./upcoming.module.css";

const UpcomingDoc = graphql(`
  query UpcomingPage($from: DateTime, $until: DateTime) {
    upcoming(from: $from, until: $until, first: 500) {
      from
      until
      truncated
      message
      nodes {
        task {
          id
          name
        }
        occurrence {
          at
          effectiveAt
          notes {
            kind
            message
          }
        }
      }
    }
  }
`);

const ASK_EVERY_MS = 30_000;
const DAY_MS = 86_400_000;
const DAYS = { "24h": 1, "7d": 7, "30d": 30 };
/** Of a task that runs more often within an hour, one row tells. */
const SINGLY_AN_HOUR = 4;
/** Rows at first; all of them on request. */
const LISTED = 150;
const route = getRouteApi("/upcoming");

const later = (days: number): string => new Date(now() + days * DAY_MS).toISOString();

export function UpcomingPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const paused = usePaused();
  const zone = useZone();
  const span: Span = search.span ?? "24h";
  const variables = useMemo(
    (): UpcomingPageQueryVariables =>
      span === "custom" ? { from: search.from, until: search.until } : { until: later(DAYS[span]) },
    [span, search.from, search.until],
  );
  const {
    data: fresh,
    previousData,
    error,
    refetch,
  } = useQuery(UpcomingDoc, {
    variables,
    fetchPolicy: "cache-and-network",
    pollInterval: paused ? 0 : ASK_EVERY_MS,
  });
  const data = fresh ?? (error ? undefined : previousData);
  const change = (next: UpcomingSearch) => void navigate({ search: next, replace: true });
  const choose = (next: Span) => {
    if (next === "custom") change({ span: next, from: later(0), until: later(1) });
    else change({ span: next === "24h" ? undefined : next });
  };

  return (
    <Page
      title="Upcoming"
      lead="What is to run over all active tasks, by their schedules."
      actions={
        <>
          <LinkButton to="/clock-changes" variant="default">
            Clock changes
          </LinkButton>
          <SegmentedControl
            aria-label="How far ahead"
            value={span}
            onChange={(next) => choose(next as Span)}
            data={[
              { value: "24h", label: "24 h" },
              { value: "7d", label: "7 days" },
              { value: "30d", label: "30 days" },
              { value: "custom", label: "Other" },
            ]}
          />
        </>
      }
    >
      <div className={classes.page}>
        {span === "custom" && (
          <div className={classes.custom}>
            <InstantInput
              label="From"
              zone={zone}
              value={search.from ?? null}
              onChange={(from) => from && change({ ...search, from })}
            />
            <InstantInput
              label="Until"
              zone={zone}
              value={search.until ?? null}
              onChange={(until) => until && change({ ...search, until })}
            />
          </div>
        )}
        {data ? (
          <Content upcoming={data.upcoming} zone={zone} />
        ) : error ? (
          <ErrorPanel what="What is upcoming" error={error} retry={() => void refetch().catch(() => undefined)} />
        ) : (
          <PageSkeleton heights={[140, 420]} />
        )}
      </div>
    </Page>
  );
}

function Content({ upcoming, zone }: { upcoming: UpcomingPageQuery["upcoming"]; zone: string }) {
  const [all, setAll] = useState(false);
  const { nodes, truncated, message, until } = upcoming;
  const days = useMemo(() => byDay(nodes, (node) => node.occurrence.effectiveAt, zone), [nodes, zone]);
  const rows = useMemo(
    () =>
      condense(
        nodes,
        ({ task, occurrence }) => `${task.id} ${wallClock(occurrence.effectiveAt, zone).slice(0, 13)}`,
        SINGLY_AN_HOUR,
      ),
    [nodes, zone],
  );
  const listed = useMemo(
    () => byDay(all ? rows : rows.slice(0, LISTED), (row) => row.first.occurrence.effectiveAt, zone),
    [all, rows, zone],
  );
  return (
    <>
      {truncated && (
        <Notice tone="wait" icon={IconAlertTriangle} title="Not all of it is shown">
          {message ?? "There is more than can be answered at once."}
        </Notice>
      )}
      {nodes.length === 0 ? (
        <Empty
          icon={IconCalendarTime}
          title="Nothing is to run in this window"
          action={may("EDIT") && <LinkButton to="/tasks/new">Schedule a task</LinkButton>}
        >
          Look further ahead, or see under Tasks whether schedules are paused.
        </Empty>
      ) : (
        <>
          <Panel title="By hour" aside={zone} flush>
            <HeatStrip days={days} />
          </Panel>
          <Panel
            title={plural(nodes.length, "run")}
            aside={
              <>
                until <Time value={until} />
              </>
            }
            flush
          >
            <div className={classes.days}>
              {listed.map(
                (day) =>
                  day.items.length > 0 && (
                    <section key={day.date}>
                      <h3>{dayName(day.date)}</h3>
                      <ol className={classes.list}>
                        {day.items.map((row) => (
                          <Row key={`${row.first.task.id} ${row.first.occurrence.at}`} row={row} />
                        ))}
                      </ol>
                    </section>
                  ),
              )}
            </div>
            {!all && rows.length > LISTED && (
              <div className={classes.more}>
                <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
                  Show all
                </Button>
              </div>
            )}
          </Panel>
        </>
      )}
    </>
  );
}

type Node = UpcomingPageQuery["upcoming"]["nodes"][number];

function Row({ row }: { row: RowOf<Node> }) {
  const { task, occurrence } = row.first;
  return (
    <li data-testid="upcoming-row">
      <Clock value={occurrence.effectiveAt} />
      <span className={classes.name}>
        <Link to="/tasks/$taskId" params={{ taskId: task.id }} c="inherit" fw={550}>
          {task.name}
        </Link>
        {row.count > 1 && (
          <span className="quiet">
            {plural(row.count, "run")} until <Clock value={row.last.occurrence.effectiveAt} />
          </span>
        )}
        {occurrence.notes.map(({ kind, message }) => (
          <NoteChip key={kind} kind={kind} title={message} />
        ))}
      </span>
      <RelativeTime value={occurrence.effectiveAt} className={classes.when} />
    </li>
  );
}
