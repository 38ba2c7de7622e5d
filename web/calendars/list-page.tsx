// The calendars: what tasks can leave out of their schedules by name.
import { useQuery } from "@apollo/client/react";
import { IconCalendarOff, IconPlus } from "@tabler/icons-react";
import { may } from "../access/session";
import { graphql } from "../gql";
import type { CalendarRowFragment } from "../gql/graphql";
import { Empty, ErrorPanel, ListSkeleton } from "../ui/feedback";
import { count, plural } from "../ui/format";
import { Link, LinkButton } from "../ui/link";
import { Page } from "../ui/page";
import table from "../ui/table.module.css";
import { RelativeTime } from "../ui/time";

const CalendarList = graphql(`
  query CalendarList {
    calendars {
      ...CalendarRow
    }
  }
`);

export function CalendarListPage() {
  const { data, error, refetch } = useQuery(CalendarList, { fetchPolicy: "cache-and-network" });
  return (
    <Page
      title="Calendars"
      lead="Named lists of days and hours that tasks leave out of their schedules, for example public holidays."
      actions={
        may("EDIT") && (
          <LinkButton to="/calendars/new" leftSection={<IconPlus size={17} aria-hidden />}>
            New calendar
          </LinkButton>
        )
      }
    >
      {data ? (
        data.calendars.length > 0 ? (
          <div className="panel" style={{ overflow: "hidden" }}>
            <Calendars calendars={data.calendars} />
          </div>
        ) : (
          <Empty
            icon={IconCalendarOff}
            title="There is no calendar yet"
            action={may("EDIT") && <LinkButton to="/calendars/new">Make a calendar</LinkButton>}
          >
            Write its days by hand or import an .ics file. Then choose it under “Left out” in the schedule of a task.
          </Empty>
        )
      ) : error ? (
        <ErrorPanel what="The calendars" error={error} retry={() => void refetch().catch(() => undefined)} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </Page>
  );
}

function Calendars({ calendars }: { calendars: readonly CalendarRowFragment[] }) {
  return (
    <table className={table.table} aria-label="Calendars">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className={table.number}>
            Entries
          </th>
          <th scope="col">Zone</th>
          <th scope="col">Used by</th>
          <th scope="col">Changed</th>
        </tr>
      </thead>
      <tbody>
        {calendars.map((calendar) => (
          <tr key={calendar.id} data-testid="calendar-row">
            <td className={table.name}>
              <Link
                to="/calendars/$calendarId"
                params={{ calendarId: calendar.id }}
                className={table.cover}
                fw={600}
                c="inherit"
              >
                {calendar.name}
              </Link>
              {calendar.description && <span className={`${table.sub} cut`}>{calendar.description}</span>}
            </td>
            <td data-label="Entries" className={table.number}>
              {count(calendar.entryCount)}
            </td>
            <td data-label="Zone">{calendar.timezone ?? <span className="quiet">the schedule's</span>}</td>
            <td data-label="Used by">
              {calendar.tasks.length > 0 ? (
                plural(calendar.tasks.length, "task")
              ) : (
                <span className="quiet">no task</span>
              )}
            </td>
            <td data-label="Changed">
              <RelativeTime value={calendar.updatedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
