// An edit of a calendar. What was read is kept as it was read, so that a change by somebody else is noticed.
import { useMutation, useQuery } from "@apollo/client/react";
import { IconMapOff } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../gql";
import type { CalendarToEditQuery, ComplaintFragment } from "../gql/graphql";
import { Empty, ErrorPanel, PageSkeleton } from "../ui/feedback";
import { Link, LinkButton } from "../ui/link";
import { done, failed } from "../ui/notify";
import { Page } from "../ui/page";
import { CalendarForm, type CalendarInput } from "./calendar-form";
import { printEntry } from "./entries-text";
import { Skipped } from "./skipped";

const Edited = graphql(`
  query CalendarToEdit($id: ID!) {
    calendar(id: $id) {
      ...CalendarRow
      entries(first: 1000) {
        ...CalendarEntryRow
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateCalendar($input: UpdateCalendarInput!) {
    updateCalendar(input: $input) {
      calendar {
        ...CalendarRow
      }
      skipped
      userErrors {
        ...Complaint
      }
    }
  }
`);

const route = getRouteApi("/calendars/$calendarId/edit");
type Calendar = NonNullable<CalendarToEditQuery["calendar"]>;

export function EditCalendarPage() {
  const { calendarId } = route.useParams();
  const { data, error, refetch } = useQuery(Edited, { variables: { id: calendarId }, fetchPolicy: "no-cache" });
  const calendar = data?.calendar;
  return (
    <Page
      title={calendar ? `Edit ${calendar.name}` : "Edit calendar"}
      back={
        <Link to="/calendars/$calendarId" params={{ calendarId }}>
          {calendar?.name ?? "Calendar"}
        </Link>
      }
      narrow
    >
      {calendar ? (
        <Form key={calendar.version} calendar={calendar} />
      ) : data ? (
        <Empty
          icon={IconMapOff}
          title="There is no such calendar"
          action={
            <LinkButton to="/calendars" variant="default">
              To the calendars
            </LinkButton>
          }
        />
      ) : error ? (
        <ErrorPanel what="The calendar" error={error} retry={() => void refetch().catch(() => undefined)} />
      ) : (
        <PageSkeleton heights={[160, 320]} />
      )}
    </Page>
  );
}

function Form({ calendar }: { calendar: Calendar }) {
  const { id, version, entries, entryCount } = calendar;
  const navigate = useNavigate();
  const [update] = useMutation(Update);
  const [skipped, setSkipped] = useState<readonly string[]>([]);

  const save = async (input: CalendarInput): Promise<readonly ComplaintFragment[]> => {
    try {
      const { data } = await update({ variables: { input: { id, version, ...input } } });
      if (!data?.updateCalendar.calendar) return data?.updateCalendar.userErrors ?? [];
      done("The calendar is saved; tasks that use it are planned anew");
      if (data.updateCalendar.skipped.length > 0) setSkipped(data.updateCalendar.skipped);
      else void navigate({ to: "/calendars/$calendarId", params: { calendarId: id } });
    } catch (error) {
      failed("The calendar could not be saved", error);
    }
    return [];
  };

  if (skipped.length > 0) return <Skipped calendarId={id} skipped={skipped} />;
  return (
    <CalendarForm
      initial={{
        name: calendar.name,
        description: calendar.description ?? "",
        timezone: calendar.timezone ?? "",
        // An edit of a part must not take the others away.
        text: entries.length === entryCount ? entries.map(printEntry).join("\n") : null,
      }}
      submitLabel="Save the edit"
      save={save}
      cancel={
        <LinkButton to="/calendars/$calendarId" params={{ calendarId: id }} variant="default">
          Cancel
        </LinkButton>
      }
    />
  );
}
