// What the form needs to know of a task.
import { graphql } from "../../gql";

export const TaskForForm = graphql(`
  fragment TaskForForm on Task {
    id
    name
    description
    version
    deletedAt
    payload
    timeout
    overlapPolicy
    missedRunPolicy
    catchUpWindow
    onCrash
    retry {
      maxAttempts
      initialDelay
      maxDelay
      factor
      jitter
    }
    schedule {
      ...ScheduleWords
    }
    target {
      __typename
      summary
      ... on HttpTarget {
        url
        method
        headers {
          name
          value
        }
        body
        expectedStatus
      }
      ... on ModuleTarget {
        name
      }
    }
  }
`);
