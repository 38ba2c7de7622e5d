// What the pages of calendars ask of a calendar.
import { graphql } from "../gql";

export const CalendarRow = graphql(`
  fragment CalendarRow on Calendar {
    id
    name
    description
    timezone
    entryCount
    version
    updatedAt
    tasks {
      id
      name
    }
  }
`);

export const CalendarEntries = graphql(`
  fragment CalendarEntryRow on CalendarEntry {
    from
    until
    label
  }
`);
