// A new calendar.
import { useMutation } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../gql";
import type { ComplaintFragment } from "../gql/graphql";
import { Link, LinkButton } from "../ui/link";
import { done, failed } from "../ui/notify";
import { Page } from "../ui/page";
import { CalendarForm, type CalendarInput } from "./calendar-form";
import { Skipped } from "./skipped";

const Create = graphql(`
  mutation CreateCalendar($input: CreateCalendarInput!) {
    createCalendar(input: $input) {
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

export function CreateCalendarPage() {
  const navigate = useNavigate();
  const [create] = useMutation(Create);
  const [imported, setImported] = useState<{ calendarId: string; skipped: readonly string[] }>();

  const save = async (input: CalendarInput): Promise<readonly ComplaintFragment[]> => {
    try {
      const { data } = await create({ variables: { input } });
      const calendar = data?.createCalendar.calendar;
      if (!calendar) return data?.createCalendar.userErrors ?? [];
      done(`“${calendar.name}” is saved`);
      const { skipped } = data.createCalendar;
      if (skipped.length > 0) setImported({ calendarId: calendar.id, skipped });
      else void navigate({ to: "/calendars/$calendarId", params: { calendarId: calendar.id } });
    } catch (error) {
      failed("The calendar could not be created", error);
    }
    return [];
  };

  return (
    <Page title="New calendar" back={<Link to="/calendars">Calendars</Link>} narrow>
      {imported ? (
        <Skipped {...imported} />
      ) : (
        <CalendarForm
          initial={{ name: "", description: "", timezone: "", text: "" }}
          submitLabel="Create the calendar"
          save={save}
          cancel={
            <LinkButton to="/calendars" variant="default">
              Cancel
            </LinkButton>
          }
        />
      )}
    </Page>
  );
}
