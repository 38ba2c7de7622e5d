// One calendar: what it names and which tasks leave that out.
import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Switch } from "@mantine/core";
import { IconMapOff, IconPencil, IconTrash } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { CalendarPageQuery } from "../gql/graphql";
import { dialogs } from "../ui/dialogs";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { count, entries as entriesOf, wallClock } from "../ui/format";
import { Link, LinkButton } from "../ui/link";
import { done, failed, refused } from "../ui/notify";
import { now } from "../ui/now";
import { Page } from "../ui/page";
import { Panel } from "../ui/panel";
import { Time } from "../ui/time";
import { useZone } from "../ui/zone";
import classes from "./calendars.module.css";
import { printEntry } from "./entries-text";

const CalendarPageDoc = graphql(`
  query CalendarPage($id: ID!, $first: Int!, $endingAfter: LocalDateTime) {
    calendar(id: $id) {
      ...CalendarRow
      createdAt
      entries(first: $first, endingAfter: $endingAfter) {
        ...CalendarEntryRow
      }
    }
  }
`);

const Delete = graphql(`
  mutation DeleteCalendar($input: DeleteCalendarInput!) {
    deleteCalendar(input: $input) {
      userErrors {
        ...Complaint
      }
    }
  }
`);

/** `2026-12-24 to 2026-12-26`, `2026-12-31 12:00 to 2026-12-31 18:00` */
const spanOf = (entry: { from: string; until: string }): string =>
  printEntry({ ...entry, label: null })
    .replaceAll(/T(\d\d:\d\d)(?::00)?/g, " $1")
    .replace("..", " to ");

const route = getRouteApi("/calendars/$calendarId");
const SHOWN = 500;

export function CalendarPage() {
  const { calendarId } = route.useParams();
  const { past } = route.useSearch();
  const zone = useZone();
  // The beginning of today, so that the question stays the same while the page is open.
  const [today] = useState(() => `${wallClock(new Date(now()).toISOString(), zone).slice(0, 10)}T00:00:00`);
  const {
    data: fresh,
    previousData,
    error,
    refetch,
  } = useQuery(CalendarPageDoc, {
    variables: { id: calendarId, first: SHOWN, endingAfter: past ? null : today },
    fetchPolicy: "cache-and-network",
  });
  const data = fresh ?? previousData;
  if (data?.calendar) return <Content calendar={data.calendar} />;
  return (
    <Page title={data ? "Calendar not found" : "Calendar"}>
      {data ? (
        <Empty
          icon={IconMapOff}
          title="There is no such calendar"
          action={
            <LinkButton to="/calendars" variant="default">
              To the calendars
            </LinkButton>
          }
        >
          It may have been deleted.
        </Empty>
      ) : error ? (
        <ErrorPanel what="The calendar" error={error} retry={() => void refetch().catch(() => undefined)} />
      ) : (
        <PageSkeleton heights={[120, 300]} />
      )}
    </Page>
  );
}

type Calendar = NonNullable<CalendarPageQuery["calendar"]>;

function Content({ calendar }: { calendar: Calendar }) {
  const { past } = route.useSearch();
  const navigate = route.useNavigate();
  const { name, description, timezone, entryCount, entries, tasks, updatedAt, createdAt } = calendar;
  return (
    <Page
      title={name}
      back={<Link to="/calendars">Calendars</Link>}
      lead={description}
      actions={<Actions calendar={calendar} />}
    >
      <div className={classes.page}>
        <Panel
          title={`What it names${entryCount === 0 ? "" : ` (${entriesOf(entryCount)} in all)`}`}
          aside={
            <Switch
              size="xs"
              label="Also what is over"
              checked={past ?? false}
              onChange={(event) =>
                void navigate({ search: { past: event.currentTarget.checked || undefined }, replace: true })
              }
            />
          }
          flush
        >
          {entries.length > 0 ? (
            <ul className={classes.list} aria-label="Entries">
              {entries.map((entry) => (
                <li key={`${entry.from} ${entry.until} ${entry.label}`} data-testid="calendar-entry">
                  <span className="nums">{spanOf(entry)}</span>
                  <span>{entry.label}</span>
                </li>
              ))}
            </ul>
          ) : (
            <Empty bare icon={IconMapOff} title={entryCount === 0 ? "It names nothing yet" : "All of it is over"}>
              {entryCount > 0 && "Switch on “Also what is over” to see it."}
            </Empty>
          )}
        </Panel>
        {entries.length === SHOWN && <p className={classes.plain}>Only the first {count(SHOWN)} are listed.</p>}
        <Panel title="Tasks that leave it out" flush={tasks.length > 0}>
          {tasks.length > 0 ? (
            <ul className={classes.list}>
              {tasks.map((task) => (
                <li key={task.id}>
                  <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
                    {task.name}
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className={classes.plain}>None yet. Choose it under “Left out” in the schedule of a task.</p>
          )}
        </Panel>
        <p className={classes.plain}>
          Read on the clock of {timezone ?? "the schedule that uses it"} · created <Time value={createdAt} /> · last
          changed <Time value={updatedAt} />
        </p>
      </div>
    </Page>
  );
}

function Actions({ calendar }: { calendar: Calendar }) {
  const navigate = useNavigate();
  const [remove] = useMutation(Delete);
  const { id, name, tasks } = calendar;
  const ask = () => {
    if (tasks.length > 0) {
      dialogs.open({
        title: `“${name}” is in use`,
        children: `It can be deleted when no task leaves it out any more. Now these do: ${tasks.map((task) => task.name).join(", ")}.`,
      });
      return;
    }
    dialogs.confirm({
      title: `Delete “${name}”?`,
      children: "No task uses it. This cannot be undone.",
      labels: { confirm: "Delete the calendar", cancel: "Keep it" },
      confirmProps: { color: "red", "data-testid": "confirm" },
      onConfirm: async () => {
        try {
          const { data } = await remove({ variables: { input: { id } } });
          if (refused("The calendar could not be deleted", data?.deleteCalendar.userErrors)) return;
          done(`“${name}” is deleted`);
          void navigate({ to: "/calendars" });
        } catch (error) {
          failed("The calendar could not be deleted", error);
        }
      },
    });
  };
  if (!may("EDIT")) return null;
  return (
    <>
      <LinkButton
        variant="default"
        to="/calendars/$calendarId/edit"
        params={{ calendarId: id }}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        Edit
      </LinkButton>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={ask}>
        Delete
      </Button>
    </>
  );
}
