// What an event brings of a task: all that rows and pages show of it and that an event can change.
import { graphql } from "../gql";

export const TaskLive = graphql(`
  fragment TaskLive on Task {
    id
    name
    description
    state
    version
    nextRunAt
    pauseReason
    pausedAt
    updatedAt
    deletedAt
    schedule {
      ...ScheduleWords
    }
    target {
      summary
    }
  }
`);
